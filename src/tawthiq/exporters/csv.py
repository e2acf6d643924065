"""CSV for spreadsheets: a row of column names, a row of HXL tags, a row an incident, a claim, a report or a victim."""

from collections.abc import Iterable
from itertools import chain
from typing import IO

from tawthiq.exporters import rows
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.tables import TABLES


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """The table that the setting names."""
    table = TABLES[setting.table]
    heads = ([column.name for column in table.columns], [column.hxl for column in table.columns])
    stream.writelines(rows.lines(chain(heads, table.cells(records, setting))))
