"""What neighbouring numbers say of each other: «22 و23 مارس», «القرارين 2254 و2401», «ثلاثة جنود من أصل عشرة»."""

from dataclasses import replace

from tawthiq.model import Number
from tawthiq.stages.numbers.pieces import Marks

_SHARED_BACK = frozenset({"date", "time", "distance", "money", "percent", "measure"})
_SHARED_ON = frozenset({"identifier", "unit", "date"})
_WHOLE_REACH, _TWICE = 5, "number.said_twice"


def together(marks: Marks, found: list[Number]) -> tuple[Number, ...]:
    """The numbers with what their neighbours say of them."""
    for index in range(len(found) - 1, 0, -1):
        left, right = found[index - 1], found[index]
        shares = right.aside in _SHARED_BACK and (right.aside != "date" or _is_day(left))
        if shares and left.aside is None and left.count.modifier == "exact" and _coordinated(marks, left, right):
            found[index - 1] = replace(left, aside=right.aside, because=(*left.because, *right.because[-1:]))
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        twice = _said_twice(marks, left, right) if left.value == right.value else None
        if twice is not None:
            at = index - 1 if twice is left else index
            found[at] = replace(twice, aside="identifier", because=(*twice.because, _TWICE))
            continue
        if right.aside is not None:
            continue
        if left.aside in _SHARED_ON and right.because[:1] == ("number.digits",) and _coordinated(marks, left, right):
            if not marks.is_counted(right.last):
                found[index] = replace(right, aside=left.aside, because=(*right.because, *left.because[-1:]))
        elif left.aside is None and _is_whole(marks, left, right):
            found[index - 1] = replace(left, count=replace(left.count, of=right.count.low))
            found[index] = replace(right, aside="whole")
    return tuple(found)


def _said_twice(marks: Marks, left: Number, right: Number) -> Number | None:
    """«(15) خمسة عشر مصليا», «12 (اثني عشر) طفلا»: of two numbers alike the one in brackets, which says the other
    again."""
    if left.value is None or left.aside or right.aside or right.first - left.last != 1:
        return None
    if marks.tokens[left.last].form == ")":
        opens = left.first > 0 and marks.tokens[left.first - 1].form == "("
        return left if opens else None
    closes = right.last < len(marks.tokens) and marks.tokens[right.last].form == ")"
    return right if closes and marks.tokens[left.last].form == "(" else None


def _coordinated(marks: Marks, left: Number, right: Number) -> bool:
    piece = marks.at.get(left.last)
    if piece is None:
        return False
    if piece.part == "conj":
        return right.first == left.last + 1
    return right.first == left.last and piece.joined_by_and


def _is_day(number: Number) -> bool:
    return number.value is not None and 1 <= number.value <= 31


def _is_whole(marks: Marks, left: Number, right: Number) -> bool:
    """Whether the right number is the whole of the left: «ثلاثة جنود من أصل عشرة»."""
    link = marks.ending.get(right.first)
    near = 0 <= right.first - left.last <= _WHOLE_REACH
    return link is not None and link.part == "of" and near and right.value is not None and left.count.of is None
