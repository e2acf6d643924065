"""The public page of a Telegram channel (t.me/s/NAME), or of one post -> its posts, each a report, without an account.

A page holds the latest posts, some twenty; those without Arabic words (pictures, links) are left out.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import lxml.html  # type: ignore[import-untyped]

from tawthiq.errors import Unfetched
from tawthiq.sources.dates import published_of
from tawthiq.sources.decode import is_arabic
from tawthiq.sources.html import Page
from tawthiq.sources.report import Acquired, Report
from tawthiq.sources.web.pages import Kept
from tawthiq.sources.web.visitor import Capture

_POST = "tgme_widget_message"
_SINGLE = re.compile(r"https?://(?:t\.me|telegram\.me|telegram\.dog)/(?:s/)?([A-Za-z]\w{2,})/(\d+)/?(?:\?.*)?")


def is_channel(capture: Capture) -> bool:
    """Whether a page shows a channel's posts, or one of them."""
    parts = urlsplit(capture.answer.url)
    return (parts.path.startswith("/s/") or "embed=1" in parts.query) and _POST.encode() in capture.content


def shown_at(url: str) -> str:
    """Where a single post (t.me/NAME/NUMBER) is shown without an account; any other address as it is."""
    post = _SINGLE.fullmatch(url.strip())
    return f"https://t.me/{post[1]}/{post[2]}?embed=1&mode=tme" if post else url


def channel_reports(original: Kept, outlet: str | None = None) -> Iterator[Report]:
    """The posts in the order of the page, the oldest first. Raises Unfetched for a page without posts."""
    url = original.capture.asked
    content = original.capture.content.decode("utf-8", "replace").replace("\0", "")
    tree = lxml.html.document_fromstring(content.encode() or b"<p>", parser=lxml.html.HTMLParser(encoding="utf-8"))
    posts = _all(tree, _POST)
    if not posts:
        raise Unfetched(f"{url}: shows no posts; there is no such channel, or it is not open to all")
    name = outlet or _text(tree, "tgme_channel_info_header_title") or _text(tree, "tgme_widget_message_owner_name")
    for post in posts:
        page = _page(post, name)
        if is_arabic(page.body):
            yield original.report(page, Acquired("telegram channel", stated=tuple(_stated(post))))


def _page(post: Any, outlet: str | None) -> Page:
    times = post.xpath(".//a[contains(@class, 'tgme_widget_message_date')]//time/@datetime")
    links = post.xpath(".//a[contains(@class, 'tgme_widget_message_date')]/@href")
    name = post.get("data-post")
    link = links[0] if links else f"https://t.me/{name}" if name else None
    return Page(None, link, outlet, published_of(times[0]) if times else None, _text(post, "js-message_text") or "")


def _stated(post: Any) -> Iterator[tuple[str, str]]:
    """What the post says of itself: when it was posted, whose it forwards, what it answers, that it was edited."""
    for time in post.xpath(".//a[contains(@class, 'tgme_widget_message_date')]//time/@datetime")[:1]:
        yield "posted", time
    if forwarded := _text(post, "tgme_widget_message_forwarded_from_name"):
        yield "forwarded from", forwarded
    for link in post.xpath(".//a[contains(@class, 'tgme_widget_message_reply')]/@href")[:1]:
        yield "reply to", link
    if "edited" in (_text(post, "tgme_widget_message_meta") or "").split():
        yield "edited", "yes"


def _text(node: Any, name: str) -> str | None:
    """The text of the first element of a class, with its line breaks."""
    for found in _all(node, name)[:1]:
        for line_break in found.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        lines = (line.strip() for line in found.text_content().splitlines())
        return "\n".join(lines).strip() or None
    return None


def _all(node: Any, name: str) -> list[Any]:
    found = node.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return list(found)
