"""Which parties does a monitor lay the dead of a month or more to, one figure to each?

«قتل النظام 21 مدنيا، وقتلت قسد أربعة، فيما قضى 31 على يد جهات أخرى»
"""

from collections.abc import Sequence

from tawthiq.model import Casualty
from tawthiq.stages.claims import agents
from tawthiq.stages.claims.agents import Part
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.prominence import lead_of
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_AGENT = "actors.agent_word"
_LAYS = frozenset({"actors.kills", "actors.listed", _AGENT})
_SEVERAL, _PAIR = 3, 2
_LAID = 60  # tokens before a party in which its own figure stands
_WEEKS = 27  # days of a month, at least, from its first


def by_parties(report: Report, parts: Sequence[Part], own: Sequence[Own]) -> bool:
    """Whether a report that begins with weeks or months lays figures to three or more parties, or to two and to others
    besides."""
    figures = report.figures
    if len({p.actor.id for p in parts if p.sentence in figures}) < _PAIR:
        return False
    named = {p.actor.id for p in parts if p.sentence in figures and not _LAYS.isdisjoint(p.reasons)}
    if len(named) < _PAIR or not agents.NAMELESS.isdisjoint(named) or not _of_weeks(report):
        return False
    return len(named) >= _SEVERAL or any(agents.by_others(o.scene, parts) for o in own)


def _of_weeks(report: Report) -> bool:
    """Whether title or beginning tell of a period of weeks."""
    lead = lead_of(report.document)
    last = max((report.document.sentences[n].last for n in lead), default=0)
    dates = (d for d in report.document.dates if d.first < last and d.start is not None and d.end is not None)
    return any((d.end - d.start).days >= _WEEKS for d in dates if d.start and d.end)


def of_no_party(scene: Scene, told: Sequence[Part], doers: Sequence[Part]) -> bool:
    """Whether none of those `told` beside it is laid a harm's figure, but another one of its sentence, and no more than
    two are the `doers` of all that is reckoned."""
    if len(doers) > _PAIR:
        return False
    counted, part_of = scene.report.figures.get(scene.sentence, ()), scene.casualty.part_of
    whole = scene.report.document.casualties[part_of] if part_of is not None else scene.casualty
    return all(_of_another(scene.casualty, whole, p, counted) for p in told)


def _of_another(mine: Casualty, whole: Casualty, part: Part, counted: Sequence[Casualty]) -> bool:
    at = part.actor.first
    if at >= mine.first:
        return any(c.harm != mine.harm for c in in_tokens(counted, mine.last, at))
    if _AGENT not in part.reasons or at <= mine.harm[1]:
        return False
    before = [c for c in in_tokens(counted, at - _LAID, at) if c.last <= at]  # «14 على يد النظام، و24 برصاص طائش»
    return bool(before) and before[-1] is not whole
