"""The compiled file of places: text that loads at once and is decoded row by row when asked.

Three sections divided by an empty line: a heading; the rows (tab-separated, the fields
of `Row`); folded forms, each followed by a line with the numbers of its rows. More sections are not looked at.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from tawthiq.errors import DataError

HEADING = "tawthiq places 1"
SAME_KM = 25.0


class Readable(Protocol):
    """What a table is read from: a path, or a file inside the package."""

    def read_text(self, encoding: str) -> str: ...


class Row(NamedTuple):
    """One place. `level` as in `model.Place`; `within` is the id of what holds it; `weight`
    grows with how well known it is; `north` and `east` are half its extent in degrees
    (provinces and countries); `rank` is 0 built in, 1 from a pack, 2 the user's own."""

    id: str
    name: str
    level: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    within: str | None = None
    weight: int = 0
    north: float = 0.0
    east: float = 0.0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A compiled file in memory. `forms` gives the numbers of a form's rows, separated by spaces."""

    lines: tuple[str, ...]
    forms: Mapping[str, str]
    rank: int = 0
    heading: str = field(default=HEADING, compare=False)

    def rows(self, form: str) -> tuple[Row, ...]:
        """The places of a folded form."""
        numbers = self.forms.get(form)
        return tuple(_decode(self.lines[int(n)], self.rank) for n in numbers.split()) if numbers else ()

    def level(self, level: str) -> tuple[Row, ...]:
        """Every place of a level. Looks through the whole table."""
        mark = f"\t{level}\t"
        rows = (_decode(line, self.rank) for line in self.lines if mark in line)
        return tuple(row for row in rows if row.level == level)


def write_table(places: Iterable[tuple[Row, Iterable[str]]], note: str = "") -> str:
    """The text of a compiled file from (place, folded forms) pairs."""
    lines: list[str] = []
    forms: dict[str, list[int]] = {}
    for row, names in places:
        kept = [name for name in dict.fromkeys(names) if name]
        if not kept:
            continue
        for name in kept:
            forms.setdefault(name, []).append(len(lines))
        lines.append(_encode(row))
    sections = (
        [HEADING, note.replace("\n", " ")] if note else [HEADING],
        lines,
        [line for form in sorted(forms) for line in (form, " ".join(map(str, forms[form])))],
    )
    return "\n\n".join("\n".join(section) for section in sections)


def read_table(file: Readable, rank: int, remedy: str) -> Table:
    """A compiled file. `remedy` ends the message of the DataError that a missing or foreign file raises."""
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DataError(f"{file}: this file of places is missing; {remedy}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{file}: cannot be read ({error}); {remedy}") from error
    sections = text.split("\n\n")
    if len(sections) < 3 or sections[0].split("\n")[0] != HEADING:
        raise DataError(f"{file}: is not a file of places of this version; {remedy}")
    forms = sections[2].split("\n")
    pairs = zip(forms[::2], forms[1::2], strict=True)
    return Table(tuple(sections[1].split("\n")), dict(pairs), rank, sections[0])


def save_table(path: Path, text: str) -> None:
    """Write a compiled file in one step, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _encode(row: Row) -> str:
    values = ("" if v is None else f"{v:.4f}".rstrip("0").rstrip(".") if isinstance(v, float) else str(v) for v in row)
    return "\t".join(" ".join(value.split()) for value in values)


def _decode(line: str, rank: int) -> Row:
    id, name, level, country, admin1, lat, lon, within, weight, north, east, _ = line.split("\t")
    return Row(
        id, name, level, country or None, admin1 or None, float(lat) if lat else None, float(lon) if lon else None,
        within or None, int(weight or 0), float(north or 0), float(east or 0), rank,
    )  # fmt: skip
