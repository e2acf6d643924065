"""Do figures and places stand in a list, and on which side of its figure is each place?"""

from collections.abc import Sequence

from tawthiq.model import Place
from tawthiq.stages.claims.scene import Scene

_LEADS, _TRAILS = 3, 2
_LEAST = 2
_COMMAS = frozenset({"،", ",", "؛"})
_ITS_OWN, _ANOTHERS = 1.5, -2.5
_BEHIND = 4


def worth(scene: Scene, here: Sequence[Place]) -> dict[int, float]:
    """How much a list speaks for or against the place that begins at a token.

    «إدلب 5 قتلى، حلب 3»: a figure has the place before it. «قتل 8: 5 في إدلب و3 في حلب»: the place behind it, and the
    total in front has none of them.
    """
    before, behind = _sides(scene, here)
    if max(before, behind) < _LEAST:
        return {}
    if before > behind:
        last = max((p.first for p in here if p.last <= scene.start), default=None)
        return {} if last is None else {last: _ITS_OWN}
    if behind > before and not any(0 <= p.first - scene.end <= _BEHIND for p in here):
        figures = [last for first, last in scene.report.figures_in(scene.sentence) if first >= scene.end]
        return {p.first: _ANOTHERS for p in here if any(0 <= p.first - last <= _TRAILS for last in figures)}
    return {}


def _sides(scene: Scene, here: Sequence[Place]) -> tuple[int, int]:
    """How many places stand right before a figure, and right behind one."""
    report = scene.report
    marks = sorted([(p.first, p.last, True) for p in here]
                   + [(first, last, False) for first, last in report.figures_in(scene.sentence)])  # fmt: skip
    before = behind = 0
    for (_, end, place), (first, _, other) in zip(marks, marks[1:], strict=False):
        gap = first - end
        if place == other or any(report.tokens[t].form in _COMMAS for t in range(end, first)):
            continue
        before += place and gap <= _LEADS
        behind += other and gap <= _TRAILS
    return before, behind
