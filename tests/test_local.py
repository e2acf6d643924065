"""Local news: the named victims, villages and several incidents of a day's report."""

import pytest

import tawthiq


def _said(text: str, field: str) -> dict[str, object]:
    """What a field says of each claim, by its quote."""
    found: dict[str, object] = {}
    for claim in tawthiq.read(text, published="2021-06-10").claims:
        if claim.count is None or not claim.outcome:
            continue
        value = getattr(claim, field)
        found[claim.quote] = value.name if field == "place" and value else list(value) if field == "actors" else value
    return found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قتل العريف ماهر ديب قرب بلدة طفس، وهو من سلقين في محافظة إدلب.", ["Tafas"]),
        ("قتل راعيان في بلدة داعل برصاص مجهولين، وهما من أبناء بلدة نصيب.", ["Dael"]),
        ("قتلت عجوز بقصف شنته القوات من مواقعها في سلقين على بلدة حارم.", ["Harem"]),
        ("انسحبت القوات من مواقعها في سلقين بعد مقتل راع.", ["Salqin"]),
        ("أصيب راع برصاصة في منطقة البطن قرب بلدة طفس.", ["Tafas"]),
        ("قتل العريف ماهر ديب قرب بلدة طفس، ثم قتل راع في سلقين.", ["Tafas", "Salqin"]),
    ],
)
def test_where_the_harmed_come_from_is_not_where_it_happened(text: str, places: list[str]) -> None:
    assert list(_said(text, "place").values()) == places


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("قال أحد سكان القرية إن الفتى سالم الحمود فقد حياته بانفجار لغم.", ["الفتى سالم الحمود"]),
        ("وأفاد أحد الأهالي بأن السيدة هند قتلت برصاصة.", ["السيدة هند"]),
        ("إن أحد سكان القرية المعروفة قتل بانفجار لغم.", ["أحد سكان"]),
    ],
)
def test_who_tells_of_a_death_is_not_the_dead(text: str, quotes: list[str]) -> None:
    assert list(_said(text, "outcome")) == quotes


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("انفجر لغم فأصيب راع، فيما قتلت عجوز جراء قنصها في مضايا.", "event", ["landmine", "sniper"]),
        ("انفجر لغم فأصيب راع، وقتلت عجوز كانت معه في مضايا.", "event", ["landmine", "landmine"]),
        ("أصيب راع بعبوة زرعها مجهولون، وقتلت عجوز برصاص قناصة النظام في مضايا.", "actors",
         [["unknown_gunmen"], ["syrian_government"]]),
        ("اغتيل تاجر متهم بالتعاون مع تنظيم داعش في بلدة نصيب.", "actors", [[]]),
        ("أصيب راع برصاص مجهولين، وقتلت عجوز برصاص قوات النظام في مضايا.", "actors",
         [["unknown_gunmen"], ["syrian_government"]]),
        ("قتل تاجر في هجوم مجموعة نفذته بالتعاون مع تنظيم داعش في بلدة نصيب.", "actors", [["isis"]]),
    ],
)  # fmt: skip
def test_what_is_told_of_one_is_not_of_another(text: str, field: str, values: list[object]) -> None:
    assert list(_said(text, field).values()) == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("استهدف ملثمون أحمد الكسواني قرب نصيب ما أدى إلى مقتله.", {"أحمد الكسواني": "killed"}),
        ("أطلق ملثمون النار على حسن الكسواني ما أدى إلى إصابته.", {"حسن الكسواني": "injured"}),
        ("اقتحم ملثمون بيت حسن الكسواني وأطلقوا عليه الرصاص ما أدى إلى مقتله.", {"حسن الكسواني": "killed"}),
        ("استهدف قناص المعلمة هند الكسواني، ما أدى إلى إصابتها.", {"المعلمة هند الكسواني": "injured"}),
        ("استهدف ملثمون شرطيا قرب نصيب ما أدى إلى مقتله.", {"شرطيا": "killed"}),
        ("اغتيال كل من «حسن الكسواني» و«سالم دحبور» في نصيب.", {"حسن الكسواني": "killed", "سالم دحبور": "killed"}),
        ("مقتل «حسن الكسواني»، وقال «سالم دحبور» إنه حزين.", {"حسن الكسواني": "killed"}),
        ("قال حسن الكسواني إن المرض أدى إلى وفاته.", {}),
        ("حضر حسن الكسواني إلى نصيب، ما أدى إلى مقتله.", {}),
    ],
)
def test_what_an_attack_came_to_is_told_of_whom_it_met(text: str, told: dict[str, str]) -> None:
    assert _said(text, "outcome") == told
