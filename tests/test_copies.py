"""Copies of one text, and texts that name the agency they came from."""

import pytest

from tawthiq.linking import copies
from tawthiq.linking.words import words

TEXT = (
    "أعلنت مديرية الصحة أن طائرات حربية استهدفت صباح السبت سوقا شعبية في وسط المدينة ما أدى إلى مقتل عشرة مدنيين "
    "بينهم طفلان وإصابة ثلاثين آخرين بجروح متفاوتة نقلوا إلى مستشفيات قريبة، فيما تواصل فرق الإنقاذ البحث عن عالقين "
    "تحت الأنقاض بعد انهيار مبنيين سكنيين في الحي المجاور للسوق، وقال شهود إن القصف تجدد عند وصول المسعفين إلى المكان."
)
OTHER = (
    "قتل جنديان في انفجار لغم بعربتهما شرقي البلاد بحسب بيان للجيش لم يذكر مزيدا من التفاصيل عن الحادث الذي وقع على "
    "طريق زراعية تستخدمها الدوريات منذ أسابيع في منطقة تنشط فيها خلايا مسلحة تهاجم المواقع العسكرية والحواجز باستمرار"
)


def test_a_copy_with_another_title_and_vowels_is_the_same_text() -> None:
    copy = "قصف على سوق شعبية\n" + TEXT.replace("عشرة", "عشرةَ").replace("إلى", "الى")
    assert copies.similarity(TEXT, copy) >= copies.SAME_TEXT
    assert set(copies.signature(TEXT).bands) & set(copies.signature(copy).bands)


def test_other_texts_share_nothing() -> None:
    assert copies.similarity(TEXT, OTHER) < 0.05
    assert not set(copies.signature(TEXT).bands) & set(copies.signature(OTHER).bands)


def test_a_text_of_a_few_words_is_no_copy_of_anything() -> None:
    assert copies.signature("قتل ثلاثة مدنيين").bands == ()


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"بيروت (أ ف ب) - {OTHER}", "afp"),
        (f"{OTHER}\nالمصدر: رويترز", "reuters"),
        (f"{OTHER} نقلا عن وكالة الأناضول", "anadolu"),
        (f"{OTHER}\nالمصدر: وكالات", "agencies"),
        (f"{TEXT} وقالت مصادر لرويترز إن العدد مرشح للارتفاع. {OTHER}", None),
        (TEXT, None),
    ],
)
def test_the_agency_that_a_text_names(text: str, agency: str | None) -> None:
    assert copies.wire(text) == agency


def test_the_words_hold_what_they_show() -> None:
    assert {id for _, id in words().wires} >= {"afp", "reuters", "agencies"}
    assert all(speaker.names for speaker in words().speakers)
