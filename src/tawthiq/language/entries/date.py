"""Date words: months, weekdays, parts of days, relative days, units and the words around them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

_REMEMBERED = timedelta(days=120)
_LASTING = timedelta(days=600)


@dataclass(frozen=True, slots=True)
class DateWord:
    """`part` says what the word does in a date:

    month, month_rare (also another word), month_libyan, hijri, hijri_rare: `value` is the month, 1-12.
    weekday, weekday_bare (no article): `value` counts from Monday, 0.
    relative_day, relative_night, relative_moment: `value` is the distance from the publication day.
    part_of_day (before the day; `value` 1 for a night, 2 for what comes after midnight, `unit` day for what most of a
    day follows), daytime (after it).
    unit: `unit` is minute, hour, day, week, month, year, decade or century; `value` 2 is a dual before its names.
    about, several, adjective, half, article: what stands around an amount. share: a half (2) to a quarter (4)
    of a month or year; ordinal_feminine says which. ongoing: what an amount of time was filled with, `value` 1 for
    fighting.
    last, next, this, recent, before_last, same, following: which one. demonstrative, latest stand before it.
    number, ordinal, edge (1 beginning, 2 middle, 3 end, `unit` close for its very end), season (its first month),
    decade («تسعينيات» is 90).
    feast: `value` is the Hijri month times 100 plus the day.
    such_day: the publication day in another year.
    named: `starts` is one ISO date, or first and last. anniversary: a day and month that name the date in
    `starts` where the report is about the war `unit`. war_cue: `starts` are the wars there, each its first day and
    after a slash the last where it is over, `risings` the first days of protests there.
    declared: an announcement made on the day in `starts`, where the word in `unit` says that it was this one.
    then: the date told last, whatever it is.
    after: an amount behind it («بعد يومين من»), or `value` days, lead back to an event before the day told last.
    since, ago, within, in, until, between, from, to, upon, and, dated: what governs a date.
    era, era_hijri, equals: what stands after a date. outbreak, war, year_noun: events that tell a beginning or a year;
    `unit` is protests of a war that is none.
    future, told: the tense of a clause, and what ends its reach.
    rank: what compares with all before («الأعنف منذ»; `value` 1 where «من» behind it makes it a plain number's).
    every, not_today, name_before, office_before: the words beside are no date.
    """

    layer: ClassVar[str] = "date"
    id: str
    example: str
    part: str
    value: int | None = None
    unit: str | None = None
    starts: tuple[str, ...] = ()
    risings: tuple[str, ...] = ()

    def rising(self, day: date) -> tuple[date, date] | None:
        """Of a war_cue, the days of the protests that a report of `day` speaks of without their date: the latest begun,
        while they are remembered; where none are known, of a war that began with protests."""
        begun = [first for first in map(date.fromisoformat, self.risings) if first <= day]
        if not self.risings:
            return self.war(day)
        return (max(begun), day) if begun and day - max(begun) < _LASTING else None

    def war(self, day: date) -> tuple[date, date] | None:
        """Of a war_cue, the first and the last day of the war that a report of `day` speaks of without its date:
        the latest begun, unless it was over months before."""
        begun = [w for w in (tuple(map(date.fromisoformat, s.split("/"))) for s in self.starts) if w[0] <= day]
        if not begun:
            return None
        first, *over = max(begun)
        if over and day - over[0] > _REMEMBERED:
            return None
        return first, min(day, *over) if over else day
