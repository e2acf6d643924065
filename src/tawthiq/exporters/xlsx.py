"""A workbook with a sheet each for incidents, claims, reports and named victims, and one that says what it is.

Rows are written as they come and nothing is kept. A text is written as a text, so no cell is ever a formula."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import IO, Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError, FileSizeError

from tawthiq.errors import UsageError
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.tables import TABLES, Column, Table, Value

_LONGEST_CELL = 32_767
# The rows of a sheet, without its heads.
_MOST_ROWS = 1_048_576 - 2
_OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
# The same ledger gives the same bytes: no workbook says when it was written.
_MADE = datetime(1980, 1, 1)
_WIDTHS = {"text": 18, "number": 9, "real": 10, "yes": 7, "date": 11}
_HEADS = 2


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """The workbook. A sheet that is full goes on in another («claims 2»). Raises UsageError where it is too large."""
    try:
        _write(records, setting, stream)
    except FileCreateError as error:
        raise error.args[0] from error
    except FileSizeError as error:
        raise UsageError("export xlsx: too much for a workbook; choose fewer incidents, or `export csv`") from error


def _write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"created": _MADE, "title": "Incidents", "comments": setting.tool})
        formats = {"head": book.add_format({"bold": True}), "tag": book.add_format({"font_color": "#777777"})}
        for table in TABLES.values():
            rows = table.cells(records, setting)
            number, full = 1, True
            while full:
                name = table.name if number == 1 else f"{table.name} {number}"
                full = _sheet(book.add_worksheet(name), table, islice(rows, _MOST_ROWS), formats) == _MOST_ROWS
                number += 1
        _about(book.add_worksheet("about"), setting, formats)


def _sheet(sheet: Any, table: Table, rows: Iterator[tuple[Value, ...]], formats: dict[str, Any]) -> int:
    """Write the heads and the rows; returns how many rows."""
    sheet.freeze_panes(_HEADS, 1)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, max(_WIDTHS[column.kind], min(len(column.name) + 2, 30)))
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.name, formats["head"])
    for at, column in enumerate(table.columns):
        sheet.write_string(1, at, column.hxl, formats["tag"])
    count = 0
    for count, row in enumerate(rows, 1):
        for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, (count + _HEADS - 1, at), column, value)
    return count


def _cell(sheet: Any, at: tuple[int, int], column: Column, value: Value) -> None:
    if value is None or value == "":
        return
    if column.kind == "yes":
        sheet.write_boolean(*at, value)
    elif column.kind in ("number", "real"):
        sheet.write_number(*at, value)
    else:
        sheet.write_string(*at, str(value)[:_LONGEST_CELL])


def _about(sheet: Any, setting: Setting, formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    for at, (name, value) in enumerate(setting.about().items()):
        sheet.write_string(at, 0, name, formats["head"])
        sheet.write_string(at, 1, value)
