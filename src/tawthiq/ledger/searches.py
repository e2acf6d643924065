"""The questions to the list that somebody gave a name, beside the ledger in one database. They are no records."""

from sqlalchemy import Column, Connection, MetaData, String, Table, Text, delete, insert, inspect, select

_METADATA = MetaData()
SEARCH = Table(
    "saved_search", _METADATA,
    Column("account", String(200), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("address", Text, nullable=False),
)  # fmt: skip


def searches(connection: Connection, account: str) -> dict[str, str]:
    """Somebody's questions by name."""
    if not inspect(connection).has_table(SEARCH.name):
        return {}
    statement = select(SEARCH.c.name, SEARCH.c.address).where(SEARCH.c.account == account).order_by(SEARCH.c.name)
    return dict(connection.execute(statement).all())


def keep(connection: Connection, account: str, name: str, address: str) -> None:
    """Keep a question under a name; what had the name is gone."""
    _METADATA.create_all(connection)
    drop(connection, account, name)
    connection.execute(insert(SEARCH), {"account": account, "name": name, "address": address})


def drop(connection: Connection, account: str, name: str) -> None:
    """A question is kept no longer."""
    if inspect(connection).has_table(SEARCH.name):
        connection.execute(delete(SEARCH).where(SEARCH.c.account == account, SEARCH.c.name == name))
