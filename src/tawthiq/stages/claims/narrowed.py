"""The day of an attack that a harm's own sentence dates roughly: «قتل ثلاثة في هجوم الأسبوع الماضي. واستهدف الهجوم
الجمعة سوقا»."""

from collections.abc import Sequence

from tawthiq.model import Date
from tawthiq.stages.claims import events
from tawthiq.stages.claims.happened import of_other_figures
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.scene import Scene, in_tokens
from tawthiq.stages.claims.times import COMPARED, looks_back, of_speech

_ROUGH, _SLOW = frozenset({"week", "month", "year", "season"}), frozenset({"armed_clash", "siege", "war"})
_NEAR = 3  # sentences between a harm and its attack's day
_UNSAID, _WAR, _WEEK, _SAME = "unspecified", "war", "week", "نفسه"


def narrowed(known: Known, scene: Scene, when: Date | None, event: str) -> Date | None:
    """When a harm was done: for a rough time of its own the one finer time within it that its attack is told of."""
    if when is None or when.precision not in _ROUGH or when.kind != "point" or event in _SLOW:
        return when
    report = known.report
    if report.sentence_at(when.first) != scene.sentence or when.text.endswith(_SAME):
        return when  # «وفي الرابع من الشهر نفسه»
    sentences = report.document.sentences
    first = sentences[max(0, scene.sentence - _NEAR)].first
    last = sentences[min(len(sentences) - 1, scene.sentence + _NEAR)].last
    told = [
        d
        for d in in_tokens(report.document.dates, first, last)
        if _finer(when, d) and _of_attack(known, scene, d, event)
    ]
    times = {(d.start, d.end) for d in told}
    return told[0] if len(times) == 1 else when


def _finer(rough: Date, date: Date) -> bool:
    """Whether a time lies within a rough one, of which it is the smaller part."""
    if rough.start is None or rough.end is None or date.start is None or date.end is None:
        return False
    if date.kind != "point" or date.precision == _WEEK:
        return False
    inside = rough.start <= date.start and date.end <= rough.end
    return inside and 2 * (date.end - date.start) < rough.end - rough.start


def _of_attack(known: Known, scene: Scene, date: Date, event: str) -> bool:
    """Whether a date's own sentence, close to that of the harm, tells of an attack of the same kind on that day."""
    report = known.report
    at = report.sentence_at(date.first)
    if at == scene.sentence or abs(at - scene.sentence) > _NEAR:
        return False
    if looks_back(date) or COMPARED in date.because or of_speech(report, date) or of_other_figures(scene, date):
        return False
    here = report.document.sentences[at]
    return _attacked(in_tokens(known.causes, here.first, here.last), event)


def _attacked(causes: Sequence[events.Cause], event: str) -> bool:
    return any(c.event != _WAR and (event == _UNSAID or events.akin(c.event, event)) for c in causes)
