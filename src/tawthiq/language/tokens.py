"""Cutting folded text into tokens, each with its place in the original."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.language.fold import Folded, fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\.{2,}|[،,.:;؛()\[\]!?؟/%٪…\n#@|*+–—-]")
_WRAPPED = re.compile("(?<=[0-9])(?<![0-9]{4})[ \t]*\n(?=[\u0621-\u064a]{3,}ا\\b)")
_QUOTE = re.compile("[\"«»“”„‟″]|''")


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


_token = tuple.__new__  # one a word: a named tuple's own constructor takes four times as long


class Cut(NamedTuple):
    """A text cut up: its tokens, and the folded text that they were cut from."""

    folded: Folded
    tokens: tuple[Token, ...]
    quotes: tuple[int, ...]


def _tokens(text: str, origins: Sequence[int] | None) -> list[Token]:
    """The tokens of a folded text. What stands between two tokens begins none, so each is found behind the last."""
    find, tokens, end = text.find, list[Token](), 0
    for form in _TOKEN.findall(text):
        at = find(form, end)
        end = at + len(form)
        if origins is None:
            tokens.append(_token(Token, (form, at, end, at)))
        else:
            tokens.append(_token(Token, (form, origins[at], origins[end - 1] + 1, at)))
    return tokens


def cut(text: str) -> Cut:
    """Cut `text`. Quotation marks are no tokens: `quotes` holds their positions in the original; nor is a line break
    between a number and the noun that it counts («15» and on the next line «جريحا»)."""
    folded = fold(text)
    tokens = tuple(_tokens(folded.text, folded.origins))
    wrapped = {m.end() - 1 for m in _WRAPPED.finditer(folded.text)}
    if wrapped:
        tokens = tuple(t for t in tokens if t.at not in wrapped)
    return Cut(folded, tokens, tuple([m.start() for m in _QUOTE.finditer(text)]))
