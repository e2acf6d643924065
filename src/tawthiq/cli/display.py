"""Text for a terminal: display widths, right-to-left text isolated, colours.

A cell is cleaned of control and direction marks, cut to its width, and set between
the marks U+2068 and U+2069, so that what stands around it keeps its order («30–35»
stays low to high beside Arabic).
"""

import os
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TextIO

_ISOLATE, _END = "\u2068", "\u2069"
_DIRECTION = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], None
)  # fmt: skip
_STYLES = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip


def clean(text: str) -> str:
    """The text on one line, without control characters (a report must not steer a terminal) or direction marks."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text.translate(_DIRECTION))
    return " ".join(plain.split())


def width(text: str) -> int:
    """How many columns a terminal gives the text."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, columns: int) -> str:
    """The text in at most so many columns, with … where it was cut."""
    if width(text) <= columns:
        return text
    taken, used = [], 0
    for character in text:
        used += _columns(character)
        if used > columns - 1:
            break
        taken.append(character)
    return "".join(taken).rstrip() + "…"


def isolate(text: str) -> str:
    """The text between isolating marks, unless it is ASCII that begins with a letter or has no digit, which never
    turns (and an id stays free of marks, to be copied)."""
    plain = text.isascii() and (text[:1].isalpha() or not any(c.isdecimal() for c in text))
    return text if plain else f"{_ISOLATE}{text}{_END}"


def cell(text: str, columns: int) -> str:
    """The text cut to a width, isolated and padded."""
    short = cut(text, columns)
    return isolate(short) + " " * (columns - width(short))


def paint(text: str, style: str, on: bool) -> str:
    """The text in a colour where colours are on."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if on and style else text


def wants_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a stream is a terminal that shows colours and the user has not refused them (NO_COLOR)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


@lru_cache(4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
