"""A document's claims as a table for people, one row a claim."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.cli.display import cell, clean, cut, isolate, paint, width
from tawthiq.cli.grid import GAP, widths
from tawthiq.cli.names import named
from tawthiq.model import Aside, Claim, ClaimTime, Count, Document

_SIGNS = {"at_least": "≥{low}", "at_most": "≤{high}", "between": "{low}–{high}", "about": "~{low}", "exact": "{low}"}


class Column(NamedTuple):
    """A column: its heading, and the width below which it is not squeezed."""

    heading: str
    least: int
    style: str = ""


_COLUMNS = (
    Column("count", 8, "bold"), Column("outcome", 7), Column("group", 6), Column("event", 7), Column("place", 20),
    Column("date", 10), Column("status", 8), Column("source", 8), Column("quote", 10, "dim"),
)  # fmt: skip
# A terminal narrower than this has the source and the quote on a line of their own.
_ONE_LINE = 110
_SECOND_LINE = 2
_OUTCOME_STYLES = {"killed": "red", "casualties": "red", "injured": "yellow", "missing": "magenta", "rescued": "green"}


class Look(NamedTuple):
    """How a table is drawn: in so many columns, with colours or not, with reasons or not."""

    columns: int
    colour: bool
    why: bool


def table(document: Document, look: Look) -> Iterator[str]:
    """The lines of a document: which it is, a row a claim, with `look.why` the reasons, and an empty line."""
    yield paint(_about(document), "bold", look.colour)
    columns = _COLUMNS if look.columns >= _ONE_LINE else _COLUMNS[:-_SECOND_LINE]
    rows = [_row(claim) for claim in document.claims]
    if rows:
        headings = tuple(column.heading for column in columns)
        sizes = widths([column.least for column in columns], [headings, *rows], look.columns - 2)
        yield paint(("  " + GAP.join(map(cell, headings, sizes))).rstrip(), "dim", look.colour)
        for claim, row in zip(document.claims, rows, strict=True):
            yield _line(claim, columns, row, sizes, look.colour)
            if columns != _COLUMNS:
                yield paint(_below(row[-_SECOND_LINE:], look.columns), "dim", look.colour)
            if look.why:
                yield from _because(claim, look)
    else:
        yield "  no claims found"
    yield from named(document, look)
    if look.why:
        yield from _set_aside(document, look)
    yield ""


def count_text(count: Count | None) -> str:
    """A count for people: 91, ≥91, ≤91, ~91, 30–35, dozens, 3 of 4."""
    if count is None:
        return ""
    if count.vague:
        return count.vague.replace("_", " ")
    sign = _SIGNS.get(count.modifier, "{low}")
    if count.low is None and count.modifier not in ("at_most",):
        return "some"
    text = sign.format(low=_figure(count.low), high=_figure(count.high))
    return f"{text} of {_figure(count.of)}" if count.of is not None else text


def _figure(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def _about(document: Document) -> str:
    published = document.published.isoformat() if document.published else "no date"
    parts = (document.id, published, document.outlet, document.title)
    return " · ".join(isolate(clean(part)) for part in parts if part)


def _row(claim: Claim) -> tuple[str, ...]:
    text = (
        count_text(claim.count), _words(claim.outcome or "statement"), _words(claim.group or ""), _words(claim.event),
        _place(claim), _day(claim.time), _words(claim.status), claim.source.text if claim.source else "", claim.quote,
    )  # fmt: skip
    return tuple(clean(value) for value in text)


def _words(code: str) -> str:
    return code.replace("_", " ")


def _place(claim: Claim) -> str:
    if claim.place is None:
        return ""
    return f"{claim.place.name}, {claim.place.country}" if claim.place.country else claim.place.name


def _day(time: ClaimTime | None) -> str:
    return day_text(time.start, time.end) if time else ""


def day_text(start: str | None, end: str | None) -> str:
    """A day, or a period with its year once: 2016-09-23–09-25."""
    if start is None or end is None or start == end:
        return start or end or ""
    year = len("2016-")
    return f"{start}–{end[year:] if start[:year] == end[:year] else end}"


def _line(claim: Claim, columns: Sequence[Column], row: Sequence[str], sizes: Sequence[int], colour: bool) -> str:
    special = {
        "outcome": _OUTCOME_STYLES.get(claim.outcome or "", "cyan"),
        "status": "" if claim.status == "asserted" else "magenta",
    }
    cells = map(cell, row, sizes)
    styles = (special.get(column.heading, column.style) for column in columns)
    return ("  " + GAP.join(paint(text, style, colour) for text, style in zip(cells, styles, strict=True))).rstrip()


def _below(texts: Sequence[str], columns: int) -> str:
    """The source and the quote on a line of their own."""
    source, quote = texts
    room = max(10, columns - 10 - width(source)) if source else columns - 4
    return f"    {isolate(cut(quote, room))}" + (f"  — {isolate(source)}" if source else "")


def _because(claim: Claim, look: Look) -> Iterator[str]:
    if claim.actors:
        label = "; ".join(isolate(clean(text)) for text in claim.actors_text)
        yield paint(f"      by {', '.join(claim.actors)}" + (f" ({label})" if label else ""), "dim", look.colour)
    if claim.part_of:
        yield paint(f"      part of claim {claim.part_of}", "dim", look.colour)
    line = "      because"
    for reason in claim.because:
        if width(line) + len(reason) + 1 > look.columns:
            yield paint(line, "dim", look.colour)
            line = "             "
        line += " " + clean(reason)
    if claim.because:
        yield paint(line, "dim", look.colour)


def _set_aside(document: Document, look: Look) -> Iterator[str]:
    aside = set_aside(document)
    if aside:
        yield paint("  set aside", "dim", look.colour)
    for item in aside:
        text = cell(clean(item.text), 24)
        yield paint(f"      {text}  {item.layer}: {item.reason.replace('_', ' ')}", "dim", look.colour)


def set_aside(document: Document) -> tuple[Aside, ...]:
    """What was seen and not read, in order, the numbers that count nothing among it."""
    known = {item.span for item in document.aside}
    numbers = (
        Aside(number.span, document.text[number.span.start : number.span.end], "numbers", number.aside)
        for number in document.numbers
        if number.aside and number.span not in known
    )
    return tuple(sorted((*document.aside, *numbers), key=lambda item: item.span))
