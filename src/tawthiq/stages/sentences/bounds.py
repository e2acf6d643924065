"""Where a sentence ends: at a line break, and at a final mark that is no part of a name, a number or a quotation."""

from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.language.tokens import Cut, Token
from tawthiq.stages.sentences.lines import ends

_DOUBLE = frozenset("\"“”„‟″'")
_QUOTATION = 600
_HEADLINE = 30
_ABBREVIATED = 4


class Bound(NamedTuple):
    """Tokens first ≤ t < last of a sentence, and the number of its line."""

    first: int
    last: int
    line: int


def find(text: str, cut: Cut, spans: list[tuple[int, int]], breaks: frozenset[int]) -> list[Bound]:
    """Every sentence that holds a word, in the lines `spans`. A new one also begins at each token of `breaks`."""
    found: list[Bound] = []
    quotations = list(_quotations(text, cut, spans))
    at = 0
    for number, (first, last) in enumerate(spans):
        limit = cut.tokens[last - 1].end
        inside = []
        while at < len(quotations) and quotations[at][0] < limit:
            inside.append(quotations[at])
            at += 1
        begin = checked = first
        for end in (*_ends(cut.tokens, (first, last), inside, breaks), last):
            if any(cut.tokens[i].is_word for i in range(checked, end)):
                found.append(Bound(begin, end, number))
                begin = end
            checked = end
    return found


def _ends(
    tokens: tuple[Token, ...], span: tuple[int, int], quotations: list[tuple[int, int]], breaks: frozenset[int]
) -> Iterator[int]:
    """The token after each end of a sentence within a line."""
    first, last = span
    headline = last - first <= _HEADLINE and tokens[last - 1].form != "."
    closing = ends(tokens[first : last - 1])
    marks = [i for i in range(first, last - 1) if i - first in closing or i + 1 in breaks]
    at = 0
    for index in marks:
        if index + 1 in breaks:
            yield index + 1
            continue
        token, after = tokens[index], tokens[index + 1]
        while at < len(quotations) and quotations[at][1] < after.start:
            at += 1
        if at < len(quotations) and quotations[at][0] < token.start:
            continue
        if token.form.startswith(".."):
            if not headline:
                yield index + 1
        elif token.form == "." and _within(tokens, index, first):
            continue
        elif not (index > first and tokens[index - 1].form == "("):
            yield index + 1


def _within(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial, a list's number or an address."""
    if index == first:
        return False
    stop, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    touches = after.start == stop.end
    if before.is_number:
        return index - 1 == first or (touches and after.is_word and after.form.isascii())
    if before.form[0].isascii() and before.is_word:
        return (touches and after.form[0].isascii()) or (len(before.form) < _ABBREVIATED and after.form[0].isascii())
    if not (before.is_word and len(before.form) == 1 and before.end == stop.start):
        return False
    earlier = tokens[index - 2] if index - 2 >= first else None
    if earlier is not None and earlier.is_number:
        return touches
    return touches or not _spelt_out(tokens, index, first)


def _spelt_out(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Whether the full stop closes three or more initials («أ.ف.ب.»), as an agency's name does, not a title."""
    back = index - 5
    return back >= first and all(
        tokens[i].form == "." if (index - i) % 2 == 0 else len(tokens[i].form) == 1 for i in range(back, index)
    )


def _quotations(text: str, cut: Cut, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(start, end) of each quotation within a line, in order. A line whose marks do not pair has none."""
    quotes, at = cut.quotes, 0
    for first, last in spans:
        begin, end = cut.tokens[first].start, _line_end(text, cut.tokens, last)
        while at < len(quotes) and quotes[at] < begin - 1:
            at += 1
        double: list[int] = []
        angled: list[int] = []
        while at < len(quotes) and quotes[at] < end:
            (double if text[quotes[at]] in _DOUBLE else angled).append(quotes[at])
            at += 1
        pairs = [
            p for marks in (double, angled) if len(marks) % 2 == 0 for p in zip(marks[::2], marks[1::2], strict=True)
        ]
        covered = -1
        for start, stop in sorted(pairs):
            if stop - start <= _QUOTATION and start > covered:
                covered = stop
                yield start, stop


def _line_end(text: str, tokens: tuple[Token, ...], last: int) -> int:
    """Where a line ends in the text, marks after its last token included."""
    return tokens[last].start if last < len(tokens) else len(text)
