"""Rows -> CSV in bytes: UTF-8 with the mark by which spreadsheets know it, and no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Iterator

from tawthiq.exporters.tables import Value

BOM = "\ufeff"
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def lines(rows: Iterable[Iterable[Value]], bom: bool = True, guard: bool = True) -> Iterator[bytes]:
    """The lines of a CSV file, each ended by CR and LF. `guard` is off for files that no spreadsheet opens."""
    if bom:
        yield BOM.encode()
    for row in rows:
        text = io.StringIO()
        csv.writer(text).writerow([cell(value, guard) for value in row])
        yield text.getvalue().encode("utf-8", "backslashreplace")


def cell(value: Value, guard: bool = True) -> str:
    """A value as it stands in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if guard and isinstance(value, str) else str(value)


def harmless(text: str) -> str:
    """The text with an apostrophe before a sign by which a spreadsheet would take it for a formula."""
    plain = text.replace("\0", "")
    return f"'{plain}" if plain.startswith(_RUNS) else plain
