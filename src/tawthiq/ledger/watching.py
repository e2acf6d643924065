"""What `watch` remembers between its rounds: each place that it looks at, and each address that a feed named.

No records: where this is lost, everything is looked at again and found to be known.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, insert, select, update

from tawthiq.ledger import chain
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import FEED, SEEN


class Looked(NamedTuple):
    """A place as it was when it was last looked at: what its host calls that state, when to look again, and how often
    in a row it failed."""

    etag: str = ""
    modified: str = ""
    next: str = ""
    failures: int = 0


class Link(NamedTuple):
    """An address (or a file's state) that was met, the place that named it, and what that says of it."""

    url: str
    place: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None

    @property
    def key(self) -> str:
        """By what it is known."""
        return chain.sha256(self.url.encode())


class Due(NamedTuple):
    """A link that waits, and how often it failed."""

    link: Link
    tries: int


def looked(ledger: Ledger, place: str) -> Looked:
    """What is remembered of a place."""
    with ledger.looking() as connection:
        body = connection.execute(select(FEED.c.body).where(FEED.c.id == _key(place))).scalar()
    return Looked(*chain.parsed(body, f"feed {place}")) if body else Looked()


def remember(ledger: Ledger, place: str, state: Looked, links: Iterable[Link] = (), at: datetime | None = None) -> int:
    """Keep the state of a place together with the links that it names and that were not met before; these wait from
    `at`. Returns how many there are."""
    rows = {link.key: link for link in links}
    with ledger.writing() as connection:
        connection.execute(FEED.delete().where(FEED.c.id == _key(place)))
        connection.execute(insert(FEED), {"id": _key(place), "body": chain.canonical(list(state))})
        known: set[str] = set()
        for some in in_groups(list(rows)):
            known.update(connection.execute(select(SEEN.c.id).where(SEEN.c.id.in_(some))).scalars())
        new = [_row(link, at) for key, link in rows.items() if key not in known]
        if new:
            connection.execute(insert(SEEN), new)
    return len(new)


def due(ledger: Ledger, places: Iterable[str], now: datetime) -> Due | None:
    """The link of these places that has waited longest of those whose time has come."""
    with ledger.looking() as connection:
        row = connection.execute(
            select(SEEN.c.body, SEEN.c.tries)
            .where(SEEN.c.next <= _time(now), SEEN.c.place.in_(map(_key, places)))
            .order_by(SEEN.c.next)
            .limit(1)
        ).first()
    return Due(Link(*chain.parsed(row.body, "a link")), row.tries) if row else None


def waiting(ledger: Ledger, places: Iterable[str]) -> tuple[int, datetime | None]:
    """How many links of these places wait, and from when the first of them may be tried."""
    with ledger.looking() as connection:
        count, first = connection.execute(
            select(func.count(), func.min(SEEN.c.next))
            .where(SEEN.c.next.is_not(None))
            .where(SEEN.c.place.in_(map(_key, places)))
        ).one()
    return count, datetime.fromisoformat(first) if first else None


def is_done(ledger: Ledger, link: Link) -> bool:
    """Whether a link was done with."""
    with ledger.looking() as connection:
        row = connection.execute(select(SEEN.c.next).where(SEEN.c.id == link.key)).first()
    return row is not None and row.next is None


def done(ledger: Ledger, link: Link) -> None:
    """The link needs no more looks."""
    with ledger.writing() as connection:
        if not connection.execute(update(SEEN).where(SEEN.c.id == link.key).values(next=None)).rowcount:
            connection.execute(insert(SEEN), _row(link, None))


def later(ledger: Ledger, link: Link, tries: int, at: datetime) -> None:
    """The link failed so often; it waits until then."""
    with ledger.writing() as connection:
        connection.execute(update(SEEN).where(SEEN.c.id == link.key).values(tries=tries, next=_time(at)))


def _row(link: Link, at: datetime | None) -> dict[str, object]:
    body = chain.canonical(list(link))
    return {"id": link.key, "place": _key(link.place), "tries": 0, "next": _time(at), "body": body}


def _key(place: str) -> str:
    return chain.sha256(place.encode())


def _time(at: datetime | None) -> str | None:
    return at.isoformat(timespec="milliseconds") if at else None
