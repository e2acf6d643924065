"""Who only killed or seized the attackers, and so harmed none of their victims? «قتلت الشرطة المهاجم»"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from tawthiq.language.entries import HarmWord
from tawthiq.language.registry import ActorInfo
from tawthiq.model import Casualty
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import of_state
from tawthiq.stages.claims.scene import Report, in_tokens

_CULPRIT = "group.jani"
_ATTACKERS = frozenset({"group.muhajim", "group.munaffidh", "group.munaffidh_alamaliyya", _CULPRIT})
_NAMELESS, _ATTACKING = "actor.gunmen", "مهاجم"
_GUNMAN, _THE, _INDEFINITE = "group.musallah", "ال", "ا"
_STOPPED = frozenset({"killed", "injured", "detained"})
_HURT = frozenset({"killed", "injured"})
_BEFORE, _BEHIND = 6, 4  # «تمكنت الشرطة الفرنسية من قتل المهاجم», «مقتل المهاجم برصاص الشرطة»
_SHARED = 2  # from another's harm to a subject behind it («قتلت الشرطة ثلاثة وأصابت المهاجم»)
ARRESTING = frozenset({None, "arrest"})
_ACTS = frozenset({"actors.then_attacks", "actors.attacks"})
_HOLD = 6  # from an actor to «القبض عليه»
_NAMED = attrgetter("actor.first")


def is_attacker(report: Report, casualty: Casualty) -> bool:
    """Whether a harm is that of attackers: so called, one «المسلح», one «على يد» whom a verb behind him harms, or who
    is told right behind to have harmed others («قتلت الشرطة رجلا طعن ثلاثة»)."""
    if not _ATTACKERS.isdisjoint(casualty.because) or _has_harmed(report, casualty):
        return True
    named = report.tokens[casualty.first : casualty.last] if _NAMELESS in casualty.because else ()
    if any(t.form.removeprefix(_THE).startswith(_ATTACKING) for t in named):
        return True  # «12 من المهاجمين»
    if casualty.count.low != 1 or casualty.group != "fighter":
        return False
    definite = report.tokens[casualty.first].form.startswith(_THE)
    return (definite and _GUNMAN in casualty.because) or report.before(casualty.first, "agent") is not None


def _has_harmed(report: Report, casualty: Casualty) -> bool:
    verb = report.harms.get(casualty.last) if casualty.count.low == 1 and casualty.harm[1] <= casualty.first else None
    if verb is None or verb.clitic or not report.tokens[casualty.last - 1].form.endswith(_INDEFINITE):
        return False
    others = in_tokens(report.figures.get(report.sentence_at(verb.first), ()), verb.last, verb.last + _SHARED)
    return any(c.harm[0] == verb.first and c.outcome in _HURT for c in others)


def slayers(report: Report, parts: Sequence[Part], registry: Mapping[str, ActorInfo]) -> frozenset[int]:
    """The first tokens of the states' forces that are told of for the attackers alone, beside whose harm they stand.
    `parts` are in order."""
    sentences = report.figures.values()
    return frozenset(at for told in sentences for at in _of_sentence(report, told, parts, registry))


def holders(report: Report, parts: Sequence[Part]) -> frozenset[int]:
    """«الشرطة التي قامت بالقبض عليه»: where those stand of whom no more is told than that they hold somebody."""
    acting = [p for p in parts if p.event in ARRESTING and p.reasons]
    return frozenset([p.actor.first for p in acting if _ACTS.issuperset(p.reasons) and _only_holds(report, p)])


def _only_holds(report: Report, part: Part) -> bool:
    _, limit = report.bounds(part.actor.first)
    harms = in_tokens(report.scan.of(HarmWord), part.actor.last, min(limit, part.actor.last + _HOLD))
    return {h.entry.outcome for h in harms} - {""} == {"detained"}


def _of_sentence(
    report: Report, told: Sequence[Casualty], parts: Sequence[Part], registry: Mapping[str, ActorInfo]
) -> Iterator[int]:
    able = [c for c in told if c.last in report.harms or c.group == "fighter" or _CULPRIT in c.because]
    attackers = [c for c in able if c.outcome in _STOPPED and _stopped(report, c)]
    if not attackers:
        return
    ids = set(map(id, attackers))
    others = sorted(c.harm[0] for c in told if id(c) not in ids)
    for one in attackers:
        low, high = min(one.harm[0], one.first), max(one.harm[1], one.last)
        if _any(others, one.harm[0], one.harm[0] + 1):
            continue  # «قتلت الشرطة ثلاثة مدنيين والمهاجم»
        begin = bisect_left(parts, low - _BEFORE, key=_NAMED)
        for part in parts[begin : bisect_left(parts, high + _BEHIND, key=_NAMED)]:
            at = part.actor.first
            shared = at < low and _any(others, at - _SHARED, low)
            if not shared and part.sentence == one.sentence and of_state(part.actor.id, registry):
                yield at


def _stopped(report: Report, one: Casualty) -> bool:
    if one.group == "fighter" or _CULPRIT in one.because:
        return is_attacker(report, one)
    return _has_harmed(report, one)


def _any(starts: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(starts, first)
    return at < len(starts) and starts[at] < last
