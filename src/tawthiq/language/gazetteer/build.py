"""Putting the built-in places together: the hand-made files, GeoNames cities and CLDR territories.

The hand-made files win. A generated city joins the hand-made place of the same
name and neighbourhood, else it stands on its own unless its name is an ordinary word.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tawthiq.distance import kilometres
from tawthiq.language.gazetteer.curated import Curated, arabic_form
from tawthiq.language.gazetteer.table import SAME_KM, Row

_ARAB = "SY IQ YE PS LB JO EG LY SD SA AE QA KW BH OM TN DZ MA MR SO DJ KM EH"
_NEAR = "TR IR AF PK IL SS TD NE ML BF NG CM CF ET ER KE UG SN CD MZ"
ARAB_AND_NEAR = frozenset(f"{_ARAB} {_NEAR}".split(" "))
LARGE = 200_000
_HYPHENED = frozenset({"BF", "ML", "NE", "NG", "TD", "CF", "CM"})
_AFTER_PREPOSITION = {"ابو": "ابي"}
Place = tuple[Row, tuple[str, ...]]


class City(NamedTuple):
    """A city of GeoNames, with its names in every language; `code` is its first-level region's."""

    id: str
    name: str
    country: str
    code: str
    lat: float
    lon: float
    population: int
    names: tuple[str, ...]


class Words(NamedTuple):
    """Folded words that bear on names: `ordinary` may not be a generated one, `areas` («ولاية») may not begin a
    generated town's, `joined` («كفر») may be written in one word with the next."""

    ordinary: frozenset[str]
    areas: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()


def build(
    curated: Sequence[Curated], cities: Iterable[City], territories: Mapping[str, str], words: Words
) -> list[Place]:
    """Every built-in place with its folded forms."""
    kept = [(city, forms) for city in cities if (forms := city_forms(city))]
    regions = _regions(curated, [city for city, _ in kept])
    places: list[Place] = [(p.row, hyphened(p.row, spellings(p.forms, words.joined))) for p in curated]
    homes = _by_form(places)
    for city, forms in kept:
        fresh = tuple(f for f in forms if f not in words.ordinary and f.split(" ")[0] not in words.areas)
        at = _same(city, forms, places, homes)
        if at is not None:
            row, known = places[at]
            gain = round(10 * math.log10(city.population + 1)) // 2
            places[at] = row._replace(weight=max(row.weight, 50 + gain)), (*known, *fresh)
        elif fresh := spellings(fresh, words.joined):
            region = regions.get((city.country, city.code))
            weight = round(10 * math.log10(city.population + 1)) // 2
            row = Row(f"geonames:{city.id}", city.name, "town", city.country, region, city.lat, city.lon, None, weight)
            places.append((row, fresh))
    places += _countries(places, territories, [city for city, _ in kept])
    return _with_extent(places)


def spellings(forms: Sequence[str], joined: frozenset[str]) -> tuple[str, ...]:
    """The forms, those that run a first word together with a short second one («كفرنبل»), and those that a preposition
    makes of «أبو» («في أبي غريب»)."""
    more = [" ".join(_AFTER_PREPOSITION.get(w, w) for w in form.split()) for form in forms if " " in form]
    for form in forms:
        first, _, rest = form.partition(" ")
        if first in joined and len(rest) > 2 and " " not in rest:
            more.append(first + rest)
    return tuple(dict.fromkeys((*forms, *more)))


def hyphened(row: Row, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms, and in the lands that write names of two words so, those with a hyphen between («تين-أكوف»)."""
    if row.country not in _HYPHENED or row.level not in ("town", "neighbourhood"):
        return forms
    return (*forms, *(form.replace(" ", " - ") for form in forms if form.count(" ") == 1))


def city_forms(city: City) -> tuple[str, ...]:
    """The folded Arabic names of a city worth keeping."""
    if city.country not in ARAB_AND_NEAR and city.population <= LARGE:
        return ()
    forms = (arabic_form(name) for name in city.names)
    return tuple(dict.fromkeys(form for form in forms if form and len(form) > 2))


def _by_form(places: Sequence[Place]) -> dict[str, list[int]]:
    homes: dict[str, list[int]] = {}
    for at, (_, forms) in enumerate(places):
        for form in forms:
            homes.setdefault(form.removeprefix("ال"), []).append(at)
    return homes


def _same(city: City, forms: Iterable[str], places: Sequence[Place], homes: Mapping[str, list[int]]) -> int | None:
    """The hand-made town that a city is, with or without the article."""
    for form in forms:
        for at in homes.get(form.removeprefix("ال"), ()):
            row = places[at][0]
            if row.level not in ("town", "neighbourhood") or row.country != city.country or row.lat is None:
                continue
            if kilometres(row.lat, row.lon or 0.0, city.lat, city.lon) <= SAME_KM:
                return at
    return None


def _regions(curated: Sequence[Curated], cities: Iterable[City]) -> dict[tuple[str, str], str]:
    """The usual name of each first-level region, told from the hand-made towns nearest to its cities."""
    towns: dict[str, list[Row]] = {}
    for place in curated:
        if place.row.level == "town" and place.row.admin1 and place.row.country and place.row.lat is not None:
            towns.setdefault(place.row.country, []).append(place.row)
    votes: dict[tuple[str, str], Counter[str]] = {}
    for city in cities:
        near = [
            (kilometres(t.lat or 0.0, t.lon or 0.0, city.lat, city.lon), t.admin1) for t in towns.get(city.country, ())
        ]
        distance, name = min(near, default=(math.inf, None), key=lambda pair: pair[0])
        if name and distance < 30:
            votes.setdefault((city.country, city.code), Counter())[name] += 1
    return {region: names.most_common(1)[0][0] for region, names in votes.items()}


def _countries(places: Sequence[Place], territories: Mapping[str, str], cities: Iterable[City]) -> list[Place]:
    """The countries that the hand-made files lack, each at the middle of its cities."""
    have = {row.country for row, _ in places if row.level == "country"}
    spots: dict[str, list[tuple[float, float]]] = {}
    for city in cities:
        spots.setdefault(city.country, []).append((city.lat, city.lon))
    made: list[Place] = []
    for code, name in sorted(territories.items()):
        form = arabic_form(name)
        if form and code not in have:
            at = spots.get(code)
            lat, lon = (sum(s[0] for s in at) / len(at), sum(s[1] for s in at) / len(at)) if at else (None, None)
            made.append((Row(code, code, "country", code, None, lat, lon, None, 60), (form,)))
    return made


def _with_extent(places: Sequence[Place]) -> list[Place]:
    """The places, with half the extent of every province and country, measured on its towns."""
    spots: dict[tuple[str | None, str | None], list[Row]] = {}
    for row, _ in places:
        if row.level == "town" and row.lat is not None:
            spots.setdefault((row.country, row.admin1), []).append(row)
            if row.admin1:
                spots.setdefault((row.country, None), []).append(row)
    done: list[Place] = []
    for row, forms in places:
        towns = spots.get((row.country, row.admin1 if row.level == "province" else None), [])
        if row.level in ("province", "country") and len(towns) > 3:
            lats, lons = sorted(t.lat or 0.0 for t in towns), sorted(t.lon or 0.0 for t in towns)
            edge = len(towns) // 10
            row = row._replace(north=(lats[-1 - edge] - lats[edge]) / 2, east=(lons[-1 - edge] - lons[edge]) / 2)
        done.append((row, forms))
    return done
