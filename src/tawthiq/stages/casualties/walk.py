"""What a walk through the harm words and counted phrases of one sentence remembers."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, Harmed
from tawthiq.stages.casualties.phrase import Phrase

LATELY = 60  # phrases of a sentence that are looked back at
_FIRST = attrgetter("first")
_GLUED, _ON = frozenset("بلك"), "علي"
_OF_BOMBERS = frozenset({"suicide", "with_self"})
_BURNING = frozenset({"burnt", "kindled_by"})
OF_PERSONS = "group.shakhs"
_BURNS_OUT = frozenset({"vehicle", "aircraft"})


class Pending(NamedTuple):
    """A phrase that no harm word governs yet; `whole` is the index of the pending phrase that it breaks down,
    `led` that a preposition leads it."""

    phrase: Phrase
    whole: int | None = None
    led: bool = False


class Ground(NamedTuple):
    """The `end` tokens of a text: their forms, where they start, how many before each only date, place or
    quote (`idle`), where places begin and end, where no object of a verb can begin (`joints`), where words for
    explosives end (`blasts`), where doers' names end (`sides`) and where those who speak begin (`voices`)."""

    end: int
    forms: Sequence[str]
    starts: Sequence[int]
    idle: Sequence[int]
    places: frozenset[int] = frozenset()
    placed: frozenset[int] = frozenset()
    joints: frozenset[int] = frozenset()
    blasts: frozenset[int] = frozenset()
    sides: frozenset[int] = frozenset()
    voices: frozenset[int] = frozenset()


@dataclass(slots=True)
class Walk:
    """`found` are the harmed phrases so far, `pending` those that wait for a harm word behind them, `coming` the
    first tokens of all `phrases`, `before` the one person that the sentence before left open, `first` its first token.

    `harm` is the word that governs now and `waiting` whether it still lacks its noun; `chain` the harmed
    phrase that a joined one would go on from, `whole` the one that a breakdown breaks down, `parting` the pending one
    (`fresh`: no part stands behind the mark yet).
    Each `..._end` is the token after the last word of its kind. `ruled` are the tokens right after a preposition,
    `goals` after «إلى», `tallies` and `amongs` after «عدد» and «من بين», `links` after «الذين», «من».
    `with_end` ends «مع», also where what stands behind it need not be joined to those harmed (`plus_end`),
    `theirs_end` «عددهم».
    `said_end` ends a noun that said what became of those before it («سقطوا قتلى»), `zero_end` one of whom there were
    none.
    `agents` is how many phrases the verb found before it: they did it, should an object follow.
    `targets` are the tokens right after «على», `launched` the strikes that are told of for themselves, `shares` the
    harmed phrases that tell a total place by place, `one` the last word of what became of one person («مقتله»),
    `wrecked` the first tokens of munitions that were destroyed, `twofold` a deed whose noun another deed joined to it
    governs too («مقتل وأسر عشرات»).
    """

    ground: Ground
    coming: frozenset[int] = frozenset()
    earlier: Sequence[tuple[str, int]] = ()
    before: Phrase | None = None
    first: int = 0
    phrases: Sequence[Phrase] = ()
    found: list[Harmed] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    tallies: set[int] = field(default_factory=set)
    amongs: set[int] = field(default_factory=set)
    ruled: set[int] = field(default_factory=set)
    links: set[int] = field(default_factory=set)
    goals: set[int] = field(default_factory=set)
    harm: HarmHit | None = None
    waiting: bool = False
    agents: int = 0
    chain: int | None = None
    chain_end: int = -9
    whole: int | None = None
    breaking: bool = False
    fresh: bool = True
    parting: int | None = None
    mark_end: int = -9
    victims: HarmHit | None = None
    reached: bool = False
    reach_end: int = -9
    none_end: int = -9
    none_reach: int = 0
    zero_end: int = -9
    plus_end: int = -9
    with_end: int = -9
    theirs_end: int = -9
    that_end: int = -9
    carrier_end: int = -9
    state_end: int = -9
    majority_end: int = -9
    all_end: int = -9
    again_end: int = -9
    said_end: int = -9
    released: bool = False
    targets: set[int] = field(default_factory=set)
    attack_end: int = -99
    launch_end: int = -99
    agent_end: int = -99
    launched: list[Phrase] = field(default_factory=list)
    shares: set[int] = field(default_factory=set)
    topic: str = ""
    wrecked: set[int] = field(default_factory=set)
    body: Phrase | None = None
    pulled: HarmHit | None = None
    one: HarmHit | None = None
    twofold: HarmHit | None = None

    @property
    def lately(self) -> list[Pending]:
        """The last phrases that wait for a harm word."""
        return self.pending[-LATELY:]

    @property
    def recent(self) -> range:
        """Where they stand in `pending`."""
        return range(max(0, len(self.pending) - LATELY), len(self.pending))

    @property
    def back(self) -> range:
        """Where the last harmed phrases stand in `found`, from the last one back."""
        return range(len(self.found) - 1, max(-1, len(self.found) - 1 - LATELY), -1)

    def gap(self, left: int, right: int) -> int:
        """How many tokens stand between, without dates, places and quotation marks."""
        if right <= left or left < 0:
            return right - left
        return right - left - (self.ground.idle[right] - self.ground.idle[left])

    def form(self, index: int) -> str:
        """The form of a token; empty outside the text."""
        return self.ground.forms[index] if 0 <= index < self.ground.end else ""

    def phrase_from(self, at: int) -> Phrase | None:
        """The first phrase of the sentence that does not begin before a token."""
        index = bisect_left(self.phrases, at, key=_FIRST)
        return self.phrases[index] if index < len(self.phrases) else None

    def phrase_at(self, at: int) -> Phrase | None:
        """The phrase that begins at a token."""
        phrase = self.phrase_from(at)
        return phrase if phrase is not None and phrase.first == at else None

    def glued(self, phrase: Phrase) -> bool:
        """Whether a preposition is glued to the phrase («بجندي», «لطفل»)."""
        if self.form(phrase.first - 1) in _GLUED:
            return True
        before = phrase.start - self.ground.starts[phrase.first]
        return self.form(phrase.first)[:before].removeprefix("و")[:1] in _GLUED

    def led(self, phrase: Phrase) -> bool:
        """Whether a preposition leads the phrase, also one that ends a longer word («أطلقوا النار على متظاهرين»)."""
        governed = self.harm is not None and self.harm.last == phrase.first  # «أجهزوا على عشرة»
        on = self.form(phrase.first - 1) == _ON and not governed
        return on or phrase.first in self.ruled or self.glued(phrase)

    def joined(self, phrase: Phrase) -> bool:
        return phrase.joined or phrase.first - self.plus_end <= 1

    def add(self, phrase: Phrase, outcome: str, harm: HarmHit | None, whole: int | None = None) -> None:
        """Record a harmed phrase, which joined phrases can go on from."""
        voice = harm.entry.voice if harm is not None else ""
        if voice in _OF_BOMBERS:
            phrase = replace(phrase, group="fighter")
        if voice in _BURNING and phrase.group in _BURNS_OUT:
            outcome = "destroyed"
        if outcome == "displaced" and phrase.group == "displaced_person" and OF_PERSONS in phrase.because:
            phrase = replace(phrase, group="person")  # «عدد النازحين بلغ ألف شخص», but «ألف نازح»
        last = self.found[-1].phrase if self.found else phrase
        if phrase.sort == "other" and outcome in OBJECT_OUTCOMES and last.sort == "object":
            phrase = replace(phrase, sort="object", group=last.group)  # «احتراق حافلة وإعطاب الأخرى»
        if outcome == "injured" and phrase.sort == "object":
            outcome = "hit"
        elif outcome == "damaged" and phrase.sort != "object":
            outcome = "injured"
        if phrase.sort == "strike":
            self.wrecked.add(phrase.first)
            phrase = replace(phrase, sort="object", group="aircraft" if phrase.group == "drone" else "other_object")
        tokens = (harm.first, harm.last) if harm is not None else (phrase.head, phrase.last)
        because = (harm.entry.id,) if harm is not None else ()
        self.found.append(Harmed(phrase, outcome, tokens, whole, because))
        self.chain, self.chain_end = len(self.found) - 1, phrase.last
