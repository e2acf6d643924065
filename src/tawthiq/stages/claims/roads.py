"""Where on a road did it happen? «على طريق حلب اللاذقية قرب بسنقول»"""

from collections.abc import Sequence

from tawthiq.model import Place
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.scene import in_tokens

_NEAR = "places.near"
ROADS = frozenset({"places.road", "places.kind.tariq"})
_REACH, _CHAIN = 3, 8
_ON, _LIES_ON = 1, 2  # from a place to a road: «على», «الواقعة على»


def spot(place: Place, found: Sequence[Place]) -> Place:
    """The place that is told right behind a road, near it, which says where on it, or the one before that lies on it
    («قرب كذا على طريق كذا», «قرية كذا الواقعة على الطريق بين كذا وكذا»); else `place` itself."""
    if ROADS.isdisjoint(place.because):
        return place
    near = in_tokens(found, place.last, place.last + _REACH)
    told = [p for p in near if _NEAR in p.because and FINENESS[p.level] >= FINENESS["district"]]
    if told:
        return told[0]
    before = [p for p in in_tokens(found, place.first - _CHAIN, place.first) if FINENESS[p.level] >= FINENESS["town"]]
    gap = place.first - before[-1].last if before else 0
    on_it = gap == _LIES_ON or (gap == _ON and _NEAR in before[-1].because)
    return before[-1] if on_it else place
