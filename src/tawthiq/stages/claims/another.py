"""Which doers are told of another attack than the one before? «انفجر لغم ثان زرعه مسلحون», «وكان نفذ العام الماضي»"""

from tawthiq.language.entries import EventWord
from tawthiq.language.lists import words
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.part import ANYWHERE, Part
from tawthiq.stages.claims.scene import Report, in_tokens

_BEFORE, _BEHIND, _ADJECTIVE = 6, 4, 2
_FIGHTING = "armed_clash"
_SOME = 2  # the whole and a part
_ANOTHER = words("another")


def of_another(report: Report, part: Part) -> bool:
    """Whether a doer is told right beside an attack that is called a second, another, a separate one."""
    actor = part.actor
    around = report.tokens[max(actor.first - _BEFORE, 0) : actor.last + _BEHIND + _ADJECTIVE]
    if _ANOTHER.isdisjoint([t.form for t in around]):
        return False
    hits = in_tokens(report.scan.of(EventWord), actor.first - _BEFORE, actor.last + _BEHIND)
    named = [h for h in hits if h.entry.part not in ("none", "verb") and not h.definite]
    near = min(named, key=lambda h: abs(h.first - actor.first), default=None)
    if near is None or near.entry.event == _FIGHTING:
        return False  # «على جبهة قتال أخرى»
    return not _ANOTHER.isdisjoint([t.form for t in report.tokens[near.last : near.last + _ADJECTIVE]])


def of_few(marks: Marks, part: Part) -> bool:
    """«قتل منذ بداية العام سبعون، بينهم اثنان برصاص الشرطة», «إضافة إلى اثنين»: whether a doer is told behind a few of
    those whom a sentence counts over months: what befell them is not what befell others."""
    if part.sentence not in marks.months or ANYWHERE.intersection(part.reasons):
        return False
    before = [c for c in marks.report.figures.get(part.sentence, ()) if c.last <= part.actor.first]
    if len(before) < _SOME:
        return False
    few = before[-1].part_of is not None
    return few or bool(marks.report.within(before[0].last, before[-1].first, "plus"))


def told_ago(marks: Marks, sentence: int, ago: int) -> bool:
    """Whether a sentence tells what happened more than some days before the report, so that its claims are of other
    attacks."""
    published = marks.report.document.published
    days = [d.end for d in marks.dates(sentence) if d.end is not None]
    return published is not None and bool(days) and all((published - day).days > ago for day in days)
