"""How much of a report is told of each actor: who is the only one to attack so, and who is named in passing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tawthiq.language.registry import ActorInfo
from tawthiq.model import Document
from tawthiq.stages.claims.events import AIR, akin
from tawthiq.stages.claims.part import ANYWHERE, PRIVATE, STRONG, Part
from tawthiq.stages.claims.relations import NAMELESS, armed_group, of_state

_LEAD = 2
_LONG = 5
_ONE_SIGN = 1.5
_IN_PASSING, _MOSTLY = 0.2, 0.7
_BY_GROUPS = frozenset({"attack"})
_HITS = frozenset({"actors.attacks", "actors.kills"})
_FIRE = AIR | {"bombardment", "shelling"}


@dataclass(frozen=True, slots=True)
class Prominence:
    """What a report tells of each actor in all: its share of the mentions, 0 to 1; its strongest evidence; the events
    that it is said to have done; whether title or lead say so. `long`: the report goes beyond a lead, which begins with
    the sentence `opening`."""

    share: Mapping[str, float]
    best: Mapping[str, Part]
    deeds: Mapping[str, frozenset[str | None]]
    led: frozenset[str]
    with_attack: frozenset[str]
    long: bool
    opening: int


def prominence_of(document: Document, parts: Sequence[Part]) -> Prominence:
    """Sum up the actor mentions of a report."""
    mentions: dict[str, int] = {}
    best: dict[str, Part] = {}
    deeds: dict[str, set[str | None]] = {}
    lead = lead_of(document)
    for part in parts:
        actor = part.actor.id
        mentions[actor] = mentions.get(actor, 0) + 1
        if actor not in best or part.score > best[actor].score:
            best[actor] = part
        if part.score >= STRONG:
            deeds.setdefault(actor, set()).add(part.event)
    return Prominence(
        {actor: n / len(parts) for actor, n in mentions.items()},
        best,
        {actor: frozenset(done) for actor, done in deeds.items()},
        frozenset([p.actor.id for p in parts if p.score >= STRONG and p.sentence in lead]),
        frozenset([p.actor.id for p in parts if "actors.with_event" in p.reasons]),
        len(document.sentences) > _LONG,
        next((i for i, s in enumerate(document.sentences) if s.part == "body"), 0),
    )


def lead_of(document: Document) -> frozenset[int]:
    """The sentences of titles and of the body's beginning."""
    parts = [s.part for s in document.sentences]
    titles = [i for i, part in enumerate(parts) if part == "title"]
    return frozenset([*titles, *islice((i for i, part in enumerate(parts) if part == "body"), _LEAD)])


def in_passing(told: Prominence, part: Part) -> bool:
    """A party that one word of a longer report makes a doer, with no attack named as its own, is not who did what other
    sentences tell."""
    actor = part.actor.id
    if ANYWHERE.intersection(told.best[actor].reasons) or (PRIVATE in part.reasons and actor in told.led):
        return False
    slight = told.share[actor] <= _IN_PASSING and told.best[actor].score <= _ONE_SIGN
    return told.long and slight and actor not in NAMELESS and actor not in told.with_attack


def prominent(told: Prominence, doers: Sequence[Part], registry: Mapping[str, ActorInfo]) -> list[Part]:
    """Those who are not named in passing, else the armed groups whose attack a report begins with («جددت الجماعة قصفها
    للشريط الحدودي»)."""
    main = [p for p in doers if not in_passing(told, p)]
    if main or not doers:
        return main
    first = [p for p in doers if p.sentence <= told.opening and not _HITS.isdisjoint(p.reasons)]
    return [p for p in first if p.actor.id in told.led and not of_state(p.actor.id, registry)]


def only_raids(told: Prominence, actor: str) -> bool:
    """Whether a side is told to strike from the air and to do nothing else."""
    deeds = told.deeds.get(actor, frozenset[str | None]())
    return bool(deeds) and deeds <= AIR


def sole_attacker(
    told: Prominence, event: str, spared: frozenset[str], registry: Mapping[str, ActorInfo]
) -> list[Part]:
    """«وأصيب آخرون بقصف على حي مجاور»: the one side that the report says to attack in such a way, if its title or lead
    say so or nearly all that it tells of any side is told of that one. Nameless gunmen are no side, armed groups have
    no aircraft, and an attack of no kind is no state's; who arrests is a state."""
    if event == "arrest":
        sides = [a for a in told.deeds if of_state(a, registry) and not only_raids(told, a)]
    elif event in _FIRE or event in _BY_GROUPS:
        sides = [a for a, done in told.deeds.items() if any(deed is not None and akin(deed, event) for deed in done)]
    else:
        return []
    side = sides[0] if len(sides) == 1 else None
    if side is None or side in spared or side in NAMELESS or in_passing(told, told.best[side]):
        return []
    state = of_state(side, registry)
    known = side in told.led or told.share[side] >= _MOSTLY
    return [told.best[side]] if known and (state or event not in AIR) and not (state and event in _BY_GROUPS) else []


def without_aircraft(told: Prominence, pool: Sequence[Part], registry: Mapping[str, ActorInfo]) -> list[Part]:
    """The doers of a raid without the armed groups, which have no aircraft, where a state is told to raid."""
    raids = (a for a, done in told.deeds.items() if not AIR.isdisjoint(done))
    if not any(of_state(actor, registry) for actor in raids):
        return list(pool)
    return [p for p in pool if not armed_group(p.actor.id, registry)]
