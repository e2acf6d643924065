"""The list of incidents: those that are asked for, how many of each kind, and how far they are checked."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.contract import Json
from tawthiq.ledger.standing import Wanted
from tawthiq.operations import listing, reviewing
from tawthiq.web.query import FACETS, MOST, Query

_TOLLS = "airwars"


class Row(NamedTuple):
    """An incident of the list, and how many of its claims have a verdict."""

    incident: Json
    checked: int

    @property
    def killed(self) -> Json | None:
        """The toll of the killed, as it is listed."""
        return self._toll("killed")

    @property
    def injured(self) -> Json | None:
        """The toll of the injured, as it is listed."""
        return self._toll("injured")

    @property
    def state(self) -> str:
        """none, some or all of its claims have a verdict."""
        return "none" if not self.checked else "all" if self.checked == len(self.incident["claims"]) else "some"

    def _toll(self, outcome: str) -> Json | None:
        found: Json | None = self.incident["tolls"][_TOLLS].get(outcome)
        return found

    def values(self, facet: str) -> tuple[str, ...]:
        """What it counts as in a facet."""
        if facet == "country":
            place = self.incident["place"]
            return (place["country"],) if place and place["country"] else ()
        if facet == "actor":
            return tuple(self.incident["actors"])
        return (self.state,) if facet == "checked" else (self.incident[facet],)


class Page(NamedTuple):
    """One page of the list, how many incidents there are in all, and how many of each value in each facet."""

    rows: tuple[Row, ...]
    total: int
    pages: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]


def page(ledger: str, query: Query) -> Page:
    """The page that is asked for."""
    found = _found(ledger, query)
    rows = [row for row in found if _fits(row, query)]
    start = (query.page - 1) * MOST
    facets = {facet: _counted(found, query, facet) for facet in FACETS}
    return Page(tuple(rows[start : start + MOST]), len(rows), max(1, -(-len(rows) // MOST)), facets)


def ids(ledger: str, query: Query) -> list[str]:
    """The ids of all incidents that are asked for, in the order of the list."""
    return [row.incident["id"] for row in _found(ledger, query) if _fits(row, query)]


def _found(ledger: str, query: Query) -> list[Row]:
    """What fits the query but for its facets, in its order."""
    wanted = Wanted(
        place=query.place or None, since=query.since or None, until=query.until or None, killed=query.killed,
        words=query.words or None,
    )  # fmt: skip
    checked = reviewing.verdicts(ledger)
    rows = [Row(one, sum(claim in checked for claim in one["claims"])) for one in listing.incidents(ledger, wanted)]
    if query.order == "killed":
        return sorted(rows, key=lambda row: -_most(row))
    return rows[::-1] if query.order == "newest" else rows


def _most(row: Row) -> int:
    killed = row.killed or {}
    return killed.get("max") or killed.get("min") or 0


def _fits(row: Row, query: Query, but: str = "") -> bool:
    return all(
        not chosen or facet == but or set(chosen) & set(row.values(facet)) for facet, chosen in query.chosen.items()
    )


def _counted(rows: list[Row], query: Query, facet: str) -> tuple[tuple[str, int], ...]:
    """How many incidents each value of a facet would give, the other facets as they are chosen."""
    counts = Counter(value for row in rows if _fits(row, query, facet) for value in row.values(facet))
    for value in query.chosen.get(facet, ()):
        counts.setdefault(value, 0)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
