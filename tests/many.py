"""A ledger many times as large as another, quickly: its records again and again under other names."""

import re
import sqlite3
from contextlib import closing

_TABLES = (
    "original", "document", "reading", "claim", "victim", "acquisition", "copy", "today", "incident", "shown", "tells",
)  # fmt: skip
_HASHES = ("same", "original", "sha256")
_NAMES = ("id", "claim", "incident")


def multiply(ledger: str, times: int) -> None:
    """Let a ledger of a few reports hold them so many times. Its log knows nothing of it."""
    with closing(sqlite3.connect(ledger)) as database, database:
        many = _Many(database)
        for table in _TABLES:
            rows = database.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in rows.description]
            added = (
                [many.again(f"{table}.{column}", value, at) for column, value in zip(columns, row, strict=True)]
                for row in rows.fetchall()
                for at in range(1, times)
            )
            database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", added)


class _Many:
    """What a value becomes in a repetition."""

    def __init__(self, database: sqlite3.Connection) -> None:
        names = [row[0] for row in database.execute("SELECT id FROM document UNION SELECT id FROM incident")]
        some = "|".join(map(re.escape, names))
        self._name = re.compile(rf"^({some})(?=:|$)")
        # In JSON a whole text that is no key.
        self._in_json = re.compile(rf'"(?=({some})(:[^"]*)?"(?!:))')
        self._entries, self._incidents = database.execute(
            "SELECT (SELECT max(number) FROM log), (SELECT max(number) FROM incident)"
        ).fetchone()

    def again(self, column: str, value: object, at: int) -> object:
        name = column.partition(".")[2]
        if isinstance(value, int):
            if column in ("incident.number", "tells.incident"):
                return value + at * self._incidents
            return value + at * self._entries if name in ("entry", "document", "reading", "claims", "root") else value
        if name in _HASHES and isinstance(value, str):
            return f"{value[:-6]}{at:06}"
        if name in _NAMES and isinstance(value, str):
            return self._name.sub(rf"{at}\1", value)
        return self._in_json.sub(f'"{at}', value) if name == "body" and isinstance(value, str) else value
