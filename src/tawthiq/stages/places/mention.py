"""A mention of a place before it is resolved, and the view of a scanned text that mentions are read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tawthiq.language.entries import PlaceWord, SayWord
from tawthiq.language.gazetteer import Gazetteer, PlaceName, Row
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import PART, Scan
from tawthiq.language.tokens import Token
from tawthiq.model import Sentence

_word = tuple.__new__  # one a place word: a named tuple's own constructor takes four times as long
_CLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "لل", "ولل", "فلل"))
_WORDS = ("say", "harm", "event", "structure", "number", "date", "group")
_TOLD = ("verb", "continue", "accuse", "claim")
_TAG, _BETWEEN, _AND = "#", "بين", "و"
FAR = "places.far"
_AMONG = frozenset({"بينها", "منها", "ابرزها"})
_QUARTER = "place.hayy"
_OF_LAND, _ACCUSATIVE, _TANWEEN = "يا", "ا", "\u064b"
_THE = frozenset({"ال", "لل"})
_ELSEWHERE_TOKENS, _SPREAD_TOKENS = 7, 4
_LEADS: dict[str | None, tuple[str, ...]] = {
    "held": ("في",),
    "moved": ("من", "الي"),
    "embassy": ("من", "الي", "في"),
    "flight": ("من", "الي", "نحو", "بين"),
    "excluded": ("من", "في"),
    "bound": ("الي", "نحو"),
    "brought": ("الي", "نحو"),
    "work": (),
    "next": (),
    "spread": (),
}
_NEXT, _BOUND = frozenset({"next", "work"}), frozenset({"bound", "work"})
_PRESS, _THAT = "press", ("ان", "بان", "مقتل", "بمقتل")
_PLAIN = ("", "و", "ف", "ال", "وال")


class Word(NamedTuple):
    """A word of the place layer where it stands, with its entry typed."""

    first: int
    last: int
    entry: PlaceWord
    number: str
    clitic: str
    start: int
    end: int

    @property
    def definite(self) -> bool:
        return self.clitic[-2:] in _THE


class Mention(NamedTuple):
    """A name with the words that belong to it, at tokens first ≤ t < last.

    `rows` are its candidates (none for a name that is not known), `level` what its kind
    word says, `form` the name alone, `bearing` a compass point, `anaphor` true where a
    definite kind word («المدينة») stands for an earlier place, `prep` true where a
    preposition or kind word governs it, `item` true for a further member of a list,
    `land` true for open land called after a town («صحراء تدمر»), `own` true for a site
    that stands at the town it is called after («مطار حلب»). `ordinary` says why a
    name needs support: "word" (another data file has it), "common" or "weak".
    """

    first: int
    last: int
    start: int
    end: int
    form: str
    rows: tuple[Row, ...] = ()
    level: str | None = None
    kind: str | None = None
    bearing: str | None = None
    rural: bool = False
    anaphor: bool = False
    prep: bool = False
    item: bool = False
    land: bool = False
    own: bool = False
    ordinary: str | None = None
    country: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A scanned text as the places stage looks at it: names and place words by token.

    `known` are tokens that begin a word of another layer, `particles` those that begin a
    small word or a word of saying, `small` those and dates, `covered` the tokens
    inside a longer name of a body or an actor with that name's end, `aside` those of what a page shows around its
    report, `elsewhere` what a place is by its token behind «في», «من», «إلى» that follow what is held or moved there.
    """

    text: str
    tokens: tuple[Token, ...]
    end: int
    names: dict[int, Hit]
    words: dict[int, Word]
    ends: dict[int, Word]
    known: frozenset[int]
    particles: frozenset[int]
    small: frozenset[int]
    verbs: frozenset[int]
    verb_ends: frozenset[int]
    covered: dict[int, tuple[int, int]]
    aside: frozenset[int]
    elsewhere: dict[int, str]
    gazetteer: Gazetteer

    def word(self, at: int, *parts: str) -> Word | None:
        """The place word of one of `parts` that begins at token `at`."""
        return self.words[at] if at in self.words and self.words[at].entry.part in parts else None

    def before(self, at: int, *parts: str) -> Word | None:
        """The place word of one of `parts` that ends just before token `at`."""
        return self.ends[at] if at in self.ends and self.ends[at].entry.part in parts else None

    def form(self, at: int) -> str:
        """The folded token at `at`, "" beyond either end."""
        return self.tokens[at].form if 0 <= at < self.end else ""


def rows_of(hit: Hit) -> tuple[Row, ...]:
    """The candidates of a name."""
    entry = hit.entry
    return entry.rows if isinstance(entry, PlaceName) else ()


def view(scan: Scan, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> View:
    """Index a scan by token."""
    words: dict[int, Word] = {}
    ends: dict[int, Word] = {}
    venues: dict[int, Word] = {}
    for hit in scan.of(PlaceWord):
        entry = hit.entry
        revival = entry.id == _QUARTER and _revival(hit, scan.text)
        if hit.clitic[-1:] != "س" and not revival:
            number = "two" if entry.value == "two" else hit.number
            word = _word(Word, (hit.first, hit.last, entry, number, hit.clitic, hit.start, hit.end))
            if hit.first not in words:
                words[hit.first] = word
            if hit.last not in ends:
                ends[hit.last] = word
            if entry.value == _PRESS:
                venues.update(dict.fromkeys(_venue(scan.tokens, hit.last), word))
    ends |= venues
    begun = {layer: {hit.first for hit in scan.hits(layer) if hit.clitic in _PLAIN} for layer in _WORDS}
    known = frozenset[int]().union(*begun.values())
    particles = frozenset(begun["structure"] | begun["say"])
    verbs = [hit for part in _TOLD for hit in scan.parts(SayWord).get(part, ())]
    starts = {hit.first for hit in verbs} | {at for at, word in words.items() if word.entry.part == "agent"}
    stops = {hit.last for hit in verbs} | {word.last for word in words.values() if word.entry.part == "agent"}
    names = _names(gazetteer, scan)
    for at in [at for at, token in enumerate(scan.tokens) if token.form == _TAG and at + 1 in names]:
        names[at] = names[at + 1]._replace(first=at)
        words.pop(at, None)
    return View(
        scan.text, scan.tokens, len(scan.tokens), names, words, ends, known, particles, particles | begun["date"],
        frozenset(starts), frozenset(stops), _covered(scan),
        frozenset().union(*(range(s.first, s.last) for s in sentences if s.part == "aside")),
        _elsewhere(scan.tokens, words), gazetteer,
    )  # fmt: skip


def _venue(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """«في مؤتمر صحفي عقده من القصر الحكومي وسط كذا إن»: the tokens that say where the press was told."""
    for here in range(at, min(at + _ELSEWHERE_TOKENS, len(tokens))):
        if not tokens[here].form[0].isalnum() or tokens[here].form in _THAT:
            return
        yield here


def _elsewhere(tokens: Sequence[Token], words: Mapping[int, Word]) -> dict[int, str]:
    """«قبل محادثات سلام في جنيف», «نقل السفارة من تل أبيب إلى القدس», «مصدرها قرية»: by token what a place is where
    something else is held or moved, or came from, or whereto somebody was on the way («أثناء توجههم إلى المعسكر»)."""
    found: dict[int, str] = {}
    for word in words.values():
        if word.entry.value in _LEADS:
            flag = "places.bound" if word.entry.value in _BOUND else "places.elsewhere"
            found.update(dict.fromkeys(_told_by(tokens, words, word), flag))
    return found


def _told_by(tokens: Sequence[Token], words: Mapping[int, Word], word: Word) -> Iterator[int]:
    """The tokens where a place would be one that a word of `elsewhere` tells."""
    value = word.entry.value
    if value in _NEXT:
        yield word.last
    if value == "spread" and any(_many(words.get(t)) for t in range(word.last, word.last + _SPREAD_TOKENS)):
        yield from _back(tokens, word.first)
    for at in range(word.last, min(word.last + _ELSEWHERE_TOKENS, len(tokens))):
        if not tokens[at].form[0].isalnum() or tokens[at].form in _THAT:
            return  # «في مؤتمر صحفي إن في حلب قتلى»
        if value == "spread" and tokens[at].form in _AMONG:
            yield from range(at + 1, at + _SPREAD_TOKENS)
        if tokens[at].form in _LEADS[value]:
            yield at + 1
            if tokens[at].form == _BETWEEN:
                yield from (at + n for n, t in enumerate(tokens[at : at + _SPREAD_TOKENS]) if t.form[0] == _AND)
        elif value == "held" and tokens[at].form[0] == "ب":
            yield at


def _many(word: Word | None) -> bool:
    """«مدن», «محافظات», «البلاد»: a word for several places or for the whole country."""
    return word is not None and word.entry.part == "kind" and (word.number == "many" or word.entry.level == "country")


def _back(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The tokens of the clause before one: «اندلعت في كذا قبل أن تشمل مدنا أخرى» is not of that town."""
    for before in range(at - 1, max(-1, at - 1 - _ELSEWHERE_TOKENS), -1):
        if not tokens[before].form[0].isalnum():
            return
        yield before


def _revival(hit: Hit, text: str) -> bool:
    """«إحياء الذكرى»: a deed, though folded it is spelt like «أحياء»."""
    return text[hit.start] == "إ"


def _names(gazetteer: Gazetteer, scan: Scan) -> dict[int, Hit]:
    """The hits that may be names: none that splits a letter off a whole word that is known. Where a longer name does
    not stand there for its article, the first word's own does («مدينة الباب شرقي حلب» is not at «باب شرقي»)."""
    whole = {hit.first for hit in scan.words() if not hit.clitic and hit.last == hit.first + 1}
    names: dict[int, Hit] = {}
    for hit in gazetteer.scan(scan.cut):
        form = scan.tokens[hit.first].form
        single = hit.last == hit.first + 1
        if hit.clitic not in _CLITICS:
            alone, token = gazetteer.name(form), scan.tokens[hit.first]
            if alone is None or single:
                continue
            hit = hit._replace(last=hit.first + 1, clitic="", start=token.start, end=token.end, entry=alone)
        if hit.clitic.endswith("لل") and not hit.entry.id.startswith("ال"):
            continue
        if hit.clitic and single and hit.first in whole and len(form) - len(hit.clitic) < 5:
            continue
        short = 5 if hit.clitic[:1] == "ف" else 3  # «فلحوط» is a family's name
        if hit.clitic and single and len(form) - len(hit.clitic) < short:
            continue
        if form[-2:] == _OF_LAND and single and not hit.clitic and _of_people(scan, hit):
            continue
        names.setdefault(hit.first, hit)
    return names


def _of_people(scan: Scan, hit: Hit) -> bool:
    """«سبعة جنود كينيين وجنديا كينيا», «هجوما روسيًا»: whether what is spelt like a country is an adjective in the
    accusative, behind a noun that is."""
    before = scan.tokens[hit.first - 1].form if hit.first else ""
    if not before.endswith(_ACCUSATIVE):
        return False
    if _TANWEEN in scan.text[hit.start : hit.end]:
        return True
    return any(h.last == hit.first for layer in ("group", "event") for h in scan.hits(layer))


def _covered(scan: Scan) -> dict[int, tuple[int, int]]:
    covered: dict[int, tuple[int, int]] = {}
    for layer in ("source", "actor"):
        hits = scan.hits(layer)
        for part, hit in zip(map(PART, hits), hits, strict=True):
            if hit.last - hit.first > 1 or part == "body":
                for at in range(hit.first, hit.last):
                    first, last = covered.get(at, (hit.first, hit.first))
                    if hit.last - hit.first > last - first:
                        covered[at] = (hit.first, hit.last)
    return covered
