"""Of an attack that a statement's day dates: the day on which the report tells later that it was made."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from tawthiq.model import Date, Place
from tawthiq.stages.claims.events import Cause, akin
from tawthiq.stages.claims.holding import FINENESS, one_incident
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.scene import Report
from tawthiq.stages.claims.times import likely, looks_back, of_rise, of_speech, of_tally

_LATELY = timedelta(days=3)
_RELATIVE, _REACH, _THE, _VERB = "relative", 3, "ال", "verb"
_NEAR = 8  # tokens between a deed and its day
_LEAD = 1.0
_FINE = FINENESS["province"]


def _only_told(marks: Marks, sentences: Sequence[int], day: Date) -> bool:
    """Whether every mention of a day beside harm or an attack dates a statement or a new count («قالت الوزارة الأحد
    إن», «بلغ العدد 15 ظهر الأحد»)."""
    report = marks.report
    for sentence in sentences:
        last = report.document.sentences[sentence].last
        for date in marks.dates(sentence):
            same = (date.start, date.end) == (day.start, day.end)
            beside = sentence in marks.outcomes or any(_beside(c, date) for c in marks.causes.get(sentence, ()))
            if same and beside and not _aside(report, date, last):
                return False
    return True


def day_before(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float], told: Date) -> Date | None:
    """«أعلنت الوزارة الثلاثاء مقتل أربعة في غارات. وكان الطيران قد شن مساء الاثنين غارات على البلدة»: the one day, at
    most three before, of an attack of that kind in that place, or of a deed spoken of as known."""
    if told.start != told.end or not _only_told(marks, sentences, told):
        return None
    lead = [s for s in sentences if worth.get(s, 0) > _LEAD]
    causes = [c for s in lead for c in marks.causes.get(s, ())][:_NEAR]
    places = [(s, p) for s in lead for p in marks.places.get(s, ()) if FINENESS[p.level] > _FINE][:_NEAR]
    days: dict[object, Date] = {}
    for sentence in sentences if causes else ():
        same = [
            c for c in marks.causes.get(sentence, ())
            if any(akin(d.event, c.event) for d in causes if d.sentence != sentence)
        ]  # fmt: skip
        before = bool(same) and marks.told_before(sentence) and _here(marks, sentence, places)
        same = [c for c in same if _known(marks.report, c, before) or _stated(marks, c, lead)]
        for date in marks.dates(sentence) if same else ():
            if _earlier(marks.report, date, told, sentence) and any(_beside(c, date) for c in same):
                days.setdefault(date.start, date)
    return next(iter(days.values())) if len(days) == 1 else None


def _earlier(report: Report, date: Date, told: Date, sentence: int) -> bool:
    if date.start is None or date.start != date.end or told.start is None or looks_back(date):
        return False
    if not timedelta(0) < told.start - date.start <= _LATELY:
        return False
    last = report.document.sentences[sentence].last
    return likely(report, date, sentence) > 0 and not _aside(report, date, last)


def _aside(report: Report, date: Date, last: int) -> bool:
    """Whether a day is that of a statement or of a count."""
    return of_speech(report, date) or of_rise(report, date, last) or of_tally(report, date)


def _beside(cause: Cause, date: Date) -> bool:
    return cause.first - date.last <= _NEAR and date.first - cause.last <= _NEAR


def _known(report: Report, cause: Cause, before: bool) -> bool:
    """«الغارة», «المبنى الذي قصف»: a deed with the article, or in a clause about a noun that has it; else one told to
    have been done `before` in the place, but not «دوما، التي استؤنف قصفها الجمعة»."""
    for clause in report.within(cause.first - _REACH, cause.first, "clause"):
        if clause.entry.value == _RELATIVE:
            return report.tokens[clause.first - 1].form.startswith(_THE)
    return before or cause.text.startswith(_THE)


def _stated(marks: Marks, cause: Cause, lead: Sequence[int]) -> bool:
    """«أعلن الجيش الاثنين مقتل سبعة بقصف للجماعة. وقال إن الجماعة قصفت الحي أمس»: a deed that the sentence right behind
    the lead states of its doer."""
    if cause.part != _VERB or cause.sentence - 1 not in lead:
        return False
    first = marks.report.document.sentences[cause.sentence].first
    doers = {p.actor.id for s in lead for p in marks.parts.get(s, ()) if p.score > 0 and s != cause.sentence}
    mine = {p.actor.id for p in marks.parts.get(cause.sentence, ()) if p.score > 0}
    return not doers.isdisjoint(mine) and bool(marks.report.within(first, cause.first, "that"))


def _here(marks: Marks, sentence: int, places: Sequence[tuple[int, Place]]) -> bool:
    """Whether a sentence names a place of the lead."""
    mine = marks.places.get(sentence, ())
    fine = [a for a in mine[:_NEAR] if FINENESS[a.level] > _FINE]
    return any(one_incident(a, b) for a in fine for s, b in places if s != sentence)
