"""Where on a road did it happen? «على طريق حلب اللاذقية قرب بسنقول»"""

from collections.abc import Sequence

from tawthiq.distance import kilometres_between
from tawthiq.model import Place
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.scene import in_tokens

_NEAR, _ROAD = "places.near", "places.road"
ROADS = frozenset({_ROAD, "places.kind.tariq"})
_BEYOND = 25.0  # km
_REACH, _CHAIN = 3, 8
_ON, _LIES_ON = 1, 2  # from a place to a road: «على», «الواقعة على»


def spot(place: Place, found: Sequence[Place]) -> Place:
    """The place that is told right behind a road, near it or far from where it leads, which says where on it («طريق
    المحطة في بادية كذا»), or the one before that lies on it («قرب كذا على طريق كذا», «قرية كذا الواقعة على الطريق
    بين كذا وكذا»); else `place` itself."""
    if ROADS.isdisjoint(place.because):
        return place
    near = in_tokens(found, place.last, place.last + _REACH)
    told = [p for p in near if FINENESS[p.level] >= FINENESS["district"] and (_NEAR in p.because or _far(place, p))]
    if told:
        return told[0]
    before = [p for p in in_tokens(found, place.first - _CHAIN, place.first) if FINENESS[p.level] >= FINENESS["town"]]
    gap = place.first - before[-1].last if before else 0
    on_it = gap == _LIES_ON or (gap == _ON and _NEAR in before[-1].because)
    return before[-1] if on_it else place


def _far(road: Place, place: Place) -> bool:
    """Whether a road called after one place is told right before another that lies far from that one."""
    if _ROAD in road.because or place.first - road.last > _ON or road.country != place.country:
        return False
    distance = kilometres_between(road, place)
    return distance is not None and distance > _BEYOND
