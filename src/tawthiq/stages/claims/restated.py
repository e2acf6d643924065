"""Which figures are one told twice, so that where the harm was told roughly is where it is told finely?"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.distance import kilometres_between
from tawthiq.model import Claim, ClaimPlace
from tawthiq.stages.claims.holding import FINENESS

_RESTATED = "place.of_same_figure"
_SENTENCE = "execution"  # courts sentence in their country
_REGION, _CLOSE = 350.0, 25.0
_SEVERAL, _PLACES = 2, 12


def placed(claims: Sequence[Claim], title: str) -> list[Claim]:
    """The claims; each takes the finer place of the same figure told again («مقتل 28 شمالي سوريا», «قتل 28 في حلب»). A
    town that the title names stands for what lies in its province («مقتل 33 بالموصل», «قتل 33 في قضاء كذا»)."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        count, when = claim.count, claim.time
        if claim.place is None or count is None or count.low is None or count.low < _SEVERAL or count.low != count.high:
            continue
        day = (when.start, when.end) if when is not None else None
        figure = (claim.outcome, count.low, claim.group, claim.status, claim.event, day)
        told.setdefault(figure, []).append(claim)
    again = [same for same in told.values() if len(same) > 1 and same[0].event != _SENTENCE]
    finer: dict[str, Claim] = {}
    for same in again:
        where = list(dict.fromkeys(c.place for c in same if c.place is not None))[:_PLACES]
        finer |= {c.id: _placed(c, c.place, where, title) for c in same if c.place is not None}
    return [finer.get(c.id, c) for c in claims] if finer else list(claims)


def _placed(claim: Claim, wide: ClaimPlace, told: Sequence[ClaimPlace], title: str) -> Claim:
    stands = wide.level == "town" and wide.text in title and claim.span.start < len(title)
    found = [p for p in told if lies_in(wide, p) or (stands and _of_province(wide, p))]
    best = max(found, key=lambda p: FINENESS[p.level], default=None)
    if best is None or not all(p == best or lies_in(p, best) for p in found):
        return claim
    return replace(claim, place=best, because=(*claim.because, _RESTATED))


def _of_province(town: ClaimPlace, place: ClaimPlace) -> bool:
    """Whether a place is another one of a town's province."""
    return (
        place.admin1 is not None and place.admin1 == town.admin1 and place.id != town.id and place.level != "province"
    )


def lies_in(wide: ClaimPlace, narrow: ClaimPlace) -> bool:
    """Whether a place lies in a wider one; in a district or town where it is close to its middle."""
    if wide.country != narrow.country or FINENESS[wide.level] >= FINENESS[narrow.level]:
        return False
    if wide.level == "country":
        return True
    distance = kilometres_between(wide, narrow)
    if wide.level == "region":
        return distance is None or distance <= _REGION
    same = wide.admin1 is not None and wide.admin1 == narrow.admin1
    return same and (wide.level == "province" or (distance is not None and distance <= _CLOSE))
