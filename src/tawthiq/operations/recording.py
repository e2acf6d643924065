"""Reports into the ledger: a report is read first, then added whole, and only then told to be added."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from tawthiq.errors import InputError, MissingInput
from tawthiq.ledger.connect import ADD, Ledger, opened
from tawthiq.ledger.records import Author, Known, Read
from tawthiq.ledger.view import View
from tawthiq.ledger.writer import Writer, fingerprint
from tawthiq.model import Document
from tawthiq.operations.placing import Placer
from tawthiq.operations.reader import reader
from tawthiq.operations.reading import Reading, read_reports
from tawthiq.operations.renewing import Renewed, published_on
from tawthiq.operations.settling import settle
from tawthiq.sources import Report

ADDED, KNOWN, AGAIN, FAILED = "added", "known", "read again", "failed"
_GROUP = 64
_SECONDS = 1.0


class Outcome(NamedTuple):
    """What became of a report: added, known (nothing changed), read again (with another publication date) or failed.

    When it is told, it is kept. `id` is the document's in the ledger, `size` the bytes of input, `claims` how many,
    `undated` and `by_dateline` as in a `Reading`.
    """

    state: str
    origin: str
    id: str | None = None
    size: int = 0
    claims: int = 0
    error: InputError | None = None
    undated: bool = False
    by_dateline: bool = False


class _Waiting(NamedTuple):
    """A report (or an error in its stead) on its way, and the document that it is, if it is known."""

    report: Report | InputError
    known: Known | None = None
    document: Document | None = None
    undated: bool = False
    by_dateline: bool = False


def add(reports: Iterator[Report | InputError], ledger: str, author: Author, jobs: int = 1) -> Iterator[Outcome]:
    """Read the reports and add them to the ledger at `ledger`, which is made where there is none.

    Nothing is opened or made for inputs that do not exist. Raises LedgerError; what was told before is kept.
    """
    first: list[Report | InputError] = []
    for report in reports:
        if not isinstance(report, MissingInput):
            first.append(report)
            break
        yield Outcome(FAILED, str(report), error=report)
    if not first:
        return
    with opened(ledger, ADD) as open_ledger:
        adding = _Adding(open_ledger, author)
        for group in adding.groups(chain(first, reports), jobs):
            yield from adding.keep(group)
        settle(open_ledger)


class _Adding:
    """One run of `add` on an open ledger."""

    def __init__(self, ledger: Ledger, author: Author) -> None:
        self._ledger = ledger
        self._view = View(ledger)
        self._writer = Writer(ledger, author)
        self._placer = Placer(self._writer)

    def groups(self, reports: Iterator[Report | InputError], jobs: int) -> Iterator[list[_Waiting]]:
        """The reports, read where needed, in groups that are kept together: some number, or a second's worth."""
        group: list[_Waiting] = []
        began = time.monotonic()
        for waiting in self._read(reports, jobs):
            group.append(waiting)
            if len(group) >= _GROUP or time.monotonic() - began > _SECONDS:
                yield group
                group, began = [], time.monotonic()
        if group:
            yield group

    def keep(self, group: list[_Waiting]) -> Iterator[Outcome]:
        """Add a group in one transaction."""
        with self._writer.batch():
            self._placer.begin()
            marks = [fingerprint(waiting.report) for waiting in group if isinstance(waiting.report, Report)]
            known = self._view.known(marks)
            outcomes = [self._keep(waiting, known) for waiting in group]
        yield from outcomes

    def _keep(self, waiting: _Waiting, known: dict[str, Known]) -> Outcome:
        report, document = waiting.report, waiting.document
        if isinstance(report, InputError):
            if not isinstance(report, MissingInput):
                self._writer.failure(str(report))
            return Outcome(FAILED, str(report), error=report)
        same = fingerprint(report)
        there = known.get(same)
        if document is None or (there and not _newly_dated(report, there)):
            there = there or waiting.known
            return Outcome(KNOWN, report.origin, there.id if there else None, report.size)
        read = Read(reader(), published_on(document), document.claims, document.victims)
        if there is None:
            arrival = self._writer.arrival(report, document)
            known[same] = self._writer.document(arrival, read, self._placer.document(arrival))
            return Outcome(
                ADDED, report.origin, known[same].id, report.size, len(read.claims), undated=waiting.undated,
                by_dateline=waiting.by_dateline,
            )  # fmt: skip
        read = Renewed(self._view, there, document).read
        superseded = self._writer.reading(there, read)
        known[same] = there._replace(published=read.published, reading=superseded.reading)
        self._placer.again([there.id], superseded.incidents)
        return Outcome(AGAIN, report.origin, there.id, report.size, len(read.claims))

    def _read(self, reports: Iterator[Report | InputError], jobs: int) -> Iterator[_Waiting]:
        """The reports in about their order, each read unless it is known."""
        waiting: deque[_Waiting] = deque()

        def unread() -> Iterator[Report]:
            for item in self._looked_up(reports):
                waiting.append(item)
                if isinstance(item.report, Report) and (item.known is None or _newly_dated(item.report, item.known)):
                    waiting[-1] = item._replace(known=None)
                    yield item.report

        for reading in read_reports(unread(), jobs=jobs, layers=False):
            while waiting[0].known or isinstance(waiting[0].report, InputError):
                yield waiting.popleft()
            item = waiting.popleft()
            if isinstance(reading, Reading):
                item = item._replace(
                    document=reading.document, undated=reading.undated, by_dateline=reading.by_dateline
                )
            yield item
        yield from waiting

    def _looked_up(self, reports: Iterator[Report | InputError]) -> Iterator[_Waiting]:
        """The reports, each with the document that it is, if it is known."""
        while some := list(islice(reports, _GROUP)):
            marks = [fingerprint(report) for report in some if isinstance(report, Report)]
            with self._ledger.looking():
                known = self._view.known(marks)
            for report in some:
                yield _Waiting(report, known.get(fingerprint(report)) if isinstance(report, Report) else None)


def _newly_dated(report: Report, known: Known) -> bool:
    """Whether a report that is known comes with another publication date than before."""
    return report.published is not None and report.published.isoformat() != known.published


def tally(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many reports each state has, and how many claims there are."""
    counts = dict.fromkeys((ADDED, AGAIN, KNOWN, FAILED, "claims"), 0)
    for outcome in outcomes:
        counts[outcome.state] += 1
        counts["claims"] += outcome.claims
    return counts
