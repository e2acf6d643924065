"""Lists of the counted under one heading: «توزعت حصيلة القتلى على النحو التالي:» and a line for each."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import HitOf
from tawthiq.language.scan import E_, HarmHit, StructureHit
from tawthiq.model import Casualty
from tawthiq.stages.casualties.harmed import EARLIER, OBJECT_OUTCOMES, PEOPLE, Harmed
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.tolls import LINE
from tawthiq.stages.casualties.walk import Walk

_OPENING = 3
_BEFORE = 8  # casualties before a heading that one of them may be the total of
_NONE = OBJECT_OUTCOMES | {"", "body"}
_COLON = ":"
_FIRST = attrgetter("first")


class Intro(NamedTuple):
    """What a heading counts: the outcome, and the number of the casualty that its items are parts of."""

    outcome: str
    whole: int | None


class Heading(NamedTuple):
    """A heading: its sentence's number, and whether it says that those counted are spread over its lines."""

    sentence: int
    spread: bool


def listed(
    walk: Walk, phrases: Sequence[Phrase], intro: Intro | None, words: Sequence[HarmHit | StructureHit], first: int
) -> bool:
    """Let a line that opens with a number of people count what its heading counts, unless a verb of its own says
    what befell them; whether it does."""
    if intro is None or not intro.outcome:
        return False
    labelled = (p for p in phrases if walk.form(p.first - 1) == _COLON)
    opening = next(labelled, next((p for p in phrases if p.first - first < _OPENING), None))
    if opening is None or opening.sort not in PEOPLE or opening.outcome:
        return False
    if not (opening.explicit or opening.count.low in (1, 2)) or _befell(opening, words) not in ("", intro.outcome):
        return False
    entry = HarmWord(LINE, "", "victim", intro.outcome)
    walk.victims = HitOf(opening.first, opening.first, entry, "", "", opening.start, opening.start)
    walk.harm, walk.waiting = walk.victims, True
    return True


def _befell(opening: Phrase, words: Sequence[HarmHit | StructureHit]) -> str:
    """What the first verb behind a phrase says became of people; empty where none does."""
    said = (h.entry for h in words if isinstance(h.entry, HarmWord) and h.first >= opening.last)
    return next((w.outcome for w in said if w.part == "verb" and w.outcome not in _NONE), "")


def parted(harmed: Sequence[Harmed], outcome: str, total: int) -> list[Harmed]:
    """The harmed of an item, each a part of the total in its heading where it can be."""
    return [
        replace(h, whole=EARLIER)
        if h.outcome == outcome and h.whole is None and 0 < (h.phrase.count.low or 0) < total
        else h
        for h in harmed
    ]


def introduced(
    harmed: Sequence[Harmed],
    words: Sequence[HarmHit],
    above: Intro | None,
    found: Sequence[Casualty],
    heading: Heading,
) -> Intro:
    """What a heading counts: those that it counted itself (`harmed`), else those that it or the heading above it only
    names (`words`), parts of the total that the sentence before it counted (`found`); where it names none but says that
    they are spread («توزعوا كالتالي:»), those of that total."""
    own = [(i, h) for i, h in enumerate(harmed) if h.whole is None and h.outcome not in _NONE]
    if own:
        number, last = own[-1]
        return Intro(_dead(last.outcome), len(found) + number)
    told = (h.entry for h in words)
    outcomes = [w.outcome for w in told if w.outcome not in _NONE and w.part != "state"]  # not «بحسب الأحياء»
    outcome = _dead(outcomes[-1]) if outcomes else above.outcome if above is not None else ""
    if above is not None and above.whole is not None:
        return Intro(outcome, above.whole)
    latest = range(max(len(found) - _BEFORE, 0), len(found))
    totals = [i for i in latest if found[i].sentence == heading.sentence - 1 and found[i].part_of is None]
    if not outcome and heading.spread and totals and found[totals[0]].outcome not in _NONE:
        return Intro(_dead(found[totals[0]].outcome), totals[0])
    return Intro(outcome, next((i for i in totals if found[i].outcome == outcome), None))


def between(hits: Sequence[HitOf[E_]], first: int, last: int) -> Sequence[HitOf[E_]]:
    """The hits that begin in first ≤ t < last."""
    return hits[bisect_left(hits, first, key=_FIRST) : bisect_left(hits, last, key=_FIRST)]


def _dead(outcome: str) -> str:
    return "killed" if outcome == "casualties" else outcome
