"""Scores of small cases worked out by hand, and faults in gold files."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tawthiq.errors import InputError
from tawthiq.evaluation import Gold, Scores, answers, load_gold, load_lines, score
from tawthiq.evaluation.agree import same_place, same_source, same_time
from tawthiq.evaluation.shapes import Place, Source

TEXT = "مقتل 9 مدنيين وإصابة 30 آخرين، بينهم 4 أطفال، في حماة"


def claim(quote: str, outcome: str, low: int | None, **changed: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    made: dict[str, Any] = {
        "span": [start, start + len(quote)], "anchor": quote, "quote": quote, "outcome": outcome,
        "count": {"low": low, "high": low, "modifier": "exact"}, "group": "person", "part_of": None,
        "cumulative": False, "event": "airstrike", "actors": ["russia"], "status": "asserted",
        "place": {"text": "حماة", "level": "town", "country": "SY", "lat": 35.13, "lon": 36.75},
        "time": {"start": "2019-07-26", "end": "2019-07-26"}, "source": {"text": "مصدر طبي", "kind": "medical"},
    }  # fmt: skip
    return made | changed


KILLED = claim("9 مدنيين", "killed", 9)
INJURED = claim("30 آخرين", "injured", 30)
CHILDREN = claim("4 أطفال", "injured", 4, part_of="c2")


def scored(gold: list[dict[str, Any]], read: list[dict[str, Any]], ignored: tuple[tuple[int, int], ...] = ()) -> Scores:
    return score([Gold("d", TEXT, answers(gold), ignored)], {"d": answers(read)})


def test_all_right() -> None:
    scores = scored([KILLED, INJURED], [KILLED, INJURED])
    assert set(scores.figures().values()) == {1.0}
    assert not (scores.missed or scores.extra or scores.wrong)


def test_nothing_read_and_nothing_gold() -> None:
    assert scored([KILLED], []).figures()["found"] == 0.0
    assert scored([], []).figures()["whole"] == 0.0
    assert score([Gold("d", TEXT, answers([KILLED]), ())], {}).claims == (1, 0, 0)


def test_found_needs_the_figures_the_outcome_and_an_overlap() -> None:
    for wrong in (
        claim("9 مدنيين", "injured", 9),
        claim("9 مدنيين", "killed", 8),
        claim("30 آخرين", "killed", 9),
        claim("9 مدنيين", "killed", 9, count={"low": 9, "high": None, "modifier": "at_least"}),
    ):
        assert scored([KILLED], [wrong]).claims == (1, 1, 0)
    assert scored([KILLED], [claim("مقتل 9", "killed", 9)]).claims == (1, 1, 1)


def test_precision_recall_and_whole() -> None:
    wrong = claim("30 آخرين", "injured", 30, group="civilian")
    scores = scored([KILLED, INJURED, CHILDREN], [KILLED, wrong])
    figures = scores.figures()
    assert (figures["found_precision"], figures["found_recall"]) == (1.0, 2 / 3)
    assert figures["found"] == pytest.approx(0.8) and figures["whole"] == pytest.approx(0.4)
    assert figures["group"] == 0.5 and figures["event"] == 1.0
    assert [miss.claim.quote for miss in scores.missed] == ["4 أطفال"]
    assert [(wrong.field, wrong.read.group) for wrong in scores.wrong] == [("group", "civilian")]


def test_each_claim_is_paired_once_and_the_best_agreement_first() -> None:
    worse = claim("9 مدنيين", "killed", 9, event="attack", status="denied")
    assert scored([KILLED], [worse, KILLED]).figures()["event"] == 1.0
    assert scored([KILLED], [worse, KILLED]).claims == (1, 2, 1)


def test_loose_outcomes_and_statements_are_apart() -> None:
    hit = claim("حماة", "hit", None)
    statement = hit | {"outcome": None, "count": None}
    scores = scored([KILLED, hit], [KILLED, hit, statement])
    assert scores.claims == (1, 1, 1) and scores.loose == (1, 1, 1)


def test_claims_in_ignored_text_do_not_count() -> None:
    assert scored([], [KILLED], ((0, 14),)).claims == (0, 0, 0)


@pytest.mark.parametrize(
    ("field", "value", "agrees"),
    [
        ("event", "drone_strike", {"event": False, "event_family": True}),
        ("event", "bombardment", {"event": False, "event_family": True}),
        ("event", "shelling", {"event": False, "event_family": False}),
        ("actors", [], {"actors": False}),
        ("source", None, {"source": False, "source_kind": False}),
        ("source", {"text": "المصدر الطبي", "kind": "other"}, {"source": True, "source_kind": False}),
        ("place", None, {"place": False}),
        ("time", None, {"time": False}),
        ("cumulative", True, {"cumulative": False}),
        ("part_of", "c9", {"part_of": False}),
        ("count", {"low": 9, "high": 9, "modifier": "about"}, {"modifier": False}),
    ],
)
def test_fields(field: str, value: object, agrees: dict[str, bool]) -> None:
    figures = scored([KILLED], [claim("9 مدنيين", "killed", 9, **{field: value})]).figures()
    assert {name: figures[name] == 1.0 for name in agrees} == agrees


def test_fields_that_gold_leaves_open_are_not_judged() -> None:
    open_gold = claim("9 مدنيين", "killed", 9, time=None, source=None)
    scores = scored([open_gold], [claim("9 مدنيين", "killed", 9, source=None)])
    assert scores.fields["time"] == scores.fields["source_kind"] == (0, 0) and scores.fields["source"] == (1, 1)
    assert "time" not in scores.figures() and scores.figures()["whole"] == 1.0


def test_other_actors_are_one() -> None:
    gold, read = (claim("9 مدنيين", "killed", 9, actors=[f"other:{name}"]) for name in ("A", "B"))
    assert scored([gold], [read]).figures()["actors"] == 1.0


TOWN = Place("حماة", "town", "SY", 35.13, 36.75)


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        (TOWN, TOWN._replace(lat=35.25), True),
        (TOWN, TOWN._replace(lat=35.5), False),
        (TOWN._replace(level="district"), TOWN._replace(lat=35.5), True),
        (TOWN, TOWN._replace(country="LB"), False),
        (TOWN, TOWN._replace(level="country"), False),
        (TOWN._replace(lat=None), TOWN._replace(text="مدينة حماه"), True),
        (TOWN._replace(lat=None), TOWN._replace(text="حمص"), False),
        (TOWN._replace(level="country"), TOWN._replace(text="حمص"), False),
        (TOWN._replace(level="country"), TOWN._replace(text="حمص", level="country"), True),
    ],
)
def test_places(gold: Place, read: Place, same: bool) -> None:
    assert same_place(gold, read) is same


D = date.fromisoformat


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        (("2019-07-26", "2019-07-26"), ("2019-07-26", "2019-07-26"), True),
        (("2019-07-26", "2019-07-26"), ("2019-07-25", "2019-07-26"), False),
        (("2019-07-20", "2019-07-26"), ("2019-07-21", "2019-07-25"), True),
        (("2019-07-20", "2019-07-26"), ("2019-07-22", "2019-07-26"), False),
        (("2019-07-01", "2019-07-31"), ("2019-07-07", "2019-07-31"), True),
    ],
)
def test_times(gold: tuple[str, str], read: tuple[str, str], same: bool) -> None:
    assert same_time((D(gold[0]), D(gold[1])), (D(read[0]), D(read[1]))) is same


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("المرصد السوري", "مدير المرصد السوري لحقوق الإنسان", True),
        ("الهيئة الطبية", "هيئه", True),
        ("مصدر أمني", "ناشطون محليون", False),
        ("مصدر أمني", "مصدر", True),
    ],
)
def test_sources(gold: str, read: str, same: bool) -> None:
    assert same_source(Source(gold, None), Source(read, None)) is same


FAULTS = [
    ("{", "not valid JSON at line 1"),
    ("{}", "no list"),
    ('[{"id": "d"}]', "claims"),
    ('[{"id": "x", "claims": []}]', "no document has this id"),
    ('[{"id": "d", "claims": [{"id": "c1", "anchor": "مئة", "outcome": "killed"}]}]', "does not stand 1 times"),
    ('[{"id": "d", "claims": [{"id": "c7"}]}]', "claim c7"),
    ('[{"id": "d", "claims": [], "ignore": ["مئة"]}]', "ignores"),
]


@pytest.mark.parametrize(("content", "says"), FAULTS)
def test_a_fault_in_gold_is_named(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.json") as caught:
        load_gold(path, {"d": TEXT})
    assert says in str(caught.value)


def test_occurrence_says_which_appearance(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    gold = [{"id": "d", "claims": [{**KILLED, "anchor": "طفل", "occurrence": 2}], "ignore": ["أصيب"]}]
    path.write_text(json.dumps(gold), encoding="utf-8")
    (loaded,) = load_gold(path, {"d": "قتل طفل، ثم أصيب طفل"})
    assert (loaded.claims[0].start, loaded.claims[0].end) == (17, 20)
    assert loaded.ignored == ((12, 16),)


def test_lines_that_were_read_before(tmp_path: Path) -> None:
    path = tmp_path / "read.jsonl"
    path.write_text(json.dumps({"document": {"id": "d"}, "claims": [KILLED]}) + "\n\n", encoding="utf-8")
    assert load_lines(path)["d"][0].low == 9
    path.write_text('{"claims": []}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"read\.jsonl:1"):
        load_lines(path)
    with pytest.raises(InputError, match="no such file"):
        load_lines(tmp_path / "none.jsonl")
