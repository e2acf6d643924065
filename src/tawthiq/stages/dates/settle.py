"""Resolving written dates against the publication date."""

from datetime import date

from tawthiq.stages.dates import calendar
from tawthiq.stages.dates.calendar import Period
from tawthiq.stages.dates.parts import DASHES, Parts
from tawthiq.stages.dates.view import Found, View

_MONTH = 31  # days
_OFFSET = {"last": -1, "next": 1, "this": 0, "same": 0, "before_last": -2}


def found(view: View, parts: Parts, weekday: int | None = None) -> Found:
    """The date that `parts` write. `weekday` chooses the year where none is written."""
    precision = "day" if parts.day and not parts.upto else "period" if parts.upto else "month"
    period = resolve(view, parts, weekday)
    pending = "same_year" if parts.which == "same" and parts.which_year else ""
    start, end = period or (None, None)
    kind = "duration" if parts.upto else "point"
    rule = "hijri.within_one_day" if parts.hijri else "absolute"
    return Found(parts.first, parts.last, start, end, precision, kind, rule, pending)


def resolve(view: View, parts: Parts, weekday: int | None = None) -> Period | None:
    """First and last day, None where a publication date is needed and missing, or no such day exists."""
    published = view.published
    if parts.year:
        return _of_year(parts, _hijri_year(parts) if parts.hijri and parts.year > 1500 else parts.year)
    if published is None:
        return None
    if parts.which_year:
        return _of_year(parts, _this_year(parts, published) + _OFFSET[parts.which])
    if not parts.month:
        month = calendar.whole("month", published, _OFFSET[parts.which])
        return _of_year(parts._replace(month=month[0].month), month[0].year) if month else None
    return _nearest(view, parts, published, weekday)


def linked(view: View, found: Found) -> bool:
    """Whether a dash joins a date to the next, or «إلى» in the bracket that it opens («(29 آب إلى 11 أيلول)»)."""
    return view.form(found.last) in DASHES or (view.part(found.last) == "to" and view.form(found.first - 1) == "(")


def move_year(found: Found, year: int | None) -> Found:
    """A date of «the same year», put into the year of the date before it; unresolved where there is none."""
    if not (found.start and found.end and year):
        return found._replace(start=None, end=None)
    shift = 12 * (year - found.start.year)
    start, end = calendar.plus_months(found.start, shift), calendar.plus_months(found.end, shift)
    return found._replace(start=start if end else None, end=end if start else None)


def _nearest(view: View, parts: Parts, published: date, weekday: int | None) -> Period | None:
    this = _this_year(parts, published)
    periods = [p for p in (_of_year(parts, this + n) for n in range(-2, 3)) if p]
    if parts.which == "this":
        begun = [p for p in periods if (p[0] - published).days <= _MONTH]
        return min(begun, key=lambda p: abs((p[0] - published).days), default=None)
    if parts.which == "next" or (not parts.which and view.future(parts.first, parts.last)):
        return next((p for p in periods if p[0] > published), None)
    if parts.which == "last":
        past = [p for p in periods if p[1] < published]
    else:
        past = [p for p in periods if p[0] <= published]
    if weekday is not None and past and past[-1][0].weekday() != weekday:
        agree = [p for p in periods if p[0].weekday() == weekday]
        return min(agree, key=lambda p: abs((p[0] - published).days), default=past[-1])
    return past[-1] if past else None


def _this_year(parts: Parts, published: date) -> int:
    """The running year of the calendar that the date is written in."""
    if not parts.hijri:
        return published.year
    guess = (published.year - 622) * 33 // 32
    later = calendar.hijri_day(guess + 1, 1, 1)
    return guess + 1 if later and later <= published else guess


def _hijri_year(parts: Parts) -> int:
    """The Hijri year whose month falls in the Gregorian year that is written."""
    guess = (parts.year - 622) * 33 // 32
    for year in range(guess - 1, guess + 3):
        first = calendar.hijri_day(year, parts.month, max(parts.day, 1))
        if first and first.year == parts.year:
            return year
    return guess


def _of_year(parts: Parts, year: int) -> Period | None:
    if not parts.day:
        return calendar.hijri_month(year, parts.month) if parts.hijri else calendar.month(year, parts.month)
    make = calendar.hijri_day if parts.hijri else calendar.day
    start = make(year, parts.month, parts.day)
    end = make(year, parts.month, parts.upto) if parts.upto else start
    return (start, end) if start and end else None
