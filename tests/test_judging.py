"""Which decisions of people hold, and what they make of claims."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.incidents import Judgement
from tawthiq.judging import Decisions, holding, judged
from tests.tolds import Report, told

START = datetime(2024, 1, 1, tzinfo=UTC)
A = Report("a")


def said(at: int, kind: str, *subjects: str, **values: object) -> Judgement:
    return Judgement(f"j{at}", kind, subjects, "Rana", START + timedelta(minutes=at), values, "")


# What was decided in order, and the ids that hold.
HOLDING = [
    ("nothing is undone", [said(1, "same", "a", "b"), said(2, "reject", "c")], ["j1", "j2"]),
    ("undone", [said(1, "same", "a", "b"), said(2, "undo", "j1")], []),
    ("an undo undone", [said(1, "same", "a", "b"), said(2, "undo", "j1"), said(3, "undo", "j2")], ["j1"]),
    ("an undo of nothing", [said(1, "undo", "j9"), said(2, "accept", "c")], ["j2"]),
]


@pytest.mark.parametrize(("judgements", "ids"), [row[1:] for row in HOLDING], ids=[row[0] for row in HOLDING])
def test_holding(judgements: list[Judgement], ids: list[str]) -> None:
    assert [j.id for j in holding(judgements)] == ids
    assert [j.id for j in holding(reversed(judgements))] == ids


def test_what_is_together_goes_on_by_way_of_others() -> None:
    decisions = Decisions([said(1, "same", "a", "b"), said(2, "same", "b", "c"), said(3, "different", "d", "a", "b")])
    assert decisions.together("a") == {"b", "c"}
    assert decisions.apart("d") == {"a", "b"} and decisions.apart("b") == {"d"} and not decisions.apart("c")
    assert decisions and not Decisions([said(1, "reject", "a")])


def test_of_a_merge_and_a_split_the_later_one_holds() -> None:
    merged, parted = (
        said(1, "same", "a", "b", "c", "d"),
        [said(2, "different", "a", "c", "d"), said(2, "same", "a", "b")],
    )
    decisions = Decisions([merged, *parted])
    assert decisions.together("a") == {"b"} and decisions.together("c") == {"d"} and "c" in decisions.apart("a")
    again = Decisions([merged, *parted, said(3, "same", "a", "b", "c", "d")])
    assert again.together("a") == {"b", "c", "d"} and not again.apart("a")
    undone = Decisions([merged, *parted, said(3, "undo", "j2")])
    assert undone.together("a") == {"b", "c", "d"} and not undone.apart("a")


def test_a_correction_leaves_the_rest_of_a_part() -> None:
    tolds = (told(A, 1, "10", source="monitor: المرصد السوري"), told(A, 2, "3", day=None))
    corrected, _ = judged(tolds, [
        said(1, "correct", "a:c1", count={"low": 12, "high": 12}, actors=["russia"], status="denied", quote="x"),
        said(2, "correct", "a:c2", time={"start": "2019-07-26", "end": "2019-07-26", "precision": "day"}),
    ])  # fmt: skip
    first, second = (t.claim for t in corrected)
    assert first.count is not None and (first.count.low, first.count.modifier) == (12, "exact")
    assert first.actors == ("russia",) and first.status == "denied" and first.quote == "10"
    assert first.source is not None and first.source.text == "المرصد السوري"
    assert second.time is not None and second.time.start == "2019-07-26"


def test_the_latest_verdict_holds() -> None:
    tolds = (told(A, 1, "10"),)
    reject, accept = said(1, "reject", "a:c1"), said(2, "accept", "a:c1")
    assert judged(tolds, [reject])[1] == {"a:c1": "rejected by Rana"}
    assert judged(tolds, [reject, accept])[1] == {}
    assert judged(tolds, [reject, accept, said(3, "undo", "j2")])[1] == {"a:c1": "rejected by Rana"}


@given(st.lists(st.sampled_from(["same", "reject", "undo"]), max_size=8), st.data())
def test_undoing_the_last_decision_gives_what_held_before(kinds: list[str], data: st.DataObject) -> None:
    judgements: list[Judgement] = []
    for at, kind in enumerate(kinds, 1):
        subject = data.draw(st.sampled_from([j.id for j in judgements])) if kind == "undo" and judgements else "a"
        judgements.append(said(at, kind, subject, *(["b"] if kind == "same" else [])))
    if judgements:
        undone = [*judgements, said(99, "undo", judgements[-1].id)]
        assert holding(undone) == holding(judgements[:-1])
