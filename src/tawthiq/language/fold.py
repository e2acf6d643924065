"""Folding: one spelling for what Arabic writes in several ways, with the way back.

What folds: hamza seats on alef (أ إ آ ٱ → ا), ى → ي, ة → ه, Persian and Urdu
look-alikes (ی ک ہ → ي ك ه), every digit to ASCII, presentation forms and
ligatures to plain letters. What goes: diacritics, tatweel, zero-width and
bidirectional marks. Letters pulled apart with spaces or tatweel to dodge
filters («ق ص ف», «القصـ ـف», «قـ.ـصف») come together
again, as does «و» with its word; words run together after a letter that only
ends words («الباكستانيةمقتل») come apart.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

_ALIKE = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ۃ": "ه",
    "ی": "ي", "ێ": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "٬": ",", "٫": ".",
}  # fmt: skip
_JOINERS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LOST = f"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed{_JOINERS}{_MARKS}"
_GONE = re.compile(f"[{_LOST}]")
_ODD = re.compile("[\u0660-\u0669\u06f0-\u06f9\ufb50-\ufdff\ufe70-\ufefc" + "".join(_ALIKE) + "\u00a0]")
_CHANGED = re.compile(f"[{_LOST}\ufb50-\ufdff\ufe70-\ufefc]")
_TATWEEL_GAP = re.compile("(?<=\u0640)(?:[ \u00a0.*_/-]{1,3}(?=\u0640)|[.*_](?=[\u0621-\u064a]))")
_TATWEEL_QUOTE = re.compile('(?<=\u0640)["«“”]')
_GLUED = re.compile("[ةى](?=[\u0621-\u064a])")
_AND_APART = re.compile("(?<![\\w/.])و[ \u00a0]+(?=[\u0621-\u064a]{2})")
_SPELT = re.compile("(?<![\u0621-\u064a])[\u0621-\u064a](?:[ \u0640][\u0621-\u064a]){2,}(?![\u0621-\u064a])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the original one it came from.

    `origins` is None where folding kept every position (the common case).
    """

    text: str
    origins: Sequence[int] | None
    length: int

    def origin(self, position: int) -> int:
        """The code point of the original text at which folded `position` stands."""
        if self.origins is None:
            return position
        return self.origins[position] if position < len(self.origins) else self.length


@cache
def _letter(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if character == "\u00a0":
        return " "
    if character.isdecimal():
        return str(unicodedata.digit(character))
    plain = unicodedata.normalize("NFKC", character)
    return "".join(_ALIKE.get(c, c) for c in plain if not _GONE.match(c)).strip() or " "


_DIGITS = [chr(zero + n) for zero in (0x660, 0x6F0) for n in range(10)]
_LENGTH_KEPT = {c: _letter(c) for c in [*_ALIKE, "\u00a0", *_DIGITS]}


def fold(text: str) -> Folded:
    """Fold `text`. Never fails; takes linear time. Positions are code points."""
    drop = _gaps(text)
    glued = {match.end() for match in _GLUED.finditer(text)}
    changed = {match.start() for match in _CHANGED.finditer(text)}
    if not drop and not glued and not changed:
        return Folded(_alike(text), None, len(text))
    alike = _alike(text)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for position in sorted(drop | glued | changed):
        pieces.append(alike[at:position])
        origins.extend(range(at, position))
        at = position + 1
        if position in drop or _GONE.match(text[position]):
            continue
        if position in glued:
            pieces.append(" ")
            origins.append(position)
        plain = _letter(text[position]) if _ODD.match(text[position]) else text[position]
        pieces.append(plain)
        origins.extend([position] * len(plain))
    pieces.append(alike[at:])
    origins.extend(range(at, len(text)))
    return Folded("".join(pieces), origins, len(text))


def _alike(text: str) -> str:
    """A text with every letter and digit that has a plain one of the same length in its stead."""
    for odd, plain in _LENGTH_KEPT.items():
        text = text.replace(odd, plain)
    return text


def fold_form(form: str) -> str:
    """The folded spelling of one form of the data."""
    return " ".join(fold(form).text.split())


def _gaps(text: str) -> set[int]:
    """Positions of spaces that pull a word apart or stand behind «و», and of quotation marks between a clitic and its
    word («لـ"داعش"»)."""
    gaps: set[int] = set()
    if "\u0640" in text:
        for match in _TATWEEL_GAP.finditer(text):
            gaps.update(range(match.start(), match.end()))
        gaps.update(match.start() for match in _TATWEEL_QUOTE.finditer(text))
    for match in _AND_APART.finditer(text):
        gaps.update(range(match.start() + 1, match.end()))
    for match in _SPELT.finditer(text):
        gaps.update(p for p in range(match.start(), match.end()) if text[p] == " ")
    return gaps
