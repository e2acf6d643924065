"""Files shaped like Airwars': incidents, casualties by group as ranges, victims, sources with each one's own verdict.

Source: Airwars, Methodology note, and the public fields of its archive. What its staff alone decide (codes, sign-off)
stays empty."""

from collections.abc import Iterable, Iterator
from typing import IO

from tawthiq.contract import Json
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.sides import UNKNOWN, name
from tawthiq.exporters.tables import Value
from tawthiq.exporters.tolls import ends, text
from tawthiq.exporters.victims import kinship, other_names, victims
from tawthiq.exporters.zips import zipped
from tawthiq.language.eventtypes import event_types

GRADES_AR = {
    "confirmed": "مؤكدة", "fair": "مقبولة", "weak": "ضعيفة", "contested": "متنازع عليها",
    "discounted": "غير محتسبة",
}  # fmt: skip
# Our groups under Airwars' names.
_GROUPS = {
    "civilian": "civilian_non_combatants", "child": "children", "woman": "women", "man": "men",
    "journalist": "journalists", "medic": "healthcare_personnel", "fighter": "belligerents: fighters",
    "soldier": "belligerents: soldiers",
}  # fmt: skip
_ACCURACY = {
    "site": "nearby landmark", "neighbourhood": "neighbourhood/area", "town": "town", "district": "district",
    "province": "province/governorate", "region": "region", "country": "country",
}  # fmt: skip
INCIDENTS = (
    "unique_reference_code", "incident_date", "incident_date_end", "incident_date_type", "title", "title_ar",
    "civilian_harm_status", "civilian_harm_status_ar", "belligerents", "belligerents_type", "type_of_strike",
    "type_of_strike_ar", "location", "admin1", "country", "latitude", "longitude", "geolocation_accuracy",
    "civilians_killed_min", "civilians_killed_max", "killed_min", "killed_max", "injured_min", "injured_max",
    "killed_may_be_more", "sources", "independent_accounts", "reason", "tool",
)  # fmt: skip
CASUALTIES = (
    "unique_reference_code", "group", "killed_min", "killed_max", "injured_min", "injured_max", "as_reported",
)  # fmt: skip
VICTIMS = (
    "unique_reference_code", "name_ar", "other_names", "age", "gender", "relation", "group", "outcome", "source_outlet",
    "source_url", "claim",
)  # fmt: skip
SOURCES = (
    "unique_reference_code", "source_claim", "source_url", "source_outlet", "source_author", "source_author_kind",
    "source_date", "source_language", "source_content", "source_outcome", "source_civilian_harm_status_prelim",
    "source_belligerents", "source_copy_of", "source_sha256",
)  # fmt: skip


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A ZIP of four tables and `about.json`."""
    with zipped(stream) as files:
        files.csv("incidents.csv", INCIDENTS, (_incident(record.incident, setting) for record in records))
        files.csv("casualties.csv", CASUALTIES, (row for record in records for row in _casualties(record.incident)))
        files.csv("victims.csv", VICTIMS, (row for record in records for row in _victims(record)))
        files.csv("sources.csv", SOURCES, (row for record in records for row in _sources(record)))
        files.about(setting)


def _incident(incident: Json, setting: Setting) -> tuple[Value, ...]:
    place = incident["place"] or dict.fromkeys(("name", "admin1", "country", "lat", "lon", "level"))
    kind = event_types().get(str(incident["event"]))
    killed, injured, civilians = (
        ends(incident, "airwars", *key) for key in (("killed",), ("injured",), ("killed", "civilian"))
    )
    start, end, grade = incident["date"]["start"], incident["date"]["end"], incident["grade"]
    return (
        incident["id"], start, end, ("exact" if start == end else "range") if start else None, incident["title"],
        kind.ar if kind else None, grade, GRADES_AR.get(grade), "; ".join(map(name, incident["actors"])),
        _certainty(incident), kind.en if kind else incident["event"], kind.ar if kind else None, place["name"],
        place["admin1"], place["country"], place["lat"], place["lon"], _ACCURACY.get(str(place["level"])),
        civilians.min, civilians.max, killed.min, killed.max, injured.min, injured.max, killed.more,
        len(incident["documents"]), incident["accounts"], "; ".join(incident["grade_because"]), setting.tool,
    )  # fmt: skip


def _certainty(incident: Json) -> str:
    if not set(incident["actors"]) - {UNKNOWN}:
        return "Unknown"
    return {"contested": "Contested", "confirmed": "Known"}.get(incident["grade"], "Suspected")


def _casualties(incident: Json) -> Iterator[tuple[Value, ...]]:
    tolls = incident["tolls"].get("airwars", {})
    people = [tolls[outcome]["groups"] for outcome in ("killed", "injured") if outcome in tolls]
    for group in (None, *dict.fromkeys(group for groups in people for group in groups if group != "person")):
        killed, injured = (ends(incident, "airwars", outcome, group) for outcome in ("killed", "injured"))
        if killed.said or injured.said:
            yield (incident["id"], "all" if group is None else _GROUPS.get(group, group), killed.min, killed.max,
                   injured.min, injured.max, "; ".join(filter(None, (text(killed), text(injured)))))  # fmt: skip


def _victims(record: Record) -> Iterator[tuple[Value, ...]]:
    addresses = {report.id: report.url for report in record.reports}
    for person in victims(record):
        outlets = dict.fromkeys(naming.outlet for naming in person.namings if naming.outlet)
        urls = dict.fromkeys(url for naming in person.namings if (url := addresses.get(naming.document)))
        claims = dict.fromkeys(claim for naming in person.namings for claim in naming.claims)
        yield (
            record.incident["id"], person.name, "; ".join(other_names(person)), person.age, person.sex, kinship(person),
            _GROUPS.get(person.group, person.group), person.outcome, "; ".join(outlets), "; ".join(urls),
            "; ".join(claims),
        )  # fmt: skip


def _sources(record: Record) -> Iterator[tuple[Value, ...]]:
    """A row a claim: what each source itself says."""
    reports = {report.id: report for report in record.reports}
    for told in record.claims:
        claim, report = told.claim, reports[told.document]
        status = "rejected" if told.id in record.rejected else claim.status
        yield (
            record.incident["id"], told.id, report.url, told.outlet, claim.source.text if claim.source else None,
            claim.source.kind if claim.source else None, report.published, "ar", claim.quote, claim.outcome, status,
            "; ".join(map(name, claim.actors)), report.copy_of, report.sha256,
        )  # fmt: skip
