"""The data and arithmetic behind dates: every entry's example, month names of every country, and what never happens."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from babel.dates import get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.language import load
from tawthiq.language.entries import DateWord
from tawthiq.language.fold import fold_form
from tawthiq.model import Document
from tawthiq.stages import dates
from tawthiq.stages.dates import calendar

LANGUAGE = load()
ENTRIES = [entry for entry in LANGUAGE.lexicon.entries("date") if isinstance(entry, DateWord)]
COUNTRIES = ("SY", "IQ", "LB", "JO", "PS", "EG", "SA", "SD", "LY", "YE", "DZ", "TN", "MA", "MR")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_example_uses_its_entry(entry: DateWord) -> None:
    assert entry.id in {hit.entry.id for hit in LANGUAGE.scan(entry.example).hits("date")}


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_month_name_of_a_country_is_known(country: str) -> None:
    for number, name in get_month_names("wide", locale=f"ar_{country}").items():
        senses = LANGUAGE.lexicon.senses(fold_form(name))
        assert number in {s.entry.value for s in senses if isinstance(s.entry, DateWord)}, name


FORMS = sorted({word for entry in ENTRIES for word in entry.example.split()})
PIECES = st.one_of(
    st.sampled_from(FORMS), st.integers(0, 10**12).map(str), st.integers(1, 31).map(str),
    st.integers(1300, 2100).map(str), st.sampled_from(["/", "-", "(", ")", "،", ".", "\n", "و", "الـ", "5" * 5000]),
)  # fmt: skip
DAYS = st.one_of(st.none(), st.dates(), st.dates(date(2000, 1, 1), date(2030, 1, 1)))


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from([" ", ""]), DAYS)
def test_no_mix_of_words_breaks_the_rules(pieces: list[str], space: str, published: date | None) -> None:
    text = space.join(pieces)
    found = dates.run(Document("mix", text, "", published=published), LANGUAGE.scan(text), LANGUAGE).dates
    assert [d.first for d in found] == sorted(d.first for d in found)
    assert all(one.last <= two.first for one, two in pairwise(found))
    for one in found:
        assert one.text == text[one.span.start : one.span.end] != ""
        assert (one.start is None) == (one.end is None)
        assert one.start is None or one.end is None or one.start <= one.end


@pytest.mark.parametrize(
    "text",
    ["قبل 999999999 سنة", "منذ 99999999999999 عام", "خلال 888888888 يوم", "خلال 99999999 ساعة", "قبل 999999999 دقيقة"],
)
@pytest.mark.parametrize("published", [date.min, date(2018, 7, 24), date.max])
def test_huge_amounts_do_not_overflow(text: str, published: date) -> None:
    dates.run(Document("huge", text, "", published=published), LANGUAGE.scan(text), LANGUAGE)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_weekdays_stand_around_the_publication_day(published: date, number: int) -> None:
    past, last = (calendar.weekday(published, number, which) for which in ("past", "last"))
    after, coming = (calendar.weekday(published, number, which) for which in ("next", "coming"))
    assert past and last and after and coming
    assert {d.weekday() for d in (past, last, after, coming)} == {number}
    assert timedelta(0) <= published - past < timedelta(7) and timedelta(0) < published - last <= timedelta(7)
    assert timedelta(0) < after - published <= timedelta(7) and timedelta(0) <= coming - published < timedelta(7)


@pytest.mark.parametrize(
    ("unit", "offset", "expected"),
    [
        ("week", -1, (date(2018, 7, 16), date(2018, 7, 22))),
        ("week", 0, (date(2018, 7, 23), date(2018, 7, 29))),
        ("month", -1, (date(2018, 6, 1), date(2018, 6, 30))),
        ("month", 1, (date(2018, 8, 1), date(2018, 8, 31))),
        ("year", -1, (date(2017, 1, 1), date(2017, 12, 31))),
        ("decade", -1, (date(2000, 1, 1), date(2009, 12, 31))),
    ],
)
def test_whole_units(unit: str, offset: int, expected: calendar.Period) -> None:
    assert calendar.whole(unit, date(2018, 7, 24), offset) == expected


def test_a_month_shift_stays_in_the_month() -> None:
    assert calendar.plus_months(date(2020, 3, 31), -1) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [(1445, 9, 9, date(2024, 3, 19)), (1439, 10, 1, date(2018, 6, 15)), (1445, 13, 1, None), (9999, 1, 1, None)],
)
def test_hijri_days(year: int, month: int, day: int, expected: date | None) -> None:
    assert calendar.hijri_day(year, month, day) == expected
