"""The formats of `tawthiq read`. A writer turns documents, one after another, into pieces of text."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tawthiq import contract
from tawthiq.cli.table import Look, table
from tawthiq.model import Document


class Options(NamedTuple):
    """What to write besides the claims, and how a table looks."""

    why: bool
    marks: bool
    look: Look


def as_table(documents: Iterable[Document], options: Options) -> Iterator[str]:
    """Tables for people."""
    for document in documents:
        yield "\n".join(table(document, options.look)) + "\n"
        if options.marks:
            yield "\n".join(_marks(document)) + "\n\n"


def as_jsonl(documents: Iterable[Document], options: Options) -> Iterator[str]:
    """One line a document: the contract."""
    for document in documents:
        yield _json(document, options) + "\n"


def as_json(documents: Iterable[Document], options: Options) -> Iterator[str]:
    """A list of what the lines of JSONL hold."""
    before = "[\n"
    for document in documents:
        yield before + _json(document, options)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_csv(documents: Iterable[Document], options: Options) -> Iterator[str]:
    """One row a claim under a row of column names."""
    yield _csv(contract.COLUMNS)
    for document in documents:
        yield "".join(map(_csv, contract.rows(document)))


WRITERS: dict[str, Callable[[Iterable[Document], Options], Iterator[str]]] = {
    "table": as_table,
    "jsonl": as_jsonl,
    "json": as_json,
    "csv": as_csv,
}


def _json(document: Document, options: Options) -> str:
    found = contract.line(document, aside=options.why and not options.marks, marks=options.marks)
    return json.dumps(found, ensure_ascii=False)


def _csv(row: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(row)
    return text.getvalue()


def _marks(document: Document) -> Iterator[str]:
    """The layers below the claims, one mark a line."""
    for name, marks in contract.line(document, marks=True)["marks"].items():
        for mark in marks:
            start, end = mark.pop("span")
            values = (f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in mark.items() if value)
            yield f"  {name} {start}-{end} " + " ".join(values)
