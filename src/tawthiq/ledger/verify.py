"""Checking a ledger: every record against its entry, every entry against the one before it.

Nothing is loaded as a whole: the log and each table are read side by side, in the order
of their entries.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import chain as joined
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from tawthiq.ledger import chain
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.schema import LOG, ORIGINAL, RECORDS

_STEP = 500
Rows = Iterator[Mapping[Any, Any]]


class Checked(NamedTuple):
    """An entry that was checked: its number and hash, how many records it holds, and what does not fit, if anything."""

    number: int
    hash: str
    records: int
    problem: str | None = None


def entries(ledger: Ledger) -> int:
    """How many entries the log has."""
    return ledger.connection.execute(select(func.count()).select_from(LOG)).scalar_one()


def verify(ledger: Ledger) -> Iterator[Checked]:
    """Every log entry in order, re-hashed with its records; ends at the first that does not fit."""
    with ledger.looking() as connection, ExitStack() as open_results:
        if broken := _file(ledger):
            yield Checked(0, "", 0, broken)
            return
        tables = {table: _Records(table, _rows(open_results, connection, table)) for table in RECORDS}
        before, number = chain.FIRST, 0
        for row in _rows(open_results, connection, LOG):
            number += 1
            entry = chain.Entry(*(row[name] for name in chain.Entry._fields))
            problem = _order(entry, number) or _entry(entry, tables) or _hash(before, entry, row["hash"])
            yield Checked(entry.number, row["hash"], entry.records.count("\n") + 1, problem)
            if problem:
                return
            before = row["hash"]
        for records in tables.values():
            stray = records.next_key()
            if stray:
                yield Checked(number, before, 0, f"{stray} is in no entry of the log")
                return


def _order(entry: chain.Entry, expected: int) -> str | None:
    if entry.number != expected:
        return f"entry {expected} of the log is missing"
    return None


def _hash(before: str, entry: chain.Entry, hash_: str) -> str | None:
    if chain.entry_hash(before, entry) != hash_:
        return (
            f"entry {entry.number} of the log ({entry.kind}, {entry.at}, {entry.actor}) does not fit the one before it"
        )
    return None


def _entry(entry: chain.Entry, tables: "Mapping[Table, _Records]") -> str | None:
    """What does not fit between an entry and its records."""
    listed = {
        tuple(line.split("\t")[:2]): line for line in entry.records.split("\n") if not line.startswith("version\t")
    }
    for records in tables.values():
        for row in records.of(entry.number):
            line = chain.line(records.table, row)
            name = f"{records.table.name} {chain.key(records.table, row)}"
            if listed.pop((records.table.name, chain.key(records.table, row)), None) != line:
                return f"{name} (entry {entry.number}, {entry.at}) is not as it was added"
            if records.table is ORIGINAL and chain.sha256(row["bytes"]) != row["sha256"]:
                return f"{name} (entry {entry.number}, {entry.at}): its bytes do not fit its SHA-256"
    for table, key in listed:
        return f"{table} {key} (entry {entry.number}, {entry.at}) is missing"
    return None


class _Records:
    """The records of a table, in the order of their entries."""

    def __init__(self, table: Table, rows: Rows) -> None:
        self.table = table
        self._rows = rows

    def of(self, entry: int) -> Rows:
        """The records of an entry, and those of entries that the log does not have before it."""
        for row in self._rows:
            if row["entry"] > entry:
                self._rows = joined((row,), self._rows)
                return
            yield row

    def next_key(self) -> str | None:
        """The name of the next record."""
        row = next(self._rows, None)
        return None if row is None else f"{self.table.name} {chain.key(self.table, row)}"


def _rows(open_results: ExitStack, connection: Connection, table: Table) -> Rows:
    """The rows of a table in the order of their entries, a few at a time."""
    order = table.c.number if table is LOG else table.c.entry
    statement = select(table).order_by(order).execution_options(stream_results=True, yield_per=_STEP)
    return iter(open_results.enter_context(connection.execute(statement)).mappings())


def _file(ledger: Ledger) -> str | None:
    """What SQLite finds wrong with the file itself, its indexes too."""
    if not ledger.is_sqlite:
        return None
    found = ledger.connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if found == "ok":
        return None
    return f"is damaged ({' '.join(found.split())}); keep it, and restore a copy of the ledger"
