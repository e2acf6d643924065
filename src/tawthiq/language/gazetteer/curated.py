"""Reading the hand-made files of places and refusing what breaks a rule.

A file is CSV with the columns id, name, names_ar (forms separated by |), level,
country, admin1, lat, lon, in (the id of what holds it) and source. An id stands once
over all files, `in` names an id of some file, and positions are degrees.
"""

import csv
import io
import re
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import NamedTuple

from tawthiq.errors import DataError
from tawthiq.language.gazetteer.table import Row
from tawthiq.language.tokens import cut

COLUMNS = ("id", "name", "names_ar", "level", "country", "admin1", "lat", "lon", "in", "source")
LEVELS = ("site", "neighbourhood", "town", "district", "province", "country", "region")
_WEIGHT = {"country": 95, "province": 70, "region": 60, "district": 50, "town": 50, "neighbourhood": 40, "site": 40}
_LETTERS = "\u0621-\u064a"
_WIDER = _LETTERS + "\u067e\u0686\u0698\u06a4\u06af"
_FORM, _WIDE = (re.compile(f"(?:[0-9]+ )?[{x}]+(?: (?:[{x}]+|[0-9]+|[A-Za-z]+))*") for x in (_LETTERS, _WIDER))


class Curated(NamedTuple):
    """A place of the hand-made files: its row, its forms as written, folded forms, and where it stands."""

    row: Row
    forms: tuple[str, ...]
    where: str


def read_curated(files: Iterable[Traversable]) -> tuple[Curated, ...]:
    """Every place of the files, checked. Raises DataError naming the file, the line and the remedy."""
    places = [place for file in files for place in _file(file)]
    ids: dict[str, str] = {}
    for place in places:
        other = ids.setdefault(place.row.id, place.where)
        if other != place.where:
            raise DataError(f"{place.where}: the id {place.row.id!r} stands also at {other}; give one another id")
    for place in places:
        if place.row.within and place.row.within not in ids:
            raise DataError(
                f"{place.where}: 'in' names {place.row.within!r}, which is no id; name an id of these files"
            )
    return tuple(places)


def arabic_form(name: str, wide: bool = False) -> str | None:
    """The folded form of a name, as its tokens stand in a text, or None where it is not written in Arabic letters.
    `wide` allows the further letters of Persian and Kurdish."""
    form = " ".join(token.form for token in cut(name.replace("-", " ")).tokens)
    return form if len(form) > 1 and (_WIDE if wide else _FORM).fullmatch(form) else None


def _file(file: Traversable) -> Iterable[Curated]:
    reader = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")), strict=True)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise DataError(f"{file.name}: line 1: the columns must be {','.join(COLUMNS)}")
    for record in reader:
        where = f"{file.name}: line {reader.line_num}"
        if None in record or None in record.values():
            raise DataError(f"{where}: has {len(COLUMNS)} columns in other lines; put quotes round a value with commas")
        yield _place(where, record)


def _place(where: str, record: dict[str, str]) -> Curated:
    level, country = record["level"], record["country"]
    if not record["id"] or not record["name"]:
        raise DataError(f"{where}: id and name must both be given")
    if level not in LEVELS:
        raise DataError(f"{where}: the level {level!r} is not one of {', '.join(LEVELS)}")
    if country and not re.fullmatch("[A-Z]{2}", country):
        raise DataError(f"{where}: the country {country!r} is not an ISO code of two capitals")
    forms = []
    for name in record["names_ar"].split("|"):
        form = arabic_form(name, wide=True)
        if form is None:
            raise DataError(f"{where}: «{name}» is not a name in Arabic letters; correct it or take it out")
        forms.append(form)
    lat, lon = _degrees(where, record["lat"], 90), _degrees(where, record["lon"], 180)
    if (lat is None) != (lon is None):
        raise DataError(f"{where}: give both lat and lon, or neither")
    row = Row(
        record["id"], record["name"], level, country or None, record["admin1"] or None, lat, lon,
        record["in"] or None, _WEIGHT[level],
    )  # fmt: skip
    return Curated(row, tuple(dict.fromkeys(forms)), where)


def _degrees(where: str, value: str, most: float) -> float | None:
    if not value.strip():
        return None
    if not re.fullmatch(r"-?\d+(\.\d+)?", value.strip()) or abs(float(value)) > most:
        raise DataError(f"{where}: {value!r} is not degrees between -{most} and {most}")
    return float(value)
