"""Who can hold those who were arrested or abducted, of an incident's doers?"""

from tawthiq.stages.claims import agents
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.part import ANYWHERE, Part
from tawthiq.stages.claims.prominence import only_raids
from tawthiq.stages.claims.relations import armed_group
from tawthiq.stages.claims.scene import Scene


def arrests(known: Known, scene: Scene, part: Part) -> bool:
    """Nameless gunmen arrest nobody, attackers are not held by those who attack with them, who owns up to an attack
    does not hold those seized for it, and who only strikes from the air seizes nobody."""
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


def captors_of(known: Known, scene: Scene) -> tuple[Part, ...]:
    """«حرر الجيش 178 رهينة من أيدي حركة كذا»: the armed group that the freed were held by, by their own sentence, else
    the only one of the report; never those who freed them."""
    here = [p for p in agents.near(scene, known.parts) if armed_group(p.actor.id, known.registry)]
    if here:
        return (here[0],)
    groups = [mentions for actor, mentions in known.by_actor.items() if armed_group(actor, known.registry)]
    named = [mentions[0] for mentions in groups if mentions[0].actor.id not in agents.NAMELESS]
    return (named[0],) if len(named) == 1 else ()
