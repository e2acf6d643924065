"""The harm claims of a report, and which of them can tell of one incident."""

from datetime import date

from tawthiq.incidents import Told
from tawthiq.linking.geography import POINTS
from tawthiq.model import Claim, Document

_NEVER = frozenset({"planned", "hypothetical"})
_DAYS = 7


def told(document: Document, text: str = "", wire: str | None = None) -> tuple[Told, ...]:
    """The harm claims of a report in its order. `text` is the id of the report that it copies, "" for none."""
    return tuple(
        Told(f"{document.id}:{c.id}", c, document.id, document.published, document.outlet, text or document.id, wire)
        for c in document.claims
        if c.outcome is not None
    )


def apart(claim: Claim) -> str | None:
    """Why a claim tells of no single incident, None where it does."""
    if claim.outcome is None:
        return "no figure of harm"
    if claim.cumulative and not of_one_day(claim):
        return "sums several incidents"
    if claim.event == "war":
        return "the toll of a war"
    if claim.status in _NEVER:
        return f"{claim.status}, not done"
    if claim.time is not None and claim.time.precision in ("period", "season") and not _one(claim):
        days = (date.fromisoformat(claim.time.end) - date.fromisoformat(claim.time.start)).days
        if days > _DAYS:
            return f"a toll of {days + 1} days"
    return None


def of_one_day(claim: Claim) -> bool:
    """Whether what a claim tells of happened on one day in one town: the raids of a morning on it are one incident."""
    when, where = claim.time, claim.place
    return when is not None and when.start == when.end and where is not None and where.level in POINTS


def _one(claim: Claim) -> bool:
    """A single victim, or a figure that says no number: these do not add up over a period."""
    return claim.count is not None and (claim.count.low is None or claim.count.low <= 1)
