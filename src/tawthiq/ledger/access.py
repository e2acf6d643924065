"""Collections of reports, and which accounts may see or review each, beside the ledger in one database.

A collection holds the reports that one of its rules fits, also those that are added later. Like accounts they are no
records. Who holds a report is worked out up to the log entry `synced`; what was added since is held back from all.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    inspect,
    or_,
    select,
    update,
)

from tawthiq.ledger import chain
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import DOCUMENT, NUMBER, TODAY

_METADATA = MetaData()
COLLECTION = Table(
    "collection", _METADATA, Column("name", String(80), primary_key=True), Column("synced", NUMBER, nullable=False)
)
_RULE = Table(
    "collection_rule", _METADATA,
    Column("collection", String(80), primary_key=True),
    Column("field", String(10), primary_key=True),
    Column("value", Text, primary_key=True),
)  # fmt: skip
_HELD = Table(
    "collection_report", _METADATA,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("collection", String(80), primary_key=True),
)  # fmt: skip
# `reviews` is 1 where the account may also decide about the reports' claims.
_MEMBER = Table(
    "collection_member", _METADATA,
    Column("collection", String(80), primary_key=True),
    Column("account", String(80), primary_key=True),
    Column("reviews", Integer, nullable=False),
)  # fmt: skip
FIELDS = ("report", "outlet", "origin")


class Rule(NamedTuple):
    """Which reports: the id of one, an `outlet`, or how the `origin` begins (a file's path, an address)."""

    field: str
    value: str


class Member(NamedTuple):
    """An account that may see the reports, and where `reviews` also decide about their claims."""

    account: str
    reviews: bool


class Collection(NamedTuple):
    """A collection: how many reports it holds now, by which rules, and who may see them."""

    name: str
    reports: int
    rules: tuple[Rule, ...]
    members: tuple[Member, ...]


class Sight(NamedTuple):
    """For whom it is asked, and whether for deciding too."""

    account: str
    reviews: bool = False


def there(connection: Connection) -> bool:
    """Whether there are collections."""
    if not inspect(connection).has_table(COLLECTION.name):
        return False
    return connection.execute(select(COLLECTION.c.name).limit(1)).first() is not None


def collections(connection: Connection) -> tuple[Collection, ...]:
    """Every collection by name."""
    if not there(connection):
        return ()
    names = connection.execute(select(COLLECTION.c.name).order_by(COLLECTION.c.name)).scalars().all()
    return tuple(_collection(connection, name) for name in names)


def add(connection: Connection, name: str, rules: Iterable[Rule]) -> None:
    """Add rules to a collection, which is made where it is not there; all reports are gone through anew."""
    _METADATA.create_all(connection)
    known = {Rule(*row) for row in _rules(connection, name)}
    _forget(connection, (COLLECTION, _HELD), name)
    connection.execute(insert(COLLECTION), {"name": name, "synced": 0})
    new = [{"collection": name, **rule._asdict()} for rule in dict.fromkeys(rules) if rule not in known]
    if new:
        connection.execute(insert(_RULE), new)
    sync(connection)


def let(connection: Connection, name: str, member: Member) -> None:
    """Let an account see a collection's reports."""
    refuse(connection, name, member.account)
    row = {"collection": name, "account": member.account, "reviews": int(member.reviews)}
    connection.execute(insert(_MEMBER), row)


def refuse(connection: Connection, name: str, account: str) -> None:
    """An account may see the reports no longer."""
    connection.execute(delete(_MEMBER).where(_MEMBER.c.collection == name, _MEMBER.c.account == account))


def forget(connection: Connection, account: str) -> None:
    """Let an account in nowhere."""
    if inspect(connection).has_table(_MEMBER.name):
        connection.execute(delete(_MEMBER).where(_MEMBER.c.account == account))


def remove(connection: Connection, name: str) -> None:
    """Take a collection away; its reports are for everybody, unless others hold them."""
    _forget(connection, (COLLECTION, _RULE, _HELD, _MEMBER), name)


def last(connection: Connection) -> int:
    """The number of the document that was added last."""
    return int(connection.execute(select(func.coalesce(func.max(DOCUMENT.c.entry), 0))).scalar_one())


def behind(connection: Connection) -> bool:
    """Whether reports were added that no collection was asked about."""
    return int(connection.execute(select(func.min(COLLECTION.c.synced))).scalar_one()) < last(connection)


def sync(connection: Connection) -> None:
    """Let each collection hold the reports that were added since."""
    end = last(connection)
    for name, synced in connection.execute(select(COLLECTION.c.name, COLLECTION.c.synced)).all():
        fits = [_fits(Rule(*row)) for row in _rules(connection, name)]
        if fits and synced < end:
            new = select(DOCUMENT.c.entry).where(DOCUMENT.c.entry > synced, or_(*fits))
            rows = [{"document": number, "collection": name} for number in connection.execute(new).scalars()]
            if rows:
                connection.execute(insert(_HELD), rows)
        connection.execute(update(COLLECTION).where(COLLECTION.c.name == name).values(synced=end))


def hidden(sight: Sight) -> Select[tuple[int]]:
    """The documents that an account may not see, or not decide about."""
    mine = select(_MEMBER.c.collection).where(_MEMBER.c.account == sight.account)
    mine = mine.where(_MEMBER.c.reviews == 1) if sight.reviews else mine
    allowed = select(_HELD.c.document).where(_HELD.c.collection.in_(mine))
    return select(_HELD.c.document).where(_HELD.c.document.not_in(allowed))


def within(sight: Sight, document: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a document is one that an account may not see."""
    known = select(func.min(COLLECTION.c.synced)).scalar_subquery()
    return or_(document > known, document.in_(hidden(sight)))


def incidents_hidden(sight: Sight) -> Select[tuple[str]]:
    """The incidents that an account may not see: those that any such document tells of."""
    return select(TODAY.c.incident).where(TODAY.c.incident.is_not(None), within(sight, TODAY.c.document))


def documents_among(connection: Connection, sight: Sight, ids: Sequence[str]) -> set[str]:
    """Of these reports, by id, those that an account may not see."""
    found: set[str] = set()
    for some in in_groups(ids):
        statement = select(DOCUMENT.c.id).where(DOCUMENT.c.id.in_(some), within(sight, DOCUMENT.c.entry))
        found.update(connection.execute(statement).scalars())
    return found


def incidents_among(connection: Connection, sight: Sight, starts: Sequence[str]) -> bool:
    """Whether an incident whose id begins in one of these ways is one that an account may not see."""
    begins = or_(*(TODAY.c.incident.startswith(start, autoescape=True) for start in starts))
    statement = select(TODAY.c.incident).where(begins, within(sight, TODAY.c.document)).limit(1)
    return connection.execute(statement).first() is not None


def _fits(rule: Rule) -> ColumnElement[bool]:
    if rule.field == "report":
        return DOCUMENT.c.id == rule.value
    if rule.field == "origin":
        return DOCUMENT.c.origin.startswith(rule.value, autoescape=True)
    return and_(DOCUMENT.c.about.contains(f'"outlet":{chain.canonical(rule.value)}', autoescape=True))


def _rules(connection: Connection, name: str) -> list[tuple[str, str]]:
    statement = select(_RULE.c.field, _RULE.c.value).where(_RULE.c.collection == name)
    return [(field, value) for field, value in connection.execute(statement.order_by(_RULE.c.field, _RULE.c.value))]


def _collection(connection: Connection, name: str) -> Collection:
    number = connection.execute(select(func.count()).where(_HELD.c.collection == name)).scalar_one()
    members = select(_MEMBER.c.account, _MEMBER.c.reviews).where(_MEMBER.c.collection == name)
    known = [Member(account, bool(reviews)) for account, reviews in connection.execute(members)]
    return Collection(name, number, tuple(Rule(*row) for row in _rules(connection, name)), tuple(sorted(known)))


def _forget(connection: Connection, tables: Sequence[Table], name: str) -> None:
    for table in tables:
        column = table.c.name if table is COLLECTION else table.c.collection
        connection.execute(delete(table).where(column == name))
