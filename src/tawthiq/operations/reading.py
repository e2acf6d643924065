"""Reading reports, in one process or in several."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import IO, NamedTuple

from tawthiq import pipeline
from tawthiq.errors import InputError
from tawthiq.model import Document
from tawthiq.sources import Report, read_paths


class Reading(NamedTuple):
    """A report that was read, where it came from, and the bytes of input it stands for. `undated` is whether it tells
    a day by the day of its publication («أمس»), which is not known, `by_dateline` whether its dateline dates it."""

    document: Document
    origin: str
    size: int
    undated: bool = False
    by_dateline: bool = False


def read(
    paths: Iterable[str], stdin: IO[bytes], published: date | None = None, *, jobs: int = 1, layers: bool = True
) -> Iterator[Reading | InputError]:
    """Read every report of the paths, in their order. What cannot be read comes as an error among them.

    `jobs` is the number of processes; `layers` False leaves out the marks below the claims.
    """
    return read_reports(read_paths(paths, stdin, published), jobs=jobs, layers=layers)


def read_reports(
    reports: Iterator[Report | InputError], *, jobs: int = 1, layers: bool = True
) -> Iterator[Reading | InputError]:
    """Read reports in their order; errors among them pass through."""
    if jobs == 1:
        return (read_one(report, layers) for report in reports)
    from tawthiq.operations import pool  # several processes take long to import, and few runs need them

    return pool.in_order(reports, jobs, partial(read_one, layers=layers))


def read_one(report: Report | InputError, layers: bool) -> Reading | InputError:
    """Read one report; an error passes through."""
    return report if isinstance(report, InputError) else read_report(report, layers)


def read_report(report: Report, layers: bool) -> Reading:
    """Read one report."""
    document = pipeline.read(
        report.text, report.published, id=report.id, title=report.title, url=report.url, outlet=report.outlet
    )
    undated = document.published is None and any(found.start is None and found.end is None for found in document.dates)
    if not layers:
        document = replace(
            document, sentences=(), numbers=(), dates=(), places=(), actors=(), speakers=(), casualties=(), aside=()
        )
    by_dateline = report.published is None and document.published is not None
    return Reading(document, report.origin, report.size, undated, by_dateline)
