"""When did the harm happen?"""

from tawthiq.model import Date
from tawthiq.stages.claims.choose import Candidate, Feature
from tawthiq.stages.claims.scene import Report, Scene, in_tokens


def candidates(scene: Scene) -> list[Candidate[Date]]:
    """The resolved dates of the harm's own sentence."""
    dates = in_tokens(scene.report.document.dates, *scene.report.near_sentence(scene))
    return [Candidate(d, d.first, d.last, scene.sentence, 1.0) for d in dates if d.start and d.end]


def _near(scene: Scene, candidate: Candidate[Date]) -> float:
    """The fewer words between, the likelier."""
    return 1 - min(scene.gap(candidate), 30) / 30


def _clauses(scene: Scene, candidate: Candidate[Date]) -> float:
    """Clause boundaries between the harm and the date."""
    return float(min(scene.report.clauses_between(scene.end, candidate.first), 4))


def of_speech(report: Report, date: Date) -> bool:
    """The date stands with the words of saying («قال الأحد إن»): it dates the statement, not the harm."""
    about = report.speakers_about(date.first)
    return any(s.first - 4 <= date.first <= s.last + 3 and not s.first <= date.first < s.last for s in about)


def announced(report: Report, date: Date, last: int) -> bool:
    """«أعلنت الوزارة السبت مقتل ثلاثة»: a harm announced straight after the day is dated by it; «أن» breaks that."""
    harm = next(iter(in_tokens(report.scan.hits("harm"), date.last, min(last, date.last + 6))), None)
    return harm is not None and not report.within(date.last, harm.first, "that")


def _of_speech(scene: Scene, candidate: Candidate[Date]) -> float:
    """The date is the statement's, before the harm."""
    if candidate.first >= scene.start or not of_speech(scene.report, candidate.value):
        return 0.0
    return 0.3 if announced(scene.report, candidate.value, scene.end) else 1.0


def _background(scene: Scene, candidate: Candidate[Date]) -> float:
    """An open period («منذ 2012») dates a state, not an incident."""
    return 1.0 if candidate.value.kind in ("since", "until") else 0.0


def _since_near(scene: Scene, candidate: Candidate[Date]) -> float:
    """An open period close behind a figure is the figure's («500 قتيل منذ بدء الحرب»)."""
    near = scene.after(candidate) and scene.gap(candidate) <= 8
    return float(near and candidate.value.kind in ("since", "duration"))


FEATURES: tuple[Feature[Scene, Date], ...] = (
    Feature("time.near", 1.9, _near),
    Feature("time.other_clause", -0.4, _clauses),
    Feature("time.of_speech", -1.6, _of_speech),
    Feature("time.open_period", -0.5, _background),
    Feature("time.period_of_figure", 1.0, _since_near),
)
