"""A long text in blocks: a browser need lay out only those that are in sight."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

_LEAST = 4_000
# A line with more letters is cut itself.
_LONG = 3 * _LEAST
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SENTENCE = re.compile(r"[.؟?!؛…][»”\"')\]]*[^\S\n]+")
_SPACE = re.compile(r"[^\S\n]+")
_WAYS = {"L": "L", "R": "R", "AL": "R"}


def blocks(text: str) -> list[str]:
    """The text cut behind ends of lines, each piece but the last of some thousand letters or more. A very long line is
    cut behind ends of sentences as well, or between words. What has no end of line and no space is one piece."""
    found: list[list[str]] = []
    letters = _LEAST
    for line in _LINE.findall(text):
        for piece in _pieces(line):
            if letters >= _LEAST:
                found.append([])
                letters = 0
            found[-1].append(piece)
            letters += len(piece)
    return ["".join(pieces) for pieces in found]


def _pieces(line: str) -> Iterator[str]:
    """A line whole or, where it is very long, in pieces that a browser lays out in the direction of the whole: each
    goes by its first letter."""
    start, way = 0, _way(line)
    while len(line) - start > _LONG:
        least, most = start + _LEAST, start + _LONG
        cuts = chain(_SENTENCE.finditer(line, least, most), _SPACE.finditer(line, least))
        ends = (found.end() for found in cuts if found.end() < len(line))
        end = next((end for end in ends if _way(line[end : end + _LEAST]) == way), None)
        if end is None:
            break
        yield line[start:end]
        start = end
    yield line[start:]


def _way(text: str) -> str | None:
    """The direction of the first letter that has one."""
    return next((way for letter in text if (way := _WAYS.get(unicodedata.bidirectional(letter)))), None)
