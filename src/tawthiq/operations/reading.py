"""Reading reports, in one process or in several."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from typing import IO, NamedTuple

from tawthiq import pipeline
from tawthiq.errors import InputError, TawthiqError
from tawthiq.language import load
from tawthiq.model import Document
from tawthiq.sources import Report, read_paths

_CHUNK = 150_000
_MOST = 64


class Reading(NamedTuple):
    """A report that was read, where it came from, and the bytes of input it stands for. `undated` is whether it tells
    a day by the day of its publication («أمس»), which is not known."""

    document: Document
    origin: str
    size: int
    undated: bool = False


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
        return (_read_one(report, layers) for report in reports)
    return _read_many(reports, jobs, layers)


def _read_one(report: Report | InputError, layers: bool) -> Reading | InputError:
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
    return Reading(document, report.origin, report.size, undated)


def _read_chunk(chunk: tuple[Report | InputError, ...], layers: bool) -> list[Reading | InputError]:
    return [_read_one(report, layers) for report in chunk]


def _read_many(reports: Iterator[Report | InputError], jobs: int, layers: bool) -> Iterator[Reading | InputError]:
    """The reports read by several processes, in order, with a bounded number of them under way."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[Future[list[Reading | InputError]]] = deque()
    try:
        for chunk in _chunks(reports):
            waiting.append(pool.submit(_read_chunk, chunk, layers))
            if len(waiting) >= 3 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise TawthiqError(
            "A reading process was ended from outside, for lack of memory perhaps; use --jobs 1"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """A worker leaves an interrupt to the main process, and loads its language before its first report."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load()


def _chunks(reports: Iterator[Report | InputError]) -> Iterator[tuple[Report | InputError, ...]]:
    """Reports in groups of some length of text, so that neither many short nor few long ones wait on one another."""
    chunk: list[Report | InputError] = []
    length = 0
    for report in reports:
        chunk.append(
            replace(report, data=b"") if isinstance(report, Report) else report
        )  # a worker needs the text only
        length += len(report.text) if isinstance(report, Report) else 0
        if length >= _CHUNK or len(chunk) >= _MOST:
            yield tuple(chunk)
            chunk, length = [], 0
    if chunk:
        yield tuple(chunk)
