"""The published JSON and CSV, on a document made by hand."""

import json
from datetime import date

import pytest

import tawthiq
from tawthiq import contract
from tawthiq.model import (
    Aside,
    Claim,
    ClaimPlace,
    ClaimSource,
    ClaimTime,
    Count,
    Document,
    Kin,
    Number,
    Span,
    Victim,
)

TEXT = "مقتل 91 شخصا في حلب"
CLAIM = Claim(
    "c1", Span(5, 12), "91 شخصا", "killed", Count(91, 91), "person", "شخصا", None, False, "bombardment", "القصف",
    ("russia", "syrian_government"), ("الطائرات",),
    ClaimPlace("حلب", "Aleppo", "Aleppo", "SY", 36.2, 37.15, "town", "x"),
    ClaimTime("2016-09-23", "2016-09-23", "الجمعة", "day"),
    ClaimSource("مصدر", "مدير", "medical", None, ("رويترز",), True),
    "asserted", ("harm.killed", "number.digits"),
)  # fmt: skip
STATEMENT = Claim(
    "c2", Span(0, 4), "مقتل", None, None, None, None, None, False, "denial", None, (), (), None, None, None, "denied"
)  # fmt: skip
NUMBER = Number(Span(5, 7), Count(91, 91), 91.0, 1, 2, "age", ("number.digits",))
VICTIM = Victim(
    "v1", Span(0, 4), "ليان", 1, 5, "female", Kin("sister", "سامر"), None, "child", "killed", "asserted", ("c1",), None,
    ("victims.claim",),
)  # fmt: skip
DOCUMENT = Document(
    "d1", TEXT, "ab12", "عنوان", None, "شام", date(2016, 9, 24), numbers=(NUMBER,), claims=(CLAIM, STATEMENT),
    victims=(VICTIM,),    aside=(Aside(Span(5, 7), "91", "numbers", "age"),),
)  # fmt: skip


def test_a_line() -> None:
    assert contract.line(DOCUMENT) == {
        "document": {
            "id": "d1", "sha256": "ab12", "url": None, "outlet": "شام", "title": "عنوان", "published": "2016-09-24",
            "language": "ar",
        },
        "claims": [
            {
                "id": "c1", "span": [5, 12], "quote": "91 شخصا", "outcome": "killed",
                "count": {"low": 91, "high": 91, "modifier": "exact", "vague": None, "of": None},
                "group": "person", "group_text": "شخصا", "part_of": None, "cumulative": False,
                "event": "bombardment", "event_text": "القصف", "actors": ["russia", "syrian_government"],
                "actors_text": ["الطائرات"],
                "place": {"text": "حلب", "name": "Aleppo", "admin1": "Aleppo", "country": "SY", "lat": 36.2,
                          "lon": 37.15, "level": "town", "id": "x"},
                "time": {"start": "2016-09-23", "end": "2016-09-23", "text": "الجمعة", "precision": "day"},
                "source": {"text": "مصدر", "role": "مدير", "kind": "medical", "id": None, "via": ["رويترز"],
                           "quoted": True},
                "status": "asserted", "because": ["harm.killed", "number.digits"],
            },
            {
                "id": "c2", "span": [0, 4], "quote": "مقتل", "outcome": None, "count": None, "group": None,
                "group_text": None, "part_of": None, "cumulative": False, "event": "denial", "event_text": None,
                "actors": [], "actors_text": [], "place": None, "time": None, "source": None, "status": "denied",
                "because": [],
            },
        ],
        "victims": [
            {
                "id": "v1", "span": [0, 4], "name": "ليان", "count": 1, "age": 5, "sex": "female",
                "kin": {"relation": "sister", "text": "سامر", "of": None}, "role": None, "group": "child",
                "outcome": "killed", "status": "asserted", "claims": ["c1"], "source": None,
                "because": ["victims.claim"],
            },
        ],
    }  # fmt: skip
    assert contract.victim_of(contract.victim(VICTIM)) == VICTIM


def test_marks_hold_every_layer_and_what_was_set_aside() -> None:
    marks = contract.line(DOCUMENT, marks=True)["marks"]
    assert list(marks) == [
        "sentences", "numbers", "dates", "places", "actors", "speakers", "casualties", "aside",
    ]  # fmt: skip
    assert marks["numbers"] == [
        {"span": [5, 7], "low": 91, "high": 91, "modifier": "exact", "vague": None, "of": None, "value": 91.0,
         "aside": "age", "because": ["number.digits"]}
    ]  # fmt: skip
    assert contract.line(DOCUMENT, aside=True)["aside"] == marks["aside"] == [
        {"span": [5, 7], "text": "91", "layer": "numbers", "reason": "age"}
    ]  # fmt: skip


def test_rows() -> None:
    rows = [dict(zip(contract.COLUMNS, row, strict=True)) for row in contract.rows(DOCUMENT)]
    assert rows[0]["low"] == "91" and rows[0]["actors"] == "russia; syrian_government"
    assert rows[0]["place_name"] == "Aleppo" and rows[0]["source_via"] == "رويترز" and rows[0]["cumulative"] == "false"
    assert rows[1]["outcome"] == rows[1]["low"] == rows[1]["lat"] == "" and rows[1]["status"] == "denied"
    assert rows[0]["victims"] == "ليان" and rows[1]["victims"] == ""


@pytest.mark.parametrize("published", [None, "2018-03-20"])
def test_what_is_read_is_json(published: str | None) -> None:
    document = tawthiq.read("قتل ثلاثة مدنيين وجرح 12 في غارة على دوما أمس، بحسب مصدر طبي", published=published)
    line = contract.line(document, marks=True)
    assert json.loads(json.dumps(line)) == line
    assert all(document.text[slice(*claim["span"])] == claim["quote"] for claim in line["claims"])
