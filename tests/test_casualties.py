"""Who was harmed, and how many: a table of sentences, each with the harms that a reader would count."""

import pytest

import tawthiq

CASES = [
    ("قتل ثلاثة مدنيين في القصف", [("killed", 3, 3, "civilian")]),
    ("مقتل طفل وإصابة امرأتين", [("killed", 1, 1, "child"), ("injured", 2, 2, "woman")]),
    ("سقوط 17 قتيلا و25 جريحا", [("killed", 17, 17, "person"), ("injured", 25, 25, "person")]),
    ("قتل 12 جنديا على الأقل وأصيب عشرة آخرون", [("killed", 12, None, "soldier"), ("injured", 10, 10, "soldier")]),
    ("قتل خمسة أشخاص بينهم طفلان", [("killed", 5, 5, "person"), ("killed", 2, 2, "child")]),
    ("قتل وأصيب العشرات", [("casualties", None, None, "person")]),
    ("عشرات القتلى والجرحى في السوق", [("casualties", None, None, "person")]),
    ("دون وقوع إصابات", [("injured", 0, 0, "person")]),
    ("لقي أربعة عمال مصرعهم", [("killed", 4, 4, "person")]),
    ("ارتفع عدد القتلى إلى 305 أشخاص", [("killed", 305, 305, "person")]),
    ("قال المصدر إن 46 مدنيا قتلوا أمس", [("killed", 46, 46, "civilian")]),
    ("أسفر القصف عن تدمير أربعين مبنى", [("destroyed", 40, 40, "building")]),
    ("اعتقال سبعة صحفيين", [("detained", 7, 7, "journalist")]),
    ("اختطاف أربعة مسعفين", [("abducted", 4, 4, "medic")]),
    ("نزوح نحو ثلاثة آلاف عائلة", [("displaced", 3000, 3000, "family")]),
    ("لا يزال 250 ألف شخص محاصرين", [("besieged", 250000, 250000, "person")]),
    ("مقتل ثلاثة من الشرطة ومدني", [("killed", 3, 3, "police"), ("killed", 1, 1, "civilian")]),
    ("مقتل ما بين 30 و40 مسلحا", [("killed", 30, 40, "fighter")]),
    ("يبلغ الصحفي من العمر 30 عاما", []),
    ("يسكن المدينة 30 ألف شخص", []),
    ("عثر الأهالي على رفات 12 شخصا في مقبرة جماعية", [("killed", 12, 12, "person")]),
    ("قتل مسلحون مجهولون ضابط شرطة أمام منزله", [("killed", 1, 1, "police")]),
    ("وقالت الحركة إن مقاتليها قتلوا 14 جنديا", [("killed", 14, 14, "soldier")]),
    ("خطفت مجموعة مسلحة مساء أمس تاجرين قرب البصرة", [("abducted", 2, 2, "person")]),
    ("وأكد النادي أن ثلاثة معتقلين استشهدوا داخل السجن", [("killed", 3, 3, "prisoner")]),
    ("قال المدير إن 60 شخصا، بينهم تسعة أطفال، لقوا حتفهم", [("killed", 60, 60, "person"), ("killed", 9, 9, "child")]),
    ("سقط صاروخ في البلدة دون أن يسفر عن ضحايا", [("casualties", 0, 0, "person")]),
    ("سقوط 40 قتيلا نصفهم من المدنيين", [("killed", 40, 40, "person"), ("killed", 20, 20, "civilian")]),
    ("أصيب خمسة أشخاص أحدهم شرطي", [("injured", 5, 5, "person"), ("injured", 1, 1, "police")]),
    ("سقط قتيلان في كركوك ومثلهم في الموصل", [("killed", 2, 2, "person"), ("killed", 2, 2, "person")]),
    ("قتل جنديان وأصيب ثالث بجروح", [("killed", 2, 2, "soldier"), ("injured", 1, 1, "soldier")]),
    ("القضاء على (3) مسلحين", [("killed", 3, 3, "fighter")]),
    ("بلغ عدد الذين استشهدوا منذ مطلع العام 70 مدنيا", [("killed", 70, 70, "civilian")]),
    ("ارتفعت حصيلة القتلى جراء انفجار السوق إلى 27", [("killed", 27, 27, "person")]),
    ("لا يزال مصير تسعة عمال مجهولا", [("missing", 9, 9, "person")]),
    ("تعرض ثلاثون مدنيا للخطف", [("abducted", 30, 30, "civilian")]),
    ("لا يزال سبعة ناشطين في عداد المختطفين", [("abducted", 7, 7, "person")]),
    ("مقتل عائلة مؤلفة من ستة أشخاص", [("killed", 6, 6, "person")]),
    ("إصابة ثلاثة مدنيين إصابات طفيفة", [("injured", 3, 3, "civilian")]),
    (
        "وقالت الشرطة إن القتلى هم أحمد سعيد (30 عاما) وخالد عمر (15 عاما)",
        [("killed", 1, 1, "person"), ("killed", 1, 1, "child")],
    ),
    ("اعتقال عشرة شبان والإفراج عن ثلاثة منهم", [("detained", 10, 10, "man")]),
    ("وقوع خسائر في صفوف المدنيين", [("casualties", None, None, "civilian")]),
    ("نقلت إلى المستشفى تسع جثث لأطفال", [("killed", 9, 9, "child")]),
    ("قتل القائد مع أربعة من مرافقيه", [("killed", 1, 1, "fighter"), ("killed", 4, 4, "person")]),
    ("بقيت طفلة تحت الركام ساعات قبل أن ينتشلوها حية", [("rescued", 1, 1, "child")]),
    ("انتشلت الفرق ثلاثة أشخاص أحياء", [("rescued", 3, 3, "person")]),
    ("نقل المسعفون رضيعا إلى السيارة. ولم تظهر عليه علامات حياة", [("killed", 1, 1, "child")]),
    ("الحكومة مسؤولة عن مقتل خمسة مدنيين", [("killed", 5, 5, "civilian")]),
    ("حكمت المحكمة على أربعة متهمين بالإعدام", [("killed", 4, 4, "person")]),
    ("قتل 4 وأصيب 9 من رجال الشرطة", [("killed", 4, 4, "police"), ("injured", 9, 9, "police")]),
    ("توفي مزارع في الأربعين من عمره متأثرا بجروحه", [("killed", 1, 1, "person")]),
    ("خطف مسلحون يرتدون زيا عسكريا تاجرين", [("abducted", 2, 2, "person")]),
    ("خطف التنظيم أكثر من ستين امرأة وفتاة", [("abducted", 60, None, "woman")]),
    ("وزارة الصحة: ارتفاع عدد قتلى الغارات منذ الفجر إلى 35 شخصا", [("killed", 35, 35, "person")]),
    ("نقل المصابون إلى مستشفى المدينة، وإن من بين القتلى طفلا", [("killed", 1, 1, "child")]),
    ("ووصفت الوزارة 25 طفلا بأنهم بحاجة إلى رعاية", []),
    ("يستهدف الجيش منطقة فيها حي أولاد سعيد", []),
    ("غارة على السوق مودية بستة مدنيين", [("killed", 6, 6, "civilian")]),
    ("ولا يزال عدد من الضحايا تحت الركام", [("trapped", None, None, "person")]),
    ("ارتفعت الحصيلة منذ 7 أكتوبر 2023 إلى 1500 قتيل", [("killed", 1500, 1500, "person")]),
    ("قال المصدر إن تسعة أشخاص سقطوا بين قتيل وجريح", [("casualties", 9, 9, "person")]),
    ("أضرار مادية لحقت بعدد من المنازل", [("damaged", None, None, "home")]),
    (
        "ارتفع عدد القتلى إلى 31 فيما تجاوز عدد الجرحى منهم 50",
        [("killed", 31, 31, "person"), ("injured", 50, None, "person")],
    ),
    ("احتجزت القوات جثمان الشاب عند الحاجز", []),
    ("أسر الجيش صباح اليوم تسعة مسلحين", [("detained", 9, 9, "fighter")]),
    ("وباستشهاد الشابين يرتفع عدد الشهداء إلى 88", [("killed", 88, 88, "person")]),
    ("تعرضت امرأة وطفلها للضرب", [("injured", 1, 1, "woman"), ("injured", 1, 1, "child")]),
    ("مقتل سبعة من عائلة واحدة", [("killed", 7, 7, "person")]),
    ("إصابة ستة آخرين من المدنيين", [("injured", 6, 6, "civilian")]),
    ("وأضاف أن من بين القتلى والجرحى نساء وأطفالا", [("casualties", None, None, "women_and_children")]),
    ("مقتل أربعة من رجال الشرطة بينهم ضابط", [("killed", 4, 4, "police"), ("killed", 1, 1, "police")]),
    ("وقالت إن عدد الذين تم إجلاؤهم وصل إلى 400", [("displaced", 400, 400, "person")]),
    ("فجر انتحاري نفسه وسط عشرات الأشخاص", [("killed", 1, 1, "fighter")]),
    ("وقال إن خالد يوسف (33 عاما) أصيب برصاصة", [("injured", 1, 1, "person")]),
    ("إصابة 12 شخصا ثلاثة منهم بحال الخطر", [("injured", 12, 12, "person"), ("injured", 3, 3, "person")]),
    ("قتل 14 قتيلا أم 12 قتيلا", [("killed", 14, 14, "person"), ("killed", 12, 12, "person")]),
    ("سقوط 15 قتيلا في صفوف الجماعات المسلحة", [("killed", 15, 15, "fighter")]),
    ("ثمانية مدنيين فقدوا حياتهم في القصف", [("killed", 8, 8, "civilian")]),
    (
        "قتل 3 مدنيين على يد القوات الحكومية، و6 مدنيين على يد مسلحين",
        [("killed", 3, 3, "civilian"), ("killed", 6, 6, "civilian")],
    ),
    ("قتل 300 شخص بمعدل 10 أشخاص يوميا", [("killed", 300, 300, "person")]),
    ("مقتل أحد كبار القادة في غارة", [("killed", 1, 1, "fighter")]),
    ("تسعون شخصا أغلبهم من النساء تم اختطافهم", [("abducted", 90, 90, "person")]),
    ("عثر على جثة مجهولة الهوية لشاب قرب النهر", [("killed", 1, 1, "man")]),
    ("فارق الطفل محمد سالم الحياة متأثرا بجراحه", [("killed", 1, 1, "child")]),
    ("مقتل أحد العمال وإصابة الآخر بجروح", [("killed", 1, 1, "person"), ("injured", 1, 1, "person")]),
    ("مقتل امرأة وإصابة أخرى", [("killed", 1, 1, "woman"), ("injured", 1, 1, "woman")]),
    ("وقال إن عشرين شخصا لا يزالون محاصرين تحت الأنقاض", [("trapped", 20, 20, "person")]),
    ("مقتل عشرة أشخاص بينهم أربعة ضحايا تحت التعذيب", [("killed", 10, 10, "person"), ("killed", 4, 4, "person")]),
    ("وقال إن 14 جنديا قتلوا أو جرحوا", [("casualties", 14, 14, "soldier")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_harms(text: str, expected: list[tuple[str, int | None, int | None, str]]) -> None:
    harms = tawthiq.read(text, published="2020-01-01").casualties
    found = [(c.outcome, c.count.low, c.count.high, c.group) for c in harms if c.outcome not in ("hit", "strikes")]
    assert found == expected


def test_a_breakdown_names_its_whole() -> None:
    claims = tawthiq.read("قتل خمسة أشخاص بينهم طفلان وامرأة").claims
    assert [c.part_of for c in claims if c.outcome] == [None, "c1", "c1"]


@pytest.mark.parametrize("text", ["قتـ ـل ثلاثة مدنيين", "قُتِلَ ٣ مدنيين", "قتل ثلاثة مدنييـــن", "ﻗﺘﻞ ثلاثة مدنيين"])
def test_rough_spelling_reads_the_same(text: str) -> None:
    (claim,) = tawthiq.read(text).claims
    assert (claim.outcome, claim.count and claim.count.low) == ("killed", 3)
    assert text[claim.span.start : claim.span.end] == claim.quote
