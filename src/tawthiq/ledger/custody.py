"""What the ledger knows of one document's way into it and of all that was done with it since."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import or_, select

from tawthiq.errors import NotInLedger
from tawthiq.ledger import chain
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.schema import (
    ACQUISITION,
    CLAIM,
    DOCUMENT,
    JUDGEMENT,
    LOG,
    ORIGINAL,
    READING,
    SUBJECT,
    TIMESTAMP,
)  # fmt: skip

_SHORTEST = 8
_MOST = 10


class Logged(NamedTuple):
    """An entry of the log, with its hash."""

    entry: chain.Entry
    hash: str


class Kept(NamedTuple):
    """A document as it was kept: its row, its original's, and how that was come by (None: kept before version 2)."""

    document: chain.Row
    original: chain.Row
    acquisition: chain.Row | None

    @property
    def number(self) -> int:
        """The number of its entry."""
        return int(self.document["entry"])

    @property
    def text(self) -> bytes:
        """The text that its claims count in, in UTF-8."""
        text = self.document["text"]
        return bytes(self.original["bytes"] if text is None else text)


class Read(NamedTuple):
    """A reading of the document: its entry, the reader, and how many claims it found (None: those found before)."""

    number: int
    reader: str
    claims: int | None


class Stamp(NamedTuple):
    """A timestamp: its entry, the entry that it is of and that one's hash, when that was there (UTC), who says so, and
    the answer."""

    number: int
    of: int
    hash: str
    at: str
    authority: str
    answer: bytes


def named(ledger: Ledger, name: str) -> int:
    """The number of the document with this id, with this original (SHA-256, or its beginning), or whose id begins so;
    a claim's id names its document. Raises NotInLedger where there is none, or where it may be several."""
    for id in (name, name.rpartition(":")[0]):
        number = ledger.connection.execute(select(DOCUMENT.c.entry).where(DOCUMENT.c.id == id)).scalar()
        if number is not None:
            return int(number)
    like = DOCUMENT.c.id.startswith(name, autoescape=True)
    if len(name) >= _SHORTEST:
        like = or_(like, DOCUMENT.c.original.startswith(name.lower(), autoescape=True))
    found = ledger.connection.execute(select(DOCUMENT.c.entry, DOCUMENT.c.id).where(like).limit(_MOST)).all()
    if len(found) == 1:
        return int(found[0].entry)
    if found:
        raise NotInLedger(f"{ledger.where}: several are named {name!r}: {', '.join(row.id for row in found)}")
    raise NotInLedger(f"{ledger.where}: there is no report {name!r}; `tawthiq show` lists those of an incident")


def kept(ledger: Ledger, number: int) -> Kept:
    """The document of an entry."""
    ask = ledger.connection.execute
    document = ask(select(DOCUMENT).where(DOCUMENT.c.entry == number)).mappings().one()
    original = ask(select(ORIGINAL).where(ORIGINAL.c.sha256 == document["original"])).mappings().one()
    acquisition = ask(select(ACQUISITION).where(ACQUISITION.c.entry == number)).mappings().first()
    return Kept(document, original, acquisition)  # type: ignore[arg-type]


def readings(ledger: Ledger, number: int) -> list[Read]:
    """Every reading of a document, the first of which stands in its own entry."""
    found = ledger.connection.execute(
        select(READING.c.entry, READING.c.reader, READING.c.claims)
        .where(READING.c.document == number)
        .order_by(READING.c.entry)
    ).all()
    return [Read(row.entry, row.reader, _claims(ledger, row)) for row in found]


def decisions(ledger: Ledger, id: str) -> list[tuple[int, dict[str, Any]]]:
    """Every judgement on claims of a document, and those that took one back, each with its entry."""
    direct = select(SUBJECT.c.judgement).where(SUBJECT.c.subject.startswith(f"{id}:", autoescape=True))
    undone = select(SUBJECT.c.judgement).where(SUBJECT.c.subject.in_(direct))
    rows = ledger.connection.execute(
        select(JUDGEMENT.c.entry, JUDGEMENT.c.id, JUDGEMENT.c.body)
        .where(or_(JUDGEMENT.c.id.in_(direct), JUDGEMENT.c.id.in_(undone)))
        .order_by(JUDGEMENT.c.entry)
    ).all()
    return [(row.entry, chain.parsed(row.body, f"judgement {row.id}")) for row in rows]


def stamps(ledger: Ledger, number: int) -> list[Stamp]:
    """The timestamps that hold for an entry: those of it or of a later one; for entry 0, all."""
    rows = ledger.connection.execute(
        select(TIMESTAMP, LOG.c.number).join(LOG, LOG.c.hash == TIMESTAMP.c.id).where(LOG.c.number >= number)
        .order_by(TIMESTAMP.c.entry)
    )  # fmt: skip
    return [Stamp(row.entry, row.number, row.id, row.at, row.authority, bytes(row.answer)) for row in rows]


def logged(ledger: Ledger, numbers: Sequence[int]) -> dict[int, Logged]:
    """These entries of the log."""
    rows = ledger.connection.execute(select(LOG).where(LOG.c.number.in_(numbers)))
    return {row.number: _logged(row) for row in rows}


def from_entry(ledger: Ledger, number: int) -> Iterator[Logged]:
    """The log from the entry before this one (where there is one) to its end."""
    statement = select(LOG).where(LOG.c.number >= number - 1).order_by(LOG.c.number).execution_options(yield_per=500)
    return map(_logged, ledger.connection.execute(statement))


def _claims(ledger: Ledger, row: Any) -> int | None:
    if row.claims != row.entry:
        return None
    return len(ledger.connection.execute(select(CLAIM.c.id).where(CLAIM.c.entry == row.entry)).all())


def _logged(row: Any) -> Logged:
    return Logged(chain.Entry(*(getattr(row, name) for name in chain.Entry._fields)), row.hash)
