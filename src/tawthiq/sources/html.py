"""An HTML page -> its article as text, with the title, outlet, address and date that the page states.

Spans count in that text: the title, a line break, and the body.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import htmldate
import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from tawthiq.errors import InputError
from tawthiq.sources.dates import published_of
from tawthiq.sources.decode import check_arabic, text_of
from tawthiq.sources.find import Source
from tawthiq.sources.report import Report

_ENOUGH = 200
_DATES = ("article:published_time", "og:article:published_time", "datePublished", "date", "dc.date", "pubdate")


class Page(NamedTuple):
    """What a page states, and its article under its title."""

    title: str | None
    url: str | None
    outlet: str | None
    published: date | None
    body: str

    @property
    def text(self) -> str:
        """The title, unless the article begins with it, a line break, and the article."""
        if not self.title or self.body.startswith(self.title):
            return self.body
        return f"{self.title}\n{self.body}"


def html_reports(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The report of a page's file."""
    yield html_report(source.bytes(), source.name, source.id, published)


def html_report(data: bytes, name: str, id: str | None, published: date | None) -> Report:
    """The report of a page. `published` wins over a date found in the page. Raises InputError."""
    markup = text_of(data, name)
    check_arabic(markup, name)
    page = page_of(markup)
    check_arabic(page.text, name)
    return Report(
        id, page.text, name, hashlib.sha256(data).hexdigest(), len(data), page.title, page.url, page.outlet,
        published or page.published, data,
    )  # fmt: skip


def page_of(markup: str) -> Page:
    """The parts of a page's markup."""
    tree = HTMLTree.parse(markup.replace("\0", ""))
    linked = _linked_data(tree)
    return Page(
        title=_meta(tree, "og:title") or _heading(tree) or _string(linked, "headline") or _clean(tree.title),
        url=_meta(tree, "og:url") or _canonical(tree),
        outlet=_meta(tree, "og:site_name") or _publisher(linked),
        published=_stated_date(tree, linked) or _found_date(markup),
        body=_body(tree),
    )


def _body(tree: HTMLTree) -> str:
    """The article; the whole page where no article of some length is found."""
    article, page = (
        extract_plain_text(tree, preserve_formatting=True, main_content=main, list_bullets=False, alt_texts=False)
        for main in (True, False)
    )
    chosen = article if len(article) >= min(_ENOUGH, len(page) // 4) else page
    return "\n".join(line.strip() for line in chosen.splitlines() if line.strip())


def _meta(tree: HTMLTree, name: str) -> str | None:
    for key in ("property", "name", "itemprop"):
        for node in _nodes(tree, f'meta[{key}="{name}"]'):
            return _clean(node.getattr("content"))
    return None


def _heading(tree: HTMLTree) -> str | None:
    headings = _nodes(tree, "h1")
    return _clean(headings[0].text) if len(headings) == 1 else None


def _canonical(tree: HTMLTree) -> str | None:
    return next((_clean(node.getattr("href")) for node in _nodes(tree, 'link[rel="canonical"]')), None)


def _nodes(tree: HTMLTree, selector: str) -> list[ElementNode]:
    found = tree.document.query_selector_all(selector) if tree.document is not None else ()
    return [node for node in found if isinstance(node, ElementNode)]


def _linked_data(tree: HTMLTree) -> list[dict[str, Any]]:
    """The JSON-LD objects of the page, those inside @graph too."""
    found: list[dict[str, Any]] = []
    for node in _nodes(tree, 'script[type="application/ld+json"]'):
        try:
            found.extend(_objects(json.loads(node.text or "")))
        except (ValueError, RecursionError):  # pages often hold broken JSON-LD; the rest of the page still counts
            continue
    return found


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _string(linked: list[dict[str, Any]], key: str) -> str | None:
    return next((_clean(item[key]) for item in linked if isinstance(item.get(key), str)), None)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    return _string([item["publisher"] for item in linked if isinstance(item.get("publisher"), dict)], "name")


def _stated_date(tree: HTMLTree, linked: list[dict[str, Any]]) -> date | None:
    for value in (_string(linked, "datePublished"), *(_meta(tree, name) for name in _DATES)):
        day = published_of(value) if value else None
        if day:
            return day
    return None


def _found_date(page: str) -> date | None:
    """The date that the page's other markup states. The page is parsed here, as htmldate would fetch an address."""
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        parsed = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:
        return None
    found = htmldate.find_date(parsed, extensive_search=False, original_date=True)
    return published_of(found) if found else None


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
