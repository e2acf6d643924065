"""The accounts of a team, their sessions and their tokens, beside the ledger in one database.

They are no records: they change, and none of them is in the log. What an account decides is.
"""

from typing import NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
    update,
)

_METADATA = MetaData()
ACCOUNT = Table(
    "account", _METADATA,
    Column("name", String(80), primary_key=True),
    Column("role", String(10), nullable=False),
    Column("password", Text, nullable=False),
    Column("secret", Text, nullable=True),
    Column("last_code", String(10), nullable=True),
)  # fmt: skip
# A session or a token, under the SHA-256 of what its holder shows. `label` is None for a session; times are seconds.
KEY = Table(
    "account_key", _METADATA,
    Column("hash", String(64), primary_key=True),
    Column("account", String(80), nullable=False, index=True),
    Column("label", Text, nullable=True),
    Column("begun", Integer, nullable=False),
    Column("used", Integer, nullable=False),
)  # fmt: skip


class Account(NamedTuple):
    """An account: `password` is its argon2 hash, `secret` that of its time codes, where it has them, and `last_code`
    the one that was used last: none is taken twice."""

    name: str
    role: str
    password: str
    secret: str | None = None
    last_code: str | None = None


class Key(NamedTuple):
    """What a holder shows, by its hash."""

    hash: str
    account: str
    label: str | None
    begun: int
    used: int


def make(connection: Connection) -> None:
    """Make the tables where they are not there."""
    _METADATA.create_all(connection)


def accounts(connection: Connection) -> tuple[Account, ...]:
    """Every account by name; none where there are no tables yet."""
    if not inspect(connection).has_table(ACCOUNT.name):
        return ()
    return tuple(Account(*row) for row in connection.execute(select(ACCOUNT).order_by(ACCOUNT.c.name)))


def keep(connection: Connection, account: Account) -> None:
    """Keep an account as it is now."""
    connection.execute(delete(ACCOUNT).where(ACCOUNT.c.name == account.name))
    connection.execute(insert(ACCOUNT), account._asdict())


def remove(connection: Connection, name: str) -> None:
    """Take an account away, with its sessions and tokens."""
    connection.execute(delete(ACCOUNT).where(ACCOUNT.c.name == name))
    forget(connection, name)


def forget(connection: Connection, name: str) -> None:
    """End every session and token of an account."""
    connection.execute(delete(KEY).where(KEY.c.account == name))


def add_key(connection: Connection, key: Key) -> None:
    """Keep a session or a token."""
    connection.execute(insert(KEY), key._asdict())


def end_key(connection: Connection, hash: str) -> None:
    """End a session or a token."""
    connection.execute(delete(KEY).where(KEY.c.hash == hash))


def used(connection: Connection, hash: str, now: int) -> None:
    """A session or a token was shown."""
    connection.execute(update(KEY).where(KEY.c.hash == hash).values(used=now))


def holder(connection: Connection, hash: str) -> tuple[Key, Account] | None:
    """A session or a token with its account."""
    statement = select(KEY, ACCOUNT).join(ACCOUNT, ACCOUNT.c.name == KEY.c.account).where(KEY.c.hash == hash)
    row = connection.execute(statement).first()
    if row is None:
        return None
    parts = len(Key._fields)
    return Key(*row[:parts]), Account(*row[parts:])


def keys(connection: Connection, name: str) -> tuple[Key, ...]:
    """The tokens of an account."""
    statement = select(KEY).where(KEY.c.account == name, KEY.c.label.is_not(None)).order_by(KEY.c.begun)
    return tuple(Key(*row) for row in connection.execute(statement))
