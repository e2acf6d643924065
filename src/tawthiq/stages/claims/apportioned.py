"""Which figures of a sentence are told apart by what caused each, as monitors count their dead?

«قتل 11، أربعة منهم بالقذائف واثنان بلغم»
"""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from tawthiq.stages.claims.causes import Cause, refines
from tawthiq.stages.claims.events import led
from tawthiq.stages.claims.scene import BODILY, Report, Scene, in_tokens

_SEVERAL, _RIGHT_BEHIND = 3, 2
_BROUGHT_ABOUT = "outcome"  # a fire, a collapse
_OF_THEM = frozenset({"منهم", "منهن", "منها", "منهما"})


class Apportioned(NamedTuple):
    """`own`: the cause that each of such figures alone, by its number, is told of; `others`: the causes of others."""

    own: Mapping[int, Cause]
    others: Mapping[int, frozenset[Cause]]


_NONE = Apportioned({}, {})


def apportioned(report: Report, scenes: Sequence[Scene], runs: Sequence[Scene], causes: Sequence[Cause]) -> Apportioned:
    """The figures of every sentence that counts several by several causes, each right behind its figure."""
    mixed = {a.sentence for a, b in pairwise(causes) if a.sentence == b.sentence and a.event != b.event}
    mixed = {s for s in mixed if s in report.figures and len(report.figures[s]) >= _SEVERAL}
    if not mixed:
        return _NONE
    own: dict[int, Cause] = {}
    others: dict[int, frozenset[Cause]] = {}
    for sentence in mixed:
        here = [n for n, s in enumerate(scenes) if s.sentence == sentence and s.casualty.outcome in BODILY]
        told = _told(report, scenes, here, causes)
        if not any(_unlike(a, b) for a, b in combinations(told.values(), 2)):
            continue
        own |= told
        for number in here:
            if number not in told:
                shared = _shared(scenes, runs, number, told)
                others[number] = frozenset(c for t in told.values() if t.event != shared for c in _words(t, causes))
    return Apportioned(own, others)


def _words(cause: Cause, causes: Sequence[Cause]) -> Sequence[Cause]:
    """«قذائف الهاون»: a cause with the event word right behind it."""
    return in_tokens(causes, cause.first, cause.last + 1)


def _told(report: Report, scenes: Sequence[Scene], here: Sequence[int], causes: Sequence[Cause]) -> dict[int, Cause]:
    """The figures that a cause stands right behind, with it."""
    told: dict[int, Cause] = {}
    for number in here:
        end = scenes[number].end
        behind = next(iter(in_tokens(causes, end, end + _RIGHT_BEHIND + 1)), None)
        if behind is None or behind.part == _BROUGHT_ABOUT or report.clauses_between(end, behind.first):
            continue
        if led(report, behind.first):
            told[number] = behind
    return told


def _unlike(a: Cause, b: Cause) -> bool:
    return a.event != b.event and not refines(a.event, b.event) and not refines(b.event, a.event)


def _shared(scenes: Sequence[Scene], runs: Sequence[Scene], number: int, told: Mapping[int, Cause]) -> str | None:
    """«مقتل خمسة وإصابة ستة بقصف»: the attack of the figure that one stands right beside, unless that is a number of it
    («14 مدنيا، أربعة منهم بلغم»)."""
    behind = [n for n in told if scenes[n].end > scenes[number].end]
    if not behind:
        return None
    owner = min(behind, key=lambda n: scenes[n].end)
    parts = [n for n in told if scenes[n].casualty.part_of == number]
    if len(parts) > 1 or (owner in parts and _bare(scenes[owner])):
        return None
    beside = (runs[number].start, runs[number].end) == (runs[owner].start, runs[owner].end)
    return told[owner].event if beside else None


def _bare(scene: Scene) -> bool:
    """«أربعة», «أربعة منهم»: whether a number tells who they are by those of whom it is."""
    forms = [t.form for t in scene.report.tokens[scene.casualty.first : scene.casualty.last]]
    return len(forms) == 1 or forms[-1] in _OF_THEM
