"""Countries by their ISO code, as `data/countries.csv` has them: names, numbers and regions of the codebooks."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    """A country. `number` is ISO 3166-1 numeric, `gw` Gleditsch and Ward's; "" where there is none or it is unknown."""

    iso2: str
    iso3: str = ""
    number: str = ""
    name: str = ""
    name_ar: str = ""
    gw: str = ""
    ucdp_region: str = ""
    acled_region: str = ""


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its ISO code of two letters."""
    return {row["iso2"]: Country(**row) for row in _rows("countries.csv")}


def country(code: str | None) -> Country:
    """The country with this code; one that the list lacks has its names only, or its code for them."""
    code = code or ""
    name, name_ar = _named().get(code, (code, code))
    return countries().get(code) or Country(code, code, name=name, name_ar=name_ar)


@cache
def _named() -> Mapping[str, tuple[str, str]]:
    """The names of the countries of the world in English and Arabic, as the list of places has them."""
    rows = [row for row in _rows("places/curated/world.csv") if row["level"] == "country"]
    return {row["country"]: (row["name"], row["names_ar"].partition("|")[0]) for row in rows}


def _rows(file: str) -> list[dict[str, str]]:
    text = (files("tawthiq") / "data" / file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
