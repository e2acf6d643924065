"""Exports of many incidents take the memory of a few."""

import gc
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from tawthiq.exporters import EXPORTERS, Record, Setting, writer
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import exporting
from tests import exports, many, memory

# A page layout is in memory as a whole; a bundle's originals are the ledger's.
FORMATS = [name for name in EXPORTERS if name not in ("report-pdf", "bundle")]
# How often the same incidents come.
FEW, MANY = 20, 200
_SLACK = 150_000


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    return exports.fill(str(tmp_path_factory.mktemp("exports") / "tawthiq.db"))


@pytest.mark.parametrize("format", FORMATS)
def test_many_incidents_take_the_memory_of_a_few(filled: str, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A map has so many circles at most.
    monkeypatch.setattr(import_module("tawthiq.exporters.report.survey"), "_MOST_POINTS", 20)
    if format == "parquet":
        monkeypatch.setattr("tawthiq.exporters.parquet._ROWS", 30)
    order = exporting.Order("jsonl", Wanted())
    kept: list[Record] = []
    with exporting.opened(filled) as ledger, ledger.looking():
        kept = list(exporting.Records(ledger, order, lambda done: None))

    class Many:
        def __init__(self, times: int) -> None:
            self.times = times

        def __iter__(self) -> Iterator[Record]:
            for number in range(self.times):
                if number % 20 == 0:
                    gc.collect()  # what is kept, not what waits
                for record in kept:
                    yield _again(record, number)

    def peak(times: int) -> int:
        tracemalloc.start()
        with Path("/dev/null").open("wb") as stream:
            writer(format)(Many(times), Setting("tawthiq test"), stream)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(FEW)
    assert peak(MANY) < peak(FEW) + _SLACK


def _again(record: Record, number: int) -> Record:
    """The incident as another one, told by other reports."""
    documents = {report.id: f"{number}:{report.id}" for report in record.reports}
    reports = (
        replace(report, id=documents[report.id], copy_of=report.copy_of and documents[report.copy_of])
        for report in record.reports
    )
    claims = (replace(told, document=documents[told.document]) for told in record.claims)
    incident = {**record.incident, "id": f"i{number}"}
    return replace(record, incident=incident, reports=tuple(reports), claims=tuple(claims), people=())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
def test_a_ledger_of_any_size_takes_the_same_memory(tmp_path: Path) -> None:
    """With what the database keeps of the file, which the test above does not see; 700 fill that."""
    ledger = exports.fill(str(tmp_path / "tawthiq.db"))
    many.multiply(ledger, 700)
    few, all_ = (memory.exporting(ledger, "jsonl", most) for most in (700, 2_100))
    assert (few.number, all_.number) == (700, 2_100)
    assert all_.memory < few.memory + 4_000
