"""What the speakers stage sees of a text: reporting words and names by token, and paired quotation marks."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.language.entries import ActorWord, PlaceWord, SayWord, SourceWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token
from tawthiq.model import Document

_ARTICLE = "ال"
_FOR_THE = "لل"
_SPEAKING = ("name", "state", "label", "country", "land")
_AND = "وف"
_PREPOSITIONS = ("ب", "ل", "ك")
_VERBS = ("verb", "weak", "accuse", "continue", "transmit", "participle")
_VERB_CLITICS = ("", "و", "ف", "س", "وس")
_NAME = 3  # tokens that quotation marks may hold and still be a name («أطباء بلا حدود»)
_PAIRED = {"«": 1, "»": -1, "“": 1, "”": -1}


@dataclass(frozen=True, slots=True)
class Name:
    """An actor that may speak: tokens up to `last`, kind as a source."""

    last: int
    start: int
    kind: str
    place: bool


@dataclass(frozen=True, slots=True)
class View:
    """Everything by first token. `busy` holds tokens of numbers and dates, `nameless` those that begin no
    person's name, `where` those of places and kinds of place, `closes` where the quotation that opens just before
    a token ends (a token index), for quotations that open and close."""

    text: str
    tokens: tuple[Token, ...]
    say: Mapping[int, Hit]
    source: Mapping[int, Hit]
    actors: Mapping[int, Name]
    nation: Mapping[int, Hit]
    busy: frozenset[int]
    nameless: frozenset[int]
    where: frozenset[int]
    closes: Mapping[int, int]

    def said(self, token: int) -> str:
        """The part of the reporting word that begins at `token`, or ""."""
        hit = self.say.get(token)
        return hit.entry.part if hit is not None and isinstance(hit.entry, SayWord) else ""

    def part(self, token: int) -> str:
        """The part of the source word that begins at `token`, or ""."""
        hit = self.source.get(token)
        return hit.entry.part if hit is not None and isinstance(hit.entry, SourceWord) else ""

    def definite(self, token: int) -> bool:
        form = self.tokens[token].form
        return form.startswith(_ARTICLE) and len(form) > len(_ARTICLE) + 1

    def quoted_between(self, token: int) -> bool:
        """Whether a quotation of more than a name opens right before `token`."""
        return self.closes.get(token, token) - token > _NAME

    def start(self, hit: Hit) -> int:
        """Where the hit's own text begins, its article counted in."""
        if hit.clitic.endswith(_FOR_THE):
            return self.tokens[hit.first].start
        return hit.start - len(_ARTICLE) if hit.clitic.endswith(_ARTICLE) else hit.start


def view(document: Document, scan: Scan) -> View:
    """Gather it once, in linear time."""
    actor_hits = _longest(scan, "actor")
    dated = frozenset(t for d in document.dates for t in range(d.first, d.last))
    source = {t: h for t, h in _longest(scan, "source").items() if t not in dated}
    return View(
        document.text, scan.tokens, _saying(scan), source, _actors(document, actor_hits),
        {t: h for t, h in actor_hits.items() if isinstance(h.entry, ActorWord) and h.entry.part == "adjective"},
        dated.union(t for n in document.numbers for t in range(n.first, n.last)),
        _nameless(scan), _where(document, scan), _closes(document, scan),
    )  # fmt: skip


def _nameless(scan: Scan) -> frozenset[int]:
    """Words of harm and events, and any known word that a preposition is joined to."""
    plain = (t for layer in ("harm", "event") for h in scan.hits(layer) if not h.clitic for t in range(h.first, h.last))
    joined = (h.first for hits in scan.layers.values() for h in hits if h.clitic.lstrip(_AND)[:1] in _PREPOSITIONS)
    return frozenset((*plain, *joined))


def _where(document: Document, scan: Scan) -> frozenset[int]:
    kinds = [h for h in scan.hits("place") if isinstance(h.entry, PlaceWord) and h.entry.part == "kind"]
    spans = [(p.first, p.last) for p in document.places] + [(h.first, h.last) for h in kinds]
    return frozenset(t for first, last in spans for t in range(first, last))


def _longest(scan: Scan, layer: str) -> dict[int, Hit]:
    return {hit.first: hit for hit in scan.hits(layer)}


def _saying(scan: Scan) -> dict[int, Hit]:
    """Reporting words; a verb bears no article and no preposition («التابع», «بقول»)."""
    return {t: hit for t, hit in _longest(scan, "say").items() if _says(scan, hit)}


def _says(scan: Scan, hit: Hit) -> bool:
    word = hit.entry
    if not isinstance(word, SayWord) or (word.part in _VERBS and hit.clitic not in _VERB_CLITICS):
        return False
    return not word.ends or scan.text[hit.start : hit.end].endswith(word.ends)


def _actors(document: Document, hits: Mapping[int, Hit]) -> dict[int, Name]:
    """Actors as resolved, and the states and groups that the actors stage took for places."""
    names: dict[int, Name] = {}
    for first, hit in hits.items():
        word = hit.entry
        if isinstance(word, ActorWord) and word.part in _SPEAKING:
            names[first] = Name(hit.last, hit.start, word.kind, word.part in ("country", "land"))
    for actor in document.actors:
        head = hits[actor.first].entry if actor.first in hits else None
        kind = head.kind if isinstance(head, ActorWord) and head.kind else "military"
        place = isinstance(head, ActorWord) and head.part in ("country", "land")
        names[actor.first] = Name(actor.last, actor.span.start, kind, place)
    return names


def _closes(document: Document, scan: Scan) -> dict[int, int]:
    """For each quotation that opens before a token: the token before which it closes. Pairs within a paragraph."""
    text, starts = document.text, [t.start for t in scan.tokens]
    closes: dict[int, int] = {}
    stack: list[int] = []
    breaks = [t.start for t in scan.tokens if t.form == "\n"]
    paragraph = 0
    for at in scan.cut.quotes:
        here = bisect_left(breaks, at)
        if here != paragraph:
            paragraph, stack = here, []
        opens = _opens(text, at, bool(stack))
        if opens:
            stack.append(at)
        elif stack:
            closes[bisect_left(starts, stack.pop())] = bisect_left(starts, at)
    return closes


def _opens(text: str, at: int, inside: bool) -> bool:
    """Whether the mark at `at` opens a quotation: by its shape, else by what stands beside it."""
    shape = _PAIRED.get(text[at])
    if shape:
        return shape > 0
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    free_before = not before.isalnum() and before not in ".!?؟،,)"
    free_after = not after.isalnum() and after not in "(#"
    return free_before if free_before != free_after else not inside
