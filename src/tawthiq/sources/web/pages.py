"""An address -> the report of its page, with the capture as WARC for its original."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tawthiq.errors import InputError, Unfetched
from tawthiq.sources.access import Access
from tawthiq.sources.decode import check_arabic, text_of
from tawthiq.sources.html import Page
from tawthiq.sources.report import Acquired, Report
from tawthiq.sources.text import looks_like_html
from tawthiq.sources.web.article import UNKNOWN, Given, article
from tawthiq.sources.web.visitor import Capture, Visitor
from tawthiq.sources.web.warc import warc

_FEEDS = ("<rss", "<feed", "<rdf:rdf")


class Pages:
    """Reads pages at their addresses."""

    def __init__(self, access: Access) -> None:
        self.visitor = Visitor(access)

    def reports(self, url: str, published: date | None, given: Given = UNKNOWN) -> Iterator[Report | InputError]:
        """The report of the page at an address. `published` wins over the date that the page states."""
        report = page_report(self.visitor.get(url), given)
        yield replace(report, published=published or report.published)


def page_report(capture: Capture, given: Given) -> Report:
    """The report of a page that was captured. Raises InputError where it is no page with Arabic in it."""
    url = capture.answer.url
    page = _page(capture, given)
    check_arabic(page.text, url)
    data = warc(capture)
    acquired = Acquired(
        "fetched", capture.answer.at, capture.asked, tuple(one.url for one in capture.exchanges[1:]),
        capture.answer.server, hashlib.sha256(capture.answer.body).hexdigest(),
    )  # fmt: skip
    return Report(
        url, page.text, capture.asked, hashlib.sha256(data).hexdigest(), len(capture.content), page.title, url,
        page.outlet, page.published, data, known_by=known_by(url, page.text), acquired=acquired,
    )  # fmt: skip


def known_by(url: str, text: str) -> str:
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
