"""How Arabic words of names are written in Latin letters: which Latin word may be which Arabic one.

A reading is an alignment of letters by `data/latin.toml`. Short vowels, which Arabic does not write, cost a little, so
that «Mahmoud» is «محمود» and not «محمد»; a word that may as well be another known name is neither."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tawthiq.errors import DataError
from tawthiq.language.fold import fold_form

_PARTS = {
    "letter": ("id", "example", "arabic", "latin"),
    "vowel": ("id", "example", "latin"),
    "part": ("id", "example", "kind", "forms"),
    "together": ("id", "example", "forms", "is"),
    "name": ("id", "example", "arabic", "latin"),
}
KINDS = ("tie", "within", "after")
_SILENT = "e"
_ALIF = "ا"
_NO_TRACE = 0.3  # what a letter costs that a reading leaves out
_LAST = "اهءي"
_APOSTROPHE = re.compile("[’‘'`ʿʾʼ]")


@dataclass(frozen=True, slots=True)
class Letter:
    """How one Arabic letter is written, also at the beginning and at the end of a word, and behind «ا»; `key` by what
    it is found."""

    latin: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    behind_alif: tuple[str, ...]
    key: str

    def shapes(self, word: str, at: int) -> tuple[str, ...]:
        """How it is written where it stands in an Arabic word."""
        if at in (0, len(word) - 1):
            return self.first if at == 0 else self.last
        return self.behind_alif if word[at - 1] == _ALIF else self.latin


@dataclass(frozen=True, slots=True)
class Latin:
    """Everything in `data/latin.toml`. `keys` are the keys of Latin letters, the longest first; `names` has the Arabic
    words that a listed Latin one is."""

    letters: Mapping[str, Letter]
    vowels: tuple[tuple[str, float], ...]
    parts: Mapping[str, str]
    together: tuple[tuple[str, str], ...]
    keys: tuple[tuple[str, str], ...]
    names: Mapping[str, frozenset[str]]


@cache
def latin() -> Latin:
    """The packaged letters. Raises DataError for a row that breaks a rule."""
    file = files("tawthiq") / "data" / "latin.toml"
    rows: Mapping[str, list[dict[str, Any]]] = tomllib.loads(file.read_text(encoding="utf-8"))
    for part, wanted in _PARTS.items():
        for row in rows.get(part, ()):
            missing = [key for key in wanted if not row.get(key)]
            if missing:
                raise DataError(f"{file}: {part} {row.get('id', '')}: lacks {missing[0]}; add it")
            if part == "part" and row["kind"] not in KINDS:
                raise DataError(f"{file}: {row['id']}: there is no kind {row['kind']!r}; one of {', '.join(KINDS)}")
    letters = {letter: _letter(row) for row in rows["letter"] for letter in row["arabic"]}
    names: dict[str, set[str]] = {}
    for row in rows["name"]:
        for form in row["latin"]:
            names.setdefault(form, set()).update(plain(word) for word in row["arabic"])
    return Latin(
        letters,
        tuple((form, float(row.get("cost", 0))) for row in rows["vowel"] for form in row["latin"]),
        {form: row["kind"] for row in rows["part"] for form in row["forms"]},
        tuple((form, row["is"]) for row in rows["together"] for form in row["forms"]),
        tuple(sorted(_keys(rows["letter"]).items(), key=lambda pair: -len(pair[0]))),
        {form: frozenset(words) for form, words in names.items()},
    )


def plain(text: str) -> str:
    """A name folded, its Latin letters small, no letter with a mark on it."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", fold_form(text)))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()


def is_latin(word: str) -> bool:
    """Whether a folded word is written in Latin letters."""
    return word.isascii()


def may_be(latin_word: str, arabic: str, known: Iterable[str]) -> bool:
    """Whether a Latin word is this Arabic one, and no other of the known names."""
    listed = latin().names.get(latin_word)
    if listed is not None:
        return arabic in listed
    found = _cost(arabic, latin_word)
    if found is None:
        return False
    others = (_cost(other, latin_word) for other in known if other != arabic and _stem(other) != _stem(arabic))
    return all(other is None or other > found for other in others)


def key(word: str) -> str:
    """What words that sound alike have in common, in either script: the consonants, roughly."""
    table = latin()
    if not is_latin(word):
        return "".join(table.letters[letter].key for letter in word if letter in table.letters)
    return "".join(_sounds(word, table))


def _sounds(word: str, table: Latin) -> Iterator[str]:
    at, before = 0, ""
    while at < len(word):
        form, found = next(((form, k) for form, k in table.keys if word.startswith(form, at)), (word[at], ""))
        if found != before or not found:
            yield found  # a letter that stands twice is one
        at, before = at + len(form), found


def _letter(row: Mapping[str, Any]) -> Letter:
    usual = tuple(row["latin"])
    first, last, behind_alif = (tuple(row.get(place, usual)) for place in ("first", "last", "behind_alif"))
    return Letter(usual, first, last, behind_alif, row.get("key", ""))


def _keys(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The key of each way of writing: that of the letter that is mostly written so."""
    found: dict[str, str] = {}
    for place in range(max(len(row["latin"]) for row in rows)):
        for row in rows:
            for form in row["latin"][place : place + 1]:
                if form:
                    found.setdefault(form, row.get("key", ""))
    return found


def _stem(word: str) -> str:
    """«رندا», «رندة»: one name in two spellings."""
    return word.rstrip(_LAST) or word


@lru_cache(maxsize=65536)
def _cost(arabic: str, word: str) -> float | None:
    """What the cheapest reading of a Latin word as an Arabic one costs; None where there is none."""
    table = latin()
    reached = {0: 0.0}  # how far into the Latin word, at what cost
    for index, letter in enumerate(arabic):
        forms = table.letters.get(letter)
        if forms is None or not reached:
            return None
        before = _past_vowel(reached, word, table) if index else reached
        reached = {}
        for at, cost in before.items():
            for end in _ends(word, at, forms.shapes(arabic, index)):
                so_far = cost if end > at else cost + _NO_TRACE
                reached[end] = min(so_far, reached.get(end, so_far))
    ends = [len(word), len(word) - 1] if word.endswith(_SILENT) else [len(word)]
    return min((reached[end] for end in ends if end in reached), default=None)


def _ends(word: str, at: int, shapes: Iterable[str]) -> Iterator[int]:
    """Where the letter that begins at a position may end: written once or, as one sign, twice."""
    for shape in shapes:
        if word.startswith(shape, at):
            yield at + len(shape)
            if len(shape) == 1 and word.startswith(shape, at + 1):
                yield at + 2


def _past_vowel(reached: Mapping[int, float], word: str, table: Latin) -> dict[int, float]:
    """What is reached also with a short vowel."""
    onward = dict(reached)
    for at, cost in reached.items():
        for vowel, more in table.vowels:
            if word.startswith(vowel, at):
                end = at + len(vowel)
                onward[end] = min(cost + more, onward.get(end, cost + more))
    return onward
