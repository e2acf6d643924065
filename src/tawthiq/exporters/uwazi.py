"""Two tables for Uwazi's CSV import, incidents and reports, each with the template to make first.

Source: Uwazi's importer. Dates are YYYY-MM-DD, ranges «from:to», positions «latitude|longitude», links «label|address»,
several values «a|b»; the text of a cell with several values holds no |. A column with a language («event__ar») is for
installations that have that language; one without is the same in all, as titles that are pointed to must be. Texts hold
no comma, quotation mark or line break: where the first part of a file that Uwazi reads (64 KB) ends inside a quoted
cell, its import neither fails nor goes on."""

import re
from collections.abc import Iterable, Iterator
from typing import IO

from tawthiq.contract import Json
from tawthiq.exporters import once
from tawthiq.exporters.airwars import GRADES_AR
from tawthiq.exporters.countries import country
from tawthiq.exporters.links import visitable
from tawthiq.exporters.rows import harmless
from tawthiq.exporters.sentence import sentence
from tawthiq.exporters.shapes import Record, Report, Setting
from tawthiq.exporters.sides import name
from tawthiq.exporters.tables import Value
from tawthiq.exporters.tolls import ends
from tawthiq.exporters.victims import called, victims
from tawthiq.exporters.zips import zipped
from tawthiq.language.eventtypes import event_types

_TOLLS = ("killed", "injured")
INCIDENTS = (
    "title__en", "title__ar", "incident_code", "date_range", "event__en", "event__ar", "place", "country__en",
    "country__ar", "point_geolocation", "killed_min", "killed_best", "killed_max", "injured_min", "injured_best",
    "injured_max", "perpetrators", "grade__en", "grade__ar", "independent_accounts", "reports", "named_victims",
    "summary", "codebook", "tool",
)  # fmt: skip
REPORTS = ("title", "headline", "report_code", "outlet", "published", "url", "sha256", "copy_of")
_TYPES = {
    "date_range": "daterange", "published": "date", "event": "select", "country": "select", "grade": "select",
    "perpetrators": "multiselect", "point_geolocation": "geolocation", "url": "link", "reports": "relationship",
    "summary": "markdown", "independent_accounts": "numeric",
}  # fmt: skip
_CHOICES = ("select", "multiselect")
_IN_ADDRESSES = str.maketrans({"|": "%7C", ",": "%2C", '"': "%22"})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_ARABIC_COMMA = re.compile(r"(?<=[\u0600-\u06ff]), ?")


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A ZIP of the two tables, their templates and `about.json`."""
    with zipped(stream) as files:
        files.csv("reports.csv", REPORTS, _reports(records), bom=False)
        files.csv("incidents.csv", INCIDENTS, (_incident(record, setting) for record in records), bom=False)
        files.json("reports_template.json", _template("Report", REPORTS))
        files.json("incidents_template.json", _template("Incident", INCIDENTS))
        files.about(setting)


def _incident(record: Record, setting: Setting) -> tuple[Value, ...]:
    incident, place = record.incident, record.incident["place"]
    event, grade = incident["event"], incident["grade"]
    kind, here = event_types().get(str(event)), country(place["country"] if place else None)
    event_ar = kind.ar if kind else event
    start, end = incident["date"]["start"], incident["date"]["end"]
    tolls = (
        getattr(ends(incident, setting.codebook, outcome), end) for outcome in _TOLLS for end in ("min", "best", "max")
    )
    return (
        _plain(f"{incident['title']} ({incident['id']})"), f"{event_ar} ({incident['id']})", incident["id"],
        f"{start}:{end}" if start else "", kind.en if kind else event, event_ar, _plain(place and place["name"]),
        _plain(here.name), here.name_ar, _point(place), *tolls, _several(map(name, incident["actors"])), grade,
        GRADES_AR.get(grade, grade), incident["accounts"], _several(map(report_title, record.reports)),
        _plain("; ".join(map(called, victims(record)))), _plain(sentence(record, setting.codebook)), setting.codebook,
        setting.tool,
    )  # fmt: skip


def _reports(records: Iterable[Record]) -> Iterator[tuple[Value, ...]]:
    for report, _ in once.reports(records):
        yield (report_title(report), _plain(report.title), report.id, _plain(report.outlet), report.published,
               _link(report), report.sha256, report.copy_of)  # fmt: skip


def report_title(report: Report) -> str:
    """The title by which an incident points to a report: nothing else has it, and no cell changes it."""
    return harmless(_one(" · ".join(filter(None, (report.outlet, report.published, report.id)))))


def _link(report: Report) -> str:
    """The label and the address."""
    url = visitable(report.url)
    return f"{_one(report.outlet or 'report')}|{url.translate(_IN_ADDRESSES)}" if url else ""


def _point(place: Json | None) -> str:
    return f"{place['lat']}|{place['lon']}" if place and place["lat"] is not None else ""


def _several(values: Iterable[str]) -> str:
    return "|".join(map(_one, values))


def _one(value: str) -> str:
    """A value that may stand beside others in a cell."""
    return (_plain(value) or "").replace("|", "/")


def _plain(text: str | None) -> str | None:
    """The text on one line without what makes CSV quote a cell: 1,200 is 1200, a, b is a · b, أ, ب is أ، ب."""
    if text is None:
        return None
    text = _ARABIC_COMMA.sub("، ", _THOUSANDS.sub("", " ".join(text.split()).replace('"', "”")))
    return " · ".join(part.strip() for part in text.split(",")).strip(" ·")


def _template(label: str, columns: Iterable[str]) -> Json:
    """The template as Uwazi's settings show it: a property a column, but for the title."""
    names = dict.fromkeys(column.partition("__")[0] for column in columns)
    properties = [
        {"label": name.removesuffix("_geolocation"), "name": name, "filter": _TYPES.get(name) in _CHOICES,
         "type": "numeric" if name.endswith(("_min", "_best", "_max")) else _TYPES.get(name, "text")}
        for name in names if name != "title"
    ]  # fmt: skip
    return {"name": label, "commonProperties": [{"label": "Title", "name": "title", "type": "text"}],
            "properties": properties}  # fmt: skip
