"""Whose clash was it? The sides by the words of a harm's own sentence, else by the incident, and who backs them."""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims import relations
from tawthiq.stages.claims.agents import STRONG, Part, near
from tawthiq.stages.claims.causes import AIR
from tawthiq.stages.claims.hands import finished_off
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.scene import ARMED, Scene, in_tokens

_CLASH = ("actors.clash",)
_TAKEN = "detained"
_FIGHT, _AND = "armed_clash", "و"
_JOINED, _WHOSE = 8, 3  # from a clash over its sides to the raids joined to it, from those to whose they are
_TOLD = 120  # mentions of a report that are asked who raids
_SIDES = 6  # between the names of two sides


def fighting(known: Known, scene: Scene, episode: Episode) -> tuple[Part, ...]:
    """The sides of a clash: by a harm's own sentence, else by the incident, else a force and the gunmen it met."""
    around = near(scene, known.parts)
    both = relations.sides(around, known.registry)
    told = relations.clashing(around) or relations.backed(both, around) or episode.clash
    return told or relations.with_gunmen(scene, around, known.registry)


def _raiding(known: Known, scene: Scene, both: Sequence[Part]) -> tuple[Part, ...]:
    """«قتل عشرة في مواجهات مع الجيش وغارات للتحالف», «في المواجهات والغارات الجوية»: who else struck from the air by
    the words on a clash, or the only one that the report tells to raid."""
    raid = _raid(scene) if scene.casualty.outcome != _TAKEN else None
    if raid is None:
        return ()
    named = [p for p in near(scene, known.parts) if raid.first <= p.actor.first <= raid.last + _WHOSE and _flies(p)]
    found = named or [p for p in known.parts[:_TOLD] if _flies(p)]
    sides = {p.actor.id for p in both}
    return tuple(found[:1]) if len({p.actor.id for p in found}) == 1 and found[0].actor.id not in sides else ()


def _raid(scene: Scene) -> Hit | None:
    """The word for raids that «و» joins to that for a clash."""
    events = in_tokens(scene.report.scan.of(EventWord), *scene.near)
    clash: Hit | None = None
    for hit in events:
        word = hit.entry
        if word.event == _FIGHT:
            clash = hit
        elif clash is not None and word.event in AIR and word.names_attack and hit.clitic.startswith(_AND):
            apart = hit.first - clash.last > _JOINED or scene.report.clauses_between(clash.last, hit.first)
            return None if apart else hit
    return None


def _flies(part: Part) -> bool:
    return part.event in AIR and part.score >= STRONG


def with_others(known: Known, scene: Scene, episode: Episode, one: Part, harmed: frozenset[str]) -> bool:
    """«في مواجهات مع القوات المدعومة من التحالف», «في مواجهات بين المسلحين والشرطة»: whether the one side named is told
    to have somebody behind it, or another against it by what its clash is told to be; but a state abroad may have met
    with people who bear no arms."""
    around = near(scene, known.parts) if one.reasons == _CLASH else ()
    if len(relations.backed((one,), around)) > 1:
        return True
    if harmed or not around:
        return False
    if any(p.reasons == _CLASH and _against(p, one) for p in around):
        return True
    abroad = relations.spares(one.actor.id, known.registry) and scene.casualty.group not in ARMED
    both = frozenset([p.actor.id for p in fighting(known, scene, episode)])
    return not abroad and one.actor.id in both and relations.NAMELESS.isdisjoint(both)


def _against(one: Part, two: Part) -> bool:
    """«بين المسلحين والشرطة»: whether two sides stand side by side, the one without a name."""
    close = abs(one.actor.first - two.actor.first) <= _SIDES
    return close and one.actor.id in relations.NAMELESS and one.actor.id != two.actor.id


def slayers_of(known: Known, scene: Scene, both: tuple[Part, ...], harmed: frozenset[str]) -> tuple[Part, ...]:
    """The sides of a clash with who raids in it, without those who were finished off or taken prisoner in it."""
    both = (*both, *_raiding(known, scene, both))
    if not (finished_off(scene) or scene.casualty.outcome == _TAKEN):
        return both
    apart = harmed | relations.NAMELESS
    return tuple([p for p in both if p.actor.id not in apart]) or both


def named_of(known: Known, actors: frozenset[str]) -> list[Part]:
    """The first mention of each of these actors that the report names."""
    return [known.by_actor[id][0] for id in sorted(actors) if id in known.by_actor]


def only_clash(here: Sequence[Part]) -> bool:
    """«مقتل ثلاثة من عناصر الجيش في اشتباكات مع المسلحين»: the other side is named, and not said to have killed."""
    return len(here) == 1 and here[0].reasons == _CLASH
