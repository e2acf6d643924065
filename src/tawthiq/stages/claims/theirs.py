"""Which attacks struck only the people of a state that the report's own harm is not of?

«استشهد تسعة في عدوان على غزة، فيما قتل إسرائيليان إثر سقوط صواريخ»
"""

from collections.abc import Mapping, Sequence

from tawthiq.language.registry import ActorInfo
from tawthiq.stages.claims.agents import STRONG
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.events import led
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import spared, spares
from tawthiq.stages.claims.scene import in_tokens

_RIGHT_BEHIND = 4
_OF_ONE_SIDE = frozenset({"missile", "shelling", "shooting", "bombing", "suicide_bombing", "explosion", "attack"})


def of_theirs(
    own: Sequence[Own], causes: Sequence[Cause], parts: Sequence[Part], registry: Mapping[str, ActorInfo]
) -> frozenset[int]:
    """The first tokens of the causes right behind people of a state that is told, up to the first harm, to attack
    others."""
    first = own[0].scene if own else None
    attackers = {p.actor.id for p in parts if first and p.score >= STRONG and p.sentence <= first.sentence}
    if first is None or not any(spares(i, registry) for i in attackers) or spared(first, registry):
        return frozenset()
    found: set[int] = set()
    for scene in (o.scene for o in own if o.cause is not None and o.cause.candidate.value.event in _OF_ONE_SIDE):
        behind = in_tokens(causes, scene.end, scene.end + _RIGHT_BEHIND)[:1]
        if behind and led(scene.report, behind[0].first) and spared(scene, registry) & attackers:
            found.add(behind[0].first)
    return frozenset(found)
