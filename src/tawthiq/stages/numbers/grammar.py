"""The number grammar: which pieces make one number, and which numbers make a range.

Terms add only where Arabic adds: hundreds, then units, then tens («ثلاثمئة وخمسة وأربعون»);
a higher scale, then a lower («31 ألفا و645»). Two counts joined by «و» stay two («300 و212»).
"""

from typing import NamedTuple

from tawthiq.stages.numbers.pieces import AND, ARTICLE, Marks, Piece

_AND_CLITICS = (AND, AND + ARTICLE)
_DASHES = frozenset("-–—")
_NO_STOP = 1 << 60


class Core(NamedTuple):
    """A number at tokens first ≤ t < last. `scale` is its lowest scale (1: none), `base` what the scale was
    multiplied by; `joins` the tokens at which a part was added by «و»."""

    first: int
    last: int
    value: float
    scale: float
    base: float
    joins: tuple[int, ...]
    pieces: tuple[Piece, ...]

    @property
    def digits(self) -> bool:
        return self.pieces[0].word.part == "digits"


class Spread(NamedTuple):
    """A number, or a range when `high` differs from `low`; `because` names the entries
    that say so, `between` that «بين» opens it."""

    first: int
    last: int
    low: float
    high: float
    core: Core
    because: tuple[str, ...]
    between: bool = False

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def compose(marks: Marks, index: int, stop: int = _NO_STOP) -> Core | None:
    """The longest number that begins at token `index` and uses no «و» at or after token `stop`."""
    total = _term(marks, index, stop)
    if total is None:
        return None
    lowest = total
    while lowest.scale > 1:
        joint = _after_and(marks, total.last, stop)
        term = _term(marks, joint, stop) if joint is not None else None
        if term is None and joint is not None:
            term = _half(marks.at[joint], lowest)
        if term is None or joint is None or not _fits(term, lowest):
            break
        joins = (*total.joins, total.last, *term.joins)
        pieces = (*total.pieces, *term.pieces)
        total = Core(total.first, term.last, total.value + term.value, term.scale, term.base, joins, pieces)
        if term.pieces[0].part == "fraction":
            break
        lowest = term
    return total


def _fits(term: Core, above: Core) -> bool:
    """Whether a term may be added below another: it is less than the scale above it («مليون ومئتا ألف»)."""
    if term.value < above.scale:
        return term.value.is_integer() or term.pieces[0].part == "fraction"
    round_hundred = above.base >= 100 and above.base % 100 == 0 and not above.digits
    return round_hundred and term.scale == above.scale and term.base < 100


def _half(piece: Piece, above: Core) -> Core | None:
    """«مليون ونصف»: the fraction is of the scale above it."""
    if piece.part != "fraction" or piece.value is None:
        return None
    return Core(piece.first, piece.last, piece.value * above.scale, 1, piece.value, (), (piece,))


def _after_and(marks: Marks, index: int, stop: int) -> int | None:
    """The first token of the piece that «و» joins here."""
    piece = marks.at.get(index)
    if piece is None or index >= stop:
        return None
    if piece.word.part == "conj":
        return index + 1 if marks.part_at(index + 1) == "digits" else None
    return index if piece.clitic in _AND_CLITICS else None


def _term(marks: Marks, index: int, stop: int) -> Core | None:
    """One term: what stands before one scale word, and the scale word."""
    piece = marks.at.get(index)
    if piece is None or piece.value is None or piece.aside:
        return None
    base = _base(marks, piece, stop)
    if base is None:
        return None
    scale = marks.at.get(base.last)
    if base.scale > 1 or scale is None or not scale.is_scale or scale.value is None:
        return None if piece.part == "fraction" else base
    if scale.clitic and not (piece.part == "fraction" and scale.clitic == ARTICLE):
        return None if piece.part == "fraction" else base
    pieces = (*base.pieces, scale)
    return Core(index, scale.last, base.value * scale.value, scale.value, base.value, base.joins, pieces)


def _base(marks: Marks, piece: Piece, stop: int) -> Core | None:
    value, part = piece.value or 0.0, piece.word.part
    if part in ("digits", "fraction"):
        return Core(piece.first, piece.last, value, 1, value, (), (piece,))
    if part == "scale" or (part == "number" and value >= 1000):
        unit = max(s for s in (1e3, 1e6, 1e9, 1e12) if s <= value)
        return Core(piece.first, piece.last, value, unit, value // unit, (), (piece,))
    if part == "scale_or_dual":
        times = 2 if _counts_a_noun(marks, piece.last) else 1
        return Core(piece.first, piece.last, times * value, value, times, (), (piece,))
    if part in ("number", "one"):
        return _below_thousand(marks, piece, stop)
    return None


def _counts_a_noun(marks: Marks, index: int) -> bool:
    """«ألفا شخص» is the dual; «ألفا وثلاثمئة» and «ألفا من الجنود» are the accusative of a thousand."""
    if marks.breaks(index):
        return False
    piece = marks.at.get(index)
    if piece is not None:
        return piece.part == "unit" and not piece.clitic
    token = marks.tokens[index]
    return token.is_word and token.form[0] != AND


def _below_thousand(marks: Marks, piece: Piece, stop: int) -> Core | None:
    hundreds = _hundreds(marks, piece)
    if hundreds is None:
        return _below_hundred(marks, piece, stop)
    joint = _after_and(marks, hundreds.last, stop)
    rest = marks.at.get(joint) if joint is not None else None
    if rest is None or rest.value is None or rest.aside or rest.value >= 100:
        return hundreds
    if rest.part == "digits":
        tail: Core | None = Core(rest.first, rest.last, rest.value, 1, rest.value, (), (rest,))
        if not rest.value.is_integer():
            return hundreds
    else:
        tail = _below_hundred(marks, rest, stop) if _hundreds(marks, rest) is None else None
    if tail is None:
        return hundreds
    value = hundreds.value + tail.value
    joins = (hundreds.last, *tail.joins)
    return Core(piece.first, tail.last, value, 1, value, joins, (*hundreds.pieces, *tail.pieces))


def _hundreds(marks: Marks, piece: Piece) -> Core | None:
    """«ثلاثمئة», «مئتان», «ثلاث مئة»."""
    value = piece.value or 0.0
    if piece.part != "number":
        return None
    if value >= 100:
        return Core(piece.first, piece.last, value, 1, value, (), (piece,))
    hundred = marks.at.get(piece.last)
    if not 3 <= value <= 9 or hundred is None or hundred.part != "number" or hundred.value != 100 or hundred.clitic:
        return None
    return Core(piece.first, hundred.last, value * 100, 1, value * 100, (), (piece, hundred))


def _below_hundred(marks: Marks, piece: Piece, stop: int) -> Core | None:
    """«خمسة», «خمسة عشر», «خمسة وعشرون»."""
    if piece.part not in ("number", "one") or piece.value is None:
        return None
    value = piece.value
    joint = _after_and(marks, piece.last, stop) if value < 10 else None
    tens = marks.at.get(joint) if joint is not None else None
    if tens is not None and joint is not None and tens.part == "number" and 20 <= (tens.value or 0) <= 90:
        total = value + (tens.value or 0)
        return Core(piece.first, tens.last, total, 1, total, (piece.last,), (piece, tens))
    return None if piece.part == "one" else Core(piece.first, piece.last, value, 1, value, (), (piece,))


def spread(marks: Marks, core: Core, before: int) -> Spread:
    """The range that begins with `core`, or `core` alone. `before` is the token after what stands before it."""
    alone = Spread(core.first, core.last, core.value, core.value, core, ())
    opener = marks.ending.get(before)
    if opener is not None and opener.part == "between":
        found = _between(marks, core, opener)
        return found._replace(between=True) if found else alone
    link = marks.at.get(core.last)
    if core.last < len(marks.tokens) and marks.tokens[core.last].form in _DASHES:
        return _upto(marks, core, core.last + 1, ()) or alone
    if link is None or link.clitic:
        return alone
    if link.part == "or":
        return _upto(marks, core, link.last, (link.word.id,)) or alone
    if link.part == "to" and not _rises(marks, before) and not (opener and opener.part == "month"):
        return _upto(marks, core, link.last, (link.word.id,)) or alone
    return alone


def _between(marks: Marks, core: Core, opener: Piece) -> Spread | None:
    """«بين 30 و40»; what looks like one number is cut where that makes two («بين خمسة وعشرين»)."""
    because = (opener.word.id,)
    joint = _after_and(marks, core.last, _NO_STOP)
    found = _upto(marks, core, joint, because) if joint is not None else None
    if found is None and marks.part_at(core.last) in ("to", "or"):
        found = _upto(marks, core, core.last + 1, because)
    for cut in reversed(core.joins):
        if found is not None:
            break
        low, joint = compose(marks, core.first, cut), _after_and(marks, cut, _NO_STOP)
        found = _upto(marks, low, joint, because) if low and low.last == cut and joint is not None else None
    return found


def _upto(marks: Marks, low: Core, index: int, because: tuple[str, ...]) -> Spread | None:
    """The range from `low` to the number at token `index`, if that is higher; «3 إلى 4 آلاف» share a scale."""
    if marks.part_at(index) == "article":
        index += 1
    high = compose(marks, index)
    if high is None:
        return None
    bottom = low.value
    if low.scale == 1 and high.scale > 1 and bottom < high.base and high.value == high.base * high.scale:
        bottom *= high.scale
    if bottom >= high.value:
        return None
    return Spread(low.first, high.last, bottom, high.value, low, (*because, *(p.word.id for p in high.pieces)))


def _rises(marks: Marks, before: int) -> bool:
    """Whether «من 30 إلى 40» tells of a change: a verb of rising stands before it in the clause."""
    for index in range(before - 1, max(-1, before - 9), -1):
        if marks.breaks(index):
            return False
        if marks.part_at(index) == "rise":
            return True
    return False
