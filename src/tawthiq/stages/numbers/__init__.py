"""Which numbers does the text hold, and which of them count? Fills `document.numbers`.

A number's span runs from its first modifier or number token to its last number token; `first` ≤ t < `last`.
A modifier after the noun («18 مدنيا على الأقل») bounds the count but lies outside the span.
"""

from dataclasses import replace
from typing import NamedTuple

from tawthiq.language import Language
from tawthiq.language.scan import Scan
from tawthiq.model import Count, Document, Number, Span
from tawthiq.stages.numbers import bounds
from tawthiq.stages.numbers.aside import Place, reason
from tawthiq.stages.numbers.grammar import compose, spread
from tawthiq.stages.numbers.pieces import Marks, Piece, gather
from tawthiq.stages.numbers.together import together
from tawthiq.stages.numbers.words import read_word

NOTHING = Count(None, None)


class _Read(NamedTuple):
    number: Number | None
    last: int


def run(document: Document, scan: Scan, language: Language) -> Document:
    """The document with its numbers, in order, none inside another."""
    marks = gather(scan)
    found: list[Number] = []
    covered = 0
    for index in sorted(marks.at):
        if index < covered:
            continue
        read = _read(marks, index)
        if read is not None:
            covered = read.last
            if read.number is not None:
                found.append(read.number)
    return replace(document, numbers=together(marks, found))


def _read(marks: Marks, index: int) -> _Read | None:
    """The number that begins at token `index`, and the token after all that belongs to it."""
    piece = marks.at[index]
    if piece.aside is not None:
        span = Span(piece.start, piece.end)
        shaped = Number(span, NOTHING, piece.value, index, piece.last, piece.aside, (piece.word.id,))
        return _Read(shaped, piece.last)
    number = _composed(marks, piece) or read_word(marks, piece)
    if number is None:
        return None
    unit = marks.at.get(number.last)
    return _Read(number, unit.last if unit and number.aside and unit.part == "unit" else number.last)


def _composed(marks: Marks, piece: Piece) -> Number | None:
    core = compose(marks, piece.first) if piece.word.vague is None else None
    if core is None:
        return None
    joint = marks.ending.get(piece.first)
    joined = joint is not None and (joint.part == "article" or (joint.part == "joined" and marks.touches(piece.first)))
    before = joint.first if joint is not None and joined else piece.first
    found = spread(marks, core, before)
    front = bounds.before(marks, piece.first)
    definite = piece.definite or (joint is not None and joined and joint.part == "article")
    because = tuple([p.word.id for p in core.pieces]) + found.because
    span = Span(piece.start, marks.tokens[found.last - 1].end)
    value = None if found.is_range else found.low
    bounded = bool(front.because) and (front.opening is None or front.opening.part != "to")
    why = reason(Place(marks, found, before, definite, bounded))
    opening = marks.ending[before] if found.between else None
    if why is not None:
        first, start = (opening.first, opening.start) if opening else (piece.first, piece.start)
        span = Span(start, span.end)
        plain = bounds.count(found, "exact", None) if value is None or float(value).is_integer() else NOTHING
        return Number(span, plain, value, first, found.last, why[0], (*because, why[1]))
    back = bounds.after(marks, found.last)
    modifier = front.modifier if front.modifier != "exact" else back.modifier
    share = bounds.whole(marks, found)
    of, last, tail = (share[0], share[1], (share[2],)) if share else (None, found.last, ())
    first, start = piece.first, piece.start
    opening = front.opening or opening
    if opening is not None:
        first, start = opening.first, opening.start
    span = Span(start, marks.tokens[last - 1].end)
    reasons = tuple(dict.fromkeys((*front.because, *because, *tail, *back.because)))
    return Number(span, bounds.count(found, modifier, of), value, first, last, None, reasons)
