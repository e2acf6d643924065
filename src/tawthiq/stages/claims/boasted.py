"""Did who tells of the enemy's dead kill them? «أعلنت الحركة مقتل تسعة جنود»"""

from tawthiq.stages.claims import agents
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.relations import opposed
from tawthiq.stages.claims.scene import BODILY, Scene

_WARRING = frozenset({"armed_group", "military"})
_BY_OTHER_MEANS = frozenset(
    {"accident", "armed_clash", "riot", "war", "explosion", "suicide_bombing", "landmine", "arrest"}
)


def boasted(known: Known, scene: Scene, event: str) -> tuple[agents.Part, ...]:
    """«أعلنت الحركة مقتل تسعة جنود أتراك», of whom it is not told who killed them: the side that tells of the other's
    dead, and calls them no martyrs."""
    casualty = scene.casualty
    if casualty.outcome not in BODILY or casualty.count.high == 0 or event in _BY_OTHER_MEANS:
        return ()
    lost = known.lost[casualty.first, casualty.harm]
    named = bool(lost) and agents.NAMELESS.isdisjoint(lost)
    speaker = known.speakers.get(casualty.first) if named else None
    if speaker is None or speaker.kind not in _WARRING or scene.report.within(scene.start, scene.end, "mourned"):
        return ()
    telling = agents.between(known.parts, speaker.first, speaker.last)
    return tuple([p for p in telling if all(opposed(p.actor.id, own, known.registry) for own in lost)][:1])
