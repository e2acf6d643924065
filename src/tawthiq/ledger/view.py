"""Looking into the ledger: documents and what is known of them. Nothing here adds."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Table, func, select

from tawthiq import contract
from tawthiq.errors import NotInLedger
from tawthiq.ledger import chain
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.groups import MOST, in_groups
from tawthiq.ledger.records import Held, Known, Last, Logged, Telling, Whole
from tawthiq.ledger.schema import ACQUISITION, CLAIM, COPY, DOCUMENT, LOG, ORIGINAL, READING, VICTIM
from tawthiq.model import Claim, Victim

_ROOT = DOCUMENT.alias()


class View:
    """What stands in one ledger, as of the latest reading of each document."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def known(self, same: Iterable[str]) -> dict[str, Known]:
        """Of these fingerprints, those of documents that are there."""
        found: dict[str, Known] = {}
        for some in in_groups(list(same)):
            rows = self.ledger.connection.execute(
                select(DOCUMENT.c.same, DOCUMENT.c.entry, DOCUMENT.c.id, READING.c.published, READING.c.claims)
                .select_from(DOCUMENT)
                .join(READING, READING.c.entry == _newest())
                .where(DOCUMENT.c.same.in_(some))
            )
            found.update((row.same, Known(row.entry, row.id, row.published, row.claims)) for row in rows)
        return found

    def document(self, id: str) -> Held:
        """A document by its id. Raises NotInLedger."""
        row = self.ledger.connection.execute(_documents().where(DOCUMENT.c.id == id)).first()
        if row is None:
            raise NotInLedger(f"{self.ledger.where}: there is no document {id!r}; `tawthiq show` lists an incident's")
        return _held(row)

    def documents(self, after: int = 0, most: int = MOST) -> list[Held]:
        """Documents in the order in which they were added, those after a number."""
        statement = _documents().where(DOCUMENT.c.entry > after).order_by(DOCUMENT.c.entry).limit(most)
        return [_held(row) for row in self.ledger.connection.execute(statement)]

    def original(self, sha256: str) -> bytes:
        """The bytes of an original. Raises NotInLedger."""
        data = self.ledger.connection.execute(select(ORIGINAL.c.bytes).where(ORIGINAL.c.sha256 == sha256)).scalar()
        if data is None:
            raise NotInLedger(f"{self.ledger.where}: there is no original {sha256}")
        return bytes(data)

    def claims(self, reading: int) -> tuple[Claim, ...]:
        """The claims of a reading, in the order of the text."""
        rows = self.ledger.connection.execute(select(CLAIM.c.id, CLAIM.c.body).where(CLAIM.c.entry == reading))
        found = [contract.claim_of(chain.parsed(row.body, f"claim {row.id}")) for row in rows]
        return tuple(sorted(found, key=lambda claim: (claim.span, claim.id)))

    def victims(self, reading: int) -> tuple[Victim, ...]:
        """The named victims of a reading, in the order of the text."""
        rows = self.ledger.connection.execute(select(VICTIM.c.id, VICTIM.c.body).where(VICTIM.c.entry == reading))
        found = [contract.victim_of(chain.parsed(row.body, f"victim {row.id}")) for row in rows]
        return tuple(sorted(found, key=lambda victim: (victim.span, victim.id)))

    def victim_ids(self, document: Known) -> list[str]:
        """The own ids («v3») of every named victim that any reading of a document ever had."""
        return self._ids(VICTIM, document)

    def claim_ids(self, document: Known) -> list[str]:
        """The own ids («c3») of every claim that any reading of a document ever had."""
        return self._ids(CLAIM, document)

    def _ids(self, table: Table, document: Known) -> list[str]:
        rows = self.ledger.connection.execute(
            select(table.c.id)
            .join(READING, READING.c.entry == table.c.entry)
            .where(READING.c.document == document.number)
        )
        return sorted({id[len(document.id) + 1 :] for id in rows.scalars()})

    def told_of(self, ids: Sequence[str]) -> list[Telling]:
        """Of these documents what is told of them, without their texts, by id."""
        found: list[Telling] = []
        for some in in_groups(ids):
            statement = (
                select(
                    DOCUMENT.c.id, DOCUMENT.c.about, DOCUMENT.c.original, READING.c.published, _ROOT.c.id.label("root")
                )
                .select_from(DOCUMENT)
                .join(READING, READING.c.entry == _newest())
                .join(COPY, COPY.c.document == DOCUMENT.c.entry)
                .join(_ROOT, _ROOT.c.entry == COPY.c.root)
                .where(DOCUMENT.c.id.in_(some))
            )
            found += [_telling(row) for row in self.ledger.connection.execute(statement)]
        return sorted(found, key=lambda one: one.id)

    def whole(self, id: str) -> Whole:
        """A document with its original, by its id. Raises NotInLedger."""
        row = self.ledger.connection.execute(
            select(DOCUMENT.c.text, DOCUMENT.c.origin, DOCUMENT.c.same, ORIGINAL.c.bytes, ACQUISITION.c.body)
            .select_from(DOCUMENT)
            .join(ORIGINAL, ORIGINAL.c.sha256 == DOCUMENT.c.original)
            .outerjoin(ACQUISITION, ACQUISITION.c.entry == DOCUMENT.c.entry)
            .where(DOCUMENT.c.id == id)
        ).first()
        if row is None:
            raise NotInLedger(f"{self.ledger.where}: there is no document {id!r}")
        text = None if row.text is None else bytes(row.text).decode("utf-8", "surrogatepass")
        acquired = chain.parsed(row.body, f"acquisition of {id}") if row.body else {}
        return Whole(bytes(row.bytes), text, row.origin, row.same, acquired)

    def last(self) -> Last:
        """The last log entry."""
        row = self.ledger.connection.execute(
            select(LOG.c.number, LOG.c.hash, LOG.c.at).order_by(LOG.c.number.desc()).limit(1)
        ).one()
        return Last(row.number, row.hash, row.at)

    def entries(self, before: int | None, most: int) -> tuple[Logged, ...]:
        """Entries of the log, the latest first; those before a number."""
        statement = select(LOG).order_by(LOG.c.number.desc()).limit(most)
        rows = self.ledger.connection.execute(statement if before is None else statement.where(LOG.c.number < before))
        return tuple(
            Logged(row.number, row.at, row.actor, row.kind, len(row.records.splitlines()), row.hash) for row in rows
        )

    def head(self) -> tuple[int, str]:
        """The number and the hash of the last log entry."""
        row = self.ledger.connection.execute(
            select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)
        ).one()
        return row.number, row.hash


def _newest() -> Any:
    other = READING.alias()
    return (
        select(func.max(other.c.entry))
        .where(other.c.document == DOCUMENT.c.entry)
        .correlate(DOCUMENT)
        .scalar_subquery()
    )


def _documents() -> Any:
    return (
        select(
            DOCUMENT.c.entry, DOCUMENT.c.id, DOCUMENT.c.original, DOCUMENT.c.origin, DOCUMENT.c.about, DOCUMENT.c.text,
            ORIGINAL.c.bytes, READING.c.claims.label("reading"), READING.c.reader, READING.c.published,
        )
        .select_from(DOCUMENT)
        .join(ORIGINAL, ORIGINAL.c.sha256 == DOCUMENT.c.original)
        .join(READING, READING.c.entry == _newest())
    )  # fmt: skip


def _telling(row: Any) -> Telling:
    about = chain.parsed(row.about, f"document {row.id}")
    copy_of = row.root if row.root != row.id else None
    return Telling(row.id, about["title"], about["outlet"], about["url"], row.published, row.original, copy_of)


def _held(row: Row[Any]) -> Held:
    about = chain.parsed(row.about, f"document {row.id}")
    data = row.text if row.text is not None else row.bytes
    return Held(
        row.entry, row.id, row.original, row.origin, about["title"], about["url"], about["outlet"], row.published,
        bytes(data).decode("utf-8", "surrogatepass"), row.reading, row.reader,
    )  # fmt: skip
