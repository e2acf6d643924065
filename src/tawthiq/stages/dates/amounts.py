"""The grammar of amounts of time: «ثلاثة أيام», «الساعات الـ24», «يومين», «عدة أشهر»."""

from datetime import date
from typing import NamedTuple

from tawthiq.stages.dates import calendar
from tawthiq.stages.dates.view import View

_MOST = 10_000_000
_HALF_MONTH = 15


class Amount(NamedTuple):
    """`size` units, ending before token `last`; size 0 is an amount not said («أيام»).

    `extra` is the half of a year in months («عام ونصف»), `days` that of a month; `definite` says whether the unit has
    the article.
    """

    last: int
    size: int
    unit: str
    definite: bool
    extra: int = 0
    said: bool = True
    days: int = 0


def read_amount(view: View, index: int) -> Amount | None:
    """The amount that begins at a token."""
    index = view.skip(index, "about", most=2)
    index = view.skip(index, "article", "latest", most=2)
    counted = _number(view, index)
    if counted is not None:
        return _of_number(view, *counted)
    several = view.part(index) == "several"
    unit = view.word(view.skip(index, "several", most=1))
    if unit.part != "unit" or unit.value:
        return None
    if unit.number != "many":
        count = 2 if unit.number == "two" else 1
        last = view.skip(unit.last, "adjective", most=2)
        return _half(view, Amount(last, count, unit.unit, unit.definite, said=unit.number == "two" or last > unit.last))
    after = _number(view, view.skip(unit.last, "article", "about", most=2)) if unit.definite else None
    if after and view.part(after[0]) != "unit":
        return Amount(view.skip(after[0], "adjective", most=2), after[1], unit.unit, True)
    last = view.skip(unit.last, "several", "adjective", most=2)
    return Amount(last, 0, unit.unit, unit.definite, said=several or last > unit.last)


def _of_number(view: View, index: int, count: int) -> Amount | None:
    unit = view.word(view.skip(index, "article", most=1))
    if unit.part != "unit" or not count:
        return None
    last = view.skip(unit.last, "adjective", "about", most=2)
    return _half(view, Amount(last, count, unit.unit, True if view.part(index) == "article" else unit.definite))


def _half(view: View, amount: Amount) -> Amount:
    word = view.word(amount.last)
    if word.part != "half" or not word.joined or amount.unit not in ("year", "month"):
        return amount
    if amount.unit == "month":
        return amount._replace(last=word.last, days=_HALF_MONTH)  # «شهر ونصف الشهر»
    return amount._replace(last=word.last, extra=6)


def _number(view: View, index: int) -> tuple[int, int] | None:
    """(last, value) of a number in digits or words: «24», «سبع», «ثماني وأربعين»."""
    value = view.digits(index)
    if value is not None:
        return index + 1, min(value, _MOST)
    word = view.word(index)
    if word.part != "number":
        return None
    index, total = word.last, word.value
    for _ in range(2):
        word = view.word(index)
        if word.part != "number" or not word.joined:
            break
        index, total = word.last, total + word.value
    return index, total


def back(published: date, amount: Amount) -> date | None:
    """The day that lies the amount before the publication day."""
    moved = calendar.shift(published, -amount.size, amount.unit)
    moved = calendar.plus(moved, -amount.days) if moved and amount.days else moved
    return calendar.plus_months(moved, -amount.extra) if moved and amount.extra else moved


def stretch(published: date, amount: Amount, ahead: bool = False) -> calendar.Period | None:
    """The amount of days, weeks, months or years that ends on the publication day (or begins after it, `ahead`).

    Days count in full: three days are the publication day and the two before. Hours reach back whole days.
    """
    if ahead:
        first, last = calendar.plus(published, 1), calendar.shift(published, amount.size, amount.unit)
        return (min(first, last), last) if first and last else None
    start = back(published, amount)
    if start and amount.unit not in ("minute", "hour"):
        start = calendar.plus(start, 1)
    elif start and amount.unit == "hour":
        start = calendar.plus(published, -(amount.size // 24))
    return (start, published) if start else None
