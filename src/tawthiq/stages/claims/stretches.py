"""Where the words on each harm of a sentence begin, so that each is laid to who stands in them."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tawthiq.model import Casualty
from tawthiq.stages.claims.scene import Report, Scene

_SENTENCE, _PLACE = attrgetter("sentence"), attrgetter("first", "harm")
_APART = frozenset({"detained", "abducted", "displaced", "besieged"})
_CROWDED = 60


def counted(scene: Scene) -> Sequence[Casualty]:
    """What the harm's sentence counts."""
    casualties, sentence = scene.report.document.casualties, scene.sentence
    return casualties[
        bisect_left(casualties, sentence, key=_SENTENCE) : bisect_left(casualties, sentence + 1, key=_SENTENCE)
    ]


def stretches_of(scene: Scene) -> tuple[list[int], list[str]]:
    """Where the words on each counted harm of the sentence begin, at its verb or the attack that leads to it, and
    what kind of harm it is ("" for any): the arrested and the killed have not the same doer."""
    casualties, mine = counted(scene), scene.casualty
    if len(casualties) > _CROWDED:
        return [scene.start], [_kind(mine)]
    told = [c for c in casualties if c.first == mine.first
               or (c.outcome not in ("hit", "strikes") and c.part_of in (None, mine.part_of))]  # fmt: skip
    begins: list[int] = []
    kinds: list[str] = []
    ended = scene.report.document.sentences[scene.sentence].first
    at = -1
    for casualty in sorted(told, key=_PLACE):
        if casualty.first == at:  # «قتل وأسر عشرات»: two harms of the same people
            kinds[-1] = kinds[-1] if kinds[-1] == _kind(casualty) else ""
            continue
        at = casualty.first
        apart = casualty.harm[0] < ended or scene.report.within(casualty.harm[1], casualty.first, "agent")
        begin = casualty.first if apart else min(casualty.first, casualty.harm[0])
        begins.append(_lead(scene.report, ended, begin) if begins else begin)
        kinds.append(_kind(casualty))
        ended = max(casualty.last, casualty.harm[1] if casualty.harm[0] >= begin else 0)
    return begins, kinds


def _kind(casualty: Casualty) -> str:
    if casualty.outcome in ("missing", "rescued"):
        return ""
    return casualty.outcome if casualty.outcome in _APART else "struck"


def _lead(report: Report, first: int, begin: int) -> int:
    """Where a new attack is told between two harms («، وشنت الطائرات», «فيما قصفت»), or where the second begins."""
    leads = [v.first for v in report.within(first, begin, "attack") if v.clitic.startswith("و")]
    beside = [w for w in report.within(first, begin, "clause") if w.entry.value == "beside"]
    leads += [w.first for w in beside if report.within(w.last, w.last + 3, "attack")]
    return min(leads, default=begin)
