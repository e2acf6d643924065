"""Which accounts a codebook may count: not those that speak of something wider, nor counts of the first hours.

One that says many times what all others say speaks of a longer time or a wider area. A count is early, or of a part,
where several others tell of twice as many and nobody of as few; against one or two others it stands, as a rival figure.
What does not count is shown with the reason."""

from collections.abc import Sequence

from tawthiq.incidents import Use
from tawthiq.reconciling.stated import Case, Stated, alone, stated

_MANY, _TIMES = 500, 10
_SEVERAL, _TWICE = 4, 2


def credible(case: Case, outcome: str, group: str | None = None) -> tuple[tuple[Stated, ...], tuple[Use, ...]]:
    """What each account that may count says of an outcome, of everybody or of one group; and the claims without a
    figure, or of other accounts, with why."""
    found, aside = stated(case, outcome, group)
    reasons = {one.account.id: why for one in found if (why := _too_wide(one, found)) is not None}
    left = [one for one in found if one.account.id not in reasons]
    for one in sorted(left, key=lambda one: (one.high, one.account.id)):
        why = _early(one, left)
        if why is not None:
            reasons[one.account.id] = why
            left.remove(one)
    uses = [use for one in found if one.account.id in reasons for use in _set_aside(one, reasons[one.account.id])]
    return tuple(one for one in found if one.account.id not in reasons), (*aside, *uses)


def _set_aside(one: Stated, why: str) -> list[Use]:
    return [Use(use.claim, "aside", why) if use.state == "used" else use for use in one.uses]


def _too_wide(one: Stated, found: Sequence[Stated]) -> str | None:
    """Why an account speaks of more than one incident, if it does."""
    rest = max((other.high for other in found if other is not one), default=None)
    if rest is None or one.high < _MANY or one.high < _TIMES * max(rest, 1):
        return None
    return f"{one.high // max(rest, 1)} times what anybody else says: not taken for the toll of one incident"


def _early(one: Stated, found: Sequence[Stated]) -> str | None:
    """Why a count is one of the first hours, if it is; that of a few people is set aside as such by the codebooks."""
    if alone(one, found):
        return None
    others = [other for other in found if other is not one and other.whole]
    more = [other for other in others if other.least >= _TWICE * one.high]
    if len(more) >= _SEVERAL and not any(other.high <= one.high for other in others):
        return f"an early count: {len(more)} others tell of twice as many or more"
    return None
