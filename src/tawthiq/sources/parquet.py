"""Parquet files: a batch of rows in memory at a time. Needs the extra `tables`."""

from collections.abc import Iterator
from datetime import date

import pyarrow
from pyarrow.parquet import ParquetFile

from tawthiq.errors import InputError, NothingToRead, UnreadableInput
from tawthiq.sources.columns import Columns
from tawthiq.sources.find import Source
from tawthiq.sources.report import Report

_BATCH = 256


def parquet_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a file. Where it is damaged, that comes last, as an error."""
    number = 0
    try:
        with ParquetFile(source.path) as file:
            names = file.schema_arrow.names
            columns = Columns(names, source.name, published)
            for batch in file.iter_batches(_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    cells = dict(zip(columns.names, row.values(), strict=True))
                    found = columns.report(cells, f"{source.name}#{number}")
                    if found is not None:
                        yield found
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        detail = " ".join(str(error).split())[:120]
        raise UnreadableInput(
            f"{source.name}: is damaged or no Parquet file, after row {number} ({detail}); make it again"
        ) from error
    if not number:
        raise NothingToRead(f"{source.name}: holds no rows; give a file that holds reports")
