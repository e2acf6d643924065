"""Files of many reports: a JSON list, JSONL, CSV. JSONL and CSV are streamed, a JSON list is loaded."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import IO, Any, TypeAlias, cast

from tawthiq.errors import InputError, NothingToRead, UndecodableInput, UnreadableInput
from tawthiq.sources.columns import Columns
from tawthiq.sources.decode import encoding_of, text_of
from tawthiq.sources.find import Source
from tawthiq.sources.loading import loaded
from tawthiq.sources.report import Report
from tawthiq.sources.rows import reports_of

_HEAD = 1 << 16
_LARGE = 64 << 20
_EXPORT, _STREAMED = "tawthiq.sources.telegram:telegram_file", "tawthiq.sources.streamed:json_file"
# An export begins with its chat, or with what it says of itself, before its messages or chats.
_TELEGRAM = re.compile(
    rb'\A\s*\{\s*"(?:(?:name|type|id)"\s*:[^{\[]*"messages"\s*:\s*\[|about"\s*:.*?"chats"\s*:\s*\{)', re.DOTALL
)
_LARGEST_CELL = 1 << 30
_Reports: TypeAlias = Iterator[Report | InputError]


def json_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a .json file: a list of reports, or an export of Telegram. Large ones are streamed."""
    with source.path.open("rb") as stream:
        head = stream.read(_HEAD)
        size = stream.seek(0, io.SEEK_END)
    if _TELEGRAM.search(head):
        return cast(_Reports, loaded(_EXPORT, source.name)(source, published))
    if size > _LARGE:
        return cast(_Reports, loaded(_STREAMED, source.name)(source, published))
    return json_reports(source.bytes(), source.name, published)


def jsonl_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a .jsonl file."""
    with source.path.open("rb") as stream:
        yield from jsonl_reports(stream, source.name, published)


def csv_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a .csv file."""
    with source.path.open("rb") as stream:
        yield from csv_reports(stream, source.name, published)


def json_reports(data: bytes, name: str, default: date | None) -> Iterator[Report | InputError]:
    """The reports of a JSON list of objects, or of one object."""
    text = text_of(data, name)
    if not text or text.isspace():
        raise NothingToRead(f"{name}: is empty; give a file that holds reports")
    rows = _json(text, name)
    if isinstance(rows, dict):
        rows = [rows]
    if not isinstance(rows, list):
        raise UnreadableInput(f'{name}: is no list of reports; write [{{"id": …, "text": …}}, …]')
    if not rows:
        raise NothingToRead(f"{name}: is an empty list; give a file that holds reports")
    if not any(isinstance(row, dict) and "text" in row for row in rows):
        names = sorted(rows[0]) if isinstance(rows[0], dict) else [type(rows[0]).__name__]
        raise UnreadableInput(f"{name}: none of its objects has a text; they have {', '.join(names)}")
    for number, row in enumerate(rows, 1):
        yield reports_of(row, f"{name}#{number}", default, len(data) // len(rows))


def jsonl_reports(stream: IO[bytes], name: str, default: date | None) -> Iterator[Report | InputError]:
    """The reports of a JSON Lines file, a line at a time."""
    number = 0
    for number, line in enumerate(_lines(stream, name), 1):
        if isinstance(line, InputError):
            yield line
        elif line.strip():
            yield _line_report(line, f"{name}:{number}", default)
    if not number:
        raise NothingToRead(f"{name}: is empty; give a file that holds reports")


def csv_reports(stream: IO[bytes], name: str, default: date | None) -> Iterator[Report | InputError]:
    """The reports of a CSV file with a line of column names; commas, semicolons or tabs, a row at a time."""
    csv.field_size_limit(_LARGEST_CELL)
    with _decoded(stream, name, newline="") as text:
        first = text.readline()
        if not first.strip():
            raise NothingToRead(f"{name}: is empty; give a file that holds reports")
        delimiter = max(",;\t", key=first.count)
        columns = Columns(next(csv.reader([first], delimiter=delimiter)), name, default)
        yield from _csv_rows(_Lines(text), delimiter, name, columns)


class _Lines:
    """The lines of a text; `ended` once it was asked for one more than there are."""

    def __init__(self, text: Iterable[str]) -> None:
        self._lines = iter(text)
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        return line


def _csv_rows(lines: _Lines, delimiter: str, name: str, columns: Columns) -> Iterator[Report | InputError]:
    rows = csv.DictReader(lines, columns.names, delimiter=delimiter)
    number = 0
    while True:
        origin = f"{name}:{rows.line_num + 2}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise UnreadableInput(f"{origin}: is no CSV ({error}); close its quotation marks") from error
        except UnicodeDecodeError as error:
            raise UndecodableInput(f"{origin}: is damaged {error.encoding.upper()}; save the file as UTF-8") from error
        if row is None:
            break
        number += 1
        if lines.ended:  # only a field that is still open asks for more
            yield UnreadableInput(f"{origin}: a quotation mark opens and runs to the end of the file; close it there")
            break
        found = _undamaged(" ".join(filter(None, row.values())), origin) or columns.report(row, origin)
        if found is not None:
            yield found
    if not number:
        raise NothingToRead(f"{name}: holds column names only; give a file that holds reports")


def _line_report(line: str, origin: str, default: date | None) -> Report | InputError:
    broken = _undamaged(line, origin)
    if broken:
        return broken
    try:
        row = _json(line, origin)
    except InputError as error:
        return error
    return reports_of(row, origin, default, len(line.encode("utf-8", "surrogatepass")))


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        remedy = (
            "name the file .jsonl if it holds one object a line" if error.msg == "Extra data" else "correct it there"
        )
        raise UnreadableInput(f"{name}: is not valid JSON at {where} ({error.msg}); {remedy}") from error
    except RecursionError as error:
        raise UnreadableInput(f"{name}: is nested too deeply to be a list of reports; correct it") from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableInput(f"{name}: is not valid JSON: {error}; correct it") from error


def _lines(stream: IO[bytes], name: str) -> Iterator[str | InputError]:
    with _decoded(stream, name, newline="\n") as text:
        try:
            yield from text
        except UnicodeDecodeError as error:
            yield UndecodableInput(f"{name}: is damaged {error.encoding.upper()}; save the file again as UTF-8")


@contextmanager
def _decoded(stream: IO[bytes], name: str, newline: str) -> Iterator[io.TextIOWrapper]:
    """The stream as text in the encoding that it has; what does not decode becomes lone surrogates."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head:
        raise NothingToRead(f"{name}: is empty; give a file that holds reports")
    text = io.TextIOWrapper(stream, encoding_of(head, name), errors="surrogateescape", newline=newline)
    try:
        yield text
    finally:
        if not text.closed:
            text.detach()  # the stream is closed by whoever opened it


def _undamaged(text: str, origin: str) -> InputError | None:
    """The error for bytes that did not decode (kept as lone surrogates U+DC80–U+DCFF by `surrogateescape`)."""
    if text.isascii() or not any("\udc80" <= c <= "\udcff" for c in text):
        return None
    return UndecodableInput(f"{origin}: holds bytes that are not in the file's encoding; save the file again as UTF-8")
