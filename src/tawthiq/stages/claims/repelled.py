"""Who beat off whose attack? «صدت القوات هجوما للمسلحين وقتلت خمسة منهم»"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.entries import EventWord
from tawthiq.model import Casualty
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import NAMELESS
from tawthiq.stages.claims.scene import Report, in_tokens

_FIRST = attrgetter("actor.first")
_REPELLING = frozenset({"repelled", "foiled"})
_ATTACK = 6  # from the verb over its subject to the attack
_WHOSE = 10  # from the attack to who made it («هجوما على أحد مواقعه شنته الجماعة»)
_SUBJECT = 14  # from the first word of who announces to «بعدما صد»
_FAR = 40  # from the attack to its dead


class Repelled(NamedTuple):
    """An attack that was beaten off: where it is told (a token), who did, whose it was."""

    at: int
    defenders: tuple[Part, ...]
    attackers: tuple[Part, ...]


def repelled(report: Report, parts: Sequence[Part]) -> Mapping[int, Repelled]:
    """The first attack of each sentence that was beaten off, by sentence. `parts` are in order."""
    found: dict[int, Repelled] = {}
    for verb in report.words("repel"):
        if verb.entry.value not in _REPELLING:
            continue
        at = report.sentence_at(verb.first)
        events = in_tokens(report.scan.of(EventWord), verb.last, verb.last + _ATTACK)
        attack = next((h for h in events if h.entry.names_attack), None)
        if attack is None or at in found:
            continue
        first, last = report.bounds(verb.first)
        low = bisect_left(parts, max(first, verb.first - _SUBJECT), key=_FIRST)
        near = parts[low : bisect_left(parts, min(last, attack.last + _WHOSE), key=_FIRST)]
        theirs = [p for p in near if p.actor.first >= attack.first][:1]
        others = {p.actor.id for p in theirs} | NAMELESS
        behind = [p for p in near if verb.last <= p.actor.first < attack.first]
        before = [p for p in near if p.actor.last <= verb.first]
        ours = [p for p in (*behind, *reversed(before)) if p.actor.id not in others]
        found[at] = Repelled(verb.first, tuple(ours[:1]), tuple(theirs))
    return found


def beaten_off(report: Report, told: Repelled, casualty: Casualty) -> bool:
    """Whether those harmed fell in the attack that was beaten off, and not in what a clause apart tells."""
    low, high = min(told.at, casualty.first), max(told.at, casualty.first)
    beside = any(w.entry.value == "beside" for w in report.within(low, high, "clause"))
    return high - low <= _FAR and not beside
