"""A monitor's reckoning of a month: to whom each figure is laid, and what is told of it alone."""

import pytest

import tawthiq

SYRIA, SDF, ISIS, HTS = "syrian_government", "sdf", "isis", "hts"
MONTH = "وثق مركز الفرات لحقوق الإنسان مقتل 83 مدنيا في سوريا خلال أيار الماضي، بينهم 17 طفلا و9 سيدات.\n"
PARTIES = MONTH + (
    "وقتلت قوات النظام السوري 41 مدنيا بينهم 8 أطفال، وقتلت قوات سوريا الديمقراطية 12 مدنيا، وقتل أربعة مدنيين على يد "
    "هيئة تحرير الشام.\n"
)
FIRE = "قصفت قوات النظام السوري أحياء درعا بالقذائف والرصاص. "

DOERS = [
    ("a whole", PARTIES, {83: []}),
    ("its parts", PARTIES, {17: []}),
    ("each party's own", PARTIES, {41: [SYRIA], 12: [SDF], 4: [HTS]}),
    ("a part of a party's", PARTIES, {8: [SYRIA]}),
    ("by nobody who could be found out", FIRE + "وقتل 22 مدنيا بقذائف لم يتمكن المركز من تحديد مصدرها.", {22: []}),
    ("by fire whose origin is hard to tell", FIRE + "وقتل 22 مدنيا بقذائف تعذر تحديد مصدرها.", {22: []}),
    ("by fire of a known origin", FIRE + "وقتل 22 مدنيا بقذائف قوات النظام السوري بعد تحديد مصدرها.", {22: [SYRIA]}),
    ("by fire of unknown origin", FIRE + "وقتل 22 مدنيا بقذائف مجهولة المصدر.", {22: []}),
    ("by mines", PARTIES + "وقضى 22 مدنيا بانفجار ألغام.", {22: []}),
    ("by a force of the land, the monitor's seat abroad",
     "أحصى المركز، ومقره لندن، مقتل 29 مدنيا في حمص بنيران قوات النظام.", {29: [SYRIA]}),
    ("by the coalition that another leads",
     "أحصى المركز مقتل 29 مدنيا في صعدة بغارات التحالف الدولي بقيادة السعودية.", {29: ["saudi_coalition"]}),
    ("by the coalition", "أحصى المركز مقتل 29 مدنيا في الرقة بغارات التحالف الدولي.", {29: ["us_coalition"]}),
    ("beside a party's",
     PARTIES + "وأحصى التقرير مقتل 25 شخصا على يد قوات النظام السوري، كما أحصى مقتل 26 مدنيا بحوادث قنص.",
     {25: [SYRIA], 26: []}),
    ("before a party's",
     PARTIES + "ومن القتلى 27 من المسعفين، بينما قضى سبعة تحت التعذيب على يد قوات النظام السوري.",
     {27: [], 7: [SYRIA]}),
    ("of an incident", "قصفت قوات النظام السوري سوقا في أريحا. وقتل 14 مدنيا وأصيب 30.", {14: [SYRIA], 30: [SYRIA]}),
    ("told twice", "قتل تنظيم داعش 17 شخصا في دير الزور في أيار.\n" + MONTH, {83: []}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in DOERS], ids=[row[0] for row in DOERS])
def test_to_whom_a_figure_is_laid(text: str, expected: dict[int, list[str]]) -> None:
    claims = tawthiq.read(text, published="2022-06-02").claims
    found = {c.count.low: sorted(c.actors) for c in reversed(claims) if c.count and c.count.low in expected}
    assert found == {low: sorted(actors) for low, actors in expected.items()}


def test_a_part_takes_nothing_of_others_of_as_many() -> None:
    text = MONTH + "وسجل التقرير مقتل 17 شخصا في دير الزور تحت التعذيب على يد قوات النظام السوري.\n"
    child = next(c for c in tawthiq.read(text, published="2022-06-02").claims if c.group == "child")
    assert child.place is not None and child.place.name == "Syria"
    assert (child.event, child.actors) == ("unspecified", ())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وأوضح تقرير الشبكة الصادر أمس أن 21 مدنيا قتلوا في أيار.", "الشبكة"),
        ("وقال تقرير المنظمة السنوي إن 21 مدنيا قتلوا في أيار.", "المنظمة"),
        ("وقال بيان وزارة الدفاع الأخير إن 21 مدنيا قتلوا في أيار.", "وزارة الدفاع"),
        ("وقال المكتب الإعلامي إن 21 مدنيا قتلوا في أيار.", "المكتب الإعلامي"),
    ],
)
def test_whose_report_it_is(text: str, source: str) -> None:
    (claim,) = tawthiq.read(text, published="2022-06-02").claims
    assert claim.source is not None and claim.source.text == source


SHARES = [
    ("in brackets", "قتل (18) مدنيا في محافظة درعا، (5) منهم في مدينة نوى، و(6) في بلدة طفس، و(7) في الصنمين.",
     {18: "Daraa", 5: "Nawa", 6: "Tafas", 7: "Al-Sanamayn"}),
    ("from where", "اعتقلت قوات الاحتلال 300 فلسطيني، 118 منهم من القدس، و(85) من رام الله و97 من الخليل.",
     {118: "Jerusalem", 85: "Ramallah", 97: "Hebron"}),
    ("of a country", "قتل 20 مدنيا في سوريا بينهم (5) في حلب و(6) في إدلب و(9) في درعا.",
     {20: "Syria", 5: "Aleppo", 6: "Idlib", 9: "Daraa"}),
    ("the land of those most of whom fell elsewhere",
     "أعلنت بعثة الأمم المتحدة لمساعدة العراق مقتل 81 عراقيا خلال أيار، مبينة أن بغداد كانت أشد المناطق تضررا.",
     {81: "Iraq"}),
    ("the town that suffered", "كانت بغداد المدينة الأكثر تضررا إذ قتل فيها 81 شخصا.", {81: "Baghdad"}),
    ("an age", "قتل في حلب الشاب حسام عدنان (19) وأصيب (6) في إدلب.", {1: "Aleppo", 6: "Idlib"}),
    ("of another attack", "قتل 6 مدنيين بينهم 4 أطفال في دارة عزة، و5 في مدينة الباب.",
     {6: "Darat Izza", 4: "Darat Izza", 5: "Al-Bab"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SHARES], ids=[row[0] for row in SHARES])
def test_where_each_share_of_a_figure_fell(text: str, expected: dict[int, str]) -> None:
    claims = tawthiq.read(text, published="2022-06-02").claims
    found = {c.count.low: c.place and c.place.name for c in claims if c.count and c.count.low in expected}
    assert found == expected
