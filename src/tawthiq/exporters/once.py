"""The reports of many incidents, each once."""

from collections.abc import Iterable, Iterator

from tawthiq.exporters.shapes import Record, Report
from tawthiq.seen import seen


def reports(records: Iterable[Record]) -> Iterator[tuple[Report, Record]]:
    """Each report with the first incident that it tells of."""
    with seen() as before:
        for record in records:
            for report in record.reports:
                if before.add(report.id):
                    yield report, record
