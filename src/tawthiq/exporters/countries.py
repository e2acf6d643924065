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
    text = (files("tawthiq") / "data" / "countries.csv").read_text(encoding="utf-8")
    return {row["iso2"]: Country(**row) for row in csv.DictReader(text.splitlines())}


def country(code: str | None) -> Country:
    """The country with this code; one that the list lacks is named by its code."""
    return countries().get(code or "", Country(code or "", code or "", name=code or "", name_ar=code or ""))
