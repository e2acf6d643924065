"""Finding place names in a text: the lexicon's matching over the compiled files of places."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import ClassVar

from tawthiq.distance import kilometres
from tawthiq.language.gazetteer.table import SAME_KM, Row, Table, read_table
from tawthiq.language.lexicon import Hit, Lexicon, Sense
from tawthiq.language.tokens import Cut

BUILT_IN = "places.tsv"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name and every place that bears it."""

    layer: ClassVar[str] = "name"
    id: str
    rows: tuple[Row, ...]


class _Forms(Mapping[str, tuple[Sense, ...]]):
    """Folded forms to senses, made when first asked for."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tuple(tables)
        self._made: dict[str, tuple[Sense, ...]] = {}

    def __getitem__(self, form: str) -> tuple[Sense, ...]:
        senses = self._made.get(form)
        if senses is None:
            rows = _merged([row for table in self._tables for row in table.rows(form)])
            if not rows:
                raise KeyError(form)
            senses = self._made[form] = (Sense(PlaceName(form, rows)),)
        return senses

    def __iter__(self) -> Iterator[str]:
        return iter({form: None for table in self._tables for form in table.forms})

    def __len__(self) -> int:
        return len({form for table in self._tables for form in table.forms})

    def __contains__(self, form: object) -> bool:
        return any(form in table.forms for table in self._tables)


def _merged(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The places of one name, a place of a higher rank in the stead of the same one of a lower."""
    kept: list[Row] = []
    for row in rows:
        for at, other in enumerate(kept if row.rank else ()):
            if other.rank < row.rank and same_place(other, row):
                row = row._replace(
                    weight=max(row.weight, other.weight), admin1=other.admin1 or row.admin1,
                    name=row.name if row.name.isascii() or row.rank == 2 else other.name,
                    country=row.country or other.country, within=other.within, north=max(row.north, other.north),
                    east=max(row.east, other.east), lat=other.lat if row.lat is None else row.lat,
                    lon=other.lon if row.lon is None else row.lon,
                )  # fmt: skip
                del kept[at]
                break
        kept.append(row)
    return tuple(kept)


def same_place(one: Row, other: Row) -> bool:
    """Whether two places of one name are one: the same level and country, and near."""
    if one.level != other.level or (other.country and one.country != other.country):
        return False
    if one.lat is None or other.lat is None or one.level in ("province", "country"):
        return True
    return kilometres(one.lat, one.lon or 0.0, other.lat, other.lon or 0.0) <= SAME_KM


class Gazetteer:
    """An immutable index of place names over one or more tables."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tuple(tables)
        self._forms = _Forms(tables)
        self._lexicon = Lexicon(self._forms)
        self._regions: dict[tuple[str, str], Row] = {}
        self._parts: dict[tuple[str, str], Row] = {}

    def scan(self, text: Cut) -> tuple[Hit, ...]:
        """Every name in order of its first token; `hit.entry` is a `PlaceName`."""
        return tuple(self._lexicon.scan(text).get(PlaceName.layer, ()))

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def rows(self, form: str) -> tuple[Row, ...]:
        """The places of a folded form."""
        senses = self._forms.get(form, ())
        return tuple(row for sense in senses if isinstance(sense.entry, PlaceName) for row in sense.entry.rows)

    def name(self, form: str) -> PlaceName | None:
        """The entry of a folded form."""
        entries = (sense.entry for sense in self._forms.get(form, ()))
        return next((entry for entry in entries if isinstance(entry, PlaceName)), None)

    def country(self, code: str) -> Row | None:
        """The place of a country by its ISO code."""
        return self.province(code, "")

    def province(self, country: str, admin1: str) -> Row | None:
        """The place of a first-level region by its country and usual name."""
        if not self._regions:
            for table in self.tables:
                rows = (*table.level("country"), *table.level("province"))
                self._regions.update({(r.country or "", r.admin1 or ""): r for r in rows})
        return self._regions.get((country, admin1))

    def part(self, country: str, name: str) -> Row | None:
        """The region of a country by its usual English name («Northwestern Syria»), hyphens apart."""
        if not self._parts:
            rows = (row for table in self.tables for row in table.level("region"))
            self._parts.update({(row.country or "", row.name): row for row in rows})
        return self._parts.get((country, name.replace("-", "")))


def user_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the user's own places and packs are: TAWTHIQ_DATA, or the platform's data folder."""
    if environment.get("TAWTHIQ_DATA"):
        return Path(environment["TAWTHIQ_DATA"]) / "places"
    base = environment.get("XDG_DATA_HOME") or str(Path(environment.get("HOME") or Path.home()) / ".local" / "share")
    return Path(base) / "tawthiq" / "places"


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The packaged places, with those of `folder` (see `user_folder`): `pack-*.tsv` and `own-*.tsv`."""
    built_in = files("tawthiq") / "data" / "places" / "generated" / BUILT_IN
    tables = [read_table(built_in, 0, "run `make setup` in the source tree, or install the package again")]
    for rank, pattern in ((1, "pack-*.tsv"), (2, "own-*.tsv")):
        paths = sorted(folder.glob(pattern)) if folder else []
        tables += [read_table(path, rank, "delete it and install it again with `tawthiq places`") for path in paths]
    return Gazetteer(tables)
