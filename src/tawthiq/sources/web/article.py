"""A page's bytes -> its article, with the title, outlet and date that it states."""

from datetime import date
from typing import NamedTuple

import trafilatura

from tawthiq.sources.dates import published_of
from tawthiq.sources.decode import encoding_of
from tawthiq.sources.html import Page, page_of

_ENOUGH = 200


class Given(NamedTuple):
    """What is known of a page before it is looked into: by the feed that led to it."""

    title: str | None = None
    published: date | None = None
    outlet: str | None = None


UNKNOWN = Given()


def article(content: bytes, name: str, given: Given = UNKNOWN) -> Page:
    """The article of a page; what the page states comes before what is `given`. A byte that breaks the page's
    encoding becomes U+FFFD: the original is kept beside the text. Raises InputError for what is no text."""
    markup = content.decode(encoding_of(content, name), "replace").removeprefix("\ufeff")
    page = page_of(markup)
    found = _extracted(markup)
    return Page(
        page.title or found.title or given.title, page.url, page.outlet or found.outlet or given.outlet,
        page.published or found.published or given.published,
        found.body if len(found.body) >= min(_ENOUGH, len(page.body) // 4) else page.body,
    )  # fmt: skip


def _extracted(markup: str) -> Page:
    """What the extractor finds; an empty body where it finds none."""
    found = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=True, with_metadata=True, favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    if found is None or isinstance(found, dict):
        return Page(None, None, None, None, "")
    lines = (line.strip() for line in (found.text or "").splitlines())
    day = published_of(found.date) if found.date else None
    return Page(found.title or None, None, found.sitename or None, day, "\n".join(filter(None, lines)))
