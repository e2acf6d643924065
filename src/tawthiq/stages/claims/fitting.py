"""Whether what an actor is said to do fits the harm that it is weighed for."""

from collections.abc import Mapping, Sequence

from tawthiq.clashes import PARTY
from tawthiq.language.entries import EventWord
from tawthiq.language.registry import ActorInfo
from tawthiq.model import Place
from tawthiq.stages.claims import agents, events, relations
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.part import ANYWHERE, PRIVATE, SEIZES
from tawthiq.stages.claims.private import itself
from tawthiq.stages.claims.scene import BODILY, FORCES, Report, Scene, in_tokens
from tawthiq.stages.claims.slain import is_attacker

BOMBS = frozenset({"suicide_bombing", "bombing", "explosion", "landmine", "accident"})
_DEEDS = frozenset({"actors.with_event", "actors.then_attacks", "actors.attacks"})
_BY_LAW = frozenset({"execution", "arrest"})
_AFTER_WHICH = BOMBS | events.BY_HAND | {"shooting", "sniper", "attack"}
_ADMITS, _IN_CUSTODY = "actors.admits", frozenset({"arrest", "torture", "execution", "unspecified"})
_CLASH, _BETWEEN = "armed_clash", ("actors.with_event",)
_STORMS = "actors.attacks"
_BOTH, _TWO_WEAPONS = 2, 4
_BY_BOMB = 14  # from who storms a place to the bomb
_ACTS = frozenset({"actors.then_attacks", "actors.attacks"})


def able(parts: Sequence[agents.Part], scene: Scene, event: str) -> list[agents.Part]:
    """Those who can have done another harm than a clash: no families, residents or protesters who fought in one, nor
    who is only told to have acted before they were struck at («هجمات على الجيش بعد إطلاق الجيش حملة»)."""
    held = event in _IN_CUSTODY
    return [p for p in parts if PARTY not in p.actor.because
            and (held or agents.BEFORE not in p.reasons or _ahead(p, scene))]  # fmt: skip


def _ahead(part: agents.Part, scene: Scene) -> bool:
    return part.sentence == scene.sentence and part.actor.first < scene.start


def not_only_arrested(known: Known, doers: Sequence[agents.Part], scene: Scene, event: str) -> Sequence[agents.Part]:
    """«إنه اعتقل رجلين يشتبه بضلوعهما في الهجوم»: of an attack, without who only tells of arrests after it; of an
    accident without a state, whose authorities speak of it («تنظم الحكومة جنازة لضحايا انهيار الجسر»)."""
    if event == "accident":
        return [p for p in doers if not agents.of_state(p.actor.id, known.registry)]
    if event in _IN_CUSTODY or scene.casualty.outcome not in BODILY:
        return doers
    return [p for p in doers if p.event != "arrest" or _ADMITS not in p.reasons]


def merely_acts(part: agents.Part) -> bool:
    """«الأمن يلاحق», «خلال عمليات يقوم بها الجيش»: an actor that does something in a harm's sentence, and no more."""
    return _ACTS.issuperset(part.reasons)


def people_of(scene: Scene, event: str, found: Sequence[agents.Part]) -> list[agents.Part]:
    """Those who can have done a harm: people of no side try and arrest nobody, and harmed neither the attackers nor
    themselves."""
    by_side = event in _BY_LAW or is_attacker(scene.report, scene.casualty)
    return [p for p in found if not itself(p, scene.casualty) and not (by_side and PRIVATE in p.reasons)]


def without_seizers(known: Known, scene: Scene, event: str, found: Sequence[agents.Part]) -> list[agents.Part]:
    """«اعتقلت الشرطة مشتبها به بعد إطلاق نار قتل فيه ستة»: those who can have harmed people, without a state's force
    that is told to seize somebody, and no more; one that occupies may do so where it shot."""
    held = bool(known.guilty) or event in _AFTER_WHICH
    return [p for p in found if not (held and SEIZES in p.reasons and not relations.spares(p.actor.id, known.registry))
            or agents.subject(scene, p)]  # fmt: skip


def in_its_sentence(part: agents.Part, event: str, registry: Mapping[str, ActorInfo]) -> bool:
    """«طائرة استهدفت الحي بصواريخ»: who did it by the attack's own words, unless they name another attack
    («نتيجة الاشتباكات والقصف الإسرائيلي»). Aircraft are a state's that shoots in the same sentence, and bombs those
    of an armed group that storms in it («اقتحمت الحركة القاعدة بسيارة مفخخة»)."""
    if event == "arrest" and clashes(part, registry):
        return False
    state = agents.of_state(part.actor.id, registry)
    flies = event in events.AIR and part.event == "shooting" and state
    storms = event in BOMBS and part.event == "ground_attack" and _STORMS in part.reasons and not state
    return bool(_DEEDS.intersection(part.reasons)) and (flies or storms or not events.apart(event, part.event))


def also_fires(report: Report, event: str, part: agents.Part) -> bool:
    """«برصاص وصواريخ الجيش»: whether the other of two weapons that stand right before a side is told of."""
    if "actors.with_event" not in part.reasons:
        return False
    fired = in_tokens(report.scan.of(EventWord), part.actor.first - _TWO_WEAPONS, part.actor.first)[-2:]
    if len(fired) < _BOTH or fired[0].last != fired[1].first or fired[1].clitic != "و":
        return False
    other = fired[0].entry.event
    return other != _CLASH and event != _CLASH and events.akin(event, other)


def stormed(known: Known, part: agents.Part) -> bool:
    """«اقتحمت الحركة القاعدة بسيارة مفخخة»: whether an armed group is told to have stormed a place by a bomb."""
    if part.event != "ground_attack" or _STORMS not in part.reasons or agents.of_state(part.actor.id, known.registry):
        return False
    first, last = known.report.bounds(part.actor.first)
    near = in_tokens(known.causes, max(first, part.actor.first - _BY_BOMB), min(last, part.actor.last + _BY_BOMB))
    return any(c.event in BOMBS for c in near)


def clashes(part: agents.Part, registry: Mapping[str, ActorInfo]) -> bool:
    """«القبض على عشرة متورطين بنزاع عشائري»: those of no state whom a clash is between, and who so arrest nobody."""
    return part.event == _CLASH and part.reasons == _BETWEEN and not agents.of_state(part.actor.id, registry)


def sole(doer: agents.Part, known: Known) -> bool:
    """Whether an actor owns up to a deed or is accused of it, or nobody else does any in the report, so that attacks
    of other kinds are likely its own too."""
    if ANYWHERE.intersection(doer.reasons):
        return True
    return all(p.actor.id == doer.actor.id for p in known.parts if p.score >= agents.STRONG)


def own_forces(part: agents.Part, scene: Scene, country: str | None, registry: Mapping[str, ActorInfo]) -> bool:
    """A state does not kill its own soldiers and police, unless the harm's sentence says so."""
    info = registry.get(part.actor.id)
    state = agents.of_state(part.actor.id, registry) and (info is None or info.country == country)
    return scene.casualty.group in FORCES and state


def only_near(part: agents.Part, event: str, registry: Mapping[str, ActorInfo]) -> bool:
    """A state's forces that merely act near a bombing (they cordon, they chase) are not its doers."""
    if "actors.bombs" in part.reasons:
        return agents.of_state(part.actor.id, registry)
    said = {"actors.accused", "actors.claims_it", "actors.denies", "actors.admits"} & set(part.reasons)
    named = "actors.with_event" in part.reasons and event in ("explosion", "landmine")
    near = set(part.reasons) <= {"actors.then_attacks", "actors.agent_word"} or (part.event not in BOMBS and not named)
    return agents.of_state(part.actor.id, registry) and not said and near


def occupies(part: agents.Part, where: Place | None, registry: Mapping[str, ActorInfo]) -> bool:
    """Whether a state acts outside its country, where who arrests may well have shot."""
    info = registry.get(part.actor.id)
    return info is not None and info.spares and where is not None and where.country != info.country


def only_arrests(known: Known, part: agents.Part) -> bool:
    """«قتل خمسة في حادث. وأوقفت الشرطة شابين»: whether a mention's sentence tells of arrests and of no other harm."""
    return part.sentence in known.arresting and not ANYWHERE.intersection(part.reasons)
