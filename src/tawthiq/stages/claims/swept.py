"""Which verbs of attack are told of a storm or a flood? «إعصار قوي اجتاح الساحل», «اجتاحت فيضانات القرى»"""

from tawthiq.language.entries import EventWord, GroupWord
from tawthiq.language.scan import EventHit
from tawthiq.stages.claims.scene import Report, in_tokens

_PEOPLE = frozenset({"person", "force"})
_REACH, _WHICH = 2, ("التي", "الذي")


def swept(report: Report, ends: int, hit: EventHit) -> bool:
    """«الفيضانات الجارفة التي اجتاحت غرب البلاد», «إعصار قوي اجتاح»: whether a verb of attack has the accident whose
    name ends at a token before it for its subject, and not who stands behind it («بعد الحريق اقتحم مسلحون القرية»)."""
    near = hit.first - ends
    if 0 < near <= _REACH and report.tokens[hit.first - 1].form in _WHICH:
        return True
    beside = near == 0 or (near == 1 and report.tokens[ends].is_word)
    return beside and _storms(hit) and not _of_somebody(report, hit.last)


def sweeps(report: Report, hit: EventHit) -> bool:
    """«اجتاح إعصار قوي الساحل»: whether a verb of attack has an accident right behind it for its subject."""
    if not _storms(hit):
        return False
    behind = in_tokens(report.scan.of(EventWord), hit.last, hit.last + 1)
    return any(h.entry.event == "accident" and not h.clitic for h in behind)


def _of_somebody(report: Report, at: int) -> bool:
    """Whether people or a force stand at a token."""
    groups = in_tokens(report.scan.of(GroupWord), at, at + 1)
    people = any(g.entry.sort in _PEOPLE for g in groups)
    return people or bool(in_tokens(report.document.actors, at, at + 1))


def _storms(hit: EventHit) -> bool:
    """Whether a word can be the verb of a storm: «اجتاح», not «هاجم»."""
    return hit.entry.event == "ground_attack" and not hit.clitic
