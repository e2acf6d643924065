"""Lists of the counted under one heading: «توزعت حصيلة القتلى على النحو التالي:» and a line for each."""

from collections.abc import Sequence
from typing import cast

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, PEOPLE
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import Walk

_OPENING = 3


def listed(walk: Walk, phrases: Sequence[Phrase], intro: str, first: int) -> str:
    """Let a line that opens with a number of people count what its heading counts; the outcome, if it does."""
    opening = next((p for p in phrases if p.first - first < _OPENING), None)
    if not intro or opening is None or not opening.explicit or opening.sort not in PEOPLE or opening.outcome:
        return ""
    entry = HarmWord("casualties.list", "", "victim", intro)
    walk.victims = Hit(opening.first, opening.first, entry, "", "", opening.start, opening.start)
    walk.harm, walk.waiting = walk.victims, True
    return intro


def introduced(walk: Walk, intro: str, span: tuple[int, int]) -> str:
    """The outcome that the next line may go on with: of this list, or of a heading that ends in a colon."""
    if intro and walk.found:
        return intro
    marks = [walk.form(t) for t in range(max(span[0], span[1] - 2), span[1])]
    if ":" not in marks:
        return ""
    if walk.victims is not None:
        outcome = cast(HarmWord, walk.victims.entry).outcome
    else:
        outcome = walk.found[-1].outcome if walk.found else ""
    return "" if outcome in OBJECT_OUTCOMES else "killed" if outcome == "casualties" else outcome
