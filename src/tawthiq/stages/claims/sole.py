"""Who did what a report tells without a doer, where one side alone is said to do so, or its violations are listed?"""

from tawthiq.stages.claims import agents
from tawthiq.stages.claims.culprits import of_culprits
from tawthiq.stages.claims.deeds import among, elsewhere
from tawthiq.stages.claims.kinds import DEMOLISHED
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.prominence import sole_attacker
from tawthiq.stages.claims.scene import FORCES, Scene
from tawthiq.stages.claims.undetermined import PART as UNFOUND
from tawthiq.stages.claims.undetermined import undetermined

_ARMED = FORCES | {"fighter"}
_OF_NO_SIDE = frozenset({"accident", "armed_clash", "riot", "war"})


def sole_doer(known: Known, scene: Scene, event: str) -> tuple[agents.Part, ...]:
    """The one side that the report says to attack in such a way, for recent harm told without a doer."""
    own_deed = scene.casualty.part_of is None and agents.by_harmed(scene)
    told = own_deed or known.unclaimed or scene.casualty.first in known.laid
    called = told or agents.responsible(scene, known.parts) is not None
    unfound = UNFOUND in known.report.parts and undetermined(scene)
    if called or unfound or agents.by_others(scene, known.parts) or of_culprits(scene, known.parts, known.registry):
        return ()
    spared = victims(scene) | among(known, scene) | agents.spared(scene, known.registry)
    act = "arrest" if event == "unspecified" and _demolished(known, scene) else event
    side = sole_attacker(known.prominence, act, spared, known.registry)
    if side and side[0].actor.id in elsewhere(known, scene):
        return ()
    return tuple(side) or _violator(known, scene, event, spared)


def _demolished(known: Known, scene: Scene) -> bool:
    """«هدم سبعة منازل»: a demolition is, as an arrest, what authorities do."""
    harm = known.report.harms.get(scene.casualty.harm[0])
    return harm is not None and harm.entry.id == DEMOLISHED


def _violator(known: Known, scene: Scene, event: str, spared: frozenset[str]) -> tuple[agents.Part, ...]:
    """The side whose violations the report lists, for what it counts of others than the armed."""
    side = known.violator
    if side is None or side.actor.id in spared or event in _OF_NO_SIDE or scene.casualty.group in _ARMED:
        return ()
    return (side,)
