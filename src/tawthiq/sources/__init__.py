"""Files, folders and standard input -> reports, one after another, with what cannot be read as errors among them."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO

from tawthiq.errors import InputError, MissingInput, UnreadableInput
from tawthiq.sources.decode import check_arabic, text_of
from tawthiq.sources.find import Source, find, size
from tawthiq.sources.html import html_report, looks_like_html
from tawthiq.sources.report import Report
from tawthiq.sources.tables import csv_reports, json_reports, jsonl_reports

__all__ = ["Report", "read_data", "read_paths", "size"]

STDIN = "-"
_WRITABLE = "check the name and its permissions"


def read_paths(paths: Iterable[str], stdin: IO[bytes], published: date | None = None) -> Iterator[Report | InputError]:
    """Every report of the paths in order. What cannot be read comes as an error, and the rest goes on.

    `published` is the date of texts and pages, where it wins over the date that the page states, and of
    rows of a table that have none.
    """
    for path in paths:
        if path == STDIN:
            yield from _guarded(read_data(stdin.read(), "standard input", None, published), "standard input")
            continue
        for source in find(path):
            if isinstance(source, InputError):
                yield source
            else:
                yield from _guarded(_file(source, published), source.name)


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
        yield html_report(data, name, id, published)
    else:
        yield _text_report(data, text, name, id, published)


def _guarded(reports: Iterator[Report | InputError], name: str) -> Iterator[Report | InputError]:
    """The reports, with an error on the way as the last of them."""
    try:
        yield from reports
    except InputError as error:
        yield error
    except FileNotFoundError:
        yield MissingInput(f"{name}: there is no such file; check the name")
    except PermissionError:
        yield UnreadableInput(f"{name}: may not be opened; change its permissions")
    except OSError as error:
        yield UnreadableInput(f"{name}: cannot be opened ({error.strerror or error}); {_WRITABLE}")


def _file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    kind = source.path.suffix.lower()
    if kind in (".jsonl", ".ndjson"):
        with source.path.open("rb") as stream:
            yield from jsonl_reports(stream, source.name, published)
    elif kind in (".csv", ".tsv"):
        with source.path.open("rb") as stream:
            yield from csv_reports(stream, source.name, published)
    elif kind == ".json":
        yield from json_reports(_bytes(source.path), source.name, published)
    elif kind in (".html", ".htm", ".xhtml"):
        yield html_report(_bytes(source.path), source.name, source.id, published)
    elif kind == ".txt":
        data = _bytes(source.path)
        yield _text_report(data, text_of(data, source.name), source.name, source.id, published)
    else:
        yield from read_data(_bytes(source.path), source.name, source.id, published)


def _text_report(data: bytes, text: str, name: str, id: str | None, published: date | None) -> Report:
    check_arabic(text, name)
    return Report(id, text, name, hashlib.sha256(data).hexdigest(), len(data), published=published, data=data)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read()
