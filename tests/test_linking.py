"""Claims of one incident brought together across reports."""

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq import linking
from tawthiq.incidents import Judgement, Told
from tawthiq.linking import blocks, features, own, profiles
from tests.tolds import Report, told

A, B, C = Report("a"), Report("b"), Report("c")
UNDATED, AGAIN = Report("u", published=""), Report("v", published="")

# One claim of each of two reports, and whether they tell of one incident.
PAIRS = [
    ("the same town and day", told(A, 1, "10"), told(B, 1, "12"), True),
    ("a site in the town", told(A, 1, "10"), told(B, 1, "12", place="Ariha market"), True),
    ("the town in a province, the same toll", told(A, 1, "10"), told(B, 1, "10", place="Idlib"), True),
    ("a town far out in a countryside", told(A, 1, "10", place="Tadmur"), told(B, 1, "9", place="east of Homs"), True),
    ("a town on the other side", told(A, 1, "10", place="Rastan"), told(B, 1, "9", place="east of Homs"), False),
    ("a town far out in a corner", told(A, 1, "10", place="Tadmur"), told(B, 1, "9", place="south-east of Homs"), True),
    ("a town in the other corner",
     told(A, 1, "10", place="Rastan"), told(B, 1, "9", place="south-east of Homs"), False),
    ("a town in the countryside around", told(A, 1, "10", place="Tadmur"), told(B, 1, "9", place="around Homs"), True),
    ("a camp that no map knows", told(A, 1, "10", place="olive camp"), told(B, 1, "9", place="Idlib"), True),
    ("a camp that no map knows near a town", told(A, 1, "10", place="olive camp"), told(B, 1, "10"), True),
    ("two towns of one countryside", told(A, 1, "10", place="Jisr"), told(B, 1, "10"), False),
    ("a quarter that no map knows, told in two surroundings",
     told(A, 1, "10", place="crafts quarter"), told(B, 1, "10", place="crafts quarter again"), True),
    ("bombardment is said of air raids", told(A, 1, "10"), told(B, 1, "11", event="bombardment"), True),
    ("fresh news without a day", told(A, 1, "10"), told(B, 1, "10", day=None), True),
    ("another town of the same day", told(A, 1, "10"), told(B, 1, "10", place="Saraqib", event="shelling"), False),
    ("another day", told(A, 1, "10"), told(B, 1, "10", day="2019-07-22"), False),
    ("an old report without a day", told(A, 1, "10"), told(Report("b", "2019-05-02"), 1, "10", day=None), False),
    ("nobody knows when, and the kind is not said",
     told(UNDATED, 1, "9", day=None, actors=""), told(AGAIN, 1, "30", day=None, event="attack", actors=""), False),
    ("nobody knows when, one toll", told(UNDATED, 1, "9", day=None), told(AGAIN, 1, "9", day=None), True),
    ("another country", told(A, 1, "10"), told(B, 1, "10", place="Taiz"), False),
    ("gas is told wherever it is known", told(A, 1, "9"), told(B, 1, "40", event="chemical_attack", actors=""), False),
    ("a country and a day are shared by many", told(A, 1, "9", place="Syria"), told(B, 1, "7", place="Syria"), False),
    ("a country and no day", told(A, 1, "9", place="Syria", day=None), told(B, 1, "7", place="Syria", day=None), False),
    ("a town and its country", told(A, 1, "9"), told(B, 1, "7", place="Syria"), False),
    ("no place at all", told(A, 1, "9", place=None), told(B, 1, "7", place=None), False),
    ("a country and the same toll", told(A, 1, "9"), told(B, 1, "9", place="Syria"), True),
    ("a place alone shows nothing", told(A, 1, "9", place="Syria"), told(B, 1, "50", event="bombing"), False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_two_reports(first: Told, second: Told, one: bool) -> None:
    linked = linking.link([(first,), (second,)])
    assert (len(linked.claims) == 1) is one
    likeness = features.compare(linking.profile([first]), linking.profile([second]))
    assert likeness.score == pytest.approx(sum(weight for _, weight in likeness.reasons))
    if one:
        asked = set(blocks.asked(linking.profile([second])))
        assert asked & set(blocks.keys(linking.profile([first]))), "a pair of one incident shares no block"


# The claims of one report, and how many incidents they are of.
REPORTS = [
    ("title and body", [told(A, 1, "10"), told(A, 2, "10+"), told(A, 3, "30", outcome="injured")], 1),
    ("two towns", [told(A, 1, "10"), told(A, 2, "4", place="Saraqib")], 2),
    ("three towns of one countryside", [told(A, 1, "7", place="around Idlib"), told(A, 2, "4", place="Jisr"),
                                        told(A, 3, "4"), told(A, 4, "5", place="Kafranbel")], 3),
    ("two days", [told(A, 1, "10"), told(A, 2, "4", day="2019-07-26")], 2),
    ("a breakdown stays with its total", [told(A, 1, "10"), told(A, 2, "3", part_of="c1", place="Saraqib")], 1),
    ("a place told more closely", [told(A, 1, "10", place="Idlib"), told(A, 2, "11")], 1),
    ("a town with a toll of its own", [told(A, 1, "20", place="Idlib"), told(A, 2, "3")], 2),
    ("a site that no map knows, and a town with a toll of its own",
     [told(A, 1, "20", place="olive camp"), told(A, 2, "2")], 2),
    ("a campaign's toll is of none", [told(A, 1, "10"), told(A, 2, "400", cumulative=True, place="Idlib")], 1),
    ("a day's toll over one town", [told(A, 1, "10", cumulative=True), told(A, 2, "30", outcome="injured")], 1),
    ("a day's toll over a province is of none", [told(A, 1, "10", cumulative=True, place="Idlib")], 0),
    ("what is planned is of none", [told(A, 1, "45", event="execution", status="planned")], 0),
    ("a war's toll is of none", [told(A, 1, "350000", event="war", place="Syria")], 0),
    ("a toll of two weeks is of none", [told(A, 1, "90", place="Idlib", day="2019-07-14/2019-07-27")], 0),
    ("places and causes", [told(A, n, "5", place=p, event=e, actors=who) for n, (p, e, who) in enumerate(
        [("Ariha", "airstrike", "russia"), ("Saraqib", "airstrike", "russia"), ("Taiz", "shelling", "houthi"),
         ("Ariha", "bombing", "isis")], 1)], 4),
    ("an attack and the answer to it", [told(A, 1, "5", event="attack", actors="isis", place="Saraqib"),
                                        told(A, 2, "7", event="airstrike", actors="syrian_government")], 2),
    ("two accused of one attack", [told(A, 1, "5", event="attack", actors="isis"),
                                   told(A, 2, "5", event="airstrike", actors="syrian_government")], 1),
]  # fmt: skip


@pytest.mark.parametrize(("tolds", "number"), [row[1:] for row in REPORTS], ids=[row[0] for row in REPORTS])
def test_one_report(tolds: list[Told], number: int) -> None:
    assert len(own.groups(tuple(tolds))) == number


def test_what_one_report_tells_apart_no_other_runs_together() -> None:
    thursday, friday = told(A, 1, "10"), told(A, 2, "40", day="2019-07-26")
    both = told(B, 1, "11", day=None)
    for reports in ([(thursday, friday), (both,)], [(both,), (thursday, friday)]):
        linked = linking.Linked()
        for report in reports:
            linked.add(report)
        assert linked.home["a:c1"] != linked.home["a:c2"]


def judgement(kind: str, *subjects: str, id: str = "j1") -> Judgement:
    return Judgement(id, kind, subjects, "Rana", datetime(2024, 1, 1, tzinfo=UTC))


def test_a_decision_joins_what_nothing_else_does() -> None:
    reports = [(told(A, 1, "10"),), (told(B, 1, "10", place="Taiz"),)]
    assert len(linking.link(reports).claims) == 2
    assert len(linking.link(reports, [judgement("same", "a:c1", "b:c1")]).claims) == 1
    undone = [judgement("same", "a:c1", "b:c1"), judgement("undo", "j1", id="j2")]
    assert len(linking.link(reports, undone).claims) == 2


def test_a_decision_parts_what_is_alike() -> None:
    reports = [(told(A, 1, "10"),), (told(B, 1, "10"),), (told(C, 1, "10"),)]
    linked = linking.link(reports, [judgement("different", "a:c1", "b:c1")])
    assert linked.home["a:c1"] != linked.home["b:c1"]


def test_a_decision_parts_the_claims_of_one_report() -> None:
    reports = [(told(A, 1, "10"), told(A, 2, "12"))]
    linked = linking.link(reports, [judgement("different", "a:c2", "a:c1")])
    assert linked.home["a:c1"] != linked.home["a:c2"]


def test_a_correction_moves_a_claim() -> None:
    correct = Judgement("j", "correct", ("b:c1",), "Rana", datetime(2024, 1, 1, tzinfo=UTC),
                        {"place": {"name": "Ariha", "admin1": "Idlib", "country": "SY", "lat": 35.81, "lon": 36.61,
                                   "level": "town", "id": "SY.ariha"}})  # fmt: skip
    reports = [(told(A, 1, "10"),), (told(B, 1, "10", place="Taiz"),)]
    assert len(linking.link(reports, [correct]).claims) == 1


def test_a_bridge_joins_two_incidents() -> None:
    lone = told(Report("a", "2019-07-28"), 1, "10", place="Idlib", actors="", event="attack", day=None)
    town = told(Report("b", "2019-07-28"), 1, "11", actors="", event="attack", day=None)
    bridge = told(Report("c", "2019-07-29"), 1, "11")
    linked = linking.link([(lone,), (town,), (bridge,)])
    assert linked.home["b:c1"] == linked.home["c:c1"]


def test_a_long_report_weighs_no_more_than_a_short_one() -> None:
    long = tuple(told(A, number, "10", place="Ariha market") for number in range(1, 30))
    shown = linking.profile([*long, told(B, 1, "10")])
    assert {place.name for place in features.main(shown.places)} == {"سوق أريحا", "Ariha"}
    assert shown.documents == 2


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_reports_dated_a_day_late_come_together_in_any_order(order: tuple[int, ...]) -> None:
    first = told(Report("a", "2019-07-27"), 1, "3", event="explosion", actors="")
    later = [told(Report(id, "2019-07-28"), 1, "16", event="explosion", actors="", day="2019-07-28") for id in "bc"]
    bridge = told(Report("d", "2019-07-28"), 1, "16", event="explosion", actors="")
    reports = [first, *later, bridge]
    linked = linking.Linked()
    for at in order:
        linked.add((reports[at],))
    assert len(linked.claims) == 1


def test_an_incident_keeps_its_id_as_reports_come() -> None:
    first = linking.link([(told(A, 1, "10"),)])
    both = linking.link([(told(A, 1, "10"),), (told(B, 1, "12"),)])
    assert set(first.claims) == set(both.claims)


CLAIMS = st.builds(
    lambda number, figure, place, event, day, group: (number, figure, place, event, day, group),
    st.integers(1, 6), st.sampled_from(["3", "10+", "~40", "8-12", "dozens"]),
    st.sampled_from(["Ariha", "Saraqib", "Idlib", "Syria", None]), st.sampled_from(["airstrike", "shelling", "attack"]),
    st.sampled_from(["2019-07-27", "2019-07-26", None]), st.sampled_from(["person", "child", "fighter"]),
)  # fmt: skip
Row = tuple[int, str, str | None, str, str | None, str]
RUNS = st.lists(st.lists(CLAIMS, min_size=1, max_size=4), min_size=1, max_size=6)


def made(run: list[list[Row]]) -> list[tuple[Told, ...]]:
    return [
        tuple(
            told(Report(f"r{at}", f"2019-07-2{7 + at % 3}"), number, row[1], place=row[2], event=row[3], day=row[4],
                 group=row[5])
            for number, row in enumerate(rows, 1)
        )
        for at, rows in enumerate(run)
    ]  # fmt: skip


@given(RUNS, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(run: list[list[Row]], random: object) -> None:
    reports = made(run)
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert linking.link(reports).home == linking.link(shuffled).home


@given(RUNS)
def test_every_claim_is_in_one_incident_at_most(
    run: list[list[Row]],
) -> None:
    linked = linking.link(made(run))
    placed = [claim for claims in linked.claims.values() for claim in claims]
    assert sorted(placed) == sorted(linked.home) and len(placed) == len(set(placed))


@given(RUNS)
def test_a_profile_is_written_and_read_again(
    run: list[list[Row]],
) -> None:
    found = profiles.of([t for tolds in made(run) for t in tolds])
    assert profiles.from_json(profiles.to_json(found)) == found
    assert len(blocks.keys(found)) <= 400
