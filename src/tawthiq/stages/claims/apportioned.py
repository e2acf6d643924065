"""Which figures of a sentence are told apart by what caused each, as monitors count their dead?

«قتل 11، أربعة منهم بالقذائف واثنان بلغم»
"""

from bisect import bisect_left
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
    sentences: dict[int, list[int]] = {}
    for number, scene in enumerate(scenes):
        if scene.sentence in mixed and scene.casualty.outcome in BODILY:
            sentences.setdefault(scene.sentence, []).append(number)
    own: dict[int, Cause] = {}
    others: dict[int, frozenset[Cause]] = {}
    for here in sentences.values():
        told = _told(report, scenes, here, causes)
        if not any(_unlike(a, b) for a, b in combinations({t.event for t in told.values()}, 2)):
            continue
        own |= told
        others |= _others(scenes, runs, here, told, causes)
    return Apportioned(own, others)


def _others(
    scenes: Sequence[Scene], runs: Sequence[Scene], here: Sequence[int], told: Mapping[int, Cause],
    causes: Sequence[Cause],
) -> dict[int, frozenset[Cause]]:  # fmt: skip
    """Of the figures of a sentence that are not told of one cause alone, the causes of others."""
    ends = sorted((scenes[n].end, n) for n in told)
    parts: dict[int | None, list[int]] = {}
    for number in told:
        parts.setdefault(scenes[number].casualty.part_of, []).append(number)
    apart: dict[str | None, frozenset[Cause]] = {}
    others: dict[int, frozenset[Cause]] = {}
    for number in (n for n in here if n not in told):
        at = bisect_left(ends, (scenes[number].end + 1, 0))
        owner = ends[at][1] if at < len(ends) else None
        shared = None
        if owner is not None and _shares(scenes, runs, number, owner, parts.get(number, ())):
            shared = told[owner].event
        if shared not in apart:
            apart[shared] = frozenset([c for t in told.values() if t.event != shared for c in _words(t, causes)])
        others[number] = apart[shared]
    return others


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


def _unlike(a: str, b: str) -> bool:
    return not refines(a, b) and not refines(b, a)


def _shares(scenes: Sequence[Scene], runs: Sequence[Scene], number: int, owner: int, parts: Sequence[int]) -> bool:
    """«مقتل خمسة وإصابة ستة بقصف»: whether a figure has the attack of the `owner` that it stands right beside, which
    is no number of it («14 مدنيا، أربعة منهم بلغم»)."""
    if len(parts) > 1 or (owner in parts and _bare(scenes[owner])):
        return False
    return (runs[number].start, runs[number].end) == (runs[owner].start, runs[owner].end)


def _bare(scene: Scene) -> bool:
    """«أربعة», «أربعة منهم»: whether a number tells who they are by those of whom it is."""
    forms = [t.form for t in scene.report.tokens[scene.casualty.first : scene.casualty.last]]
    return len(forms) == 1 or forms[-1] in _OF_THEM
