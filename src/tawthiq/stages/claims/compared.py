"""What does a report tell only to compare? «الأكثر دموية منذ الاعتداء الذي أوقع 31 قتيلا ببغداد»"""

from collections.abc import Sequence

from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.scene import Report

_SINCE = frozenset({"منذ", "مذ"})
_PARTED = frozenset({"،", ",", "؛", "."})
_NONE = frozenset[int]()
_WARS = frozenset({"war", "ground_attack", "siege"})  # «منذ الاجتياح»: a time that lasts


def compared(report: Report, causes: Sequence[Cause]) -> frozenset[int]:
    """The tokens of earlier attacks that the one told of is measured from, each up to the next comma."""
    tokens = report.tokens
    since = [c for c in causes if c.first and tokens[c.first - 1].form in _SINCE and c.event not in _WARS]
    return frozenset().union(*(range(c.first, _end(report, c.last)) for c in since)) if since else _NONE


def _end(report: Report, at: int) -> int:
    _, last = report.bounds(at)
    return next((t for t in range(at, last) if report.tokens[t].form in _PARTED), last)
