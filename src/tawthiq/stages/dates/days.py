"""Days named by the week or by their distance, parts of days, and their joins with a written date."""

from datetime import date

from tawthiq.stages.dates import calendar, settle
from tawthiq.stages.dates.parts import ordinal, read_parts
from tawthiq.stages.dates.view import Found, View, Word

_RELATIVE = frozenset({"relative_day", "relative_night", "relative_moment"})
_LATE = 2
_AFTER_MIDNIGHT = 2
_OTHER_WEEKS = frozenset({"last", "next", "before_last"})
_FOR, _LONG_COUNT, _MOST_DAYS = "لل", 10, 3000
_SUNDAY = 6
_IN, _TODAY, _THE = "في", "اليوم", "ال"
_WEEKDAYS = frozenset({"weekday", "weekday_bare"})
_ON_WHICH = {"relative_day": "الذي", "relative_night": "التي"}


def read_day(view: View, index: int) -> Found | None:
    """A day that begins at a token: weekday, relative day, part of a day, or «يوم» and what it names."""
    word = view.word(index)
    if word.part == "part_of_day":
        return _part_of_day(view, index)
    if word.part == "unit" and word.unit == "day":
        return _after_day(view, index)
    return _plain(view, index)


def _plain(view: View, index: int) -> Found | None:
    part = view.part(index)
    if part == "weekday":
        return _daytime(view, _weekdays(view, index))
    if part in _RELATIVE:
        found = _relative(view, index)
        return _daytime(view, found) if found else None
    return None


def today(view: View) -> date | None:
    """The day of writing: that of «اليوم الخميس» or «أمس الأربعاء» where the page came out a day or two later, unless
    it tells a day in between («مساء الجمعة»)."""
    published = view.published
    if published is None:
        return None
    told = [word for word in view.words.values() if word.part == "relative_day"]
    named = {day for word in told if (day := _named_today(view, word)) is not None}
    back = (published.weekday() - named.pop()) % 7 if len(named) == 1 else 0
    if not 0 < back <= _LATE:
        return published
    since = {(published.weekday() - days) % 7 for days in range(back)}
    later = (w for index, w in view.words.items() if w.part == "weekday" and view.part(w.last) not in _OTHER_WEEKS)
    return published if any(w.value in since for w in later) else calendar.plus(published, -back)


def _named_today(view: View, word: Word) -> int | None:
    """The weekday of the day that «اليوم» and «أمس» with a weekday right behind them are told from, 0 for Monday."""
    if word.value not in (0, -1) or word.joined:
        return None
    here, _ = view.opened(word.last)
    beside = view.word(here)
    return (beside.value - word.value) % 7 if beside.part == "weekday" and not beside.joined else None


def _named(view: View, index: int, bare: bool = True) -> Found | None:
    """The day after «يوم» or a part of a day."""
    if bare and view.part(index) == "weekday_bare":
        return _weekdays(view, index)
    found = _plain(view, index)
    if found:
        return found
    parts = read_parts(view, index)
    return settle.found(view, parts) if parts and parts.day else None


def _after_day(view: View, index: int) -> Found | None:
    """«يوم الجمعة», «يومي السبت والأحد», «يوم 25 يوليو»."""
    word = view.word(index)
    if word.number == "one" and word.definite:
        return _nth_day(view, index) if view.form(index).startswith(_FOR) else None
    found = _named(view, word.last, bare=word.number == "one")
    return found._replace(first=index) if found else None


def _part_of_day(view: View, index: int) -> Found | None:
    """«مساء الأحد», «فجر اليوم», «ليل الخميس الجمعة», «بعد منتصف ليل الخميس الجمعة», «صباح يوم 3 مايو»."""
    word = view.word(index)
    here = view.skip(word.last, "demonstrative", most=1)
    inner = view.word(here)
    if inner.part == "part_of_day" and not inner.joined:
        here = inner.last
    if view.word(here).part == "unit" and view.word(here).unit == "day" and not view.word(here).definite:
        here = view.word(here).last
    found = _named(view, here, bare=here != word.last or not _one_of(view, here))
    if found is None or found.precision not in ("day", "period"):
        return None
    if word.value and view.part(here) in _WEEKDAYS | _RELATIVE and found.start == found.end:
        found = _night(view, here, found)
        if word.value == _AFTER_MIDNIGHT:
            found = found._replace(start=found.end)
    return found._replace(first=index, precision="part_of_day", rule=f"{found.rule}.part_of_day")


def _one_of(view: View, index: int) -> bool:
    """«فجر أحد المسلحين نفسه»: whether «أحد» right before a noun is one of several, and no Sunday."""
    return view.word(index).value == _SUNDAY and view.form(index + 1).isalpha()


def _night(view: View, index: int, found: Found) -> Found:
    """A night between two weekdays: «ليل الخميس الجمعة», «ليل الخميس - الجمعة», «ليلة السبت على الأحد»."""
    here = found.last
    if view.part(here) in ("to", "upon", "and"):
        here = view.word(here).last
    elif view.form(here) in ("-", "–", "/"):
        here += 1
    second = view.word(here)
    first = found.start.weekday() if found.start else view.word(index).value
    if second.part == "weekday" and second.value == (first + 1) % 7:
        end = calendar.plus(found.start, 1) if found.start else None
        return found._replace(last=second.last, end=end, start=found.start if end else None)
    return found


def _daytime(view: View, found: Found) -> Found:
    """«الأحد صباحا», «الأربعاء مساء»."""
    word = view.word(found.last)
    if word.part == "daytime" and found.precision == "day":
        return found._replace(last=word.last, precision="part_of_day")
    if word.part == "part_of_day" and not word.joined and view.word(word.last).part not in _WEEKDAYS | _RELATIVE:
        return found._replace(last=word.last, precision="part_of_day") if found.precision == "day" else found
    return found


def _relative(view: View, index: int) -> Found | None:
    """«اليوم», «أمس الخميس», «غدا (الأحد)», «اليوم نفسه», «اليوم التالي»."""
    word, published = view.word(index), view.published
    follow = view.part(word.last)
    if word.part == "relative_moment":
        return Found(index, word.last, published, published, "hour", rule="relative")
    if word.value == 0 and word.part == "relative_day":
        if follow in ("same", "following"):
            shift = int(follow == "following")
            last = view.word(word.last).last
            return Found(index, last, None, None, "day", rule="relative", pending="day", shift=shift)
        if follow in ("ordinal", "recent", "article") or (follow == "number" and view.word(word.last).definite):
            return _dated(view, index)  # but «قتل اليوم ثلاثة»
    that = word.value == 0 and not word.joined and view.form(word.last) == _ON_WHICH.get(word.part)
    if follow == "not_today" or that or _each_day(view, index):
        return None  # «في اليوم الذي زار فيه الوفد المدينة»
    last, value = _put_right(view, word)
    start = calendar.plus(published, value) if published else None
    precision = "part_of_day" if word.part == "relative_night" else "day"
    found = Found(index, last, start, start, precision, rule="relative")
    return _with_weekday(view, found)


def _each_day(view: View, index: int) -> bool:
    """«بمعدل ثلاث غارات في اليوم»: each day, where nothing says which («في اليوم السابق»)."""
    word = view.word(index)
    alone = word.value == 0 and not word.joined and view.form(word.last - 1) == _TODAY
    return alone and view.form(index - 1) == _IN and not (view.part(word.last) or view.form(word.last).startswith(_THE))


def _put_right(view: View, word: Word) -> tuple[int, int]:
    """«اليوم (أمس)»: the token behind a relative day and its distance, by the brackets in which a daily says what day
    that is to its readers."""
    here, bracket = view.opened(word.last)
    other = view.words.get(here) if bracket else None
    if other is None or other.part != "relative_day" or view.form(other.last) != ")":
        return word.last, word.value
    return other.last + 1, other.value


def _dated(view: View, index: int) -> Found | None:
    """«اليوم السادس عشر من سبتمبر»; «اليوم السادس» alone counts days and is no date."""
    parts = read_parts(view, view.word(index).last)
    return settle.found(view, parts)._replace(first=index) if parts and parts.day else None


def _nth_day(view: View, index: int) -> Found | None:
    """«لليوم الـ92 على التوالي»: as many days to the publication day; few of them are one incident's and no date."""
    here = view.skip(view.word(index).last, "article", most=1)
    digits = view.digits(here)
    number = (here + 1, digits) if digits else ordinal(view, here)
    if number is None or not _LONG_COUNT <= number[1] <= _MOST_DAYS:
        return None
    start = calendar.plus(view.published, 1 - number[1]) if view.published else None
    end = view.published if start else None
    return Found(index, number[0], start, end, "period", "since", "nth_day")


def _with_weekday(view: View, found: Found) -> Found:
    """Join the weekday written beside a relative day; where they differ the weekday decides."""
    here, bracket = view.opened(found.last)
    if view.part(here) == "unit" and view.word(here).unit == "day":
        here = view.word(here).last
    word = view.word(here)
    if word.part != "weekday" or word.joined:
        return _with_date(view, found)
    last = view.closed(word.last, bracket)
    if found.start is None or found.start.weekday() == word.value:
        return _with_date(view, found._replace(last=last))
    if here != found.last and not bracket:
        return found
    mode = "next" if view.published and found.start > view.published else "past"
    start = calendar.weekday(view.published, word.value, mode) if view.published else None
    return found._replace(last=last, start=start, end=start, rule="relative.weekday")


def _weekdays(view: View, index: int) -> Found:
    """One weekday, or several joined by «و»."""
    word = view.word(index)
    days, last = [word.value], word.last
    while len(days) < 7:
        step = view.word(view.word(last).last if view.part(last) == "and" else last)
        here = view.word(last).last if view.part(last) == "and" else last
        if step.part != "weekday" or not (step.joined or here != last):
            break
        days, last = [*days, step.value], step.last
    which = view.part(last)
    end_last = view.word(last).last if which in ("last", "next", "recent", "before_last") else last
    if len(days) > 1:
        return _several(view, Found(index, end_last, None, None, "period", "duration", "weekday"), days, which)
    mode = {"last": "last", "next": "next"}.get(which) or ("coming" if view.future(index, last) else "past")
    start = calendar.weekday(view.published, word.value, mode) if view.published else None
    if start and which == "before_last":
        start = calendar.plus(start, -7)
    return _with_date(view, Found(index, end_last, start, start, "day", rule="weekday"), word.value)


def _several(view: View, found: Found, days: list[int], which: str) -> Found:
    written = read_parts(view, view.opened(found.last)[0])
    if written is not None and written.upto - written.day == len(days) - 1:
        return settle.found(view, written)._replace(first=found.first)  # «يومي السبت والأحد، 7 و8 أيار»
    published = view.published
    if published is None:
        return found
    ahead = which == "next" or (which != "last" and view.future(found.first, found.last))
    span = (days[-1] - days[0]) % 7
    anchor = days[0] if ahead else days[-1]
    mode = ("next" if which == "next" else "coming") if ahead else ("last" if which == "last" else "past")
    known = calendar.weekday(published, anchor, mode)
    if known is None:
        return found
    start: date | None = known if ahead else calendar.plus(known, -span)
    end = calendar.plus(start, span) if start else None
    return found._replace(start=start if end else None, end=end)


def _with_date(view: View, found: Found, weekday: int | None = None) -> Found:
    """Join the written date beside a day: «الأربعاء 25 يوليو», «الأحد (3 مارس 2019)»."""
    here, bracket = view.opened(found.last)
    if view.part(here) in ("dated", "equals"):
        here = view.word(here).last
    parts = read_parts(view, here)
    if parts is None or not parts.day or parts.upto:
        return found
    written = settle.found(view, parts, weekday)
    comma = here != found.last and not bracket and view.part(here - 1) != "equals"
    agrees = written.start is None or found.start == written.start or weekday == written.start.weekday()
    if comma and not agrees:
        return found
    rule = "absolute" if agrees else "absolute.weekday_differs"
    last = view.closed(parts.last, bracket)
    other = read_parts(view, view.word(last).last) if view.part(last) == "equals" else None
    if other and other.day and other.hijri != parts.hijri:
        written, last = settle.found(view, other if parts.hijri else parts), other.last
    return written._replace(first=found.first, last=last, rule=rule)
