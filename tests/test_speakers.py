"""Who says what, and how far it reaches."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.language import load
from tawthiq.model import Document
from tawthiq.speech import speaker_at, speakers_by_token
from tawthiq.stages import actors, sentences, speakers


def read(text):
    language = load()
    scan = language.scan(text)
    document = Document("d", text, "")
    for stage in (sentences, actors, speakers):
        document = stage.run(document, scan, language)
    return document, scan


def says(text, word):
    """(text, kind) of the speaker of `word`."""
    document, scan = read(text)
    at = text.index(word)
    token = next(i for i, t in enumerate(scan.tokens) if t.end > at)
    speaker = speaker_at(document, token)
    return (speaker.text, speaker.kind) if speaker else None


CASES = [
    # before what is said
    ("قالت وزارة الصحة إن سبعة أشخاص قتلوا.", "سبعة", ("وزارة الصحة", "medical")),
    ("وأعلنت وزارة الدفاع الروسية تدمير تسعة مواقع.", "تسعة", ("وزارة الدفاع الروسية", "military")),
    ("وأعلنت وزارة الداخلية توقيف تسعة.", "تسعة", ("وزارة الداخلية", "government")),
    ("أفاد مصدر طبي بمقتل طفلين.", "طفلين", ("مصدر طبي", "medical")),
    ("وقالت مصادر أمنية وطبية إن طفلين جرحا.", "طفلين", ("مصادر أمنية", "military")),
    ("وقال مصدر في الدفاع المدني إن طفلين جرحا.", "طفلين", ("مصدر في الدفاع المدني", "rescue")),
    ("وقال شهود عيان إن منزلا احترق.", "منزلا", ("شهود عيان", "witness")),
    ("قال مسؤول محلي إن منزلا احترق.", "منزلا", ("مسؤول محلي", "government")),
    ("أعلنت قسد أن ستة قتلوا.", "ستة", ("قسد", "armed_group")),
    ("وذكرت وسائل إعلام سورية رسمية أن ستة قتلوا.", "ستة", ("وسائل إعلام سورية رسمية", "media")),
    ("وقالت وكالة الأنباء الرسمية (سانا) إن ستة قتلوا.", "ستة", ("سانا", "media")),
    # people
    ("وقال مدير المرصد السوري سامر الحمصي إن ستة قتلوا.", "ستة", ("سامر الحمصي", "monitor")),
    ("وقال المتحدث باسم وزارة الصحة، الدكتور نزار العلي، إن ستة قتلوا.", "ستة", ("نزار العلي", "medical")),
    ("وقال نزار العلي، مدير مستشفى الأمل، إن ستة قتلوا.", "ستة", ("نزار العلي", "medical")),
    ("وقال العقيد تركي الحربي إن ستة قتلوا.", "ستة", ("تركي الحربي", "military")),
    ("وقال متحدث باسم الجيش إن ستة قتلوا.", "ستة", ("متحدث باسم الجيش", "military")),
    ("وقال علي حسن إن ستة قتلوا.", "ستة", ("علي حسن", "other")),
    # behind and around what is said
    ("قتل ستة في القصف، بحسب المرصد السوري لحقوق الإنسان.", "ستة", ("المرصد السوري لحقوق الإنسان", "monitor")),
    ("قتل ستة في القصف، وفق ما أفادت مصادر محلية.", "ستة", ("مصادر محلية", "anonymous")),
    ("قتل ستة في القصف، بحسب أرقام الأمم المتحدة.", "ستة", ("الأمم المتحدة", "un")),
    ("وبحسب ناشطين، قتل ستة في القصف.", "ستة", ("ناشطين", "activist")),
    ("وشن الطيران - كما تقول رويترز - مئات الغارات.", "مئات", ("رويترز", "media")),
    ("قتل ستة بحسب ناشطين، فيما جرح تسعة.", "تسعة", None),
    ("المرصد السوري: ستة قتلى في القصف\nنص طويل", "ستة", ("المرصد السوري", "monitor")),
    ("سوريا: ستة قتلى في القصف\nنص طويل", "ستة", None),
    ("الأمم المتحدة تعلن مقتل ستة عمال", "ستة", ("الأمم المتحدة", "un")),
    ("أما وكالة سبأ التي يديرها الحوثيون، فقالت إن ستة قتلوا.", "ستة", ("وكالة سبأ", "media")),
    ("وكانت وزارة الصحة قد أعلنت مقتل ستة.", "ستة", ("وزارة الصحة", "medical")),
    # chains
    ("قال المرصد السوري لوكالة فرانس برس إن ستة قتلوا.", "ستة", ("المرصد السوري", "monitor")),
    ("ونقلت رويترز عن مصدر طبي قوله إن ستة قتلوا.", "ستة", ("مصدر طبي", "medical")),
    ("أعلنت قناة المسيرة مقتل ستة نقلا عن مصدر أمني.", "ستة", ("مصدر أمني", "military")),
    ("وأفادت تقارير بأن سكان القرية قالوا إن ستة قتلوا.", "ستة", ("سكان القرية", "witness")),
    # two speakers in a sentence
    ("قال ناشطون إن ستة قتلوا، بينما أعلن الجيش السوري مقتل تسعة.", "ستة", ("ناشطون", "activist")),
    ("قال ناشطون إن ستة قتلوا، بينما أعلن الجيش السوري مقتل تسعة.", "تسعة", ("الجيش السوري", "military")),
    ("واتهمت لجان المقاومة قوات الدعم السريع بقتل ستة.", "ستة", ("لجان المقاومة", "activist")),
    # going on, and coming back to the report's own voice
    ("قال مصدر طبي إن طفلا قتل. وأضاف أن ستة جرحوا.", "ستة", ("مصدر طبي", "medical")),
    ("قال مصدر طبي إن طفلا قتل. وأوضح المصدر أن ستة جرحوا.", "ستة", ("مصدر طبي", "medical")),
    ("قالت منظمة أطباء بلا حدود إن طفلا قتل. وذكرت المنظمة أن ستة جرحوا.", "ستة", ("منظمة أطباء بلا حدود", "aid")),
    ("قال نزار العلي، مدير مستشفى الأمل، إن طفلا قتل. وتابع العلي أن ستة جرحوا.", "ستة", ("نزار العلي", "medical")),
    ("قال مصدر طبي إن طفلا قتل. وقتل ستة في بلدة ثانية.", "ستة", None),
    ('قال مصدر طبي "وصل إلينا طفل جريح. ثم وصل ستة قتلى". وانتهى بعد تسعة أيام.', "ستة", ("مصدر طبي", "medical")),
    ('قال مصدر طبي "وصل إلينا طفل جريح. ثم وصل ستة قتلى". وانتهى بعد تسعة أيام.', "تسعة", None),
    ('قالت الوزارة "القصف مستمر منذ أيام" دون ذكر ستة قتلى.', "ستة", None),
    # no speech
    ("يذكر أن ستة قتلوا في الحرب.", "ستة", None),
    ("قصفت وزارة الصحة بستة صواريخ.", "ستة", None),
    ("ظهر على مواقع التواصل الاجتماعي ستة جرحى.", "ستة", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_who_says_it(text, word, expected):
    assert says(text, word) == expected


def test_via_role_and_reasons():
    document, _ = read("ونقلت وكالة رويترز عن نزار العلي، مدير مستشفى الأمل، قوله إن ستة قتلوا.")
    speaker = document.speakers[0]
    assert (speaker.via, speaker.role, speaker.quoted) == (("وكالة رويترز",), "مدير مستشفى الأمل", False)
    assert speaker.because == ("speaker.name", "speaker.transmitted")


def test_table_agrees_with_speaker_at():
    document, scan = read('قال ناشطون إن ستة قتلوا، بحسب رويترز. وأضاف: "لا نعرف". قتل تسعة وفق المرصد السوري.')
    table = speakers_by_token(document)
    assert all(table.get(t) == speaker_at(document, t) for t in range(len(scan.tokens)))


_WORDS = [
    "قال", "وأضاف", "إن", "بحسب", "نقلا عن", "المتحدث باسم", "وزارة", "الصحة", "المصدر", "الدكتور", "نزار", "،", ".",
    "\"", "«", "»", "(", ")", ":", "\n", "-", "التي", "كان", "مشيرا", "في", "الجيش", "الروسي", "رويترز", "د",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_text_is_read_and_spans_stay_inside(words):
    text = " ".join(words)
    document, scan = read(text)
    for speaker in document.speakers:
        assert text[speaker.span.start : speaker.span.end] == speaker.text != ""
        assert 0 <= speaker.first < speaker.last <= len(scan.tokens)
        assert 0 <= speaker.reach[0] <= speaker.reach[1] <= len(scan.tokens)


@pytest.mark.parametrize("piece", ["قال المتحدث ", "بحسب ما ", '" قال ', "المدير ، ", "وأضاف أن ", "مصدر في ", "أما "])
def test_time_grows_with_length_only(piece):
    def seconds(times):
        text = piece * times
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    seconds(200)
    assert seconds(8000) < 40 * max(seconds(800), 0.002)
