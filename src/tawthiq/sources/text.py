"""A text file -> one report; a stream of unknown kind -> what it shows in how it begins."""

import hashlib
import io
from collections.abc import Iterator
from datetime import date

from tawthiq.errors import InputError
from tawthiq.sources.decode import check_arabic, text_of
from tawthiq.sources.find import Source
from tawthiq.sources.loading import loaded
from tawthiq.sources.report import Report
from tawthiq.sources.tables import json_reports, jsonl_reports

_HTML = "tawthiq.sources.html:html_report"


def text_reports(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The report of a text file."""
    data = source.bytes()
    yield text_report(data, text_of(data, source.name), source.name, source.id, published)


def any_reports(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a file of unknown kind."""
    return read_data(source.bytes(), source.name, source.id, published)


def read_data(data: bytes, name: str, id: str | None, published: date | None) -> Iterator[Report | InputError]:
    """The reports of bytes of unknown kind: JSON, JSONL or HTML where they begin so, else one text.

    Raises InputError where the whole cannot be read.
    """
    text = text_of(data, name)
    start = text.lstrip()[:1]
    if start == "{" and "\n" in text.strip():
        yield from jsonl_reports(io.BytesIO(data), name, published)
    elif start == "{" or (start == "[" and text.lstrip()[1:].lstrip()[:1] in ("{", "]")):
        yield from json_reports(data, name, published)
    elif looks_like_html(text):
        yield loaded(_HTML, name)(data, name, id, published)
    else:
        yield text_report(data, text, name, id, published)


def text_report(data: bytes, text: str, name: str, id: str | None, published: date | None) -> Report:
    """The report that a text is, as it stands. Raises InputError where it holds no Arabic."""
    check_arabic(text, name)
    return Report(id, text, name, hashlib.sha256(data).hexdigest(), len(data), published=published, data=data)


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown kind begins like a page."""
    start = text[:1000].lstrip("\ufeff \t\r\n").lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body"))
