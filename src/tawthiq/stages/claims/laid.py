"""Who did which of the harm that a sentence counts by those who did it?

«قتل 18 مدنيا، منهم عشرة على يد النظام، فيما قتلت قسد ثلاثة»
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from tawthiq.model import Casualty
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import NAMELESS
from tawthiq.stages.claims.scene import UNTOLD, Report

_KILLS, _AGENT, _ATTACKS = "actors.kills", "actors.agent_word", "actors.attacks"
_LAID = frozenset({_KILLS, _AGENT, _ATTACKS})
_DOERS, _FIGURES, _MOST = 2, 3, 60  # more figures are no sentence, and are not looked at pair by pair
_OF_VERB, _OBJECT = 5, 14  # from a verb to its subject, from that to the harmed
_OF_HAND, _BY_HAND = 2, 8  # from «على يد» to the name, to it from the harmed
_JOINED, _GAP = 2, 5
_THE = "ال"
_SENTENCE = attrgetter("sentence")


def laid(report: Report, parts: Sequence[Part]) -> dict[int, tuple[Part, ...]]:
    """The doers of each figure, by its first token, in sentences that lay figures to doers one by one: nobody for a
    whole that is not told apart to the last."""
    acting: dict[int, list[Part]] = {}
    for part in parts:
        again = part.actor.id in NAMELESS and part.actor.text.startswith(_THE)  # «المسلحون» told of before
        if not (again or _LAID.isdisjoint(part.reasons)):
            acting.setdefault(part.sentence, []).append(part)
    found: dict[int, tuple[Part, ...]] = {}
    for sentence, told in acting.items():
        counted = report.figures.get(sentence, ())
        if _FIGURES <= len(counted) <= _MOST and len({p.actor.id for p in told}) >= _DOERS:
            bound = _bound(report, told, counted)
            if len({frozenset([p.actor.id for p in ps]) for ps in bound.values()}) >= _DOERS:
                found |= {counted[n].first: tuple(ps) for n, ps in bound.items()}
                found |= dict(_others(report, counted, bound))
    return found


def _bound(report: Report, told: Sequence[Part], counted: Sequence[Casualty]) -> dict[int, list[Part]]:
    """The doers by the number of their figure; none where one of them has none."""
    bound: dict[int, list[Part]] = {}
    before: tuple[Part, Sequence[int]] | None = None
    for part in told:
        joined = before is not None and part.actor.first - before[0].actor.last <= _JOINED
        mine = _own(report, part, counted, bound) or (before[1] if before is not None and joined else ())
        if not mine:
            return {}
        before = part, mine
        for number in mine:
            bound.setdefault(number, []).append(part)
    return bound


def _own(report: Report, part: Part, counted: Sequence[Casualty], bound: Mapping[int, Sequence[Part]]) -> Sequence[int]:
    """The numbers of the figures that a mention stands right beside as who did them."""
    actor = part.actor
    if _AGENT in part.reasons:
        agent = report.before(actor.first, "agent", _OF_HAND)
        return _chain(report, counted, bound, agent.first, _BY_HAND) if agent is not None else ()
    verb = report.harms.get(actor.first - 1)
    if verb is not None and verb.entry.voice == "those":  # «اثنين قتلتهم قسد»
        return _chain(report, counted, bound, verb.first, 0)
    near = range(actor.first - _OF_VERB, actor.last + _JOINED)
    at = next((n for n, c in enumerate(counted) if c.harm[0] in near and 0 <= c.first - actor.last <= _OBJECT), None)
    return () if at is None else [n for n in range(at, len(counted)) if counted[n].harm == counted[at].harm]


def _chain(
    report: Report, counted: Sequence[Casualty], bound: Mapping[int, Sequence[Part]], end: int, reach: int
) -> list[int]:
    """«32 مدنيا بينهم سبعة أطفال وثلاث نساء (على يد)»: the figures that end right before a token, told together."""
    last = next((n for n in range(len(counted) - 1, -1, -1) if counted[n].last <= end), -1)
    if last < 0 or last in bound or end - counted[last].last > reach:
        return []
    chain = [last]
    while chain[-1] and chain[-1] - 1 not in bound:
        one, two = counted[chain[-1] - 1], counted[chain[-1]]
        if two.first - one.last > _GAP:
            break
        parted = report.within(one.last, two.first, "breakdown")
        if parted and (two.group == one.group or two.group in UNTOLD):
            break
        if not (parted or _and(report, one, two)):
            break
        chain.append(chain[-1] - 1)
        if parted:
            break
    return chain


def _and(report: Report, one: Casualty, two: Casualty) -> bool:
    """«سبعة أطفال وثلاث نساء», «مقتل سبعة وإصابة ثلاثة»."""
    return any(t.form.startswith("و") for t in report.tokens[one.last : two.first + 1])


def _others(
    report: Report, counted: Sequence[Casualty], bound: Mapping[int, Sequence[Part]]
) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """The other figures: a whole has all its parts' doers where they make it up, else nobody, as have its other parts
    and those of whom it is told apart («في حين قتلت جهات أخرى خمسة»)."""
    casualties = report.document.casualties
    low = bisect_left(casualties, counted[0].sentence, key=_SENTENCE)
    places = {id(c): n for n, c in enumerate(casualties[low : low + 4 * len(counted)], low)}
    wholes = {counted[n].part_of for n in bound} - {None}
    first, apart = min(bound), set[int]()
    for n, one in enumerate(counted):
        at = places.get(id(one), -1)
        if n in bound:
            continue
        if at in wholes:
            groups = {one.group, *UNTOLD}
            mine = [m for m in bound if counted[m].part_of in (at, None) and counted[m].group in groups]
            total = sum(counted[m].count.low or 0 for m in mine)
            yield one.first, tuple(p for m in mine for p in bound[m]) if total == one.count.low else ()
        elif (n < first and one.part_of in wholes) or one.part_of in apart or _beside(report, counted[n - 1], one):
            apart.add(at)
            yield one.first, ()


def _beside(report: Report, before: Casualty, one: Casualty) -> bool:
    words = report.within(before.last, one.first, "clause")
    return any(w.entry.value == "beside" for w in words)
