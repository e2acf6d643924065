"""How far two positions on earth lie from each other."""

import math
from functools import lru_cache
from typing import Protocol

_RADIANS = math.pi / 180
_EARTH = 12742.0  # the diameter, in kilometres


class Located(Protocol):
    """What has a position in degrees, None where it is not known."""

    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...


@lru_cache(maxsize=4096)  # a report asks again and again for the same few of its places
def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """The great-circle distance between two points in degrees."""
    if lat == to_lat and lon == to_lon:
        return 0.0
    la, lb, turn = lat * _RADIANS, to_lat * _RADIANS, (lon - to_lon) * _RADIANS
    half = math.sin((la - lb) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(turn / 2) ** 2
    return _EARTH * math.asin(math.sqrt(half if half < 1.0 else 1.0))


def kilometres_between(a: Located, b: Located) -> float | None:
    """The kilometres between two, None where one has no position."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return kilometres(a.lat, a.lon, b.lat, b.lon)
