"""Arabic names for doers that the list of actors lacks and for places, where no words of a report may be shown."""

import csv
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tawthiq.language.data import tables
from tawthiq.language.registry import OTHER

_DATA = files("tawthiq") / "data"
_ARTICLE = "ال"


def doer(id: str) -> str | None:
    """The name of an actor, known or like «other:Libyan army». The data's words for «army» have {m} or {f} where the
    nationality stands after a masculine or a feminine noun."""
    known, forces = _brief()
    if id in known:
        return known[id]
    words = id.removeprefix(OTHER)
    for english, arabic in _nationalities().items():
        force = words.removeprefix(f"{english} ")
        if force != words and force in forces:
            return forces[force].format(m=arabic, f=f"{arabic}ة")
    return None


def place(country: str | None, name: str | None) -> str | None:
    """The name of a place of the lists made by hand."""
    return _places(country).get(name or "") if country and re.fullmatch("[A-Z]{2}", country) else None


@cache
def _brief() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The names of actors, and the words for forces."""
    words = tomllib.loads((_DATA / "brief.toml").read_text(encoding="utf-8"))["ar"]
    return words["actors"], words["forces"]


@cache
def _nationalities() -> Mapping[str, str]:
    """The adjectives by which reports are read, with the article."""
    rows = [row for row in tables(_DATA / "ar" / "actor.toml") if row.get("part") == "adjective" and "english" in row]
    return {row["english"]: f"{_ARTICLE}{row['forms'][0].removeprefix(_ARTICLE)}" for row in rows}


@cache
def _places(country: str) -> Mapping[str, str]:
    file = _DATA / "places" / "curated" / f"{country}.csv"
    if not file.is_file():
        return {}
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    return {row["name"]: row["names_ar"].partition("|")[0] for row in reversed(rows)}
