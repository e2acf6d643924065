"""Parts told before their whole, as headlines do: «بينهم طفلان.. مقتل سبعة مدنيين»."""

from collections.abc import Sequence

from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.stages.casualties.apposed import BREAKDOWN
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, PEOPLE, Harmed
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import Walk

_NEXT = 1
_MARK = "breakdown"


def parted(walk: Walk, phrases: Sequence[Phrase], mark: HarmHit | StructureHit) -> None:
    """Record those right behind «بينهم» as parts of the first people harmed in the sentence that it, the first of its
    words, opens."""
    if mark.entry.part != _MARK:
        return
    whole = next((at for at, h in enumerate(walk.found) if h.phrase.sort in PEOPLE), None)
    if whole is None:
        return
    harmed, at = walk.found[whole], mark.last
    if harmed.whole is not None or harmed.outcome in OBJECT_OUTCOMES or harmed.phrase.joined:
        return
    for phrase in phrases:
        beside = phrase.first == at or (phrase.joined and 0 <= phrase.first - at <= _NEXT)
        part = phrase.sort == "person" and not phrase.definite and not phrase.outcome
        if not beside or not part or phrase.first >= harmed.phrase.first:
            return
        if (phrase.count.low or 0) > (harmed.phrase.count.low or phrase.count.low or 0):
            return
        walk.found.append(Harmed(phrase, harmed.outcome, harmed.harm, whole, BREAKDOWN))
        at = phrase.last
