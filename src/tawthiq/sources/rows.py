"""One row of a JSON list, a JSONL or a CSV file -> one report."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from tawthiq.errors import InputError, UnreadableInput
from tawthiq.sources.dates import published_of
from tawthiq.sources.decode import check_arabic
from tawthiq.sources.report import Acquired, Report

FIELDS = ("id", "text", "title", "url", "outlet", "published")
Stated: TypeAlias = tuple[tuple[str, str], ...]
_NUMBER = re.compile(r"[:#]\d+$")
_IDENTITY = ("id", "title", "url", "outlet")


def report_of(
    row: object, origin: str, default: date | None, size: int | None = None, stated: Stated = ()
) -> Report:  # fmt: skip
    """The report of a row with `text` and, where known, the other FIELDS; `stated` goes into its custody. Raises
    InputError naming the row."""
    if not isinstance(row, Mapping):
        raise UnreadableInput(f'{origin}: is not an object; each report is an object with a text: {{"text": …}}')
    values = {name: _string(row, name, origin) for name in FIELDS}
    text = values["text"]
    if text is None:
        raise UnreadableInput(f"{origin}: has no text; it has {_names(row)}")
    check_arabic(text, origin)
    data = text.encode("utf-8", "surrogatepass")
    acquired = Acquired("row", within=_NUMBER.sub("", origin), stated=stated)
    return Report(
        values["id"] or origin, text, origin, hashlib.sha256(data).hexdigest(), len(data) if size is None else size,
        values["title"], values["url"], values["outlet"], _day(values["published"], origin) or default,
        data, tuple(values[name] for name in _IDENTITY), acquired=acquired,
    )  # fmt: skip


def reports_of(
    row: object, origin: str, default: date | None, size: int | None = None, stated: Stated = ()
) -> Report | InputError:
    """`report_of`, with the error as a value, so that a batch goes on."""
    try:
        return report_of(row, origin, default, size, stated)
    except InputError as error:
        return error


def _string(row: Mapping[str, Any], name: str, origin: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if name == "id" and isinstance(value, int):
        return str(value)
    raise UnreadableInput(f"{origin}: its {name} is {type(value).__name__}, not text; write it as a string")


def _day(value: str | None, origin: str) -> date | None:
    if value is None:
        return None
    day = published_of(value)
    if day is None:
        raise UnreadableInput(f"{origin}: published is {value!r}, not a date; write it as YYYY-MM-DD")
    return day


def _names(row: Mapping[str, Any]) -> str:
    return ", ".join(str(name) for name in row) or "nothing"
