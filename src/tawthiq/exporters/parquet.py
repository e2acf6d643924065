"""Parquet for analysis: the tables of `csv` with typed columns, some thousand rows in memory at a time."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import IO

import pyarrow
from pyarrow import parquet

from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.tables import TABLES, Column, Value

_ROWS = 4096
_TYPES = {
    "text": pyarrow.string(), "number": pyarrow.int64(), "real": pyarrow.float64(), "yes": pyarrow.bool_(),
    "date": pyarrow.date32(),
}  # fmt: skip


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """The table that the setting names; each column's HXL tag and what the export says of itself as metadata."""
    table = TABLES[setting.table]
    fields = [pyarrow.field(column.name, _TYPES[column.kind], metadata={"hxl": column.hxl}) for column in table.columns]
    schema = pyarrow.schema(fields, metadata={f"tawthiq.{key}": value for key, value in setting.about().items()})
    rows = table.cells(records, setting)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while some := list(islice(rows, _ROWS)):
            columns = [
                pyarrow.array([_value(column, row[at]) for row in some], _TYPES[column.kind])
                for at, column in enumerate(table.columns)
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _value(column: Column, value: Value) -> Value | date:
    if column.kind == "date":
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value
