"""The tables of an export: incidents, claims, reports and named victims, each a list of columns that can be read."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.tolls import Ends, ends, uses
from tawthiq.exporters.victims import kinship, other_names
from tawthiq.incidents import Told
from tawthiq.model import Count

Value: TypeAlias = str | int | float | bool | None
SEPARATOR = "; "


class Row(NamedTuple):
    """What a row is made of: `item` is a claim, a report or a person in the tables of these."""

    record: Record
    setting: Setting
    item: Any = None


class Column(NamedTuple):
    """A column: its name, its HXL tag, what it holds (text, number, real, yes or date) and how."""

    name: str
    hxl: str
    kind: str
    value: Callable[[Row], Value]


class Table(NamedTuple):
    """A table: its columns, and the rows that a record makes."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Record, Setting], Iterator[Row]]

    def cells(self, records: Iterable[Record], setting: Setting) -> Iterator[tuple[Value, ...]]:
        """The rows, one tuple each."""
        for record in records:
            for row in self.rows(record, setting):
                yield tuple(column.value(row) for column in self.columns)


def _incident(key: str) -> Callable[[Row], Value]:
    return lambda row: row.record.incident[key]


def _count(key: str) -> Callable[[Row], Value]:
    return lambda row: len(row.record.incident[key])


def _listed(key: str) -> Callable[[Row], Value]:
    return lambda row: joined(row.record.incident[key])


def _day(end: str) -> Callable[[Row], Value]:
    return lambda row: row.record.incident["date"][end]


def _place(key: str) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        place = row.record.incident["place"]
        return place[key] if place else None

    return value


def _end(end: str, outcome: str, group: str | None = None) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        found: Ends = ends(row.record.incident, row.setting.codebook, outcome, group)
        return getattr(found, end) if end != "more" or found.said else None

    return value


def _setting(key: str) -> Callable[[Row], Value]:
    return lambda row: getattr(row.setting, key)


def _sources(row: Row) -> Value:
    return joined(account["label"] for account in row.record.incident["sources"])


def _outlets(row: Row) -> Value:
    return joined(dict.fromkeys(report.outlet for report in row.record.reports))


def _addresses(row: Row) -> Value:
    return joined(dict.fromkeys(report.url for report in row.record.reports))


def joined(values: Iterable[str | None]) -> str:
    """Several values in one cell."""
    return SEPARATOR.join(value for value in values if value)


# Outcomes with columns of their own, with their HXL tags; an incident's other outcomes are in `other`.
_OUTCOMES = {
    "killed": "#affected+killed", "injured": "#affected+injured", "casualties": "#affected+casualties",
    "missing": "#affected+missing", "abducted": "#affected+abducted", "detained": "#affected+detained",
    "displaced": "#affected+idps",
}  # fmt: skip
_GROUPS = {"civilian": "+civilians", "child": "+children", "woman": "+f+adult", "man": "+m+adult"}
_BY_GROUP = ("killed", "injured")


def _toll_columns() -> Iterator[Column]:
    for outcome, tag in _OUTCOMES.items():
        for end in ("min", "best", "max"):
            yield Column(f"{outcome}_{end}", f"{tag}+{end}", "number", _end(end, outcome))
        yield Column(f"{outcome}_more", f"{tag}+open", "yes", _end("more", outcome))
    for outcome in _BY_GROUP:
        for group, attributes in _GROUPS.items():
            for end in ("min", "max"):
                tag = f"{_OUTCOMES[outcome]}{attributes}+{end}"
                yield Column(f"{group}_{outcome}_{end}", tag, "number", _end(end, outcome, group))


INCIDENT_COLUMNS = (
    Column("id", "#event+id", "text", _incident("id")),
    Column("date_start", "#date+occurred+start", "date", _day("start")),
    Column("date_end", "#date+occurred+end", "date", _day("end")),
    Column("event", "#event+type", "text", _incident("event")),
    Column("place", "#loc+name", "text", _place("name")),
    Column("place_level", "#loc+type", "text", _place("level")),
    Column("admin1", "#adm1+name", "text", _place("admin1")),
    Column("country", "#country+code+v_iso2", "text", _place("country")),
    Column("latitude", "#geo+lat", "real", _place("lat")),
    Column("longitude", "#geo+lon", "real", _place("lon")),
    Column("alleged_doers", "#group+name+alleged", "text", _listed("actors")),
    Column("grade", "#status+grade", "text", _incident("grade")),
    Column("grade_because", "#status+reason", "text", _listed("grade_because")),
    *_toll_columns(),
    Column("accounts", "#meta+accounts+num", "number", _incident("accounts")),
    Column("reports", "#meta+reports+num", "number", _count("documents")),
    Column("sources", "#meta+source", "text", _sources),
    Column("outlets", "#meta+publisher", "text", _outlets),
    Column("urls", "#meta+url", "text", _addresses),
    Column("codebook", "#meta+codebook", "text", _setting("codebook")),
    Column("tool", "#meta+tool", "text", _setting("tool")),
)


def _claim(key: str) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        found: Value = getattr(row.item.claim, key)
        return found

    return value


def _part(part: str, key: str) -> Callable[[Row], Value]:
    """A field of a claim's count, place, time or source."""

    def value(row: Row) -> Value:
        found = getattr(row.item.claim, part)
        return None if found is None else getattr(found, key)

    return value


def _told(key: str) -> Callable[[Row], Value]:
    return lambda row: getattr(row.item, key)


def _published(row: Row) -> Value:
    return row.item.published.isoformat() if row.item.published else None


def _use(row: Row) -> Value:
    told: Told = row.item
    if told.id in row.record.rejected:
        return "rejected"
    return uses(row.record.incident, row.setting.codebook).get(told.id, ("", ""))[0]


def _address(row: Row) -> Value:
    return next((report.url for report in row.record.reports if report.id == row.item.document), None)


def _list_of(key: str) -> Callable[[Row], Value]:
    return lambda row: joined(getattr(row.item.claim, key))


def _figure(end: str) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        count: Count | None = row.item.claim.count
        return None if count is None else getattr(count, end)

    return value


CLAIM_COLUMNS = (
    Column("incident", "#event+id", "text", _incident("id")),
    Column("claim", "#meta+claim+id", "text", _told("id")),
    Column("report", "#meta+report+id", "text", _told("document")),
    Column("outlet", "#meta+publisher", "text", _told("outlet")),
    Column("published", "#date+reported", "date", _published),
    Column("url", "#meta+url", "text", _address),
    Column("quote", "#description+quote", "text", _claim("quote")),
    Column("start", "#meta+quote+start", "number", lambda row: row.item.claim.span.start),
    Column("end", "#meta+quote+end", "number", lambda row: row.item.claim.span.end),
    Column("outcome", "#affected+type", "text", _claim("outcome")),
    Column("low", "#affected+low", "number", _figure("low")),
    Column("high", "#affected+high", "number", _figure("high")),
    Column("modifier", "#affected+modifier", "text", _figure("modifier")),
    Column("vague", "#affected+vague", "text", _figure("vague")),
    Column("group", "#affected+group", "text", _claim("group")),
    Column("group_text", "#affected+group+text", "text", _claim("group_text")),
    Column("part_of", "#meta+claim+part_of", "text", _told("part_of")),
    Column("status", "#status+claim", "text", _claim("status")),
    Column("use", "#status+use", "text", _use),
    Column("event", "#event+type", "text", _claim("event")),
    Column("alleged_doers", "#group+name+alleged", "text", _list_of("actors")),
    Column("doers_text", "#group+name+text", "text", _list_of("actors_text")),
    Column("place_text", "#loc+text", "text", _part("place", "text")),
    Column("place", "#loc+name", "text", _part("place", "name")),
    Column("place_level", "#loc+type", "text", _part("place", "level")),
    Column("admin1", "#adm1+name", "text", _part("place", "admin1")),
    Column("country", "#country+code+v_iso2", "text", _part("place", "country")),
    Column("latitude", "#geo+lat", "real", _part("place", "lat")),
    Column("longitude", "#geo+lon", "real", _part("place", "lon")),
    Column("date_start", "#date+occurred+start", "date", _part("time", "start")),
    Column("date_end", "#date+occurred+end", "date", _part("time", "end")),
    Column("source", "#meta+source", "text", _part("source", "text")),
    Column("source_role", "#meta+source+role", "text", _part("source", "role")),
    Column("source_kind", "#meta+source+type", "text", _part("source", "kind")),
    Column("codebook", "#meta+codebook", "text", _setting("codebook")),
    Column("rules", "#meta+rules", "text", _list_of("because")),
    Column("tool", "#meta+tool", "text", _setting("tool")),
)


def _report(key: str) -> Callable[[Row], Value]:
    return lambda row: getattr(row.item, key)


REPORT_COLUMNS = (
    Column("incident", "#event+id", "text", _incident("id")),
    Column("report", "#meta+report+id", "text", _report("id")),
    Column("outlet", "#meta+publisher", "text", _report("outlet")),
    Column("published", "#date+reported", "date", _report("published")),
    Column("title", "#description+title", "text", _report("title")),
    Column("url", "#meta+url", "text", _report("url")),
    Column("sha256", "#meta+sha256", "text", _report("sha256")),
    Column("copy_of", "#meta+report+copy_of", "text", _report("copy_of")),
    Column("tool", "#meta+tool", "text", _setting("tool")),
)


def _person(key: str) -> Callable[[Row], Value]:
    return lambda row: getattr(row.item, key)


def _namings(key: str) -> Callable[[Row], Value]:
    return lambda row: joined(dict.fromkeys(getattr(naming, key) for naming in row.item.namings))


def _named_by(row: Row) -> Value:
    sources = (naming.victim.source for naming in row.item.namings)
    return joined(dict.fromkeys(source.text for source in sources if source))


def _statuses(row: Row) -> Value:
    return joined(dict.fromkeys(naming.victim.status for naming in row.item.namings))


VICTIM_COLUMNS = (
    Column("incident", "#event+id", "text", _incident("id")),
    Column("victim", "#meta+victim+id", "text", _person("id")),
    Column("name", "#affected+name", "text", _person("name")),
    Column("other_names", "#affected+name+other", "text", lambda row: joined(other_names(row.item))),
    Column("count", "#affected+num", "number", lambda row: row.item.namings[0].victim.count),
    Column("age", "#affected+age", "number", _person("age")),
    Column("sex", "#affected+sex", "text", _person("sex")),
    Column("relation", "#affected+relation", "text", lambda row: kinship(row.item)),
    Column("role", "#affected+role", "text", _person("role")),
    Column("group", "#affected+group", "text", _person("group")),
    Column("outcome", "#affected+type", "text", _person("outcome")),
    Column("status", "#status+claim", "text", _statuses),
    Column("named_by", "#meta+source", "text", _named_by),
    Column("outlets", "#meta+publisher", "text", _namings("outlet")),
    Column("reports", "#meta+report+id", "text", _namings("document")),
    Column("one_person_because", "#meta+reason", "text", lambda row: joined(row.item.because)),
    Column("tool", "#meta+tool", "text", _setting("tool")),
)


def _one_row(record: Record, setting: Setting) -> Iterator[Row]:
    yield Row(record, setting)


def _claim_rows(record: Record, setting: Setting) -> Iterator[Row]:
    for told in record.claims:
        yield Row(record, setting, told)


def _victim_rows(record: Record, setting: Setting) -> Iterator[Row]:
    for person in record.people:
        yield Row(record, setting, person)


def _report_rows(record: Record, setting: Setting) -> Iterator[Row]:
    for report in record.reports:
        yield Row(record, setting, report)


TABLES = {
    "incidents": Table("incidents", INCIDENT_COLUMNS, _one_row),
    "claims": Table("claims", CLAIM_COLUMNS, _claim_rows),
    "reports": Table("reports", REPORT_COLUMNS, _report_rows),
    "victims": Table("victims", VICTIM_COLUMNS, _victim_rows),
}
