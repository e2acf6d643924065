"""Date words: months, weekdays, parts of days, relative days, units and the words around them."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class DateWord:
    """`part` says what the word does in a date:

    month, month_rare (also another word), month_libyan, hijri, hijri_rare: `value` is the month, 1-12.
    weekday, weekday_bare (no article): `value` counts from Monday, 0.
    relative_day, relative_night, relative_moment: `value` is the distance from the publication day.
    part_of_day (before the day; `value` 1 for a night), daytime (after it).
    unit: `unit` is minute, hour, day, week, month, year, decade or century; `value` 2 is a dual before its names.
    about, several, adjective, half, article: what stands around an amount. share: a half (2) to a quarter (4)
    of a month or year; ordinal_feminine says which. ongoing: what an amount of time was filled with.
    last, next, this, recent, before_last, same, following: which one. demonstrative, latest stand before it.
    number, ordinal, edge (1 beginning, 2 middle, 3 end, `unit` close for its very end), season (its first month),
    decade («تسعينيات» is 90).
    feast: `value` is the Hijri month times 100 plus the day.
    such_day: the publication day in another year.
    named: `starts` is one ISO date, or first and last. anniversary: a day and month that name the date in
    `starts` where the report is about the war `unit`. war_cue: `starts` are the beginnings of wars there.
    after: an amount behind it («بعد يومين من»), or `value` days, lead back to an event before the day told last.
    since, ago, within, in, until, between, from, to, upon, and, dated: what governs a date.
    era, era_hijri, equals: what stands after a date. outbreak, war, year_noun: events that tell a beginning or a year.
    future, told: the tense of a clause, and what ends its reach.
    every, not_today, name_before, office_before: the words beside are no date.
    """

    layer: ClassVar[str] = "date"
    id: str
    example: str
    part: str
    value: int | None = None
    unit: str | None = None
    starts: tuple[str, ...] = ()
