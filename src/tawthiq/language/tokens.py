"""Cutting folded text into tokens, each with its place in the original."""

import re
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from tawthiq.language.fold import Folded, fold
from tawthiq.language.wraps import wraps

_LATIN = "A-Za-z\u00c0-\u024f"
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|[^\W\d_{_LATIN}]+|[{_LATIN}]+|\.{{2,}}|[،,.:;؛()\[\]!?؟/%٪…\n#@|*+–—-]")
_WRAPPED = re.compile("(?<=[0-9])(?<![0-9]{4})[ \t]*\n(?=[\u0621-\u064a]{3,}ا\\b)")
_QUOTE = re.compile("[\"«»“”„‟″]|''")
QUOTES = frozenset("\"«»“”'")  # as forms
_ABOVE = frozenset(map(chr, (*range(0x064B, 0x0660), 0x0670)))


class Token(NamedTuple):
    """One word, number or mark. `start`, `end` are code points of the original text.

    `form` is the folded spelling, `at` its position in the folded text. A
    number keeps its separators («10,000»). A line break is the form "\\n".
    """

    form: str
    start: int
    end: int
    at: int

    @property
    def is_word(self) -> bool:
        return self.form[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.form[0].isdecimal()


_SPAN = re.Match[str].span
_token = tuple.__new__  # one a word: a named tuple's own constructor takes four times as long


class Cut(NamedTuple):
    """A text cut up: its tokens, and the folded text that they were cut from."""

    folded: Folded
    tokens: tuple[Token, ...]
    quotes: tuple[int, ...]


def _tokens(text: str, origins: Sequence[int] | None, original: str) -> list[Token]:
    """The tokens of a folded text. The marks over a word's last letter are the word's («شخصًا», «شخصاً»)."""
    spans = [*map(_SPAN, _TOKEN.finditer(text))]
    forms = [text[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    if origins is None:
        return [*map(_token, repeat(Token), zip(forms, starts, ends, starts, strict=True))]
    lasts = [origins[end - 1] + 1 for end in ends]
    for index, last in enumerate(lasts):
        while original[last : last + 1] in _ABOVE:
            last += 1
        lasts[index] = last
    return [*map(_token, repeat(Token), zip(forms, [origins[at] for at in starts], lasts, starts, strict=True))]


def cut(text: str) -> Cut:
    """Cut `text`. Quotation marks are no tokens: `quotes` holds their positions in the original; nor is a line break
    at which a sentence goes on, or between a number and the noun that it counts («15» and on the next line «جريحا»)."""
    folded = fold(text)
    tokens = tuple(_tokens(folded.text, folded.origins, text))
    wrapped, within = {m.end() - 1 for m in _WRAPPED.finditer(folded.text)}, wraps(text)
    if wrapped or within:
        tokens = tuple(t for t in tokens if t.form != "\n" or (t.at not in wrapped and t.start not in within))
    return Cut(folded, tokens, tuple([m.start() for m in _QUOTE.finditer(text)]))
