"""Which bombs killed only those who set them off, some of the attackers who fell?

«قتلوا تسعة منهم، بينهم اثنان فجرا نفسيهما»
"""

from collections.abc import Sequence

from tawthiq.model import Casualty
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.scene import BY_HIMSELF, Report, in_tokens

_ATTACKERS, _OF_THEM = "fighter", frozenset({"منهم", "منهما"})
_WHOLE, _SOME = 12, 4  # tokens from the whole and from «بينهم» to the bomb


def of_bombers(report: Report, causes: Sequence[Cause]) -> frozenset[int]:
    """The first tokens of the bombs that are told of a part of the killed attackers alone: no more is known of how the
    attack killed others by them."""
    if not report.suicides:
        return frozenset()
    told = [c for c in causes if c.event == BY_HIMSELF and c.sentence in report.figures]
    return frozenset([c.first for c in told if _whole(report, c) is not None])


def of_a_part(report: Report, bomb: Cause, casualty: Casualty) -> bool:
    """Whether those who blew themselves up are told to be some of a figure."""
    return _whole(report, bomb) == casualty


def _whole(report: Report, bomb: Cause) -> Casualty | None:
    """The killed attackers of whom those are told to be a part whom a bomb is told of."""
    some = report.within(bomb.first - _SOME, bomb.first, "breakdown")
    at = some[-1].first if some else bomb.first
    figures = in_tokens(report.figures.get(bomb.sentence, ()), at - _WHOLE, at)
    last = figures[-1] if figures else None
    if last is None or last.last > at:  # «قتلوا أربعة منهم، بعدما فجر الخامس نفسه»
        return None
    told = last.part_of if not some and at - last.last <= _SOME else None  # «أحدهم يرتدي سترة ناسفة»
    whole = report.document.casualties[told] if told is not None else last
    if whole.outcome != "killed" or (whole is last and not some):
        return None
    attackers = whole.group == _ATTACKERS or report.tokens[whole.last - 1].form in _OF_THEM
    return whole if attackers else None
