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
    for name in listing.unchecked(ledger, query.wanted, incident):
        claims = reviewing.claims_in_order(ledger, name)
        checked = reviewing.verdicts(ledger, claims)
        if (found := next((claim for claim in claims if claim not in checked), None)) is not None:
            return found
    return None


def _beyond(ledger: str, incident: str, query: Query, step: int) -> str | None:
    """The nearest claim of the incident beside this one in the list."""
    name = listing.beside(ledger, query.wanted, incident, step)
    claims = reviewing.claims_in_order(ledger, name) if name else ()
    return claims[0 if step > 0 else -1] if claims else None
