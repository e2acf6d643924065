"""Totals and the figures that add up to them: «قتل 60 مدنيا. قتلت القوات 40 منهم، والميليشيا 13، والفصائل سبعة»."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.model import Casualty, Claim, Document, claim_id

_LEAST, _MOST = 40, 12  # a total of fewer comes about by chance; figures looked at behind one
_NO_CAUSE, OF_SUM = "unspecified", "claims.of_sum"
_NEXT = 2  # sentences from a total to its parts, and from part to part


def summed(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each a part of the total right before, of the same harm, which it and those beside it add up to."""
    found = document.casualties
    wholes = [i for i, c in enumerate(found) if c.part_of is None]
    totals: dict[str, str] = {}
    for at, total in enumerate(wholes):
        whole = found[total]
        if (whole.count.low or 0) < _LEAST or document.sentences[whole.sentence].part == "title":
            continue
        for part in _parts(found, total, wholes[at + 1 : at + 1 + _MOST]):
            totals[claim_id(part)] = claim_id(total)
    if not totals:
        return list(claims)
    return [replace(c, part_of=totals[c.id]) if c.id in totals else c for c in claims]


def _parts(found: Sequence[Casualty], total: int, behind: Sequence[int]) -> list[int]:
    """Which figures right behind a total add up to it; none where they do not."""
    whole = found[total]
    low, last, left = whole.count.low or 0, whole.sentence, whole.count.low or 0
    parts: list[int] = []
    for index in behind:
        figure = found[index]
        count = figure.count.low
        if figure.outcome != whole.outcome:
            continue
        if count is None or not 1 < count < low or count > left or figure.sentence - last > _NEXT:
            return []
        parts.append(index)
        left, last = left - count, figure.sentence
        if not left:
            return parts if len(parts) > 1 else []
    return []


def halved(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; of a total of dead and injured and the two figures that it is the sum of («137 بين قتيل وجريح. قتل 39
    وجرح 98») each that names no cause or doer has those of the others, and so have their parts."""
    figures = [c for c in claims if c.part_of is None and _exact(c) is not None]
    told: dict[str, Claim] = {}
    for at, total in enumerate(figures):
        if total.outcome != "casualties":
            continue
        near = figures[max(0, at - _MOST) : at + _MOST]
        hurt = {_exact(c): c for c in reversed(near) if c.outcome == "injured"}
        pairs = ((c, hurt[rest]) for c in near if c.outcome == "killed"
                 and (rest := (_exact(total) or 0) - (_exact(c) or 0)) in hurt)  # fmt: skip
        sides = next(pairs, None)
        if sides is not None:
            whole = (total, *sides)
            told.update((c.id, _completed(c, [o for o in whole if o is not c])) for c in whole)
    if not told:
        return list(claims)
    return [told.get(c.id) or (_completed(c, [told[c.part_of]]) if c.part_of in told else c) for c in claims]


def _completed(claim: Claim, others: Sequence[Claim]) -> Claim:
    """A claim with the cause and doers of others of the same harm, where it names none."""
    cause = next((c for c in others if c.event != _NO_CAUSE), None) if claim.event == _NO_CAUSE else None
    if cause is not None:
        claim = replace(claim, event=cause.event, event_text=cause.event_text, because=(*claim.because, OF_SUM))
    doers = next((c for c in others if c.actors), None) if not claim.actors else None
    if doers is not None:
        claim = replace(claim, actors=doers.actors, actors_text=doers.actors_text, because=(*claim.because, OF_SUM))
    return claim


def _exact(claim: Claim) -> int | None:
    """How many a claim counts, where it says so exactly and of several."""
    count = claim.count
    return count.low if count is not None and count.low == count.high and (count.low or 0) > 1 else None
