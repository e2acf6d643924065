"""Which values came before, for any number of them: kept on disk, a megabyte of them in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

# A database without a name is a file of its own that goes with the connection.
_NAMELESS = ""
_BEGIN = """
PRAGMA journal_mode=OFF;
PRAGMA cache_size=-1024;
CREATE TABLE seen (value BLOB PRIMARY KEY) WITHOUT ROWID;
BEGIN;
"""


class Seen:
    """Values that came."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, value: str) -> bool:
        """Keep a value; returns whether it is the first time."""
        return self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (_bytes(value),)).rowcount == 1

    def __contains__(self, value: object) -> bool:
        found = self._database.execute("SELECT 1 FROM seen WHERE value = ?", (_bytes(str(value)),))
        return found.fetchone() is not None


@contextmanager
def seen() -> Iterator[Seen]:
    """Nothing came yet; at the end nothing is left on disk."""
    with closing(sqlite3.connect(_NAMELESS, isolation_level=None)) as database:
        database.executescript(_BEGIN)
        yield Seen(database)


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")
