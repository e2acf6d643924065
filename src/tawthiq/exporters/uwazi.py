"""Two tables for Uwazi's CSV import, incidents and reports, each with the template to make first.

Source: Uwazi's importer. Dates are YYYY-MM-DD, ranges «from:to», positions «latitude|longitude», links «label|address»,
several values «a|b»; the text of a cell with several values holds no |."""

from collections.abc import Iterable, Iterator
from typing import IO

from tawthiq.contract import Json
from tawthiq.exporters.countries import country
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
    "title__en", "title__ar", "incident_code", "date_range", "event", "place", "country", "point_geolocation",
    "killed_min", "killed_best", "killed_max", "injured_min", "injured_best", "injured_max", "perpetrators", "grade",
    "independent_accounts", "reports", "named_victims", "summary", "codebook", "tool",
)  # fmt: skip
REPORTS = ("title__en", "title__ar", "report_code", "outlet", "published", "url", "sha256", "copy_of")
_TYPES = {
    "date_range": "daterange", "published": "date", "event": "select", "country": "select", "grade": "select",
    "perpetrators": "multiselect", "point_geolocation": "geolocation", "url": "link", "reports": "relationship",
    "summary": "markdown", "independent_accounts": "numeric",
}  # fmt: skip


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
    kind = event_types().get(str(incident["event"]))
    start, end = incident["date"]["start"], incident["date"]["end"]
    title = f"{incident['title']} ({incident['id']})"
    tolls = (
        getattr(ends(incident, setting.codebook, outcome), end) for outcome in _TOLLS for end in ("min", "best", "max")
    )
    return (
        title, f"{kind.ar if kind else incident['event']} ({incident['id']})", incident["id"],
        f"{start}:{end}" if start else "", kind.en if kind else incident["event"], place and place["name"],
        country(place["country"]).name if place else None, _point(place), *tolls,
        _several(map(name, incident["actors"])), incident["grade"], incident["accounts"],
        _several(map(report_title, record.reports)), "; ".join(map(called, victims(record))),
        sentence(record, setting.codebook), setting.codebook, setting.tool,
    )  # fmt: skip


def _reports(records: Iterable[Record]) -> Iterator[tuple[Value, ...]]:
    seen: set[str] = set()
    for record in records:
        for report in record.reports:
            if report.id not in seen:
                seen.add(report.id)
                link = f"{(report.outlet or 'report').replace('|', '/')}|{report.url}" if report.url else ""
                title = report_title(report)
                yield (title, report.title or title, report.id, report.outlet, report.published, link, report.sha256,
                       report.copy_of)  # fmt: skip


def report_title(report: Report) -> str:
    """The title by which an incident points to a report: nothing else has it."""
    return ", ".join(filter(None, (report.outlet, report.published, report.id))).replace("|", "/")


def _point(place: Json | None) -> str:
    return f"{place['lat']}|{place['lon']}" if place and place["lat"] is not None else ""


def _several(values: Iterable[str]) -> str:
    return "|".join(value.replace("|", "/") for value in values)


def _template(label: str, columns: Iterable[str]) -> Json:
    """The template as Uwazi's settings show it: a property a column, but for the title."""
    names = [column.removesuffix("_geolocation") for column in columns if not column.startswith("title__")]
    kinds = {column.removesuffix("_geolocation"): kind for column, kind in _TYPES.items()}
    properties = [
        {"label": column, "name": column, "filter": kinds.get(column) in ("select", "multiselect"),
         "type": "numeric" if column.endswith(("_min", "_best", "_max")) else kinds.get(column, "text")}
        for column in names
    ]  # fmt: skip
    return {"name": label, "commonProperties": [{"label": "Title", "name": "title", "type": "text"}],
            "properties": properties}  # fmt: skip
