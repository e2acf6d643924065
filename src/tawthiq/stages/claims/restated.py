"""Which figures are one told twice, so that where the harm was told roughly is where it is told finely?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tawthiq.distance import kilometres_between
from tawthiq.model import Claim, ClaimPlace, ClaimTime
from tawthiq.stages.claims import events
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.scene import LOOSE, one_people

_RESTATED = "place.of_same_figure"
_OWN = frozenset({"place.near", "place.located", "place.follows"})
_SENTENCE = "execution"  # courts sentence in their country
_REGION, _CLOSE = 350.0, 25.0
_SEVERAL, _PLACES, _TELLINGS = 2, 12, 24
_SELDOM = 4  # so many are seldom harmed in two places of a report
_DAYS = 2  # between the day of an attack and that of a new count
_UNSAID, _WAR = "unspecified", "war"


def placed(claims: Sequence[Claim], title: str) -> list[Claim]:
    """The claims; each takes the finer place of the same figure told again («مقتل 28 شمالي سوريا», «قتل 28 في حلب»). A
    town that the title names stands for what lies in its province («مقتل 33 بالموصل», «قتل 33 في قضاء كذا»)."""
    told: dict[tuple[str | None, int], list[Claim]] = {}
    for claim in claims:
        low = claim.count.low if claim.count is not None else None
        if claim.place is not None and low is not None and low >= _SEVERAL:
            told.setdefault((claim.outcome, low), []).append(claim)
    finer: dict[str, Claim] = {}
    for same in told.values():
        for claim in same[:_TELLINGS] if len(same) > 1 else ():
            headed = claim.span.start < len(title)
            twins = [c.place for c in same[:_TELLINGS] if c.place is not None and _fits(claim, c, headed)]
            if claim.place is not None and len(twins) > 1:
                finer[claim.id] = _placed(claim, claim.place, list(dict.fromkeys(twins))[:_PLACES], title)
    headlines = [c for c in claims if c.span.start < len(title) and c.id in finer and finer[c.id] is not c]
    moved = {c.place.name: finer[c.id].place for c in headlines if c.place is not None}
    return [finer[c.id] if c.id in finer else _along(c, moved) if moved else c for c in claims]


def _along(claim: Claim, moved: Mapping[str, ClaimPlace | None]) -> Claim:
    """The claim; one that has only its incident's place goes along with the title's figure."""
    if claim.place is None or claim.cumulative or claim.place.name not in moved or not _OWN.isdisjoint(claim.because):
        return claim
    return replace(claim, place=moved[claim.place.name], because=(*claim.because, _RESTATED))


def _fits(one: Claim, two: Claim, headed: bool) -> bool:
    """Whether two claims of one figure can be of one harm, told in a title (`headed`) or only of a land as roughly as
    these do: of an attack, a group and days that agree. A figure of two or three, and a site, have to be told alike."""
    if one.status != two.status or _SENTENCE in (one.event, two.event):
        return False
    alike = (one.event, one.group) == (two.event, two.group)
    if alike and one.time == two.time:
        return True
    spot = two.place is not None and two.place.level == "site" and not (headed and alike)
    rough = headed or (one.place is not None and one.place.level == "country")
    if spot or one.outcome in LOOSE or not _in_time(one.time, two.time, rough):
        return False
    few = one.count is None or (one.count.low or 0) < _SELDOM or one.part_of is not None
    unlike = few or _WAR in (one.event, two.event) or not _akin(one.event, two.event)
    return alike or (not unlike and one_people(one.group, two.group))


def _akin(one: str, two: str) -> bool:
    return _UNSAID in (one, two) or events.akin(one, two)


def _in_time(one: ClaimTime | None, two: ClaimTime | None, rough: bool) -> bool:
    """Whether two times overlap as far as they are told, or are at most some days apart where one is told roughly."""
    if one is None or two is None:
        return True
    first, second = (one, two) if one.start <= two.start else (two, one)
    if first.end >= second.start:
        return True
    return rough and (date.fromisoformat(second.start) - date.fromisoformat(first.end)).days <= _DAYS


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
