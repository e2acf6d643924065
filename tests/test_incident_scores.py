"""The measures of `tawthiq evaluate --incidents`."""

import json
from pathlib import Path

import pytest

from tawthiq.cli import main
from tawthiq.evaluation import Hand, bcubed, overlap, score_incidents


def test_bcubed_of_the_same_grouping_is_one() -> None:
    groups = {"a": "1", "b": "1", "c": "2"}
    assert bcubed(groups, {"a": "x", "b": "x", "c": "y"}) == (1.0, 1.0)


def test_bcubed_by_hand() -> None:
    wanted = {"a": "1", "b": "1", "c": "2"}
    precision, recall = bcubed(wanted, dict.fromkeys(wanted, "x"))
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3) and recall == 1.0
    assert bcubed(wanted, {"a": "x", "b": "y", "c": "z"}) == (1.0, pytest.approx(2 / 3))


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ((1, 5), (5, 9), True),
        ((1, 4), (5, 9), False),
        ((None, None), (None, None), True),
        ((None, None), (1, 2), False),
    ],
)
def test_overlap(a: tuple[int | None, int | None], b: tuple[int | None, int | None], both: bool) -> None:
    assert overlap(a, b) is both


def test_scores_name_what_is_mixed_and_split() -> None:
    hands = [Hand("one", ("r1", "r2"), (3, 5)), Hand("two", ("r1",), (7, 7))]
    wanted = {"r1:c1": "one", "r2:c1": "one", "r1:c2": "two"}
    found = score_incidents(hands, wanted, {"r1:c1": "x", "r2:c1": "y", "r1:c2": "x"}, {"x": (3, 7), "y": (3, 5)})
    assert found.mixed == (("one", "two"),) and found.split == ("one",)
    assert found.several == (1, 0, 1) and found.all == (2, 0, 2)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "r1": "قتل تسعة مدنيين في غارة على أريحا في إدلب أمس",
        "r2": "قال المرصد السوري إن أحد عشر مدنيا قتلوا في غارة على أريحا في إدلب أمس",
    }
    claims = {"r1": ("تسعة مدنيين", 9, None), "r2": ("أحد عشر مدنيا", 11, {"text": "المرصد السوري", "kind": "monitor"})}
    docs = [{"id": id, "text": text, "published": "2019-07-28", "outlet": id} for id, text in texts.items()]
    gold = [
        {"id": id, "claims": [{
            "id": "c1", "anchor": anchor, "outcome": "killed", "count": {"low": n, "high": n, "modifier": "exact"},
            "group": "civilian", "event": "airstrike", "actors": [], "status": "asserted", "source": source,
            "place": {"text": "أريحا", "name": "Ariha", "admin1": "Idlib", "country": "SY", "lat": 35.81, "lon": 36.61,
                      "level": "town"}, "time": {"start": "2019-07-27", "end": "2019-07-27"}, "incident": "ariha"}]}
        for id, (anchor, n, source) in claims.items()
    ]  # fmt: skip
    hand = [{"id": "ariha", "documents": ["r1", "r2"], "killed": {"low": 9, "high": 11}}]
    for name, rows in (("docs", docs), ("gold", gold), ("incidents", hand)):
        (tmp_path / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    names = [str(tmp_path / f"{name}.json") for name in ("docs", "gold", "incidents")]
    status = main(["evaluate", *names[:2], "--incidents", names[2], "--format", "json", "--floor", "hand_grouping=1"])
    found = json.loads(capsys.readouterr().out)
    assert status == 0
    assert found["hand"]["several"] == {"incidents": 1, "equal": 1, "overlapping": 1}
    assert found["reader"]["figures"]["grouping"] == 1.0
