"""When and where does a report say outright that its attack happened? «الهجوم وقع فجر الاثنين في قرية كذا»"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.model import Date, Place
from tawthiq.stages.claims.choose import Choice
from tawthiq.stages.claims.scene import Report, Scene, in_tokens
from tawthiq.stages.claims.times import looks_back

_DEED_REACH, _HAPPENED_REACH, _LATELY = 3, 4, 3
_BEFORE, _WHERE_REACH = 2, 9  # «الهجوم وقع», «وقع الانفجار عند حاجز في حي كذا»
_BEGUN_REACH, _SOME_DAYS, _DAYS = 7, 2, 14
_CLASH = "armed_clash"
_SURE = 0.6
DOUBTS = frozenset({"time.of_speech", "time.of_speech_after", "time.of_rise", "time.of_main_clause", "time.of_death"})
_AFFAIRS = words("affair")


class Outright(NamedTuple):
    """By sentence what is said outright of an attack: the place (`scenes`) and the `days` on which it happened, and
    from when known fighting goes on (`begun`)."""

    scenes: Mapping[int, Place]
    days: Mapping[int, Date]
    begun: Mapping[int, Date]


def outright(report: Report, found: Sequence[tuple[int, Place]]) -> Outright:
    """What a report says outright of when and where its attacks happened; `found` are its places with their
    sentences."""
    return Outright(_scenes(report, found), _days(report), _begun(report))


def earliest(told: Mapping[int, Date], sentences: Collection[int]) -> Date | None:
    """What the first of `sentences` that is in `told` says."""
    return told[min(s for s in sentences if s in told)] if not told.keys().isdisjoint(sentences) else None


def _days(report: Report) -> dict[int, Date]:
    """The day of «الهجوم الذي وقع فجر الاثنين», «الضربة وقعت السبت», «وقع الهجوم مساء الجمعة», by sentence."""
    published = report.document.published
    days: dict[int, Date] = {}
    for hit, behind in _deeds(report, report.words("happened")) if published is not None else ():
        dates = in_tokens(report.document.dates, behind, behind + _HAPPENED_REACH)
        told = next((d for d in dates if d.start == d.end and d.start is not None and not looks_back(d)), None)
        if told is None or published is None or told.start is None:
            continue
        if 0 <= (published - told.start).days <= _LATELY:
            days.setdefault(report.sentence_at(hit.first), told)
    return days


def _begun(report: Report) -> dict[int, Date]:
    """«قال العميد إن الاشتباكات اندلعت قبل أربعة أيام»: by sentence, from when known fighting is told to have begun,
    some days ago, to the day of the report."""
    published = report.document.published
    begun: dict[int, Date] = {}
    for hit in report.words("begun") if published is not None else ():
        deed = in_tokens(report.scan.of(EventWord), hit.first - _BEFORE, hit.last + 1)
        if not deed or not deed[-1].definite or deed[-1].entry.event != _CLASH:
            continue
        behind = max(hit.last, deed[-1].last)
        dates = in_tokens(report.document.dates, behind, behind + _BEGUN_REACH)
        first = next((d for d in dates if d.start is not None and d.kind == "point" and not looks_back(d)), None)
        if first is None or first.start is None or published is None or report.within(behind, first.first, "clause"):
            continue
        if _SOME_DAYS <= (published - first.start).days <= _DAYS:
            since = replace(first, end=published, kind="duration", precision="period", because=("times.begun",))
            begun.setdefault(report.sentence_at(hit.first), since)
    return begun


def dated(report: Report, date: Date) -> bool:
    """Whether a date stands right behind «الهجوم الذي وقع», «جرت العملية»."""
    words = report.within(date.first - _HAPPENED_REACH, date.first, "happened")
    return any(behind <= date.first for _, behind in _deeds(report, words))


def _deeds(report: Report, words: Iterable[Hit]) -> Iterator[tuple[Hit, int]]:
    """Each word for happening whose subject is a definite attack, and where the two end."""
    for hit in words:
        relative = report.before(hit.first, "clause", 0)
        first, last = (relative.first - _DEED_REACH, relative.first) if relative else (hit.first - 1, hit.last + 1)
        deed = in_tokens(report.scan.of(EventWord), first, last)
        if deed and deed[-1].definite:
            yield hit, max(hit.last, deed[-1].last)
        elif any(t.form in _AFFAIRS for t in report.tokens[max(0, first) : last]):
            yield hit, last if hit.last == last - 1 and report.tokens[hit.last].form in _AFFAIRS else hit.last


def _scenes(report: Report, found: Sequence[tuple[int, Place]]) -> dict[int, Place]:
    """By sentence the place of «وقع الهجوم في قرية كذا», «وقع الحادث في حي كذا», «الانفجار وقع في سوق كذا»."""
    places = [p for _, p in found]
    sentence_of = {p.first: s for s, p in found}
    told: dict[int, Place] = {}
    for hit in report.words("happened"):
        if not _of_affair(report, hit):
            continue
        here = in_tokens(places, hit.last, hit.last + _WHERE_REACH)
        place = next((p for p in here if not report.clauses_between(hit.last, p.first)), None)
        if place is not None:
            told.setdefault(sentence_of[place.first], place)
    return told


def _of_affair(report: Report, hit: Hit) -> bool:
    """Whether a definite attack or affair stands beside a word for happening, with no «الذي» between."""
    if report.before(hit.first, "clause", 0) is not None:
        return False  # «الهجوم الذي وقع في كذا» may be another
    forms = (t.form for t in report.tokens[max(0, hit.first - 1) : hit.last + 1])
    if any(form in _AFFAIRS for form in forms):
        return True
    deeds = in_tokens(report.scan.of(EventWord), hit.first - _BEFORE, hit.last + 1)
    return any(d.definite and (d.last == hit.first or d.first == hit.last) for d in deeds)


def holds(scene: Scene, own: Choice[Date], told: Date | None) -> bool:
    """Whether a harm's own day holds against the day that the report tells elsewhere: unless it is only a statement's,
    or may be one and the other is told of the same figures, of none, or outright («الغارة التي وقعت ليلة أمس»)."""
    if told is None or told.kind == "since" or DOUBTS.isdisjoint(own.reasons):
        return True
    return own.score > _SURE and of_other_figures(scene, told) and not dated(scene.report, told)


def of_other_figures(scene: Scene, date: Date) -> bool:
    at = scene.report.sentence_at(date.first)
    figures, here = (
        {(c.outcome, c.count.low) for c in scene.report.figures.get(i, ()) if c.part_of is None}
        for i in (at, scene.sentence)
    )
    return at != scene.sentence and bool(figures) and figures.isdisjoint(here)
