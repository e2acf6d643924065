"""Canonical JSON, digests of records, and the hash by which a log entry holds on to the one before it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Table

from tawthiq.errors import DamagedLedger

FIRST = "0" * 64
Row = Mapping[str, Any]


class Entry(NamedTuple):
    """What a log entry says, without its hash."""

    number: int
    at: str
    actor: str
    tool: str
    kind: str
    records: str


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces. A lone surrogate is written as its escape, so that any database takes it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def parsed(text: str, what: str) -> Any:
    """The value of canonical JSON in the ledger. Raises DamagedLedger naming the record."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise DamagedLedger(f"{what} is damaged; `tawthiq verify` tells more") from error


def storable(text: str) -> str:
    """The text without what a database refuses: lone surrogates and zeros become their escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def sha256(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def key(table: Table, row: Row) -> str:
    """The name of a record in its entry: its key without the entry's number, else what it is about."""
    names = [column.name for column in table.primary_key if column.name != "entry"]
    return "/".join(str(row[name]) for name in names or [next(n for n in ("id", "document") if n in table.c)])


def line(table: Table, row: Row) -> str:
    """A record's line in its entry: table, key and digest, separated by tabs."""
    values = [_plain(row[column.name]) for column in table.columns if column.name != "entry"]
    return f"{table.name}\t{key(table, row)}\t{sha256(canonical(values).encode())}"


def entry_hash(before: str, entry: Entry) -> str:
    """The hash of an entry that follows the one whose hash is `before`."""
    return sha256(f"{before}\n{canonical(list(entry))}".encode())


def _plain(value: object) -> object:
    return sha256(value) if isinstance(value, bytes) else value
