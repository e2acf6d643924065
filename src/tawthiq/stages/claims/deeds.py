"""The doers of one harm: its own sentence first, then the incident it belongs to."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.language.entries import EventWord
from tawthiq.language.registry import ActorInfo
from tawthiq.model import Place
from tawthiq.stages.claims import agents, events, relations
from tawthiq.stages.claims.captors import abducts, announces, arrests
from tawthiq.stages.claims.caused import answer_in
from tawthiq.stages.claims.culprits import of_culprits
from tawthiq.stages.claims.fighting import fighting, named_of, only_clash, slayers_of, with_others
from tawthiq.stages.claims.fitting import (
    BOMBS,
    able,
    also_fires,
    in_its_sentence,
    merely_acts,
    not_only_arrested,
    occupies,
    only_arrests,
    only_near,
    own_forces,
    people_of,
    sole,
    stormed,
    without_seizers,
)
from tawthiq.stages.claims.hands import BY_AGENT, at_hand, fell_by
from tawthiq.stages.claims.kinds import BY_AIRCRAFT
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.meanwhile import attacks_elsewhere, before_beside, told_apart, without_others
from tawthiq.stages.claims.ordnance import left_behind
from tawthiq.stages.claims.part import ANYWHERE, PRIVATE
from tawthiq.stages.claims.parties import of_no_party
from tawthiq.stages.claims.private import by_people, of_harm
from tawthiq.stages.claims.prominence import prominent, without_aircraft
from tawthiq.stages.claims.repelled import beaten_off
from tawthiq.stages.claims.scene import ARMED, BODILY, FORCES, LOOSE, Scene, in_tokens
from tawthiq.stages.claims.slain import ARRESTING, is_attacker
from tawthiq.stages.claims.surroundings import by_own_hand
from tawthiq.stages.claims.those import of_those
from tawthiq.stages.claims.undetermined import PART as UNFOUND
from tawthiq.stages.claims.undetermined import undetermined

_CLOSE, _PAIR = 2, 2  # sentences from a harm to who claims it
_OTHERS, _CROWDED = 8, 60
_SENTENCE, _EVENT = attrgetter("sentence"), attrgetter("entry.event")
_NO_STATES = events.BY_HAND | {
    "suicide_bombing"
}  # told of a state's force only where it is said in the harm's own sentence
_AMERICAN = ("us_coalition", "united_states")
_CLASH, _BACKS, _DENIES = ("actors.clash",), ("actors.supports",), ("actors.denies",)
_SHOTS = frozenset({"shooting", "sniper"})
_KILLS, _ANNOUNCES = "actors.kills", "actors.announces"
_OF_ONE = "actors.of_one"  # «قتل أربعة ثم قتلته الشرطة»: who killed one man has not killed many
_GUNMEN = frozenset({"group.irhabi", "group.takfiri", "group.musallah", "actor.jihadists", "actor.terrorists"})
_AMID_CLASHES = events.GROUND | {"bombardment", "shooting"}
_FACE_TO_FACE = frozenset({"armed_clash", "execution"})
_WAGED = frozenset({"war", "attack"})
_HELD = frozenset({"abduction", "siege"})
_NOT_BY_ENEMIES = BOMBS | _HELD | {"unspecified", "attack"}


def doers_of(known: Known, scene: Scene, episode: Episode, event: str, where: Place | None) -> tuple[agents.Part, ...]:
    """Who is said to have done it, strongest evidence first."""
    registry = known.registry
    country = where.country if where is not None else None
    mine = known.lost[scene.casualty.first, scene.casualty.harm]
    single = scene.casualty.count.low == 1
    told = [p for p in _told(known, scene, mine, event) if single or _OF_ONE not in p.reasons]
    if (outright := _outright(known, scene, told)) is not None:
        return outright
    if (called := _called(known, scene, told, episode)) is not None:
        return tuple(called)
    if attack := of_culprits(scene, known.parts, registry):
        return tuple(p for p in told if p.actor.first >= attack or agents.CLAIMING.intersection(p.reasons))
    answer = answer_in(known, scene)
    if answer:
        told, episode = [p for p in told if p.actor.first >= answer], replace(episode, doers=())
    told = without_others(known.report, event, told)
    if event != "armed_clash":
        told = able(told, scene, event)
    fell = [p for p in told if BY_AGENT in p.reasons and fell_by(scene, p)] if told else []
    here = fell or [p for p in told if events.akin(event, p.event) or agents.subject(scene, p)]
    here = here or [p for p in told if _by_its_words(known, event, p)]
    harmed = mine | among(known, scene)
    own = harmed | _spared(known, scene, event, (*told, *episode.doers))
    here = _by_own_hand(scene, event, [p for p in here if (p.actor.id not in own or _seizes_own(p, event)) and not (
        merely_acts(p) and own_forces(p, scene, country, registry))], registry)  # fmt: skip
    if scene.casualty.outcome == "abducted":
        here = [p for p in here if not announces(known, p)]
    here = here or [p for p in of_those(known, scene, event) if p.actor.id not in own]
    doers = _of_incident(known, scene, event, episode)
    doers = [p for p in doers if p.actor.id not in own and (single or _OF_ONE not in p.reasons)
             and not own_forces(p, scene, country, registry)]  # fmt: skip
    main = prominent(known.prominence, doers, registry)
    if main and known.beside and (others := elsewhere(known, scene)):
        main = [p for p in main if p in told or p.actor.id not in others]
    if event in BY_AIRCRAFT and not any(agents.of_state(p.actor.id, registry) for p in (*here, *main)):
        here = without_aircraft(known.prominence, here, registry)
    one = len(here) == 1 and here[0].reasons != _BACKS and not with_others(known, scene, episode, here[0], harmed)
    if event == "armed_clash" and not one and (both := fighting(known, scene, episode)):
        return known.faced or slayers_of(known, scene, both, harmed)
    if event == "armed_clash" and harmed and only_clash(here):
        return slayers_of(known, scene, (*named_of(known, harmed), *here), harmed)
    if event == "war" and (both := _of_war(known, scene, told, here, harmed)):
        return both
    if event in BOMBS:
        here, main = ([p for p in pool if p in fell or not only_near(p, event, registry)] for pool in (here, main))
    main = _as_told(known, scene, event, main, where)
    if here and all(p.reasons == _DENIES for p in here):
        here, main = [], list({p.actor.id: p for p in (*main, *here)}.values())  # others may stand accused with them
    if here:
        here, main = _as_claimed(scene, here, main)
    if here:
        main = _beside(known, here, main, event)
    elif not main:
        main = _guessed(known, scene, event, harmed, country)
    elif event in events.GROUND and all(p.event in events.AIR for p in main):
        main = _who_fires(known, own) or main
    if not here and len(main) > _PAIR:
        return tuple(main)
    return agents.allied([*here, *main], registry)


def _of_war(
    known: Known, scene: Scene, told: Sequence[agents.Part], here: Sequence[agents.Part], harmed: frozenset[str]
) -> tuple[agents.Part, ...]:
    """Both sides of a war, where one of them is not said to have done it alone («قتل 19 جنديا في هجمات نسبت إلى
    الحزب»)."""
    both = agents.sides(agents.near(scene, known.parts), known.registry)
    if told and not here and harmed.intersection(p.actor.id for p in both):
        return tuple(told)
    return both if both and (not here or relations.named_together(both)) else ()


def _by_its_words(known: Known, event: str, part: agents.Part) -> bool:
    """Whether the words around one of a harm's own sentence tell of an attack like the harm's."""
    if in_its_sentence(part, event, known.registry) or left_behind(known.report, event, part):
        return True
    return event in _SHOTS and also_fires(known.report, event, part)


def _of_incident(known: Known, scene: Scene, event: str, episode: Episode) -> Sequence[agents.Part]:
    """An incident's doers who can have done such a deed; gunmen were not killed by gunmen whom other sentences tell."""
    told = not_only_arrested(known, episode.doers, scene, event)
    doers = told if event == "armed_clash" else able(without_others(known.report, event, told), scene, event)
    if scene.casualty.group != "fighter" or event in BOMBS or _GUNMEN.isdisjoint(scene.casualty.because):
        return doers
    return [p for p in doers if p.actor.id not in agents.NAMELESS or p.event == "armed_clash"]


def elsewhere(known: Known, scene: Scene) -> frozenset[str]:
    """Who attacks elsewhere by the words of a harm's own sentence."""
    apart = known.beside
    return attacks_elsewhere(scene, agents.near(scene, known.parts), apart) if apart else frozenset()


def _spared(known: Known, scene: Scene, event: str, named: Sequence[agents.Part]) -> frozenset[str]:
    """Those of `named` who did not harm whom they mourn, attack with or are of one state with."""
    own = agents.spared(scene, known.registry)
    if named:
        own |= _attackers(scene, event, named, known.registry)
    return own | _mourners(known, scene) if "mourned" in known.report.parts else own


def _seizes_own(part: agents.Part, event: str) -> bool:
    """«اعتقلت الشرطة الإسرائيلية ثلاثة مستوطنين»: a state kills none of its citizens, but arrests them."""
    return event == "arrest" and part.event in ARRESTING and (_KILLS in part.reasons or _ANNOUNCES in part.reasons)


def _called(known: Known, scene: Scene, told: Sequence[agents.Part], episode: Episode) -> Sequence[agents.Part] | None:
    """Who is said to be responsible for a harm, or the state that what was fired is of («صاروخين إسرائيليين»); nobody
    for what a reckoning by parties lays to none of them."""
    if known.by_parties and of_no_party(scene, told, episode.doers):
        return ()
    at, called = scene.casualty.first, agents.responsible(scene, known.parts)
    if called is not None or scene.casualty.outcome != "strikes":
        return called
    whose = [p for p in agents.near(scene, known.parts) if p.actor.first <= at < p.actor.last]
    return [p for p in whose if agents.of_state(p.actor.id, known.registry)] or None


def _as_claimed(
    scene: Scene, here: list[agents.Part], main: list[agents.Part]
) -> tuple[list[agents.Part], list[agents.Part]]:
    """«نفذ مسلحون هجوما قتل فيه عشرة. وتبنى التنظيم الهجوم»: gunmen whom nobody names are who claims it near."""
    if not agents.NAMELESS.issuperset([p.actor.id for p in here]):
        return here, main
    claimed = [
        p for p in main if agents.CLAIMING.intersection(p.reasons) and abs(p.sentence - scene.sentence) <= _CLOSE
    ]
    return ([], claimed) if claimed else (here, main)


def _outright(known: Known, scene: Scene, told: Sequence[agents.Part]) -> tuple[agents.Part, ...] | None:
    """Those of no side who are told to have done a harm, none where it is told who did it and nobody known did, the
    other side where an attack was beaten off, whom its figure is laid to; None where sides can have done it as told."""
    if (each := known.laid.get(scene.casualty.first)) is not None:
        return tuple({p.actor.id: p for p in each}.values())
    if scene.sentence in known.repelled and not any(_KILLS in p.reasons for p in told):
        parried = _of_repelled(known, scene)
        if parried is not None:
            return parried
    by_harmed = agents.by_harmed(scene)
    people = of_harm(agents.near(scene, known.parts), scene.casualty, by_harmed) if known.by_people else ()
    unfound = UNFOUND in known.report.parts and undetermined(scene)
    others = people or by_harmed or agents.by_others(scene, known.parts) or unfound or by_people(scene)
    return people if others else None


def _of_repelled(known: Known, scene: Scene) -> tuple[agents.Part, ...] | None:
    """«صدت القوات هجوما للمسلحين وقتلت خمسة منهم»: of an attack that was beaten off, the attackers fell by those who
    beat it off, and forces by the attackers; None for others."""
    attack, casualty = known.repelled[scene.sentence], scene.casualty
    bombed = by_own_hand(scene.report, casualty)
    if bombed or casualty.outcome in LOOSE or not beaten_off(scene.report, attack, casualty):
        return None
    own = victims(scene)
    if own.intersection(p.actor.id for p in attack.attackers) or casualty.group == "fighter":
        defenders = tuple(p for p in attack.defenders if p.actor.id not in own)
        return defenders if defenders or attack.attackers else None
    return attack.attackers if attack.attackers and casualty.group in FORCES else None


def _told(known: Known, scene: Scene, mine: frozenset[str], event: str) -> Sequence[agents.Part]:
    """Whom a harm's own sentence names as doers, but for those who only killed the attackers, unless it is theirs."""
    told = agents.doers(scene, known.parts, mine)
    if known.beside:
        told = [p for p in told if not told_apart(scene, p, known.beside)]
    if known.by_people:
        told = people_of(scene, event, told)
    if known.seizing and scene.casualty.outcome in BODILY:
        told = without_seizers(known, scene, event, told)
    if known.holders and scene.casualty.outcome in BODILY and not is_attacker(scene.report, scene.casualty):
        told = [p for p in told if p.actor.first not in known.holders or relations.spares(p.actor.id, known.registry)]
    if not known.slayers or is_attacker(scene.report, scene.casualty):
        return told
    return [p for p in told if p.actor.first not in known.slayers]


def _by_own_hand(
    scene: Scene, event: str, here: list[agents.Part], registry: Mapping[str, ActorInfo]
) -> list[agents.Part]:
    """Those named in a harm's sentence who can have stabbed or run over somebody, where that is what was done."""
    if event not in events.BY_HAND:
        return here
    return [p for p in here if not agents.of_state(p.actor.id, registry) or at_hand(scene, p)]


def _as_told(
    known: Known, scene: Scene, event: str, main: Sequence[agents.Part], where: Place | None
) -> list[agents.Part]:
    """Those of an incident's doers who can have done the harm that a sentence tells without them."""
    outcome = scene.casualty.outcome
    fled = outcome == "displaced"
    if known.by_people:
        main = people_of(scene, event, main)
    if known.seizing and outcome in BODILY:
        main = without_seizers(known, scene, event, main)
    if known.holders and outcome in BODILY and not is_attacker(scene.report, scene.casualty):
        main = [p for p in main if p.actor.first not in known.holders or occupies(p, where, known.registry)]
    left = [p for p in main if left_behind(known.report, event, p)]
    if left:
        return left
    main = [p for p in main if not relations.of_their_people(p, scene, known.registry)]
    main = [p for p in main if not events.apart(event, p.event) or (event not in _FACE_TO_FACE and sole(p, known))]
    if main and outcome != "detained" and scene.casualty.group != "fighter":
        main = [p for p in main if p.event not in ARRESTING or p.sentence == scene.sentence
                or occupies(p, where, known.registry) or not only_arrests(known, p)]  # fmt: skip
    if event in _SHOTS and len(main) == 1 and main[0].reasons == _CLASH and not _in_clash(scene):
        return []  # «اغتيال ناشطة. وقتل أشخاص في مواجهات مع الشرطة»
    if event in BOMBS | events.BY_HAND:
        main = [p for p in main if p.event != "arrest"]  # who seizes a bomber is not the bomber
    if event in _NO_STATES or (event == "unspecified" and known.by_hand):
        main = [p for p in main if ANYWHERE.intersection(p.reasons) or not agents.of_state(p.actor.id, known.registry)]
    if event in BY_AIRCRAFT:  # «أغارت طائرات مجهولة»: not those accused of another attack, who have no aircraft
        main = [p for p in main if not relations.armed_group(p.actor.id, known.registry)]
    if fled and event == "siege":
        return []  # both sides agreed to it
    if outcome == "besieged":
        main = [p for p in main if p.event == "siege"]  # who strikes a town need not be who besieges it
    elif outcome == "abducted":
        main = [p for p in main if abducts(known, p)]
    elif outcome == "detained":
        main = [p for p in main if arrests(known, scene, p)]
    if event in BOMBS:
        main = [p for p in main if p.event in BOMBS or ANYWHERE.intersection(p.reasons)
                or (p.event == "attack" and not before_beside(scene, p)) or stormed(known, p)]  # fmt: skip
    if event == "war" and not (fled and where is not None and where.level != "country") and not _mourned(scene, main):
        main = [p for p in main if p.event in _WAGED and "actors.with_event" in p.reasons]
    return main


def _in_clash(scene: Scene) -> bool:
    """«اندلعت مواجهات أدت إلى إصابة شاب بالرصاص»: whether a harm's own words tell of a clash."""
    return "armed_clash" in map(_EVENT, in_tokens(scene.report.scan.of(EventWord), *scene.near))


def _mourned(scene: Scene, main: Sequence[agents.Part]) -> bool:
    """«ارتفعت حصيلة الشهداء منذ مطلع العام إلى 175»: a toll of the mourned is of the one side that a report accuses."""
    return len(main) == 1 and bool(scene.report.within(scene.start, scene.end, "mourned"))


def _beside(known: Known, here: Sequence[agents.Part], main: Sequence[agents.Part], event: str) -> list[agents.Part]:
    """The incident's doers that stand with those whom a harm's own sentence names: America with its coalition, where
    they are named together or each is said to have struck so."""
    together = frozenset[str]().union(*(known.joint.get(p.actor.id, ()) for p in here))
    one = any(p.actor.id in _AMERICAN for p in here)
    return [p for p in main if p.actor.id in _AMERICAN
            and (p.actor.id in together or (one and events.akin(event, p.event)))]  # fmt: skip


def _guessed(known: Known, scene: Scene, event: str, harmed: frozenset[str], country: str | None) -> list[agents.Part]:
    """Who did it by the nature of a deed that the report lays to nobody."""
    if event in ("protest_repression", "barrel_bomb"):  # barrels are dropped from a state's helicopters
        found = agents.guards(known.by_actor) if event == "protest_repression" else []
        found = found or agents.state_of(country, known.by_actor, known.registry)
        found = [p for p in found if not _among_harmed(known, p, scene)]
    elif event in _AMID_CLASHES:  # «بقذائف سقطت خلال اشتباكات بين ... و...»
        found = able(agents.clashing(agents.near(scene, known.parts)), scene, event)
    else:
        found = known.by_actor.get(agents.COURT, [])[:1] if event == "execution" and _ruled(known, scene) else []
    if not found and harmed and event not in _NOT_BY_ENEMIES:
        found = agents.enemies(harmed, known.by_actor, known.registry, by_air=event in BY_AIRCRAFT)
    return found


def _among_harmed(known: Known, part: agents.Part, scene: Scene) -> bool:
    """«لم يقتل أي إسرائيلي», «مئة من المتظاهرين وقوات الأمن»: whether a state's people, or they with it, are hurt."""
    at, spared = part.actor.first, agents.spared(scene, known.registry)
    near = in_tokens(known.report.figures.get(part.sentence, ()), at - _OTHERS, at)
    return part.actor.id in spared or (not part.reasons and any(c.last == at for c in near))


def _ruled(known: Known, scene: Scene) -> bool:
    """«إعدام سبعة», but «عثر على جثة مقطوعة الرأس»: whether a harm is told by the word for what courts sentence to."""
    harm = known.report.harms.get(scene.casualty.harm[0])
    return harm is not None and harm.entry.event == "execution"


def _who_fires(known: Known, own: frozenset[str]) -> list[agents.Part]:
    """«القذائف التي تطلقها الفصائل»: whom the report names for fire from the ground, where it tells the harm of such
    fire and names all others for raids."""
    return [p for p in known.gunners if p.actor.id not in own]


def named(episode: Episode) -> Episode:
    """An incident without nameless doers and private ones: those of one attack are not those of all that a toll sums
    up."""
    kept = tuple(p for p in episode.doers if p.actor.id not in agents.NAMELESS and PRIVATE not in p.reasons)
    return episode if len(kept) == len(episode.doers) else replace(episode, doers=kept)


def among(known: Known, scene: Scene) -> frozenset[str]:
    """The actors whose own people those are that the counted are counted among, or the others of."""
    whole = scene.casualty.part_of
    if whole is None and scene.casualty.group in ARMED:
        others = scene.report.within(scene.casualty.first, scene.casualty.last, "other")
        whole = _others_of(known, scene) if others else None
    return victims(known.own[whole].scene) if whole is not None and whole < len(known.own) else frozenset()


def _others_of(known: Known, scene: Scene) -> int | None:
    """«مقتل عشرين جنديا إيرانيا وإصابة خمسة آخرين»: which harm right before tells of whom the others are."""
    casualties, mine = scene.report.document.casualties, scene.casualty
    low, high = (bisect_left(casualties, scene.sentence + n, key=_SENTENCE) for n in (0, 1))
    near = (n for n in range(low, high) if 0 <= mine.first - casualties[n].last <= _OTHERS)
    alike = [n for n in near if casualties[n].group == mine.group] if high - low < _CROWDED else []
    return max(alike, key=lambda n: casualties[n].last, default=None)


def _mourners(known: Known, scene: Scene) -> frozenset[str]:
    """«أعلنت الوزارة استشهاد ثلاثة جنود»: who announces martyrs did not kill them."""
    if scene.casualty.outcome != "killed" or not scene.report.within(scene.start, scene.end, "mourned"):
        return frozenset()
    near = (p for p in agents.near(scene, known.parts) if p.actor.first < scene.start)
    return frozenset(p.actor.id for p in near if "actors.speaks" in p.reasons)


def _attackers(
    scene: Scene, event: str, told: Sequence[agents.Part], registry: Mapping[str, ActorInfo]
) -> frozenset[str]:
    """«قتلت القوات المهاجمين الأربعة»: an armed group did not kill the attackers, unless by their own bomb, or where a
    toll of their attack counts them in."""
    one = scene.casualty
    if event in BOMBS or one.group != "fighter" or one.part_of is not None or not is_attacker(scene.report, one):
        return frozenset()
    return frozenset(p.actor.id for p in told if not agents.of_state(p.actor.id, registry))
