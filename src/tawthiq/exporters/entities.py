"""Incidents as FollowTheMoney's entities: an Event with its Address, the reports as Articles, the doers as
Organizations (as LegalEntities of their own where no side is named), named victims as People.

Source: the schemata Event, Address, Article, Organization, LegalEntity and Person of FollowTheMoney. They have no field
for a count: `summary` says the tolls in a sentence, and `notes` has each account's figures."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.exporters.countries import country
from tawthiq.exporters.sentence import sentence
from tawthiq.exporters.shapes import Record, Report, Setting
from tawthiq.exporters.sides import actors, name
from tawthiq.exporters.victims import kinship, other_names, victims
from tawthiq.incidents import Person
from tawthiq.language.registry import described
from tawthiq.plurals import counted

DATASET = "tawthiq"
_ARABIC = "ara"


class Entity(NamedTuple):
    """An entity: every value is a list of texts. `dataset` is the report that says so, or ours."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    dataset: str = DATASET
    seen: str = ""


def entities(record: Record, setting: Setting) -> Iterator[Entity]:
    """The entities of one incident, what is pointed to first."""
    incident = record.incident
    address = _address(record)
    doers = [_doer(id, incident["id"]) for id in incident["actors"]]
    articles = [_article(report) for report in record.reports]
    people = [_person(person, record) for person in victims(record)]
    yield from (address, *doers) if address else doers
    yield from articles
    yield from people
    start, end = incident["date"]["start"], incident["date"]["end"]
    yield Entity(_id("event", incident["id"]), "Event", _filled({
        "name": [incident["title"]], "recordId": [incident["id"]],
        "date": [start if start == end else None], "startDate": [start if start != end else None],
        "endDate": [end if start != end else None],
        "addressEntity": [address.id if address else None],
        "location": [incident["place"]["name"] if incident["place"] else None],
        "country": [_code(incident["place"]["country"]) if incident["place"] else None],
        "involved": [entity.id for entity in (*doers, *people)], "proof": [entity.id for entity in articles],
        "summary": [sentence(record, setting.codebook)],
        "notes": [*incident["grade_because"], *_accounts(record), f"{setting.tool}, codebook {setting.codebook}"],
        "sourceUrl": [report.url for report in record.reports],
    }), seen=setting.as_of)  # fmt: skip


def _address(record: Record) -> Entity | None:
    place = record.incident["place"]
    if place is None:
        return None
    position = [place["lat"], place["lon"]]
    key = "|".join(str(part) for part in (place["name"], place["admin1"], place["country"], *position))
    full = ", ".join(filter(None, (place["name"], place["admin1"], country(place["country"]).name)))
    return Entity(_id("address", key), "Address", _filled({
        "full": [full], "city": [place["name"] if place["level"] in ("town", "neighbourhood", "site") else None],
        "region": [place["admin1"]], "country": [_code(place["country"])],
        "latitude": [_number(place["lat"])], "longitude": [_number(place["lon"])],
    }))  # fmt: skip


def _doer(id: str, incident: str) -> Entity:
    if described(id):  # «a driver», who is not that of another incident
        return Entity(_id("actor", f"{id}|{incident}"), "LegalEntity", _filled({"name": [name(id)]}))
    known = actors().get(id)
    return Entity(_id("actor", id), "Organization", _filled({
        "name": [name(id)], "country": [_code(known.country) if known else None],
    }))  # fmt: skip


def _article(report: Report) -> Entity:
    title = report.title or f"{report.outlet or report.id}, {report.published or 'no date'}"
    return Entity(_id("report", report.id), "Article", _filled({
        "title": [title], "language": [_ARABIC], "publishedAt": [report.published], "publisher": [report.outlet],
        "sourceUrl": [report.url],
        "notes": [f"SHA-256 {report.sha256}", f"copy of {report.copy_of}" if report.copy_of else None],
    }), report.id, report.published or "")  # fmt: skip


def _person(person: Person, record: Record) -> Entity:
    """A named victim, as all reports together tell of them."""
    date, first = record.incident["date"], person.namings[0]
    died = date["start"] if person.outcome == "killed" and date["start"] == date["end"] else None
    claims = dict.fromkeys(claim for naming in person.namings for claim in naming.claims)
    notes = [f"{person.outcome}, claims {', '.join(claims)}", kinship(person)]
    return Entity(_id("person", person.id), "Person", _filled({
        "name": [person.name], "alias": [*other_names(person)], "gender": [person.sex], "deathDate": [died],
        "proof": [_id("report", naming.document) for naming in person.namings],
        "notes": [*notes, f"age {person.age}" if person.age is not None else None],
    }), first.document, first.published.isoformat() if first.published else "")  # fmt: skip


def _accounts(record: Record) -> Iterator[str]:
    for account in record.incident["sources"]:
        yield f"{account['label']} ({account['kind'].replace('_', ' ')}): {counted(len(account['claims']), 'claim')}"


def _filled(values: dict[str, list[str | None]]) -> dict[str, list[str]]:
    """The properties that have a value, each value once."""
    kept = {key: [value for value in dict.fromkeys(found) if value] for key, found in values.items()}
    return {key: found for key, found in kept.items() if found}


def _id(kind: str, key: str) -> str:
    return f"tawthiq-{kind}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:20]}"


def _code(iso2: str | None) -> str | None:
    return iso2.lower() if iso2 else None


def _number(degrees: float | None) -> str | None:
    return None if degrees is None else str(degrees)
