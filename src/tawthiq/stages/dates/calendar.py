"""Calendar arithmetic that never overflows: None stands for a day that no calendar holds."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from hijridate import Hijri

FIRST_YEAR, LAST_YEAR = 1800, 2200
HIJRI_YEARS = range(1343, 1501)
Period = tuple[date, date]
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def day(year: int, month: int, number: int) -> date | None:
    """A Gregorian day."""
    if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    return None


@lru_cache(maxsize=1024)
def hijri_day(year: int, month: int, number: int) -> date | None:
    """A Hijri day by the Umm al-Qura calendar; sighting may differ by a day."""
    if year not in HIJRI_YEARS or not 1 <= month <= 12 or not 1 <= number <= 30:
        return None
    if number > Hijri(year, month, 1).month_length():
        return None
    return Hijri(year, month, number).to_gregorian()


def hijri_month(year: int, month: int) -> Period | None:
    """A Hijri month."""
    first = hijri_day(year, month, 1)
    return (first, plus(first, Hijri(year, month, 1).month_length() - 1) or first) if first else None


def plus(start: date, days: int) -> date | None:
    """`days` after a day."""
    ordinal = start.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def plus_months(start: date, months: int) -> date | None:
    """`months` after a day; the last day of the month where the month is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def shift(start: date, count: int, unit: str) -> date | None:
    """`count` units after a day (before it, where negative). Minutes and hours count whole days."""
    if unit in _DAYS:
        return plus(start, count * _DAYS[unit])
    if unit in _MONTHS:
        return plus_months(start, count * _MONTHS[unit])
    per_day = 24 if unit == "hour" else 1440
    return plus(start, count // per_day if count >= 0 else -(-count // per_day))


def month(year: int, number: int) -> Period | None:
    """A Gregorian month."""
    first = day(year, number, 1)
    return (first, date(year, number, monthrange(year, number)[1])) if first else None


def whole(unit: str, containing: date, offset: int = 0) -> Period | None:
    """The calendar unit `offset` units from the one that holds a day; weeks run Monday to Sunday."""
    moved = shift(containing, offset, unit)
    if moved is None:
        return None
    if unit == "week":
        first = plus(moved, -moved.weekday())
        last = plus(first, 6) if first else None
        return (first, last) if first and last else None
    if unit == "month":
        return month(moved.year, moved.month)
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return years(moved.year - moved.year % size, moved.year - moved.year % size + size - 1)
    return moved, moved


def years(first: int, last: int) -> Period | None:
    """Whole years, both included."""
    if FIRST_YEAR <= first <= last <= LAST_YEAR:
        return date(first, 1, 1), date(last, 12, 31)
    return None


def season(year: int, first_month: int) -> Period | None:
    """Three months; the winter of a year ends in its February."""
    begin = day(year - 1 if first_month == 12 else year, first_month, 1)
    after = plus_months(begin, 3) if begin else None
    end = plus(after, -1) if after else None
    return (begin, end) if begin and end else None


def weekday(published: date, number: int, which: str) -> date | None:
    """The day of the week `which`: "past" (the publication day included), "last" (before it),
    "next" (after it) or "coming" (the publication day included)."""
    gap = (published.weekday() - number) % 7
    steps = {"past": -gap, "last": -(gap or 7), "next": 7 - gap, "coming": (7 - gap) % 7}
    return plus(published, steps[which])


def edge(period: Period, number: int) -> Period:
    """The beginning (1), middle (2) or end (3) of a period: a third of it, of a year whole months."""
    start, end = period
    size = (end - start).days + 1
    if size in (365, 366):
        first, last = ((1, 3), (5, 8), (10, 12))[number - 1]
        return date(start.year, first, 1), date(start.year, last, monthrange(start.year, last)[1])
    third = max(size // 3, 1)
    before = (0, (size - third) // 2, size - third)[number - 1]
    first_day = plus(start, before) or start
    return first_day, plus(first_day, third - 1) or end
