"""Who is said to have done it?"""

from typing import NamedTuple, cast

from tawthiq.language.entries import EventWord, StructureWord
from tawthiq.model import Actor
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_VICTIM, _AGENT = -1.0, 1.0


class Part(NamedTuple):
    """An actor mention and how much its words make it the doer (above 0) or the target (below)."""

    actor: Actor
    sentence: int
    score: float
    reasons: tuple[str, ...]


def parts(report: Report) -> tuple[Part, ...]:
    """Every actor mention of the report with its part in the harm."""
    events = {h.last: h for h in report.scan.hits("event")}
    found: list[Part] = []
    for index, sentence in enumerate(report.document.sentences):
        if sentence.part == "aside":
            continue
        for actor in in_tokens(report.document.actors, sentence.first, sentence.last):
            score, reasons = _score(report, actor, sentence.first, events)
            found.append(Part(actor, index, score, reasons))
    return tuple(found)


def _score(report: Report, actor: Actor, floor: int, events: dict[int, object]) -> tuple[float, tuple[str, ...]]:
    score = 0.0
    reasons: list[str] = []

    def add(name: str, worth: float) -> None:
        nonlocal score
        score += worth
        reasons.append(f"actors.{name}")

    first = actor.first
    token = report.tokens[first]
    if first in events or _inside_event(report, actor):
        add("named_with_event", 1.2)
    elif first - 1 in events and first - 1 >= floor and not report.before(first, "target", 0):
        add("near_event", 0.8)
    if report.before(first, "attack", 3):
        add("subject_of_attack", 1.2)
    if report.before(first, "agent", 1):
        add("agent_word", 1.0)
    if report.within(actor.last, actor.last + 3, "attack"):
        add("before_attack_verb", 0.7)
    if report.before(first, "accuse", 6):
        add("accused", 1.3)
    if report.within(actor.last, actor.last + 8, "responsible") or report.before(first, "responsible", 3):
        add("claims_it", 1.4)
    target = report.before(first, "target", 1)
    if target is not None:
        add("target", -1.0)
    if token.form.startswith("ل") and actor.span.start > token.start and first in events:
        add("event_of", 0.4)
    return score, tuple(reasons)


def _inside_event(report: Report, actor: Actor) -> bool:
    """«غارة إسرائيلية», «قصف قوات النظام»: the word before the name is an event, with nothing between."""
    return any(h.last == actor.first or h.first <= actor.first < h.last and h.last > h.first + 1
               for h in in_tokens(report.scan.hits("event"), max(actor.first - 4, 0), actor.first + 1)
               if cast(EventWord, h.entry).part != "modifier")  # fmt: skip


def sides(scene: Scene, found: tuple[Part, ...]) -> tuple[Part, ...]:
    """All actors of the harm's sentence, for a clash: both sides, unless one is said to have done it."""
    return tuple(p for p in found if p.sentence == scene.sentence)


def doers(scene: Scene, found: tuple[Part, ...]) -> tuple[Part, ...]:
    """The actors that the harm's own sentence makes the doers, strongest evidence first."""
    own = victims(scene)
    here = [p for p in found if p.sentence == scene.sentence and p.score >= 0.7 and p.actor.id not in own]
    return tuple(sorted(here, key=lambda p: -p.score))


def victims(scene: Scene) -> frozenset[str]:
    """Actors whose own people the counted are («خمسة من حزب الله»)."""
    casualty = scene.casualty
    return frozenset(a.id for a in in_tokens(scene.report.document.actors, casualty.first, casualty.last + 2)
                     if scene.report.tokens[a.first - 1].form in ("من",) or a.first < casualty.last)  # fmt: skip
