"""Who seized or killed those behind an attack did not do what the attack did."""

from collections.abc import Mapping, Sequence

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.registry import ActorInfo
from tawthiq.language.scan import EventHit, StructureHit
from tawthiq.stages.claims.agents import near
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import of_state
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_RELATIVE = 12  # from «التي» to the harm it tells
_QUALIFIED = 3  # «الهجوم الانتحاري المزدوج الذي»
_NAMED_BY = 3
_CALLED = 1  # from «منفذي» to the attack
_BEHIND = (("suspect", (None,)), ("culprit", (None,)), ("serving", (None,)), ("looking_back", ("responsible",)))


def of_culprits(scene: Scene, found: Sequence[Part], registry: Mapping[str, ActorInfo]) -> int:
    """«اعتقلت الشرطة منفذي الهجوم الذي أوقع عشرين قتيلا», «خمسة على صلة بهجمات باريس التي أوقعت قتلى»: where the attack
    is told whose harm this is, which none of those `found` did who are named before, unless they claim it; 0 where
    there is no such attack."""
    report, start = scene.report, scene.start
    opens = report.within(start - _RELATIVE, start, "clause")
    relative = _relative(opens) if opens else None
    if relative is None:
        return 0
    around = near(scene, found)
    for attack in in_tokens(report.scan.of(EventWord), relative.first - _QUALIFIED - 1, relative.first):
        before = [p for p in around if p.actor.first < attack.first]
        if before and _of_place(report, attack, relative):
            return attack.first
        acting = [of_state(p.actor.id, registry) for p in before if p.score > 0]
        if acting and all(acting) and _by_culprits(report, attack, relative):
            return attack.first
    return 0


def _relative(opens: Sequence[StructureHit]) -> StructureHit | None:
    return next((h for h in reversed(opens) if h.entry.value == "relative"), None)


def _of_place(report: Report, attack: EventHit, relative: Hit) -> bool:
    """«بهجمات باريس التي»: an attack named by where it was."""
    named = in_tokens(report.document.places, relative.first - _NAMED_BY, relative.first)
    at = next((p.first for p in named if p.last == relative.first), 0)
    return attack.last == at and bool(attack.clitic) and attack.entry.names_attack


def _by_culprits(report: Report, attack: EventHit, relative: Hit) -> bool:
    """«منفذي الهجوم الذي», «على صلة بالتفجير الذي»: a known attack, by which it is said who somebody is."""
    if not attack.definite or not attack.entry.names_attack:
        return False
    if report.clauses_between(attack.last, relative.first) or _parted(report, attack, relative):
        return False
    for part, values in _BEHIND:
        word = report.before(attack.first, part, _CALLED) if part in report.parts else None
        if word is not None and word.entry.value in values:
            return True
    return False


def _parted(report: Report, attack: Hit, relative: Hit) -> bool:
    """Whether more than what qualifies it stands between an attack and its relative clause."""
    return any(report.within(attack.last, relative.first, part) for part in ("preposition", "that", "attack"))
