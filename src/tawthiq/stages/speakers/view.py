"""What the speakers stage sees of a text: reporting words and names by token, and paired quotation marks."""

from bisect import bisect_left
from collections.abc import Collection, Container, Mapping, Sequence, Set
from dataclasses import dataclass

from tawthiq.language.entries import (
    ActorWord,
    EventWord,
    HarmWord,
    NumberWord,
    PlaceWord,
    SayWord,
    SourceWord,
    StructureWord,
    VictimWord,
)
from tawthiq.language.fold import fold_form
from tawthiq.language.lexicon import Hit, HitOf
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import E_, PART, ActorHit, SayHit, Scan, SourceHit
from tawthiq.language.tokens import Token
from tawthiq.model import Document

_ARTICLE = "ال"
_NAMES = ("name", "word", "tie")
_FOR_THE, _LED_TO = "لل", words("before_attack")
_STATES = ("country", "land")
_SPEAKING = ("name", "state", "label", *_STATES)
_AND = "وف"
_LETTERS = "number.joined"  # «بـ15»: all that is known of «بول»
_WILL = "س"  # stands before verbs alone: «سام» is a name, and no «أم»
_BESIDES = "besides"
_PLAIN, _IN = ("", "و"), ("في", "وفي")
_JOINS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_VERBS = ("verb", "weak", "fear", "perhaps", "mourn", "accuse", "continue", "transmit", "participle")
_GOVERNING = ("على", "عن", "إلى", "دون", "بدون")  # after them stands a noun
_AFTER, _NOUN = ("من", "بعد", "قبل", "عقب", "إثر", "فور"), 3  # so it does, and a verb's form of so few letters is one
_VERB_CLITICS = ("", "و", "ف", "س", "وس")
_NAME = 3  # tokens that quotation marks may hold and still be a name («أطباء بلا حدود»)
_PARAGRAPHS, _SENTENCES = 3, 4  # paragraphs that a report has at least; sentences of a short one at most
_CONDEMNS, _COURTS = "say.dana", edges("convicts")
_COURT_BEFORE, _COURT_BEHIND = 4, 2  # tokens between «أدانت» and a court
_NEEDED = 12  # tokens up to the word that a reporting word needs
_UNCLOSED = 80  # tokens of a quotation whose end mark is missing, at most
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
    person's name, `where` those of places and kinds of place, `countries` those at which a country begins, `closes`
    where the quotation that opens just before a token ends (a token index), `split` tokens that a quotation mark parts,
    `by` words of harm or events with «بـ», `given` given names, `admits` words of owning up, `doers` what
    follows «على يد», `apart` those that open background; `short` are the numbers of short paragraphs,
    `heads` the tokens at which a reporting word or a source begins, `besides` those at which the report says what it
    was about («في إشارة إلى»), `masdars` those of nouns of harm, `says` and `sources` what part these are."""

    text: str
    tokens: tuple[Token, ...]
    say: Mapping[int, SayHit]
    source: Mapping[int, SourceHit]
    actors: Mapping[int, Name]
    nation: Mapping[int, Hit]
    busy: frozenset[int]
    nameless: frozenset[int]
    where: frozenset[int]
    countries: frozenset[int]
    closes: Mapping[int, int]
    split: frozenset[int]
    by: frozenset[int]
    given: frozenset[int]
    admits: frozenset[int]
    doers: frozenset[int]
    apart: frozenset[int]
    short: frozenset[int]
    heads: frozenset[int]
    besides: tuple[int, ...]
    masdars: frozenset[int]
    says: Mapping[int, str]
    sources: Mapping[int, str]

    def said(self, token: int) -> str:
        """The part of the reporting word that begins at `token`, or ""."""
        return self.says.get(token, "")

    def part(self, token: int) -> str:
        """The part of the source word that begins at `token`, or ""."""
        return self.sources.get(token, "")

    def kind(self, token: int) -> str | None:
        """The kind of the source word that begins at `token`."""
        hit = self.source.get(token)
        return hit.entry.kind if hit is not None and isinstance(hit.entry, SourceWord) else None

    def definite(self, token: int) -> bool:
        form = self.tokens[token].form
        return form.startswith(_ARTICLE) and len(form) > len(_ARTICLE) + 1

    def mark(self, first: int, last: int) -> str:
        """What a sentence ends with: its last token that is no line break."""
        return next((self.tokens[t].form for t in range(last - 1, first - 1, -1) if self.tokens[t].form != "\n"), "")

    def quoted_between(self, token: int) -> bool:
        """Whether a quotation of more than a name opens right before `token`."""
        return self.closes.get(token, token) - token > _NAME

    def in_place(self, token: int) -> bool:
        """Whether «في» and a place stand at `token` («وفي كربلاء»)."""
        return self.tokens[token].form in _IN and token + 1 in self.where

    def start(self, hit: Hit) -> int:
        """Where the hit's own text begins, its article counted in."""
        if hit.clitic.endswith(_FOR_THE):
            return self.tokens[hit.first].start
        return hit.start - len(_ARTICLE) if hit.clitic.endswith(_ARTICLE) else hit.start


def view(document: Document, scan: Scan) -> View:
    """Gather it once, in linear time."""
    dated = frozenset([t for d in document.dates for t in range(d.first, d.last)])
    counts = _counts(scan)
    found = [(t, h) for t, h in _longest(scan, SourceWord).items() if t not in dated and not h.clitic.endswith(_WILL)]
    source = {t: h for t, h in found if not (t in counts and h.clitic.startswith(_JOINS))}
    say, given = _saying(scan), _given(scan)
    return View(
        document.text, scan.tokens, say, source, _actors(document, scan),
        {h.first: h for h in _of_part(_longest(scan, ActorWord).values(), ("adjective",))},
        dated.union([t for n in document.numbers for t in range(n.first, n.last) if not _one(source.get(t))]),
        _nameless(scan, counts, given), _where(document, scan),
        frozenset([p.first for p in document.places if p.level == "country"]),
        _closes(document, scan), _split(scan), _by(scan),
        given, _structure(scan, "responsible"), _doers(scan), _apart(scan), _short(document),
        frozenset((*say, *source)), _besides(scan), _masdars(scan),
        _parts(say), _parts(source),
    )  # fmt: skip


def _besides(scan: Scan) -> tuple[int, ...]:
    """Where words like «في إشارة إلى» and «حدادا على» begin, in order."""
    words = scan.parts(StructureWord)
    mourned = (h for h in words.get("looking_back", ()) if h.entry.value == _BESIDES)
    return tuple(sorted([h.first for h in (*words.get("besides", ()), *mourned)]))


def _masdars(scan: Scan) -> frozenset[int]:
    """Where the noun of a harm begins («مقتل», «وإصابة»)."""
    hits = scan.of(HarmWord)
    return frozenset([h.first for part, h in zip(map(PART, hits), hits, strict=True) if part == "masdar"])


def _parts(words: Mapping[int, Hit]) -> dict[int, str]:
    return dict(zip(words, map(PART, words.values()), strict=True))


def _one(hit: Hit | None) -> bool:
    """Whether a word that is also a number names a speaker («أحد السكان»)."""
    return hit is not None and isinstance(hit.entry, SourceWord) and hit.entry.part == "generic"


def _nameless(scan: Scan, counts: Set[int], given: Set[int]) -> frozenset[int]:
    """Words of harm, events, foiling and numbers, any word that a preposition is joined to, if only by a quotation
    mark, and an attack with the article and the verb before it whose subject or object it is («تبع الانفجار»)."""
    hits = [h for layer in ("harm", "event") for h in scan.hits(layer)]
    plain = [t for h in hits if h.clitic in _PLAIN for t in range(h.first, h.last)]
    plain += [h.first for h in scan.parts(StructureWord).get("repel", ()) if h.clitic in _PLAIN]
    joining = [h for h in scan.words() if h.clitic and h.entry.id != _LETTERS]  # «بول» is no «بـ»
    led = _led(joining, _PREPOSITIONS)
    joined = [h.first for h in joining if h.clitic in led]
    for hit in hits:
        if hit.clitic == _ARTICLE and hit.first and scan.tokens[hit.first - 1].form in _LED_TO:
            plain += (hit.first - 1, hit.first)
    return frozenset((*plain, *joined, *counts)) - given | _split(scan)


def _counts(scan: Scan) -> frozenset[int]:
    """Tokens of words that are worth a number."""
    hits = [h for h in scan.of(NumberWord) if h.entry.value is not None and h.clitic in _PLAIN]
    return frozenset([t for h in hits for t in range(h.first, h.last)])


def _split(scan: Scan) -> frozenset[int]:
    """Tokens in which a quotation mark stands («لـ"رويترز"»)."""
    starts = [t.start for t in scan.tokens]
    marks = (bisect_left(starts, at) - 1 for at in scan.cut.quotes)
    return frozenset(t for t, at in zip(marks, scan.cut.quotes, strict=True) if t >= 0 and scan.tokens[t].end > at)


def _by(scan: Scan) -> frozenset[int]:
    hits = [h for layer in ("harm", "event") for h in scan.hits(layer)]
    led = _led(hits, _PREPOSITIONS[:1])
    return frozenset([h.first for h in hits if h.clitic in led])


def _led(hits: Collection[Hit], prepositions: Container[str]) -> frozenset[str]:
    """What is glued before some of the hits and ends in a preposition («ب», «وب»)."""
    return frozenset([c for c in {h.clitic for h in hits} if c.lstrip(_AND)[:1] in prepositions])


def _given(scan: Scan) -> frozenset[int]:
    return frozenset([h.first for h in _of_part(scan.of(VictimWord), _NAMES)])


def _of_part(hits: Collection[Hit], parts: Container[str]) -> list[Hit]:
    return [h for h, part in zip(hits, map(PART, hits), strict=True) if part in parts]


def _structure(scan: Scan, part: str) -> frozenset[int]:
    return frozenset([h.first for h in scan.parts(StructureWord).get(part, ())])


def _doers(scan: Scan) -> frozenset[int]:
    return frozenset([h.last for h in scan.parts(StructureWord).get("agent", ())])


def _apart(scan: Scan) -> frozenset[int]:
    wars = [h.first for h in scan.of(EventWord) if h.entry.event == "war"]
    return _structure(scan, "background").union(wars)


def _short(document: Document) -> frozenset[int]:
    """Paragraphs of few sentences, where a report has paragraphs at all."""
    counts: dict[int, int] = {}
    for sentence in document.sentences:
        if sentence.part == "body":
            counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
    if len(counts) < _PARAGRAPHS:
        return frozenset()
    return frozenset(paragraph for paragraph, count in counts.items() if count <= _SENTENCES)


def _where(document: Document, scan: Scan) -> frozenset[int]:
    kinds = _of_part(scan.of(PlaceWord), ("kind",))
    spans = [(p.first, p.last) for p in document.places] + [(h.first, h.last) for h in kinds]
    return frozenset([t for first, last in spans for t in range(first, last)])


def _longest(scan: Scan, kind: type[E_]) -> dict[int, HitOf[E_]]:
    return {hit.first: hit for hit in scan.of(kind)}


def _saying(scan: Scan) -> dict[int, SayHit]:
    """Reporting words; a verb bears no article and no preposition («التابع», «بقول», «على ذكر الغارات»)."""
    longest = {hit.first: hit for hit in scan.of(SayWord)}
    return {first: hit for first, hit in longest.items() if _says(scan, hit, hit.entry)}


def _says(scan: Scan, hit: SayHit, word: SayWord) -> bool:
    if hit.definite or (word.part in _VERBS and hit.clitic not in _VERB_CLITICS):
        return False
    tokens = scan.tokens
    before = tokens[hit.first - 1] if hit.first else None
    if word.part in _VERBS and before:
        led = scan.text[before.start : before.end]
        bare = hit.last - hit.first == 1 and hit.end - hit.start == _NOUN
        if led in _GOVERNING or (bare and led in _AFTER and not hit.clitic):  # «بعد ساعات من كشف الصحيفة عن»
            return False
    if word.part == "continue" and not hit.clitic and before and before.is_word and _joined_by_li(scan, hit.last):
        return False  # «حساب تابع للحركة»
    if word.id == _CONDEMNS and _convicts(tokens, hit, before):
        return False
    if word.needs and not _needed(word, tokens[hit.last : hit.last + _NEEDED]):
        return False
    return not word.ends or scan.text[hit.start : hit.end].endswith(word.ends)


def _convicts(tokens: Sequence[Token], hit: SayHit, before: Token | None) -> bool:
    """«أدانت المحكمة رجلا بقتل ستة», and «بخاري دان», a name: whether nobody condemns anything."""
    if hit.end - hit.start == _NOUN and not hit.clitic and before and before.is_word:
        return True
    near = tokens[max(0, hit.first - _COURT_BEFORE) : hit.last + _COURT_BEHIND]
    return any(token.form.startswith(_COURTS) for token in near)


def _needed(word: SayWord, behind: Sequence[Token]) -> bool:
    """Whether one of the words that a reporting word needs stands behind it."""
    needed = [fold_form(need) for need in word.needs]
    return any(need in token.form for token in behind for need in needed)


def _joined_by_li(scan: Scan, at: int) -> bool:
    return at < len(scan.tokens) and scan.tokens[at].form.startswith(_PREPOSITIONS[1])


def _actors(document: Document, scan: Scan) -> dict[int, Name]:
    """Actors as resolved, and the states and groups that the actors stage took for places."""
    longest = {hit.first: hit for hit in scan.of(ActorWord)}
    names = {
        first: Name(hit.last, hit.start, hit.entry.kind, hit.entry.part in _STATES)
        for first, hit in longest.items() if hit.entry.part in _SPEAKING
    }  # fmt: skip
    for actor in document.actors:
        head = longest[actor.first].entry if actor.first in longest else None
        if head is not None and head.part == "deed":
            continue  # «غارات أمريكية»
        kind = head.kind if head is not None and head.kind else _whose(longest, actor.first, actor.last)
        place = head is not None and head.part in _STATES
        names[actor.first] = Name(actor.last, actor.span.start, kind, place)
    return names


def _whose(words: Mapping[int, ActorHit], first: int, last: int) -> str:
    """The kind of forces by whose they are («قوات الحوثيين»)."""
    armed = any(words[t].entry.kind == "armed_group" for t in range(first + 1, last) if t in words)
    return "armed_group" if armed else "military"


def _closes(document: Document, scan: Scan) -> dict[int, int]:
    """For each quotation that opens before a token: the token before which it closes. Pairs within a paragraph; one
    that nothing closes runs to the paragraph's end, if that is near."""
    text, starts = document.text, [t.start for t in scan.tokens]
    closes: dict[int, int] = {}
    stack: list[int] = []
    breaks = [t.start for t in scan.tokens if t.form == "\n"]
    breaks.append(len(text) + 1)
    paragraph = 0
    for at in (*scan.cut.quotes, len(text) + 1):
        here = bisect_left(breaks, at)
        if here != paragraph or at > len(text):
            if stack and _opens(text, stack[-1], False) and _opens(text, stack[-1], True):
                first = _token(scan, starts, stack[-1])
                closes[first] = min(bisect_left(starts, breaks[paragraph]), first + _UNCLOSED)
            paragraph, stack = here, []
        if at > len(text):
            break
        opens = _opens(text, at, bool(stack))
        if opens:
            stack.append(at)
        elif stack:
            closes[_token(scan, starts, stack.pop())] = bisect_left(starts, at)
    return closes


def _token(scan: Scan, starts: Sequence[int], at: int) -> int:
    """The token that a quotation mark at `at` opens before, or that it stands in («لـ"رويترز"»)."""
    token = bisect_left(starts, at)
    return token - 1 if token and scan.tokens[token - 1].end > at else token


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
