"""Events, associations and sources for TimeMap, every value a text.

Source: TimeMap's schemata and what it does after them. It discards an event without a day, so these are left out; it
looks a source up by its id, so the sources are one object."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO

from tawthiq.contract import GRADES, Json
from tawthiq.exporters import once
from tawthiq.exporters.sentence import sentence
from tawthiq.exporters.shapes import Record, Report, Setting
from tawthiq.exporters.zips import zipped
from tawthiq.language.eventtypes import event_types


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A ZIP of the three lists and `about.json`."""
    with zipped(stream) as files:
        files.json_list("events.json", _events(records, setting))
        files.json_list("associations.json", _associations())
        files.json_object("sources.json", _sources(records))
        files.about(setting)


def _events(records: Iterable[Record], setting: Setting) -> Iterator[Json]:
    for record in records:
        incident, place = record.incident, record.incident["place"]
        start, end = incident["date"]["start"], incident["date"]["end"]
        here = place if place and place["lat"] is not None else None
        if start is None:
            continue
        yield {
            "id": incident["id"], "description": sentence(record, setting.codebook), "date": _american(start),
            "time": "", "time_display": start if start == end else f"{start} – {end}",
            "location": place["name"] if place else "", "latitude": str(here["lat"]) if here else "",
            "longitude": str(here["lon"]) if here else "", "type": "incident", "category": _kind(incident["event"]),
            "category_full": _kind(incident["event"]),
            "associations": [f"grade_{incident['grade']}", f"event_{incident['event']}"],
            "sources": [report.id for report in record.reports], "comments": "; ".join(incident["grade_because"]),
        }  # fmt: skip


def _associations() -> Iterator[Json]:
    """The filters: by grade, by what happened."""
    for grade in GRADES:
        yield _filter(f"grade_{grade}", grade, "Grade")
    for kind in event_types().values():
        yield _filter(f"event_{kind.id}", kind.en, "Event")


def _filter(id: str, title: str, group: str) -> Json:
    return {"id": id, "title": title, "desc": f"{group}: {title}", "mode": "FILTER", "filter_paths": [group, title]}


def _sources(records: Iterable[Record]) -> Iterator[tuple[str, Json]]:
    return ((report.id, _source(report)) for report, _ in once.reports(records))


def _source(report: Report) -> Json:
    return {
        "id": report.id, "title": report.title or report.outlet or report.id, "thumbnail": "", "paths": [],
        "type": "Report", "affil_s": [], "url": report.url or "", "description": f"SHA-256 {report.sha256}",
        "parent": report.copy_of or "", "author": report.outlet or "", "date": _american(report.published), "notes": "",
    }  # fmt: skip


def _american(day: str | None) -> str:
    """A day as MM/DD/YYYY."""
    return date.fromisoformat(day).strftime("%m/%d/%Y") if day else ""


def _kind(event: str) -> str:
    return event_types()[event].en if event in event_types() else event
