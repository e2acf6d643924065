"""Who did what a report tells without a doer, where one side alone is said to do so, or its violations are listed?"""

from itertools import islice

from tawthiq.stages.claims import agents
from tawthiq.stages.claims.boasted import boasted
from tawthiq.stages.claims.culprits import of_culprits
from tawthiq.stages.claims.deeds import among, elsewhere
from tawthiq.stages.claims.guilty import DESCRIBED
from tawthiq.stages.claims.kinds import DEMOLISHED
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.prominence import sole_attacker
from tawthiq.stages.claims.scene import ARMED, BODILY, Scene
from tawthiq.stages.claims.slain import is_attacker
from tawthiq.stages.claims.undetermined import PART as UNFOUND
from tawthiq.stages.claims.undetermined import undetermined

_BY_HIM = frozenset({"shooting", "stabbing", "ramming", "attack"})
_BY_ONE = _BY_HIM | {"unspecified", "torture"}
_DEED, _BESIDE = 7, 3  # from who stands accused to the deed, from the harmed to who they are
_OF_NO_SIDE = frozenset({"accident", "armed_clash", "riot", "war"})


def sole_doer(known: Known, scene: Scene, event: str) -> tuple[agents.Part, ...]:
    """The one side that the report says to attack in such a way, for recent harm told without a doer."""
    own_deed = scene.casualty.part_of is None and agents.by_harmed(scene)
    told = own_deed or known.unclaimed or scene.casualty.first in known.laid
    called = told or agents.responsible(scene, known.parts) is not None
    unfound = UNFOUND in known.report.parts and undetermined(scene)
    if called or unfound or agents.by_others(scene, known.parts) or of_culprits(scene, known.parts, known.registry):
        return ()
    spared = (
        known.lost[scene.casualty.first, scene.casualty.harm]
        | among(known, scene)
        | agents.spared(scene, known.registry)
    )
    act = "arrest" if event == "unspecified" and _demolished(known, scene) else event
    side = sole_attacker(known.prominence, act, spared, known.registry)
    if side and side[0].actor.id in elsewhere(known, scene):
        return ()
    return tuple(side) or _violator(known, scene, event, spared)


def accused(known: Known, scene: Scene, event: str, old: bool) -> tuple[agents.Part, ...]:
    """Who stands accused of a harm that is laid to nobody known, or boasts of it."""
    return _charged(known, scene, event, old) or (() if old else boasted(known, scene, event))


def _charged(known: Known, scene: Scene, event: str, old: bool) -> tuple[agents.Part, ...]:
    """«المتهم بقتل زوجته»: who stands accused of a harm that is laid to nobody known, and of what title or lead accuse
    him also where the same incident is told on («اعترف سالم بقتل ستة. وجرح خمسة آخرون»), as who the assailant is said
    to be, unless that is of `old`."""
    casualty = scene.casualty
    if not known.guilty or casualty.outcome not in BODILY or casualty.count.high == 0:
        return ()
    mine = known.guilty.of_harm(scene.sentence, casualty)
    apart = casualty.count.low is None or is_attacker(known.report, casualty) or casualty.first in known.past
    if mine or apart or event not in _BY_ONE:
        return tuple(mine[:1])
    himself = range(casualty.first - _DEED, casualty.last + _BESIDE)
    told = (
        p for p in known.guilty.whole.get(known.story.told.get(scene.sentence, 0), ())
        if p.actor.first not in himself and (DESCRIBED not in p.reasons or (event in _BY_HIM and not old))
    )  # fmt: skip
    return tuple(islice(told, 1))


def _demolished(known: Known, scene: Scene) -> bool:
    """«هدم سبعة منازل»: a demolition is, as an arrest, what authorities do."""
    harm = known.report.harms.get(scene.casualty.harm[0])
    return harm is not None and harm.entry.id == DEMOLISHED


def _violator(known: Known, scene: Scene, event: str, spared: frozenset[str]) -> tuple[agents.Part, ...]:
    """The side whose violations the report lists, for what it counts of others than the armed."""
    side = known.violator
    if side is None or side.actor.id in spared or event in _OF_NO_SIDE or scene.casualty.group in ARMED:
        return ()
    return (side,)
