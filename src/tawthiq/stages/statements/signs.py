"""What does a unit report? Every sign of an event in it, and how much it says."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View, Word, within

BEFORE = 9  # tokens between a phase word and its topic behind it
AFTER = 4  # tokens between a topic and a phase word behind it
_HEAD = 3  # tokens at the head of what somebody says
_ATTACK = frozenset({"do", "start", "launch", "suffer", "fall", "go_on", "repel"})
_GENERAL = frozenset({"attack", "ground_attack"})
_LINKED = 18  # tokens between a phase word and a topic with the preposition that it takes
_LINKS = {"suffer": "ل", "launch": "ب"}
_PREPOSED = ("target", "where", "background")
_GOVERNED = ("ل", "لل", "ول", "ولل")
_STOPS = frozenset({"block", "reject"})  # «منعت دخول المساعدات»: what is stopped does not count
PASSED = "passed"  # a phase word that reports nothing
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
    phase: str = ""
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
    events = within(view.events, unit.first, unit.last)
    specific = {h.first for h in events if isinstance(h.entry, EventWord) and h.entry.event not in _GENERAL}
    for word in words:
        part = word.entry.part
        if part in ("sign", "act", "attribute"):
            yield from _plain(view, unit, word)
        elif part == "topic" and not (word.first in specific and word.last - word.first == 1 and _is_attack(word)):
            yield from _topic(view, unit, word, phases)
        elif part == "matter" and unit.speaker is not None and word.first >= unit.content:
            yield Sign("statement", word.first, word.last, word.first, MATTER, (word.entry.id,))
    for hit in events:
        yield from _event(view, unit, hit, phases)


def _is_attack(word: Word) -> bool:
    return "launch:attack" in word.entry.turns


def attributes(view: View, unit: Unit) -> Iterator[Sign]:
    """Relative clauses that report something of their own («التي تسيطر عليها القوات منذ عام 2012»)."""
    for word in view.words_in(unit.first, unit.last):
        if word.entry.part == "attribute" and view.described(word.first, unit.first):
            yield Sign(word.entry.event, word.first, word.last, word.first, SIGN, (word.entry.id,))


def _phases(view: View, unit: Unit, words: Sequence[Word]) -> list[Phase]:
    """The phase words in order; one that tells only when or why, and those joined to it («منذ بدء سريان»), as such."""
    phases = [Phase(w.hit, w.entry.phase, w.entry.id, w.entry.firm) for w in words if w.entry.part == "phase"]
    kept: list[Phase] = []
    passed = -1
    for phase in phases:
        first = phase.hit.first
        if first == passed or view.before(first) == "background" or phase.hit.clitic in _GOVERNED:
            passed = phase.hit.last
            kept.append(phase._replace(phase=PASSED))
        elif not view.described(first, unit.first):
            kept.append(phase)
    return kept


def _plain(view: View, unit: Unit, word: Word) -> Iterator[Sign]:
    hit, entry = word.hit, word.entry
    act = entry.part == "act"
    if (
        view.described(hit.first, unit.first)
        or hit.clitic in _GOVERNED
        or hit.definite
        or (act and view.counts(hit.last))
        or view.before(hit.first) == "background"
    ):
        return
    yield Sign(entry.event, hit.first, hit.last, hit.first, ACT if act else SIGN, (entry.id,), act=act,
               firm=entry.firm, sourced=entry.sourced, refers=entry.refers,
               future="س" in hit.clitic, weight=entry.weight)  # fmt: skip


def _topic(view: View, unit: Unit, word: Word, phases: Sequence[Phase]) -> Iterator[Sign]:
    entry = word.entry
    turns = dict(turn.split(":") for turn in entry.turns)
    phase = _nearest(view, phases, word.hit, frozenset(turns))
    if phase is not None:
        event = turns[phase.phase]
        strength = DONE if event in _GENERAL else TURN
        yield _turned(event, phase, word.hit, strength, entry.id)._replace(weight=entry.weight)
    elif _spoken(view, unit) and word.first >= unit.content:
        head = bool(entry.event) and _at_head(view, unit, word.first)
        event = entry.event if head else "statement"
        yield Sign(event, word.first, word.last, word.first, HEAD if head else MATTER, (entry.id,))


def _event(view: View, unit: Unit, hit: Hit, phases: Sequence[Phase]) -> Iterator[Sign]:
    entry = hit.entry
    assert isinstance(entry, EventWord)
    phase = _nearest(view, phases, hit, _ATTACK)
    if phase is not None:
        yield _turned(entry.event, phase, hit, DONE, entry.id)._replace(weight=int(entry.part in ("noun", "ambush")))
    elif _spoken(view, unit) and hit.first >= unit.content:
        head = _at_head(view, unit, hit.first)
        event = entry.event if head else "statement"
        yield Sign(event, hit.first, hit.last, hit.first, HEAD if head else MATTER, (entry.id,))


def _spoken(view: View, unit: Unit) -> bool:
    """Whether a bare noun can be a statement: in what somebody says, and in a title."""
    return unit.speaker is not None or view.document.sentences[unit.sentence].part == "title"


def _at_head(view: View, unit: Unit, token: int) -> bool:
    """Whether a token stands among the first of what somebody says, or right behind another «أن»."""
    return token - unit.content <= _HEAD or view.between(view.thats, token - 1, token)


def _turned(event: str, phase: Phase, hit: Hit, strength: int, id_: str) -> Sign:
    first, last = min(phase.hit.first, hit.first), max(phase.hit.last, hit.last)
    why = (id_,) if phase.hit.first == hit.first else (id_, phase.id)
    return Sign(event, first, last, phase.hit.first, strength, why, firm=phase.firm,
                phase=phase.phase, future="س" in phase.hit.clitic)  # fmt: skip


def _nearest(view: View, phases: Sequence[Phase], hit: Hit, wanted: frozenset[str]) -> Phase | None:
    """The phase word of the topic: right behind it («هدنة انتهت»), else the nearest before it, else one near behind."""
    if not phases:
        return None
    at = bisect_left(phases, hit.last, key=lambda p: p.hit.first)
    if at and phases[at - 1].phase == PASSED and phases[at - 1].hit.last == hit.first:
        return None
    behind = [p for p in phases[at : at + 2] if p.phase in wanted and _follows(view, hit, p)]
    if behind and behind[0].hit.first == hit.last and not hit.definite:
        return behind[0]
    before = [p for p in phases[max(0, at - 4) : at] if p.phase in wanted and _leads(view, p, hit)]
    stops = [p for p in before if p.phase in _STOPS]
    return next(iter(stops[-1:] or before[-1:] or behind[:1]), None)


def _leads(view: View, phase: Phase, hit: Hit) -> bool:
    away = hit.first - phase.hit.last
    if away <= _LINKED and hit.clitic[-1:] and hit.clitic[-1] == _LINKS.get(phase.phase):
        return True
    if phase.phase == "agree" and away <= _LINKED and view.before(hit.first) == "target":
        return True
    if away > BEFORE:
        return False
    return away <= 2 or view.count(view.commas, phase.hit.last, hit.first) in (0, 2)  # two hold an aside («، الأحد،»)


def _follows(view: View, hit: Hit, phase: Phase) -> bool:
    away = phase.hit.first - hit.last
    if view.before(phase.hit.first) in _PREPOSED:
        return False
    return away <= AFTER and hit.clitic not in _GOVERNED and not view.between(view.commas, hit.last, phase.hit.first)
