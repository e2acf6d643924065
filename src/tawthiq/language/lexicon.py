"""The lexicon: every form of every data entry, and the one scan that finds them.

A form is folded words joined by single spaces. `Lexicon.scan` looks at each
token once: as it stands, then without the clitics و ف ب ل ك س and the article,
which are split off only where what remains is a known form. Of the forms of one
layer that begin at a token, the longest wins, then the one with the shortest clitic. What a token can be by
itself is worked out once a spelling; only where the next token goes on a longer form is more to be looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from operator import itemgetter
from typing import Generic, NamedTuple, Protocol, TypeVar

from tawthiq.language.tokens import Cut


class Entry(Protocol):
    """What the data says of a word. `layer` names the data file, `id` the entry."""

    @property
    def id(self) -> str: ...
    @property
    def layer(self) -> str: ...


class Sense(NamedTuple):
    """One reading of a form: its entry and grammatical number ("one", "two", "many" or "")."""

    entry: Entry
    number: str = ""


Forms = Mapping[str, tuple[Sense, ...]]


E_co = TypeVar("E_co", bound=Entry, covariant=True)
_THE = frozenset({"ال", "لل"})


class HitOf(NamedTuple, Generic[E_co]):
    """A form found at tokens first ≤ t < last.

    `clitic` is what was split off before it («وال»), `start` and `end` the
    code points of the original text without the clitic.
    """

    first: int
    last: int
    entry: E_co
    number: str
    clitic: str
    start: int
    end: int

    @property
    def definite(self) -> bool:
        """Whether the article was split off."""
        return self.clitic[-2:] in _THE


Hit = HitOf[Entry]  # of whatever layer


class Clitic(NamedTuple):
    """Letters that can be split off a token, how many, and whether they end in a future's or a doubled article's."""

    letters: str
    length: int
    future: bool
    article: bool


class Way(NamedTuple):
    """A clitic that can be split off a token, and the rest, the first word of a known form."""

    clitic: str
    rest: str


class Single(NamedTuple):
    """What one token can be, with what is split off it, and how many letters that are."""

    layer: str
    entry: Entry
    number: str
    clitic: str
    split: int


class Reading(NamedTuple):
    """What a token of one spelling can be: its ways; what it is alone; and the words that, next to it, may make
    a longer form."""

    ways: tuple[Way, ...] = ()
    alone: tuple[Single, ...] = ()
    onward: frozenset[str] = frozenset()


_Row = tuple[int, int, Entry, str, str, int, int]  # what a hit is made of
_hit = tuple.__new__  # several a word: a named tuple's own constructor takes four times as long
_FORM = itemgetter(0)
_REMEMBERED = 200_000
_UNKNOWN = Reading()
_NOTHING = frozenset[str]()
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وب", "ول", "وك",
            "فب", "فل", "وبال", "وكال", "وس", "فس", "فبال")  # fmt: skip
_FUTURE, _IMPERFECT = "س", ("ي", "ت", "ن", "ا")  # «سيفر», but «سفر» is no flight
_SPLIT = tuple(Clitic(c, len(c), c.endswith(_FUTURE), c.endswith("لل")) for c in _CLITICS)
_NO_CLITIC = _SPLIT[:1]
_BY_LETTER = {c[0]: tuple(d for d in _SPLIT if d.letters[:1] in ("", c[0])) for c in _CLITICS if c}


class Lexicon:
    """An immutable index of forms, and of the words that go on after the first of a longer one."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._firsts, self._onward = _beginnings(forms)
        self._known: dict[str, Reading] = {}

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def senses(self, form: str) -> tuple[Sense, ...]:
        """The readings of a whole folded form."""
        return self._forms.get(form, ())

    def forms(self, layer: str) -> Iterator[tuple[str, Entry]]:
        """Every form of a layer with each entry that it is of."""
        return ((form, s.entry) for form, senses in self._forms.items() for s in senses if s.entry.layer == layer)

    def entries(self, layer: str) -> tuple[Entry, ...]:
        """Every entry of a layer, each once, in the order of the data."""
        found = {s.entry.id: s.entry for senses in self._forms.values() for s in senses if s.entry.layer == layer}
        return tuple(found.values())

    def scan(self, text: Cut) -> dict[str, list[Hit]]:
        """The hits of each layer in order of their first token."""
        found: defaultdict[str, list[_Row]] = defaultdict(list)
        known, tokens, end, origins = self._known, text.tokens, len(text.tokens), text.folded.origins
        for index, (token, reading) in enumerate(zip(tokens, map(known.get, map(_FORM, tokens)), strict=True)):
            if reading is None:
                reading = self._remembered(token.form)
            if reading is _UNKNOWN:
                continue
            ways, alone, onward = reading
            last = index + 1
            if onward and last < end and tokens[last].form in onward:
                longer = self._longer(text, index, ways)
                for length, clitic, (entry, number) in longer:
                    at, last = token.at + len(clitic), index + length
                    start = at if origins is None else origins[at]
                    found[entry.layer].append((index, last, entry, number, clitic, start, tokens[last - 1].end))
                if longer:
                    taken = {sense.entry.layer for _, _, sense in longer}
                    alone = tuple([single for single in alone if single.layer not in taken])
                    last = index + 1
            for layer, entry, number, clitic, split in alone:
                start = token.at + split if origins is None else origins[token.at + split]
                found[layer].append((index, last, entry, number, clitic, start, token.end))
        return {layer: [*map(_hit, repeat(HitOf), rows)] for layer, rows in found.items()}

    def _remembered(self, form: str) -> Reading:
        """What a token can be, worked out for the first time."""
        reading = self._read(form)
        if len(self._known) < _REMEMBERED:
            self._known[form] = reading
        return reading

    def _read(self, form: str) -> Reading:
        ways = tuple(self._split(form))
        if not ways:
            return _UNKNOWN
        alone = [(1, clitic, sense) for clitic, rest in ways for sense in self._forms.get(rest, ())]
        onward = [self._onward[rest] for _, rest in ways if rest in self._onward]
        single = [
            Single(entry.layer, entry, number, clitic, len(clitic)) for _, clitic, (entry, number) in _best(alone)
        ]
        return Reading(ways, tuple(single), frozenset().union(*onward) if onward else _NOTHING)

    def _split(self, form: str) -> Iterator[Way]:
        """The ways in which `form` can begin a known form."""
        length = len(form)
        for clitic, split, future, article in _BY_LETTER.get(form[:1], _NO_CLITIC):
            if split and (form[:split] != clitic or length < split + 2):
                continue
            rest = form[split:]
            if future and not rest.startswith(_IMPERFECT):
                continue
            if rest in self._firsts:
                yield Way(clitic, rest)
            if article and "ال" + rest in self._firsts:
                yield Way(clitic, "ال" + rest)

    def _longer(self, text: Cut, index: int, ways: Iterable[Way]) -> list[tuple[int, str, Sense]]:
        """The forms of two tokens and more that begin at a token: their lengths, what is split off, and senses."""
        tokens, behind, ahead = text.tokens, text.tokens[index + 1].form, len(text.tokens) - index
        found: list[tuple[int, str, Sense]] = []
        for clitic, rest in ways:
            if rest not in self._onward or behind not in self._onward[rest]:
                continue
            form, length, longest = f"{rest} {behind}", 2, self._firsts[rest]
            while True:
                senses = self._forms.get(form)
                if senses is not None:
                    found += [(length, clitic, sense) for sense in senses]
                if length >= longest or length >= ahead:
                    break
                form = f"{form} {tokens[index + length].form}"
                length += 1
        return _best(found)


def _best(found: Iterable[tuple[int, str, Sense]]) -> list[tuple[int, str, Sense]]:
    """Of each layer the longest forms, and of those the ones with the shortest clitic."""
    found = list(found)
    if len(found) < 2:
        return found
    best: dict[str, tuple[int, int]] = {}
    ranked = [(sense.entry.layer, (length, -len(clitic))) for length, clitic, sense in found]
    for layer, rank in ranked:
        if layer not in best or rank > best[layer]:
            best[layer] = rank
    return [one for one, (layer, rank) in zip(found, ranked, strict=True) if best[layer] == rank]


def _beginnings(forms: Iterable[str]) -> tuple[dict[str, int], dict[str, set[str]]]:
    """The length in words of the longest form that each first word begins, and the words that can come second."""
    longest: dict[str, int] = {}
    onward: dict[str, set[str]] = {}
    for form in forms:
        if " " not in form:
            longest.setdefault(form, 1)
            continue
        first, second, *more = form.split(" ")
        longest[first] = max(longest.get(first, 0), 2 + len(more))
        onward.setdefault(first, set()).add(second)
    return longest, onward


def forms_of(pairs: Iterable[tuple[str, Sense]]) -> Forms:
    """The senses of each form from (folded form, sense) pairs."""
    forms: dict[str, tuple[Sense, ...]] = {}
    for form, sense in pairs:
        forms[form] = (*forms.get(form, ()), sense)
    return forms
