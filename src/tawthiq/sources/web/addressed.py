"""An address -> what is there: a page, or the posts of a channel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tawthiq.errors import InputError
from tawthiq.sources.access import Access
from tawthiq.sources.report import Report
from tawthiq.sources.web.article import UNKNOWN
from tawthiq.sources.web.channel import channel_reports, is_channel, shown_at
from tawthiq.sources.web.pages import kept, page_report
from tawthiq.sources.web.visitor import Visitor


class Addressed:
    """Reads what is at addresses, with one memory of manners for all."""

    def __init__(self, access: Access) -> None:
        self._visitor = Visitor(access)

    def reports(self, url: str, published: date | None) -> Iterator[Report | InputError]:
        """The report of the page at an address, or those of a channel's posts. `published` wins over the date that
        a page states. Raises InputError."""
        capture = self._visitor.get(shown_at(url))
        if is_channel(capture):
            yield from channel_reports(kept(capture))
            return
        report = page_report(capture, UNKNOWN)
        yield replace(report, published=published or report.published)
