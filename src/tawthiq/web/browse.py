"""The list of incidents: those that are asked for, how many of each kind, and how far they are checked."""

from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.contract import Json
from tawthiq.operations import listing, reviewing
from tawthiq.web.query import FACETS, MOST, Query

_TOLLS = "airwars"


class Row(NamedTuple):
    """An incident of the list, and whether `all`, `some` or `none` of its claims have a verdict."""

    incident: Json
    checked: str

    @property
    def killed(self) -> Json | None:
        """The toll of the killed, as it is listed."""
        return self._toll("killed")

    @property
    def injured(self) -> Json | None:
        """The toll of the injured, as it is listed."""
        return self._toll("injured")

    def _toll(self, outcome: str) -> Json | None:
        tolls = self.incident["tolls"]
        found: Json | None = tolls.get(_TOLLS, tolls).get(outcome)
        return found


class Page(NamedTuple):
    """One page of the list, how many incidents there are in all, how many of each value in each facet, and how many
    incidents are being worked out anew meanwhile."""

    rows: tuple[Row, ...]
    total: int
    pages: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    waiting: int


def page(ledger: str, query: Query) -> Page:
    """The page that is asked for."""
    found = listing.page(ledger, query.wanted._replace(skip=(query.page - 1) * MOST, most=MOST))
    verdicts = reviewing.verdicts(ledger)
    rows = tuple(Row(one, one.get("checked") or _state(one, verdicts)) for one in found.incidents)
    facets = {facet: _listed(found.facets[facet], query.chosen.get(facet, ())) for facet in FACETS}
    return Page(rows, found.total, max(1, -(-found.total // MOST)), facets, found.waiting)


def _state(incident: Json, verdicts: Mapping[str, str]) -> str:
    checked = sum(claim in verdicts for claim in incident["claims"])
    return "none" if not checked else "all" if checked == len(incident["claims"]) else "some"


def _listed(counts: Mapping[str, int], chosen: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The values of a facet with their counts, what is chosen among them in any case; nameless ones left out."""
    return tuple((value, n) for value, n in {**counts, **{one: counts.get(one, 0) for one in chosen}}.items() if value)
