"""Dates behind a harm that are told of something else: of marches that go on, of a town in a clause about it."""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord, HarmWord, SayWord
from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.choose import Candidate
from tawthiq.stages.claims.relative import of_town
from tawthiq.stages.claims.scene import Scene, in_tokens

_GOING_ON = words("going_on")
_LATEST = frozenset({"الاحدث", "احدث"})
_RELATIVE = frozenset({"الذي", "التي"})
_HAPPENED = words("happened")
_COMMAS = ("،", ",")
_REACH, _COUNTED = "reach", 1
_JOINT, _SIDES = "say.joint", frozenset({"جهته", "جهتها", "جانبه", "جانبها"})
_PARTS = 14  # tokens of the parts of a figure
_CLAUSE, _DEED = 8, 4  # tokens between «التي» and the date; of an event's words before «التي»


def past_parts(scene: Scene) -> int:
    """Where a figure's sentence goes on behind its parts: «مقتل سبعة مدنيين، بينهم طفل، السبت في هجوم»."""
    report, at = scene.report, scene.end
    tokens, last = report.tokens, min(scene.near[1], at + _PARTS)
    if at >= last or tokens[at].form not in _COMMAS:
        return at
    if scene.casualty.part_of is None:
        if not report.within(at, at + 3, "breakdown"):
            return at
        at = next((t for t in range(at + 1, last) if tokens[t].form in _COMMAS), at - 1)
    return at + 1


def of_other(scene: Scene, candidate: Candidate[Date]) -> float:
    """«قتل سبعة في مسيرات العودة المستمرة منذ آذار», «وهو الأحدث في سلسلة تفجيرات منذ 2014», «في دوما، التي استؤنف
    قصفها الجمعة»: the date of what goes on or is told besides; that of a war is the harm's."""
    tokens, first = scene.report.tokens, candidate.first
    if first < scene.end:
        return 0.0
    if candidate.value.kind == "duration" and _of_toll(scene, candidate):
        return 1.0
    if candidate.value.kind == "since":
        latest = not _LATEST.isdisjoint([t.form for t in tokens[scene.end : first]])
        aside = latest or tokens[first - 1].form in _GOING_ON or of_town(scene, first)
        return float(aside and not _of_war(scene, first))
    for at in range(max(scene.end + 1, first - _CLAUSE), first):
        if tokens[at].form in _RELATIVE:
            return float(not _of_deed(scene, at))
    return 0.0


def of_raised(scene: Scene, date: Date) -> bool:
    """«اعتقل 25، ليرتفع عدد المعتقلين منذ أكتوبر إلى 900»: whether an open period is that of the toll which a figure
    before it in its sentence raises."""
    behind = date.kind == "since" and scene.end <= date.first < scene.near[1]
    return behind and bool(scene.report.within(scene.end, date.first, "rise"))


def of_raising(scene: Scene, date: Date) -> bool:
    """«استقبلت المشافي خلال 24 ساعة قتيلين، ليرتفع العدد إلى 900»: whether hours are those of the harm that raised the
    toll which a figure counts."""
    if date.precision != "hour" or date.start == date.end or not scene.near[0] <= date.first < scene.start:
        return False
    rises = scene.report.within(date.last, scene.start, "rise")
    return bool(rises) and scene.report.clauses_between(rises[-1].last, scene.start) <= 1


def _of_toll(scene: Scene, candidate: Candidate[Date]) -> bool:
    """«سقوط ثمانية لترتفع الحصيلة إلى 170 خلال يوم», «مقتل اثنين، وإن العدد بلغ خلال يوم 85»: whether a word for a toll
    stands between a harm and a period, or begins right behind it, and so the figure that it counts."""
    report, first, last = scene.report, candidate.first, candidate.last
    if report.within(scene.end, first, "rise"):
        return True
    words = in_tokens(report.scan.of(HarmWord), scene.end, last + _COUNTED)
    counts = [h for h in words if h.entry.part == _REACH]
    return bool(counts) and report.clauses_between(scene.end, first) > 0


def before_turn(scene: Scene, dates: Sequence[Date]) -> Sequence[Date]:
    """«تسبب بمقتل ستة، من جهتها أعلنت الهيئة أن ثلاثة فقدوا منذ أيام»: the dates before another speaks."""
    if not dates or dates[-1].first < scene.end:
        return dates
    tokens = scene.report.tokens
    for hit in in_tokens(scene.report.scan.of(SayWord), scene.end, dates[-1].first):
        if hit.entry.id == _JOINT and tokens[hit.last - 1].form in _SIDES:
            return [d for d in dates if d.first < hit.first]
    return dates


def _of_war(scene: Scene, first: int) -> bool:
    words = in_tokens(scene.report.scan.of(EventWord), scene.end, first)
    return any(h.entry.event == "war" for h in words)


def _of_deed(scene: Scene, relative: int) -> bool:
    """«الهجوم الذي شنوه الأحد», «أعمال الإرهاب التي وقعت الأحد»: whether the clause is about an attack."""
    if scene.report.tokens[relative + 1].form in _HAPPENED:
        return True
    end = relative - (scene.report.tokens[relative - 1].form in _COMMAS)
    return any(h.last == end for h in in_tokens(scene.report.scan.of(EventWord), end - _DEED, end))
