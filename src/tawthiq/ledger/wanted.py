"""Which incidents are wanted, in which order, page by page, and how many there are of each kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    TextualSelect,
    and_,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from tawthiq.contract import Json
from tawthiq.ledger import access, chain, named, search
from tawthiq.ledger.groups import MOST, in_groups
from tawthiq.ledger.lands import Land, lands
from tawthiq.ledger.schema import INCIDENT, KIND, SHOWN, TELLS, UNDATED_LAST
from tawthiq.ledger.standing import HIGHEST, Kind, kinds, listed, parts

FACETS = ("country", "event", "grade", "checked", "actor")
Values: TypeAlias = str | tuple[str, ...] | None
Box: TypeAlias = tuple[float, float, float, float]
_Columns: TypeAlias = ReadOnlyColumnCollection[str, Any]
_I = INCIDENT.c
# By what each order goes, and whether from the highest down.
_ORDERS: Mapping[str, tuple[tuple[ColumnElement[Any], bool], ...]] = {
    "date": ((_I.day, False), (_I.id, False)),
    "-date": ((UNDATED_LAST, False), (_I.day, True), (_I.id, False)),
    "-killed": ((_I.killed, True), (_I.day, False), (_I.id, False)),
    "-reported": ((func.coalesce(_I.reported, ""), True), (_I.id, False)),
    "grade": ((_I.sure, False), (_I.day, False), (_I.id, False)),
}
ORDERS = tuple(_ORDERS)


class Wanted(NamedTuple):
    """Which incidents. `place` is a piece of a name in any spelling, the name of a province or country that
    holds it, or a country's code; `since` and `until` are ISO
    dates that the incident's days must touch; `killed` is the least that its highest toll must be; `words` must all
    stand in one report of it; `checked` is whether people looked at `all`, `some` or `none` of its claims.
    `seen_by` are accounts, each of which may see every report that tells of the incident.
    Of what is in `FACETS` several values may be wanted: any of them will do. `box` is west, south, east and north in
    degrees.
    `named` are words of the name of a victim, in any spelling; "" any victim whom a report of it tells of.
    `order` is one of `ORDERS`; `skip` and `most` are how many to leave out first and to give then."""

    place: str | None = None
    since: str | None = None
    until: str | None = None
    actor: Values = None
    event: Values = None
    grade: Values = None
    killed: int | None = None
    words: str | None = None
    most: int | None = None
    country: Values = None
    checked: Values = None
    order: str = "date"
    skip: int = 0
    box: Box | None = None
    seen_by: tuple[str, ...] = ()
    named: str | None = None


class Found(NamedTuple):
    """A page of incidents: how many are wanted in all, and for each of `FACETS` how many each value has, the most
    first. A facet's counts leave out what is wanted of itself, so that they say what another choice would give."""

    incidents: tuple[Json, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]


def find(connection: Connection, wanted: Wanted) -> Iterator[Json]:
    """The incidents that are wanted, in order, a few in memory at a time."""
    found = connection.execute(_ids(connection, wanted).execution_options(yield_per=MOST)).scalars()
    for some in found.partitions():
        yield from bodies(connection, list(some))


def counted(connection: Connection, wanted: Wanted) -> Found:
    """The incidents that are wanted with the counts of all."""
    known = kinds(connection)
    numbers, page = _asked(connection, wanted)
    total, facets = 0, {facet: Counter[str]() for facet in FACETS}
    for number, n in numbers.items():
        values = {facet: _values(facet, known[number]) for facet in FACETS}
        unlike = [facet for facet in FACETS if not _fits(getattr(wanted, facet), values[facet])]
        total += 0 if unlike else n
        for facet in FACETS if not unlike else unlike if len(unlike) == 1 else ():
            for value in values[facet]:
                facets[facet][value] += n
    found = tuple(bodies(connection, page))
    return Found(found, total, {name: _sorted(counts) for name, counts in facets.items()})


class Where(NamedTuple):
    """Conditions on incidents. Where they are asked about twice, `again` says that to look through all of them twice
    takes less than to keep those that are wanted: words leave out few of them."""

    conditions: tuple[ColumnElement[bool], ...]
    again: bool


def where(connection: Connection, wanted: Wanted) -> Where:
    """Everything that is wanted."""
    chosen, found = _chosen(wanted), _open(connection, wanted)
    return found if chosen is None else found._replace(conditions=(*found.conditions, _I.kind.in_(chosen)))


def bounds(of: _Columns, wanted: Wanted) -> list[ColumnElement[bool]]:
    """The days and the box that are wanted, as conditions on columns named as those of incidents."""
    found: list[ColumnElement[bool]] = []
    if wanted.since:
        found.append(of.last >= wanted.since)
    if wanted.until:
        found.append(of.day <= wanted.until)
    if wanted.box is not None:
        west, south, east, north = wanted.box
        found.append(of.east.between(parts(west + 180), parts(east + 180)))
        found.append(of.north.between(parts(south + 90), parts(north + 90)))
    return found


def ids(connection: Connection, wanted: Wanted) -> list[str]:
    """The ids of the incidents that are wanted, in order."""
    return list(connection.execute(_ids(connection, wanted)).scalars())


def beside(connection: Connection, wanted: Wanted, id: str, step: int, most: int = 1) -> list[str]:
    """The ids of the next incidents of the list after this one, or with a step of -1 before it, the nearest first. The
    incident itself need not be wanted."""
    order = _ORDERS[wanted.order]
    here = connection.execute(select(*(part for part, _ in order)).where(_I.id == id)).first()
    if here is None:
        return []
    beyond: list[ColumnElement[bool]] = []
    for at, (part, down) in enumerate(order):
        same = [other == here[before] for before, (other, _) in enumerate(order[:at])]
        beyond.append(and_(*same, part > here[at] if down == (step < 0) else part < here[at]))
    turned = order if step > 0 else tuple((part, not down) for part, down in order)
    wants = where(connection, wanted).conditions
    statement = select(_I.id).where(*wants, or_(*beyond)).order_by(*_by(turned)).limit(most)
    return list(connection.execute(statement).scalars())


def _ids(connection: Connection, wanted: Wanted) -> Select[Any]:
    statement = select(_I.id).where(*where(connection, wanted).conditions).order_by(*_by(_ORDERS[wanted.order]))
    return statement.offset(wanted.skip or None).limit(wanted.most)


def _asked(connection: Connection, wanted: Wanted) -> tuple[dict[int, int], list[str]]:
    """How many incidents of each kind there are, and the ids of the page. Words are looked up once for both."""
    wants, again = _open(connection, wanted)
    if not wanted.words:
        # Without a condition the index of kinds counts; with one it would be in the way of looking through the rows.
        kind = _I.kind if not wants else _I.kind + 0
        numbers = connection.execute(select(kind.label("kind"), func.count().label("n")).where(*wants).group_by(kind))
        return {row.kind: row.n for row in numbers}, ids(connection, wanted)
    parts = [part.label(f"part{at}") for at, (part, _) in enumerate(_ORDERS[wanted.order])]
    asked = as_asked(select(_I.id.label("own"), _I.kind, *parts).where(*wants), again)
    order = [(asked.c[f"part{at}"], down) for at, (_, down) in enumerate(_ORDERS[wanted.order])]
    chosen = _chosen(wanted)
    page = select(asked.c.own, asked.c.kind, literal(0)).where(true() if chosen is None else asked.c.kind.in_(chosen))
    page = page.order_by(*_by(order)).offset(wanted.skip or None).limit(wanted.most)
    counts = select(literal(""), asked.c.kind, func.count()).group_by(asked.c.kind)
    rows = connection.execute(union_all(counts, select(page.subquery()))).all()
    return {kind: n for own, kind, n in rows if not own}, [own for own, _, _ in rows if own]


def as_asked(incidents: Select[Any], again: bool) -> FromClause:
    """The incidents that are wanted, to be asked of twice: kept in between, or looked through `again`."""
    return incidents.subquery("asked") if again else incidents.cte("asked")


def _chosen(wanted: Wanted) -> Select[tuple[int]] | None:
    """The kinds that are wanted; None: all."""
    asked = {facet: _choices(getattr(wanted, facet)) for facet in FACETS[:-1]}
    chosen: list[ColumnElement[bool]] = [KIND.c[facet].in_(values) for facet, values in asked.items() if values]
    if actors := _choices(wanted.actor):
        chosen.append(or_(*(KIND.c.actors.contains(listed([actor]), autoescape=True) for actor in actors)))
    return select(KIND.c.id).where(*chosen) if chosen else None


def _by(order: Iterable[tuple[ColumnElement[Any], bool]]) -> list[ColumnElement[Any]]:
    return [part.desc() if down else part for part, down in order]


def _told_in(documents: TextualSelect) -> Select[Any]:
    """The numbers of the incidents that documents tell of; the words are looked up first, and each document's incidents
    then."""
    hits = documents.subquery()
    return select(TELLS.c.incident).select_from(hits.join(TELLS, TELLS.c.document == hits.c.document))


def _told_only_in(documents: TextualSelect) -> Select[Any]:
    """The numbers of the incidents that no other documents tell of."""
    every = TELLS.alias()
    telling = select(func.count()).where(every.c.incident == TELLS.c.incident).scalar_subquery()
    told = select(TELLS.c.incident).where(TELLS.c.document.in_(documents))
    return told.group_by(TELLS.c.incident).having(func.count() == telling)


def _worded(connection: Connection, words: str) -> tuple[ColumnElement[bool], bool]:
    """Whether a report of the incident holds all these words; and whether few incidents have none that does."""
    hits = search.hits(connection, words)
    if hits is None or hits.lacking is None:
        return false() if hits is None else _I.number.in_(_told_in(hits.holding)), False
    without = _told_only_in(hits.lacking).cte("without")
    if connection.dialect.name == "sqlite":
        return _I.number.not_in(select(without.c.incident)), True
    return ~exists().where(without.prefix_with("MATERIALIZED").c.incident == _I.number), True


def bodies(connection: Connection, ids: list[str]) -> Iterator[Json]:
    """These incidents as published, in this order."""
    for some in in_groups(ids):
        rows = connection.execute(select(SHOWN.c.incident, SHOWN.c.body).where(SHOWN.c.incident.in_(some)))
        bodies = {row.incident: row.body for row in rows}
        yield from (chain.parsed(bodies[id], f"incident {id}") for id in some)


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _fits(asked: Values, values: tuple[str, ...]) -> bool:
    return not asked or any(value in values for value in _choices(asked))


def _choices(asked: Values) -> tuple[str, ...]:
    """The values that are wanted; none: any."""
    return (asked,) if isinstance(asked, str) else asked or ()


def _values(facet: str, kind: Kind) -> tuple[str, ...]:
    return tuple(actor for actor in kind.actors.split("\t") if actor) if facet == "actor" else (getattr(kind, facet),)


def _named(name: str) -> ColumnElement[bool]:
    return _I.names.contains(" ".join(search.words_of(name)), autoescape=True)


def _land(land: Land) -> ColumnElement[bool]:
    """Whether the incident is in this province or country."""
    within = _I.kind.in_(select(KIND.c.id).where(KIND.c.country == land.country))
    return within if land.province is None else and_(within, _named(land.province))


def _open(connection: Connection, wanted: Wanted) -> Where:
    """The conditions on what is not counted."""
    found: list[ColumnElement[bool]] = []
    again = False
    if wanted.place:
        whole = (_land(land) for land in (Land(wanted.place.upper(), None), *lands(wanted.place)))
        found.append(or_(_named(wanted.place), *whole))
    if wanted.killed is not None:
        found.append(_I.killed >= min(wanted.killed, HIGHEST))
    found += bounds(_I, wanted)
    found += [_I.id.not_in(access.incidents_hidden(access.Sight(account))) for account in wanted.seen_by]
    if wanted.named is not None:
        found.append(named.telling(connection, wanted.named, _I.number))
    if wanted.words:
        worded, again = _worded(connection, wanted.words)
        found.append(worded)
    return Where(tuple(found), again)
