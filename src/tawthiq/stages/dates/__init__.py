"""Dates and periods, resolved against the day of publication.

Where that is not known, the day of a dateline is taken for it. A bare weekday or date without a year lies in the past,
the publication day included, unless the clause speaks of the future. A date that cannot be resolved is kept, with start
and end None.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from itertools import takewhile

from tawthiq.language import Language
from tawthiq.language.entries import DateWord, GroupWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import Scan
from tawthiq.model import Date, Document, Span
from tawthiq.stages.dates import calendar
from tawthiq.stages.dates.dateline import dateline
from tawthiq.stages.dates.days import today
from tawthiq.stages.dates.governed import GOVERNED, point
from tawthiq.stages.dates.ranked import set_aside
from tawthiq.stages.dates.settle import move_year
from tawthiq.stages.dates.view import Found, View, wars_of, words_of

_QUARTER = 92  # days
_ARTICLE = 2
_COMMAS = ("،", ",")
_THE, _IN, _PLACE = "ال", ("في", "علي"), 5  # tokens of «الإسرائيلي على قطاع غزة»
_THEN_REACH, _SINCE_REACH = 60, 40  # tokens: the sentence before
_OF_A_DAY = frozenset({"day", "part_of_day", "hour"})


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `document.dates`, in the order of the text, none overlapping another."""
    words = words_of(scan)
    victims = [hit.first for hit in scan.of(HarmWord) if hit.entry.part == "victim"]
    counted = frozenset([*[hit.first for hit in scan.of(GroupWord) if not hit.clitic], *victims])
    view = View(scan.tokens, len(scan.tokens), words, counted, document.published, wars_of(words.values()))
    if document.published is None:
        document = dataclasses.replace(document, published=_dateline(document, scan, view))
        view = dataclasses.replace(view, published=document.published)
    written = today(view)
    view = view if written == view.published else dataclasses.replace(view, published=written)
    hits = {hit.first: hit for hit in scan.of(DateWord)}
    dates = tuple(_date(scan, hits, found, view) for found in _joined(view, _settled(_read(view))))
    return dataclasses.replace(document, dates=dates)


def _dateline(document: Document, scan: Scan, view: View) -> date | None:
    harmed = [hit.first for layer in ("harm", "event") for hit in scan.hits(layer)]
    return dateline(view, _read(view), document.sentences, harmed)


def _read(view: View) -> list[Found]:
    found: list[Found] = []
    resume = 0
    begun = map(str.isdecimal, [token.form[0] for token in view.tokens])
    digits = [i for i, digit in enumerate(begun) if digit and i not in view.words]
    for index in sorted([*view.words, *digits]):
        if index < resume:
            continue
        aside = set_aside(view, index)
        if aside:
            resume = aside
            continue
        part = view.words[index].part if index in view.words else ""
        here = GOVERNED[part](view, index) if part in GOVERNED else point(view, index)
        if here:
            found.append(here)
            resume = here.last
    return found


def _settled(found: list[Found]) -> list[Found]:
    """Settle «the same day», «the next day», «two days after», «then» and «of the same year» by the date before; days
    of fighting by the day that they lead to; what was «then» or in «the same period» is no date where none stands close
    before."""
    done: list[Found] = []
    last: date | None = None
    day: date | None = None
    period: Found | None = None
    month: Found | None = None
    for one in found:
        if one.pending == "day":
            start = calendar.plus(day, one.shift) if day else None
            one = one._replace(start=start, end=start)
        elif one.pending == "days":
            start = calendar.plus(day, one.shift) if day else None
            one = one._replace(start=start, end=day if start else None)
        elif one.pending in ("then", "period"):
            before = (done[-1] if done else None) if one.pending == "then" else period
            if before is None or before.start is None or one.first - before.last > _THEN_REACH:
                continue
            one = before._replace(first=one.first, last=one.last, rule=one.rule)
        elif one.pending in ("since", "since_day"):
            start = _begun(one, done)
            if start is None:
                continue
            one = one._replace(start=start)
        elif one.pending == "of_month":
            if last is None or not (whole := calendar.month(last.year, last.month)):
                continue
            one = one._replace(start=whole[0], end=whole[1], precision="month")
        elif one.pending == "month":
            one = _reported(one, month)._replace(pending="month")
        elif one.pending == "same_year":
            one = move_year(one, last.year if last else None)
        if one.start and one.kind != "until":
            last = one.start
            day = one.start if one.kind == "point" and one.precision in _OF_A_DAY and one.shift >= 0 else day
        month = one if one.precision == "month" and one.pending != "month" else month
        if one.start != one.end and (one.kind != "point" or one.precision not in _OF_A_DAY):
            period = one
        done.append(one)
    return done


def _begun(one: Found, before: list[Found]) -> date | None:
    """The day from which «ومنذ ذلك الحين», or «منذ ذلك اليوم», counts: of the date told last and not long before."""
    near = takewhile(lambda d: one.first - d.last <= _SINCE_REACH, reversed(before))
    told = (d.start for d in near if d.start and (one.pending == "since" or d.precision in _OF_A_DAY))
    return next((start for start in told if one.end and start < one.end), None)


def _reported(one: Found, month: Found | None) -> Found:
    """«خلال هذا الشهر» in a report of its first days on the month that has just ended, told before."""
    if month is None or month.start is None or month.end is None or one.start is None:
        return one
    return one._replace(start=month.start, end=month.end) if (one.start - month.end).days == 1 else one


def _joined(view: View, found: list[Found]) -> list[Found]:
    """«(27 أغسطس 2 سبتمبر 2020)»: two days with nothing but a bracket around them are the ends of a period, and so are
    «مطلع حزيران، حتى أمس»."""
    done: list[Found] = []
    for one in found:
        before = done[-1] if done else None
        beside = before is not None and before.last == one.first and view.form(one.last) == ")"
        if before is not None and one.kind == "until" and _goes_on(view, before, one):
            last = before.last if before.kind == "since" else one.last
            done[-1] = before._replace(last=last, end=one.end, precision="period", kind="duration", rule="interval")
        elif before is None or not beside or view.form(before.first - 1) != "(" or not _ends(before, one):
            done.append(one)
        else:
            done[-1] = before._replace(last=one.last, end=one.end, precision="period", kind="duration", rule="interval")
    return done


def _goes_on(view: View, one: Found, two: Found) -> bool:
    """Whether «حتى» alone, or behind a comma, stands between two dates, the second the later; or behind a place («منذ
    بدء الحرب في السودان حتى أمس»)."""
    until = two.first - 1
    comma = view.form(one.last) in _COMMAS and not view.word(until).joined  # «قتل أمس، وحتى اليوم لم»
    beside = until - one.last == comma and view.part(until) == "until"
    placed = one.kind == "since" and 1 < until - one.last <= _PLACE and view.part(until) == "until"
    placed = placed and view.form(one.last + view.form(one.last).startswith(_THE)) in _IN
    if not (placed or (beside and one.kind == "point")) or one.start is None or two.end is None:
        return False
    return one.start < two.end


def _ends(one: Found, two: Found) -> bool:
    written = one.rule == two.rule == "absolute" and one.precision == two.precision == "day"
    return written and one.start is not None and two.end is not None and 0 < (two.end - one.start).days <= _QUARTER


def _start(scan: Scan, hit: Hit) -> int:
    """Where a hit begins in the original text, its article included."""
    clitic = hit.clitic
    if not clitic or not hit.definite:
        return hit.start
    return scan.cut.folded.origin(scan.tokens[hit.first].at + max(len(clitic) - _ARTICLE, 0))


def _date(scan: Scan, hits: Mapping[int, Hit], found: Found, view: View) -> Date:
    tokens = scan.tokens
    start = _start(scan, hits[found.first]) if found.first in hits else tokens[found.first].start
    end = tokens[found.last - 1].end
    entries = [view.word(i).entry.id for i in range(found.first, found.last) if i in view.words]
    because = (f"dates.{found.rule}", *entries)
    return Date(
        Span(start, end), scan.text[start:end], found.start, found.end, found.precision, found.kind,
        found.first, found.last, because,
    )  # fmt: skip
