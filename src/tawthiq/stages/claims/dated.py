"""The day or period of an incident by what some sentences of a report say together."""

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.model import Date
from tawthiq.stages.claims import attacked, happened
from tawthiq.stages.claims.covering import WEEKS
from tawthiq.stages.claims.events import numbered
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import Report
from tawthiq.stages.claims.stamps import stamped
from tawthiq.stages.claims.times import COMPARED, likely, looks_back, of_speech

BACKGROUND = 0.3
_OF_HARM, _LONG_OF_HARM = 1.1, 0.79
_ENOUGH_TOLD = 1.0
_JUST_ENDED = 120
_OF_A_DAY = 1.0
_AS_MUCH = 0.6
_COURT = "court"
_UNCHOSEN = 0.7
_UNLIKELY = 0.12
_SURE = 0.6
_BLOWS = frozenset({"bombing", "suicide_bombing", "explosion", "ramming", "stabbing", "chemical_attack"})
_ASSAULTS, _SEVERAL = frozenset({"assault", "ambush", "blow"}), ("ات", "ين", "ان")
_OPENS = 2  # tokens of «وفي الثالث من الشهر»


def day_of(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> Date | None:
    """The day of title, lead and harm; where they give none, that of the other sentences that tell an attack."""
    votes: dict[tuple[object, object], float] = {}
    first: dict[tuple[object, object], Date] = {}
    published = marks.report.document.published
    most, of_old = 0.0, _COURT in marks.report.parts
    for lead in (True, False):
        for s in sentences:
            here = worth.get(s, 0)
            if (here >= 1) != lead or not (lead or marks.causes.get(s)):
                continue
            if not lead and most >= _ENOUGH_TOLD:
                break
            for date, share in _dated(marks, s):
                if date.precision == "hour" and date.start != date.end and s > marks.first_harm:
                    continue  # «خلال الساعات الـ24 الماضية» far below sums up no more than its own figures
                old = published is not None and date.end is not None and (published - date.end).days > WEEKS
                if old and here <= 1 and not of_old and not happened.dated(marks.report, date):
                    continue  # «وكان آخر هجوم للجماعة في الأول من الشهر الماضي» below a lead of no day
                of_old = of_old or old
                key = (date.start, date.end)
                votes[key] = max(votes.get(key, 0), max(here, BACKGROUND) * share) + (0.5 if key in votes else 0)
                most = max(most, votes[key])
                first.setdefault(key, date)
    likeliest = max(votes, key=lambda k: votes[k], default=None)
    best = first[likeliest] if likeliest is not None and votes[likeliest] > _UNLIKELY else None
    if best is not None and best.precision == "hour":
        best = _day_within(best, votes, first)
    if best is not None and not of_speech(marks.report, best):
        return best
    fought = happened.earliest(marks.outright.begun, sentences)
    told = happened.earliest(marks.outright.days, sentences)
    if best is None or fought is not None:
        return fought or told  # «ووقع الحادث صباح الأربعاء», far below a lead of no day
    return told or attacked.day_before(marks, sentences, worth, best) or best


def _day_within(
    hours: Date, votes: Mapping[tuple[object, object], float], first: Mapping[tuple[object, object], Date]
) -> Date:
    """The day that is told about as much as the «24 ساعة» that it lies within, which may sum up more than one incident,
    else these hours."""
    enough = _AS_MUCH * votes[hours.start, hours.end]
    days = (k for k, d in first.items() if votes[k] >= enough and d.start == d.end and _within(hours, d))
    return first[max(days, key=lambda k: votes[k], default=(hours.start, hours.end))]


def _within(period: Date, day: Date) -> bool:
    if period.start is None or period.end is None or day.start is None:
        return False
    return period.start < period.end and period.start <= day.start <= period.end


def tallied(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> Own | None:
    """The first dated harm of title and lead, where it sums up weeks («حصيلة شهر أكتوبر») and no day is told before."""
    for sentence in (s for s in sentences if worth.get(s, 0) > 1):
        harms = marks.own.get(sentence, ())
        first = next((o for o in harms if o.time is not None and o.time.score > _SURE), None)
        when = first.when if first is not None else None
        if when is not None and marks.told_before(sentence):
            continue
        if first is not None and when is not None:
            return first if _summed_up(marks.report, when) and not (when.kind == "point" and at_once(first)) else None
        if any(share >= _OF_A_DAY for _, share in _dated(marks, sentence)):
            return None
    return None


def at_once(own: Own) -> bool:
    """«قتل 30 في تفجير في آذار», not «في تفجيرات»: whether one attack, told in the singular, did a harm."""
    cause = own.cause.candidate.value if own.cause is not None else None
    if cause is None or not (cause.event in _BLOWS or cause.part in _ASSAULTS) or numbered(own.scene.report, cause):
        return False
    return not any(t.form.endswith(_SEVERAL) for t in own.scene.report.tokens[cause.first : cause.last])


def covered(marks: Marks, sentences: Sequence[int]) -> Date | None:
    """The weeks or the month that a bulletin says it covers: its items are no one attack."""
    return happened.earliest(marks.covering.weeks, sentences) or marks.covering.month


def opens_on(marks: Marks, sentence: int, day: Date) -> bool:
    """«قتل ثلاثة في غارة على كذا. وفي الثالث من الشهر، قتل شرطي في»: whether a sentence of harm opens with a day that
    lies before the one before the report."""
    published, first = marks.report.document.published, marks.report.document.sentences[sentence].first
    if published is None or day.end is None or day.kind != "point" or (published - day.end).days <= 1:
        return False
    return sentence in marks.outcomes and first <= day.first <= first + _OPENS


def _summed_up(report: Report, when: Date) -> bool:
    """Whether a report can sum up the harm of a time: of weeks, of a month, of the year that has just ended."""
    if when.start is None or when.end is None or (when.end - when.start).days < WEEKS:
        return False
    published = report.document.published
    ended = when.precision == "year" and published is not None and (published - when.end).days <= _JUST_ENDED
    return when.kind != "point" or when.precision == "month" or ended


def _dated(marks: Marks, sentence: int) -> Iterator[tuple[Date, float]]:
    """The dates of a sentence that can be its incident's, with how likely each is: less before the day that its harms
    chose."""
    report, here = marks.report, marks.report.document.sentences[sentence]
    chosen = {id(o.when): o.when for o in marks.own.get(sentence, ()) if o.time is not None and o.time.score > _SURE}
    days = [d.start for d in chosen.values() if d is not None and d.start is not None and d.start == d.end]
    past = bool(chosen) and marks.told_before(sentence)
    for date in marks.dates(sentence):
        if COMPARED in date.because:
            continue
        if past and not _just_before(report, date):
            continue
        share = likely(report, date, sentence)
        if id(date) in chosen:
            share = max(share, _OF_HARM) if share else _else(marks, date, sentence)
        elif date.end is not None and any(day > date.end for day in days):
            share *= _UNCHOSEN
        if share and not stamped(report, date, here):
            yield date, share


def _just_before(report: Report, date: Date) -> bool:
    """Whether a day is that of the report or the one before, on which what it looks back at may be its own incident."""
    published = report.document.published
    return published is None or date.end is None or (published - date.end).days <= 1


def _else(marks: Marks, date: Date, sentence: int) -> float:
    """How likely a harm's own long period, told no later than the first harm of the body, or day told by what came
    after, is that of its incident."""
    if looks_back(date):
        return BACKGROUND
    return _LONG_OF_HARM if date.kind != "since" and sentence <= marks.first_harm else 0.0
