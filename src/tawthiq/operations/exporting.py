"""Incidents out of the ledger in the field's formats: as one moment's look at the ledger, a group at a time."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import IO, NamedTuple, cast

from tawthiq import __version__, contract
from tawthiq.contract import Json
from tawthiq.errors import UsageError
from tawthiq.exporters import EXPORTERS, Record, Report, Setting, writer
from tawthiq.exporters.public import public
from tawthiq.exporters.shapes import Original
from tawthiq.exporters.sink import Sink
from tawthiq.incidents import Told
from tawthiq.judging import SAMPLE, SECOND, Identities, holding
from tawthiq.ledger import named, told
from tawthiq.ledger.connect import Ledger, Use, opened
from tawthiq.ledger.view import View
from tawthiq.ledger.wanted import Wanted, find
from tawthiq.operations import outside
from tawthiq.operations.listing import settled
from tawthiq.operations.others import members_of
from tawthiq.operations.people import on_namings, people

_GROUP = 50
# Pages that are gone through in order are wanted once: more of them in memory make nothing faster.
_ONCE_THROUGH = Use(writes=False, pages=4)


class Order(NamedTuple):
    """What to export: a format's name, which incidents, and the choices that the format leaves."""

    format: str
    wanted: Wanted
    codebook: str = ""
    table: str = "incidents"
    language: str = "en"
    public: bool = False


def export(ledger: str, order: Order, stream: IO[bytes], progress: Callable[[int], object] = lambda done: None) -> int:
    """Write the incidents that are wanted, and return how many. Raises LedgerError, and UsageError for a choice that
    the format has not or a library that is not installed."""
    codebook = _codebook(order)
    write = writer(order.format)
    with opened(ledger) as open_ledger:
        settled(open_ledger, progress)
    with opened(ledger, _ONCE_THROUGH) as open_ledger, open_ledger.looking():
        entry = View(open_ledger).last()
        records = Records(open_ledger, order, progress)
        setting = Setting(
            f"tawthiq {__version__}", entry.at, f"{entry.number} {entry.hash}", _in_words(order.wanted), codebook,
            order.table, order.language, order.public, _Ledger(open_ledger),
        )  # fmt: skip
        write(records, setting, cast("IO[bytes]", Sink(stream)))
    return records.count


class Records:
    """The records that are wanted, from the beginning each time they are gone through; they do not change meanwhile."""

    def __init__(self, ledger: Ledger, order: Order, progress: Callable[[int], object]) -> None:
        self._ledger = ledger
        self._order = order
        self._progress = progress
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        found = find(self._ledger.connection, self._order.wanted)
        self.count = 0
        while group := list(islice(found, _GROUP)):
            for record in self._records(group):
                self.count += 1
                self._progress(1)
                yield public(record) if self._order.public else record

    def _records(self, group: Sequence[Json]) -> Iterator[Record]:
        members = members_of(self._ledger, [incident["id"] for incident in group])
        documents = sorted({told.document for one in members.values() for told in one.claims})
        reports = {one.id: Report(*one) for one in View(self._ledger).told_of(documents)}
        names = {} if self._order.public else named.of_documents(self._ledger.connection, documents)
        decided = Identities(on_namings(self._ledger, [one.id for some in names.values() for one in some]))
        for incident in group:
            claims, rejected = members[incident["id"]]
            told_by = tuple(_reports(claims, reports))
            if self._order.wanted.seen_by:
                documents, incident = incident["documents"], outside.incident(incident)
                told_by = tuple(replace(one, copy_of=outside.copied(one.copy_of, documents)) for one in told_by)
            yield Record(incident, claims, rejected, told_by, people(claims, rejected, names, decided))


class _Ledger:
    """The archive that exporters ask for originals and decisions."""

    def __init__(self, ledger: Ledger) -> None:
        self._view = View(ledger)

    def original(self, report: str) -> Original:
        held = self._view.whole(report)
        return Original(held.data, held.text, held.origin, held.same, dict(held.acquired))

    def judgements(self, subjects: Container[str]) -> Iterator[Json]:
        for judgement in holding(told.judgements(self._view.ledger.connection)):
            if judgement.kind not in (SAMPLE, SECOND) and all(subject in subjects for subject in judgement.subjects):
                yield contract.judgement(judgement)


def _reports(claims: Iterable[Told], reports: dict[str, Report]) -> Iterator[Report]:
    for document in dict.fromkeys(t.document for t in claims):
        yield reports[document]


def _codebook(order: Order) -> str:
    own = EXPORTERS[order.format].codebook
    if own and order.codebook and order.codebook != own:
        raise UsageError(f"--codebook: {order.format} follows the codebook {own}; leave it out")
    return own or order.codebook or "airwars"


def _in_words(wanted: Wanted) -> str:
    usual, asked = Wanted()._asdict(), wanted._replace(seen_by=())._asdict()
    return ", ".join(f"{name} {value}" for name, value in asked.items() if value != usual[name])
