"""Who can hold those who were arrested or abducted, of an incident's doers?"""

from collections.abc import Iterable

from tawthiq.stages.claims import agents
from tawthiq.stages.claims.fitting import clashes
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.part import ANYWHERE, Part
from tawthiq.stages.claims.prominence import only_raids
from tawthiq.stages.claims.relations import armed_group
from tawthiq.stages.claims.scene import FORCES, Scene

_SETTLERS = "other:Israeli settlers"


def arrests(known: Known, scene: Scene, part: Part) -> bool:
    """Nameless gunmen and settlers arrest nobody, nor do those of no state whom a clash is between («القبض على متورطين
    بنزاع»); attackers are not held by those who attack with them, who owns up to an attack does not hold those seized
    for it, and who only strikes from the air seizes nobody."""
    if part.actor.id == _SETTLERS or clashes(part, known.registry):
        return False
    attackers = scene.casualty.group == "fighter" or (
        bool(ANYWHERE.intersection(part.reasons)) and part.event != "arrest"
    )
    group = attackers and not agents.of_state(part.actor.id, known.registry)
    return part.actor.id not in agents.NAMELESS and not group and not only_raids(known.prominence, part.actor.id)


def abducts(known: Known, part: Part) -> bool:
    """A state whose attacks or arrests are told did not abduct others, nor did one that announces that they were."""
    state = agents.of_state(part.actor.id, known.registry)
    return not state or (part.event == "abduction" and not announces(known, part))


def announces(known: Known, part: Part) -> bool:
    """«أعلنت الشرطة خطف خمسة عمال»: a state's force that says that some were abducted did not do it."""
    speakers = known.report.speakers_about(part.actor.first)
    speaks = any(s.first <= part.actor.first < s.last for s in speakers)
    return speaks and agents.of_state(part.actor.id, known.registry)


def held_by(known: Known, scene: Scene) -> tuple[Part, ...]:
    """«حرر الجيش ثمانين رهينة من أيدي الحركة»: who held the freed, an armed group of the harm's own sentence, else the
    one that the report names most, and never those who freed them."""
    own = victims(scene) if scene.casualty.group in FORCES else frozenset()  # but «رهينة من الحركة»
    here = [p for p in agents.near(scene, known.parts) if _holds(known, p.actor.id, own)]
    behind = [p for p in here if p.actor.first >= scene.end]
    if here:
        return _named((behind or here[::-1])[:1], here)
    groups = [i for i in known.by_actor if _holds(known, i, own)]
    most = max(groups, key=lambda i: len(known.by_actor[i]), default=None)
    return () if most is None else (known.by_actor[most][0],)


def _holds(known: Known, id_: str, own: frozenset[str]) -> bool:
    return id_ not in own and (armed_group(id_, known.registry) or id_ in agents.NAMELESS)


def _named(best: Iterable[Part], others: Iterable[Part]) -> tuple[Part, ...]:
    """The best, or where it is nameless the first with a name."""
    nameless = [p for p in best if p.actor.id in agents.NAMELESS]
    named = next((p for p in others if p.actor.id not in agents.NAMELESS), None)
    return (named,) if nameless and named is not None else tuple(best)
