"""Going through claims: the one after this one, the one before, and the next that nobody decided about."""

from typing import NamedTuple

from tawthiq.operations import listing, reviewing
from tawthiq.web.query import Query


class Neighbours(NamedTuple):
    """The claims of the incident in order, where this one stands (from 0), and the claims beside it in the list."""

    claims: tuple[str, ...]
    at: int
    before: str | None
    after: str | None


def neighbours(ledger: str, incident: str | None, claim: str, query: Query) -> Neighbours:
    """What stands beside a claim: in its incident, and at its ends in the incidents beside it."""
    claims = reviewing.claims_in_order(ledger, incident) if incident else ()
    if incident is None or claim not in claims:
        return Neighbours((claim,), 0, None, None)
    at = claims.index(claim)
    before = claims[at - 1] if at else _beyond(ledger, incident, query, -1)
    after = claims[at + 1] if at + 1 < len(claims) else _beyond(ledger, incident, query, 1)
    return Neighbours(claims, at, before, after)


def queued(ledger: str, query: Query, incident: str | None = None) -> str | None:
    """The next claim without a verdict, from this incident on and then from the beginning of the list."""
    checked = reviewing.verdicts(ledger)
    names = listing.ids(ledger, query.wanted)
    start = names.index(incident) if incident in names else 0
    for name in names[start:] + names[:start]:
        for claim in reviewing.claims_in_order(ledger, name):
            if claim not in checked:
                return claim
    return None


def _beyond(ledger: str, incident: str, query: Query, step: int) -> str | None:
    """The nearest claim of the incident beside this one in the list."""
    names = listing.ids(ledger, query.wanted)
    at = names.index(incident) + step if incident in names else -1
    if not 0 <= at < len(names):
        return None
    claims = reviewing.claims_in_order(ledger, names[at])
    return claims[0 if step > 0 else -1] if claims else None
