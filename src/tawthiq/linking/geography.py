"""How two places stand to each other: the same, one inside the other, near, far."""

from tawthiq.distance import kilometres_between
from tawthiq.language.gazetteer import sides
from tawthiq.model import ClaimPlace

POINTS = frozenset({"site", "neighbourhood", "town"})
_ASIDE = 0.5
# A place that no map knows has the position of what it is told in: two tellings of it may lie this far apart.
_NAMED = 40.0
_WITHIN = {"site": 3.0, "neighbourhood": 6.0, "town": 15.0, "district": 35.0, "province": 110.0, "region": 250.0}
_RANK = {"site": 0, "neighbourhood": 1, "town": 2, "district": 3, "province": 4, "region": 5, "country": 6}


def placed(place: ClaimPlace) -> bool:
    """Whether it is known where in its province a place lies."""
    return place.level in POINTS and place.lat is not None


def rank(place: ClaimPlace) -> int:
    """0 for a site, 6 for a country."""
    return _RANK.get(place.level, 6)


def related(a: ClaimPlace, b: ClaimPlace) -> tuple[str, float]:
    """How they stand to each other, with the weight of it."""
    if a.country and b.country and a.country != b.country:
        return "place.other_country", -8.0
    small, large = sorted((a, b), key=rank)
    if _same(a, b):
        if small.level == "country":
            return "place.same_country", 0.3
        return "place.same", (3.0, 3.0, 3.0, 2.0, 1.2, 0.6)[rank(small)]
    apart = kilometres_between(a, b)
    if large.level == "country":
        return "place.in_country", 0.0
    if large.level in ("province", "region"):
        return _in_province(small, large, apart)
    if a.admin1 and a.admin1 == b.admin1 and (_seat(a) or _seat(b)):
        return max(_points(small, large, apart), ("place.in_province", 0.8), key=lambda reason: reason[1])
    return _points(small, large, apart)


def _seat(place: ClaimPlace) -> bool:
    """A town with the name of its province: reports often mean the province."""
    return place.level == "town" and place.admin1 is not None and place.name in place.admin1


def _points(small: ClaimPlace, large: ClaimPlace, apart: float | None) -> tuple[str, float]:
    if large.level == "district":
        near = _near(apart, _WITHIN["district"], 1.2)
        return max(near, ("place.in_countryside", 0.8), key=lambda r: r[1]) if _in_countryside(small, large) else near
    if small.level == large.level == "town":
        return _towns(apart)
    if large.level == "town":
        return _near(apart, _WITHIN["town"], 2.0)
    return _sites(apart)


def _in_countryside(point: ClaimPlace, land: ClaimPlace) -> bool:
    """Whether a place can lie in the countryside of its province: that of a direction goes on to the border, beside it
    for `_ASIDE` degrees."""
    if not land.name.endswith(sides.COUNTRYSIDE) or point.admin1 is None or point.admin1 != land.admin1:
        return False
    if point.lat is None or point.lon is None or land.lat is None or land.lon is None:
        return True
    up, right = point.lat - land.lat, point.lon - land.lon
    ways = sides.side_of(land.name)
    beside = len(ways) != 1 or abs(up * ways[0][1] - right * ways[0][0]) <= _ASIDE
    return beside and sum(up * north + right * east for north, east in ways) >= 0


def _same(a: ClaimPlace, b: ClaimPlace) -> bool:
    if a.id and b.id:
        return a.id == b.id
    if (a.name, a.level, a.admin1) != (b.name, b.level, b.admin1):
        return False
    apart = kilometres_between(a, b)
    return apart is None or apart < _NAMED


def _in_province(small: ClaimPlace, large: ClaimPlace, apart: float | None) -> tuple[str, float]:
    if large.level == "province" and small.admin1 and small.admin1 == large.admin1:
        return "place.in_province", 0.8
    if apart is None:
        return "place.unlike", -1.0
    if apart <= _WITHIN[large.level] * (1.0 if large.level == "region" else 0.6):
        return "place.about_province", 0.2
    return "place.far", -4.0 if apart > 2 * _WITHIN[large.level] else -1.5


def _near(apart: float | None, reach: float, weight: float) -> tuple[str, float]:
    if apart is None:
        return "place.unlike", -0.5
    if apart <= reach:
        return "place.within", weight
    if apart <= 2 * reach:
        return "place.near", -0.5
    return "place.far", -3.0 if apart <= 4 * reach else -5.0


def _towns(apart: float | None) -> tuple[str, float]:
    if apart is None:
        return "place.unlike", -1.5
    if apart <= 3:
        return "place.next_to", 1.0
    if apart <= 12:
        return "place.other_town", -1.0
    return "place.far", -3.0 if apart <= 30 else -5.0


def _sites(apart: float | None) -> tuple[str, float]:
    if apart is None:
        return "place.unlike", -0.5
    if apart <= 1.5:
        return "place.next_to", 2.0
    if apart <= 5:
        return "place.other_quarter", -0.5
    return "place.far", -2.5 if apart <= 15 else -5.0
