"""Which figures sum up several incidents, and which are one incident's toll?"""

import pytest

import tawthiq

PUBLISHED = "2020-03-18"

SENTENCES = [
    ("قتل ثلاثون مدنيا منذ بداية الشهر", True),
    ("قتل تسعة في معارك مستمرة منذ مساء أمس", False),
    ("وثق المركز مقتل 86 مدنيا في شهر مايو", True),
    ("قتل مدني واحد في شهر مايو", False),
    ("قتل 40 جنديا في الهجوم الأكثر دموية على الثكنات منذ اندلاع القتال", False),
    ("قتل 40 جنديا أمس في أعلى حصيلة منذ مطلع العام", False),
    ("قتل 40 جنديا على الأقل منذ مطلع العام", True),
    ("قتل تسعة في غارات على مناطق متفرقة أمس", True),
    ("قتل تسعة في غارة على السوق أمس", False),
    ("قتلت الغارات 300 مدني خلال الأسابيع الماضية", True),
    ("يعيش أربعون ألف مدني محاصرين منذ عام", False),
    ("راح ضحيتها آلاف القتلى", True),
    ("أصيب عاملان بشظايا في أنحاء متفرقة من الجسم بقصف على الورشة أمس", False),
    ("سقط عشرون قتيلا بالقصف على المدينة في يوم واحد", True),
    ("أحصت النشرة مقتل ثمانية مدنيين خلال الفترة التي تغطيها", True),
    ("تخشى المنظمة فرار مئات الآلاف إذا اقتحم الجيش المدينة", False),
    ("قتل أربعة جنود أمس في هجومين شنهما مسلحون", False),
    ("قتل أربعة جنود أمس في ثلاث هجمات شنها مسلحون", True),
    ("قضى تسعة مدنيين أمس بقصف على قرى في سهل الغاب", True),
    ("قضى تسعة مدنيين أمس بقصف على قرية في سهل الغاب", False),
    ("قصف الطيران أمس بغارات استهدفت بلدات الريف وأسفرت عن مقتل تسعة", True),
    ("شن الطيران غارات على بلدات الريف أمس أسفرت عن مقتل تسعة في بلدة سرمين", False),
    ("قتل تسعة جنود أمس في كمين بعد سيطرة المسلحين على قرى الريف", False),
    ("قتل مئات المدنيين بالقصف على المدينة", True),
    ("قتل مئات المدنيين بانفجار في المرفأ أمس", False),
    ("أصيب ستة عمال خلال يوم في الميناء", True),
    ("تتجدد الاشتباكات بشكل يومي وأدت إلى مقتل ستة", True),
    ("بلغ مجمل الإصابات أمس 46 إصابة بقنابل الغاز", True),
    ("بلغ مجمل الإصابات أمس 46 إصابة بتفجير سيارة مفخخة", False),
    ("بلغت حصيلة القتلى منذ استئناف القصف على القطاع 930 قتيلا", True),
    ("قتل ثلاثة أمس في الهجوم الأعنف منذ سقوط المدينة", False),
    ("شن الطيران غارات عنيفة، أمس الأحد، على قرى الريف أسفرت عن مقتل تسعة", True),
    ("أوقعت المعارك في تلك السنوات 3000 قتيل", True),
    ("قتل 1200 شخص في هجوم كيميائي على البلدة", False),
    ("قتل سبعة شبان أمس في ثلاث عمليات اغتيال", True),
    ("قتل أربعة جنود أمس في هجوم شنه مسلحان", False),
    ("شهدت المدينة عام 1998 هجوما أوقع 40 قتيلا", False),
    ("نزحت ستون عائلة من البلدة أمس الثلاثاء هربا من الحرب", False),
    ("قتل تسعة أمس في حوادث أمنية متفرقة", True),
    ("قتل تسعة أمس في حادث أمني", False),
    ("وبذلك يرتفع العدد الكلي للقتلى إلى 71 قتيلا", True),
    ("ويعد التفجير الأسوأ من نوعه خلال العام الجاري وقد قتل فيه 60 شخصا", False),
    ("زادت الهجمات منذ مطلع العام وكان أبرزها الهجوم على المصنع الذي قتل فيه 24 عاملا", False),
    ("زادت الهجمات منذ مطلع العام وقتل فيها 24 عاملا", True),
    ("قضى تسعة مدنيين أمس في غارات على بلدات متفرقة من الريف", True),
    ("استهدف القصف بلدات متفرقة وأدى أمس إلى مقتل تسعة في السوق", False),
    ("قتل أربعة مزارعين أمس في عمليات اغتيال نفذها مسلحون", True),
    ("قتل مزارع أمس في عمليات اغتيال نفذها مسلحون", False),
    ("ارتفع عدد ضحايا مجازر الطيران أمس إلى 60 قتيلا", True),
    ("ارتفع عدد ضحايا مجزرة الطيران أمس إلى 60 قتيلا", False),
    ("قتل ثلاثة عمال بقصف خلال الساعات الماضية", False),
    ("خطف المسلحون منذ بداية الشهر طبيبا", False),
    ("خطف المسلحون منذ بداية الشهر ثلاثة أطباء", True),
]

PLACES = [
    ("بلغت حصيلة القصف في محافظة إدلب حتى مساء أمس 22 قتيلا", True),
    ("قتل أحد عشر شخصا أمس بتفجيرات في مدينتي بغداد والموصل", True),
    ("قتل أحد عشر شخصا أمس بتفجيرين في مدينتي بغداد والموصل", False),
    ("قتل ستة مدنيين أمس بقصف على سراقب وبنش وسرمين", True),
    ("لقي أربعة جنود حتفهم أمس بعبوة على الطريق بين الرمادي وتكريت", False),
    ("قتل شرطي أمس برصاص مجهولين في بغداد والموصل", False),
    ("قتل ستة مدنيين أمس بقصف على بلدتي سراقب وبنش", False),
]

ANOTHERS = [
    (
        "أعلن المركز، أمس الثلاثاء، عن مقتل 410 مدنيين، وإصابة 620 آخرين بأعمال عنف وتفجيرات خلال شهر شباط الماضي",
        [True, True],
    ),
    ("قتل ثلاثة جنود بقصف أمس، وأصيب 620 مدنيا بأعمال عنف خلال شهر شباط الماضي", [False, True]),
    ("قتل ستة شبان ليلا في بلدة قباطية، ليرتفع عدد القتلى خلال أسبوع إلى 21", [False, True]),
    ("أصيب أربعة جنود بتفجير في مدينة الموصل، وأضاف الجيش أنه قتل 90 مسلحا منذ بدء العملية", [False, True]),
]

BULLETINS = [
    ("رصد المركز 40 انتهاكا في تعز خلال شهر شباط الماضي. وقتل خمسة مدنيين بقذائف هاون وسبعة بألغام", [True, True]),
    ("زار المركز 40 أسرة في تعز أمس. وقتل خمسة مدنيين بقذائف هاون وسبعة بألغام", [False, False]),
    (
        "أحصت البعثة مقتل 52 مدنيا في ليبيا خلال شهر شباط الماضي. وسجلت مقتل 16 بالقصف في طرابلس وتسعة بالألغام في سرت",
        [True, True, True],
    ),
]

BREAKDOWNS = [
    ("قتل ستة عمال أمس. وأنقذت الفرق خلال ذات الفترة أربعين عاملا", [False, True]),
    ("قتل تسعة مدنيين وأصيب 12 آخرون أمس بقصف على قرى الريف", [True, True]),
    ("قتل تسعة مدنيين وأصيب 12 آخرون أمس بقصف على قرية في الريف", [False, False]),
    (
        "قتلت القوات منذ مطلع العام 19 شابا. وأضاف التقرير الذي يغطي الفترة ما بين (3 و16 آذار الجاري) أنها أصابت 64",
        [True, True],
    ),
    ("قتل 90 مدنيا منذ بداية الشهر، بينهم امرأة وسبعة أطفال", [True, False, True]),
    ("قتل 30 شخصا في سوريا أمس: 14 في حلب و9 في حماة و7 في درعا", [True] * 4),
    ("قتل 16 شخصا بغارات أمس على مدينتي إدلب وحلب، بينهم تسعة في كفرنبل", [True, False]),
    ("قتل 16 شخصا بغارات أمس، بينهم تسعة في خان يونس وسبعة في جباليا", [True, False, False]),
    ("قتل 30 شخصا في انفجار بمدينة حلب أمس، بينهم أربعة أطفال", [False, False]),
    ("جرح 70 متظاهرا أمس بالرصاص في بغداد والبصرة، بينهم 50 في محافظة بغداد و20 في محافظة البصرة", [True] * 3),
]

SUMS = [
    ("قتل 60 مدنيا خلال أيار. قتلت القوات 40 مدنيا، وقتلت الميليشيا 13 مدنيا، وقتل مجهولون سبعة", [None, 0, 0, 0]),
    ("قتل 60 مدنيا خلال أيار. قتلت القوات 40 مدنيا، وقتلت الميليشيا 13 مدنيا، وقتل مجهولون ستة", [None] * 4),
]

SINGLE = [(sentence, [expected]) for sentence, expected in (*SENTENCES, *PLACES)]


@pytest.mark.parametrize(("sentence", "expected"), [*SINGLE, *ANOTHERS, *BULLETINS, *BREAKDOWNS])
def test_a_figure_that_sums_incidents(sentence: str, expected: list[bool]) -> None:
    claims = [
        c for c in tawthiq.read(sentence, published=PUBLISHED).claims if c.outcome not in (None, "hit", "strikes")
    ]
    assert [c.cumulative for c in claims] == expected


def flags(report: str) -> dict[str, bool]:
    claims = tawthiq.read(report, published=PUBLISHED).claims
    return {c.quote: c.cumulative for c in claims if c.outcome not in (None, "hit", "strikes")}


def test_a_month_of_an_undated_report_is_summed_up() -> None:
    (claim,) = tawthiq.read("وثق المركز مقتل 86 مدنيا في شهر أيلول الماضي").claims
    assert (claim.cumulative, claim.time) == (True, None)


REPORTS = [
    ("قتلى بقصف على ريف حماة\nقتل تسعة مدنيين أمس بقصف على قرى ريف حماة.", [True, True]),
    ("قتلى بقصف على ريف حماة\nقتل تسعة مدنيين أمس بقصف على قرية في ريف حماة.", [False, False]),
    (
        "قتل 12 شخصا بقصف على حلب أمس.\nوقتل سبعة أشخاص بقذيفة في حي الميدان. وقتل خمسة بقذيفة في حي الزهراء.",
        [True, False, False],
    ),
    (
        "قتل 12 شخصا بقصف على حلب أمس.\nوقتل سبعة أشخاص بقذيفة في حي الميدان. وقتل أربعة بقذيفة في حي الزهراء.",
        [False, False, False],
    ),
]


@pytest.mark.parametrize(("report", "expected"), REPORTS)
def test_a_figure_that_sums_up_what_is_told_below(report: str, expected: list[bool]) -> None:
    claims = tawthiq.read(report, published=PUBLISHED).claims
    assert [c.cumulative for c in claims if c.outcome not in (None, "hit", "strikes")] == expected


def test_a_figure_told_again_is_the_sum_it_was() -> None:
    report = """مقتل 34 شخصا في العراق

قتل 34 شخصا في محافظات متفرقة من العراق خلال أسبوع، بحسب مصدر أمني.

وكانت سيارة ملغومة انفجرت أمس في سوق بمدينة الموصل وقتلت 12 مدنيا.
"""
    assert flags(report) == {"34 شخصا": True, "12 مدنيا": False}


def test_the_days_sum_of_a_country_in_title_and_lead() -> None:
    report = """20 قتيلا بهجمات في العراق

قتل 20 شخصا بهجمات في العراق أمس الثلاثاء، بحسب الشرطة.

ففي الموصل قتل تسعة بسيارة ملغومة انفجرت في السوق.

وفي بعقوبة قتل سبعة من المصلين بتفجير أمام مسجد.

وفي الرمادي قتل أربعة جنود بهجوم على حاجزهم.
"""
    found = flags(report)
    assert found.pop("20 شخصا") and found.pop("20 قتيلا")
    assert found and not any(found.values())


def test_what_a_monthly_count_goes_on_to_tell_is_of_the_month() -> None:
    report = """مقتل 91 مدنيا في سوريا خلال شباط الماضي

وثقت الشبكة مقتل 91 مدنيا في سوريا خلال شباط الماضي.

وقتلت قوات النظام 14 مدنيا بينهم ثلاثة أطفال، بينما قتلت جهات أخرى 77 مدنيا.
"""
    assert set(flags(report).values()) == {True}


def test_the_items_of_a_list_share_the_period_of_its_heading() -> None:
    report = """ارتفعت حصيلة القتلى في محافظة درعا منذ 2 آذار إلى 95 قتيلا، توزعوا كما يلي:
- 60 مدنيا بينهم تسعة أطفال
- 5 جنود قتلوا بعبوة في مدينة نوى
- 30 مسلحا
"""
    claims = [c for c in tawthiq.read(report, published=PUBLISHED).claims if c.outcome == "killed"]
    assert len(claims) == 5 and all(c.cumulative for c in claims)
    assert {(c.time.start, c.time.end) for c in claims if c.time} == {("2020-03-02", PUBLISHED)}
    assert [c.event for c in claims if c.group == "soldier"] == ["bombing"]


def test_each_province_of_a_list_has_its_sum() -> None:
    report = """أسفرت غارات أمس على لبنان عن الحصيلة الآتية:
• النبطية: ستة قتلى و31 جريحا
• البقاع: ثلاثة قتلى
"""
    assert flags(report) == {"ستة قتلى": True, "31 جريحا": True, "ثلاثة قتلى": True}


YEARLY = "قال مركز الرصد إن الألغام قتلت 60 مدنيا في تعز خلال عام 2019."


@pytest.mark.parametrize(
    "detail",
    ["وفي تفاصيل ذلك قتل 34 مدنيا بقذائف المدفعية، وطفلان بقنبلة يدوية.", "وبحسب التقرير قتل القناصة تسع نساء."],
)
def test_what_a_yearly_count_goes_on_to_tell_is_of_the_year(detail: str) -> None:
    assert set(flags(f"{YEARLY}\n{detail}").values()) == {True}


def test_an_attack_of_a_year_long_gone_is_no_sum() -> None:
    report = "حكمت المحكمة على من قتلوا ثمانية عمال في هجوم عام 2011.\nوأصاب الهجوم تسعة آخرين."
    assert flags(report) == {"ثمانية عمال": False, "تسعة آخرين": False}


def test_three_dead_of_three_places_are_the_sum_of_them() -> None:
    report = """مصرع ثلاثة أشخاص في حوادث أمنية ببغداد

قتل ثلاثة أشخاص في حوادث أمنية في العاصمة العراقية بغداد اليوم.
وقال المصدر إن شخصا قتل بعبوة في منطقة الحسينية شمال شرقي بغداد.
وأضاف أن شخصا قتل بتفجير في حي الطوبجي.
كما قتل شرطي بعبوة في قضاء المحمودية جنوبي بغداد."""
    claims = tawthiq.read(report, published=PUBLISHED).claims
    places = [c.place.name for c in claims if c.outcome == "killed" and c.place is not None]
    assert places == ["Baghdad", "Baghdad", "Husayniyah", "Tobji", "Mahmudiyah"]


@pytest.mark.parametrize(("sentence", "expected"), SUMS)
def test_figures_that_a_total_is_the_sum_of(sentence: str, expected: list[int | None]) -> None:
    claims = tawthiq.read(sentence, published=PUBLISHED).claims
    ids = [c.id for c in claims]
    assert [None if c.part_of is None else ids.index(c.part_of) for c in claims] == expected


@pytest.mark.parametrize(
    ("report", "event"),
    [
        ("شنت الجماعة الهجمات التي أسفرت عن مقتل 515 مزارعا منذ نيسان الماضي.", "attack"),
        ("أدت هجمات الحركة إلى مقتل 12 ألف شخص منذ عام 2009.", "war"),
        ("وثق المركز ثلاث مجازر في القرى. وهذه المجازر ترفع عدد الضحايا المدنيين منذ 6 يناير إلى 1250 شخصا.", "attack"),
        ("وثق المكتب مقتل 33 مدنيا في عمليات اغتيال بدرعا خلال شهر شباط الماضي بعد عشر سنوات من الحرب.", "attack"),
        ("وثق المكتب مقتل 33 مدنيا في هجمات بدرعا خلال شهر شباط الماضي بعد عشر سنوات من الحرب.", "war"),
        ("بلغ عدد ضحايا قصف الجيش الذين قتلوا منذ بداية العام 2020 في رازح 410 مدنيين.", "bombardment"),
        ("أسفرت هذه الضربات منذ بداية العام 2020 عن مقتل 21 مقاتلا في محيط دمشق.", "bombardment"),
        ("وثق المركز ثلاث مجازر منذ اندلاع الحرب. وارتفع عدد الضحايا المدنيين منذ 6 يناير إلى 1250 شخصا.", "war"),
    ],
)
def test_what_attacks_and_massacres_brought_about_is_no_war(report: str, event: str) -> None:
    assert [c.event for c in tawthiq.read(report, published=PUBLISHED).claims if c.outcome == "killed"] == [event]


def test_a_list_of_violations_is_of_no_war() -> None:
    lead = "أعلن المركز توثيق 88 انتهاكا لحقوق الإنسان خلال شهر شباط 2021."
    text = f"{lead}\nورصد الفريق مقتل 16 مدنيا، قتل سبعة منهم بقذائف الهاون، وثلاثة بانفجار لغم، وقتل مجهولون اثنين."
    assert {c.event for c in tawthiq.read(text, published="2021-03-09").claims if c.outcome} == {
        "unspecified", "shelling", "landmine"
    }  # fmt: skip
