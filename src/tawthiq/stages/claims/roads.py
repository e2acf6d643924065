"""Where on a road did it happen? «على طريق حلب اللاذقية قرب بسنقول»"""

from collections.abc import Sequence

from tawthiq.model import Place
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.scene import in_tokens

ROADS = frozenset({"places.road", "places.kind.tariq"})
_REACH = 3


def spot(place: Place, found: Sequence[Place]) -> Place:
    """The place that is told right behind a road, near it, which says where on it; else `place` itself."""
    if ROADS.isdisjoint(place.because):
        return place
    near = in_tokens(found, place.last, place.last + _REACH)
    told = (p for p in near if "places.near" in p.because and FINENESS[p.level] >= FINENESS["district"])
    return next(told, place)
