"""Who fights whom, and who acts together."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import cast

from tawthiq.language.entries import ActorWord
from tawthiq.language.registry import ActorInfo
from tawthiq.stages.claims.part import SEIZES, STRONG, Part
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_UNKNOWN = "unknown_gunmen"
NAMELESS = frozenset({_UNKNOWN, "other:jihadists", "other:rebels", "other:Local armed groups", "other:assailant"})
_GUARDS = ("security forces", "police")
_FORCE_NAMES = ("army", "police", "government", "security forces", "government forces", "forces", "authorities",
                "African Union force")  # fmt: skip
_NO_STATES = frozenset({"other:Saleh forces", "other:UAE-backed forces", "other:Pro-Russian forces"})  # armed groups

_GOVERNMENT, _FORCES = " government", " forces"
_AT_WAR_WITH_ARMIES = frozenset({"russia"})  # they tell of the other army's dead
_SIDE_BY_SIDE, _THEIR_ARMY = 3, 3
_THAT_IT, _KILLING = frozenset({"انه", "انها", "بانه", "بانها"}), "قتل"
_TWO, _ASIDE = 2, frozenset({SEIZES})  # said of the one whose verb it is
_AND, _DUAL, _OTHER = "و", ("ان", "ين"), "other:"
_NAMED = 0.2
_BACKING = frozenset({"actors.supports", "actors.backs"})
_FIGHTING = frozenset({"actors.attacks", "actors.then_attacks", "actors.with_event", "actors.clash", "actors.target",
                       "actors.kills", "actors.accused", "actors.claims_it"})  # fmt: skip


def allied(parts_: Sequence[Part], registry: Mapping[str, ActorInfo]) -> tuple[Part, ...]:
    """The strongest actor and those after it that do not fight it or are named together with it, as forces that only
    go with another side are; unnamed gunmen only where nobody is named."""
    best: list[Part] = []
    for part in parts_:
        id_ = part.actor.id
        goes_with = id_ in _NO_STATES
        if best and id_.endswith((_GOVERNMENT, _FORCES)) and any(_one_state(id_, b.actor.id, registry) for b in best):
            continue
        if any(
            id_ == b.actor.id or ((goes_with or opposed(id_, b.actor.id, registry)) and not _together(part, b))
            for b in best
        ):
            continue
        best.append(part)
    named = [p for p in best if p.actor.id not in NAMELESS]
    known = [p for p in best if p.actor.id != _UNKNOWN]
    return tuple(named or known or best)


def _one_state(one: str, two: str, registry: Mapping[str, ActorInfo]) -> bool:
    """«الهند», «القوات الهندية»: whether one of two forces is no more than the state of the other."""
    whole, part = (one, two) if one.endswith(_GOVERNMENT) else (two, one)
    state = whole.removesuffix(_GOVERNMENT)
    return state != whole and part.startswith(state) and of_state(part, registry)


def _together(one: Part, two: Part) -> bool:
    """«القصف المتبادل بين الجيش وقوات الدعم», «مناطق سيطرة مشتركة للجيش ولقسد»: side by side, by the same words; or in
    one name («ميليشيات الحوثي وصالح»)."""
    between = max(one.actor.first, two.actor.first) - min(one.actor.last, two.actor.last)
    close = 0 <= between <= _SIDE_BY_SIDE or one.actor.first == two.actor.first
    return close and one.sentence == two.sentence and set(one.reasons) ^ set(two.reasons) <= _ASIDE


def joint(report: Report, found: Sequence[Part]) -> dict[str, set[str]]:
    """Who is named together with whom as doers («الطائرات السورية والروسية»)."""
    pairs: dict[str, set[str]] = {}
    for one, two in pairwise(found):
        first = two.actor.first
        close = first == one.actor.first or (first == one.actor.last and report.tokens[first].form.startswith("و"))
        if (
            close
            and max(one.score, two.score) >= STRONG
            and min(one.score, two.score) >= 0
            and one.actor.id != two.actor.id
        ):
            pairs.setdefault(one.actor.id, set()).add(two.actor.id)
            pairs.setdefault(two.actor.id, set()).add(one.actor.id)
    return pairs


def opposed(a: str, b: str, registry: Mapping[str, ActorInfo]) -> bool:
    """Whether two actors fight each other."""
    if b in _against(a, registry) or a in _against(b, registry):
        return True
    pairs = ((a, b), (b, a))
    return any(of_state(x, registry) and x.startswith("other:") and armed_group(y, registry) for x, y in pairs)


def of_state(id_: str, registry: Mapping[str, ActorInfo]) -> bool:
    """Whether an actor is a state's force."""
    info = registry.get(id_)
    return info.force == "soldier" if info is not None else id_.endswith(_FORCE_NAMES) and id_ not in _NO_STATES


def armed_group(id_: str, registry: Mapping[str, ActorInfo]) -> bool:
    """Whether an actor is an armed group of no state."""
    info = registry.get(id_)
    return info is not None and info.force == "fighter"


def spares(id_: str, registry: Mapping[str, ActorInfo]) -> bool:
    """Whether an actor is a state that does not strike its own."""
    info = registry.get(id_)
    return info is not None and info.spares


def _against(id_: str, registry: Mapping[str, ActorInfo]) -> tuple[str, ...]:
    info = registry.get(id_)
    return info.against if info is not None else ()


def sides(found: Sequence[Part], registry: Mapping[str, ActorInfo]) -> tuple[Part, ...]:
    """Both sides of a clash: the first two actors among `found` that fight each other."""
    first: dict[str, Part] = {}
    for part in found:
        for other in first.values():
            if opposed(part.actor.id, other.actor.id, registry):
                return other, part
        first.setdefault(part.actor.id, part)
    return ()


def with_gunmen(scene: Scene, found: Sequence[Part], registry: Mapping[str, ActorInfo]) -> tuple[Part, ...]:
    """«أعلنت الوزارة مقتل تسعة مسلحين في تبادل لإطلاق النار»: a state, and the counted gunmen whom nobody names."""
    first, last = scene.casualty.first, scene.casualty.last
    gunmen = next((p for p in found if p.actor.id == _UNKNOWN and first <= p.actor.first < last), None)
    state = next((p for p in found if of_state(p.actor.id, registry)), None)
    return (state, gunmen) if gunmen is not None and state is not None else ()


def belligerents(found: Sequence[Part], registry: Mapping[str, ActorInfo]) -> tuple[Part, ...]:
    """The two sides that a report tells most of fighting each other, by what their mentions say they do or suffer."""
    told: dict[str, float] = {}
    first: dict[str, Part] = {}
    for part in found:
        first.setdefault(part.actor.id, part)
        told[part.actor.id] = told.get(part.actor.id, 0) + (1.0 if _FIGHTING.intersection(part.reasons) else _NAMED)
    ids = list(first)
    pairs = [(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :] if opposed(a, b, registry)]
    best = max(pairs, key=lambda pair: min(told[pair[0]], told[pair[1]]), default=())
    return tuple(first[i] for i in best)


def clashing(found: Sequence[Part]) -> tuple[Part, ...]:
    """All that a sentence names as sides of a clash («اشتباكات بين كتيبتين»), where they are at least two, and who
    supports one of them («بإسناد من»)."""
    named = {p.actor.id: p for p in reversed(found) if "actors.clash" in p.reasons}
    if len(named) < _TWO:
        return ()
    known = {id_: p for id_, p in named.items() if id_ not in NAMELESS}
    named = named if len(known) < _TWO else known
    return backed(tuple(reversed(named.values())), found)


def backed(both: tuple[Part, ...], found: Sequence[Part]) -> tuple[Part, ...]:
    """The sides of a clash, if any, with those who are told to back one («الجيش المدعوم بالتحالف»)."""
    sides_ = {p.actor.id for p in both}
    backing = {p.actor.id: p for p in found if _BACKING.intersection(p.reasons) and p.actor.id not in sides_}
    return (*both, *backing.values()) if both else ()


def named_together(found: Sequence[Part]) -> bool:
    """«الحرب بين الجيش وقوات الدعم السريع»: the mentions stand side by side."""
    first, last = min(p.actor.last for p in found), max(p.actor.first for p in found)
    return last - first <= _SIDE_BY_SIDE


def state_of(country: str | None, found: Mapping[str, list[Part]], registry: Mapping[str, ActorInfo]) -> list[Part]:
    """The mentioned state forces of a country: those who put down its protests."""
    states = {i for i, info in registry.items() if info.country == country and info.force == "soldier"}
    if country == "PS":
        states.add("israel")
    return next((parts_[:1] for id_, parts_ in found.items() if id_ in states), [])


def guards(found: Mapping[str, list[Part]]) -> list[Part]:
    """The police or security forces that a report names, where they are of one country."""
    named = [id_ for id_ in found if id_.endswith(_GUARDS)]
    return found[named[0]][:1] if len({id_.split()[0] for id_ in named}) == 1 else []


def _of_both(scene: Scene) -> int:
    """«ضابط وجندي إسرائيليان»: where the words on the harmed end, with a dual that is said of them and the next."""
    casualty, tokens = scene.casualty, scene.report.tokens
    if casualty.last >= len(tokens) or tokens[casualty.last].form[:1] != _AND:
        return casualty.last
    figures = scene.report.figures.get(scene.sentence, ())
    beside = [c for c in in_tokens(figures, casualty.last, casualty.last + 1) if c.harm == casualty.harm]
    both = beside and tokens[beside[0].last - 1].form.endswith(_DUAL)
    return beside[0].last if both else casualty.last


def _who_tells(scene: Scene) -> list[str]:
    """«أعلن الجيش الإسرائيلي مقتل ثلاثة جنود», but «قال الجيش إنه قتل جنديين»: the army that tells of soldiers who are
    not said to be another's, or to have been killed by it."""
    casualty, actors = scene.casualty, scene.report.document.actors
    harm, tokens = casualty.harm[0], scene.report.tokens
    if in_tokens(actors, casualty.first, casualty.last + _THEIR_ARMY) or tokens[harm - 1].form in _THAT_IT:
        return []
    speakers = [s for s in scene.report.speakers_about(scene.start) if s.last <= scene.start][-1:]
    if speakers and speakers[0].last == harm and tokens[harm].form == _KILLING:
        return []  # «أعلن الجيش قتل جنديين»
    told = [a for s in speakers for a in in_tokens(actors, s.first, s.last)]
    return [a.id for a in told if a.last - a.first > 1 and a.id not in _AT_WAR_WITH_ARMIES]  # not a bare «الجيش»


def spared(scene: Scene, registry: Mapping[str, ActorInfo]) -> frozenset[str]:
    """The state whose citizens the harmed are, where it does not strike its own («خمسة إسرائيليين»)."""
    casualty = scene.casualty
    hits = in_tokens(scene.report.scan.of(ActorWord), casualty.first, _of_both(scene))
    words = cast(Sequence[ActorWord], [h.entry for h in hits]) if hits else ()
    ids = {w.actor for w in words if w.part == "adjective"}
    if casualty.group == "settler":
        ids.add("israel")
    elif casualty.group == "soldier" and not ids:
        ids.update(_who_tells(scene))
    return frozenset([i for i in ids if spares(i, registry)]) if ids else frozenset()


def of_their_people(part: Part, scene: Scene, registry: Mapping[str, ActorInfo]) -> bool:
    """«أحرق مستوطنون منزلا. وقتل إسرائيليان»: whether doers are of the people of a state whose citizens the harmed are,
    where that is a state that does not strike its own."""
    people = part.actor.id.removeprefix(_OTHER)
    return people != part.actor.id and any(people.startswith(registry[i].name) for i in spared(scene, registry))


def enemies(
    own: frozenset[str], found: Mapping[str, list[Part]], registry: Mapping[str, ActorInfo], *, by_air: bool
) -> list[Part]:
    """The state's force most named of those that fight the harmed: who kills fighters, where the text names nobody. Of
    gunmen whom nobody names it is the one state that is named, where they fell from the air."""
    if by_air and own == {_UNKNOWN}:
        states = [i for i in found if of_state(i, registry)]
        return found[states[0]][:1] if len(states) == 1 else []
    hostile = [i for i in found if of_state(i, registry) and any(opposed(i, o, registry) for o in own)]
    return found[max(hostile, key=lambda i: len(found[i]))][:1] if hostile else []
