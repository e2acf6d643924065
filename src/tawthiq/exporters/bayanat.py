"""Files for Bayanat: a sheet of named victims with its mapping, and items for its API: bulletins and incidents.

Source: Bayanat's sheet import and validation models. An item goes to the API as it stands; ids of labels, sources and
locations are those of one installation, so places are given as positions and sources by name. An incident with a key
that is no field there is refused, so its own id stands in the comments."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import IO, Any

from tawthiq.contract import Json
from tawthiq.exporters import once
from tawthiq.exporters.links import visitable
from tawthiq.exporters.sentence import sentence, where
from tawthiq.exporters.shapes import Record, Report, Setting
from tawthiq.exporters.tables import Value
from tawthiq.exporters.tolls import ends
from tawthiq.exporters.victims import kinship, other_names, victims
from tawthiq.exporters.zips import zipped
from tawthiq.incidents import Person
from tawthiq.language.eventtypes import event_types

ACTORS = (
    "originid", "type", "name", "name_ar", "sex", "age", "civilian", "description", "event_title", "event_type",
    "event_location", "event_from", "event_to", "event_estimated", "source", "source_link", "publish_date", "tags",
)  # fmt: skip
_SEX = {"female": "Female", "male": "Male"}
_GROWN = 18
_CIVILIAN = {"civilian": "Civilian", "fighter": "Non-Civilian", "soldier": "Non-Civilian", "police": "Police"}
_EVENTS = {"killed": "Death", "injured": "Wounded", "detained": "Detained/Abducted", "abducted": "Detained/Abducted",
           "missing": "Missing"}  # fmt: skip
_LONGEST_TITLE = 255


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A ZIP of the sheet, the mapping, the items and `about.json`."""
    with zipped(stream) as files:
        files.csv("actors.csv", ACTORS, (row for record in records for row in _actors(record)), bom=False)
        files.json("actors_mapping.json", _mapping())
        files.json_list("bulletins.json", _bulletins(records))
        files.json_list("incidents.json", (_incident(record, setting) for record in records))
        files.about(setting)


def _actors(record: Record) -> Iterator[tuple[Value, ...]]:
    """A row a named victim: civilian only where the report says so."""
    date, reports = record.incident["date"], {report.id: report for report in record.reports}
    for person in victims(record):
        report = reports[person.namings[0].document]
        yield (
            person.id, "Person", person.name, person.name, _SEX.get(person.sex or ""), _age(person),
            _CIVILIAN.get(person.group, "Unknown"), _description(person, record, report), record.incident["title"],
            _EVENTS.get(person.outcome),
            record.incident["place"]["name"] if record.incident["place"] else None, date["start"], date["end"],
            "yes" if date["start"] != date["end"] else None, _one(report.outlet), _link(report), report.published,
            "machine read",
        )  # fmt: skip


def _age(person: Person) -> str:
    if person.age is not None:
        return "Minor" if person.age < _GROWN else "Adult"
    return "Minor" if person.group == "child" else "Unknown"


def _one(value: str | None) -> str | None:
    """A value of a cell of several, which commas and blanks do not cut."""
    return f'"{value.replace(chr(34), chr(39))}"' if value and "," in value else value


def _description(person: Person, record: Record, report: Report) -> str:
    """What became of them, as whom reports tell of them, and by whom."""
    parts = [f"{person.outcome}{where(record)}, as {report.outlet or report.id} reports"]
    if person.age is not None:
        parts.append(f"age {person.age}")
    if kin := kinship(person):
        parts.append(kin)
    if others := other_names(person):
        parts.append(f"also written {', '.join(others)}")
    return "; ".join([*parts, f"incident {record.incident['id']}"])


def _mapping() -> Json:
    """The mapping of the sheet's columns, to be saved under Data Import."""
    plain = ("originid", "name", "name_ar", "sex", "age", "civilian", "source_link", "publish_date", "tags")
    event = {"title": ["event_title"], "dtype": ["event_type"], "location": ["event_location"],
             "from_date": ["event_from"], "to_date": ["event_to"], "estimated": ["event_estimated"]}  # fmt: skip
    return {
        "name": "Tawthiq: named victims",
        "data": {"map": {**{name: [name] for name in plain}, "dtype": ["type"], "sources": ["source"],
                         "description": [{"sep": " ", "data": ["description"]}], "events": [event]}},
        "vmap": {"originid": ["originid"]},
    }  # fmt: skip


def _bulletins(records: Iterable[Record]) -> Iterator[Json]:
    """A bulletin a report, with what it says of each incident."""
    return ({"item": _bulletin(report, record)} for report, record in once.reports(records))


def _bulletin(report: Report, record: Record) -> dict[str, Any]:
    title = report.title or f"{report.outlet or report.id}, {report.published or 'no date'}"
    quotes = "".join(
        f"<li>{escape(t.claim.outcome or '')}: {escape(t.claim.quote)}</li>"
        for t in record.claims
        if t.document == report.id and t.claim.quote
    )
    return {
        "originid": report.id, "title": title[:_LONGEST_TITLE], "title_ar": title[:_LONGEST_TITLE],
        "comments": f"Read by machine. SHA-256 of the original: {report.sha256}", "source_link": _link(report),
        "source_link_type": bool(report.url), "publish_date": report.published,
        "description": f"<ul>{quotes}</ul>" if quotes else "",
        "tags": ["machine read", *([report.outlet] if report.outlet else []),
                 f"incident {record.incident['id']}"], "geoLocations": _positions(record),
        "status": "Machine Created",
    }  # fmt: skip


def _incident(record: Record, setting: Setting) -> Json:
    incident = record.incident
    kind = event_types().get(str(incident["event"]))
    counts = {
        f"{outcome}_{end}": getattr(ends(incident, setting.codebook, outcome), end)
        for outcome in ("killed", "injured")
        for end in ("min", "best", "max")
    }
    title_ar = f"{kind.ar if kind else incident['event']}، {incident['date']['start'] or ''}"
    return {"item": {
        "title": incident["title"][:_LONGEST_TITLE], "title_ar": title_ar,
        "comments": f"{incident['id']}: {setting.tool}, codebook {setting.codebook}, grade {incident['grade']}: "
        f"{'; '.join(incident['grade_because'])}",
        "description": f"<p>{escape(sentence(record, setting.codebook))}</p>", "status": "Machine Created", **counts,
    }}  # fmt: skip


def _positions(record: Record) -> list[Json]:
    place = record.incident["place"]
    if place is None or place["lat"] is None:
        return []
    return [{"title": place["name"], "lat": place["lat"], "lng": place["lon"], "main": True,
             "comment": f"position of a {place['level']}"}]  # fmt: skip


def _link(report: Report) -> str:
    url = visitable(report.url)
    return url if url and len(url) <= _LONGEST_TITLE else "NA"
