"""What bounds a number: modifiers before it, after it and after its noun, and the whole in «three of four»."""

from typing import NamedTuple

from tawthiq.model import Count
from tawthiq.stages.numbers.grammar import Spread, compose
from tawthiq.stages.numbers.pieces import Marks, Piece

_AFTER = ("after", "either")
_BEFORE = ("before", "either")
_STRENGTH = {"exact": 0, "about": 1, "at_most": 2, "at_least": 2}
_OPEN_REACH = 16
_THRESHOLD_REACH = 30
_TAIL_REACH = 6


class Bounds(NamedTuple):
    """A modifier, the piece that begins the number where one stands before it, and the entries that say so."""

    modifier: str
    opening: Piece | None
    because: tuple[str, ...]


def before(marks: Marks, first: int) -> Bounds:
    """What stands before the number whose first token is `first`."""
    bracketed = first > 0 and marks.tokens[first - 1].form == "("
    index, modifier, opening = first - bracketed, "exact", None
    because: list[str] = []
    starter = marks.at.get(first)
    if starter is not None and starter.joined_by_and:
        return Bounds(modifier, None, ())
    while True:
        piece = marks.ending.get(index)
        if piece is None:
            break
        apart = piece.part == "article" and starter is not None and starter.part == "digits"  # «أكثر من الـ 50»
        if piece.part in ("joined", "article") and (apart or marks.touches(index)) and not because:
            index = piece.first
            continue
        if piece.word.modifier is None or (piece.part == "modifier" and piece.word.side not in _BEFORE):
            break
        if _STRENGTH[piece.word.modifier] > _STRENGTH[modifier]:
            modifier = piece.word.modifier
        because.insert(0, piece.word.id)
        index, opening = piece.first, piece
        if piece.joined_by_and:
            break
    if not because:
        modifier, because = _opened(marks, first)
    return Bounds(modifier, opening, tuple(because))


def _opened(marks: Marks, first: int) -> tuple[str, list[str]]:
    """A modifier parted from its number: «تجاوز عدد القتلى 40», «يزيد عددهم على 40», «تخطت ... عتبة 40»."""
    near = marks.ending.get(first)
    if near is not None and near.part in ("article", "joined"):
        near = marks.ending.get(near.first)
    kind = near.part if near is not None else ""
    start = near.first if near is not None and kind in ("than", "threshold") else first
    reach = _THRESHOLD_REACH if kind == "threshold" else _OPEN_REACH
    for index in range(start - 1, max(-1, start - reach), -1):
        if index not in marks.at:
            if marks.breaks(index):
                break
            continue
        piece = marks.at[index]
        opens = piece.word.opens
        if opens is None:
            if piece.part in ("number", "digits"):
                break
            continue
        amount = marks.part_at(piece.last) == "amount" or kind == "threshold"
        if (opens == "than" and kind == "than") or (opens == "direct" and amount and kind != "than"):
            return piece.word.modifier or "exact", [piece.word.id]
    return "exact", []


def after(marks: Marks, last: int) -> Bounds:
    """What stands after a number that ends before token `last`, or after its noun («18 مدنيا على الأقل»)."""
    index, end = last, min(last + _TAIL_REACH, marks.end)
    while index < end:
        if index not in marks.at:
            if marks.breaks(index) and not (index + 1 in marks.at and _trails(marks, marks.at[index + 1])):
                break
            index += 1
            continue
        piece = marks.at[index]
        if _trails(marks, piece):
            return Bounds(piece.word.modifier or "exact", None, (piece.word.id,))
        if piece.begins_number and piece.value != 1:
            break
        index = piece.last
    return Bounds("exact", None, ())


def _trails(marks: Marks, piece: Piece) -> bool:
    """Whether a modifier belongs to the number before it, not to one that follows it."""
    if piece.part != "modifier" or piece.word.side not in _AFTER:
        return False
    follower = marks.at.get(piece.last)
    if follower is not None and follower.part in ("article", "joined"):
        follower = marks.at.get(follower.last)
    if follower is not None and follower.definite:
        return True  # «على الأقل الاثنين» tells the day
    return piece.word.side == "after" or follower is None or not follower.begins_number or follower.joined_by_and


def whole(marks: Marks, found: Spread) -> tuple[int, int, str] | None:
    """«ثلاثة من أربعة», «3 من أصل 4»: the whole, the token after it, and the entry that says so."""
    link = marks.at.get(found.last)
    if link is None or link.part not in ("from", "of") or link.clitic:
        return None
    index = link.last + 1 if marks.part_at(link.last) == "article" else link.last
    total = compose(marks, index)
    if total is None or total.value <= found.high or not total.value.is_integer():
        return None
    if marks.part_at(total.last) in ("unit", "month", "to"):
        return None
    return int(total.value), total.last, link.word.id


def count(found: Spread, modifier: str, of: int | None) -> Count:
    """The count that a number and its modifier make."""
    low, high = round(found.low), round(found.high)
    if found.is_range:
        return Count(low, high, "between", None, of)
    if modifier == "at_least":
        return Count(low, None, modifier, None, of)
    if modifier == "at_most":
        return Count(None, high, modifier, None, of)
    return Count(low, high, modifier, None, of)
