"""Who is said to have done it?"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from tawthiq.language.entries import EventWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.registry import ActorInfo
from tawthiq.model import Actor, Speaker
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

STRONG = 0.7
_FORCE_NAMES = ("army", "police", "government", "security forces", "government forces", "forces", "authorities")
NAMELESS = frozenset({"unknown_gunmen", "other:jihadists", "other:rebels"})
_WEIGHTS = {
    "with_event": 1.2,  # «قصف إسرائيلي», «غارات التحالف»
    "attacks": 1.2,  # «شنت طائرات النظام»
    "agent_word": 1.0,  # «على يد», «بنيران», «من قبل»
    "then_attacks": 0.7,  # «إسرائيل تقصف»
    "accused": 1.6,  # «اتهم الناشطون النظام بقصف»
    "denies": 1.0,  # «روسيا تنفي تورطها»: who denies it stands accused
    "claims_it": 1.2,  # «أعلن التنظيم مسؤوليته»
    "admits": 2.0,  # «قال التحالف إنه نفذ ضربة»
    "target": -1.3,  # «هجوم على الجيش»
    "speaks": -0.8,  # «قال الجيش»
    "accuser": -1.0,  # «اتهم الحوثيون التحالف»
}


class Part(NamedTuple):
    """An actor mention and how much its words make it the doer (above 0) or the target (below)."""

    actor: Actor
    sentence: int
    score: float
    reasons: tuple[str, ...]
    event: str | None


def parts(report: Report) -> tuple[Part, ...]:
    """Every actor mention of the report with its part in the harm."""
    found: list[Part] = []
    for index, sentence in enumerate(report.document.sentences):
        if sentence.part == "aside":
            continue
        here = in_tokens(report.document.actors, sentence.first, sentence.last)
        accused, accusers = _accusation(report, here, sentence.first, sentence.last)
        previous: Actor | None = None
        for position, actor in enumerate(here):
            if position and here[position - 1].first < actor.first:
                previous = here[position - 1]
            reasons = list(_reasons(report, actor, previous, sentence.first))
            if actor.first in accused:
                reasons.append("accused")
            if actor.first in accusers:
                reasons.append("accuser")
            score = sum(_WEIGHTS[r] for r in reasons)
            event = _event_near(report, actor, sentence.first, sentence.last)
            found.append(Part(actor, index, score, tuple(f"actors.{r}" for r in reasons), event))
    return tuple(found)


def _reasons(report: Report, actor: Actor, previous: Actor | None, floor: int) -> list[str]:
    first, reasons = actor.first, []
    verb = report.before(first, "attack", 3)
    if verb is not None and (verb.first < floor or (previous is not None and verb.first <= previous.first < first)):
        verb = None
    if report.before(first, "target", 1) is not None or (verb is not None and _has_subject(report, verb, previous)):
        reasons.append("target")
    elif _with_event(report, actor, floor):
        reasons.append("with_event")
    if verb is not None and "target" not in reasons:
        reasons.append("attacks")
    if report.before(first, "agent", 1):
        reasons.append("agent_word")
    if "target" not in reasons and report.within(actor.last, actor.last + 3, "attack"):
        reasons.append("then_attacks")
    if _claims(report, actor, floor):
        reasons.append("claims_it")
    elif _denies(report, actor):
        reasons.append("denies")
    elif _speaks(report.speakers_about(first), actor):
        reasons.append("admits" if _admits(report, actor) else "speaks")
    return reasons


def _has_subject(report: Report, verb: Hit, previous: Actor | None) -> bool:
    """Whether a verb of attack already has its subject before it, so that what follows is its object:
    «المقاتلات تستهدف الجيش», «العمليات التي تستهدف القوات» (but «الغارات التي شنتها القوات»)."""
    if previous is not None and verb.first - previous.last <= 1:
        return True
    relative = any(
        cast(StructureWord, h.entry).value == "relative" for h in report.within(verb.first - 1, verb.first, "clause")
    )
    return relative and not report.tokens[verb.first].form.endswith(("ها", "ه", "هم", "هما"))


def _with_event(report: Report, actor: Actor, floor: int) -> bool:
    """An event word stands in the mention («غارة روسية») or right before it («قصف قوات النظام»)."""
    hits = in_tokens(report.scan.hits("event"), max(actor.first - 4, floor), actor.last)
    return any(
        h.last >= actor.first and cast(EventWord, h.entry).part not in ("none", "verb", "modifier") for h in hits
    )


def _event_near(report: Report, actor: Actor, first: int, last: int) -> str | None:
    """The event word nearest to a mention, within five words: what this actor is said to have done."""
    hits = [h for h in in_tokens(report.scan.hits("event"), max(first, actor.first - 5), min(last, actor.last + 5))
            if cast(EventWord, h.entry).part != "none"]  # fmt: skip
    near = min(hits, key=lambda h: abs(h.first - actor.first), default=None)
    return cast(EventWord, near.entry).event if near is not None else None


def _claims(report: Report, actor: Actor, floor: int) -> bool:
    """«أعلن التنظيم مسؤوليته»; not for attacks in general («مسؤوليته عن هجمات كثيرة»)."""
    hit = report.before(actor.first, "responsible", 3)
    near = [
        *report.within(actor.last, actor.last + 8, "responsible"),
        *([hit] if hit is not None and hit.first >= floor else []),
    ]
    if not near:
        return False
    end = max(h.last for h in near)
    general = [h for h in in_tokens(report.scan.hits("event"), max(floor, actor.first - 8), end + 6)
               if not h.definite and report.tokens[h.first].form.endswith("ات")]  # fmt: skip
    return not general


def _admits(report: Report, actor: Actor) -> bool:
    """A speaker who says of itself that it struck: «أنه» and a verb of attack right after it."""
    return any(
        report.tokens[that.last - 1].form.endswith(("ه", "ها", "هم"))
        and report.within(that.last, that.last + 2, "attack")
        for that in report.within(actor.last, actor.last + 16, "that")
    )


def _denies(report: Report, actor: Actor) -> bool:
    denial = report.within(actor.last, actor.last + 2, "denial") or report.before(actor.first, "denial", 2)
    return bool(denial) and bool(report.within(actor.first - 3, actor.last + 12, "blame"))


def _speaks(speakers: Sequence[Speaker], actor: Actor) -> bool:
    return any(s.first <= actor.first < s.last for s in speakers)


def _accusation(report: Report, here: Sequence[Actor], first: int, last: int) -> tuple[set[int], set[int]]:
    """The first tokens of the accused and of the accusers among a sentence's actors.

    Arabic puts the accuser after the verb and the accused after that, often with «ب» and the deed behind.
    """
    accused: set[int] = set()
    accusers: set[int] = set()
    for verb in report.within(first, last, "accuse"):
        blamed = report.within(verb.last, verb.last + 12, "blame")
        if cast(StructureWord, verb.entry).value == "with_blame" and not blamed:
            continue
        after = in_tokens(here, verb.last, verb.last + 31)
        if not after:
            continue
        deed = _deed(report, verb.last, last)
        if deed is None and not in_tokens(report.scan.hits("event"), verb.last, min(last, verb.last + 20)):
            continue
        named = [a for a in after if deed is None or a.first < deed]
        target = named[-1] if deed is not None and named else after[min(1, len(after) - 1)]
        accused.update(a.first for a in after if a.first == target.first)
        accusers.update(a.first for a in after if a.first < target.first and a.id != target.id)
    return accused, accusers


def _deed(report: Report, first: int, last: int) -> int | None:
    """Where the deed of an accusation begins: an event or harm word with «ب»."""
    end = min(last, first + 30)
    layers = (report.scan.hits("event"), report.scan.hits("harm"), report.words("attack"))
    at = [h.first for hits in layers for h in in_tokens(hits, first, end) if h.clitic.startswith("ب")]
    return min(at, default=None)


def allied(parts_: Sequence[Part], registry: Mapping[str, ActorInfo]) -> tuple[Part, ...]:
    """The strongest actor and those after it that do not fight it; unnamed gunmen only where nobody is named."""
    best: list[Part] = []
    for part in parts_:
        id_ = part.actor.id
        if any(id_ == b.actor.id or opposed(id_, b.actor.id, registry) for b in best):
            continue
        best.append(part)
    named = [p for p in best if p.actor.id not in NAMELESS]
    return tuple(named or best)


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
    return any(of_state(x, registry) and x.startswith("other:") and _rebel(y, registry) for x, y in ((a, b), (b, a)))


def of_state(id_: str, registry: Mapping[str, ActorInfo]) -> bool:
    """Whether an actor is a state's force."""
    info = registry.get(id_)
    return info.force == "soldier" if info is not None else id_.endswith(_FORCE_NAMES)


def _rebel(id_: str, registry: Mapping[str, ActorInfo]) -> bool:
    info = registry.get(id_)
    return info is not None and info.force == "fighter"


def _against(id_: str, registry: Mapping[str, ActorInfo]) -> tuple[str, ...]:
    info = registry.get(id_)
    return info.against if info is not None else ()


def near(scene: Scene, found: Sequence[Part]) -> Sequence[Part]:
    """The actors of a harm's own sentence, as far as they lie near it."""
    first, last = scene.report.near_sentence(scene)
    low = bisect_left(found, first, key=lambda p: p.actor.first)
    return found[low : bisect_left(found, last, key=lambda p: p.actor.first)]


def doers(scene: Scene, found: Sequence[Part]) -> list[Part]:
    """The actors that the harm's own sentence makes the doers, strongest evidence first."""
    own = victims(scene)
    here = [_as_killer(scene, p) for p in near(scene, found) if p.actor.id not in own]
    return sorted((p for p in here if p.score >= STRONG), key=lambda p: -p.score)


def _as_killer(scene: Scene, part: Part) -> Part:
    """«قتل جنود الحرس الثوري 10 مسلحين»: an actor between a verb of harm and its object is the verb's subject."""
    casualty = scene.casualty
    between = casualty.harm[1] <= part.actor.first and part.actor.last <= casualty.first
    if not between or casualty.first - casualty.harm[1] > 8 or "actors.target" in part.reasons:
        return part
    return part._replace(score=part.score + 1.5, reasons=(*part.reasons, "actors.subject"), event=None)


def sides(found: Sequence[Part], registry: Mapping[str, ActorInfo]) -> tuple[Part, ...]:
    """Both sides of a clash: the first two actors among `found` that fight each other."""
    first: dict[str, Part] = {}
    for part in found:
        for other in first.values():
            if opposed(part.actor.id, other.actor.id, registry):
                return other, part
        first.setdefault(part.actor.id, part)
    return ()


def state_of(country: str | None, found: Mapping[str, list[Part]], registry: Mapping[str, ActorInfo]) -> list[Part]:
    """The mentioned state forces of a country: those who put down its protests."""
    states = {i for i, info in registry.items() if info.country == country and info.force == "soldier"}
    if country == "PS":
        states.add("israel")
    return next((parts_[:1] for id_, parts_ in found.items() if id_ in states), [])


def enemies(own: frozenset[str], found: Mapping[str, list[Part]], registry: Mapping[str, ActorInfo]) -> list[Part]:
    """The actor most named of those that fight the harmed: who kills fighters, where the text names nobody."""
    hostile = [i for i in found if any(opposed(i, o, registry) for o in own)]
    return found[max(hostile, key=lambda i: len(found[i]))][:1] if hostile else []


def victims(scene: Scene) -> frozenset[str]:
    """Actors whose own people the counted are («خمسة من حزب الله»)."""
    casualty = scene.casualty
    tokens = scene.report.tokens
    return frozenset(a.id for a in in_tokens(scene.report.document.actors, casualty.first, casualty.last + 2)
                     if a.first < casualty.last or tokens[a.first - 1].form == "من")  # fmt: skip
