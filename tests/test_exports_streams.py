"""Exports of many incidents take the memory of a few."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.exporters import EXPORTERS, Record, Setting, writer
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import exporting
from tests import exports

# A page layout is in memory as a whole; a bundle's originals are the ledger's.
FORMATS = [name for name in EXPORTERS if name not in ("report-pdf", "bundle")]
# How often the same incidents come, few and many; a group of rows of Parquet is full with the few.
SIZES = {"xlsx": (20, 60), "parquet": (1500, 3000)}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    return exports.fill(str(tmp_path_factory.mktemp("exports") / "tawthiq.db"))


@pytest.mark.parametrize("format", FORMATS)
def test_a_ledger_of_any_size_takes_the_same_memory(filled: str, format: str) -> None:
    order = exporting.Order("jsonl", Wanted())
    kept: list[Record] = []
    with exporting.opened(filled) as ledger, ledger.looking():
        kept = list(exporting.Records(ledger, order, lambda done: None))

    class Many:
        def __init__(self, times: int) -> None:
            self.times = times

        def __iter__(self) -> Iterator[Record]:
            for number in range(self.times):
                for record in kept:
                    yield replace(record, incident={**record.incident, "id": f"i{number}"})

    def peak(times: int) -> int:
        tracemalloc.start()
        with Path("/dev/null").open("wb") as stream:
            writer(format)(Many(times), Setting("tawthiq test"), stream)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1)
    few, times = SIZES.get(format, (20, 400))
    assert peak(times) < peak(few) + times * 3_000
