"""Excel workbooks (.xlsx): the rows of every sheet that has a column of texts. Needs the extra `tables`.

Rows are read one after another; the texts that cells share stand in memory, so what a workbook unpacks to is limited.
"""

import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.errors import InputError, NothingToRead, UnreadableInput
from tawthiq.sources.columns import Columns
from tawthiq.sources.find import Source
from tawthiq.sources.report import Report

_MOST = 1 << 30
_FAILURES = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, ParseError, KeyError, ValueError, IndexError, TypeError,
    AttributeError, EOFError, RuntimeError,  # which zipfile raises for a member that a password protects
)  # fmt: skip


def xlsx_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a workbook. Where it is damaged, that comes last, as an error."""
    number = sheets = 0
    wrong: InputError | None = None
    with _opened(source) as book:
        for sheet in book.worksheets:
            try:
                for found in _reports(sheet.iter_rows(values_only=True), f"{source.name}!{sheet.title}", published):
                    number += 1
                    yield found
                sheets += 1
            except InputError as error:
                wrong = wrong or error
    if not sheets:
        raise wrong or NothingToRead(f"{source.name}: holds no sheet; give a file that holds reports")
    if not number:
        raise NothingToRead(f"{source.name}: holds column names only; give a file that holds reports")


def _reports(rows: Iterable[tuple[Any, ...]], name: str, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a sheet. Raises InputError where its first row with anything in it names no texts."""
    columns: Columns | None = None
    for number, cells in enumerate(rows, 1):
        if not any(cell is not None and cell != "" for cell in cells):
            continue
        if columns is None:
            columns = Columns(cells, name, published)
            continue
        found = columns.report(dict(zip(columns.names, cells, strict=False)), f"{name}:{number}")
        if found is not None:
            yield found
    if columns is None:
        raise NothingToRead(f"{name}: is empty; give a sheet that holds reports")


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    """The workbook, one row at a time. Raises UnreadableInput, also for what is found on the way."""
    try:
        with source.path.open("rb") as stream:
            with zipfile.ZipFile(stream) as packed:
                size = sum(member.file_size for member in packed.infolist())
                if size > _MOST:
                    much = f"unpacks to {size >> 20:,} MB, more than {_MOST >> 20:,}"
                    raise UnreadableInput(f"{source.name}: {much}; save its sheets as CSV")
                damaged = packed.testzip()  # before any row, whose text may be another's already
            if damaged is not None:
                raise zipfile.BadZipFile(f"{damaged} is not as it was written")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield load_workbook(stream, read_only=True, data_only=True)
    except _FAILURES as error:
        detail = " ".join(str(error).split())[:120] or type(error).__name__
        what = f"is damaged, protected by a password, or no .xlsx file ({detail}); save it again as .xlsx or .csv"
        raise UnreadableInput(f"{source.name}: {what}") from error
