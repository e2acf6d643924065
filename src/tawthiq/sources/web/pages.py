"""A capture -> the report of its page, with the capture as WARC for its original."""

import hashlib
import json
from dataclasses import replace
from typing import NamedTuple

from tawthiq.errors import Unfetched
from tawthiq.sources.decode import check_arabic, text_of
from tawthiq.sources.html import Page
from tawthiq.sources.report import Acquired, Report
from tawthiq.sources.text import looks_like_html
from tawthiq.sources.web.article import Given, article
from tawthiq.sources.web.visitor import Capture
from tawthiq.sources.web.warc import warc

_FEEDS = ("<rss", "<feed", "<rdf:rdf")


class Kept(NamedTuple):
    """A capture with the original that it becomes: one for all reports that it holds."""

    capture: Capture
    data: bytes
    sha256: str

    def report(self, page: Page, acquired: Acquired) -> Report:
        """The report of a page, or of one of several posts on it; `acquired` says what the capture does not."""
        capture, through = self.capture, tuple(one.url for one in self.capture.exchanges[1:])
        acquired = replace(
            acquired, at=capture.answer.at, asked=capture.asked, through=through,
            server=capture.answer.server, payload=hashlib.sha256(capture.answer.body).hexdigest(),
        )  # fmt: skip
        return Report(
            page.url, page.text, capture.asked, self.sha256, len(page.text.encode("utf-8", "replace")), page.title,
            page.url, page.outlet, page.published, self.data, known_by=known_by(page.url, page.text), acquired=acquired,
        )  # fmt: skip


def kept(capture: Capture) -> Kept:
    """The capture with its WARC file."""
    data = warc(capture)
    return Kept(capture, data, hashlib.sha256(data).hexdigest())


def page_report(capture: Capture, given: Given, stated: tuple[tuple[str, str], ...] = ()) -> Report:
    """The report of a page that was captured; `stated` goes into how it was come by. Raises InputError where it is no
    page with Arabic in it."""
    page = _page(capture, given)._replace(url=capture.answer.url)
    check_arabic(page.text, capture.asked)
    return kept(capture).report(page, Acquired("fetched", stated=stated))


def known_by(url: str | None, text: str) -> str:
    """By what a page is known when it is met again: its address and its article, since its bytes differ each time."""
    return hashlib.sha256(json.dumps([url, text]).encode()).hexdigest()


def _page(capture: Capture, given: Given) -> Page:
    url = capture.answer.url
    start = capture.content[:2000].decode("utf-8", "replace").lower()
    if any(mark in start for mark in _FEEDS):
        raise Unfetched(f"{url}: is a feed; name it in a file for `tawthiq watch`")
    if capture.kind == "text/plain" and not looks_like_html(start):
        return Page(given.title, url, given.outlet, given.published, text_of(capture.content, url))
    if capture.kind not in ("", "text/html", "application/xhtml+xml", "text/plain"):
        raise Unfetched(f"{url}: is {capture.kind}, no page; save it and add the file")
    return article(capture.content, url, given)
