"""The incidents as they stand: kept when worked out, and asked for by what is wanted of them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from tawthiq.contract import Json
from tawthiq.ledger import chain, search
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import INCIDENT, STALE, TODAY

_KNOWN_BY = "airwars"


class Wanted(NamedTuple):
    """Which incidents. `place` is a piece of a name in any spelling or a country's code; `since` and `until` are ISO
    dates that the incident's days must touch; `killed` is the least that its highest toll must be; `words` must all
    stand in one report of it; `most` is how many."""

    place: str | None = None
    since: str | None = None
    until: str | None = None
    actor: str | None = None
    event: str | None = None
    grade: str | None = None
    killed: int | None = None
    words: str | None = None
    most: int | None = None


class Standing(NamedTuple):
    """An incident as it is kept: the published object, and the folded names of its places."""

    incident: Json
    places: str


def keep(connection: Connection, standing: Sequence[Standing], gone: Sequence[str]) -> None:
    """Keep what was worked out; it is stale no longer."""
    ids = [one.incident["id"] for one in standing]
    for some in in_groups([*ids, *gone]):
        connection.execute(delete(INCIDENT).where(INCIDENT.c.id.in_(some)))
        connection.execute(delete(STALE).where(STALE.c.incident.in_(some)))
    if standing:
        connection.execute(insert(INCIDENT), [_row(one) for one in standing])


def find(connection: Connection, wanted: Wanted) -> Iterator[Json]:
    """The incidents that are wanted, the earliest first, those without a date last."""
    statement = _wanted(connection, wanted)
    if statement is None:
        return
    rows = connection.execute(statement.execution_options(stream_results=True, yield_per=200))
    with rows:
        for row in rows:
            yield chain.parsed(row.body, f"incident {row.id}")


def by_ids(connection: Connection, start: str) -> list[str]:
    """The ids of the incidents whose id begins so."""
    like = INCIDENT.c.id.startswith(start, autoescape=True)
    return list(connection.execute(select(INCIDENT.c.id).where(like).order_by(INCIDENT.c.id).limit(10)).scalars())


def body(connection: Connection, id: str) -> Json | None:
    """One incident."""
    found = connection.execute(select(INCIDENT.c.body).where(INCIDENT.c.id == id)).scalar()
    return None if found is None else chain.parsed(found, f"incident {id}")


def _wanted(connection: Connection, wanted: Wanted) -> Select[Any] | None:
    statement = select(INCIDENT.c.id, INCIDENT.c.body)
    if wanted.place:
        folded = " ".join(search.words_of(wanted.place))
        statement = statement.where(
            or_(INCIDENT.c.place.contains(folded, autoescape=True), INCIDENT.c.country == wanted.place.upper())
        )
    if wanted.since:
        statement = statement.where(INCIDENT.c.end >= wanted.since)
    if wanted.until:
        statement = statement.where(INCIDENT.c.start <= wanted.until)
    if wanted.actor:
        statement = statement.where(INCIDENT.c.actors.contains(f" {wanted.actor} ", autoescape=True))
    if wanted.event:
        statement = statement.where(INCIDENT.c.event == wanted.event)
    if wanted.grade:
        statement = statement.where(INCIDENT.c.grade == wanted.grade)
    if wanted.killed is not None:
        highest = func.coalesce(INCIDENT.c.killed_max, INCIDENT.c.killed_min)
        statement = statement.where(highest >= wanted.killed)
    if wanted.words:
        documents = search.matching(connection, wanted.words)
        if documents is None:
            return None
        statement = statement.where(INCIDENT.c.id.in_(select(TODAY.c.incident).where(TODAY.c.document.in_(documents))))
    undated = INCIDENT.c.start.is_(None)
    return statement.order_by(undated, INCIDENT.c.start, INCIDENT.c.id).limit(wanted.most)


def _row(one: Standing) -> dict[str, Any]:
    found = one.incident
    killed = found["tolls"].get(_KNOWN_BY, {}).get("killed", {})
    return {
        "id": found["id"], "start": found["date"]["start"], "end": found["date"]["end"],
        "country": (found["place"] or {}).get("country"), "place": chain.storable(one.places), "event": found["event"],
        "actors": f" {' '.join(found['actors'])} ", "grade": found["grade"],
        "killed_min": killed.get("min"), "killed_max": killed.get("max"), "body": chain.canonical(found),
    }  # fmt: skip
