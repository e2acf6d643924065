"""What is counted since an escalation: «ارتفع عدد القتلى منذ بدء التصعيد إلى 105»."""

from datetime import timedelta

from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.own import Own

_YEARS = timedelta(days=900)


def since_outbreak(own: Own) -> bool:
    """Whether a figure is counted since an escalation began."""
    return own.cause is not None and own.cause.candidate.value.part == "outbreak"


def of_phase(known: Known, own: Own) -> bool:
    """Whether the escalation that a figure is counted from is only a part of the war, which has gone on for years."""
    war, published = known.since, known.report.document.published
    if not since_outbreak(own) or war is None or war.start is None or published is None:
        return False
    return published - war.start > _YEARS
