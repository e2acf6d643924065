"""A monitor's reckoning of a month: to whom each figure is laid, and what is told of it alone."""

import pytest

import tawthiq

SYRIA, SDF, ISIS, HTS = "syrian_government", "sdf", "isis", "hts"
MONTH = "وثق مركز الفرات لحقوق الإنسان مقتل 83 مدنيا في سوريا خلال أيار الماضي، بينهم 17 طفلا و9 سيدات.\n"
PARTIES = MONTH + (
    "وقتلت قوات النظام السوري 41 مدنيا بينهم 8 أطفال، وقتلت قوات سوريا الديمقراطية 12 مدنيا، وقتل أربعة مدنيين على يد "
    "هيئة تحرير الشام.\n"
)

DOERS = [
    ("a whole", PARTIES, {83: []}),
    ("its parts", PARTIES, {17: []}),
    ("each party's own", PARTIES, {41: [SYRIA], 12: [SDF], 4: [HTS]}),
    ("a part of a party's", PARTIES, {8: [SYRIA]}),
    ("by nobody who could be found out", PARTIES + "وقتل 22 مدنيا برصاص لم يتمكن المركز من تحديد مصدره.", {22: []}),
    ("by fire of unknown origin", PARTIES + "وقتل 22 مدنيا بقذائف مجهولة المصدر.", {22: []}),
    ("by mines", PARTIES + "وقضى 22 مدنيا بانفجار ألغام.", {22: []}),
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
