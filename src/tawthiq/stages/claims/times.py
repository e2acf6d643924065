"""When did the harm happen?"""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta

from tawthiq.language.entries import EventWord, HarmWord, SayWord
from tawthiq.language.scan import SayHit
from tawthiq.model import Date, Span, Speaker
from tawthiq.stages.claims.aftermath import AFTERMATH, of_aftermath
from tawthiq.stages.claims.asides import before_turn, of_other, of_raised, of_raising, past_parts
from tawthiq.stages.claims.choose import Candidate, Feature
from tawthiq.stages.claims.compared import of_earlier
from tawthiq.stages.claims.relative import its_day, of_incident, of_remnants, of_which, set_off
from tawthiq.stages.claims.scene import Marked, Report, Scene, in_tokens
from tawthiq.stages.claims.status import status
from tawthiq.stages.claims.undated import framed

COMPARED = "dates.compared"
_OPEN = frozenset({"since", "until"})
_OPEN_STATUS = frozenset({"feared", "planned", "hypothetical"})
_PERIODS = frozenset({"since", "duration"})
_BEGUN_REACH, _BEGUN_BEHIND = 10, 2
_BEGUN_DAYS, _AFTER_DAYS = timedelta(days=4), timedelta(days=30)
_TURN_REACH = 6
_PAST_DAYS, _PAST = 7, 0.2
_COUNT_REACH, _COUNT_BEHIND, _COUNT_BEFORE = 5, 4, 6
_BACK_REACH = 4
_THAT_REACH, _BY, _COMMAS = 2, "ب", ("،", ",")
_BESIDE, _BEHIND = 4, 3
_TELLING, _SAYS = frozenset({"verb", "according"}), ":"
_SAID_REACH = 10  # «قالت الهيئة في بيان مطول نشر على موقعها، السبت، إن»
_PERIOD_REACH, _PERIODIC_REACH = 8, 4
_RISE_REACH, _RISE_BEHIND = 16, 2
_WOUNDS_AFTER, _WOUNDS_BEFORE = 4, 3
_TOLD_AGO, _TOLD_BACK = 0.6, 3.0
_WOUNDED, _THEREBY = 7, frozenset({"بها", "له", "لها"})  # «بجراح أصيب بها قبل عام», «بإصابة تعرض لها»


def candidates(scene: Scene) -> list[Candidate[Date]]:
    """The resolved dates of the harm's own sentence, but for those of a funeral or a journey, and of what is still to
    come where the harm was done."""
    report = scene.report
    dates = before_turn(scene, in_tokens(report.document.dates, *scene.near))
    if "turned" in report.parts:
        dates = _of_whole_war(report, dates, scene.near)
    dates = [d for d in dates if COMPARED not in d.because or of_earlier(scene, d)]
    if "rise" in report.parts:
        dates = [d for d in dates if not (of_raised(scene, d) or of_raising(scene, d))]
    if AFTERMATH in report.parts:
        dates = [d for d in dates if not of_aftermath(report, d)]
    if "begun" in report.parts:
        dates = [d for d in dates if d.first < scene.end or not (framed(scene, d) and _begun(report, d))]
    if "wounds" in report.parts:
        dates = [d for d in dates if d.first >= scene.start or not _of_wound(report, d)]
    if dates and dates[-1].precision == "year" and dates[-1].first >= scene.end:
        dates = of_incident(scene, dates)
    for date in dates:
        if to_come(report, date):
            told_ahead = status(scene)[0] in _OPEN_STATUS
            dates = dates if told_ahead else [d for d in dates if not to_come(report, d)]
            break
    harm = scene.casualty.harm[0]
    dates = [its_day(d) if d.kind == "since" and harm == d.first + 1 and scene.start < d.last else d for d in dates]
    dates = [its_day(d) if of_which(scene, d) else d for d in dates]
    told = [_until_published(report, _from_since(report, _since_begun(scene, d))) for d in dates
            if d.start and d.end and not of_remnants(report, d)]  # fmt: skip
    return [Candidate(d, d.first, d.last, scene.sentence, 1.0) for d in told]


def _of_wound(report: Report, date: Date) -> bool:
    """«متأثرا بجراح أصيب بها عام 2007»: whether a date is that of a wound which somebody died of, and of no harm that
    is told next."""
    wounds = report.within(date.first - _WOUNDED, date.first, "wounds")
    return bool(wounds) and any(t.form in _THEREBY for t in report.tokens[wounds[-1].last : date.first])


def _of_whole_war(report: Report, dates: Sequence[Date], near: tuple[int, int]) -> Sequence[Date]:
    """«بدأ عدوانا في 8 أكتوبر تحول إلى حرب في 23 سبتمبر، ما أسفر عن»: what turned into a war is counted from when it
    began."""
    turns = report.within(*near, "turned")
    published = report.document.published
    before = [d for d in dates if turns and d.last <= turns[0].first and d.kind == "point" and d.start]
    if not before or published is None:
        return dates
    turned = in_tokens(dates, turns[0].last, turns[0].last + _TURN_REACH)
    begun = dataclasses.replace(before[-1], kind="since", end=published, precision="period")
    return [begun if d is before[-1] else d for d in dates if d not in turned]


def _since_begun(scene: Scene, date: Date) -> Date:
    """«المعارك التي اندلعت قبل أسبوعين», «بعد السابع من أكتوبر»: what began some time ago has gone on since."""
    published = scene.report.document.published
    if date.kind != "point" or date.start is None or published is None or published - date.start < _BEGUN_DAYS:
        return date
    begun = _begun(scene.report, date) and not set_off(scene, date)
    if not begun and not (published - date.start >= _AFTER_DAYS and _is_after(scene.report, date)):
        return date
    return dataclasses.replace(date, kind="since", end=published, precision="period")


def _begun(report: Report, date: Date) -> bool:
    """«بدأ القتال في مارس», «في 3 مارس، اندلعت معارك»: whether it dates a beginning."""
    first, last = report.bounds(date.first)
    before = report.within(max(first, date.first - _BEGUN_REACH), date.first, "begun")
    told = before and not report.within(before[-1].last, date.first, "clause")
    return bool(told or report.within(date.last, min(last, date.last + _BEGUN_BEHIND), "begun"))


def _is_after(report: Report, date: Date) -> bool:
    """«بعد السابع من أكتوبر»."""
    before = report.before(date.first, "preposition")
    return before is not None and before.entry.value == "after"


def _from_since(report: Report, date: Date) -> Date:
    """«بلغت الحصيلة حتى اليوم»: what is counted up to a day begins where the report's count begins («منذ الأحد»)."""
    if date.kind != "until" or date.end is None or not _of_count(report, date):
        return date
    began = (d.start for d in report.document.dates if d.kind == "since" and d.start and d.end)
    start = next((day for day in began if day < date.end), None)
    return date if start is None else dataclasses.replace(date, kind="since", start=start, precision="period")


def _of_count(report: Report, date: Date) -> bool:
    """«بلغت الحصيلة حتى أمس», «حتى أمس، ليصل العدد»: whether a word of counting stands beside a date."""
    return any(
        any(h.entry.part == "reach" for h in in_tokens(report.scan.of(HarmWord), low, high))
        or any(report.within(low, high, part) for part in ("rise", "cumulative"))
        for low, high in ((date.first - _COUNT_REACH, date.first), (date.last, date.last + _COUNT_BEHIND))
    )


def _until_published(report: Report, date: Date) -> Date:
    """«هذا العام»: of a running period, what is over by the day of publication."""
    published = report.document.published
    running = published is not None and date.start is not None and date.end is not None
    if published is None or not running or date.precision in ("day", "part_of_day", "hour"):
        return date
    inside = date.start is not None and date.end is not None and date.start <= published < date.end
    return dataclasses.replace(date, end=published) if inside else date


def of_war(report: Report, mark: Marked) -> Date | None:
    """The days of the war that a mark names without a date («أسفر العدوان عن»), as far as the report tells it."""
    if report.war is None:
        return None
    tokens = report.tokens
    span = Span(tokens[mark.first].start, tokens[mark.last - 1].end)
    text = report.document.text[span.start : span.end]
    return Date(span, text, *report.war, "period", "since", mark.first, mark.last, ("times.war",))


def long_past(report: Report, when: Date | None) -> bool:
    """Whether a time ended more than a month before the report."""
    published = report.document.published
    return when is not None and when.end is not None and published is not None and published - when.end > _AFTER_DAYS


def _near(scene: Scene, candidate: Candidate[Date]) -> float:
    """The fewer words between, the likelier."""
    return 1 - min(scene.gap(candidate), 30) / 30


def _clauses(scene: Scene, candidate: Candidate[Date]) -> float:
    """Clause boundaries between the harm and the date."""
    return float(min(scene.report.clauses_between(scene.end, candidate.first), 4))


def of_speech(report: Report, date: Date) -> bool:
    """The date stands with the words of saying («قال الأحد إن»): it dates the statement, not the harm."""
    if date.kind != "point":
        return False
    first, last = report.bounds(date.first)
    about = [s for s in report.speakers_about(date.last) if first <= s.first < last]
    if [s for s in about if _beside_speaker(report, date, s)]:
        return True
    said = in_tokens(report.scan.of(SayWord), max(first, date.first - _SAID_REACH), date.first)
    if not said:
        return False
    near = report.tokens[date.last : date.last + _THAT_REACH]
    if report.tokens[date.first - 1].form in _COMMAS and report.within(said[-1].last, date.first, "periodic"):
        return True  # «سجل المركز في تقريره الأسبوعي، الخميس، مقتل ثلاثة»
    by = bool(near) and (near[0].form[0] == _BY or near[-1].form[0] == _BY) and _with_harm(report, date, said[-1])
    if not by and not report.within(date.last, date.last + _THAT_REACH, "that"):
        return False
    return not in_tokens(report.scan.of(HarmWord), said[-1].last, date.first)


def _with_harm(report: Report, date: Date, said: SayHit) -> bool:
    """«أفادت تقارير، اليوم، بمقتل»."""
    harm = report.harms.get(date.last + (report.tokens[date.last].form in _COMMAS))
    return harm is not None and harm.clitic == _BY and said.entry.part == "verb"


def _beside_speaker(report: Report, date: Date, speaker: Speaker) -> bool:
    """«قالت الوزارة الأحد», «الأحد، قالت الوزارة»; «قتل ثلاثة الأحد، وقالت الوزارة» begins a clause of its own, and
    «قال الناطق إنه سقط أمس» is followed by what is said."""
    if speaker.first >= date.last:
        says = in_tokens(report.scan.of(SayWord), date.last, speaker.first + 1)
        return speaker.first - date.last < _BESIDE and not any(h.clitic for h in says)
    if not speaker.last <= date.first <= speaker.last + _BEHIND:
        return False
    said = any(t.form == _SAYS for t in report.tokens[speaker.last : date.first])
    return not (said or report.within(speaker.last, date.first, "that"))


def announced(report: Report, date: Date, last: int) -> bool:
    """«أعلنت الوزارة السبت مقتل ثلاثة»: a harm announced straight after the day is dated by it; «أن» breaks that, and
    «تقريرها الأسبوعي» before it."""
    harm = next(iter(in_tokens(report.scan.of(HarmWord), date.last, min(last, date.last + 6))), None)
    if harm is None or report.within(date.last, harm.first, "that"):
        return False
    return not report.within(date.first - _PERIODIC_REACH, date.first, "periodic")


def of_rise(report: Report, date: Date, last: int) -> bool:
    """«ارتفعت حصيلة الهجوم اليوم إلى تسعة»: the day on which a toll was counted anew, not that of the harm."""
    if date.kind != "point":
        return False
    first, end = report.bounds(date.first)
    rises = report.within(max(first, date.first - _RISE_REACH), min(last, end), "rise")
    for rise in rises:
        if date.last <= rise.first <= date.last + _RISE_BEHIND:
            return True
        if rise.last <= date.first and not report.within(rise.last, date.first, "clause"):
            return not in_tokens(report.scan.of(EventWord), date.first - 1, date.first)
    return False


def of_tally(report: Report, date: Date) -> bool:
    """«بلغ العدد تسعة ظهر الأحد»: whether a count stands right before a day."""
    figures = in_tokens(report.document.casualties, date.first - _COUNT_BEHIND, date.first)
    if not figures or figures[-1].last < date.first:
        return False
    words = in_tokens(report.scan.of(HarmWord), date.first - _COUNT_BEFORE, figures[-1].last)
    return any(h.entry.part == "reach" for h in words)


def _of_rise(scene: Scene, candidate: Candidate[Date]) -> float:
    """The day of a new count, before the figure or right behind it."""
    if candidate.first >= scene.end:
        return float(candidate.first == scene.end and of_tally(scene.report, candidate.value))
    return float(of_rise(scene.report, candidate.value, scene.end))


def _of_speech(scene: Scene, candidate: Candidate[Date]) -> float:
    """The date is the statement's, before the harm."""
    if candidate.first >= scene.start or not of_speech(scene.report, candidate.value):
        return 0.0
    return 0.3 if announced(scene.report, candidate.value, scene.end) and not _dated_behind(scene) else 1.0


def _dated_behind(scene: Scene) -> bool:
    """«أعلن الجيش الاثنين مقتل جندي بقصف على موقع الأحد»: whether a day in its clause, or a period, stands behind an
    announced harm, before other figures are told."""
    report, last = scene.report, scene.near[1]
    figures = (c for c in in_tokens(report.figures.get(scene.sentence, ()), scene.end, last) if c.part_of is None)
    last, start = next((min(c.first, c.harm[0]) for c in figures), last), past_parts(scene)
    return any(
        date.start is not None
        and (date.kind == "duration" or (date.kind == "point" and not _parted(report, start, date.first)))
        and not (looks_back(date) or to_come(report, date) or of_speech(report, date))
        for date in in_tokens(report.document.dates, scene.end, last)
    )


def _parted(report: Report, low: int, high: int) -> bool:
    """Whether a comma or a word for a clause stands between two tokens."""
    return bool(report.within(low, high, "clause")) or any(t.form in _COMMAS for t in report.tokens[low:high])


def _of_speech_after(scene: Scene, candidate: Candidate[Date]) -> float:
    """«قتل سبعة ...، حسبما أعلنت الشرطة السبت»: the day of a statement behind the harm, in its own clause."""
    if not scene.after(candidate) or not of_speech(scene.report, candidate.value):
        return 0.0
    said = in_tokens(scene.report.scan.of(SayWord), scene.end, candidate.first)
    told = any(h.entry.part in _TELLING for h in said)
    return float(told or scene.report.clauses_between(scene.end, candidate.first) > 0)


def _of_main_clause(scene: Scene, candidate: Candidate[Date]) -> float:
    """«دعا الاثنين إلى اجتماع بعد مقتل ثلاثة»: the sentence looks back at the harm, the day is that of its own verb."""
    report = scene.report
    if candidate.last > scene.start:
        return 0.0
    back = report.within(candidate.last, scene.start, "looking_back")
    if back and not report.clauses_between(back[-1].last, scene.start):
        return 1.0
    first = max(candidate.last, scene.start - _BACK_REACH)
    after = [h for h in report.within(first, scene.start, "preposition") if h.entry.value == "after"]
    near = (*after, *report.within(first, scene.start, "blame"), *report.within(first, scene.start, "cause"))
    return float(bool(near))


def _of_death(scene: Scene, candidate: Candidate[Date]) -> float:
    """«توفي أمس متأثرا بجراحه»: the day of the death, not that of the attack."""
    report = scene.report
    for wounds in report.within(candidate.first - _WOUNDS_AFTER - 2, candidate.last + _WOUNDS_BEFORE + 1, "wounds"):
        hurt = in_tokens(report.scan.of(HarmWord), wounds.last, candidate.first)
        if wounds.last <= candidate.first <= wounds.last + _WOUNDS_AFTER and not hurt:
            return 1.0
        if candidate.last <= wounds.first <= candidate.last + _WOUNDS_BEFORE:
            return 1.0
    return 0.0


def _looks_back(scene: Scene, candidate: Candidate[Date]) -> float:
    """«قتل ثلاثة، بعد يومين من مقتل خمسة»: the day of what is told behind it."""
    return float(looks_back(candidate.value) and scene.after(candidate))


def likely(report: Report, date: Date, sentence: int) -> float:
    """How likely a date is that of the incident told in its sentence, 0 to 1.4; a day after the publication is that of
    a meeting to come, or of the page."""
    published, last = report.document.published, report.document.sentences[sentence].last
    if date.start is None or date.end is None or (date.end - date.start).days > 8 or looks_back(date):
        return 0.0
    if to_come(report, date) or (AFTERMATH in report.parts and of_aftermath(report, date)):
        return 0.0
    if COMPARED in date.because or _of_war_begun(report, date):
        return 0.0
    score = 1.0 if date.kind == "point" and date.start == date.end else 0.4
    if of_speech(report, date):
        score *= 0.6 if announced(report, date, last) else 0.15
    elif of_rise(report, date, last):
        score *= 0.3
    elif _right_behind(report, date, "event") or _right_behind(report, date, "harm"):
        score *= 1.4
    if "dates.ago" in date.because:
        score *= _TOLD_AGO
    if published is not None and (published - date.end).days > _PAST_DAYS:
        score *= _PAST
    return score


def _of_war_begun(report: Report, date: Date) -> bool:
    """«اندلعت المعارك قبل خمسة أيام», «تحول إلى حرب في 23 سبتمبر 2024»: whether a day some days
    past, or long past, is that on which what has gone on since began."""
    published = report.document.published
    if published is None or date.end is None or published - date.end < _BEGUN_DAYS:
        return False
    turned = long_past(report, date) and report.within(*report.bounds(date.first), "turned")
    return bool(turned) or _begun(report, date)


def _right_behind(report: Report, date: Date, layer: str) -> bool:
    """Whether a word of a layer stands just before a date."""
    return any(h.last <= date.first for h in in_tokens(report.scan.hits(layer), date.first - 4, date.first))


def to_come(report: Report, date: Date) -> bool:
    """Whether a date begins after the report was published, or is told as a time ahead («خلال الساعات المقبلة»)."""
    published = report.document.published
    if published is None or date.start is None:
        return False
    return date.start > published or "dates.within.ahead" in date.because


def looks_back(date: Date) -> bool:
    """Whether a day is told by what came after («بعد يومين من»)."""
    return "dates.after" in date.because


def _background(scene: Scene, candidate: Candidate[Date]) -> float:
    """An open period («منذ 2012») dates a state, not an incident."""
    return 1.0 if candidate.value.kind in _OPEN else 0.0


def _since_near(scene: Scene, candidate: Candidate[Date]) -> float:
    """An open period close behind a figure is the figure's («500 قتيل منذ بدء الحرب»), and one of which it is told back
    («منذ مطلع العام شنت مئة غارة، وأدت الغارات المذكورة إلى مقتل 500»)."""
    if candidate.value.kind in _PERIODS and scene.report.within(candidate.last, scene.start, "aforesaid"):
        return _TOLD_BACK
    if not scene.after(candidate) or scene.gap(candidate) > _PERIOD_REACH or candidate.value.kind not in _PERIODS:
        return 0.0
    between = in_tokens(scene.report.scan.of(HarmWord), scene.end, candidate.first)
    return float(all(h.entry.part != "reach" for h in between))


FEATURES: tuple[Feature[Scene, Date], ...] = (
    Feature("time.near", 1.3, _near),
    Feature("time.other_clause", -0.35, _clauses),
    Feature("time.of_speech", -2.6, _of_speech),
    Feature("time.of_rise", -2.0, _of_rise),
    Feature("time.of_speech_after", -1.8, _of_speech_after),
    Feature("time.of_main_clause", -1.6, _of_main_clause),
    Feature("time.of_death", -3.0, _of_death),
    Feature("time.looks_back", -3.0, _looks_back),
    Feature("time.open_period", -0.5, _background),
    Feature("time.period_of_figure", 1.0, _since_near),
    Feature("time.of_other", -2.5, of_other),
)


def same_day(a: Date | None, b: Date | None) -> bool:
    """Whether two days can be of one incident: a night is reported with both its dates."""
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return not (b.end < a.start or b.start > a.end) or abs((b.start - a.start).days) <= 1
