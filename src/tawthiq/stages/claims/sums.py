"""Totals that the figures behind them add up to: «قتل 60 مدنيا. قتلت القوات 40 منهم، والميليشيا 13، والفصائل سبعة»."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.model import Casualty, Claim, Document, claim_id

_LEAST, _MOST = 40, 12  # a total of fewer comes about by chance; figures looked at behind one
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
