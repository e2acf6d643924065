"""The rules of the recorders, each with cases that its source settles. The sources, as in docs/incidents.md:

ACLED     ACLED, Codebook: fatalities
UCDP      UCDP, GED Codebook and Methodology: low, best and high
IBC       Iraq Body Count, Methods 1 and 3
Airwars   Airwars, Methodology note: ranges, grades
"""

import pytest

from tawthiq.incidents import Told
from tawthiq.reconciling import incident
from tests.tolds import Report, told

A, B, C, D = Report("a"), Report("b"), Report("c", "2019-07-29"), Report("d", "2019-07-30")
MONITOR, HOSPITAL = "monitor: المرصد السوري", "hospital: مستشفى الرحمة"
ARMY, REBELS = "army: الجيش السوري", "armed_group: جيش الفتح"

# The rule and its source, the claims, the codebook, and min, best and max of the killed.
TOLLS = [
    ("ACLED: sources differ: the lowest", [told(A, 1, "30"), told(B, 1, "45"), told(C, 1, "60")],
     "acled", (30, 30, 30)),
    ("ACLED: until a higher one is corroborated",
     [told(A, 1, "30"), told(B, 1, "45"), told(C, 1, "45", source=MONITOR)], "acled", (45, 45, 45)),
    ("ACLED: a copy corroborates nothing",
     [told(A, 1, "30"), told(B, 1, "45"), told(Report("c", text="b"), 1, "45")], "acled", (30, 30, 30)),
    ("ACLED: of a vague estimate and a number, the number", [told(A, 1, "hundreds"), told(B, 1, "40")],
     "acled", (40, 40, 40)),
    ("ACLED: of two vague estimates the lower", [told(A, 1, "hundreds"), told(B, 1, "dozens")], "acled", (12, 12, 12)),
    ("ACLED: several, a few", [told(A, 1, "some")], "acled", (3, 3, 3)),
    ("ACLED: only casualties", [told(A, 1, "20", outcome="casualties")], "acled", (0, 0, 0)),
    ("ACLED: only injuries", [told(A, 1, "20", outcome="injured")], "acled", (0, 0, 0)),
    ("ACLED: at least twenty", [told(A, 1, "20+")], "acled", (20, 20, 20)),
    ("ACLED: a range, its lowest", [told(A, 1, "20-30")], "acled", (20, 20, 20)),
    ("ACLED: the fighters dead count too", [told(A, 1, "9", group="fighter")], "acled", (9, 9, 9)),
    ("UCDP: lowest reliable, most likely, highest",
     [told(A, 1, "10"), told(B, 1, "12", source=MONITOR), told(C, 1, "12", source=HOSPITAL), told(D, 1, "15")],
     "ucdp", (10, 12, 15)),
    ("UCDP: what a side claims of its enemy goes to high", [told(A, 1, "10"), told(B, 1, "80", source=REBELS)],
     "ucdp", (10, 10, 80)),
    ("UCDP: what a side claims and others say as well is reliable", [told(A, 1, "80"), told(B, 1, "80", source=REBELS)],
     "ucdp", (80, 80, 80)),
    ("UCDP: soldiers, fighters and civilians are one total",
     [told(A, 1, "4", group="soldier"), told(A, 2, "3", group="fighter"), told(A, 3, "2", group="civilian")],
     "ucdp", (9, 9, 9)),
    ("IBC: lowest and highest of credible reports", [told(A, 1, "10"), told(B, 1, "14", source=MONITOR)],
     "ibc", (10, None, 14)),
    ("IBC: fighters are no civilians", [told(A, 1, "10", group="civilian"), told(B, 1, "3", group="fighter")],
     "ibc", (10, None, 10)),
    ("IBC: police are", [told(A, 1, "6", group="police")], "ibc", (6, None, 6)),
    ("IBC: doubtful that they were civilians: from 0", [told(A, 1, "6"), told(B, 1, "6", group="fighter", source=ARMY)],
     "ibc", (0, None, 6)),
    ("Airwars: from the lowest to the highest account", [told(A, 1, "10"), told(B, 1, "14"), told(C, 1, "12")],
     "airwars", (10, None, 14)),
    ("Airwars: a range of one source", [told(A, 1, "10-16"), told(B, 1, "12")], "airwars", (10, None, 16)),
]  # fmt: skip


@pytest.mark.parametrize(("tolds", "book", "ends"), [row[1:] for row in TOLLS], ids=[row[0] for row in TOLLS])
def test_tolls(tolds: list[Told], book: str, ends: tuple[int | None, ...]) -> None:
    (found,) = [t for t in incident("i", tolds).tolls[book] if t.outcome == "killed" and t.group is None]
    assert (found.min, found.best, found.max) == ends
    assert found.because


# The rule of Airwars and the claims, the grade, and a word of its reason.
GRADES = [
    ("confirmed: the belligerent took responsibility", [told(A, 1, "9"), told(B, 1, "9", source=ARMY)],
     "confirmed", "of its own side"),
    ("not where it admits its enemy's dead only", [told(A, 1, "9", group="fighter", source=ARMY), told(B, 1, "9")],
     "weak", "one independent account"),
    ("fair: two credible sources", [told(A, 1, "9"), told(B, 1, "11", source=MONITOR)], "fair", "2 independent"),
    ("weak: a single source", [told(A, 1, "9", source=MONITOR)], "weak", "one independent account"),
    ("weak: one hospital in two outlets", [told(A, 1, "9", source=HOSPITAL), told(B, 1, "9", source=HOSPITAL)],
     "weak", "one independent account"),
    ("contested: competing claims of responsibility",
     [told(A, 1, "9", source=MONITOR), told(B, 1, "9", source=REBELS, actors="russia")], "contested", "names"),
    ("discounted: those harmed were combatants", [told(A, 1, "9", group="fighter"), told(B, 1, "9", group="soldier")],
     "discounted", "fighters or soldiers only"),
]  # fmt: skip


@pytest.mark.parametrize(("tolds", "name", "why"), [row[1:] for row in GRADES], ids=[row[0] for row in GRADES])
def test_grades(tolds: list[Told], name: str, why: str) -> None:
    found = incident("i", tolds).grade
    assert (found.name, why in found.because[0]) == (name, True), found


def test_the_raids_of_a_day_on_eastern_aleppo() -> None:
    """An agency's own figure and a hospital director's: two accounts; what was destroyed and hit stands beside."""
    tolds = [
        told(A, 1, "~120", group="civilian"), told(A, 2, "91", source="hospital: سامر الحلبي (مدير مستشفى)"),
        told(A, 3, "40", outcome="destroyed", group="building", source="rescue: الدفاع المدني"),
        told(A, 4, "3", outcome="hit", group="rescue_centre", source="rescue: الدفاع المدني"),
    ]  # fmt: skip
    found = incident("i", tolds)
    ends = {(toll.outcome, toll.group): (toll.min, toll.max) for toll in found.tolls["airwars"]}
    assert ends["killed", None] == (91, 120)
    assert ends["destroyed", None] == (40, 40)
    assert ends["hit", None] == (3, 3)
    assert (found.sources, found.grade.name) == (2, "fair")
