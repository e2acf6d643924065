"""Reading the documents of the ledger again with the reader of today; what it finds supersedes what was found."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import NamedTuple

from tawthiq.ledger.connect import JUDGE, Ledger, opened
from tawthiq.ledger.records import Author, Held
from tawthiq.ledger.renumber import Change
from tawthiq.ledger.view import View
from tawthiq.ledger.writer import Writer
from tawthiq.model import Document
from tawthiq.operations.placing import Placer
from tawthiq.operations.reader import reader
from tawthiq.operations.reading import Reading, read_reports
from tawthiq.operations.renewing import Renewed
from tawthiq.operations.settling import settle
from tawthiq.sources import Report

_GROUP = 64


class Reread(NamedTuple):
    """A document that was read again, what changed in it (nothing, mostly), and the size of its text."""

    id: str
    changes: tuple[Change, ...]
    size: int


def reread(ledger: str, author: Author, jobs: int = 1, *, everything: bool = False) -> Iterator[Reread]:
    """Read again what another reader read, or everything. What is told is kept. Raises LedgerError."""
    with opened(ledger, JUDGE) as open_ledger:
        view, writer = View(open_ledger), Writer(open_ledger, author)
        placer = Placer(writer)
        found = _read(open_ledger, jobs, everything)
        while group := list(islice(found, _GROUP)):
            with writer.batch():
                placer.begin()
                told = [_keep(view, writer, held, document) for held, document in group]
                left = {incident for _, incidents in told for incident in incidents}
                placer.again([one.id for one, _ in told if one.changes], left)
            yield from (one for one, _ in told)
        settle(open_ledger)


def _keep(view: View, writer: Writer, held: Held, document: Document) -> tuple[Reread, tuple[str, ...]]:
    """Keep a reading; what changed, and the incidents that the claims before it were in."""
    renewed = Renewed(view, held.known, document)
    told = Reread(held.id, renewed.changes, len(held.text))
    if renewed.differs:
        incidents = writer.reading(held.known, renewed.read).incidents
        return told, incidents if renewed.changes else ()
    writer.reading_alike(held.known, renewed.read)
    return told, ()


def _read(ledger: Ledger, jobs: int, everything: bool) -> Iterator[tuple[Held, Document]]:
    """The documents, each with what is read in it now."""
    waiting: deque[Held] = deque()

    def reports() -> Iterator[Report]:
        for held in _held(ledger, everything):
            waiting.append(held)
            yield _report(held)

    for reading in read_reports(reports(), jobs=jobs, layers=False):
        held = waiting.popleft()
        if isinstance(reading, Reading):
            yield held, replace(reading.document, id=held.id)


def _held(ledger: Ledger, everything: bool) -> Iterator[Held]:
    """The documents to read, those that were there at the beginning."""
    view = View(ledger)
    with ledger.looking():
        last, _ = view.head()
    after = 0
    while True:
        with ledger.looking():
            some = [held for held in view.documents(after, _GROUP) if held.number <= last]
        if not some:
            return
        yield from (held for held in some if everything or held.reader != reader())
        after = some[-1].number


def _report(held: Held) -> Report:
    published = date.fromisoformat(held.published) if held.published else None
    return Report(
        held.id, held.text, held.origin, held.sha256, len(held.text), held.title, held.url, held.outlet, published
    )
