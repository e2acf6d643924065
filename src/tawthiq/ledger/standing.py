"""The incidents as they stand: kept when worked out, and looked up by id."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from tawthiq.contract import BY_DEFAULT, GRADES, Json
from tawthiq.ledger import chain
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import INCIDENT, KIND, SHOWN, STALE, TELLS, TODAY

UNDATED = "9999"
# What a degree is in the columns `north` and `east`.
DEGREE = 10_000
_NO_TOLL = -1
# The highest number that the columns hold in every database; a toll above it is ordered and asked for as this.
HIGHEST = 2**31 - 1


class Standing(NamedTuple):
    """An incident as it is kept: the published object, the folded names of its places, the day of its latest report,
    and whether people looked at `all`, `some` or `none` of its claims."""

    incident: Json
    places: str
    reported: str | None = None
    checked: str = "none"


class Kind(NamedTuple):
    """What incidents are counted by."""

    country: str
    event: str
    grade: str
    checked: str
    actors: str


def keep(connection: Connection, standing: Sequence[Standing], gone: Sequence[str]) -> None:
    """Keep what was worked out; it is stale no longer."""
    ids = [one.incident["id"] for one in standing]
    numbers = _numbers(connection, [*ids, *gone])
    for some in in_groups(sorted(numbers.values())):
        connection.execute(delete(TELLS).where(TELLS.c.incident.in_(some)))
    for some in in_groups([*ids, *gone]):
        connection.execute(delete(INCIDENT).where(INCIDENT.c.id.in_(some)))
        for table in (SHOWN, STALE):
            connection.execute(delete(table).where(table.c.incident.in_(some)))
    if standing:
        known = _known(connection, {_kind(one) for one in standing})
        rows = [{**_row(one), "number": numbers[one.incident["id"]], "kind": known[_kind(one)]} for one in standing]
        connection.execute(insert(INCIDENT), rows)
        bodies = [{"incident": one.incident["id"], "body": chain.canonical(one.incident)} for one in standing]
        connection.execute(insert(SHOWN), bodies)
    for some in in_groups(ids):
        tell(connection, INCIDENT.c.id.in_(some))


def tell(connection: Connection, which: ColumnElement[bool]) -> None:
    """Keep which documents tell of these incidents."""
    told = select(TODAY.c.document, INCIDENT.c.number).distinct().join(INCIDENT, INCIDENT.c.id == TODAY.c.incident)
    connection.execute(insert(TELLS).from_select(["document", "incident"], told.where(which)))


def by_ids(connection: Connection, start: str) -> list[str]:
    """The ids of the incidents whose id begins so, ten at most."""
    like = INCIDENT.c.id.startswith(start, autoescape=True)
    return list(connection.execute(select(INCIDENT.c.id).where(like).order_by(INCIDENT.c.id).limit(10)).scalars())


def kinds(connection: Connection) -> dict[int, Kind]:
    """Every kind by its number."""
    return {id: Kind(*values) for id, *values in connection.execute(select(KIND))}


def listed(actors: Iterable[str]) -> str:
    """Ids of actors as the column has them: each between tabs."""
    return "".join(f"\t{actor}\t" for actor in actors)


def _numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The number of each incident: the one that it has, or a new one."""
    known: dict[str, int] = {}
    for some in in_groups(ids):
        known |= dict(connection.execute(select(INCIDENT.c.id, INCIDENT.c.number).where(INCIDENT.c.id.in_(some))).all())
    last = connection.execute(select(func.coalesce(func.max(INCIDENT.c.number), 0))).scalar_one()
    return known | {id: last + at for at, id in enumerate((id for id in ids if id not in known), 1)}


def _known(connection: Connection, wanted: set[Kind]) -> dict[Kind, int]:
    """The numbers of these kinds, the new ones added."""
    known = {kind: id for id, kind in kinds(connection).items()}
    first = connection.execute(select(func.coalesce(func.max(KIND.c.id), 0))).scalar_one() + 1
    added = {kind: first + at for at, kind in enumerate(sorted(wanted - known.keys()))}
    if added:
        connection.execute(insert(KIND), [{"id": id, **kind._asdict()} for kind, id in added.items()])
    return known | added


def _kind(one: Standing) -> Kind:
    found = one.incident
    country = (found["place"] or {}).get("country") or ""
    return Kind(country, found["event"], found["grade"], one.checked, listed(sorted(found["actors"])))


def _row(one: Standing) -> Json:
    found = one.incident
    killed = found["tolls"].get(BY_DEFAULT, {}).get("killed", {})
    ends = [end for end in (killed.get("min"), killed.get("max")) if end is not None]
    place = found["place"] or {}
    north, east = place.get("lat"), place.get("lon")
    return {
        "id": found["id"], "day": found["date"]["start"] or UNDATED, "last": found["date"]["end"],
        "reported": one.reported, "killed": min(max(ends, default=_NO_TOLL), HIGHEST),
        "names": chain.storable(one.places), "sure": GRADES.index(found["grade"]),
        "north": None if north is None else parts(north + 90), "east": None if east is None else parts(east + 180),
    }  # fmt: skip


def parts(degrees: float) -> int:
    """Degrees as the columns `north` and `east` have them."""
    return round(degrees * DEGREE)
