"""The event and the doers of one harm: its own sentence first, then the incident it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from tawthiq.clashes import PARTY
from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.registry import ActorInfo
from tawthiq.model import Place
from tawthiq.stages.claims import agents, events, relations
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.memory import Episode
from tawthiq.stages.claims.own import Own, slight
from tawthiq.stages.claims.part import ANYWHERE
from tawthiq.stages.claims.prominence import in_passing, sole_attacker, without_aircraft
from tawthiq.stages.claims.scene import Scene, in_tokens

_BOMBS = frozenset({"suicide_bombing", "bombing", "explosion", "landmine", "accident"})
_PAIR = 2
_PRETEXT = 3  # «بزعم محاولتها تنفيذ عملية طعن»
_DEEDS = frozenset({"actors.with_event", "actors.then_attacks", "actors.attacks"})
_AMERICAN = ("us_coalition", "united_states")
_BY_AIRCRAFT = frozenset({"airstrike", "barrel_bomb"})
_CLASH = ("actors.clash",)
_BACKS = ("actors.supports",)
_DENIES = ("actors.denies",)
_REFINED = "event.refined_by_episode"
_DOWNING = frozenset({"harm.destroyed.asqata", "harm.destroyed.isqat"})
_ATTACKER = "group.muhajim"
_TO_ONE = frozenset({"stabbing", "execution", "torture", "sniper"})  # told of whom it was done to
_STABBER = frozenset({"other:Palestinian attackers"})
_HURTING, _PRONOUNS = ("طعن", "دهس", "دعس"), ("ه", "ها", "هما", "هم")  # «بزعم طعنهما»
_BY_HAND = frozenset({"stabbing", "ramming"})
_THOUSAND = 1000
_THOUSANDS = frozenset({"thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
_BREAK_OUT = events.AIR | events.GROUND | {"bombardment", "bombing", "suicide_bombing", "explosion"}
_FIRE = events.AIR | events.GROUND | {"bombardment"}
_FLED = events.AIR | events.GROUND | {"bombardment", "unspecified"}
_AMID_WAR = frozenset({"armed_clash", "torture", "execution", "shooting"})
_AMID_CLASHES = events.GROUND | {"bombardment", "shooting"}
_FACE_TO_FACE = frozenset({"armed_clash", "execution"})
_OFFENSIVE = frozenset({"attack", "ground_attack"})
_WAGED = frozenset({"war", "attack"})
_FORCES = frozenset({"soldier", "police"})
_HELD = frozenset({"abduction", "siege"})
_NOT_BY_ENEMIES = _BOMBS | _HELD | {"unspecified", "attack"}
_AT_PROTESTS = frozenset({"shooting", "armed_clash", "unspecified", "attack", "execution", "arrest"})
OWN_EVENTS = {"detained": "arrest", "abducted": "abduction", "besieged": "siege"}


def event_of(known: Known, own: Own, episode: Episode) -> tuple[str, str | None, tuple[str, ...]]:
    """The event id, the words that say so and the reasons."""
    casualty = own.scene.casualty
    governing = known.report.harms.get(casualty.harm[0])
    word = cast(HarmWord, governing.entry) if governing is not None else None
    if word is not None and word.event and not (word.voice == "with_self" and casualty.outcome != word.outcome):
        return word.event, None, (word.id,)
    if casualty.outcome in OWN_EVENTS:
        return OWN_EVENTS[casualty.outcome], None, (f"event.of_{casualty.outcome}",)
    event, text, why = _caused(known, own, episode)
    if own.cause is not None and event in _BY_AIRCRAFT and _REFINED in why and _without_aircraft(known, own):
        event, why = own.cause.candidate.value.event, own.cause.reasons
    if casualty.group == "aircraft" and event in events.AIR and word is not None and word.id in _DOWNING:
        return "unspecified", None, ("event.of_downing",)  # what is shot down did not do it
    if own.cause is not None and _since_campaign(own, own.cause.candidate.value):
        return "war", text, (*why, "event.of_campaign")
    if event in _BY_HAND and _of_attacker(known, own):
        return "shooting", text, (*why, "event.of_attacker")
    if casualty.group == "protester" and event in _AT_PROTESTS:
        return "protest_repression", text, (*why, "event.of_protesters")
    if casualty.group in _FORCES and event == "protest_repression":
        return "armed_clash", text, (*why, "event.of_forces")  # they are not hurt by their own repression
    if casualty.outcome == "displaced" and own.cause is None and _evacuated(known, own):
        return "siege", None, ("event.of_evacuated",)
    if casualty.outcome == "displaced" and _fled(own, event):
        return "war", None, ("event.of_displaced",)
    return event, text, why


def _without_aircraft(known: Known, own: Own) -> bool:
    """«قصف لمقاتلي المعارضة»: whether all whom a harm's own sentence says to have done it are armed groups."""
    doers = agents.doers(own.scene, known.parts, agents.victims(own.scene))
    return bool(doers) and all(relations.armed_group(p.actor.id, known.registry) for p in doers)


def _since_campaign(own: Own, cause: Cause) -> bool:
    """«منذ بدء الهجوم على المدينة»: what is counted since an offensive began is the campaign's."""
    report = own.scene.report
    since = report.before(cause.first, "cumulative", 2)
    apart = since is None or bool(in_tokens(report.scan.hits("say"), own.scene.end, since.first))
    offensive = cause.event in _OFFENSIVE and cause.part != "series" and not events.numbered(report, cause)
    return offensive and not apart and since is not None and cast(StructureWord, since.entry).value == "since"


def _of_attacker(known: Known, own: Own) -> bool:
    """«استشهد شاب بعد تنفيذه عملية طعن», «مقتل منفذ عملية الدهس», «أصيبت فتاة بزعم محاولتها الطعن»: who stabs or
    runs over is shot for it."""
    cause = own.cause.candidate if own.cause is not None else None
    pretext = known.report.before(cause.first, "pretext", _PRETEXT) if cause is not None else None
    if cause is not None and pretext is not None:
        words = (t.form for t in known.report.tokens[pretext.last : cause.last])
        stabbed = any(w.startswith(_HURTING) and w.endswith(_PRONOUNS) for w in words)
        return own.scene.casualty.outcome == "killed" or not stabbed
    if own.scene.casualty.outcome != "killed":
        return False
    if own.scene.casualty.group == "fighter":
        return True
    return (cause is not None and known.report.before(cause.first, "wielding", 1) is not None) or _martyr(known, own)


def _martyr(known: Known, own: Own) -> bool:
    """«استشهاد شاب وإصابة مستوطنين في عملية دهس»: the one mourned beside those whose state is spared."""
    scene, registry = own.scene, known.registry
    if not scene.report.within(scene.start, scene.end, "mourned") or agents.spared(scene, registry):
        return False
    beside = (o.scene for o in known.own if o.scene.sentence == scene.sentence)
    return any(agents.spared(other, registry) for other in beside)


def _fled(own: Own, event: str) -> bool:
    """Whether it is the war that people flee from: fire that the report tells of, or for thousands its fighting."""
    count = own.scene.casualty.count
    thousands = (count.low or 0) >= _THOUSAND or count.vague in _THOUSANDS
    return (own.cause is None and event in _FLED) or (thousands and event in _AMID_WAR)


def _evacuated(known: Known, own: Own) -> bool:
    """«خرجوا من البلدة المحاصرة بموجب اتفاق إجلاء»: whether a deal that ends a siege is told in a harm's sentence or
    right before."""
    report, at = known.report, own.scene.sentence
    first, last = report.document.sentences[max(at - 1, 0)].first, report.document.sentences[at].last
    if not report.within(first, last, "deal"):
        return False
    told = any(c.event == "siege" and first <= c.first < last for c in known.causes)
    return told or any(
        cast(HarmWord, h.entry).outcome == "besieged" for h in in_tokens(report.scan.hits("harm"), first, last)
    )


def _caused(known: Known, own: Own, episode: Episode) -> tuple[str, str | None, tuple[str, ...]]:
    choice, carried = own.cause, known.story.causes.get(own.scene.sentence)
    if choice is None:
        cause = carried or episode.event
        if cause is None or (carried is None and cause.event in _TO_ONE):
            return "unspecified", None, ()
        if cause.part != "mixed" and episode.event is not None and events.can_be(cause, episode.event.event):
            return episode.event.event, cause.text, ("event.of_episode",)
        return cause.event, cause.text, ("event.carried" if carried else "event.of_episode",)
    cause = choice.candidate.value
    if _answered(known, own.scene, cause):
        return cause.event, cause.text, choice.reasons
    known_event = episode.event.event if episode.event is not None else ""
    if cause.part == "fire" and cause.event == "attack":
        cause = cause._replace(event="shooting")
    if cause.event == "war" and known_event in _FIRE and _of_a_day(own, episode):
        return known_event, cause.text, (*choice.reasons, "event.refined_by_episode")
    if (
        cause.definite
        and cause.part == "weapon"
        and {cause.event, known_event} in ({"shelling", "missile"}, {"airstrike", "drone_strike"})
    ):
        return known_event, cause.text, (*choice.reasons, "event.refers_back")
    if episode.event is not None and episode.event.part == "stored" and events.refines("explosion", cause.event):
        return known_event, cause.text, (*choice.reasons, "event.of_episode")
    if cause.part == "raid" and known_event == "shooting" and own.scene.casualty.group not in _FORCES:
        return known_event, cause.text, (*choice.reasons, "event.refined_by_episode")
    if cause.part == "outcome" and known_event in _BREAK_OUT:
        return known_event, cause.text, (*choice.reasons, "event.brought_about")
    if cause.event == "airstrike" and known_event == "drone_strike" and episode.main and not _raids(cause):
        return known_event, cause.text, (*choice.reasons, "event.refined_by_episode")
    whole = cause.part == "mixed" or (episode.mixed and cause.event == "bombardment")
    if not whole and not _of_weeks(own) and episode.event is not None and events.sharper(cause, episode.event.event):
        return episode.event.event, cause.text, (*choice.reasons, "event.refined_by_episode")
    return cause.event, cause.text, choice.reasons


def _raids(cause: Cause) -> bool:
    """«غارات»: more than one, of which some may be of another kind."""
    return cause.text.split(None, 1)[0].endswith("ات")


def _answered(known: Known, scene: Scene, cause: Cause) -> bool:
    """«ضربة جاءت ردا على هجوم أوقع قتلى»: the attack that another answers is not what the report tells of."""
    return 0 < _answer(known, scene) <= cause.first + 1 and not scene.after(cause)


def _answer(known: Known, scene: Scene) -> int:
    """Where «ردا على» ends before a harm, which is told of the attack that is answered; 0 where it does not stand."""
    if not known.answers:
        return 0
    first, _ = scene.report.bounds(scene.start)
    return max((at for at in known.answers if first < at <= scene.start), default=0)


def _of_weeks(own: Own) -> bool:
    """Whether a harm's own sentence counts it over a week or more."""
    when = own.when
    return when is not None and when.start is not None and when.end is not None and (when.end - when.start).days >= 6


def _of_a_day(own: Own, episode: Episode) -> bool:
    """«عشرة قتلى في عدوان على المدينة»: a toll of a day, or a small one that is told of none, is not a whole war's."""
    when = own.when or episode.time
    told = when is not None and when.start == when.end
    return told and (own.when is not None or slight(own.scene.casualty))


def doers_of(known: Known, scene: Scene, episode: Episode, event: str, where: Place | None) -> tuple[agents.Part, ...]:
    """Who is said to have done it, strongest evidence first."""
    registry = known.registry
    country = where.country if where is not None else None
    mine = agents.victims(scene)
    told = agents.doers(scene, known.parts, mine)
    if agents.by_others(scene, known.parts):
        return ()
    answer = _answer(known, scene)
    if answer:
        told, episode = [p for p in told if p.actor.first >= answer], replace(episode, doers=())
    if event != "armed_clash":
        told = _able(told)
    here = [p for p in told if events.akin(event, p.event)] or [p for p in told if _in_its_sentence(p, event)]
    harmed = mine | _among(known, scene)
    own = harmed | agents.spared(scene, registry) | _attackers(scene, event, (*told, *episode.doers), registry)
    here = [
        p for p in here if p.actor.id not in own and not (_merely_acts(p) and _own_forces(p, scene, country, registry))
    ]
    doers = episode.doers if event == "armed_clash" else _able(episode.doers)
    main = [p for p in doers if p.actor.id not in own and not _own_forces(p, scene, country, registry)
            and not in_passing(known.prominence, p)]  # fmt: skip
    if event in _BY_AIRCRAFT and not any(agents.of_state(p.actor.id, registry) for p in (*here, *main)):
        here, main = (without_aircraft(known.prominence, pool, registry) for pool in (here, main))
    if event == "armed_clash" and (len(here) != 1 or here[0].reasons == _BACKS):
        around = agents.near(scene, known.parts)
        both = agents.clashing(around) or agents.sides(around, registry) or episode.clash
        if both:
            return both
    if event == "armed_clash" and harmed and _only_clash(here):
        return (*(known.by_actor[id][0] for id in sorted(harmed) if id in known.by_actor), *here)
    if event == "war":
        both = agents.sides(agents.near(scene, known.parts), registry)
        if both and (not here or relations.named_together(both)):
            return both
    if event in _BOMBS:
        here, main = ([p for p in pool if not _only_near(p, event, registry)] for pool in (here, main))
    main = _as_told(known, scene, event, main, where)
    if here and all(p.reasons == _DENIES for p in here):
        here, main = [], list({p.actor.id: p for p in (*main, *here)}.values())  # others may stand accused with them
    if here:
        main = _beside(known, here, main, event)
    elif not main:
        main = _guessed(known, scene, event, harmed, country)
    elif event in events.GROUND and all(p.event in events.AIR for p in main):
        main = _who_fires(known, own) or main
    if not here and len(main) > _PAIR:
        return tuple(main)
    return agents.allied([*here, *main], registry)


def _able(parts: Sequence[agents.Part]) -> list[agents.Part]:
    """Those who can have done another harm than a clash: no families, residents or protesters who fought in one."""
    return [p for p in parts if PARTY not in p.actor.because]


def _as_told(
    known: Known, scene: Scene, event: str, main: Sequence[agents.Part], where: Place | None
) -> list[agents.Part]:
    """Those of an incident's doers who can have done the harm that a sentence tells without them."""
    outcome = scene.casualty.outcome
    fled = outcome == "displaced"
    main = [p for p in main if not events.apart(event, p.event) or (event not in _FACE_TO_FACE and _sole(p, known))]
    if event in _BOMBS | _BY_HAND:
        main = [p for p in main if p.event != "arrest"]  # who seizes a bomber is not the bomber
    if fled and event == "siege":
        return []  # both sides agreed to it
    if outcome == "besieged":
        main = [p for p in main if p.event == "siege"]  # who strikes a town need not be who besieges it
    elif outcome == "detained":
        main = [p for p in main if _arrests(p, scene, known.registry)]
    if event in _BOMBS:
        main = [p for p in main if p.event in _BOMBS or p.event == "attack" or ANYWHERE.intersection(p.reasons)]
    if event == "war" and not (fled and where is not None and where.level != "country") and not _mourned(scene, main):
        main = [p for p in main if p.event in _WAGED and "actors.with_event" in p.reasons]
    return main


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
    elif event in _AMID_CLASHES:  # «بقذائف سقطت خلال اشتباكات بين ... و...»
        found = _able(agents.clashing(agents.near(scene, known.parts)))
    elif event in _BY_HAND and not _STABBER.intersection(harmed):  # «المنفذ», whom the report tells of
        found = [known.by_actor[id_][0] for id_ in _STABBER if id_ in known.by_actor]
    else:
        found = known.by_actor.get(agents.COURT, [])[:1] if event == "execution" else []
    if not found and harmed and event not in _NOT_BY_ENEMIES:
        found = agents.enemies(harmed, known.by_actor, known.registry)
    return found


def sole_doer(known: Known, scene: Scene, event: str) -> tuple[agents.Part, ...]:
    """The one side that the report says to attack in such a way, for recent harm told without a doer."""
    if agents.by_others(scene, known.parts):
        return ()
    spared = agents.victims(scene) | _among(known, scene) | agents.spared(scene, known.registry)
    return tuple(sole_attacker(known.prominence, event, spared, known.registry))


def _who_fires(known: Known, own: frozenset[str]) -> list[agents.Part]:
    """«القذائف التي تطلقها الفصائل»: whom the report names for fire from the ground, where it tells the harm of such
    fire and names all others for raids."""
    fires = (p for p in known.parts if p.event in events.GROUND and p.score >= agents.STRONG and p.actor.id not in own)
    return list({p.actor.id: p for p in fires}.values())


def _only_clash(here: Sequence[agents.Part]) -> bool:
    """«مقتل ثلاثة من عناصر الجيش في اشتباكات مع المسلحين»: the other side is named, and not said to have killed."""
    return len(here) == 1 and here[0].reasons == _CLASH


def named(episode: Episode) -> Episode:
    """An incident without nameless doers: those of one attack are not those of all that a toll sums up."""
    return replace(episode, doers=tuple(p for p in episode.doers if p.actor.id not in agents.NAMELESS))


def _among(known: Known, scene: Scene) -> frozenset[str]:
    """The actors whose own people those are that the counted are counted among."""
    whole = scene.casualty.part_of
    return agents.victims(known.own[whole].scene) if whole is not None and whole < len(known.own) else frozenset()


def _attackers(
    scene: Scene, event: str, told: Sequence[agents.Part], registry: Mapping[str, ActorInfo]
) -> frozenset[str]:
    """«قتلت القوات المهاجمين الأربعة»: an armed group did not kill the attackers, unless by their own bomb, or where a
    toll of their attack counts them in."""
    if _ATTACKER not in scene.casualty.because or event in _BOMBS or scene.casualty.part_of is not None:
        return frozenset()
    return frozenset(p.actor.id for p in told if not agents.of_state(p.actor.id, registry))


def _merely_acts(part: agents.Part) -> bool:
    """«الأمن يلاحق», «تمكنت الأجهزة من»: an actor that does something in a harm's sentence, and no more."""
    return part.reasons == ("actors.then_attacks",)


def _in_its_sentence(part: agents.Part, event: str) -> bool:
    """«طائرة استهدفت الحي بصواريخ»: who did it by the attack's own words, unless they name another attack
    («نتيجة الاشتباكات والقصف الإسرائيلي»)."""
    return bool(_DEEDS.intersection(part.reasons)) and not events.apart(event, part.event)


def _sole(doer: agents.Part, known: Known) -> bool:
    """Whether an actor owns up to a deed or is accused of it, or nobody else does any in the report, so that attacks
    of other kinds are likely its own too."""
    if ANYWHERE.intersection(doer.reasons):
        return True
    return all(p.actor.id == doer.actor.id for p in known.parts if p.score >= agents.STRONG)


def _arrests(part: agents.Part, scene: Scene, registry: Mapping[str, ActorInfo]) -> bool:
    """Nameless gunmen arrest nobody, attackers are not held by those who attack with them, and who owns up to an attack
    does not hold those seized for it."""
    attackers = scene.casualty.group == "fighter" or (
        bool(ANYWHERE.intersection(part.reasons)) and part.event != "arrest"
    )
    return part.actor.id not in agents.NAMELESS and not (attackers and not agents.of_state(part.actor.id, registry))


def _own_forces(part: agents.Part, scene: Scene, country: str | None, registry: Mapping[str, ActorInfo]) -> bool:
    """A state does not kill its own soldiers and police, unless the harm's sentence says so."""
    info = registry.get(part.actor.id)
    state = agents.of_state(part.actor.id, registry) and (info is None or info.country == country)
    return scene.casualty.group in _FORCES and state


def _only_near(part: agents.Part, event: str, registry: Mapping[str, ActorInfo]) -> bool:
    """A state's forces that merely act near a bombing (they cordon, they chase) are not its doers."""
    if "actors.bombs" in part.reasons:
        return agents.of_state(part.actor.id, registry)
    said = {"actors.accused", "actors.claims_it", "actors.denies", "actors.admits"} & set(part.reasons)
    named = "actors.with_event" in part.reasons and event in ("explosion", "landmine")
    near = set(part.reasons) <= {"actors.then_attacks", "actors.agent_word"} or (part.event not in _BOMBS and not named)
    return agents.of_state(part.actor.id, registry) and not said and near
