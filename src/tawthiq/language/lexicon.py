"""The lexicon: every form of every data entry, and the one scan that finds them.

A form is folded words joined by single spaces. `Lexicon.scan` looks at each
token once: as it stands, then without the clitics و ف ب ل ك س and the article,
which are split off only where what remains is a known form. Of the forms of one
layer that begin at a token, the longest wins, then the one with the shortest clitic.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from tawthiq.language.tokens import Cut, Token


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


class Hit(NamedTuple):
    """A form found at tokens first ≤ t < last.

    `clitic` is what was split off before it («وال»), `start` and `end` the
    code points of the original text without the clitic.
    """

    first: int
    last: int
    entry: Entry
    number: str
    clitic: str
    start: int
    end: int

    @property
    def definite(self) -> bool:
        """Whether the article was split off."""
        return self.clitic.endswith("ال") or self.clitic.endswith("لل")


_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وب", "ول", "وك",
            "فب", "فل", "وبال", "وكال", "وس", "فس", "فبال")  # fmt: skip


class Lexicon:
    """An immutable index of forms. Build it once with `compile_lexicon`."""

    def __init__(self, forms: Mapping[str, tuple[Sense, ...]], longest: Mapping[str, int]) -> None:
        self._forms = forms
        self._longest = longest
        self._known: dict[str, tuple[tuple[str, str, int], ...]] = {}

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def senses(self, form: str) -> tuple[Sense, ...]:
        """The readings of a whole folded form."""
        return self._forms.get(form, ())

    def entries(self, layer: str) -> tuple[Entry, ...]:
        """Every entry of a layer, each once, in the order of the data."""
        found = {s.entry.id: s.entry for senses in self._forms.values() for s in senses if s.entry.layer == layer}
        return tuple(found.values())

    def scan(self, text: Cut) -> tuple[Hit, ...]:
        """Every hit in order of its first token."""
        hits: list[Hit] = []
        tokens = text.tokens
        known = self._known
        for index, token in enumerate(tokens):
            splits = known.get(token.form)
            if splits is None:
                splits = self._split(token.form)
                if len(known) < 200_000:
                    known[token.form] = splits
            if splits:
                self._match(text, tokens, index, splits, hits)
        return tuple(hits)

    def _split(self, form: str) -> tuple[tuple[str, str, int], ...]:
        """The ways (clitic, rest, longest form in tokens) in which `form` can begin a known form."""
        ways = []
        for clitic in _CLITICS:
            if not form.startswith(clitic):
                continue
            rest = form[len(clitic) :]
            if len(rest) < 2 and clitic:
                continue
            for candidate in (rest, "ال" + rest) if clitic.endswith("لل") else (rest,):
                longest = self._longest.get(candidate)
                if longest is not None:
                    ways.append((clitic, candidate, longest))
        return tuple(ways)

    def _match(
        self, text: Cut, tokens: Sequence[Token], index: int, splits: tuple[tuple[str, str, int], ...], hits: list[Hit]
    ) -> None:
        best: dict[str, tuple[int, int]] = {}
        found: list[tuple[int, str, Sense]] = []
        for clitic, rest, longest in splits:
            form, length = rest, 1
            while True:
                for sense in self._forms.get(form, ()):
                    rank = (length, -len(clitic))
                    if rank >= best.get(sense.entry.layer, (0, 0)):
                        best[sense.entry.layer] = rank
                        found.append((length, clitic, sense))
                if length >= longest or index + length >= len(tokens):
                    break
                form = f"{form} {tokens[index + length].form}"
                length += 1
        for length, clitic, sense in found:
            if best[sense.entry.layer] == (length, -len(clitic)):
                first = tokens[index]
                start = text.folded.origin(first.at + len(clitic)) if clitic else first.start
                hits.append(
                    Hit(index, index + length, sense.entry, sense.number, clitic, start, tokens[index + length - 1].end)
                )


def compile_lexicon(pairs: Iterable[tuple[str, Sense]]) -> Lexicon:
    """Index (folded form, sense) pairs."""
    forms: dict[str, tuple[Sense, ...]] = {}
    longest: dict[str, int] = {}
    for form, sense in pairs:
        forms[form] = (*forms.get(form, ()), sense)
        first, _, rest = form.partition(" ")
        words = 1 + (rest.count(" ") + 1 if rest else 0)
        if words > longest.get(first, 0):
            longest[first] = words
    return Lexicon(forms, longest)
