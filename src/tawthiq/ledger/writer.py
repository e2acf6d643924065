"""Adding to the ledger: every record in the same transaction as the log entry that names it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select

from tawthiq import contract
from tawthiq.errors import DamagedLedger
from tawthiq.incidents import Judgement
from tawthiq.ledger import chain, named, search
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.records import Arrival, Author, Known, Link, Read, Superseded
from tawthiq.ledger.schema import (
    ACQUISITION,
    CLAIM,
    DOCUMENT,
    FAILURE,
    JUDGEMENT,
    LINK,
    LOG,
    ORIGINAL,
    READING,
    RECORDS,
    SUBJECT,
    TIMESTAMP,
    TODAY,
    VICTIM,
)
from tawthiq.ledger.told import judgement_body
from tawthiq.model import Document, Victim
from tawthiq.sources import Acquired, Report

# Statements are made once: making one takes longer than asking it.
_LAST = select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)
_ADD = {table: insert(table) for table in (LOG, *RECORDS, TODAY, SUBJECT)}
_ORIGINAL = select(ORIGINAL.c.entry).where(ORIGINAL.c.sha256 == bindparam("of"))
_ID = select(DOCUMENT.c.entry).where(DOCUMENT.c.id == bindparam("of"))
_MOVE = TODAY.update().where(TODAY.c.claim == bindparam("of")).values(incident=bindparam("to"))

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
            last = connection.execute(_LAST).first()
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
        execute(_ADD[LOG], {**entry._asdict(), "hash": hash_})
        for table in RECORDS:
            if rows.get(table):
                execute(_ADD[table], [{**row, "entry": number} for row in rows[table]])
        self._number, self._hash = number, hash_
        return number

    def arrival(self, report: Report, document: Document) -> Arrival:
        """What a report that is not there yet will be called."""
        id = chain.storable(document.id)
        if self.ledger.connection.execute(_ID, {"of": id}).first():
            id = f"{id}~{fingerprint(report)[:8]}"
        return Arrival(self._number + 1, report, replace(document, id=id))

    def document(self, arrival: Arrival, read: Read, links: Sequence[Link]) -> Known:
        """Add a report with its first reading and the links of its claims. It must be the next thing that is added."""
        number, report, document = arrival
        rows: dict[Table, list[dict[str, Any]]] = {
            DOCUMENT: [{
                "id": document.id, "same": fingerprint(report), "original": report.sha256,
                "origin": chain.storable(report.origin), "about": chain.canonical(contract.about(document)),
                "text": _text(report),
            }],
            READING: [_reading_row(number, read, number)],
            CLAIM: [_claim_row(document.id, claim) for claim in read.claims],
            VICTIM: [_victim_row(document.id, victim) for victim in read.victims],
            LINK: [_link_row(link) for link in links],
            ACQUISITION: [{"document": document.id, "body": chain.canonical(_acquisition(report.acquired))}],
        }  # fmt: skip
        connection = self.ledger.connection
        if not connection.execute(_ORIGINAL, {"of": report.sha256}).first():
            rows[ORIGINAL] = [{"sha256": report.sha256, "bytes": report.data}]
        self.append("report", rows)
        search.add(connection, number, (report.text, report.title or "", report.outlet or ""))
        self._today((number, number, document.id), read, {link.claim: link.incident for link in links})
        own = {claim_id(document.id, claim.id) for claim in read.claims}
        self._move([link for link in links if link.claim not in own])
        return Known(number, document.id, read.published, number)

    def reading(self, document: Known, read: Read) -> Superseded:
        """Add a later reading of a document; its claims are the document's claims from now on."""
        rows: Rows = {
            READING: [_reading_row(document.number, read, self._number + 1)],
            CLAIM: [_claim_row(document.id, claim) for claim in read.claims],
            VICTIM: [_victim_row(document.id, victim) for victim in read.victims],
        }
        number = self.append("reading", rows)
        before = self._replaced(document.number)
        self._today((document.number, number, document.id), read, before)
        return Superseded(number, tuple(sorted({incident for incident in before.values() if incident is not None})))

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
        number = self.append("links", {LINK: [_link_row(link) for link in links]})
        self._move(links)
        return number

    def judgements(self, judgements: Sequence[Judgement]) -> int:
        """Add decisions of a person."""
        subjects = [
            {"subject": subject, "judgement": j.id} for j in judgements for subject in dict.fromkeys(j.subjects)
        ]
        if subjects:
            self.ledger.connection.execute(_ADD[SUBJECT], subjects)
        return self.append("judgement", {JUDGEMENT: [{"id": j.id, "body": judgement_body(j)} for j in judgements]})

    def timestamp(self, hash_: str, at: str, authority: str, answer: bytes) -> int:
        """Add what an authority answered of when an entry's hash was there."""
        row = {"id": hash_, "at": at, "authority": chain.storable(authority), "answer": answer}
        return self.append("timestamp", {TIMESTAMP: [row]})

    def _move(self, links: Sequence[Link]) -> None:
        if links:
            self.ledger.connection.execute(_MOVE, [{"of": link.claim, "to": link.incident} for link in links])

    def _replaced(self, document: int) -> dict[str, str | None]:
        """Take the claims of a document away from those of today; gives the incident of each."""
        connection = self.ledger.connection
        before = connection.execute(select(TODAY.c.claim, TODAY.c.incident).where(TODAY.c.document == document)).all()
        connection.execute(TODAY.delete().where(TODAY.c.document == document))
        named.leave_out(connection, document)
        return dict(before)

    def _today(self, of: tuple[int, int, str], read: Read, homes: Mapping[str, str | None]) -> None:
        """The claims and the named victims of this reading are those of today; `of` is the number of the document, of
        the reading and the document's id, `homes` the incident of each claim that is in one."""
        document, reading, id = of
        rows = [
            {"claim": claim, "document": document, "reading": reading, "incident": homes.get(claim)}
            for claim in (claim_id(id, c.id) for c in read.claims)
        ]
        if rows:
            self.ledger.connection.execute(_ADD[TODAY], rows)
        names = ((claim_id(id, victim.id), victim.name) for victim in read.victims)
        named.index(self.ledger.connection, document, names)


def fingerprint(report: Report) -> str:
    """By what a report is known again: the hash of its bytes and what else tells it from another."""
    return report.same or chain.sha256(chain.canonical([report.known_by or report.sha256, *report.identity]).encode())


def claim_id(document: str, claim: str) -> str:
    """The id of a claim, or of a named victim, in the ledger."""
    return f"{document}:{claim}"


def _reading_row(document: int, read: Read, claims: int) -> dict[str, Any]:
    return {"document": document, "reader": read.reader, "published": read.published, "claims": claims}


def _link_row(link: Link) -> dict[str, Any]:
    return {"claim": link.claim, "incident": link.incident, "because": chain.canonical(list(link.because))}


def _claim_row(document: str, claim: Any) -> dict[str, Any]:
    return {"id": claim_id(document, claim.id), "body": chain.canonical(contract.claim(claim))}


def _victim_row(document: str, victim: Victim) -> dict[str, Any]:
    return {"id": claim_id(document, victim.id), "body": chain.canonical(contract.victim(victim))}


def _acquisition(acquired: Acquired) -> dict[str, Any]:
    return {name: value for name, value in asdict(acquired).items() if value}


def _text(report: Report) -> bytes | None:
    """The text, None where the original is just that."""
    text = report.text.encode("utf-8", "surrogatepass")
    return None if text == report.data else text
