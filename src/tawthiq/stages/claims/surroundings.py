"""A report indexed for asking what stands beside the mention of an actor."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from tawthiq.clashes import sides
from tawthiq.language.entries import ActorWord, EventWord, GroupWord, PositionWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import PART, ActorHit, EventHit, StructureHit
from tawthiq.model import Casualty
from tawthiq.stages.claims.causes import no_weapon
from tawthiq.stages.claims.scene import BY_HIMSELF, Report, in_tokens
from tawthiq.stages.claims.verbs import going_on

_FORCES = "the_forces"  # «القوات التابعة ل»: whose, is told behind it
_NO_CAUSE = frozenset({"none", "verb", "modifier", "assail", "self"})
_EVENT, _SORT = attrgetter("entry.event"), attrgetter("entry.sort")
_THINGS = frozenset({"destroyed", "damaged"})
_NO_THING = frozenset({"laid", "site"})
_BOMBER, _WITH = "group.intihari", "مع"


class Harmed(NamedTuple):
    """Tokens of the counted: of `all`, of `people`, of `bombers`, counted or not, of what was only `hit`;
    `objects` are where the first counted phrase behind a harm word begins, by the harm word's first token;
    `suffered` the first tokens of those that only have some before them («خمسة قتلوا»)."""

    all: frozenset[int]
    people: frozenset[int]
    bombers: frozenset[int]
    hit: frozenset[int]
    objects: Mapping[int, int]
    suffered: frozenset[int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A report indexed for asking what stands beside a mention.

    `forces` are the words for armed people and weapons, `causes` the event words, `things` those for what can be
    struck, each by its last token; `modifiers` adjectives, last to first token; `deeds` where a word for what an
    actor does ends; `named` the tokens of names and days that only look like attacks («منصة إطلاق», «فجر اليوم»);
    `sides` the tokens where a side of a clash can begin; `those` the verbs that have whom they harm in them
    («قتلتهم»), `held` words like «في سجون», by the token of their noun, which is part of the mention; `going_on` where
    the subjects of a chain of verbs stand.
    """

    report: Report
    forces: Mapping[int, ActorHit]
    modifiers: Mapping[int, int]
    deeds: frozenset[int]
    causes: Mapping[int, EventHit]
    things: Mapping[int, Hit]
    harmed: Harmed
    named: frozenset[int]
    held: Mapping[int, StructureHit]
    sides: frozenset[int]
    those: frozenset[int]
    going_on: frozenset[int]


def surroundings(report: Report) -> Surroundings:
    """Index a report."""
    forces: dict[int, ActorHit] = {}
    modifiers: dict[int, int] = {}
    deeds: set[int] = set()
    events = report.scan.of(EventWord)
    parts = list(map(PART, events))
    no_events = [h for h, part in zip(events, parts, strict=True) if part == "none"]
    named = frozenset(t for h in no_events for t in range(h.first, h.last))
    actors = report.scan.of(ActorWord)
    for hit, part in zip(actors, map(PART, actors), strict=True):
        if part == "force" and hit.first not in named:
            forces[hit.last] = hit
        elif part == "label":
            if hit.entry.id == _FORCES:
                forces[hit.last] = hit
        elif part == "modifier":
            modifiers[hit.last] = hit.first
        elif part == "deed" and hit.first not in named:
            deeds.add(hit.last)
    nouns = [(h, part) for h, part in zip(events, parts, strict=True) if part not in _NO_CAUSE and h.first not in named]
    causes = {h.last: h for h, part in nouns if part != "weapon" or not no_weapon(report, h)}
    dated = frozenset([t for d in report.document.dates for t in range(d.first, d.last)])
    harmed = _harmed(report)
    held = {h.last - 1: h for h in report.words("agent") if h.entry.value == "held"}
    return Surroundings(
        report,
        forces,
        modifiers,
        frozenset(deeds),
        causes,
        _things(report),
        harmed,
        named | dated,
        held,
        sides(report.scan, report.document.sentences),
        frozenset([t for t, h in report.harms.items() if not h.clitic and h.entry.voice == "those"]),
        going_on(report, harmed.objects),
    )


def _things(report: Report) -> dict[int, Hit]:
    positions = report.scan.of(PositionWord)
    found: dict[int, Hit] = {
        h.last: h for h, part in zip(positions, map(PART, positions), strict=True) if part not in _NO_THING
    }
    groups = report.scan.of(GroupWord)
    found.update({h.last: h for h, sort in zip(groups, map(_SORT, groups), strict=True) if sort == "object"})
    return found


def _harmed(report: Report) -> Harmed:
    objects: dict[int, int] = {}
    before: set[int] = set()
    harmed: set[int] = set()
    people: set[int] = set()
    bombers: set[int] = set()
    hit: set[int] = set()
    for casualty in report.document.casualties:
        tokens = range(casualty.first, casualty.last)
        if casualty.outcome == "hit":
            hit.update(tokens)
        if casualty.outcome in ("hit", "strikes"):
            continue
        (bombers if by_own_hand(report, casualty) else harmed).update(tokens)
        if casualty.outcome not in _THINGS:
            people.update(tokens)
        if casualty.first > casualty.harm[1] and report.tokens[casualty.first - 1].form == _WITH:
            before.add(casualty.harm[0])  # «قيادي في الحركة قتل مع حارسين»
        elif casualty.first >= casualty.harm[1] and (
            casualty.part_of is None or not _of_those_before(report, casualty)
        ):
            objects[casualty.harm[0]] = min(casualty.first, objects.get(casualty.harm[0], casualty.first))
        elif casualty.last <= casualty.harm[0]:
            before.add(casualty.harm[0])
    if report.suicides:
        told = (h for h in report.scan.of(GroupWord) if h.entry.id == _BOMBER)
        bombers.update(t for h in told if h.last - 1 not in harmed for t in range(h.first, h.last))
    suffered = frozenset(before - objects.keys())
    return Harmed(frozenset(harmed), frozenset(people), frozenset(bombers), frozenset(hit), objects, suffered)


def _of_those_before(report: Report, casualty: Casualty) -> bool:
    """«خمسون شخصا قتلوا في غارات روسية، بينهم ستة»: whether they are of those before their verb, no object of it."""
    assert casualty.part_of is not None
    whole = report.document.casualties[casualty.part_of]
    return whole.harm == casualty.harm and whole.last <= casualty.harm[0]


def by_own_hand(report: Report, casualty: Casualty) -> bool:
    """Whether the counted killed themselves in their attack («فجر أحد المسلحين نفسه», «الانتحاري»)."""
    if not report.suicides:
        return False
    harm = report.harms.get(casualty.harm[0])
    if harm is not None:
        return harm.entry.event == BY_HIMSELF
    events = in_tokens(report.scan.of(EventWord), casualty.first, casualty.last)
    return BY_HIMSELF in map(_EVENT, events)
