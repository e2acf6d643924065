"""The day that a report without a known day of publication bears in a line of its own at its head."""

from collections.abc import Sequence
from datetime import date

from tawthiq.model import Sentence
from tawthiq.stages.dates.view import Found, View

_LINES = 5
_LONG = 16
_YEAR_DIGITS = 4
_CLOCK = 6


def dateline(view: View, found: Sequence[Found], sentences: Sequence[Sentence], harmed: Sequence[int]) -> date | None:
    """«دمشق، وكالة الشرق - 13 أكتوبر 2016»: a full date with its year that opens or closes one of the first short
    lines, down to the first behind the title that tells of an attack. None where there is none, or more than one day.

    `harmed` are the tokens of words for harm and attacks.
    """
    days: set[date] = set()
    above = [(0, sentences[0].first)] if sentences and sentences[0].first else []  # a line of nothing but a date
    for number, line in enumerate([*above, *((s.first, s.last) for s in sentences[:_LINES])]):
        if any(line[0] <= at < line[1] for at in harmed):
            if number > len(above):
                break
        elif (day := _day_of(view, found, line)) is not None:
            days.add(day)
    return days.pop() if len(days) == 1 else None


def _day_of(view: View, found: Sequence[Found], line: tuple[int, int]) -> date | None:
    first, last = line
    if last - first > _LONG:
        return None
    here = [f for f in found if first <= f.first and f.last <= last]
    if len(here) != 1:
        return None
    one = here[0]
    full = one.kind == "point" and one.precision == "day" and one.start is not None and one.start == one.end
    at_edge = one.first - first <= 1 or last - one.last <= 1 or _timed(view, one, last)
    return one.start if full and at_edge and _with_year(view, one) else None


def _with_year(view: View, found: Found) -> bool:
    forms = (view.form(at) for at in range(found.first, found.last))
    return any(
        len(run) == _YEAR_DIGITS and run.isdecimal() for form in forms for run in form.replace(".", "/").split("/")
    )


def _timed(view: View, found: Found, last: int) -> bool:
    """Whether nothing but a clock time stands behind a date («17 مارس 2025 - 01:04 م»)."""
    behind = range(found.last, last)
    return len(behind) <= _CLOCK and any(view.form(at) == ":" for at in behind)
