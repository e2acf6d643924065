"""Parts of a named period: «النصف الأول من العام», «الأسبوع الأخير من مايو», «الأشهر الستة الأولى من 2018»."""

from datetime import date
from typing import NamedTuple

from tawthiq.stages.dates import calendar
from tawthiq.stages.dates.amounts import read_amount
from tawthiq.stages.dates.calendar import Period
from tawthiq.stages.dates.periods import read_whole
from tawthiq.stages.dates.view import Found, View

_UNITS = frozenset({"day", "week", "month"})


class Share(NamedTuple):
    """The part of a period, ending before token `last`: its `which`-th piece of `size` units, from the end where
    `which` is 0. `unit` is day, week, month, or "share" where the period is cut into `size` equal pieces."""

    last: int
    unit: str
    size: int
    which: int


def read_share(view: View, index: int) -> Found | None:
    """A part of a month or year that the text names right after it."""
    share = _share(view, index)
    if share is None or view.part(share.last) != "from":
        return None
    whole = read_whole(view, view.word(share.last).last)
    if whole is None:
        return None
    period = _cut((whole.start, whole.end), share) if whole.start and whole.end else None
    start, end = period or (None, None)
    return Found(index, whole.last, start, end, "period", "duration", "share", whole.pending)


def _share(view: View, index: int) -> Share | None:
    word = view.word(index)
    if word.part in ("share", "half") and word.definite:
        which = _which(view, word.last)
        return Share(which[0], "share", word.value, which[1]) if which else None
    amount = read_amount(view, index)
    if amount is None or not amount.definite or amount.unit not in _UNITS or not amount.size:
        return None
    which = _which(view, amount.last)
    return Share(which[0], amount.unit, amount.size, which[1]) if which else None


def _which(view: View, index: int) -> tuple[int, int] | None:
    """(last, number) of «الأول», «الثانية», «الأخير» (0)."""
    word = view.word(index)
    if word.part == "recent":
        return word.last, 0
    if word.part in ("ordinal", "ordinal_feminine") and word.definite and 1 <= word.value <= 4:
        return word.last, word.value
    return None


def _cut(whole: Period, share: Share) -> Period | None:
    start, end = whole
    days = (end - start).days + 1
    if share.unit == "share" and days > 300 and 12 % share.size == 0:
        return _units(whole, share._replace(unit="month", size=12 // share.size))
    if share.unit == "share":
        piece = days // share.size
        return _units(whole, share._replace(unit="day", size=piece)) if piece else None
    return _units(whole, share)


def _units(whole: Period, share: Share) -> Period | None:
    """The `which`-th run of `size` units, counted from the beginning, or back from the end where `which` is 0."""
    start, end = whole
    if share.which:
        first = calendar.shift(start, (share.which - 1) * share.size, share.unit)
        after = calendar.shift(start, share.which * share.size, share.unit)
    else:
        after = calendar.plus(end, 1)
        first = calendar.shift(after, -share.size, share.unit) if after else None
    last: date | None = calendar.plus(after, -1) if after else None
    if first is None or last is None or first > end:
        return None
    return max(first, start), min(last, end)
