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
