"""What does a unit report? Every sign of an event in it, and how much it says."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View, Word, within

BEFORE = 7  # tokens between a phase word and its topic behind it
AFTER = 4  # tokens between a topic and a phase word behind it
_HEAD = 3  # tokens at the head of what somebody says
_ATTACK = frozenset({"do", "start"})
_GOVERNED = ("ل", "لل", "ول", "ولل")
ACT, TURN, SIGN, DONE, HEAD, MATTER = 6, 5, 4, 3, 2, 1


class Sign(NamedTuple):
    """`event` is reported at tokens first ≤ t < last, by a sign word or a topic with its phase; `key` is the
    token of the word that a negation would deny, `strength` how much it says, `future` whether «س» is joined to it."""

    event: str
    first: int
    last: int
    key: int
    strength: int
    because: tuple[str, ...]
    act: bool = False
    firm: bool = False
    sourced: bool = False
    refers: bool = False
    planned: bool = False
    future: bool = False
    weight: int = 0


class Phase(NamedTuple):
    """A word that says what happened to a topic."""

    hit: Hit
    phase: str
    id: str
    firm: bool


def signs(view: View, unit: Unit) -> Iterator[Sign]:
    """Every sign in a unit."""
    words = view.words_in(unit.first, unit.last)
    phases = _phases(view, unit, words)
    for word in words:
        part = word.entry.part
        if part in ("sign", "act", "attribute"):
            yield from _plain(view, unit, word)
        elif part == "topic":
            yield from _topic(view, unit, word, phases)
        elif part == "matter" and unit.speaker is not None and word.first >= unit.content:
            yield Sign("statement", word.first, word.last, word.first, MATTER, (word.entry.id,))
    for hit in within(view.events, unit.first, unit.last):
        yield from _event(view, unit, hit, phases)


def attributes(view: View, unit: Unit) -> Iterator[Sign]:
    """Relative clauses that report something of their own («التي تسيطر عليها القوات منذ عام 2012»)."""
    for word in view.words_in(unit.first, unit.last):
        if word.entry.part == "attribute" and view.described(word.first, unit.first):
            yield Sign(word.entry.event, word.first, word.last, word.first, SIGN, (word.entry.id,))


def _phases(view: View, unit: Unit, words: Sequence[Word]) -> list[Phase]:
    phases = [Phase(w.hit, w.entry.phase, w.entry.id, w.entry.firm) for w in words if w.entry.part == "phase"]
    own = {p.hit.first for p in phases}
    for at in range(unit.first, unit.last):
        hit = view.attacks.get(at)
        if hit is not None and at not in own:
            phases.append(Phase(hit, "do", hit.entry.id, False))
    phases.sort(key=lambda p: p.hit.first)
    return [p for p in phases if not view.described(p.hit.first, unit.first) and not _backgrounded(view, p.hit.first)]


def _plain(view: View, unit: Unit, word: Word) -> Iterator[Sign]:
    hit, entry = word.hit, word.entry
    act = entry.part == "act"
    if view.described(hit.first, unit.first) or hit.clitic in _GOVERNED or hit.definite or _backgrounded(view, hit.first):
        return
    yield Sign(entry.event, hit.first, hit.last, hit.first, ACT if act else SIGN, (entry.id,), act=act,
               firm=entry.firm, sourced=entry.sourced, refers=entry.refers, future="س" in hit.clitic, weight=entry.weight)  # fmt: skip


def _topic(view: View, unit: Unit, word: Word, phases: Sequence[Phase]) -> Iterator[Sign]:
    entry = word.entry
    turns = dict(turn.split(":") for turn in entry.turns)
    phase = _nearest(view, phases, word.hit, frozenset(turns))
    if phase is not None:
        yield _turned(turns[phase.phase], phase, word.hit, TURN, entry.id)._replace(weight=entry.weight)
    elif unit.speaker is not None and word.first >= unit.content:
        head = bool(entry.event) and word.first - unit.content <= _HEAD
        event = entry.event if head else "statement"
        yield Sign(event, word.first, word.last, word.first, HEAD if head else MATTER, (entry.id,))


def _event(view: View, unit: Unit, hit: Hit, phases: Sequence[Phase]) -> Iterator[Sign]:
    entry = hit.entry
    assert isinstance(entry, EventWord)
    phase = _nearest(view, phases, hit, _ATTACK)
    if phase is not None:
        yield _turned(entry.event, phase, hit, DONE, entry.id)
    elif unit.speaker is not None and hit.first >= unit.content:
        head = hit.first - unit.content <= _HEAD
        event = entry.event if head else "statement"
        yield Sign(event, hit.first, hit.last, hit.first, HEAD if head else MATTER, (entry.id,))


def _turned(event: str, phase: Phase, hit: Hit, strength: int, id_: str) -> Sign:
    first, last = min(phase.hit.first, hit.first), max(phase.hit.last, hit.last)
    why = (id_,) if phase.hit.first == hit.first else (id_, phase.id)
    return Sign(event, first, last, phase.hit.first, strength, why, firm=phase.firm,
                planned=phase.phase == "plan", future="س" in phase.hit.clitic)  # fmt: skip


def _nearest(view: View, phases: Sequence[Phase], hit: Hit, wanted: frozenset[str]) -> Phase | None:
    """The phase word of the topic: the nearest before it, else right behind it."""
    at = bisect_left(phases, hit.last, key=lambda p: p.hit.first)
    for phase in reversed(phases[max(0, at - 4) : at]):
        if phase.phase in wanted and hit.first - phase.hit.last <= BEFORE and not (
            view.between(view.commas, phase.hit.last, hit.first) and hit.first - phase.hit.last > 2
        ):
            return phase
    for phase in phases[at : at + 2]:
        if phase.phase in wanted and phase.hit.first - hit.last <= AFTER:
            return phase
    return None


def _backgrounded(view: View, token: int) -> bool:
    """«عقب», «بموجب» right before the token: it tells when or why of something else."""
    at = bisect_left(view.firsts, token) - 1
    return at >= 0 and view.words[at].entry.part == "background" and view.words[at].last == token
