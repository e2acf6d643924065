"""Provinces and countries by their Arabic names: incidents keep the English name of a province and a country's code."""

from typing import NamedTuple

from tawthiq.language import load
from tawthiq.language.fold import fold_form


class Land(NamedTuple):
    """A province by its country's code and its English name, or a country as a whole (None)."""

    country: str
    province: str | None


def lands(name: str) -> frozenset[Land]:
    """The provinces and countries that are called so. Raises DataError for a damaged list of places."""
    rows = load().gazetteer.rows(fold_form(name.strip()))
    wide = (row for row in rows if row.country and row.level in ("province", "country"))
    return frozenset(Land(row.country or "", row.admin1 if row.level == "province" else None) for row in wide)
