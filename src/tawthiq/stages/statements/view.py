"""What the statements stage sees of a report: the hits of each layer in order, and who speaks at each token."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.entries import ActorWord, EventWord, SayWord, StatementWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import EventHit, SayHit, Scan, StructureHit
from tawthiq.language.tokens import Token
from tawthiq.model import Document, Speaker
from tawthiq.speech import speakers_by_token

_COMMAS = ("،", ",", "؛", ";")
_STATUS_PARTS = ("negation", "zero", "fear", "plan", "hypothetical", "unconfirmed")
_NO_STATEMENT = frozenset({"war", "accident", "riot", "protest_repression", "none", "unspecified"})
_SAYING = ("verb", "weak", "fear", "mourn", "accuse", "continue", "transmit", "participle")
_OBJECT = ("ل", "لل")
_ABOUT = ("matter", "topic", "sign", "attribute")
_FIRST = attrgetter("first")
_word = tuple.__new__  # one a word of the layer: a named tuple's own constructor takes four times as long


class Word(NamedTuple):
    """A hit of the statement layer with its entry."""

    hit: Hit
    entry: StatementWord

    @property
    def first(self) -> int:
        return self.hit.first

    @property
    def last(self) -> int:
        return self.hit.last


@dataclass(frozen=True, slots=True)
class View:
    """All sequences are in order of their first token. `firsts` are the first tokens of `words`;
    `relatives`, `thats` and `commas` are tokens, `quotes` the code points of quotation marks,
    `harms` the code points where harm claims begin,
    `matters` the tokens that speak of the conflict,
    `spoken` where each speaker's words begin, `begins` the first token of each sentence."""

    document: Document
    tokens: Sequence[Token]
    words: Sequence[Word]
    firsts: Sequence[int]
    events: Sequence[EventHit]
    sayings: Sequence[SayHit]
    thats: Sequence[int]
    quotes: Sequence[int]
    relatives: Sequence[int]
    commas: Sequence[int]
    shapes: Mapping[str, Sequence[StructureHit]]
    harms: Sequence[int]
    matters: Sequence[int]
    sources: Mapping[int, Hit]
    nations: Mapping[int, Hit]
    stops: frozenset[int]
    owners: Mapping[int, Speaker]
    spoken: Sequence[int]
    begins: Sequence[int]

    def before(self, token: int) -> str:
        """The part of the statement word that ends right before `token`, or ""."""
        at = bisect_left(self.firsts, token) - 1
        return self.words[at].entry.part if at >= 0 and self.words[at].last == token else ""

    def words_in(self, first: int, last: int) -> Sequence[Word]:
        """The statement words that begin in first ≤ t < last."""
        return self.words[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def between(self, positions: Sequence[int], first: int, last: int) -> bool:
        """Whether one of `positions` (in order) lies in first ≤ t < last."""
        at = bisect_left(positions, first)
        return at < len(positions) and positions[at] < last

    def count(self, positions: Sequence[int], first: int, last: int) -> int:
        """How many of `positions` (in order) lie in first ≤ t < last."""
        return bisect_left(positions, last) - bisect_left(positions, first)

    def counts(self, token: int) -> bool:
        """Whether a number in digits stands at `token`."""
        return token < len(self.tokens) and self.tokens[token].is_number

    def described(self, token: int, floor: int, reach: int = 4) -> bool:
        """Whether `token` stands in the first `reach` words of a relative clause («التي تسيطر»)."""
        at = bisect_right(self.relatives, token) - 1
        if at < 0 or self.relatives[at] < max(floor, token - reach):
            return False
        return not self.between(self.commas, self.relatives[at], token)

    def harmed(self, first: int, last: int) -> bool:
        """Whether a harm claim begins in the tokens first ≤ t < last."""
        return first < last and self.between(self.harms, self.tokens[first].start, self.tokens[last - 1].end)


def within(hits: Sequence[Hit], first: int, last: int) -> Sequence[Hit]:
    """The hits that begin in first ≤ t < last."""
    if not hits or hits[-1].first < first or hits[0].first >= last:
        return ()
    return hits[bisect_left(hits, first, key=_FIRST) : bisect_left(hits, last, key=_FIRST)]


def view_of(document: Document, scan: Scan) -> View:
    """Gather it once, in linear time."""
    words, covered = _words(scan)
    small, said = scan.parts(StructureWord), scan.parts(SayWord)
    shapes = {part: [h for h in small.get(part, ()) if not h.clitic.endswith(_OBJECT)] for part in _STATUS_PARTS}
    sayings = sorted([h for part in _SAYING for h in said.get(part, ()) if not h.definite], key=_FIRST)
    return View(
        document, scan.tokens, words, [w.hit.first for w in words], _events(scan, covered), sayings,
        [h.first for h in said.get("that", ())], scan.cut.quotes, [h.first for h in said.get("relative", ())],
        [i for i, t in enumerate(scan.tokens) if t.form in _COMMAS], shapes,
        sorted([c.span.start for c in document.claims if c.outcome is not None]),
        _matters(document, scan, words), _longest(scan, "source"), {h.first: h for h in scan.of(ActorWord)},
        frozenset([h.first for part in ("stop", "that", "from") for h in said.get(part, ())]),
        speakers_by_token(document), list(accumulate((s.reach[0] for s in document.speakers), max)),
        [s.first for s in document.sentences],
    )  # fmt: skip


def _matters(document: Document, scan: Scan, words: Sequence[Word]) -> list[int]:
    """The tokens that show a sentence to be about the conflict."""
    found = {h.first for layer in ("event", "harm") for h in scan.hits(layer)}
    found.update([a.first for a in document.actors])
    found.update([w.hit.first for w in words if w.entry.part in _ABOUT])
    return sorted(found)


def _longest(scan: Scan, layer: str) -> dict[int, Hit]:
    found: dict[int, Hit] = {}
    for hit in scan.hits(layer):
        if hit.first not in found or hit.last > found[hit.first].last:
            found[hit.first] = hit
    return found


def _words(scan: Scan) -> tuple[list[Word], frozenset[int]]:
    """The statement words, a longer one before the shorter ones that it holds, and the tokens that phrases cover;
    what only looks like a statement word is left out."""
    words: list[Word] = []
    phrases: set[int] = set()
    covered = 0
    for hit in scan.of(StatementWord):
        entry = hit.entry
        if hit.first < covered or (words and words[-1].hit.first == hit.first):
            continue
        if hit.last - hit.first > 1 and entry.part not in ("where", "target", "background", "joint"):
            covered = hit.last
            if entry.part != "phase":
                phrases.update(range(hit.first, hit.last))
        if entry.part != "other":
            words.append(_word(Word, (hit, entry)))
    return words, frozenset(phrases)


def _events(scan: Scan, covered: frozenset[int]) -> list[EventHit]:
    """Words of attacks and other harm, without those that only look so («وقف إطلاق النار»)."""
    events: list[EventHit] = []
    last = 0
    for hit in scan.of(EventWord):
        entry = hit.entry
        if hit.first < last:
            continue
        last = hit.last
        if entry.event not in _NO_STATEMENT and entry.part not in ("none", "modifier") and hit.first not in covered:
            events.append(hit)
    return events
