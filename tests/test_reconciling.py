"""Each codebook's toll of an incident, with what became of every claim."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.incidents import Judgement, Told, Toll
from tawthiq.reconciling import incident
from tests.tolds import Report, told

A, B, C = Report("a"), Report("b"), Report("c", "2019-07-29")
DOCTOR, SURGEON = "hospital: سامر الحلبي (مدير مستشفى الرحمة)", "hospital: مدير مستشفى الرحمة"
MONITOR, ARMY = "monitor: المرصد السوري", "army: الجيش السوري"


def toll(tolds: list[Told], book: str = "airwars", outcome: str = "killed", group: str | None = None) -> Toll:
    (found,) = [t for t in incident("i", tolds).tolls[book] if t.outcome == outcome and t.group == group]
    return found


def each(*figures: str) -> list[Told]:
    """A claim of each of as many reports."""
    return [told(Report(f"r{at}"), 1, figure) for at, figure in enumerate(figures)]


# The claims of an incident, and the Airwars range of the killed.
RANGES = [
    ("two accounts", [told(A, 1, "~120", group="civilian"), told(A, 2, "91", source=DOCTOR)], (91, 120)),
    ("title and body of one report", [told(A, 1, "10"), told(A, 2, "10+")], (10, 10)),
    ("at least raises", [told(A, 1, "20+"), told(B, 1, "30", source=MONITOR)], (20, 30)),
    ("between", [told(A, 1, "30-40")], (30, 40)),
    ("a newer figure of one source", [told(A, 1, "10", source=MONITOR), told(C, 1, "16", source=MONITOR)], (16, 16)),
    ("its head speaks for it", [told(A, 1, "10", source=MONITOR), told(C, 1, "16", source="monitor: رامي عبد الرحمن")],
     (16, 16)),
    ("an early figure carried again", [told(A, 1, "16", source=MONITOR), told(C, 1, "10", source=MONITOR)], (16, 16)),
    ("a figure revised weeks later", [told(A, 1, "16", source=MONITOR),
                                      told(Report("d", "2019-08-20"), 1, "10", source=MONITOR)], (10, 10)),
    ("a few elsewhere in the report", [told(A, 1, "10", source=MONITOR), told(A, 2, "2"),
                                       told(C, 1, "11", source=MONITOR)], (11, 11)),
    ("an outlet follows its story up", [told(Report("a", outlet="o"), 1, "5"),
                                        told(Report("c", "2019-07-29", outlet="o"), 1, "9")], (9, 9)),
    ("an outlet looks back months later", [told(Report("a", outlet="o"), 1, "5"),
                                           told(Report("c", "2019-12-29", outlet="o"), 1, "9")], (5, 9)),
    ("a breakdown is not added", [told(A, 1, "10"), told(A, 2, "4", group="child", part_of="c1")], (10, 10)),
    ("another's breakdown is no total", [told(A, 1, "35", source=MONITOR),
                                         told(A, 2, "20", part_of="c1", source="media: سانا")], (35, 35)),
    ("parts without a total", [told(A, 1, "15", group="child", source=MONITOR),
                               told(A, 2, "2", group="woman", source=MONITOR)], (17, 17)),
    ("both sides' dead", [told(A, 1, "4", group="police"), told(A, 2, "4", group="fighter")], (8, 8)),
    ("one and his companions", [told(A, 1, "1", group="fighter", at=100), told(A, 2, "6", at=112)], (7, 7)),
    ("a month's toll told beside the attack's", [told(A, 1, "4", source=MONITOR), told(A, 2, "56", source=MONITOR),
                                                told(B, 1, "4", source=MONITOR)], (4, 4)),
    ("a toll that grows fast", [told(A, 1, "4", source=MONITOR), told(C, 1, "41", source=MONITOR)], (41, 41)),
    ("a few of many", [told(A, 1, "38"), told(B, 1, "4", group="fighter", source=MONITOR)], (38, 38)),
    ("one force, some of all", [told(A, 1, "5"), told(B, 1, "3", group="police"), told(C, 1, "14")], (5, 14)),
    ("a speaker of one side's dead", [told(A, 1, "4", group="police"), told(A, 2, "4", group="fighter"),
                                      told(A, 3, "4", group="fighter", source=MONITOR)], (8, 8)),
    ("women and children are not all", [told(A, 1, "100", source=MONITOR), told(B, 1, "5", group="child"),
                                        told(B, 2, "11", group="woman"), told(C, 1, "60")], (60, 100)),
    ("children known, nobody else", [told(A, 1, "39", source=MONITOR), told(B, 1, "29+", group="child")], (29, 39)),
    ("a single victim", [told(A, 1, "52+"), told(B, 1, "1", group="child")], (52, 52)),
    ("feared and unconfirmed", [told(A, 1, "10"), told(B, 1, "150+", status="unconfirmed"),
                                told(B, 2, "90", status="feared")], (10, 10)),
    ("denied", [told(A, 1, "10"), told(B, 1, "10", status="denied", source=ARMY)], (10, 10)),
    ("none, says the army", [told(A, 1, "10"), told(B, 1, "0", source=ARMY)], (10, 10)),
    ("nobody hurt", [told(A, 1, "0")], (0, 0)),
    ("no number", [told(A, 1, "dozens"), told(B, 1, "some")], (None, None)),
    ("a campaign's toll among them", [told(A, 1, "10"), told(B, 1, "400", cumulative=True)], (10, 10)),
    ("a day's toll over one town", [told(A, 1, "15", cumulative=True), told(B, 1, "15+", source=MONITOR)], (15, 15)),
    ("nothing but a day's toll over one town", [told(A, 1, "15", cumulative=True)], (15, 15)),
    ("a day's toll and that of one raid of it", [told(A, 1, "17", cumulative=True), told(A, 2, "10")], (10, 10)),
    ("a day's toll far above the others", [told(A, 1, "30", cumulative=True), told(B, 1, "10")], (10, 10)),
    ("far above all others", [told(A, 1, "10"), told(B, 1, "1600+")], (10, 10)),
    ("an early count that four outgrow", each("7", "14", "16", "15", "18"), (14, 18)),
    ("two early counts", each("3", "7", "14", "16", "15", "18"), (14, 18)),
    ("a low count that another shares", each("7", "7", "14", "16", "15", "18"), (7, 18)),
    ("a low count against three", each("38", "200", "215", "221"), (38, 221)),
    ("a report's own voice repeats its speaker", [told(A, 1, "12"), told(A, 2, "12", source=MONITOR),
                                                  told(C, 1, "14", source=MONITOR)], (14, 14)),
]  # fmt: skip


@pytest.mark.parametrize(("tolds", "ends"), [row[1:] for row in RANGES], ids=[row[0] for row in RANGES])
def test_airwars(tolds: list[Told], ends: tuple[int | None, int | None]) -> None:
    found = toll(tolds)
    assert (found.min, found.max) == ends
    assert {use.claim for use in found.uses} == {t.id for t in tolds}, "a claim is not explained"
    assert all(use.why for use in found.uses)


# The claims and how many independent accounts stand behind the toll.
ACCOUNTS = [
    ("a report and its speaker", [told(A, 1, "120"), told(A, 2, "91", source=DOCTOR)], 2),
    ("two outlets quote one hospital", [told(A, 1, "91", source=DOCTOR), told(B, 1, "91", source=DOCTOR)], 1),
    ("two outlets quote one monitor", [told(A, 1, "9", source=MONITOR),
                                       told(B, 1, "9", source="monitor: المرصد السوري لحقوق الإنسان")], 1),
    ("copies of one text", [told(A, 1, "9"), told(Report("b", text="a"), 1, "9")], 1),
    ("texts of one agency", [told(Report("a", wire="afp"), 1, "9"), told(Report("b", wire="afp"), 1, "9")], 1),
    ("unnamed speakers of one kind with one figure", [told(A, 1, "9", source="hospital: مصادر طبية"),
                                                      told(B, 1, "9", source="hospital: مصدر طبي")], 1),
    ("unnamed speakers with two figures", [told(A, 1, "9", source="hospital: مصادر طبية"),
                                           told(B, 1, "15", source="hospital: أطباء")], 2),
    ("one body by two names", [told(A, 1, "9", source="rescue: الخوذ البيضاء"),
                               told(B, 1, "9", source="rescue: رائد الصالح (مدير الدفاع المدني السوري)")], 1),
    ("two bodies with a word in common", [told(A, 1, "9", source=MONITOR),
                                          told(B, 1, "9", source="monitor: المرصد العراقي لحقوق الإنسان")], 2),
    ("a correspondent and the outlet's own voice", [told(A, 1, "9"), told(A, 2, "11", source="media: مراسلنا")], 1),
    ("the correspondent of the outlet by its name",
     [told(Report("a", outlet="النهار"), 1, "9"),
      told(Report("a", outlet="النهار"), 2, "11", source="media: مراسل قناة النهار")], 1),
    ("another outlet's correspondent", [told(Report("a", outlet="النهار"), 1, "9"),
                                        told(Report("a", outlet="النهار"), 2, "11", source="media: مراسل الغد")], 2),
    ("a state agency by three names", [told(Report(id), 1, "9", source=f"media: {name}") for id, name in zip(
        "abc", ("سانا", "وكالة الأنباء السورية الرسمية", "الوكالة العربية السورية للأنباء"), strict=True)], 1),
    ("without a number", [told(A, 1, "dozens"), told(B, 1, "some"), told(C, 1, "9", status="denied")], 2),
    ("two outlets", [told(A, 1, "9"), told(B, 1, "11")], 2),
    ("a report repeats its speaker", [told(A, 1, "9"), told(A, 2, "9", source=MONITOR)], 1),
    ("it repeats each part", [told(A, 1, "14", group="woman"), told(A, 2, "1", group="man"),
                              told(A, 3, "14", group="woman", source=MONITOR),
                              told(A, 4, "1", group="man", source=MONITOR), told(B, 1, "15", source=MONITOR)], 1),
]  # fmt: skip


@pytest.mark.parametrize(("tolds", "number"), [row[1:] for row in ACCOUNTS], ids=[row[0] for row in ACCOUNTS])
def test_accounts(tolds: list[Told], number: int) -> None:
    found = incident("i", tolds)
    assert found.sources == number
    assert {claim for account in found.accounts for claim in account.claims} == {t.id for t in tolds}


# The claims, the codebook, and its min, best and max.
BOOKS = [
    ("lowest until corroborated", [told(A, 1, "10"), told(B, 1, "14")], "acled", (10, 10, 10)),
    ("corroborated", [told(A, 1, "10"), told(B, 1, "14"), told(C, 1, "14", source=MONITOR)], "acled", (14, 14, 14)),
    ("dozens", [told(A, 1, "dozens")], "acled", (12, 12, 12)),
    ("hundreds", [told(A, 1, "hundreds")], "acled", (100, 100, 100)),
    ("several", [told(A, 1, "some")], "acled", (3, 3, 3)),
    ("a number beats a vague word", [told(A, 1, "dozens"), told(B, 1, "9")], "acled", (9, 9, 9)),
    ("low, best, high", [told(A, 1, "10"), told(B, 1, "14"), told(C, 1, "14", source=MONITOR)], "ucdp", (10, 14, 14)),
    ("a side's claim to high only", [told(A, 1, "10"), told(B, 1, "60", source=ARMY)], "ucdp", (10, 10, 60)),
    ("only a side says so", [told(A, 1, "35", group="fighter", source=ARMY)], "ucdp", (0, 0, 35)),
    ("civilians", [told(A, 1, "10", group="civilian"), told(B, 1, "14")], "ibc", (10, None, 14)),
    ("in doubt", [told(A, 1, "5"), told(B, 1, "5", group="fighter", source=ARMY)], "ibc", (0, None, 5)),
    ("fighters are left out", [told(A, 1, "16", group="fighter")], "ibc", (None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("tolds", "book", "ends"), [row[1:] for row in BOOKS], ids=[row[0] for row in BOOKS])
def test_books(tolds: list[Told], book: str, ends: tuple[int | None, ...]) -> None:
    found = toll(tolds, book)
    assert (found.min, found.best, found.max) == ends
    assert {use.claim for use in found.uses} == {t.id for t in tolds} and found.because


def test_acled_divides_a_total_of_several_days() -> None:
    found = toll([told(A, 1, "11", day="2019-07-25/2019-07-27")], "acled")
    assert "3 days, 5 on the first, 3 on each other" in found.because[-1]


def test_ibc_is_provisional_with_one_source() -> None:
    assert "provisional: one independent source" in toll([told(A, 1, "10")], "ibc").because


GRADES = [
    ("two accounts", [told(A, 1, "10"), told(B, 1, "12")], "fair"),
    ("one account", [told(A, 1, "10")], "weak"),
    ("copies", [told(A, 1, "10"), told(Report("b", text="a"), 1, "10")], "weak"),
    ("only a side", [told(A, 1, "10", source=ARMY, actors="hts")], "weak"),
    ("two doers", [told(A, 1, "10", source=MONITOR), told(B, 1, "10", source=ARMY, actors="hts")], "contested"),
    ("a side admits it", [told(A, 1, "10"), told(B, 1, "9", source=ARMY)], "confirmed"),
    ("fighters only", [told(A, 1, "10", group="fighter"), told(B, 1, "9", group="soldier")], "discounted"),
]


@pytest.mark.parametrize(("tolds", "name"), [row[1:] for row in GRADES], ids=[row[0] for row in GRADES])
def test_grades(tolds: list[Told], name: str) -> None:
    found = incident("i", tolds).grade
    assert found.name == name and found.because


def test_groups_and_objects_have_their_own_tolls() -> None:
    tolds = [
        told(A, 1, "39", source=MONITOR), told(A, 2, "12", group="child", part_of="c1", source=MONITOR),
        told(A, 3, "2", outcome="destroyed", group="building"), told(B, 1, "1", outcome="destroyed", group="building"),
        told(A, 4, "3", outcome="hit", group="rescue_centre"), told(A, 5, "1", outcome="hit", group="school"),
    ]  # fmt: skip
    assert toll(tolds, group="child").max == 12
    assert (toll(tolds, outcome="destroyed").min, toll(tolds, outcome="destroyed").max) == (1, 2)
    assert toll(tolds, outcome="hit", group="rescue_centre").max == 3


def test_what_people_reject_and_correct() -> None:
    when = datetime(2024, 1, 1, tzinfo=UTC)
    tolds = [told(A, 1, "10"), told(B, 1, "90")]
    reject = Judgement("j1", "reject", ("b:c1",), "Rana", when, why="misread")
    found = incident("i", tolds, [reject])
    (killed,) = [t for t in found.tolls["airwars"] if t.outcome == "killed" and t.group is None]
    assert killed.max == 10
    assert [use.why for use in killed.uses if use.claim == "b:c1"] == ["rejected by Rana: misread"]
    correct = Judgement("j2", "correct", ("b:c1",), "Rana", when, {"count": {"low": 9, "high": 9}})
    (killed,) = [t for t in incident("i", tolds, [correct]).tolls["airwars"] if t.outcome == "killed" and not t.group]
    assert (killed.min, killed.max) == (9, 10)
    undo = Judgement("j3", "undo", ("j2",), "Rana", when)
    assert incident("i", tolds, [correct, undo]) == incident("i", tolds)


def test_title_date_and_place() -> None:
    found = incident("i", [told(A, 1, "10"), told(B, 1, "9", place="Idlib"), told(C, 1, "9", day=None)])
    assert found.title == "Air strike, Ariha, 2019-07-27"
    assert found.actors == ("syrian_government",) and found.documents == ("a", "b", "c")


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["0", "1", "3", "10+", "~40", "8-12", "dozens", "700"]),
        st.sampled_from(["person", "civilian", "child", "fighter", "family"]),
        st.sampled_from([None, DOCTOR, SURGEON, MONITOR, ARMY, "witness: شهود عيان"]),
        st.sampled_from(["asserted", "asserted", "denied", "feared"]), st.integers(0, 3), st.booleans(),
    ),
    min_size=1, max_size=9,
)  # fmt: skip


@given(CLAIMS)
def test_every_toll_explains_every_claim_and_keeps_its_order(
    rows: list[tuple[str, str, str | None, str, int, bool]],
) -> None:
    tolds = [
        told(Report(f"r{report}", f"2019-07-2{6 + report}"), number, figure, group=group, source=source, status=status,
             part_of="c1" if part and number > 1 else None)
        for number, (figure, group, source, status, report, part) in enumerate(rows, 1)
    ]  # fmt: skip
    found = incident("i", tolds)
    for tolls in found.tolls.values():
        for one in tolls:
            ends = [end for end in (one.min, one.best, one.max) if end is not None]
            assert ends == sorted(ends)
            claims = [use.claim for use in one.uses]
            assert len(claims) == len(set(claims))
            wanted = {t.id for t in tolds if t.claim.outcome == one.outcome and one.group in (None, t.claim.group)}
            assert set(claims) == wanted
    assert found == incident("i", list(reversed(tolds)))
