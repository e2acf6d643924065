"""One field of one figure: what a report's words say of it, and what the same words do not say elsewhere."""

import pytest

import tawthiq
from tawthiq.model import Claim

PUBLISHED = "2024-10-16"

EVENTS = [
    ("شنت مقاتلات من وحدات حماية المرأة هجوما على نقطة في ريف منبج وقتلن جنديين", "جنديين", "ground_attack"),
    ("نفذ مقاتلو ومقاتلات الحزب هجوما على ثكنة في خاكورك وقتلوا جنديين", "جنديين", "ground_attack"),
    ("شنت مقاتلات حربية هجوما على ثكنة في خاكورك وقتلت جنديين", "جنديين", "airstrike"),
    ("قتل ثلاثة بقصف على السوق. واستقبل المشفى 12 جريحا رغم نقص الدواء في ظل الحرب", "12 جريحا", "bombardment"),
    ("شهدت القرية نزاعا عشائريا بسبب خلاف قديم، مما أدى إلى إصابة سبعة من طرفي النزاع", "سبعة", "armed_clash"),
    ("ارتفعت حصيلة العدوان الإسرائيلي على طولكرم إلى سبعة شهداء", "سبعة شهداء", "ground_attack"),
    ("ارتفعت حصيلة العدوان الإسرائيلي على رفح إلى سبعة شهداء", "سبعة شهداء", "war"),
    ("قصفت القوات سوق صابرين بالمدفعية. وتعرضت منطقة الثورة لهجمات مماثلة قتلت سبعة", "سبعة", "shelling"),
    ("قصفت القوات سوق صابرين بالمدفعية. وتعرضت نقطة أمنية لهجوم مسلح قتل سبعة", "سبعة", "ground_attack"),
    ("نسفت قوات الاحتلال ثمانية منازل في بيت حانون", "ثمانية منازل", "bombing"),
    ("هدمت قوات الاحتلال ثمانية منازل في بيت حانون", "ثمانية منازل", "unspecified"),
    (
        "أكد المركز مقتل وإصابة 85 شخصا جراء غارات وقصف على تعز خلال مايو الماضي.\n"
        "وأوضح في تقريره الشهري أن عدد القتلى 31 فيما بلغ عدد الجرحى 54", "54", "bombardment",
    ),
]  # fmt: skip

ACTORS = [
    (
        "قتل ثلاثة جنود بصواريخ سقطت على معسكر التاجي في العراق. وبعد ساعات أغارت طائرات مجهولة على مواقع في البوكمال، "
        "ما أدى إلى مقتل تسعة مقاتلين. وحملت واشنطن كتائب حزب الله مسؤولية الهجوم.",
        "تسعة مقاتلين",
        (),
    ),
    ("اقتحمت حركة الشباب قاعدة عسكرية بسيارة مفخخة، ما أدى إلى مقتل تسعة جنود", "تسعة جنود", ("al_shabaab",)),
    ("قتل تسعة في قصف على صور. وأعلن الجيش الإسرائيلي تنفيذ الغارة.", "تسعة", ("israel",)),
    ("قتل تسعة في قصف على صور. وأقر الجيش الإسرائيلي بقصف المبنى.", "تسعة", ("israel",)),
    ("قتل تسعة في قصف على صور. وأعلنت الشرطة اللبنانية انفجار سيارة.", "تسعة", ()),
    ("قتل تسعة في تفجير في بيروت. وأعلن تنظيم داعش تبنيه تنفيذ التفجير.", "تسعة", ("isis",)),
    ("دخلت قوات الاحتلال القرية وأطلقت الرصاص. وأصيب أربعة شبان.", "أربعة شبان", ("israel",)),
    ("دخلت الشرطة القرية وأطلق مسلحون النار. وقتل أربعة شبان.", "أربعة شبان", ("unknown_gunmen",)),
    ("خلال عام 2019 اعتقلت قوات الاحتلال (88) فلسطينيا", "(88) فلسطينيا", ("israel",)),
    ("قتل تسعة برصاص حراس حدود إيرانيين", "تسعة", ("iran",)),
    ("أصيب تسعة برصاص الجيش السوري ومقاتلي حزب الله", "تسعة", ("syrian_government", "hezbollah")),
    ("غارات على الجيش السوري وحزب الله تقتل تسعة", "تسعة", ()),
    ("غارة إسرائيلية على حزب الله تقتل تسعة", "تسعة", ("israel",)),
    ("قتل تسعة جنود في هجوم شنه إرهابيون في نيجيريا", "تسعة جنود", ("unknown_gunmen",)),
    ("هاجم مسلحون ينتمون لحركة الشباب حاجزا وقتلوا ستة جنود", "ستة جنود", ("al_shabaab",)),
    ("قتل أربعة رعاة برصاص مسلحين يعتقد أنهم ينتمون إلى بوكو حرام", "أربعة رعاة", ("boko_haram",)),
    ("أقدم مسلحون يرجح أنهم من خلايا تنظيم الدولة على قتل راعيين", "راعيين", ("isis",)),
    ("قتل أربعة رعاة برصاص مسلحين مجهولين", "أربعة رعاة", ("unknown_gunmen",)),
    ("نسفت قوات الاحتلال ثمانية منازل في بيت حانون", "ثمانية منازل", ("israel",)),
    ("أصيب ستة والقبض على 14 متهما بنزاع عشائري في البصرة", "14 متهما", ()),
]

PLACES = [
    ("قتل ثلاثة جنود في كمين شمال بغداد", "ثلاثة جنود", "Northern Baghdad"),
    ("بلغ إجمالي القتلى في إب 70 حالة، تلتها عدن بـ 65 حالة، ثم تعز بـ 57 حالة فالحديدة بـ 49 حالة", "65", "Aden"),
    ("بلغ إجمالي القتلى في إب 70 حالة، تلتها عدن بـ 65 حالة، ثم تعز بـ 57 حالة فالحديدة بـ 49 حالة", "57", "Taiz"),
    ("قتل 12 في عدن و9 في تعز و8 في الحديدة", "9", "Taiz"),
    (
        "قتل ستة من سكان بلدة الدلنج في اشتباكات، وأصيب 4 نقلوا إلى مستشفيات الأبيض والخرطوم. وأكد شهود سقوط 20 قتيلا",
        "20 قتيلا",
        "Dilling",
    ),
    ("استهدف قصف ضاحية مايو جنوبي الخرطوم وقتل سبعة", "سبعة", "Mayo"),
]

DAYS = [
    ("استهدف قصف ضاحية مايو جنوبي الخرطوم وقتل سبعة", "سبعة", None),
    ("قتل سبعة بقصف على سوق الخرطوم في مايو الماضي", "سبعة", "2024-05-01"),
    ("قتل سبعة بقصف على السوق في ثالث هجوم خلال أسبوع", "سبعة", None),
    ("قتل سبعة بقصف على السوق خلال أسبوع", "سبعة", "2024-10-10"),
    ("ذكرت صحيفة المصري اليوم أن سبعة قتلوا في سيناء", "سبعة", None),
    ("ذكرت صحيفة الشروق اليوم أن سبعة قتلوا في سيناء الجمعة", "سبعة", "2024-10-11"),
    ("تعرض السوق لقصف في 18 سبتمبر. وفي الشهر نفسه قتل سبعة بلغم", "سبعة", "2024-09-01"),
    ("قتل سبعة مقارنة بالشهر نفسه من العام الماضي", "سبعة", "2023-01-01"),
    ("اعتقل سبعة في الأراضي المحتلة عام 1948", "سبعة", None),
    ("اعتقل سبعة في الأراضي المحتلة منذ عام 1967 أمس", "سبعة", "2024-10-15"),
    ("انفجار يقتل سبعة في روسيا اليوم", "سبعة", "2024-10-16"),
]

SOURCES = [
    ("أفادت مصادر محلية في محافظة تعز بمقتل ثلاثة", "ثلاثة", ("مصادر محلية", "anonymous")),
    ("أفاد مصدر في محافظة حلب بمقتل ثلاثة", "ثلاثة", ("مصدر في محافظة حلب", "government")),
    ("قال مدير المشفى أحمد سالم لموقعنا إن ثلاثة قتلوا", "ثلاثة", ("أحمد سالم", "medical")),
    ("قال الرئيس إميل لحود إن ثلاثة قتلوا", "ثلاثة", ("إميل لحود", "government")),
    ("أقدم مسلحون يرجح أنهم من خلايا تنظيم الدولة على قتل راعيين", "راعيين", None),
]

HARMED = [
    ("كان في القارب 70 شخصا قتل منهم 46", [("killed", "46")]),
    ("70 شخصا قتلوا منهم 12 طفلا في القصف", [("killed", "70 شخصا"), ("killed", "12 طفلا")]),
    ("قتل 12 شخصا في زلزال من القصف على البلدة", [("killed", "12 شخصا")]),
    ("قتل 12 شخصا في زلزال ضرب البلدة", []),
    ("انتشلت الفرق 18 جثة، وما زال 15 شخصا تحت الأنقاض", [("killed", "18 جثة"), ("trapped", "15 شخصا")]),
    ("ما زالت 18 جثة تحت الأنقاض", [("killed", "18 جثة")]),
    ("سجل الفريق وفاة رجلين (2) وإصابة ثلاثة (3) آخرين بلغم", [("killed", "رجلين"), ("injured", "ثلاثة (3) آخرين")]),
    ("قتل رجلان (15 و19 عاما) بلغم", [("killed", "رجلان")]),
    ("سجلت عملية قتل عمد لمواطن في سرت", [("killed", "مواطن")]),
    ("أصيب تسعة برصاص الجيش السوري ومقاتلي حزب الله", [("injured", "تسعة")]),
    ("إصابة تسعة مدنيين بعد مطاردة للجيش المالي ومرتزقة فاغنر", [("injured", "تسعة مدنيين")]),
    ("قتل تسعة برصاص الجيش السوري وثلاثة من عناصره", [("killed", "تسعة"), ("killed", "ثلاثة من عناصره")]),
]  # fmt: skip

COUNTRY = """مقتل 40 شخصا في غارات على لبنان
قالت الوزارة إن 40 شخصا قتلوا الثلاثاء في غارات إسرائيلية على لبنان.
وقالت إن غارة على بلدة جون قتلت أربعة. وقتل ثلاثة في غارة على بلدة قانا.
"""
ONE_TOWN = """مقتل 40 شخصا في غارة على لبنان
قالت الوزارة إن 40 شخصا قتلوا الثلاثاء في غارة إسرائيلية على لبنان.
وقالت إن غارة على بلدة جون قتلت 40 شخصا. وقتل ثلاثة في غارة على بلدة قانا.
"""
ABROAD = """مقتل ثلاثة في قصف على معسكر شمالي بغداد
أعلنت القيادة في العراق مقتل ثلاثة جنود الخميس بصواريخ سقطت على معسكر التاجي شمالي بغداد.
وبعد ساعات قصفت طائرات مجهولة مواقع في البوكمال، ما أدى إلى مقتل 14 مقاتلا.
"""
RAISED = "قتل 14 مدنيا في درعا أمس. وقالت اللجنة إن 14 مدنيا قتلوا، ليرتفع عدد القتلى منذ بداية العام إلى 80."
SIX = """مقتل 25 في تفجير كنيسة بالقاهرة
قتل 25 شخصا الأحد في تفجير في كنيسة بالعباسية في القاهرة.
وقالت الوزارة إن من بين القتلى ست سيدات.
وكان ستة من رجال الشرطة قتلوا الجمعة في انفجار قنبلة في شارع الهرم.
"""
SENT_ON = (
    "أصيب سبعة بانفجار لغم في بلدة هجين، وكان المرصد السوري قد نشر في الأول من الشهر أن مسلحين أطلقوا النار "
    "في بلدة الشحيل وقتلوا ثلاثة مدنيين"
)


def _claim(text: str, figure: str) -> Claim:
    found = [c for c in tawthiq.read(text, published=PUBLISHED).claims if c.quote == figure and c.count is not None]
    assert found, figure
    return found[0]


@pytest.mark.parametrize("text, figure, event", EVENTS)
def test_events(text: str, figure: str, event: str) -> None:
    assert _claim(text, figure).event == event


@pytest.mark.parametrize("text, figure, actors", ACTORS)
def test_actors(text: str, figure: str, actors: tuple[str, ...]) -> None:
    assert _claim(text, figure).actors == actors


@pytest.mark.parametrize("text, figure, name", PLACES)
def test_places(text: str, figure: str, name: str) -> None:
    place = _claim(text, figure).place
    assert place is not None and place.name == name


@pytest.mark.parametrize("text, figure, start", DAYS)
def test_days(text: str, figure: str, start: str | None) -> None:
    time = _claim(text, figure).time
    assert (time.start if time is not None else None) == start


@pytest.mark.parametrize("text, figure, said", SOURCES)
def test_sources(text: str, figure: str, said: tuple[str, str] | None) -> None:
    source = _claim(text, figure).source
    assert ((source.text, source.kind) if source is not None else None) == said


@pytest.mark.parametrize("text, harmed", HARMED)
def test_who_was_harmed(text: str, harmed: list[tuple[str, str]]) -> None:
    assert [(c.outcome, c.quote) for c in tawthiq.read(text, published=PUBLISHED).claims] == harmed


@pytest.mark.parametrize("text, name, summed", [(COUNTRY, "Lebanon", True), (ONE_TOWN, "Jun", False)])
def test_a_countrys_figure_sums_up_what_its_towns_are_told_of(text: str, name: str, summed: bool) -> None:
    first = tawthiq.read(text, published=PUBLISHED).claims[0]
    assert first.place is not None and (first.place.name, first.cumulative) == (name, summed)


def test_what_a_monitor_had_told_before_is_another_incident() -> None:
    claims = tawthiq.read(SENT_ON, published=PUBLISHED).claims
    assert [(c.event, c.actors, c.place.name if c.place else None) for c in claims] == [
        ("landmine", (), "Hajin"), ("shooting", ("unknown_gunmen",), "Al-Shuhayl"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text, figure, name",
    [(ABROAD, "14 مقاتلا", "Al-Bukamal"), (SIX, "ست سيدات", "Abbasiya"), (SIX, "ستة من رجال الشرطة", "Haram")],
)
def test_figures_of_another_land_or_of_other_people_have_their_own_place(text: str, figure: str, name: str) -> None:
    place = _claim(text, figure).place
    assert place is not None and place.name == name


def test_a_toll_that_a_figure_raises_does_not_date_it() -> None:
    claims = [c for c in tawthiq.read(RAISED, published=PUBLISHED).claims if c.count is not None]
    days = [(c.time.start, c.time.end) for c in claims if c.time is not None]
    assert days == [("2024-10-15", "2024-10-15"), ("2024-10-15", "2024-10-15"), ("2024-01-01", "2024-10-16")]
    assert _claim("اعتقل الاحتلال 27 شابا، ليرتفع عدد المعتقلين منذ آذار إلى 300", "27 شابا").time is None
