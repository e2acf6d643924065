"""Looking at incidents: a list of those that are wanted, and one of them with everything behind it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from tawthiq.contract import Json
from tawthiq.errors import LockedLedger, NotInLedger
from tawthiq.incidents import Judgement, Person, Told
from tawthiq.judging import holding, judged
from tawthiq.ledger import told
from tawthiq.ledger.connect import Ledger, Use, opened
from tawthiq.ledger.neighbours import Neighbours
from tawthiq.ledger.records import Telling
from tawthiq.ledger.spread import Spread
from tawthiq.ledger.spread import spread as spread_of
from tawthiq.ledger.view import View
from tawthiq.ledger.wanted import Box, Wanted, counted, find
from tawthiq.ledger.wanted import beside as wanted_beside
from tawthiq.ledger.wanted import ids as wanted_ids
from tawthiq.operations.naming import incident_named
from tawthiq.operations.others import Members, Named, named_in
from tawthiq.operations.settling import settle, worked_out

_SOON = Use(writes=False, patience=0.3)
_FEW = 200
_UNCHECKED = ("none", "some")


class Page(NamedTuple):
    """Some of the incidents that are wanted; how many are, and by facet (country, event, grade, checked, actor) how
    many have each value, the most first. A facet's counts leave out what is wanted of itself. `waiting` is the number
    of incidents that another program changed and did not work out yet."""

    incidents: tuple[Json, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    waiting: int


class Step(NamedTuple):
    """A figure as it was published on a day: by which claim, and who says so."""

    published: str | None
    outcome: str
    low: int | None
    high: int | None
    modifier: str
    claim: str
    source: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One incident: the published object, its reports, its claims as they read after corrections, those that were
    rejected and why, why each claim is in the incident, the judgements on them and on who is named, the figures by
    day, and the persons named, each with those who may be the same."""

    incident: Json
    reports: tuple[Telling, ...]
    claims: tuple[Told, ...]
    rejected: dict[str, str]
    because: dict[str, tuple[str, ...]]
    judgements: tuple[Judgement, ...]
    timeline: tuple[Step, ...]
    named: tuple[Named, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """The persons named."""
        return tuple(one.person for one in self.named)


def incidents(ledger: str, wanted: Wanted, progress: Callable[[int], object] = lambda done: None) -> Iterator[Json]:
    """The incidents that are wanted, as published objects. Raises LedgerError."""
    with opened(ledger) as open_ledger:
        settled(open_ledger, progress)
        with open_ledger.looking() as connection:
            yield from find(connection, wanted)


def page(ledger: str, wanted: Wanted) -> Page:
    """A page of the incidents that are wanted, with how many there are of each kind: quick in a ledger of any size.

    Does not wait for a program that adds meanwhile: what that has not worked out yet is shown as it was before.
    Raises LedgerError."""
    with opened(ledger, _SOON) as open_ledger:
        _settled_soon(open_ledger)
        with open_ledger.looking() as connection:
            return Page(*counted(connection, wanted), Neighbours(connection).waiting())


def spread(ledger: str, wanted: Wanted, view: Box | None, step: float) -> Spread:
    """How the incidents that are wanted spread over the months, and over fields of `step` degrees of the map in `view`
    (in place of the box that is wanted); like `page`, at once."""
    with opened(ledger, _SOON) as open_ledger, open_ledger.looking() as connection:
        return spread_of(connection, wanted, view, step)


def ids(ledger: str, wanted: Wanted) -> list[str]:
    """The ids of the incidents that are wanted, in order. Raises LedgerError."""
    with opened(ledger, _SOON) as open_ledger, open_ledger.looking() as connection:
        return wanted_ids(connection, wanted)


def beside(ledger: str, wanted: Wanted, id: str, step: int) -> str | None:
    """The incident of the list next to this one: after it, or with a step of -1 before it."""
    with opened(ledger, _SOON) as open_ledger, open_ledger.looking() as connection:
        return next(iter(wanted_beside(connection, wanted, id, step)), None)


def unchecked(ledger: str, wanted: Wanted, start: str | None = None) -> list[str]:
    """Some incidents of the list with claims that nobody decided about: from this one on, then from the beginning."""
    asked = (wanted.checked,) if isinstance(wanted.checked, str) else wanted.checked or _UNCHECKED
    some = wanted._replace(checked=tuple(one for one in asked if one in _UNCHECKED), skip=0, most=_FEW)
    if not some.checked:
        return []
    with opened(ledger, _SOON) as open_ledger, open_ledger.looking() as connection:
        after = [start, *wanted_beside(connection, some, start, 1, _FEW)] if start else []
        return list(dict.fromkeys([*after, *wanted_ids(connection, some)]))


def show(ledger: str, id: str) -> Shown:
    """One incident, by its id or the beginning of it. Raises NotInLedger."""
    with opened(ledger, _SOON) as open_ledger:
        _settled_soon(open_ledger)
        with open_ledger.looking() as connection:
            name = incident_named(open_ledger, id)
            found = next(iter(worked_out(open_ledger, [name])), None)
            if found is None:
                raise NotInLedger(f"{open_ledger.where}: incident {name} has no claims any more")
            tolds = told.of_incidents(connection, [name])[name]
            ids = {t.id for t in tolds}
            claims, rejected = judged(tolds, told.judgements_on(connection, ids))
            ordered = tuple(sorted(claims, key=attrgetter("order")))
            reports = _reports(View(open_ledger), claims)
            because = told.reasons(connection, sorted(ids))
            names = named_in(open_ledger, {name: Members(ordered, rejected)})[name]
            subjects = ids | {naming.id for one in names for naming in one.person.namings}
            on_them = holding(told.judgements_on(connection, subjects))
            judgements = tuple(j for j in on_them if subjects & set(j.subjects))
    return Shown(found.incident, reports, ordered, rejected, because, judgements, _timeline(ordered, rejected), names)


def _settled_soon(ledger: Ledger) -> None:
    """What waits is worked out where that takes a moment and no other program writes; else it waits."""
    with ledger.looking() as connection:
        waiting = Neighbours(connection).waiting()
    if 0 < waiting <= _FEW:
        with suppress(LockedLedger):
            settled(ledger)


def settled(ledger: Ledger, progress: Callable[[int], object] = lambda done: None) -> None:
    """What was added and not worked out yet is, where the ledger may be written to."""
    if ledger.writable:
        with ledger.looking() as connection:
            stale = Neighbours(connection).stale(1)
        if stale:
            settle(ledger, progress)


def _reports(view: View, claims: tuple[Told, ...]) -> tuple[Telling, ...]:
    found = view.told_of(sorted({t.document for t in claims}))
    return tuple(sorted(found, key=lambda report: (report.published or "9", report.id)))


def _timeline(claims: tuple[Told, ...], rejected: dict[str, str]) -> tuple[Step, ...]:
    """The whole figures that are asserted, in the order in which they were published."""
    steps = []
    for t in claims:
        claim, count = t.claim, t.claim.count
        if count is None or claim.outcome is None or claim.part_of or claim.status != "asserted" or t.id in rejected:
            continue
        if count.low is None and count.high is None:
            continue
        source = claim.source.text if claim.source else t.outlet or t.document
        day = t.published.isoformat() if t.published else None
        steps.append(Step(day, claim.outcome, count.low, count.high, count.modifier, t.id, source))
    return tuple(steps)
