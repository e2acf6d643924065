"""Which place can hold another, and which two can be of one incident?"""

from dataclasses import replace

from tawthiq.distance import kilometres_between
from tawthiq.language.gazetteer import sides
from tawthiq.model import Place

FINENESS = {"site": 6, "neighbourhood": 5, "town": 4, "district": 3, "province": 2, "region": 1, "country": 0}
_RADIUS = {"site": 12.0, "neighbourhood": 15.0, "town": 25.0, "district": 60.0, "province": 130.0, "region": 350.0}
_TOUCHING = 4.0
_REACHES = {"town": 15.0, "neighbourhood": 4.0}
_ADMINISTERED = 25.0
KIND, SEVERAL, AREA = "places.kind.", "places.several", "places.kind.mintaqa"
_SIDES = {"شمال": (1, 0), "جنوب": (-1, 0), "شرق": (0, 1), "غرب": (0, -1)}
_ROAD = "places.road"
_KIND_LETTERS = len(KIND)
DENSE = frozenset({"PS"})  # where towns and camps lie a few kilometres apart
_IN_DENSE, _TOUCHING_DENSE = {"town": 4.5, "neighbourhood": 2.0, "site": 2.0}, 1.2
_STRIPS = {"Gaza Strip": 14.0}  # whose north, middle and south are a town or two each
_APART, _NEAR_BY, _ON_SIDE = 8.0, 30.0, 200.0


def holds(wide: Place, narrow: Place) -> bool:
    """Whether `narrow` can lie in `wide`: a coarser level, the same country, and near enough; nothing is told of one
    spot in many parts of a place («أنحاء البلاد»)."""
    return "places.throughout" not in wide.because and _can_hold(wide, narrow)


def _can_hold(wide: Place, narrow: Place) -> bool:
    if wide.country and narrow.country and wide.country != narrow.country:
        return False
    if wide.level == "town" and stands_for_province(wide, narrow):
        return True
    if FINENESS[wide.level] >= FINENESS[narrow.level]:
        return False
    if wide.level == "country":
        return True
    broad = "places.direction" in wide.because or (wide.level == "district" and of_province(wide))
    if _ROAD in narrow.because and wide.level in ("town", "district") and not broad:
        return False  # a road from town to town, no part of either, but of a province's countryside
    if wide.level == "province" and wide.admin1 and narrow.admin1:
        return wide.admin1 == narrow.admin1
    if wide.level == "town" and (wide.admin1 != narrow.admin1 or (narrow.town and wide.id and narrow.town != wide.id)):
        return False
    distance = kilometres_between(wide, narrow)
    if wide.level == "district" and distance is not None and _further_out(wide, narrow):
        return True
    if distance is None:
        return (wide.level == "region" and narrow.level != "site") or _unlocated_in(wide, narrow)
    return distance <= _extent(wide) or (wide.level == "region" and _across(wide, narrow))


def _across(side: Place, narrow: Place) -> bool:
    """«جنوب تركيا»: whether a place lies on a side of its country that is told by one way, and so reaches across it."""
    ways = sides.side_of(side.name) if side.country and side.country == narrow.country else ()
    if len(ways) != 1:
        return False
    beside = replace(side, lon=narrow.lon) if ways[0][0] else replace(side, lat=narrow.lat)
    distance = kilometres_between(beside, narrow)
    return distance is not None and distance <= _ON_SIDE


def of_next_province(countryside: Place, place: Place) -> bool:
    """Whether a place is of another province than a countryside that reaches it («ريف حلب», and a town of Idlib)."""
    apart = place.admin1 is not None and countryside.admin1 != place.admin1
    return apart and countryside.level == "district" and countryside.name.endswith(sides.COUNTRYSIDE)


def on_another_side(town: Place, place: Place) -> bool:
    """«شمال شرق بغداد»: whether a place lies on another side of a town than the one that is told."""
    if town.level != "town" or "places.direction" not in town.because:
        return False
    if town.lat is None or town.lon is None or place.lat is None or place.lon is None:
        return False
    up, right = place.lat - town.lat, place.lon - town.lon
    ways = (_SIDES.get(word.removesuffix("ي")) for word in town.text.split()[:2])
    return any(north * up + east * right < 0 for north, east in (way for way in ways if way is not None))


def _unlocated_in(wide: Place, narrow: Place) -> bool:
    """Whether a village of no list, with its kind word, can lie in a district of its province («قرية الجشة», «جنوب
    محافظة الحديدة»)."""
    if wide.level != "district" or narrow.level not in ("town", "neighbourhood") or narrow.lat is not None:
        return False
    return of_kind(narrow) and "places.near" not in narrow.because and narrow.admin1 == wide.admin1 is not None


def _further_out(wide: Place, narrow: Place) -> bool:
    """Whether a place lies in the countryside of its own province, or on that side of it («ريف حمص الشرقي»), from
    where the gazetteer puts that side outwards."""
    base = wide.name.removesuffix(sides.COUNTRYSIDE).rpartition(" ")[2]
    if not wide.admin1 or wide.admin1 != narrow.admin1 or not wide.admin1.endswith(base):
        return False
    up, right = (narrow.lat or 0.0) - (wide.lat or 0.0), (narrow.lon or 0.0) - (wide.lon or 0.0)
    ways = sides.side_of(wide.name)
    outwards = all(north * up + east * right >= 0 for north, east in ways)
    return outwards if ways else wide.name.endswith(sides.COUNTRYSIDE)


def _extent(place: Place) -> float:
    """How far a place can reach from its middle: a district of an administration less than a countryside."""
    if place.level == "district" and place.admin1 in _STRIPS:
        return _STRIPS[place.admin1]
    administered = place.level == "district" and of_kind(place)
    if administered and not ("places.rural" in place.because and of_province(place)):
        return _ADMINISTERED
    if place.country in DENSE and place.level in _IN_DENSE:
        return _IN_DENSE[place.level]
    return _REACHES.get(place.level, _RADIUS[place.level])


def stands_for_province(capital: Place, other: Place) -> bool:
    """A bare city name that is also its province's («إدلب») can hold another town of that province."""
    if capital.level != "town" or not capital.admin1 or capital.admin1 != other.admin1:
        return False
    if other.level not in ("town", "district", "neighbourhood", "site") or other.name == capital.name:
        return False
    return named_as_province(capital)


def named_as_province(place: Place) -> bool:
    """A bare city name that is also its province's, or with «منطقة» («منطقة كركوك»)."""
    named = place.level == "town" and of_province(place)
    return named and not [why for why in place.because if why[:_KIND_LETTERS] == KIND and why != AREA]


def of_kind(place: Place) -> bool:
    """Whether the words say what kind of place it is («بلدة», «مطار»)."""
    return bool([why for why in place.because if why[:_KIND_LETTERS] == KIND])


def of_province(place: Place) -> bool:
    """Whether a place has the name of its province («ريف إدلب»)."""
    return place.admin1 is not None and place.name.split()[0] == place.admin1.split()[0]


def agree(a: Place, b: Place) -> bool:
    """Whether two places can be of one incident: one holds the other, or they are near."""
    if _can_hold(a, b) or _can_hold(b, a):
        return True
    distance = kilometres_between(a, b)
    if distance is None:
        return a.country == b.country
    return distance <= max(_RADIUS.get(a.level, 0), _RADIUS.get(b.level, 0))


def near_by(named: Place, spot: Place) -> bool:
    """Whether a spot of another name, no coarser than the place named, lies so near that it may be what was meant («في
    نابلس», where «وقعت الحادثة في دوما قرب نابلس»)."""
    if FINENESS[spot.level] < FINENESS[named.level] or not set(spot.name.split()).isdisjoint(named.name.split()):
        return False
    if "places.near" in named.because and named.admin1 is not None and named.admin1 == spot.admin1:
        return True
    distance = kilometres_between(named, spot)
    return named.country == spot.country and distance is not None and distance <= _NEAR_BY


def one_incident(a: Place, b: Place) -> bool:
    """Whether two mentions can be of one scene: one holds the other, or they all but touch."""
    if holds(a, b) or holds(b, a) or a.name == b.name:
        return True
    distance = kilometres_between(a, b)
    return distance is not None and distance <= (_TOUCHING_DENSE if a.country in DENSE else _TOUCHING)


def apart(a: Place, b: Place) -> bool:
    """Whether two mentions are of places so far from each other that one attack does not strike both."""
    distance = kilometres_between(a, b)
    return not one_incident(a, b) and distance is not None and distance > _APART
