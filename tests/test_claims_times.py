"""The day of a harm, chosen among the dates of its own sentence.

A row is (sentence, the first and last day of its harm claims, "day" or "day..day"). PUBLISHED is a Tuesday.
"""

import pytest

import tawthiq

PUBLISHED = "2018-07-24"

STATEMENTS = [
    ("قالت الوزارة اليوم إن ستة عمال قتلوا أمس في انفجار", "2018-07-23"),
    ("قال ناطق الثلاثاء إن الغارة التي وقعت الاثنين قتلت سبعة", "2018-07-23"),
    ("قتلت الغارة التي وقعت السبت سبعة مدنيين، حسبما أعلنت الشرطة الثلاثاء", "2018-07-21"),
    ("أعلنت الشرطة السبت مقتل سبعة مدنيين في انفجار", "2018-07-21"),
    ("كشفت الجماعة أمس الاثنين عن مقتل قائدها في غارات استهدفته الخميس الماضي", "2018-07-19"),
]

LOOKING_BACK = [
    ("دعا الوزير إلى اجتماع غدا بعد مقتل سبعة مدنيين السبت", "2018-07-21"),
    ("حكمت المحكمة الاثنين على رجل بالسجن في قضية مقتل أربعة عمال عام 2011", "2011-01-01..2011-12-31"),
    ("طلبت المنظمة الاثنين فتح تحقيق بشأن القصف الذي أسفر عن مقتل تسعة مدنيين الجمعة", "2018-07-20"),
    ("يخشى السكان مقتل مدنيين الجمعة المقبلة", "2018-07-27"),
    ("توفي شاب أمس متأثرا بجروح أصيب بها يوم الجمعة", "2018-07-20"),
]

PERIODS = [
    ("ارتفعت حصيلة المعارك التي اندلعت قبل أسبوعين إلى 60 قتيلا", "2018-07-10..2018-07-24"),
    ("قتل أربعة مدنيين في اشتباكات اندلعت أمس", "2018-07-23"),
    ("ترتفع حصيلة الاعتقالات بعد 14 مايو إلى 450 معتقلا", "2018-05-14..2018-07-24"),
    ("قتل أكثر من 400 مدني في خمسة أيام من القصف", "2018-07-20..2018-07-24"),
    ("توفي ثلاثة محتجزين تحت التعذيب هذا العام", "2018-01-01..2018-07-24"),
    ("قتل ثلاثون مدنيا منذ نهاية نيسان/أبريل", "2018-04-30..2018-07-24"),
    ("قتل عشرون سائقا يوم الجمعة الماضي", "2018-07-20"),
    ("قتل خمسة الشهر الماضي", "2018-06-01..2018-06-30"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*STATEMENTS, *LOOKING_BACK, *PERIODS])
def test_days(sentence: str, expected: str) -> None:
    claims = [c for c in tawthiq.read(sentence, published=PUBLISHED).claims if c.outcome and c.count]
    assert claims
    for claim in claims:
        time = claim.time
        read = "" if time is None else time.start if time.start == time.end else f"{time.start}..{time.end}"
        assert read == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("قتل ثلاثون مدنيا منذ بداية الشهر", True),
        ("قتل تسعة في معارك مستمرة منذ مساء أمس", False),
        ("وثق المركز مقتل 86 مدنيا في شهر مايو", True),
        ("قتل مدني واحد في شهر مايو", False),
        ("قتل تسعة في غارات على مناطق متفرقة أمس", True),
        ("قتل تسعة في غارة على السوق أمس", False),
        ("قتلت الغارات 300 مدني خلال الأسابيع الماضية", True),
        ("يعيش أربعون ألف مدني محاصرين منذ عام", False),
        ("راح ضحيتها آلاف القتلى", True),
    ],
)
def test_a_figure_that_sums_incidents(sentence: str, expected: bool) -> None:
    claims = [c for c in tawthiq.read(sentence, published=PUBLISHED).claims if c.outcome not in (None, "hit")]
    assert [c.cumulative for c in claims] == [expected]
