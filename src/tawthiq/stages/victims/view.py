"""What stands at each token, as far as names are concerned."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tawthiq.language.entries import GroupWord, HarmWord, SayWord, StructureWord, VictimWord
from tawthiq.language.scan import PART, GroupHit, HarmHit, Scan, VictimHit
from tawthiq.language.tokens import Token
from tawthiq.model import Actor, Document, Number, Place, Sentence, Speaker

# Layers whose words end a name wherever they stand.
_HARD = ("harm", "event", "say", "date", "number")
# Names of places that are also surnames.
_WEAK = "place.weak"
_SPLIT = ("ف", "ك", "س")
_RELATIVE = "structure.relative.alladhi"
_NAMES = ("title", "other")
_CALLINGS = ("other", "attacker", "kin", "state", "call")
_STARTS = ("name", "word", "tie")
_THE = ("ال", "لل")
_SAYING = frozenset({"verb", "weak", "fear", "mourn", "accuse", "continue", "participle", "transmit"})
_PERSON = ("person", "nationality")
_FIRST = attrgetter("first")


@dataclass(frozen=True, slots=True)
class View:
    """A report by token, of which it has `end`. `parts` are the hits of the victim layer by part; `people` the words
    for one person, `known` the tokens that any layer has a word for, `hard` those that end a name, `saying` verbs of
    saying, `places` the tokens of places, `speaking` those of speakers, `sides` those of armed sides; `name_starts`
    where given names stand, in order, `callings` what people are called."""

    document: Document
    scan: Scan
    tokens: tuple[Token, ...]
    end: int
    parts: Mapping[str, Mapping[int, VictimHit]]
    people: Mapping[int, HarmHit | GroupHit]
    harms: Mapping[int, HarmHit]
    numbers: Mapping[int, Number]
    known: frozenset[int]
    hard: frozenset[int]
    saying: frozenset[int]
    relatives: frozenset[int]
    places: frozenset[int]
    speaking: frozenset[int]
    sides: frozenset[int]
    name_starts: Sequence[int]
    callings: frozenset[int]

    def form(self, at: int) -> str:
        """The form of a token; empty outside the text."""
        return self.tokens[at].form if 0 <= at < self.end else ""

    def hit(self, part: str, at: int) -> VictimHit | None:
        """The word of the victim layer that begins at a token."""
        return self.parts[part][at] if part in self.parts and at in self.parts[part] else None

    def entry(self, part: str, at: int) -> VictimWord | None:
        """What the data says of it."""
        hit = self.hit(part, at)
        return hit.entry if hit is not None else None

    def word(self, at: int) -> bool:
        return 0 <= at < self.end and self.tokens[at].is_word

    def text(self, first: int, last: int) -> str:
        """The words of tokens first ≤ t < last as they stand."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def quoted(self, left: int) -> bool:
        """Whether a quotation mark stands right before a token."""
        marks = self.scan.cut.quotes
        end = self.tokens[left - 1].end if left > 0 else 0
        start = self.tokens[left].start if left < len(self.tokens) else len(self.document.text)
        at = bisect_right(marks, end - 1)
        return at < len(marks) and marks[at] < start

    def sentence(self, at: int) -> Sentence:
        """The sentence of a token."""
        found = self.document.sentences
        return found[max(0, bisect_right(found, at, key=_FIRST) - 1)]


def view(document: Document, scan: Scan) -> View:
    """Gather it once, in linear time."""
    parts: dict[str, dict[int, VictimHit]] = {}
    hits = scan.of(VictimWord)
    for part, hit in zip(map(PART, hits), hits, strict=True):
        if part not in parts:
            parts[part] = {}
        if hit.first not in parts[part]:
            parts[part][hit.first] = hit
    named, small = _small(scan)
    hard = {t for name in _HARD for h in scan.hits(name) if h.clitic[-2:] not in _THE for t in range(h.first, h.last)}
    # no name is a word for another, but what is left of one after a letter that looks like a particle is («فايد»)
    words = [h for h in scan.words() if h.clitic not in _SPLIT or h.entry.layer in _HARD]
    known = {t for h in words if h.entry.id != _WEAK for t in range(h.first, h.last)} - named
    return View(
        document, scan, scan.tokens, len(scan.tokens), parts, _people(scan), scan.starting(HarmWord),
        {n.first: n for n in document.numbers}, frozenset(known), frozenset((hard | small) - named),
        frozenset([h.first for part in _SAYING for h in scan.parts(SayWord).get(part, ())]),
        frozenset([h.first for h in scan.of(StructureWord) if h.entry.id == _RELATIVE]),
        _tokens(document.places), _tokens(document.speakers), _tokens(document.actors),
        sorted([t for part in _STARTS for t in parts.get(part, ())]),
        frozenset([t for part in _CALLINGS for t in parts.get(part, ())]),
    )  # fmt: skip


def _small(scan: Scan) -> tuple[set[int], set[int]]:
    """The tokens of names and titles, and those of the small words that end a name."""
    parts = scan.parts(StructureWord)
    named = {hit.first for part in _NAMES for hit in parts.get(part, ())}
    others = [hit for part, hits in parts.items() if part not in _NAMES for hit in hits]
    return named, {t for hit in others if hit.clitic[-2:] not in _THE for t in range(hit.first, hit.last)}


def _people(scan: Scan) -> dict[int, HarmHit | GroupHit]:
    """The words for people, and the nouns that are themselves the harmed."""
    harmed = {h.first: h for h in scan.of(HarmWord) if h.entry.part == "victim"}
    return harmed | {h.first: h for h in scan.of(GroupWord) if h.entry.sort in _PERSON}


def _tokens(marks: Iterable[Place | Speaker | Actor]) -> frozenset[int]:
    return frozenset([t for m in marks for t in range(m.first, m.last)])
