"""Adding to the ledger: every record in the same transaction as the log entry that names it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select

from tawthiq import contract
from tawthiq.errors import DamagedLedger
from tawthiq.incidents import Judgement
from tawthiq.ledger import chain, search
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.records import Author, Known, Link, Read, Superseded
from tawthiq.ledger.schema import CLAIM, DOCUMENT, FAILURE, JUDGEMENT, LINK, LOG, ORIGINAL, READING, RECORDS, TODAY
from tawthiq.ledger.told import judgement_body
from tawthiq.model import Document
from tawthiq.sources import Report

Rows = Mapping[Table, Sequence[Mapping[str, Any]]]


def now() -> str:
    """The time in UTC, as the log writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Writer:
    """Adds to one ledger in the name of one author. Everything is added inside `batch`."""

    def __init__(self, ledger: Ledger, author: Author, clock: Callable[[], str] = now) -> None:
        self.ledger = ledger
        self.author = author
        self._clock = clock
        self._number = 0
        self._hash = chain.FIRST
        self.moved = True  # whether another program added since the last batch, or the last one was not kept

    @contextmanager
    def batch(self) -> Iterator[Connection]:
        """A transaction: what is added in it is kept as a whole, or not at all."""
        with self.ledger.writing() as connection:
            last = connection.execute(select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)).first()
            if last is None:
                raise DamagedLedger(f"{self.ledger.where}: its log is empty; restore a copy of the ledger")
            self.moved = last.number != self._number
            self._number, self._hash = last.number, last.hash
            yield connection

    def append(self, kind: str, rows: Rows) -> int:
        """Add one log entry with its records, and return its number."""
        number = self._number + 1
        lines = [chain.line(table, row) for table in RECORDS for row in rows.get(table, ())]
        author, tool = chain.storable(self.author.who), self.author.tool
        entry = chain.Entry(number, self._clock(), author, tool, kind, "\n".join(lines))
        hash_ = chain.entry_hash(self._hash, entry)
        execute = self.ledger.connection.execute
        execute(insert(LOG), {**entry._asdict(), "hash": hash_})
        for table in RECORDS:
            if rows.get(table):
                execute(insert(table), [{**row, "entry": number} for row in rows[table]])
        self._number, self._hash = number, hash_
        return number

    def document(self, report: Report, document: Document, read: Read) -> Known:
        """Add a report that is not there yet, with its first reading."""
        same = fingerprint(report)
        id = self._free_id(chain.storable(document.id), same)
        about = {**contract.about(document), "id": id}
        rows: dict[Table, list[dict[str, Any]]] = {
            DOCUMENT: [{
                "id": id, "same": same, "original": report.sha256, "origin": chain.storable(report.origin),
                "about": chain.canonical(about), "text": _text(report),
            }],
            READING: [_reading_row(self._number + 1, read, self._number + 1)],
            CLAIM: [_claim_row(id, claim) for claim in read.claims],
        }  # fmt: skip
        connection = self.ledger.connection
        if not connection.execute(select(ORIGINAL.c.entry).where(ORIGINAL.c.sha256 == report.sha256)).first():
            rows[ORIGINAL] = [{"sha256": report.sha256, "bytes": report.data}]
        number = self.append("report", rows)
        search.add(connection, number, (report.text, report.title or "", report.outlet or ""))
        self._today(number, number, id, read)
        return Known(number, id, read.published, number)

    def reading(self, document: Known, read: Read) -> Superseded:
        """Add a later reading of a document; its claims are the document's claims from now on."""
        rows: Rows = {
            READING: [_reading_row(document.number, read, self._number + 1)],
            CLAIM: [_claim_row(document.id, claim) for claim in read.claims],
        }
        number = self.append("reading", rows)
        return Superseded(number, self._today(document.number, number, document.id, read))

    def reading_alike(self, document: Known, read: Read) -> int:
        """Add a later reading that found what the one before found."""
        return self.append("reading", {READING: [_reading_row(document.number, read, document.reading)]})

    def failure(self, reason: str) -> bool:
        """Add that something could not be read; False where that very failure is known."""
        id = chain.sha256(chain.canonical(reason).encode())
        if self.ledger.connection.execute(select(FAILURE.c.id).where(FAILURE.c.id == id)).first():
            return False
        self.append("failure", {FAILURE: [{"id": id, "reason": chain.storable(reason)}]})
        return True

    def links(self, links: Sequence[Link]) -> int | None:
        """Add links; those that say what holds already should not be given."""
        if not links:
            return None
        rows = [{**link._asdict(), "because": chain.canonical(list(link.because))} for link in links]
        number = self.append("links", {LINK: rows})
        self.ledger.connection.execute(
            TODAY.update().where(TODAY.c.claim == bindparam("of")).values(incident=bindparam("to")),
            [{"of": link.claim, "to": link.incident} for link in links],
        )
        return number

    def judgements(self, judgements: Sequence[Judgement]) -> int:
        """Add decisions of a person."""
        return self.append("judgement", {JUDGEMENT: [{"id": j.id, "body": judgement_body(j)} for j in judgements]})

    def _free_id(self, id: str, same: str) -> str:
        taken = self.ledger.connection.execute(select(DOCUMENT.c.entry).where(DOCUMENT.c.id == id)).first()
        return f"{id}~{same[:8]}" if taken else id

    def _today(self, document: int, reading: int, id: str, read: Read) -> tuple[str, ...]:
        """The claims of this reading take the place of those before, and keep the incident of a claim that stays.
        Returns the incidents of those before."""
        connection = self.ledger.connection
        kept: dict[str, str | None] = {}
        if document != reading:
            before = connection.execute(select(TODAY.c.claim, TODAY.c.incident).where(TODAY.c.document == document))
            kept = dict(before.all())
            connection.execute(TODAY.delete().where(TODAY.c.document == document))
        rows = [
            {"claim": claim, "document": document, "reading": reading, "incident": kept.get(claim)}
            for claim in (claim_id(id, c.id) for c in read.claims)
        ]
        if rows:
            connection.execute(insert(TODAY), rows)
        return tuple(sorted({incident for incident in kept.values() if incident is not None}))


def fingerprint(report: Report) -> str:
    """By what a report is known again: the hash of its bytes and what else tells it from another."""
    return chain.sha256(chain.canonical([report.sha256, *report.identity]).encode())


def claim_id(document: str, claim: str) -> str:
    """The id of a claim in the ledger."""
    return f"{document}:{claim}"


def _reading_row(document: int, read: Read, claims: int) -> dict[str, Any]:
    return {"document": document, "reader": read.reader, "published": read.published, "claims": claims}


def _claim_row(document: str, claim: Any) -> dict[str, Any]:
    return {"id": claim_id(document, claim.id), "body": chain.canonical(contract.claim(claim))}


def _text(report: Report) -> bytes | None:
    """The text, None where the original is just that."""
    text = report.text.encode("utf-8", "surrogatepass")
    return None if text == report.data else text
