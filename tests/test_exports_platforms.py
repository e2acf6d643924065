"""Files for other platforms, by the rules of those platforms' own importers."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from tawthiq.exporters import Record, Report, Setting, writer
from tawthiq.exporters.links import visitable
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import exporting
from tests import exports
from tests.exported import members

# What stands in reports that people paste into tables: each a trap for some importer.
HOSTILE = (
    Report("a", "خبر, أول\nوثان «3,000»", "@قناة", "https://a.example/?q=1,2|3", "2019-07-28", "0" * 64),
    Report("b", 'He said "no", twice', " Times, Daily | Weekly ", "http://[b", "2019-07-28", "1" * 64),
    Report("c", None, None, "telegram", None, "2" * 64),
)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    ledger = exports.fill(str(tmp_path_factory.mktemp("platforms") / "tawthiq.db"))
    with exporting.opened(ledger) as open_ledger, open_ledger.looking():
        return list(exporting.Records(open_ledger, exporting.Order("jsonl", Wanted()), lambda done: None))


def written(format: str, records: list[Record]) -> dict[str, str]:
    stream = io.BytesIO()
    writer(format)(records, Setting("tawthiq test"), stream)
    return members(format, stream.getvalue())


def hostile(record: Record) -> Record:
    """The same incident, told by reports that no importer would like."""
    names = [report.id for report in HOSTILE]
    ids = {report.id: names[at % len(names)] for at, report in enumerate(record.reports)}
    people = tuple(
        replace(person, namings=tuple(replace(one, document=ids[one.document]) for one in person.namings))
        for person in record.people
    )
    return replace(record, reports=HOSTILE, people=people)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_uwazi_reads_ranges_positions_and_relations(records: list[Record]) -> None:
    found = written("uwazi", records)
    incidents, reports = (table(found[f"{name}.csv"]) for name in ("incidents", "reports"))
    first = incidents[0]
    assert (first["date_range"], first["point_geolocation"]) == ("2019-07-27:2019-07-27", "35.81|36.61")
    assert (first["event__ar"], first["country__ar"], first["grade__ar"]) == ("غارة جوية", "سوريا", "متنازع عليها")
    assert {title for row in incidents for title in row["reports"].split("|")} <= {row["title"] for row in reports}
    properties = json.loads(found["incidents_template.json"])["properties"]
    assert {property["name"] for property in properties} == {name.partition("__")[0] for name in first} - {"title"}
    assert {property["label"] for property in properties if property["type"] == "geolocation"} == {"point"}


def test_uwazi_finds_each_report_by_a_title_that_no_cell_changes(records: list[Record]) -> None:
    found = written("uwazi", [hostile(record) for record in records])
    for row in table(found["incidents.csv"]):
        assert set(row["reports"].split("|")) == {report["title"] for report in table(found["reports.csv"])}
    links = {report["report_code"]: report["url"] for report in table(found["reports.csv"])}
    assert links == {"a": "@قناة|https://a.example/?q=1%2C2%7C3".replace("@", "'@", 1), "b": "", "c": ""}


def test_uwazi_has_no_quoted_cell(records: list[Record]) -> None:
    """Its importer hangs where the first part of the file ends inside one."""
    found = written("uwazi", [hostile(record) for record in records])
    assert '"' not in found["incidents.csv"] + found["reports.csv"]
    headlines = [report["headline"] for report in table(found["reports.csv"])]
    assert headlines == ["خبر، أول وثان «3000»", "He said ”no” · twice", ""]


def test_bayanat_has_what_its_models_require(records: list[Record]) -> None:
    found = written("bayanat", records)
    actors = table(found["actors.csv"])
    assert [(row["name_ar"], row["sex"], row["event_type"]) for row in actors] == [(exports.VICTIM, "Male", "Death")]
    mapping = json.loads(found["actors_mapping.json"])["data"]["map"]
    columns = [name for key, names in mapping.items() if key not in ("events", "description") for name in names]
    assert set(columns) <= set(actors[0])
    assert json.loads(found["incidents.json"])[0]["item"]["killed_max"] == 15


# The keys of its models for items; others are taken for dynamic fields, and refused where there is none of that name.
COUNTS = {f"{outcome}_{end}" for outcome in ("killed", "injured") for end in ("min", "best", "max")}
KEYS = {
    "bulletins": {"originid", "title", "title_ar", "comments", "source_link", "source_link_type", "publish_date",
                  "description", "tags", "geoLocations", "status"},
    "incidents": {"title", "title_ar", "comments", "description", "status", *COUNTS},
}  # fmt: skip


@pytest.mark.parametrize("name", KEYS)
def test_bayanat_takes_every_item(records: list[Record], name: str) -> None:
    items = [one["item"] for one in json.loads(written("bayanat", [*map(hostile, records)])[f"{name}.json"])]
    for item in items:
        assert set(item) <= KEYS[name]
        assert item["title"] and item["comments"] and len(item["title"]) <= 255
    if name == "bulletins":
        assert [item["source_link"] for item in items] == ["https://a.example/?q=1,2|3", "NA", "NA"]
    else:
        assert all(record.incident["id"] in item["comments"] for record, item in zip(records, items, strict=True))


def test_bayanat_takes_an_outlet_with_a_comma_for_one_source(records: list[Record]) -> None:
    (victim,) = table(written("bayanat", [*map(hostile, records)])["actors.csv"])
    assert victim["source"] == '" Times, Daily | Weekly "'
    assert (victim["age"], victim["event_estimated"]) == ("Adult", "")


def test_timemap_events_are_texts_that_point_to_what_is_there(records: list[Record]) -> None:
    found = {name: json.loads(text) for name, text in written("timemap", records).items()}
    sources = found["sources.json"]
    associations = {one["id"] for one in found["associations.json"]}
    assert len(found["events.json"]) == len(records)
    for event in found["events.json"]:
        assert re.fullmatch(r"\d\d/\d\d/\d{4}", event["date"])
        assert all(isinstance(value, str) for key, value in event.items() if key not in ("associations", "sources"))
        assert set(event["associations"]) <= associations
        assert [sources[id]["id"] for id in event["sources"]] == event["sources"]


def test_timemap_leaves_out_what_it_would_discard(records: list[Record]) -> None:
    undated = replace(records[0], incident={**records[0].incident, "id": "x", "date": {"start": None, "end": None}})
    found = json.loads(written("timemap", [undated, *records])["events.json"])
    assert [event["id"] for event in found] == [record.incident["id"] for record in records]
    assert json.loads(written("timemap", [])["sources.json"]) == {}


@pytest.mark.parametrize(
    ("url", "taken"),
    [("https://a.example/1", True), ("http://[b", False), ("ftp://a.example/1", False), ("https:///x", False),
     ("telegram", False), ("", False), (None, False)],
)  # fmt: skip
def test_addresses_that_platforms_take(url: str | None, taken: bool) -> None:
    assert visitable(url) == (url if taken else None)
