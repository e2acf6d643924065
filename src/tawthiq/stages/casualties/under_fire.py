"""Whom fire fell on: «أطلقت الشرطة النار على متظاهرين فقتلت ثلاثة» kills protesters."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.stages.casualties.harmed import Harmed
from tawthiq.stages.casualties.phrase import BOMBER, FIGHTING
from tawthiq.stages.casualties.walk import Pending

_AIMED = FIGHTING | {"protester"}
_HURT = ("killed", "injured", "casualties")
_SELF = frozenset({"نفسه", "نفسها"})
_AT = {"علي": frozenset({"النار", "الرصاص", "النيران", "نيرانها", "نيرانه"}), "بين": _SELF, "وسط": _SELF}
_REACH, _FAR = 7, 25  # tokens from the fire to whom it fell on, and from them to the first harm


def under_fire(harmed: Sequence[Harmed], pending: Sequence[Pending], forms: Sequence[str]) -> list[Harmed]:
    """The first harm of a sentence but a bomber's own, where no noun says who was harmed, with the group of those fired
    at or among whom he blew himself up."""
    result = list(harmed)
    at = int(bool(result) and BOMBER in result[0].phrase.because)
    first = result[at].phrase if at < len(result) else None
    if first is None or first.sort not in ("bare", "victim") or first.group != "person" or first.definite:
        return result
    if result[at].outcome not in _HURT or result[at].whole is not None:
        return result
    before = [p.phrase for p in pending if p.phrase.last <= first.first <= p.phrase.last + _FAR]
    aimed = [p for p in before if p.group in _AIMED and forms[p.first - 1] in _AT and _aimed_at(p.first, forms)]
    groups = {p.group for p in aimed}
    if len(groups) == 1 and not any(p.joined and p.sort == "person" and p.group not in groups for p in before):
        result[at] = replace(result[at], phrase=replace(first, group=groups.pop()))
    return result


def _aimed_at(at: int, forms: Sequence[str]) -> bool:
    """«فتحت النار، أمس، على محتجين», «فجر نفسه بين جنود»."""
    return not _AT[forms[at - 1]].isdisjoint(forms[max(0, at - _REACH) : at])
