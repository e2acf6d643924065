"""Dates that tell of something else than the harm: of a place or group in a relative clause, of what a mine is from."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.entries import EventWord
from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_WHERE, _WHICH = "حيث", ("التي", "الذي", "اللتان", "اللذان")
_GOING_ON = words("going_on_since")
_ANTECEDENT, _BESIDE = 5, 2  # tokens of «شمال شرق نيجيريا التي», «التفجير الدامي حيث»
_LONG_AGO, _TOLL = 200, 100
_WHEN, _AFTER = ("عندما", "حين", "حينما", "بعدما", "لما"), ("بعد", "عقب", "اثر")
_SET_OFF, _RIGHT_AFTER = 10, 2  # tokens from a day to what happened then; from «بعد» to the harm
_AND, _LED, _LEADS = "و", words("before_attack"), 10  # «وأسفر عن سقوط تسعة قتلى ومئة جريح»
_SIEGE, _CLAUSE = "siege", 9  # tokens between «التي» and its period
_REMNANTS, _LEFT = "مخلفات", 7


def of_incident(scene: Scene, dates: Sequence[Date]) -> Sequence[Date]:
    """«قتل ثلاثة في المدينة، حيث ظهرت الجماعة قبل عشر سنوات»: the dates that are not such; those of a war's toll and of
    what stands before («على متن السفينة التي أبحرت قبل عشر سنوات») are the harm's own."""
    count = scene.casualty.count
    if (count.low or count.high or 0) >= _TOLL or count.vague not in (None, "some"):
        return dates
    return [d for d in dates if not _aside(scene, d)]


def its_day(date: Date) -> Date:
    """«أول هجوم منذ مقتل تسعة في تفجير في 31 مايو»: the day of a harm that an open period is counted from."""
    told = date.start is not None and date.start.day > 1  # not «منذ مقتله في شباط», «منذ مقتله عام 2015»
    return replace(date, kind="point", end=date.start, precision="day") if told else date


def of_which(scene: Scene, date: Date) -> bool:
    """«أسبوع دام بدءا من التفجير الذي استهدف المدينة يوم 20 يوليو وأسفر عن»: whether an open period is counted from an
    attack in whose clause the harm is told."""
    tokens, harm = scene.report.tokens, scene.casualty.harm[0]
    if date.kind != "since" or not date.last < harm <= date.last + _LEADS:
        return False
    told = tokens[date.last].form
    return told.startswith(_AND) and told[1:] in _LED and any(t.form in _WHICH for t in tokens[date.first : date.last])


def set_off(scene: Scene, date: Date) -> bool:
    """«اندلعت المواجهات يوم الأحد عندما قتل شرطي», «بدأت يوم الأحد بعد مقتل شرطي»: whether a harm is what something
    began with on a day, and not what has come of it since."""
    tokens, harm = scene.report.tokens, scene.casualty.harm[0]
    if not date.last < harm <= date.last + _SET_OFF or (scene.casualty.count.low or 0) >= _TOLL:
        return False
    told = tokens[date.last].form
    return told in _WHEN or (told in _AFTER and harm <= date.last + _RIGHT_AFTER)


def of_town(scene: Scene, first: int) -> bool:
    """«في البلدة التي تسيطر عليها الفصائل منذ مايو»: whether the clause of an open period is about a place, and tells
    of no attack."""
    report = scene.report
    for at in range(first - 1, max(scene.end, first - _CLAUSE), -1):
        if report.tokens[at].form in _WHICH:
            about = any(p.last == at for p in in_tokens(report.document.places, at - _ANTECEDENT, at))
            events = (h.entry for h in in_tokens(report.scan.of(EventWord), at, first))
            return about and all(word.event == _SIEGE for word in events)
    return False


def of_remnants(report: Report, date: Date) -> bool:
    """«لغم من مخلفات معارك صيف 2014»: whether a date is that of what a mine was left by."""
    return _REMNANTS in [t.form for t in report.tokens[max(date.first - _LEFT, 0) : date.first]]


def _aside(scene: Scene, date: Date) -> bool:
    published = scene.report.document.published
    if date.first < scene.end or date.start is None or published is None or (published - date.start).days < _LONG_AGO:
        return False
    tokens = scene.report.tokens
    for at in range(date.first - 1, scene.end, -1):
        form = tokens[at].form
        if form in _WHICH:
            return any(p.last == at for p in in_tokens(scene.report.document.places, at - _ANTECEDENT, at))
        if form == _WHERE:
            return not in_tokens(scene.report.scan.of(EventWord), at - _BESIDE, at)
        if form in _GOING_ON:  # «خلال الأيام الماضية، في ظل الأزمة المستمرة منذ 2012»
            return bool(in_tokens(scene.report.document.dates, scene.end, at))
    return False
