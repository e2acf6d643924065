"""Do figures and places stand in a list, and on which side of its figure is each place?"""

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from tawthiq.model import Casualty, Place
from tawthiq.stages.claims.scene import Scene, in_tokens

_FIRST = attrgetter("first")
_LEADS, _TRAILS = 3, 2
_LEAST = 2
_COMMAS = frozenset({"،", ",", "؛"})
_ITS_OWN, _ANOTHERS = 1.5, -6.0
_BEHIND = 4
_LIST = ":"
NEXT = frozenset({"تليها", "تلتها", "يليها", "تليه", "تلته"})
_NEXT, _AND_SO = NEXT | {"ثم"}, ("و", "ف")
SHARE = "casualties.by_place"


def worth(scene: Scene, here: Sequence[Place]) -> dict[int, float]:
    """How much a list speaks for or against the place that begins at a token.

    «إدلب 5 قتلى، حلب 3»: a figure has the place before it. «قتل 8: 5 في إدلب و3 في حلب»: the place behind it, and the
    total in front has none of them, nor has another place's figure («في درعا 8 قتلى، و5 في إدلب»).
    """
    before, behind = _sides(scene, here)
    if max(before, behind) < _LEAST:
        return {}
    if before > behind:
        first = scene.casualty.first
        led = any(0 <= first - p.last <= _LEADS for p in here)  # «حالات القتل: بلغت في صنعاء 65، وتعز 57»
        at = first if led or SHARE in scene.casualty.because else scene.start
        last = max((p.first for p in here if p.last <= at), default=None)
        return _of_others(scene, here) if last is None else {last: _ITS_OWN}
    if behind > before:
        placed = _placed(scene, here)
        figures = [c.last for c in _figures(scene)
                   if c.first >= scene.casualty.last and (not placed or SHARE in c.because)]  # fmt: skip
        return {p.first: _ANOTHERS for p in here if any(0 <= p.first - last <= _TRAILS for last in figures)}
    return {}


def _figures(scene: Scene) -> Sequence[Casualty]:
    """The figures of a scene's sentence, as far as they lie near it."""
    return in_tokens(scene.report.figures.get(scene.sentence, ()), *scene.near)


def _of_others(scene: Scene, here: Sequence[Place]) -> dict[int, float]:
    """«قتل 25، في حلب 10 وفي درعا 15»: the places right before other figures are none of the total's."""
    shares = {c.first for c in _figures(scene) if SHARE in c.because}
    return {p.first: _ANOTHERS for p in here if p.last in shares}


def _placed(scene: Scene, here: Sequence[Place]) -> bool:
    """Whether a place stands close behind the figure, with nothing between that begins a list («عشرون: تسعة في»)."""
    report, last = scene.report, scene.casualty.last
    near = [p for p in here if 0 <= p.first - last <= _BEHIND]
    return any(_LIST not in (t.form for t in report.tokens[last : p.first]) for p in near)


def _next_in_rank(scene: Scene, last: int, place: Place) -> bool:
    """«40 قتيلا تليها إدلب بـ 30», «57 حالة فالحديدة بـ 49»: whether a place behind a figure is that of the next."""
    tokens = scene.report.tokens
    joined = place.span.start > tokens[place.first].start and tokens[place.first].form.startswith(_AND_SO)
    return joined or any(t.form in _NEXT for t in tokens[last : place.first])


def _sides(scene: Scene, here: Sequence[Place]) -> tuple[int, int]:
    """How many places stand right before a figure that is no breakdown, and right behind one."""
    report = scene.report
    marks: list[Place | Casualty] = sorted([*here, *_figures(scene)], key=_FIRST)
    before = behind = 0
    for one, two in pairwise(marks):
        gap = two.first - one.last
        if gap > _LEADS or isinstance(one, Place) == isinstance(two, Place):
            continue
        if any(t.form in _COMMAS for t in report.tokens[one.last : two.first]):
            continue
        if isinstance(two, Casualty):
            before += two.part_of is None or SHARE in two.because
        else:
            behind += gap <= _TRAILS and not _next_in_rank(scene, one.last, two)
    return before, behind
