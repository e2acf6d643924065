"""Where sentences end. A row is a text with «|» at every place where a new sentence begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq import pipeline
from tawthiq.language import load
from tawthiq.model import Document
from tawthiq.stages import sentences
from tests.cost import calls

BOUNDS = [
    "قصف الطيران القرية.| وسقط جريحان.",
    "هل توقف القصف؟| لا يبدو ذلك!| والسكان ينزحون",
    "بلغ المعدل 3.5 في المئة.| وتراجع لاحقا",
    "قتل 1.250 مدنيا هذا العام.| وجرح غيرهم",
    "التقى الوفد د. سامي الحاج في المقر.| ثم غادر",
    "قال أ. د. سامي الحاج إن القصف توقف",
    "نقلت أ.ف.ب عن مصدر طبي قوله ذلك",
    "نقلت ذلك أ.ف.ب.| وأكده شهود",
    "1. مقتل جندي قرب الحاجز",
    "صدر القرار سنة 1990 م.| وبدأ العمل به",
    "نشر المقطع على موقع example.com أمس.| وحذف لاحقا",
    "صرح Mr. Smith بذلك.| ثم صمت",
    "قصف على البلدة.وسكانها ينزحون".replace(".", ".|"),
    "قصف عنيف على البلدة.. وسكانها ينزحون",
    "توقف القتال في المدينة منذ الصباح الباكر..| ثم عاد بعد الظهر إلى الأحياء الشرقية وفق السكان.",
    "قال السائق \"رأيت النار. ثم سمعت الصراخ. لا أعرف المزيد\" وغادر المكان.| وصل الإسعاف",
    "قال السائق «رأيت النار. ثم سمعت الصراخ» وغادر.| وصل الإسعاف",
    "قال السائق \"رأيت النار.\"| وصل الإسعاف متأخرا",
    "قال السائق \"رأيت النار.| وصل الإسعاف متأخرا",
    "قال السائق «رأيت النار.| وصل الإسعاف متأخرا",
    "هاجموا \"الأعداء\" (!) قرب النهر.| ثم انسحبوا",
    "قصف عنيف، وسقوط قتلى، ونزوح السكان، وحرائق؛ ثم هدوء",
    "العنوان هنا\n|والنص هنا\n\n|ونص آخر",
    "قصف\n...\n|هدوء\n---\n12:30\n|نزوح",
    "سقط جرحى… ثم عاد الهدوء".replace("… ", "…| "),
]  # fmt: skip


def starts(text: str) -> list[int]:
    """Where each sentence begins in the text."""
    document = sentences.run(Document("d", text, ""), load().scan(text), load())
    return [sentence.span.start for sentence in document.sentences]


@pytest.mark.parametrize("row", BOUNDS)
def test_bounds(row: str) -> None:
    text = row.replace("|", "")
    pieces = row.split("|")
    found = starts(text)
    assert len(found) == len(pieces)
    at = 0
    for piece, start in zip(pieces, found, strict=True):
        assert at <= start < at + len(piece)
        at += len(piece)


WRAPPED = """غارات ليلية على الميناء

سقط ثلاثة قتلى، وأصيب عاملان في
غارة على مستودع للوقود، بحسب ما قال
مدير الميناء الذي كان في مكتبه حين
وقع الانفجار، وقد نقل الجرحى إلى
المشفى القريب.
وكان المستودع خاليا من
الوقود منذ أسبوعين.
المصدر: نشرة الميناء
"""


def test_a_text_set_to_a_width_goes_on_over_its_lines() -> None:
    found = sentences.run(Document("d", WRAPPED, ""), load().scan(WRAPPED), load()).sentences
    assert [(s.part, WRAPPED[s.span.start : s.span.end].split()) for s in found] == [
        (part, text.split()) for part, text in (
            ("title", "غارات ليلية على الميناء"),
            ("body", WRAPPED[WRAPPED.index("سقط") : WRAPPED.index("وكان")]),
            ("body", WRAPPED[WRAPPED.index("وكان") : WRAPPED.index("المصدر")]),
            ("aside", "المصدر: نشرة الميناء"),
        )
    ]  # fmt: skip


def test_what_an_address_spells_in_arabic_is_not_the_report() -> None:
    text = "أعلن المشفى وصول جريحين. للمزيد https://news.example/19/مقتل-تسعة-وإصابة-30-في-قصف\nوأصيب حارس لاحقا."
    assert [c.quote for c in pipeline.read(text).claims] == ["جريحين", "حارس"]
    told = "أصيب حارس (https://news.example/88.html) في القصف."
    assert len(starts(told)) == 1, "an address without words parts no sentence"


def test_a_verb_of_saying_alone_on_its_line_goes_on() -> None:
    text = (
        "أصيب عاملان في غارة على مستودع للوقود،\nبحسب بيان نشره المرفأ مساء أمس،\nوأخلي المستودع من العاملين،\n"
        "بعدما اندلع حريق.\nوأضاف\nالمدير نفسه لاحقا أن المستودع كان خاليا."
    )
    assert starts(text) == [0, text.index("وأضاف")]


def test_a_paragraph_that_is_broken_at_its_links_goes_on_over_its_lines() -> None:
    text = (
        "أوقعت معارك بين قوات\nالحكومة وبين مقاتلي حركة\nالشباب قرب بلدة\nجلب جنوبي\nالصومال، أمس، تسعة قتلى.\n"
        "وقال ضابط إن المعارك انتهت."
    )
    assert [s.span.start for s in pipeline.read(text).sentences] == [0, text.index("وقال")]


def test_lines_that_are_paragraphs_or_headlines_stay_apart() -> None:
    text = "قتلى في غارة على الميناء\nوفد يزور المدينة\nإغلاق الطريق الساحلي\nأسعار الخبز ترتفع\nمعرض للكتاب"
    assert len(starts(text)) == 5


def test_paragraphs_count_lines() -> None:
    text = "عنوان قصير\n\nقصف الطيران القرية. وسقط جريحان.\nوانتهى الهجوم."
    document = sentences.run(Document("d", text, ""), load().scan(text), load())
    assert [s.paragraph for s in document.sentences] == [0, 1, 1, 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "12", '"""', "....!!\n؟؟", "—\n—"])
def test_no_words_no_sentences(text: str) -> None:
    assert starts(text) == []


PIECES = st.sampled_from(
    ["قتل", "وقال", "5", " ", " ", ".", "..", "؟", "\n", "\"", "«", "»", "د.", "(", ")", "@", "2020", ",", "اقرأ أيضا",
     "رابط الخبر", "الأكثر قراءة", "التعليقات", "وسوم", "المصدر", "جميع الحقوق محفوظة", "abc", "x.y", "-", ":"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join)), st.one_of(st.none(), st.text()))
def test_any_text(text: str, title: str | None) -> None:
    language = load()
    scan = language.scan(text)
    document = sentences.run(Document("d", text, "", title), scan, language)
    last = 0
    for sentence in document.sentences:
        assert last <= sentence.first < sentence.last <= len(scan.tokens)
        assert any(scan.tokens[i].is_word for i in range(sentence.first, sentence.last))
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
        assert sentence.part in ("title", "body", "aside")
        last = sentence.last
    covered = sum(any(a.span.start <= s.span.start < a.span.end for a in document.aside) for s in document.sentences)
    assert covered == sum(s.part == "aside" for s in document.sentences)


HOSTILE = [
    ". ! ", "أ. ", "\"نعم. ", "رابط الخبر. ", "(@a) مايو 5, 2020 ", "اقرأ أيضا: خبر\n", "كلمة واحدة في سطر قصير\n",
    "أعلن الوزير أمس في بيان له عن خطة جديدة تشمل جميع مناطق البلاد المتضررة\n", "جميع الحقوق محفوظة. ", "نعم.. ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_grows_with_length_only(piece: str) -> None:
    language = load()

    def cost(size: int) -> int:
        text = piece * size
        scan = language.scan(text)
        return calls(lambda: sentences.run(Document("d", text, ""), scan, language))

    assert cost(10_000) < 11 * cost(1_000)
