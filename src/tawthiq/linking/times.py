"""When an incident was: the days of its claims, or the days that a report of fresh news without a day leaves open."""

from datetime import date, timedelta

from tawthiq.model import ClaimTime

_WIDE = 7

Days = tuple[date, date]


def days(time: ClaimTime | None) -> Days | None:
    """The first and last day of a claim's time."""
    if time is None:
        return None
    return date.fromisoformat(time.start), date.fromisoformat(time.end)


def related(a: Days, b: Days) -> tuple[str, float]:
    """How two times that are told stand to each other, with the weight of it."""
    gap = max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)
    long = max((a[1] - a[0]).days, (b[1] - b[0]).days)
    if gap == 0:
        if long <= 1:
            return "time.same_day", 2.0
        return ("time.within", 0.8) if long <= _WIDE else ("time.within_period", 0.3)
    if gap == 1:
        return "time.next_day", -1.0
    return ("time.days_apart", -3.0) if gap <= 3 else ("time.apart", -7.0)


def fresh(a: Days, published: Days) -> tuple[str, float]:
    """How a told time stands to reports that name no day: fresh news is of the day it appears or the one before."""
    behind = (published[0] - a[1]).days
    ahead = (a[0] - published[1]).days
    if ahead > 0:
        return ("time.after_the_report", -6.0) if ahead > 1 else ("time.next_day", -0.5)
    if behind <= 1:
        return "time.fresh", 1.2
    if behind <= 3:
        return "time.recent", 0.3
    return ("time.older", -1.5) if behind <= 10 else ("time.apart", -4.0)


def both_fresh(a: Days, b: Days) -> tuple[str, float]:
    """How two reports that name no day stand to each other."""
    gap = max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)
    if gap <= 1:
        return "time.fresh", 1.0
    return ("time.recent", -0.5) if gap <= 3 else ("time.apart", -4.0)


def open_days(published: Days) -> Days:
    """The days that an incident without a day is looked for on."""
    return published[0] - timedelta(days=1), published[1]
