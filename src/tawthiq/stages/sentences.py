"""Where does each sentence begin and end, and is it the report's?"""

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.language import Language
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token
from tawthiq.model import Document, Sentence, Span

_ENDS = frozenset({".", "!", "?", "؟", "…"})


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `sentences`. A line break ends a paragraph; the first line is the title where it is the
    document's title, or stands alone above a longer body."""
    tokens = scan.tokens
    bounds = list(_bounds(tokens))
    has_title = _has_title(document, tokens, bounds)
    sentences = []
    for first, last, paragraph in bounds:
        part = "title" if has_title and paragraph == 0 else "body"
        sentences.append(Sentence(Span(tokens[first].start, tokens[last - 1].end), first, last, paragraph, part))
    return replace(document, sentences=tuple(sentences))


def _bounds(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, int]]:
    """(first, last, paragraph) of each sentence that holds a word or number."""
    first, paragraph, filled = 0, 0, False
    seen_in_paragraph = False
    for index, token in enumerate(tokens):
        form = token.form
        if form == "\n" or (form in _ENDS and not _initial(tokens, index)) or (form.startswith("..") and paragraph):
            if filled:
                yield first, index if form == "\n" else index + 1, paragraph
                seen_in_paragraph = True
            if form == "\n" and seen_in_paragraph:
                paragraph, seen_in_paragraph = paragraph + 1, False
            first, filled = index + 1, False
        elif token.is_word or token.is_number:
            filled = True
    if filled:
        yield first, len(tokens), paragraph


def _initial(tokens: tuple[Token, ...], index: int) -> bool:
    """A full stop after a single letter is an abbreviation («د. محمد»)."""
    before = tokens[index - 1] if index else None
    return tokens[index].form == "." and before is not None and len(before.form) == 1 and before.is_word


def _has_title(document: Document, tokens: tuple[Token, ...], bounds: list[tuple[int, int, int]]) -> bool:
    if not bounds or bounds[-1][2] == 0:
        return False
    end = tokens[max(last for _, last, paragraph in bounds if paragraph == 0) - 1].end
    start = tokens[bounds[0][0]].start
    if document.title is not None:
        return document.text[start:end].strip(" \"'«»“”.") in document.title or document.title in document.text[:end]
    lines = [last - first for first, last, paragraph in bounds if paragraph == 0]
    return len(lines) == 1 and lines[0] <= 25 and tokens[bounds[0][1] - 1].form != "."
