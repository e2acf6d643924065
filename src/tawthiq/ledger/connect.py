"""Opening a ledger: a file for SQLite, an address for PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from weakref import finalize

import sqlalchemy
from sqlalchemy import Connection, Engine, NullPool, event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from tawthiq.errors import LedgerError, NoLedger, ReadOnlyLedger, UsageError, installs
from tawthiq.ledger.failures import explained
from tawthiq.ledger.migrations import migrate, version_now, version_of

PATIENCE = 30.0
# An engine keeps its statements compiled, so that it can serve every opening. Of a file it keeps no connection
# (NullPool); of a server a few, since to make one takes the server longer than most questions.
_ENGINES = 16
_CONNECTIONS = 4
_CURRENT = "current"
_POSTGRESQL = ("postgresql://", "postgres://")
_MISSING = f"PostgreSQL needs a driver that is not installed: {installs('postgres')}"
# A log of changes that is written back only when it has 64 MiB.
_PRAGMAS = (
    "PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL", "PRAGMA temp_store=MEMORY", "PRAGMA wal_autocheckpoint=16384",
)  # fmt: skip


class Use(NamedTuple):
    """What a ledger is opened for: `writes` to add to it, `makes` also where there is none yet.

    `patience` is how many seconds to wait for another program that writes, `pages` how many MiB of a file's pages stay
    in memory.
    """

    writes: bool
    makes: bool = False
    patience: float = PATIENCE
    pages: int = 64


LOOK = Use(writes=False)
JUDGE = Use(writes=True)
ADD = Use(writes=True, makes=True)


class Ledger:
    """An open ledger: one connection. `where` is how the user named it, without a password; `writable` is False
    for a file that may not be written to."""

    def __init__(self, connection: Connection, where: str, *, writable: bool = True) -> None:
        self.connection = connection
        self.where = where
        self.writable = writable

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file, not a server."""
        return self.connection.dialect.name == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that alone may add; all of it is kept at the end, or nothing."""
        with explained(self.where), self.connection.begin():
            if not self.is_sqlite:
                self.connection.exec_driver_sql("LOCK TABLE log IN EXCLUSIVE MODE")
            yield self.connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A transaction that sees the ledger as it is now, whatever others add meanwhile."""
        self.connection.info["looks"] = True
        try:
            with explained(self.where), self.connection.begin():
                if not self.is_sqlite:
                    self.connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                yield self.connection
        finally:
            self.connection.info["looks"] = False


@contextmanager
def opened(url: str, use: Use = LOOK) -> Iterator[Ledger]:
    """The ledger at a file's path, `sqlite:///path` or `postgresql://…`. Raises LedgerError."""
    found = _engine(url, use)
    with explained(found.where), found.engine.connect() as connection:
        ledger = Ledger(connection, found.where, writable=found.writable)
        _prepare(ledger, use)
        yield ledger


def _prepare(ledger: Ledger, use: Use) -> None:
    """Make the tables where there are none and that is wanted, and bring those of an older version up to date."""
    known = ledger.connection.info
    with ledger.looking() as connection:
        version = version_now(connection) if _CURRENT in known else version_of(connection, ledger.where)
    if version.current:
        known[_CURRENT] = True
        return
    if version.number == 0 and not use.makes:
        raise NoLedger(f"{ledger.where}: holds no ledger yet; `tawthiq add` makes one")
    if version.number and not use.writes:
        raise LedgerError(
            f"{ledger.where}: is of an older version; `tawthiq add` brings it up to date (keep a copy), then look again"
        )
    with explained(ledger.where), ledger.connection.begin():
        migrate(ledger.connection, ledger.where)


class _Engine:
    """An engine, how the user named the ledger, and whether it may be written to, as far as can be seen."""

    def __init__(self, engine: Engine, where: str, *, writable: bool) -> None:
        self.engine = engine
        self.where = where
        self.writable = writable


def _engine(url: str, use: Use) -> _Engine:
    if url.startswith(_POSTGRESQL):
        return _server(url, use)
    if "://" in url and not url.startswith("sqlite:///"):
        raise UsageError(f"--ledger: {url!r} is neither a file nor postgresql://…")
    path = Path(url.removeprefix("sqlite:///"))
    if not use.makes and not path.exists():
        raise NoLedger(f"{path}: there is no ledger; `tawthiq add` makes one, --ledger names another")
    if path.is_dir():
        raise NoLedger(f"{path}: is a folder; name a file in it, such as {path / 'tawthiq.db'}")
    writable = _writable(path)
    if use.writes and not writable:
        raise ReadOnlyLedger(
            f"{path}: may not be written to; change its permissions, or copy the ledger to a folder of your own"
        )
    return _Engine(_file(path, use, writable), str(path), writable=writable)


@lru_cache(maxsize=_ENGINES)
def _server(url: str, use: Use) -> _Engine:
    # Nothing is prepared: a plan made once for all words is a bad one for words that stand in most reports.
    try:
        address = sqlalchemy.make_url("postgresql+psycopg://" + url.partition("://")[2])
        engine = sqlalchemy.create_engine(
            address, pool_size=_CONNECTIONS, max_overflow=-1, pool_pre_ping=True,
            connect_args={"connect_timeout": 10, "options": f"-c lock_timeout={int(use.patience * 1000)}",
                          "prepare_threshold": None},
        )  # fmt: skip
    except (ArgumentError, ValueError) as error:
        raise UsageError("--ledger: the address is not postgresql://user:password@host:port/database") from error
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise UsageError(_MISSING) from error
    found = _Engine(engine, address.set(drivername="postgresql").render_as_string(hide_password=True), writable=True)
    finalize(found, engine.dispose)  # once nobody holds it, its connections are closed
    return found


@lru_cache(maxsize=_ENGINES)
def _file(path: Path, use: Use, writable: bool) -> Engine:
    """SQLite with a log of changes (WAL). A file that may not be written to is opened for looking only."""

    def connect() -> sqlite3.Connection:
        mode = "mode=rwc" if use.makes else "mode=rw"
        if not writable:
            mode = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=use.patience, isolation_level=None,
            check_same_thread=False,
        )  # fmt: skip
        try:
            if writable:
                connection.execute("PRAGMA journal_mode=WAL")
            for pragma in (*_PRAGMAS, f"PRAGMA cache_size={-1024 * use.pages}"):
                connection.execute(pragma)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = sqlalchemy.create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if connection.info.get("looks") else "BEGIN IMMEDIATE")

    return engine


def _writable(path: Path) -> bool:
    """Whether the file, or one beside it where it is not there yet, can be written."""
    if not path.exists():
        return True
    try:
        with closing(path.open("r+b")):
            return True
    except OSError:
        return False
