"""Number words outside the grammar: vague words, «أحد», ordinals, fractions, dual units of time («أسبوعين»)."""

from tawthiq.model import Count, Number, Span
from tawthiq.stages.numbers import bounds
from tawthiq.stages.numbers.pieces import AND, Marks, Piece

_NOTHING = Count(None, None)
_NEGATION_REACH = 4
_NO_NOUN = frozenset({"from", "to", "than", "modifier"})


def read_word(marks: Marks, piece: Piece) -> Number | None:
    """The number that one word gives, or None."""
    if piece.word.vague is not None:
        return _vague(marks, piece)
    part = piece.word.part
    if part == "one":
        return _one_of(marks, piece)
    if part == "ordinal":
        return _ordinal(marks, piece)
    if part == "fraction":
        return _aside(piece, piece.value, "fraction")
    if part == "unit" and piece.number == "two":
        return _aside(piece, 2.0, piece.word.aside or "unit", Count(2, 2))
    return None


def _aside(piece: Piece, value: float | None, why: str, count: Count = _NOTHING) -> Number:
    return Number(Span(piece.start, piece.end), count, value, piece.first, piece.last, why, (piece.word.id,))


def _vague(marks: Marks, piece: Piece) -> Number | None:
    """«عشرات», «آلاف», «عدد من», «بضعة آلاف»."""
    if piece.word.vague == "some" and piece.definite:
        return None
    kind, last, end, because = piece.word.vague, piece.last, piece.end, [piece.word.id]
    larger = marks.at.get(last)
    if kind == "some" and larger is not None and larger.word.vague and not larger.clitic:
        kind, last, end = larger.word.vague, larger.last, larger.end
        because.append(larger.word.id)
    count = Count(None, None, "vague", kind)
    unit = _unit(marks, piece, last)
    if unit is not None:
        return Number(Span(piece.start, end), count, None, piece.first, last, unit.word.aside, (*because, unit.word.id))
    front = bounds.before(marks, piece.first)
    opening = front.opening or piece
    reasons = (*front.because, *because)
    return Number(Span(opening.start, end), count, None, opening.first, last, None, reasons)


def _unit(marks: Marks, piece: Piece, last: int) -> Piece | None:
    """The unit that makes a vague word no count: «عشرات الدولارات», «عدة أيام», «أيام عدة»."""
    unit = marks.at.get(last)
    if unit is not None and unit.part == "from":
        unit = marks.at.get(unit.last)
    if unit is not None and unit.part == "unit" and not unit.joined_by_and:
        return unit
    before = marks.ending.get(piece.first)
    follows = piece.word.side == "either" and before is not None and before.part == "unit"
    return before if follows else None


def _one_of(marks: Marks, piece: Piece) -> Number | None:
    """«أحد المتظاهرين» is one; «لم يصب أحد» is nobody; «الأحد» is a day."""
    before = marks.at.get(piece.first - 1)
    if piece.definite or (before is not None and before.part == "unit"):
        return None
    follower = marks.at.get(piece.last)
    bare = follower is not None and follower.part in _NO_NOUN
    if bare or not _is_noun(marks, piece.last) or _negated(marks, piece.first):
        return _aside(piece, 0.0, "pronoun")
    return Number(Span(piece.start, piece.end), Count(1, 1), 1.0, piece.first, piece.last, None, (piece.word.id,))


def _is_noun(marks: Marks, index: int) -> bool:
    return not marks.breaks(index) and marks.tokens[index].is_word and marks.tokens[index].form[0] != AND


def _negated(marks: Marks, first: int) -> bool:
    for index in range(first - 1, max(-1, first - _NEGATION_REACH), -1):
        if marks.breaks(index):
            return False
        if marks.part_at(index) == "negation":
            return True
    return False


def _ordinal(marks: Marks, piece: Piece) -> Number:
    """«الثالثة», «الخامسة عشرة», «الحادية والعشرين»."""
    value, last, end = piece.value or 0.0, piece.last, piece.end
    more = marks.at.get(last)
    if more is not None and more.part == "number" and more.value is not None and value < 10:
        teen, tens = more.value == 10 and not more.clitic, 20 <= more.value <= 90 and more.joined_by_and
        if teen or tens:
            value, last, end = value + more.value, more.last, more.end
    return _aside(piece._replace(last=last, end=end), value, "ordinal")
