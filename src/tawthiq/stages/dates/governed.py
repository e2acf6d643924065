"""Dates that a small word governs: منذ، قبل، خلال، في، حتى، بين … و، من … إلى."""

from collections.abc import Callable

from tawthiq.language.lists import words
from tawthiq.stages.dates import days, periods
from tawthiq.stages.dates.amounts import Amount, back, read_amount, stretch
from tawthiq.stages.dates.events import begun_ago, read_event, written
from tawthiq.stages.dates.parts import YEARS, Parts, read_parts
from tawthiq.stages.dates.ranked import chief, ranked, set_aside, undated
from tawthiq.stages.dates.settle import found as settled
from tawthiq.stages.dates.settle import linked
from tawthiq.stages.dates.shares import read_share
from tawthiq.stages.dates.view import Found, View

Reader = Callable[[View, int], Found | None]
_ARTICLE = "ال"
_WITH, _THAT, _BY = "مع", "ذلك", "ب"
_NOW = ("الان", "يومنا")
_LASTING = frozenset({"outbreak", "edge", "war"})
_LONG = frozenset({"month", "season", "year"})
_BEGINS, _LONG_BEFORE = words("begins"), words("long_before")
_DAYLONG = 12  # hours: fewer tell how long a thing took, not when
_HOURS, _DAYS = 24, {"day": 1, "week": 7}
_SINCE_THEN = {3: "since", 4: "since_day"}
_MOST_AFTER = 14  # of more days only the month is meant
_PRECISION = {"minute": "hour", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


def read_point(view: View, index: int) -> Found | None:
    """Any date that needs no governing word."""
    return None if set_aside(view, index) else point(view, index)


def point(view: View, index: int) -> Found | None:
    """Any date that needs no governing word, at a token that is not set aside."""
    found = _written(view, index)
    return _dashed(view, found) if found is not None and linked(view, found) else found


def _written(view: View, index: int) -> Found | None:
    if index not in view.words:
        return periods.read_absolute(view, index) if view.form(index)[:1].isdecimal() else None
    part = view.words[index].part
    return POINTS[part](view, index) if part in POINTS else None


def _dashed(view: View, one: Found) -> Found:
    """«27 أغسطس - 2 سبتمبر 2020»: two written days, joined by a dash or «إلى», as one period."""
    two = _written(view, one.last + 1)
    if two is None or any(d.rule != "absolute" or d.precision != "day" for d in (one, two)):
        return one
    return _join(view, one.first, one, two) or one


def read_since(view: View, index: int) -> Found | None:
    """«منذ الأحد», «منذ ثلاث سنوات», «منذ 2013», «منذ بدء النزاع»; what is compared with all before is of no day, an
    attack that it is compared with of its own («الأعنف منذ هجوم أوقع 31 قتيلا في 16 يناير»)."""
    found = _since(view, index)
    if found is None or not (ranked(view, index) or chief(view, found.last)):
        return found
    event = written(view, view.word(index).last) if found.rule == "since.event" else None
    if event is not None and event.kind == "point" and event.start and not _lasts(view, view.word(index).last):
        return event._replace(first=index, rule="compared")
    return found._replace(start=None, end=None, kind="point", rule="rank")


def _lasts(view: View, index: int) -> bool:
    """«منذ اندلاع النزاع», «منذ بدأت القوات», «منذ إعلان الهدنة»: what began then is no attack that was over."""
    return view.part(index) in _LASTING or not _BEGINS.isdisjoint([view.form(index), view.form(index + 1)])


def _since(view: View, index: int) -> Found | None:
    here = view.skip(view.word(index).last, "about", "in", most=2)
    point = read_point(view, here) or periods.read_year(view, here)
    published = view.published
    if point:
        closed = _closed(view, index, point)
        if closed:
            return closed
        if _most_of_yesterday(view, here, point):
            return point._replace(first=index, kind="duration", rule="since.day")
        start = periods.beginning(view, point) if published else None
        end = max(start, published) if start and published else None
        return point._replace(first=index, start=start, end=end, kind="since", rule=f"since.{point.rule}")
    amount = read_amount(view, view.word(index).last)
    if amount:
        return _since_amount(view, index, amount)
    event = read_event(view, index, view.word(index).last)
    event = begun_ago(view, event) if event is not None else None
    return (event and event.start and _closed(view, index, event)) or event


def _most_of_yesterday(view: View, index: int, point: Found) -> bool:
    """«منذ صباح أمس»: what began on the morning before is of that day; «منذ مساء أمس» runs into the next."""
    word = view.word(index)
    if word.part != "part_of_day" or word.unit != "day":
        return False
    return {view.word(t).value for t in range(word.last, point.last) if view.part(t) == "relative_day"} == {-1}


def _closed(view: View, index: int, point: Found) -> Found | None:
    """«منذ فجر السبت وحتى مساء الاثنين», «منذ بدئها في 3 مارس إلى أمس»: a period with both its ends."""
    here = point.last + 1 if view.form(point.last) in (",", "،") else point.last
    end = read_until(view, here) if view.part(here) in ("until", "to") else None
    if end is None or (point.start and end.end and point.start > end.end):
        return None
    start, last = (point.start, end.end) if point.start and end.end else (None, None)
    return Found(index, end.last, start, last, "period", "duration", "interval")


def _since_amount(view: View, index: int, amount: Amount) -> Found | None:
    """«منذ ثلاثة أيام»; the hours of «أمس الأربعاء منذ ساعات الفجر» belong to their day."""
    if view.part(amount.last) == "from":
        return None
    if view.part(amount.last) == "part_of_day" and view.part(index - 1) in ("weekday", "relative_day"):
        return None
    last = view.skip(amount.last, "last", "recent", most=1)
    start = back(view.published, amount) if view.published and amount.size else None
    if view.published and amount.unit in ("minute", "hour") and not amount.size:
        start = view.published
    return Found(index, last, start, view.published if start else None, _precision(amount), "since", "since.amount")


def _precision(amount: Amount) -> str:
    return _PRECISION.get(amount.unit, "period") if amount.size or amount.unit in ("minute", "hour") else "period"


def read_ago(view: View, index: int) -> Found | None:
    """«قبل يومين», «قبل نحو أسبوعين»; «قبل عامين» is that whole year, «قبل أيام» not resolved; «قبل ذلك بيومين»."""
    if view.form(view.word(index).last) == _THAT:
        return _from_then(view, index, -1)
    amount = read_amount(view, view.word(index).last)
    if amount is None or amount.definite or view.part(amount.last) == "from":
        return None
    published = view.published
    start = back(published, amount) if published and amount.size else None
    end = start
    if start and amount.unit in ("year", "decade") and not amount.extra:
        start, end = start.replace(month=1, day=1), start.replace(month=12, day=31)
    if published and amount.unit in ("minute", "hour") and not amount.size:
        start = end = published
    return Found(index, amount.last, start, end, _precision(amount), rule="ago")


def read_after(view: View, index: int) -> Found | None:
    """«بعد يومين من الهجوم», «بعد أقل من 24 ساعة على مقتل», «غداة مقتل»: the day of what lies behind; «بعد يومين من
    المعارك» are the days up to the one told, «بعد يوم من المعارك» the one before."""
    word = view.word(index)
    if word.value:
        return Found(index, word.last, None, None, "day", rule="after", pending="day", shift=-word.value)
    if view.form(word.last) == _THAT:
        return _from_then(view, index, 1)
    amount = read_amount(view, word.last)
    halved = amount is not None and (amount.extra or amount.days)
    if amount is None or amount.definite or halved or view.part(amount.last) not in ("from", "upon"):
        return None
    begun = view.word(view.word(amount.last).last)
    dated = view.part(index - 1) or (index > 0 and view.tokens[index - 1].is_number)
    if begun.part == "outbreak" and view.part(begun.last) == "war" and not dated:
        return _since_amount(view, index, amount)  # «قالت بعد عشرة أيام على اندلاع القتال»
    days = amount.size // _HOURS if amount.unit == "hour" else amount.size * _DAYS.get(amount.unit, 0)
    if not 0 < days <= _MOST_AFTER:
        loose = amount.unit not in ("minute", "hour") and view.form(view.word(amount.last).last) in _LONG_BEFORE
        return Found(index, amount.last, None, None, "period", rule="after") if loose else None  # «بعد أيام من مقتل»
    filled = view.word(view.word(amount.last).last)
    if (
        days > 1
        and view.part(amount.last) == "from"
        and (filled.part == "war" or (filled.part == "ongoing" and filled.value == 1))
    ):
        return Found(index, amount.last, None, None, "period", "duration", "lasting", "days", 1 - days)
    return Found(index, amount.last, None, None, "day", rule="after", pending="day", shift=-days)


def _from_then(view: View, index: int, way: int) -> Found | None:
    """«قبل ذلك بيومين», «بعد ذلك بأسبوع», «بعد ذلك بساعات»: so far from the day told last; «قبل ذلك بأيام» and «قبل ذلك
    بعامين» are not resolved."""
    here = view.word(index).last + 1
    amount = read_amount(view, here) if view.form(here).startswith(_BY) else None
    if amount is None or amount.unit == "minute":
        return None
    if amount.unit not in ("hour", "day", "week") or not (amount.size or amount.unit == "hour"):
        return Found(index, amount.last, None, None, "period", rule="ago")
    days = amount.size // _HOURS if amount.unit == "hour" else amount.size * _DAYS[amount.unit]
    return Found(index, amount.last, None, None, "day", rule="then", pending="day", shift=way * days)


def read_then(view: View, index: int) -> Found | None:
    """«وقتل آنذاك خمسة», «ومنذ ذلك الحين قتل»: the date told last; «آنذاك» behind a noun with the article tells of an
    office («الوزير آنذاك»)."""
    word = view.word(index)
    if word.value in _SINCE_THEN:
        pending = _SINCE_THEN[word.value]
        return Found(index, word.last, None, view.published, "period", "since", "since.then", pending)
    if word.value:
        return _same_period(view, index, word.joined)
    if view.form(index - 1).startswith(_ARTICLE):
        return None
    return Found(index, word.last, None, None, "day", rule="then", pending="then")


def _same_period(view: View, index: int, joined: bool) -> Found | None:
    """«خلال الفترة نفسها», «الشهر نفسه»: the one told last; not another year's («من العام الماضي») or compared with."""
    last = view.word(index).last
    here = view.skip(last, "from", "in", most=1)
    other = here != last and (periods.read_unit(view, here) or periods.read_year(view, here))
    if joined or other or view.form(index - 1) == _WITH:
        return None
    pending = "period" if view.word(index).value == 1 else "of_month"
    return Found(index, last, None, None, "period", rule="then", pending=pending)


def read_amount_past(view: View, index: int) -> Found | None:
    """«الأيام الثلاثة الماضية», «الساعات الـ24 الأخيرة», «آخر 48 ساعة» with no governing word."""
    amount = read_amount(view, index)
    if amount is None:
        return None
    which = view.part(amount.last)
    if which in ("last", "recent", "next") and (amount.definite or view.part(index) == "latest"):
        last = view.skip(amount.last, "last", "recent", "next", most=2)
        return _stretch(view, index, last, amount, which == "next")
    if view.part(index) == "latest" and amount.size > 1:
        return _stretch(view, index, amount.last, amount)
    return None


def _stretch(view: View, first: int, last: int, amount: Amount, ahead: bool = False) -> Found:
    published = view.published
    period = stretch(published, amount, ahead) if published and amount.size else None
    if published and amount.unit in ("minute", "hour") and not amount.size:
        period = (published, published)
    start, end = period or (None, None)
    precision = "hour" if amount.unit in ("minute", "hour") else "period"
    return Found(first, last, start, end, precision, "duration", "within.ahead" if ahead else "within")


@undated
def read_within(view: View, index: int) -> Found | None:
    """«خلال يومين», «خلال الأسبوع الأخير», «خلال الساعات الـ24 الماضية», «خلال يومي السبت والأحد»."""
    here = view.word(index).last
    past = read_amount_past(view, here)
    amount = read_amount(view, here)
    recent = amount is not None and amount.size == 1 and view.part(amount.last) == "recent"
    if past and amount and (amount.size != 1 or recent):
        return past
    point = read_point(view, here)
    if point:
        span = point.start != point.end
        if span and point.precision in _LONG and ranked(view, index):
            return point._replace(start=None, end=None, kind="point", rule="rank")
        return point._replace(kind="duration") if span and point.kind == "point" else point
    if amount is None or amount.definite or not amount.size or _counted_from(view, amount):
        return None
    if amount.unit == "minute" or (amount.unit == "hour" and amount.size < _DAYLONG):
        return None
    ahead = view.part(amount.last) == "next" or view.future(index, amount.last)
    last = view.skip(amount.last, "next", "last", "recent", most=1)
    return _stretch(view, here, last, amount, ahead)


def read_in(view: View, index: int) -> Found | None:
    """«في 2014», «في خمسة أيام». Everything else after «في» is read for itself."""
    here = view.word(index).last
    year = None if read_parts(view, here) else periods.read_year(view, here)
    if year and view.form(here + 1) not in ("/", "%", "٪") and view.part(here + 1) not in ("unit", "month"):
        return _years(view, here, year)
    amount = read_amount(view, here)
    if amount is None or amount.definite or not amount.said or _counted_from(view, amount):
        return None
    if amount.unit not in ("hour", "day", "week") or amount.size < (_DAYLONG if amount.unit == "hour" else 2):
        return None
    return _stretch(view, here, amount.last, amount)


def _counted_from(view: View, amount: Amount) -> bool:
    """«خلال يومين من توقيع الاتفاق» begins at an event; «في خمسة أيام من القصف» is how long that went on."""
    after = view.word(amount.last)
    return after.part == "from" and view.part(after.last) not in ("ongoing", "war")


def _years(view: View, index: int, year: Found) -> Found:
    """«في 2014 و2015» stays two dates; «في 2014-2015» is one."""
    other = periods.read_year(view, index + 2) if view.form(index + 1) in ("-", "–") else None
    if other and year.start and other.end and other.end > year.start:
        return year._replace(last=other.last, end=other.end, precision="period", kind="duration")
    return year


def read_until(view: View, index: int) -> Found | None:
    """«حتى الأحد», «حتى نهاية العام»."""
    here = view.word(index).last
    point = read_point(view, here) or periods.read_year(view, here)
    return point._replace(kind="until", rule=f"until.{point.rule}") if point and point.kind == "point" else None


def read_interval(view: View, index: int) -> Found | None:
    """«بين 18 و22 فبراير», «من يناير إلى مارس», «بين عامي 2014 و2016», «من الأحد إلى الثلاثاء»."""
    opening = view.word(index)
    here = opening.last + (view.form(opening.last) == "(")
    unit = view.word(here)
    if unit.part == "unit" and unit.number == "two" and unit.unit in ("day", "month", "year"):
        here = unit.last
    here += view.form(here) == "("  # «ما بين (3 و9 أيلول)»
    ranged = read_parts(view, here)
    if ranged and ranged.upto:
        return settled(view, ranged)
    if opening.part == "between" and view.part(here) == "weekday":
        pair = days.read_day(view, here)
        return pair if pair and pair.kind == "duration" else None
    one = periods.read_year(view, here) or read_point(view, here)
    if one is None or one.kind != "point":
        return None
    second = _second(view, one.last, opening.part)
    if not second and opening.part == "from" and one.rule == "edge" and view.word(here).value == 1:
        return _since(view, index)  # «من بداية عام 2023»
    if second and opening.part == "from" and view.form(second) in _NOW:
        begun = _since(view, index)  # «من مطلع الشهر الماضي إلى الآن»
        return begun._replace(last=second + 1) if begun else None
    two = (periods.read_year(view, second) or read_point(view, second)) if second else None
    if two is None or two.kind != "point":
        return None
    return _join(view, here, one, two)


def _second(view: View, index: int, opening: str) -> int:
    """The token at which the second end of an interval begins; 0 where there is none."""
    if view.form(index) in (",", "،"):
        index += 1
    word = view.word(index)
    if word.part in (("to", "until") if opening == "from" else ("and", "to", "until")):
        return word.last
    return index if opening == "between" and word.part and word.joined else 0


def _join(view: View, first: int, one: Found, two: Found) -> Found | None:
    """One period of two dates; the first takes the year written with the second, a later weekday follows."""
    start, end = one.start, two.end
    before, after = read_parts(view, one.first), read_parts(view, two.first)
    if start and end and before and after and not before.year and after.year in YEARS:
        start = settled(view, Parts(*before[:4], after.year, *before[5:])).start
        if start and start > end:
            start = settled(view, Parts(*before[:4], after.year - 1, *before[5:])).start
    if view.part(one.first) == view.part(two.first) == "weekday" and start and end and start > end:
        start = start.fromordinal(max(start.toordinal() - 7, 1))
    if start and end and start > end:
        return None
    known = start is not None and end is not None
    return Found(first, two.last, start if known else None, end if known else None, "period", "duration", "interval")


def _year_noun(view: View, index: int) -> Found | None:
    """«حرب 2014», «انتفاضة 1987»: the year after a noun that takes one."""
    return periods.read_year(view, view.word(index).last)


def _unit(view: View, index: int) -> Found | None:
    return (
        days.read_day(view, index)
        or read_share(view, index)
        or periods.read_unit(view, index)
        or periods.read_months(view, index)
        or periods.read_absolute(view, index)
        or read_amount_past(view, index)
    )


def _libyan(view: View, index: int) -> Found | None:
    absolute = periods.read_absolute(view, index)
    return absolute or (periods.read_season(view, index) if view.word(index).unit else None)


def _article(view: View, index: int) -> Found | None:
    return read_amount_past(view, index) or periods.read_absolute(view, index)


def _ordinal(view: View, index: int) -> Found | None:
    return periods.read_feast(view, index) or periods.read_absolute(view, index)


POINTS: dict[str, Reader] = {
    "weekday": days.read_day, "relative_day": days.read_day, "relative_night": days.read_day,
    "relative_moment": days.read_day, "part_of_day": days.read_day, "unit": _unit,
    "demonstrative": periods.read_unit, "edge": periods.read_edge, "season": periods.read_season,
    "decade": periods.read_decade, "feast": periods.read_feast, "named": periods.read_named,
    "anniversary": periods.read_anniversary, "ordinal": _ordinal, "number": periods.read_absolute,
    "month": periods.read_absolute, "month_rare": periods.read_absolute, "month_libyan": _libyan,
    "hijri": periods.read_absolute, "hijri_rare": periods.read_absolute,
    "article": _article, "latest": read_amount_past, "share": read_share, "half": read_share,
    "such_day": periods.read_such_day,
}  # fmt: skip

GOVERNED: dict[str, Reader] = {
    "since": read_since, "ago": read_ago, "within": read_within, "in": read_in, "until": read_until,
    "after": read_after, "between": read_interval, "from": read_interval, "year_noun": _year_noun, "war": _year_noun,
    "then": read_then,
}  # fmt: skip
