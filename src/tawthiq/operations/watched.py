"""Looking at one place that is watched: what does it hold now?"""

import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tawthiq.ledger.watching import Link, Looked
from tawthiq.sources import Report
from tawthiq.sources.decode import is_arabic
from tawthiq.sources.feeds import Feed, feed_of
from tawthiq.sources.html import Page
from tawthiq.sources.report import Acquired
from tawthiq.sources.watchlist import Place
from tawthiq.sources.web.article import Given
from tawthiq.sources.web.channel import channel_reports
from tawthiq.sources.web.pages import Kept, kept, page_report
from tawthiq.sources.web.visitor import Visitor

_SETTLED = 2.0


class Found(NamedTuple):
    """What a place holds: its state as its host calls it, addresses to visit, and reports that stand there."""

    state: Looked
    links: tuple[Link, ...] = ()
    reports: Iterable[Report] = ()


def look(visitor: Visitor, place: Place, state: Looked) -> Found:
    """Look at a feed or a channel. Raises InputError where it cannot be seen."""
    capture = visitor.get(place.where, _conditions(state))
    if capture.unchanged:
        return Found(Looked(state.etag, state.modified))
    found = Looked(capture.answer.header("etag"), capture.answer.header("last-modified"))
    if place.kind == "channel":
        return Found(found, reports=channel_reports(kept(capture), place.outlet))
    feed = feed_of(capture.content, place.where)
    if place.follow:
        return Found(found, tuple(_links(feed, place)))
    return Found(found, reports=_reports(kept(capture), feed, place))


def visit(visitor: Visitor, link: Link) -> Report:
    """The report of a page that a feed names. Raises InputError."""
    given = Given(link.title, date.fromisoformat(link.published) if link.published else None, link.outlet)
    return page_report(visitor.get(link.url), given, (("feed", link.place),))


def has_settled(path: Path) -> bool:
    """Whether a file is complete, as far as can be told: nobody wrote to it for a while (which is waited for)."""
    before = path.stat()
    age = time.time() - before.st_mtime
    if age < _SETTLED:
        time.sleep(_SETTLED - max(age, 0.0))
    after = path.stat()
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _conditions(state: Looked) -> list[tuple[str, str]]:
    named = (("If-None-Match", state.etag), ("If-Modified-Since", state.modified))
    return [(name, value) for name, value in named if value]


def _links(feed: Feed, place: Place) -> Iterator[Link]:
    for entry in reversed(feed.entries):
        if entry.link:
            day = entry.published.isoformat() if entry.published else None
            yield Link(entry.link, place.where, entry.title, day, place.outlet or feed.title)


def _reports(original: Kept, feed: Feed, place: Place) -> Iterator[Report]:
    """The entries themselves, where the addresses that they name are not to be visited."""
    for entry in reversed(feed.entries):
        page = Page(entry.title, entry.link or place.where, place.outlet or feed.title, entry.published, entry.text)
        if is_arabic(page.text):
            yield original.report(page, Acquired("feed"))
