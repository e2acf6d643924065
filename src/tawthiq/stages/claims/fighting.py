"""Whose clash was it? The sides by the words of a harm's own sentence, else by the incident, and who backs them."""

from collections.abc import Sequence

from tawthiq.stages.claims import relations
from tawthiq.stages.claims.agents import Part, near
from tawthiq.stages.claims.hands import finished_off
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.scene import Scene

_CLASH = ("actors.clash",)
_SIDES = 6  # between the names of two sides


def fighting(known: Known, scene: Scene, episode: Episode) -> tuple[Part, ...]:
    """The sides of a clash: by a harm's own sentence, else by the incident, else a force and the gunmen it met."""
    around = near(scene, known.parts)
    both = relations.sides(around, known.registry)
    told = relations.clashing(around) or relations.backed(both, around) or episode.clash
    return told or relations.with_gunmen(scene, around, known.registry)


def with_others(known: Known, scene: Scene, here: Sequence[Part], harmed: frozenset[str]) -> bool:
    """«في مواجهات مع القوات المدعومة من التحالف», «في مواجهات بين المسلحين والشرطة»: whether the one side named is told
    to have somebody behind it, or gunmen whom nobody names against it."""
    around = near(scene, known.parts) if here[0].reasons == _CLASH else ()
    if len(relations.backed(tuple(here), around)) > len(here):
        return True
    return not harmed and any(p.reasons == _CLASH and _against(p, here[0]) for p in around)


def _against(one: Part, two: Part) -> bool:
    """«بين المسلحين والشرطة»: whether two sides stand side by side, the one without a name."""
    close = abs(one.actor.first - two.actor.first) <= _SIDES
    return close and one.actor.id in relations.NAMELESS and one.actor.id != two.actor.id


def slayers_of(scene: Scene, both: tuple[Part, ...], harmed: frozenset[str]) -> tuple[Part, ...]:
    """The sides of a clash, without those who were finished off in it."""
    if not finished_off(scene):
        return both
    apart = harmed | relations.NAMELESS
    return tuple([p for p in both if p.actor.id not in apart]) or both


def named_of(known: Known, actors: frozenset[str]) -> list[Part]:
    """The first mention of each of these actors that the report names."""
    return [known.by_actor[id][0] for id in sorted(actors) if id in known.by_actor]


def only_clash(here: Sequence[Part]) -> bool:
    """«مقتل ثلاثة من عناصر الجيش في اشتباكات مع المسلحين»: the other side is named, and not said to have killed."""
    return len(here) == 1 and here[0].reasons == _CLASH
