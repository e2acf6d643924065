"""Block keys: a report is compared only with the incidents that share one with it.

A key is a zone and a day. Places of a point have their half-degree cell; provinces and districts their province;
countries their country. Few incidents share a zone and a day, however many a ledger holds."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

from tawthiq.incidents import Profile
from tawthiq.linking import times
from tawthiq.linking.features import main
from tawthiq.linking.geography import POINTS, placed
from tawthiq.model import ClaimPlace

_CELL = 0.5
_SHORT = 3
_MONTH = 31
_BACK = 2
_TELLING = 5
_DAY = timedelta(days=1)


def keys(profile: Profile) -> tuple[str, ...]:
    """The keys that an incident is found by, to be stored."""
    days = _days(profile)
    zones = _zones(profile) if profile.places else ["?"]
    return tuple(sorted({f"{zone}|{day}" for zone in (*zones, *_figures(profile)) for day in days}))


def asked(profile: Profile) -> tuple[str, ...]:
    """The keys to look for incidents with."""
    days = sorted({near for day in _days(profile, _MONTH) for near in _near(day)} | _asked_back(profile))
    zones = _asked_zones(profile) if profile.places else ["?", *_figures(profile)]
    return tuple(sorted({f"{zone}|{day}" for zone in zones for day in days}))


def _zones(profile: Profile) -> list[str]:
    zones = set()
    for place in main(profile.places):
        land = place.country or "?"
        zones.add(f"N:{land}")
        if place.level in POINTS or place.level == "district":
            zones.update(_cells(place)[:1])
        if place.level in ("country", "region") or not place.admin1:
            zones.add(f"Y:{land}")
        else:
            zones.add(f"{'A' if placed(place) else 'X'}:{land}/{place.admin1}")
    return sorted(zones)


def _asked_zones(profile: Profile) -> list[str]:
    zones = set()
    for place in main(profile.places):
        land = place.country or "?"
        zones.add(f"Y:{land}")
        if place.level in ("country", "region") or not place.admin1:
            zones.add(f"N:{land}")
        else:
            zones.add(f"X:{land}/{place.admin1}")
            if not placed(place):
                zones.add(f"A:{land}/{place.admin1}")
        if place.level in POINTS or place.level == "district":
            zones.update(_cells(place))
    return sorted(zones)


def _cells(place: ClaimPlace) -> list[str]:
    """The cell of a place first, then the three that it lies nearest to."""
    if place.lat is None or place.lon is None:
        return []
    y, x = place.lat / _CELL, place.lon / _CELL
    row, column = math.floor(y), math.floor(x)
    up, side = (1 if y - row >= 0.5 else -1), (1 if x - column >= 0.5 else -1)
    return [
        f"C:{r},{c}" for r, c in ((row, column), (row + up, column), (row, column + side), (row + up, column + side))
    ]


def _figures(profile: Profile) -> Iterable[str]:
    """Telling figures, by which a report that names no place is compared."""
    return sorted({f"F:{f.outcome}/{f.low}" for f, _ in profile.figures if (f.low or 0) >= _TELLING})


def _days(profile: Profile, short: int = _SHORT) -> list[str]:
    told = [(start, end) for start, end, _ in profile.days]
    if not told and profile.published:
        told = [times.open_days(profile.published)]
    found: set[str] = set()
    for start, end in told:
        if (end - start).days <= short:
            found.update((start + n * _DAY).isoformat() for n in range((end - start).days + 1))
        else:
            found.update({start.isoformat()[:7], end.isoformat()[:7]})
    return sorted(found) or ["?"]


def _near(day: str) -> tuple[str, ...]:
    """A day with its neighbours and its month; a month alone."""
    if len(day) < 10:
        return (day,)
    middle = date.fromisoformat(day)
    return day[:7], (middle - _DAY).isoformat(), day, (middle + _DAY).isoformat()


def _asked_back(profile: Profile) -> set[str]:
    """A report without a day also asks for the days before."""
    if profile.days or not profile.published:
        return set()
    first = profile.published[0]
    return {(first - n * _DAY).isoformat() for n in range(1, _BACK + 2)}
