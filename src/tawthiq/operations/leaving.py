"""Claims that are in no incident: why, and which incident they were in before."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawthiq import linking
from tawthiq.incidents import Told
from tawthiq.judging import judged
from tawthiq.ledger import told
from tawthiq.ledger.connect import opened
from tawthiq.ledger.moved import gone_from, latest_homes


class Outside(NamedTuple):
    """A claim, as it reads now, that is in no incident; `why` is "" where no rule keeps it out."""

    told: Told
    why: str


def why_outside(told: Told) -> str:
    """Why a claim, as it reads now, tells of no single incident; "" where it does."""
    return linking.apart(told.claim) or ""


def left(ledger: str, incident: str) -> tuple[Outside, ...]:
    """The claims that were in this incident last and are in none now, in the order of their reports."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        claims = gone_from(connection, incident)
        known = told.of_claims(connection, claims)
        now, _ = judged(tuple(known.values()), told.judgements_on(connection, claims) if claims else ())
    return tuple(Outside(one, why_outside(one)) for one in sorted(now, key=lambda one: one.order))


def before(ledger: str, claims: Sequence[str]) -> Mapping[str, str]:
    """The incident that each of these claims was in last, where there still is one of this id."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        return latest_homes(connection, claims)
