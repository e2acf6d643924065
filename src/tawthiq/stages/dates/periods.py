"""Weeks, months and years by their distance; edges of them; written years, seasons, decades, feasts and named days."""

from datetime import date

from tawthiq.language.lists import words
from tawthiq.stages.dates import calendar, settle
from tawthiq.stages.dates.calendar import Period
from tawthiq.stages.dates.parts import Parts, read_parts, tail, year_at
from tawthiq.stages.dates.view import Found, View, Word

_REPORTED = 7  # days of a month in which «هذا الشهر» may be the month before, which a report is on
_OFFSET = {"last": -1, "next": 1, "this": 0, "before_last": -2}
_SEASONS = {"spring": 3, "summer": 6}
_AGES = words("age")
_CALENDAR = frozenset({"week", "month", "year", "decade", "century"})


def _found(first: int, last: int, period: Period | None, precision: str, rule: str) -> Found:
    start, end = period or (None, None)
    return Found(first, last, start, end, precision, rule=rule)


def read_absolute(view: View, index: int) -> Found | None:
    """A written date, with its second writing in another calendar («الموافق 25 يوليو»)."""
    parts = read_parts(view, index)
    if parts is None:
        return None
    found = settle.found(view, parts)
    here, bracket = view.opened(found.last)
    here = view.skip(here, "equals", most=1)
    if parts.day and here != found.last:
        other = read_parts(view, here)
        if other and other.day and other.hijri != parts.hijri:
            chosen = settle.found(view, other) if parts.hijri else found
            return chosen._replace(first=index, last=view.closed(other.last, bracket))
    return found


def read_months(view: View, index: int) -> Found | None:
    """«شهري مايو ويونيو», «أشهر مايو ويونيو ويوليو»: months as one period."""
    word = view.word(index)
    several = word.unit == "month" and word.number in ("two", "many") and not word.definite
    one = _month(view, word.last) if several else None
    two = _next_month(view, one) if one is not None else None
    while two is not None and word.number == "many" and (after := _next_month(view, two)) is not None:
        two = after
    if one is None or two is None or not (one.start and two.end):
        return None
    year = calendar.plus_months(one.start, 12 * (two.end.year - one.start.year))
    start = year if year and year <= two.end else one.start
    return Found(index, two.last, start, two.end, "period", "duration", "months") if start <= two.end else None


def _next_month(view: View, one: Found) -> Found | None:
    """The month that «و» joins to another."""
    here = view.word(one.last).last if view.part(one.last) == "and" else one.last
    return _month(view, here) if here != one.last or view.word(here).joined else None


def read_named(view: View, index: int) -> Found:
    """A day or period that has a name."""
    word = view.word(index)
    days = [date.fromisoformat(day) for day in word.entry.starts]
    return _found(index, word.last, (days[0], days[-1]), "day" if len(days) == 1 else "period", "named")


def read_anniversary(view: View, index: int, begun: bool = False) -> Found:
    """A day and month that also name one date: that date, where the report is about its war and writes no year, or says
    that the war began on it («منذ بدء العدوان في السابع من أكتوبر الماضي», for years after)."""
    word, published = view.word(index), view.published
    known = date.fromisoformat(word.entry.starts[0])
    parts = tail(view, Parts(index, word.last, known.day, known.month))
    found = settle.found(view, parts)
    cued = view.about(f"date.{word.unit}")
    if parts.year or parts.which_year or not published or published < known or not cued:
        return found
    if not begun and (parts.which or _recent(published, found)):
        return found
    return _found(index, parts.last, (known, known), "day", "named")


def _recent(published: date, found: Found) -> bool:
    return found.start is not None and 0 <= (published - found.start).days <= 3


def read_unit(view: View, index: int) -> Found | None:
    """«الأسبوع الماضي», «هذا الشهر», «عام 2014», «عامي 2014 و2015»."""
    named = view.part(index) == "demonstrative"
    here = view.word(index).last if named else index
    unit = view.word(here)
    if unit.part != "unit" or unit.unit not in _CALENDAR or unit.number == "many":
        return None
    if unit.unit == "year" and not named:
        written = _written_years(view, here, unit)
        if written:
            return written
    which = view.part(unit.last)
    if unit.number != "one" or not unit.definite or view.part(index - 1) == "office_before":
        return None
    if which not in _OFFSET and not named:
        return None
    last = view.word(unit.last).last if which in _OFFSET else unit.last
    written = read_year(view, last) if unit.unit == "year" else None
    if written:
        return written._replace(first=index)  # «العام الحالي 2023»
    period = calendar.whole(unit.unit, view.published, _OFFSET.get(which, 0)) if view.published else None
    found = _found(index, last, period, unit.unit if unit.unit in ("week", "month", "year") else "period", "unit")
    early = unit.unit == "month" and view.published is not None and view.published.day <= _REPORTED
    return found._replace(pending="month") if named and early else found


def _written_years(view: View, index: int, unit: Word) -> Found | None:
    first = year_at(view, unit.last)
    if not first:
        return None
    last, end = unit.last + 1, first
    after = view.word(last).last if view.part(last) == "and" else 0
    if unit.number == "two" and after and year_at(view, after):
        last, end = after + 1, year_at(view, after)
    elif view.form(last) in ("-", "–") and year_at(view, last + 1) > first:
        last, end = last + 2, year_at(view, last + 1)
    last = view.skip(last, "era", most=1)
    period = calendar.years(min(first, end), max(first, end))
    return _found(index, last, period, "year" if first == end else "period", "year")


def read_year(view: View, index: int) -> Found | None:
    """A bare year, which the caller has found to be governed."""
    year = year_at(view, index)
    if not year:
        return None
    return _found(index, view.skip(index + 1, "era", most=1), calendar.years(year, year), "year", "year")


def read_whole(view: View, index: int) -> Found | None:
    """The month or year that a part of it names: «العام» alone is the running one."""
    whole = read_unit(view, index) or read_year(view, index) or _month(view, index)
    unit = view.word(index)
    if whole is None and unit.part == "unit" and unit.definite and unit.number == "one" and unit.unit in _CALENDAR:
        period = calendar.whole(unit.unit, view.published) if view.published else None
        return _found(index, unit.last, period, "period", "unit")
    return whole


def read_edge(view: View, index: int) -> Found | None:
    """«مطلع الشهر الحالي», «أواخر مارس 2016», «منتصف العام», «أواخر 2017 وبداية 2018»."""
    one = _edge(view, index)
    word = view.word(one.last) if one is not None else view.word(index)
    two = _edge(view, one.last) if one is not None and word.part == "edge" and word.joined else None
    if one is None or two is None or not (one.start and one.end and two.start and one.end < two.start):
        return one
    return Found(index, two.last, one.start, two.end, "period", "duration", "edge")


def _edge(view: View, index: int) -> Found | None:
    word = view.word(index)
    whole = read_whole(view, word.last)
    if whole is None:
        return None
    period = calendar.edge((whole.start, whole.end), word.value) if whole.start and whole.end else None
    unit, published = view.word(word.last), view.published
    bare = unit.unit == "week" and whole.last == unit.last and word.unit == "close"
    if bare and period and published and period[0] > published:
        period = _weeks_back(period)  # «خلال عطلة نهاية الأسبوع» tells of the last one
    return _found(index, whole.last, period, "period", "edge")._replace(pending=whole.pending)


def _weeks_back(period: Period) -> Period | None:
    start, end = (calendar.plus(day, -7) for day in period)
    return (start, end) if start and end else None


def beginning(view: View, found: Found) -> date | None:
    """The day from which «منذ» counts: of the middle or the end of a month, not that part's first day."""
    if found.rule != "edge" or not (found.start and found.end):
        return found.start
    edge = view.word(found.first)
    if edge.unit == "close":
        return found.end
    return found.start if edge.value == 1 else calendar.plus(found.start, (found.end - found.start).days // 2)


def _month(view: View, index: int) -> Found | None:
    parts = read_parts(view, index)
    return settle.found(view, parts) if parts and not parts.day else None


def read_such_day(view: View, index: int) -> Found | None:
    """«مثل هذا اليوم من عام 2013»: the publication day of another year."""
    here = view.skip(view.word(index).last, "from", most=1)
    year, published = read_unit(view, here) or read_year(view, here), view.published
    if year is None or year.precision != "year":
        return None
    day = calendar.day(year.start.year, published.month, published.day) if year.start and published else None
    return _found(index, year.last, (day, day) if day else None, "day", "such_day")


def read_season(view: View, index: int) -> Found | None:
    """«خريف 2015», «صيف العام الماضي», «الصيف الماضي»."""
    word, published = view.word(index), view.published
    month = _SEASONS.get(word.unit, word.value)
    here = view.skip(word.last, "from", most=1)
    year = year_at(view, here)
    if year:
        return _found(index, here + 1, calendar.season(year, month), "season", "season")
    unit = read_unit(view, here)
    if unit and unit.precision == "year":
        period = calendar.season(unit.start.year, month) if unit.start else None
        return _found(index, unit.last, period, "season", "season")
    which = view.part(word.last)
    if which not in ("last", "next", "this"):
        return None
    period = _season_near(published, month, which) if published else None
    return _found(index, view.word(word.last).last, period, "season", "season")


def _season_near(published: date, first_month: int, which: str) -> Period | None:
    periods = [p for n in (-1, 0, 1) if (p := calendar.season(published.year + n, first_month))]
    if which == "next":
        return next((p for p in periods if p[0] > published), None)
    past = [p for p in periods if (p[1] if which == "last" else p[0]) < published]
    return past[-1] if past else None


def read_decade(view: View, index: int) -> Found | None:
    """«تسعينيات القرن الماضي»; of the twentieth century, whatever follows; «في الثلاثينات من العمر» is an age."""
    word = view.word(index)
    if view.form(word.last) in _AGES or view.form(word.last + 1) in _AGES:
        return None
    unit = view.word(word.last)
    last = word.last
    if unit.unit == "century":
        last = view.skip(unit.last, "last", "number", most=1)
    return _found(index, last, calendar.years(1900 + word.value, 1909 + word.value), "period", "decade")


def read_feast(view: View, index: int) -> Found | None:
    """«عيد الفطر» (three days), «أول أيام عيد الأضحى», «عيد الفطر الماضي»."""
    word, published = view.word(index), view.published
    nth, here = 0, index
    if word.part == "ordinal":
        nth, here = word.value, view.skip(word.last, "unit", most=1)
        word = view.word(here)
    if word.part != "feast" or (nth and here == view.word(index).last) or nth > 4:
        return None
    number, day = divmod(word.value, 100)
    length = 1 if nth or number not in (10, 12) else 3
    last, which = word.last, view.part(word.last)
    if which in ("last", "next", "this"):
        last = view.word(last).last
    first = day + max(nth, 1) - 1
    written = Parts(index, last, first, number, hijri=True, which=which if which in ("last", "next") else "")
    period = settle.resolve(view, written) if published else None
    end = calendar.plus(period[0], length - 1) if period else None
    period = (period[0], end) if period and end else None
    return _found(index, last, period, "day" if length == 1 else "period", "feast.within_one_day")
