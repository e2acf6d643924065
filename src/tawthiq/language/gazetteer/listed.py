"""Reading lists of places that others made: GeoNames dumps, CSV with free column names, GeoJSON, and
administrative tables with P-codes. Text in, places out; nothing is fetched or stored here."""

import csv
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tawthiq.errors import UnreadableInput
from tawthiq.language.gazetteer.curated import arabic_form
from tawthiq.language.gazetteer.table import Row

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "name_en", "english", "english_name", "place", "title", "label"),
    "arabic": ("names_ar", "name_ar", "arabic", "arabic_name", "ar", "name_arabic", "names", "alternatenames"),
    "lat": ("lat", "latitude", "y", "lat_dd", "point_y", "center_lat", "centroid_lat"),
    "lon": ("lon", "lng", "long", "longitude", "x", "lon_dd", "point_x", "center_lon", "centroid_lon"),
    "level": ("level", "placetype", "type", "kind", "place_type"),
    "country": ("country", "iso", "iso2", "country_code", "countrycode", "adm0_pcode"),
    "admin1": ("admin1", "region", "governorate", "province", "adm1", "adm1_en", "admin1_name"),
    "id": ("pcode", "p_code", "id", "code", "osm_id", "geonameid"),
    "population": ("population", "pop"),
}
_LEVELS: Mapping[str, str] = {
    "locality": "town", "city": "town", "village": "town", "community": "town", "hamlet": "town", "settlement": "town",
    "region": "province", "governorate": "province", "state": "province", "muhafaza": "province",
    "county": "district", "subdistrict": "district", "sub-district": "district", "suburb": "neighbourhood",
    "quarter": "neighbourhood", "neighborhood": "neighbourhood", "camp": "neighbourhood", "site": "site",
    "country": "country", "province": "province", "district": "district", "town": "town",
    "neighbourhood": "neighbourhood", "hospital": "site", "school": "site",
}  # fmt: skip
_FEATURES = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "PPLX": "neighbourhood", "PCLI": "country"}
_SITES = ("AIRP", "AIRB", "HSP", "MKT", "MSQE", "PRN", "UNIV", "DAM", "BDG", "CMPRF", "INSM", "PRT")
_WEIGHTS = {"country": 95, "province": 70, "district": 40}
_ADMIN = re.compile(r"adm(?:in)?_?([0-4])_?(ar|name_?ar|en|name_?en|ref_?name|pcode|p_?code)", re.IGNORECASE)
_ADMIN_LEVELS = ("country", "province", "district", "district", "town")


class Listed(NamedTuple):
    """One place of a list and its folded forms in Arabic letters."""

    row: Row
    forms: tuple[str, ...]


def read_geonames(text: str) -> Iterator[Listed]:
    """The populated places, regions and main sites of a GeoNames dump (XX.txt, tab-separated)."""
    records = [line.split("\t") for line in text.splitlines()]
    records = [record for record in records if len(record) >= 15]
    regions = {record[10]: record[1] for record in records if record[7] == "ADM1"}
    for record in records:
        level = _FEATURES.get(record[7]) or ("town" if record[6] == "P" else "site" if record[7] in _SITES else None)
        forms = _forms([record[1], *record[3].split(",")])
        if level is None or not forms:
            continue
        lat, lon = _degrees(record[4], 90, "GeoNames"), _degrees(record[5], 180, "GeoNames")
        admin1 = regions.get(record[10]) if level != "country" else None
        weight = _weight(level, record[14])
        yield Listed(
            Row(f"geonames:{record[0]}", record[1], level, record[8] or None, admin1, lat, lon, None, weight), forms
        )


def read_list(text: str, where: str, country: str | None) -> list[Listed]:
    """The places of a CSV, GeoJSON or administrative table. `where` names the file in messages."""
    if text.lstrip().startswith("{"):
        return list(_geojson(text, where, country))
    try:
        dialect = csv.Sniffer().sniff(text[:4000].split("\n")[0], delimiters=",;\t|")
        separator = dialect.delimiter
    except csv.Error:
        separator = ","
    try:
        reader = csv.DictReader(text.splitlines(keepends=True), delimiter=separator)
        records = [{(k or "").strip().lower(): v for k, v in r.items() if isinstance(v, str)} for r in reader]
    except csv.Error as error:
        raise UnreadableInput(f"{where}: is not a table that can be read ({error})") from error
    header = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if any((found := _ADMIN.fullmatch(name)) and found[2].lower().endswith("ar") for name in header):
        return list(_administrative(records, header, where, country))
    return [place for n, r in enumerate(records, 2) if (place := _record(r, f"{where}: line {n}", country))]


def _value(record: Mapping[str, Any], field: str) -> str:
    """The first filled column that goes by one of a field's names."""
    for name in _COLUMNS[field]:
        value = record.get(name)
        if value not in (None, ""):
            return str(value).strip()
    return ""


def _record(record: Mapping[str, Any], where: str, country: str | None) -> Listed | None:
    """One place, or None where it has no name in Arabic letters."""
    name, arabic = _value(record, "name"), _value(record, "arabic")
    forms = _forms([*re.split(r"[|;،]", arabic), name])
    if not forms:
        return None
    kind = _value(record, "level").lower()
    level = _LEVELS.get(kind, "town")
    lat, lon = _degrees(_value(record, "lat"), 90, where), _degrees(_value(record, "lon"), 180, where)
    code = _value(record, "country").upper()
    land = code if re.fullmatch("[A-Z]{2}", code) else country
    row = Row(
        _value(record, "id") or name or forms[0], name or forms[0], level, land,
        _value(record, "admin1") or None if level != "country" else None, lat, lon, None,
        _weight(level, _value(record, "population")),
    )  # fmt: skip
    return Listed(row if None not in (lat, lon) else row._replace(lat=None, lon=None), forms)


def _administrative(
    records: Sequence[Mapping[str, str]], header: Iterable[str], where: str, country: str | None
) -> Iterator[Listed]:
    """Every unit of a table of administrative levels once, by its P-code; a higher one stands amid its parts."""
    columns: dict[tuple[int, str], str] = {}
    for name in header:
        found = _ADMIN.fullmatch(name)
        if found:
            field = "code" if "code" in found[2].lower() else found[2].lower()[-2:]
            columns.setdefault((int(found[1]), field), name)
    levels = sorted({level for level, _ in columns})
    units: dict[str, Listed] = {}
    spots: dict[str, list[tuple[float, float]]] = {}
    for number, record in enumerate(records, 2):
        lat = _degrees(_value(record, "lat"), 90, f"{where}: line {number}")
        lon = _degrees(_value(record, "lon"), 180, f"{where}: line {number}")
        get = {key: (record.get(name) or "").strip() for key, name in columns.items()}
        above, admin1, land = None, None, get.get((0, "code")) or country
        for level in levels:
            arabic, name = get.get((level, "ar"), ""), get.get((level, "en"), "")
            forms = _forms([arabic, name])
            if not forms:
                continue
            code = get.get((level, "code")) or f"{above or ''}/{name or arabic}"
            admin1 = (name or arabic) if level == 1 else admin1
            kind = _ADMIN_LEVELS[level]
            region = admin1 if level else None
            row = Row(code, name or arabic, kind, land, region, None, None, above, _weight(kind, ""))
            units.setdefault(code, Listed(row, forms))
            if lat is not None and lon is not None:
                spots.setdefault(code, []).append((lat, lon))
            above = code
    for code, unit in units.items():
        yield Listed(_placed(unit.row, spots.get(code, [])), unit.forms)


def _placed(row: Row, spots: Sequence[tuple[float, float]]) -> Row:
    """A row at the mean position of points, with half the extent that they cover."""
    if not spots:
        return row
    lats, lons = [s[0] for s in spots], [s[1] for s in spots]
    north, east = (max(lats) - min(lats)) / 2, (max(lons) - min(lons)) / 2
    return row._replace(lat=sum(lats) / len(lats), lon=sum(lons) / len(lons), north=north, east=east)


def _geojson(text: str, where: str, country: str | None) -> Iterator[Listed]:
    try:
        content = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableInput(f"{where}: is not JSON ({error})") from error
    features = content.get("features", [content] if content.get("type") == "Feature" else None)
    if not isinstance(features, list):
        raise UnreadableInput(f"{where}: is not GeoJSON; a FeatureCollection or a Feature is read")
    for number, feature in enumerate(features, 1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict):
            continue
        flat = {str(k).strip().lower(): v for k, v in properties.items() if isinstance(v, (str, int, float))}
        ring = _outline(feature.get("geometry"), f"{where}: feature {number}")
        if len(ring) > 1:
            side = max(max(axis) - min(axis) for axis in zip(*ring, strict=True))
            flat.setdefault("level", "neighbourhood" if side < 0.06 else "district" if side < 0.5 else "province")
        flat.setdefault("id", feature.get("id") or "")
        listed = _record({**flat, "lat": "", "lon": ""} if ring else flat, f"{where}: feature {number}", country)
        if listed:
            row = _placed(listed.row, ring)
            if len(ring) > 1:
                lat, lon = _centroid(ring)
                row = row._replace(lat=lat, lon=lon)
            yield Listed(row, listed.forms)


def _outline(geometry: Any, where: str) -> list[tuple[float, float]]:
    """The (lat, lon) points of a point, or of the outer ring of a polygon (the largest of several)."""
    if not isinstance(geometry, dict):
        return []
    kind: Any = geometry.get("type")
    at: Any = geometry.get("coordinates")
    try:
        rings = [[at]] if kind == "Point" else [at[0]] if kind == "Polygon" else [p[0] for p in at]
        ring = max(rings, key=len) if kind in ("Point", "Polygon", "MultiPolygon") else []
        points = [(float(point[1]), float(point[0])) for point in ring]
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise UnreadableInput(f"{where}: its coordinates are not GeoJSON") from error
    if any(abs(lat) > 90 or abs(lon) > 180 for lat, lon in points):
        raise UnreadableInput(f"{where}: its coordinates are not longitude and latitude in degrees")
    return points


def _centroid(ring: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The centre of gravity of a ring, or the mean of its points where it has no area."""
    area = lat = lon = 0.0
    for (y0, x0), (y1, x1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, lat, lon = area + cross, lat + (y0 + y1) * cross, lon + (x0 + x1) * cross
    if abs(area) < 1e-12:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    return lat / (3 * area), lon / (3 * area)


def _forms(names: Iterable[str]) -> tuple[str, ...]:
    forms = (arabic_form(name, wide=True) for name in names)
    return tuple(dict.fromkeys(form for form in forms if form))


def _weight(level: str, population: str) -> int:
    people = int(float(population)) if re.fullmatch(r"\d{1,12}(\.\d*)?", population or "") else 0
    return max(_WEIGHTS.get(level, 0), round(10 * math.log10(people + 1)) // 2)


def _degrees(value: str, most: float, where: str) -> float | None:
    if not value:
        return None
    try:
        degrees = float(value.replace(",", "."))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:
        raise UnreadableInput(f"{where}: {value!r} is not degrees between -{most:g} and {most:g}")
    return degrees
