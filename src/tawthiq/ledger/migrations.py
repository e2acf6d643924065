"""Making the tables, and bringing a ledger of an older version up to date.

A version is a number. UPGRADES has one step from each released version to the next;
each runs in one transaction with those after it, adds to the log, and changes no record.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Table, inspect, select, true

from tawthiq import __version__
from tawthiq.errors import DamagedLedger, NewerLedger, NoLedger
from tawthiq.ledger import named, search, standing, told
from tawthiq.ledger.chain import FIRST, Entry, entry_hash
from tawthiq.ledger.schema import (
    ACQUISITION,
    CALLED,
    FEED,
    INCIDENT,
    JUDGEMENT,
    KIND,
    LOG,
    META,
    METADATA,
    NAMING,
    RECORDS,
    SEEN,
    SHOWN,
    SUBJECT,
    TELLS,
    TIMESTAMP,
    TODAY,
    VICTIM,
)  # fmt: skip

VERSION = 6

_REFUSE_SQLITE = (
    "CREATE TRIGGER {table}_no_{what} BEFORE {what} ON \"{table}\" "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
)  # fmt: skip
_REFUSE_FUNCTION = (
    "CREATE OR REPLACE FUNCTION tawthiq_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the ledger is only ever added to'; END $$"
)
_REFUSE_POSTGRESQL = (
    'CREATE TRIGGER {table}_no_{what} BEFORE {what} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION tawthiq_refuse()'
)


class Version(NamedTuple):
    """The version of a ledger's tables, 0 where there are none."""

    number: int

    @property
    def current(self) -> bool:
        """Whether this program works with it as it is."""
        return self.number == VERSION


def version_of(connection: Connection, where: str) -> Version:
    """The version of the ledger. Raises NewerLedger, and NoLedger for a database of something else."""
    tables = set(inspect(connection).get_table_names())
    if META.name not in tables or LOG.name not in tables:
        if tables:
            raise NoLedger(f"{where}: is a database of something else; name another file or an empty database")
        return Version(0)
    found = dict(connection.execute(select(META.c.name, META.c.value)).all())
    if not found.get("version", "").isdecimal():
        raise DamagedLedger(f"{where}: does not say which version it is; restore a copy of the ledger")
    number = int(found["version"])
    if number > VERSION:
        raise NewerLedger(
            f"{where}: was made by a newer Tawthiq ({found.get('tool', 'unknown')}); "
            f"this is {__version__}, update it; nothing was changed"
        )
    return Version(number)


def version_now(connection: Connection) -> Version:
    """The version of a database that was found to be a ledger."""
    number = connection.execute(select(META.c.value).where(META.c.name == "version")).scalar_one()
    return Version(int(number))


def migrate(connection: Connection, where: str) -> None:
    """Bring the tables to this version, from none or from an older one."""
    number = version_of(connection, where).number  # another program may have done it meanwhile
    if number == 0:
        _make(connection)
        _log(connection, "made")
    elif number < VERSION:
        for step in range(number, VERSION):
            UPGRADES[step](connection)
        _log(connection, "upgraded")
    connection.execute(META.delete())
    values = {"version": str(VERSION), "tool": f"tawthiq {__version__}"}
    connection.execute(META.insert(), [{"name": name, "value": value} for name, value in values.items()])


def _make(connection: Connection) -> None:
    METADATA.create_all(connection)
    search.make(connection)
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_REFUSE_FUNCTION)
    _refuse_changes(connection, (LOG, *RECORDS))


def _to_2(connection: Connection) -> None:
    """How originals were come by, timestamps, what `watch` remembers; short rows of incidents; and
    what judgements are about."""
    METADATA.create_all(connection, (ACQUISITION, TIMESTAMP, FEED, SEEN))
    _refuse_changes(connection, (ACQUISITION, TIMESTAMP))
    connection.exec_driver_sql("DROP TABLE incident")
    connection.exec_driver_sql("DROP INDEX ix_today_document")
    METADATA.create_all(connection, (KIND, INCIDENT, SHOWN, SUBJECT))
    next(index for index in TODAY.indexes if index.name == "today_documents").create(connection)
    for one in told.judgements(connection):
        subjects = [{"subject": subject, "judgement": one.id} for subject in dict.fromkeys(one.subjects)]
        connection.execute(SUBJECT.insert(), subjects)
    connection.exec_driver_sql("DELETE FROM stale")
    connection.exec_driver_sql("INSERT INTO stale SELECT DISTINCT incident FROM today WHERE incident IS NOT NULL")


def _to_3(connection: Connection) -> None:
    """Named victims; some ledgers of version 2 have them."""
    if inspect(connection).has_table(VICTIM.name):
        return
    METADATA.create_all(connection, (VICTIM,))
    _refuse_changes(connection, (VICTIM,))


def _to_4(connection: Connection) -> None:
    """Incidents have numbers, and which documents tell of each is kept."""
    rows = "id, kind, day, last, reported, killed, sure, north, east, names"
    connection.exec_driver_sql(f"CREATE TABLE incident_before AS SELECT {rows} FROM incident")
    connection.exec_driver_sql("DROP TABLE incident")
    METADATA.create_all(connection, (INCIDENT, TELLS))
    numbered = f"SELECT row_number() OVER (ORDER BY id), {rows} FROM incident_before"
    connection.exec_driver_sql(f"INSERT INTO incident (number, {rows}) {numbered}")
    connection.exec_driver_sql("DROP TABLE incident_before")
    standing.tell(connection, true())


def _to_5(connection: Connection) -> None:
    """Named victims by how their names sound."""
    METADATA.create_all(connection, (NAMING,))


def _to_6(connection: Connection) -> None:
    """Named victims with their names, and by each word of them; incidents with the newest first; judgements by kind."""
    connection.exec_driver_sql("DROP INDEX IF EXISTS incident_newest")  # where a step before made the table anew
    next(index for index in INCIDENT.indexes if index.name == "incident_newest").create(connection)
    next(index for index in JUDGEMENT.indexes if index.name == "judgement_begins").create(connection)
    connection.exec_driver_sql("DROP TABLE naming")
    METADATA.create_all(connection, (NAMING, CALLED))
    named.index_all(connection)
    if connection.dialect.name != "sqlite":  # until it has looked at them a server takes new tables for empty
        connection.exec_driver_sql("ANALYZE naming, called")


UPGRADES: Mapping[int, Callable[[Connection], None]] = {1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5, 5: _to_6}


def _refuse_changes(connection: Connection, tables: Iterable[Table]) -> None:
    sqlite = connection.dialect.name == "sqlite"
    for table in tables:
        for what in ("update", "delete") if sqlite else ("update", "delete", "truncate"):
            statement = _REFUSE_SQLITE if sqlite else _REFUSE_POSTGRESQL
            connection.exec_driver_sql(statement.format(table=table.name, what=what))


def _log(connection: Connection, kind: str) -> None:
    """The entry of a migration, which adds no record."""
    last = connection.execute(select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)).first()
    number, before = (last.number + 1, last.hash) if last else (1, FIRST)
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    entry = Entry(number, at, "tawthiq", f"tawthiq {__version__}", kind, f"version\t{VERSION}\t")
    connection.execute(LOG.insert(), {**entry._asdict(), "hash": entry_hash(before, entry)})
