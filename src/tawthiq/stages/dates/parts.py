"""The grammar of absolute dates: a day, month and year as written, not yet resolved."""

from typing import NamedTuple

from tawthiq.stages.dates.view import View

YEARS = range(1900, 2101)
HIJRI = range(1300, 1501)
DASHES = ("-", "–")
_SEPARATORS = ("/", *DASHES)
_BEFORE_YEAR = (",", "،", *_SEPARATORS)
_WHICH = frozenset({"last", "next", "this", "same", "before_last"})
_MONTHS = frozenset({"month", "month_rare", "month_libyan"})
_HIJRI = frozenset({"hijri", "hijri_rare"})
_RARE = frozenset({"month_rare", "month_libyan", "hijri_rare"})
_NUMERIC_AFTER = frozenset({"in", "dated", "weekday", "unit", "since", "until"})
_EVIDENCE = frozenset({"in", "since", "until", "within", "edge", "from", "to", "between", "unit"})


class Parts(NamedTuple):
    """A date as written at tokens first ≤ t < last; 0 stands for what is not written.

    `upto` is the last day of a range of days; `month` 0 with a day is «of this month»;
    `which` is last, next, this, same or before_last, `which_year` whether that says it of the year.
    """

    first: int
    last: int
    day: int = 0
    month: int = 0
    year: int = 0
    hijri: bool = False
    which: str = ""
    which_year: bool = False
    upto: int = 0


def read_parts(view: View, first: int) -> Parts | None:
    """The absolute date that begins at a token: numeric, day and month, or month."""
    number = view.digits(first)
    if number is not None or view.form(first).count(".") == 2:
        return _numeric(view, first) or (_day_first(view, first, first + 1, number) if number else None)
    part = view.part(first)
    if part == "article":
        inner = read_parts(view, first + 1) if view.digits(first + 1) else None
        return inner._replace(first=first) if inner and inner.day else None
    if part in _MONTHS or part in _HIJRI:
        return _month_first(view, first, first)
    if part == "unit" and view.word(first).unit == "month" and view.word(first).number == "one":
        return _month_first(view, first, view.word(first).last)
    found = ordinal(view, first)
    return _day_first(view, first, *found) if found else None


def ordinal(view: View, index: int) -> tuple[int, int] | None:
    """(last, value) of a day's ordinal: «الثامن», «الخامس عشر», «السابع والعشرين», «العشرين», «أول»."""
    word = view.word(index)
    if word.part == "ordinal" and (word.definite or word.value == 1):
        tens = view.word(word.last)
        if word.value < 10 and tens.part == "number" and tens.joined and tens.value in (20, 30):
            return tens.last, word.value + tens.value
        return word.last, word.value
    if word.part == "number" and word.definite and word.value in (20, 30):
        return word.last, word.value
    return None


def _day_first(view: View, first: int, index: int, number: int) -> Parts | None:
    if not 1 <= number <= 31:
        return None
    upto = 0
    second, after = _second_day(view, index)
    if number < second <= 31:
        index, upto = after, second
    elif view.form(index) in _SEPARATORS and (view.part(index + 1) in _MONTHS or view.part(index + 1) in _HIJRI):
        index += 1
    here = view.skip(index, "from", most=1)
    here = view.skip(here, "demonstrative", most=1)
    word = view.word(here)
    if word.part == "unit" and word.unit == "month" and word.number == "one":
        if view.part(word.last) not in _MONTHS and view.part(word.last) not in _HIJRI:
            which = view.part(word.last)
            if which in _WHICH:
                return Parts(first, view.word(word.last).last, number, which=which, upto=upto)
            named = view.part(here - 1) == "demonstrative"
            return Parts(first, word.last, number, which="this", upto=upto) if word.definite and named else None
        here = word.last
    if view.part(here) in ("this", "last") and view.part(first - 1) in ("in", "dated") and not upto:
        return Parts(first, view.word(here).last, number, which=view.part(here))
    month = _month(view, here)
    if month is None:
        return None
    parts = tail(view, Parts(first, month[0], number, month[1], hijri=month[2], upto=upto))
    return parts if view.part(here) != "month_libyan" or parts.year else None


def _second_day(view: View, index: int) -> tuple[int, int]:
    """(day, last) of the second end of a range of days («18 و24», «الأول والخامس»); (0, index) where there is none."""
    until = _joiner(view, index)
    joined = until or (index if view.part(index) == "article" and view.word(index).joined else 0)
    here = view.skip(joined, "article", most=1) if joined else 0  # «الـ12 والـ17», «الـ12 إلى الـ17»
    digits = view.digits(here) if here else None
    if digits:
        return digits, here + 1
    found = ordinal(view, until or index) if until or view.word(index).joined else None
    return (found[1], found[0]) if found else (0, index)


def _joiner(view: View, index: int) -> int:
    """The token after «إلى», «و» («والـ») or a dash between two day numbers; 0 where there is none."""
    part = view.part(index)
    if part in ("to", "and", "until"):
        after = view.word(index).last
        return after + (view.part(after) == "article")
    if part == "article" and view.word(index).joined:
        return index + 1
    return index + 1 if view.form(index) in DASHES else 0


def _month_first(view: View, first: int, index: int) -> Parts | None:
    month = _month(view, index)
    if month is None:
        return None
    parts = tail(view, Parts(first, month[0], month=month[1], hijri=month[2]))
    rare = view.part(index) in _RARE and month[0] == view.word(index).last
    if rare and not parts.year and not parts.which and first == index:
        glued = view.word(index).joined  # «في باب السلامة» is a door, «في آب» a month
        libyan = view.part(index) == "month_libyan"
        return parts if not (libyan or glued) and view.part(first - 1) in _EVIDENCE else None
    if view.part(index) == "month_libyan" and not (parts.year and view.about("date.war.libya")):
        return None
    return parts


def _month(view: View, index: int) -> tuple[int, int, bool] | None:
    """(last, month, whether Hijri), with the month's second name: «أيلول/سبتمبر», «تشرين الأول (أكتوبر)»; of two that
    disagree («نوفمبر/تشرين الأول 2018») the first."""
    word = view.word(index)
    if word.part in _HIJRI:
        return word.last, word.value, True
    if word.part not in _MONTHS:
        return None
    after, bracket = view.opened(word.last)
    other = view.word(after)
    named_twice = other.value == word.value or view.form(word.last) == "/"
    if other.part in ("month", "month_rare") and named_twice and view.form(word.last) not in (",", "،"):
        return view.closed(other.last, bracket), word.value, False
    return word.last, word.value, False


def tail(view: View, parts: Parts) -> Parts:
    """Parts with the year, or the word that says which one, that follows day and month."""
    index = parts.last
    if view.form(index) in _BEFORE_YEAR and _year(view, index + 1, parts.hijri):
        index += 1
    year = _year(view, index, parts.hijri)
    if year:
        return _era(view, parts._replace(last=index + 1, year=year))
    here = view.skip(index, "from", most=1)
    named = view.part(here) == "demonstrative"
    here = view.skip(here, "demonstrative", most=1)
    word = view.word(here)
    if word.part == "unit" and word.unit == "year" and word.number == "one":
        year = _year(view, word.last, parts.hijri)
        if year:
            return _era(view, parts._replace(last=word.last + 1, year=year))
        which = view.part(word.last)
        if which in _WHICH:
            return parts._replace(last=view.word(word.last).last, which=which, which_year=True)
        if named and word.definite:
            return parts._replace(last=word.last, which="this", which_year=True)
    which = view.part(index)
    if which in ("last", "next", "this"):
        after = view.word(index).last
        year = _year(view, after, parts.hijri)  # «يوليو المنصرم 2020»
        if year:
            return _era(view, parts._replace(last=after + 1, year=year))
        return parts._replace(last=after, which=which)
    return parts


def _year(view: View, index: int, hijri: bool) -> int:
    """A year's value, 0 where the token is none."""
    value = view.digits(index)
    if value is None or len(view.form(index)) != 4 or index + 1 in view.counted:
        return 0
    return value if value in YEARS or (hijri and value in HIJRI) else 0


def year_at(view: View, index: int) -> int:
    """A Gregorian year's value at a token, 0 where it is none."""
    return _year(view, index, hijri=False)


def _era(view: View, parts: Parts) -> Parts:
    return parts._replace(last=view.skip(parts.last, "era", "era_hijri", most=1))


def _numeric(view: View, first: int) -> Parts | None:
    """24/7/2018, 2018-07-24, 24.7.2018; 24/7 after a word that governs a date, or before the end of a period (24/7 -
    2/8/2018)."""
    if view.form(first).count(".") == 2:
        pieces = view.form(first).split(".")
        return _ordered(first, first + 1, pieces, ".") if all(p.isdecimal() for p in pieces) else None
    mark = view.form(first + 1)
    if mark not in _SEPARATORS or view.digits(first + 2) is None:
        return None
    if not _tight(view, first, 3):
        return _spaced(view, first)
    if _whole(view, first, mark):
        parts = _ordered(first, first + 5, [view.form(first + n) for n in (0, 2, 4)], mark)
        return _era(view, parts) if parts else None
    governed = view.part(first - 1) in _NUMERIC_AFTER
    if mark != "/" or view.form(first + 3) in ("/", "%", "٪") or not (governed or _opens(view, first + 3)):
        return None
    number, month = view.digits(first) or 0, view.digits(first + 2) or 0
    return Parts(first, first + 3, number, month) if 1 <= number <= 31 and 1 <= month <= 12 else None


def _spaced(view: View, first: int) -> Parts | None:
    """«بتاريخ 4 /4 /2022»: a date written with spaces, its year in four digits."""
    forms = [view.form(first + n) for n in range(5)]
    if forms[1] != "/" or forms[3] != "/" or view.part(first - 1) != "dated" or view.digits(first + 4) not in YEARS:
        return None
    return _ordered(first, first + 5, forms[::2], "/")


def _whole(view: View, first: int, mark: str) -> bool:
    """Whether a second mark and number follow those of «24/7»."""
    return view.form(first + 3) == mark and view.digits(first + 4) is not None and _tight(view, first, 5)


def _opens(view: View, index: int) -> bool:
    """Whether a date with its year («2/8/2018») ends the period that one without begins."""
    end = _joiner(view, index)
    return bool(end) and view.part(index) != "and" and view.form(end + 1) == "/" and _whole(view, end, "/")


def _tight(view: View, first: int, count: int) -> bool:
    tokens = view.tokens
    return all(tokens[i].end == tokens[i + 1].start for i in range(first, first + count - 1))


def _ordered(first: int, last: int, pieces: list[str], mark: str) -> Parts | None:
    if max(map(len, pieces)) > 4:
        return None
    one, two, three = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        one, three = three, one
    elif len(pieces[2]) == 2 and mark == "/":
        three += 2000 if three < 60 else 1900
    if two > 12 >= one:
        one, two = two, one
    if not (1 <= one <= 31 and 1 <= two <= 12 and (three in YEARS or three in HIJRI)):
        return None
    return Parts(first, last, one, two, three, hijri=three in HIJRI)
