"""Reading reports in several processes, in their order."""

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

from tawthiq.errors import InputError, TawthiqError
from tawthiq.language import load
from tawthiq.operations import reading
from tawthiq.sources import Report

_CHUNK = 150_000
_MOST = 64


def _read_chunk(chunk: tuple[Report | InputError, ...], layers: bool) -> list[reading.Reading | InputError]:
    return [reading.read_one(report, layers) for report in chunk]


def read_many(
    reports: Iterator[Report | InputError], jobs: int, layers: bool
) -> Iterator[reading.Reading | InputError]:
    """The reports read by several processes, in order, with a bounded number of them under way."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[Future[list[reading.Reading | InputError]]] = deque()
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
