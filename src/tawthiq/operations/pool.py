"""Work on reports in several processes, in their order."""

import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from typing import TypeVar

from tawthiq.errors import InputError, TawthiqError
from tawthiq.language import load
from tawthiq.sources import Report

_CHUNK = 150_000
_MOST = 64

T = TypeVar("T")


def in_order(
    reports: Iterator[Report | InputError], jobs: int, work: Callable[[Report | InputError], T]
) -> Iterator[T]:
    """What `work`, a function that can be pickled, makes of each report; a bounded number of them is under way."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[Future[list[T]]] = deque()
    try:
        for chunk in _chunks(reports):
            waiting.append(pool.submit(_each, chunk, work))
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


def _each(chunk: tuple[Report | InputError, ...], work: Callable[[Report | InputError], T]) -> list[T]:
    return [work(report) for report in chunk]


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
