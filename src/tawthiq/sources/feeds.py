"""A feed's bytes (RSS, Atom) -> its entries. Needs the extra `web`."""

import io
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

import feedparser
from resiliparse.extract.html2text import extract_plain_text

from tawthiq.errors import Unfetched
from tawthiq.sources.dates import published_of
from tawthiq.sources.web.addresses import checked


class Entry(NamedTuple):
    """One entry: where it leads (None: nowhere), its title, the day that it states in its own time zone, and its text
    as it stands in the feed."""

    link: str | None
    title: str | None
    published: date | None
    text: str


class Feed(NamedTuple):
    """A feed: its title, and its entries in their order, each address once."""

    title: str | None
    entries: tuple[Entry, ...]


def feed_of(content: bytes, url: str) -> Feed:
    """The feed of these bytes; `url` is where it stands. Raises Unfetched for what is no feed.

    The bytes are given as a stream: feedparser takes a string for an address or a file's name.
    """
    found = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        raise Unfetched(f"{url}: is no feed (RSS or Atom); look for the feed's address on the site")
    entries: dict[object, Entry] = {}
    for number, one in enumerate(found.entries):
        entry = _entry(one, url)
        entries.setdefault(entry.link or number, entry)
    return Feed(_plain(found.feed.get("title")), tuple(entries.values()))


def _entry(one: Any, base: str) -> Entry:
    bodies = [part.get("value") or "" for part in one.get("content") or ()]
    text = max((*bodies, one.get("summary") or ""), key=len)
    return Entry(_link(one, base), _plain(one.get("title")), _day(one), _lines(text))


def _link(one: Any, base: str) -> str | None:
    for value in (one.get("link"), one.get("id") if one.get("guidislink") else None):
        try:
            if value:
                return checked(value, base)
        except Unfetched:  # an entry without a usable address is still an entry
            continue
    return None


def _day(one: Any) -> date | None:
    """The day as the entry writes it; where that cannot be told, the day in UTC."""
    for name in ("published", "updated"):
        written, parsed = one.get(name), one.get(f"{name}_parsed")
        if not written:
            continue
        day = published_of(written) or _mail_day(written)
        if day or parsed:
            return day or date(*parsed[:3])
    return None


def _mail_day(written: str) -> date | None:
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError):
        return None


def _lines(markup: str) -> str:
    text = extract_plain_text(markup, preserve_formatting=True, main_content=False) if "<" in markup else markup
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _plain(value: str | None) -> str | None:
    return " ".join(_lines(value).split()) or None if value else None
