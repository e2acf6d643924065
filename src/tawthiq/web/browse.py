"""The list of incidents: those that are asked for, how many of each kind, when and where they are."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.contract import BY_DEFAULT, Json
from tawthiq.ledger.wanted import Box
from tawthiq.operations import listing, reviewing
from tawthiq.web.query import FACETS, MOST, Query

_FINEST, _COARSEST = 0.01, 10.0
# How much more than what is in sight is told of the map, on each side, so that it can be moved at once.
_BEYOND = 0.5


class Row(NamedTuple):
    """An incident of the list, and how many of its claims have a verdict."""

    incident: Json
    decided: int

    @property
    def checked(self) -> str:
        """Whether `all`, `some` or `none` of its claims have a verdict."""
        return "none" if not self.decided else "all" if self.decided == len(self.incident["claims"]) else "some"

    def toll(self, outcome: str) -> Json | None:
        """The toll of an outcome, by the codebook that lists are by."""
        found: Json | None = self.incident["tolls"][BY_DEFAULT].get(outcome)
        return found


class Page(NamedTuple):
    """One page of the list; how many incidents there are in all, how many of each value in each facet, and
    how many are being worked out anew meanwhile."""

    rows: tuple[Row, ...]
    total: int
    pages: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    waiting: int


def page(ledger: str, query: Query) -> Page:
    """The page that is asked for."""
    found = listing.page(ledger, query.wanted._replace(skip=(query.page - 1) * MOST, most=MOST))
    verdicts = reviewing.verdicts(ledger, [claim for one in found.incidents for claim in one["claims"]])
    rows = tuple(Row(one, sum(claim in verdicts for claim in one["claims"])) for one in found.incidents)
    facets = {facet: _listed(found.facets[facet], query.chosen.get(facet, ())) for facet in FACETS}
    return Page(rows, found.total, max(1, -(-found.total // MOST)), facets, found.waiting)


def spread(ledger: str, query: Query, view: Box | None, step: float) -> Json:
    """How many incidents begin in each month, and for each field of the map its middle, how many lie in it and the
    highest toll. The months are those of the whole time, the fields those in and around `view`."""
    fine = min(max(step, _FINEST), _COARSEST) if math.isfinite(step) else _COARSEST
    found = listing.spread(ledger, query.wanted, _around(view) if view else None, fine)
    return {"months": dict(found.months), "cells": [list(cell) for cell in found.cells]}


def _around(view: Box) -> Box:
    west, south, east, north = view
    wide, high = (east - west) * _BEYOND, (north - south) * _BEYOND
    return max(-180, west - wide), max(-90, south - high), min(180, east + wide), min(90, north + high)


def _listed(counts: Mapping[str, int], chosen: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The values of a facet with their counts, what is chosen among them in any case; nameless ones left out."""
    return tuple((value, n) for value, n in {**counts, **{one: counts.get(one, 0) for one in chosen}}.items() if value)
