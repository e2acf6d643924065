"""The words of people's names, in whatever spelling and script: which of them are one word spelt otherwise."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from tawthiq.language import load
from tawthiq.language.entries import VictimWord
from tawthiq.linking.latin import KINDS, is_latin, key, latin, may_be, plain
from tawthiq.linking.words import bare

_ALIKE = 0.8  # of the letters of two words that are spellings of one
_ALIKE_LATIN = 0.6  # of two Latin ones that sound alike
_GIVEN = ("name", "word")
_WORD = re.compile(r"[^\W\d_]+")
_KEY = 2
_LEAST = 2


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling: «عبد الله» and «صلاح الدين» are one each, «بن» and «al» are none."""
    words: list[str] = []
    tied = False
    for word in _WORD.findall(plain(name)):
        part, rest = _part(word), _bare(word)
        if part == "within":
            continue
        if words and (tied or part == "after"):
            words[-1] += rest
        else:
            words.append(rest)
        tied = part == "tie"
    return tuple(_apart(word) for word in words)


def given(word: str) -> bool:
    """Whether a word of a name is a given name that is known."""
    return word in known()


@lru_cache(maxsize=65536)
def spelling(one: str, other: str) -> bool:
    """Whether two words of names are spellings of one: alike, and not two given names that are both known."""
    if one == other:
        return True
    if is_latin(one) != is_latin(other):
        latin_word, arabic = (one, other) if is_latin(one) else (other, one)
        return may_be(latin_word, arabic, _like(key(latin_word)))
    if is_latin(one):
        return _both_latin(one, other)
    return Indel.normalized_similarity(one, other) >= _ALIKE and not (given(one) and given(other))


def keys(words: Sequence[str]) -> tuple[str, ...]:
    """By what namings of one person are found, whatever the spelling: how the first word sounds, with the second or the
    last. A name of one word has none."""
    if len(words) < _LEAST:
        return ()
    return tuple(dict.fromkeys(f"{_sound(words[0])} {_sound(word)}" for word in (words[1], words[-1])))


def first_keys(words: Sequence[str]) -> tuple[str, ...]:
    """By what a name of one word is found within one incident: how it, or the first or last word, sounds."""
    return tuple(dict.fromkeys(f"{_sound(word)} " for word in (words[0], words[-1]))) if words else ()


@cache
def known() -> frozenset[str]:
    """The given names that the language knows, in one spelling."""
    forms = (form for form, entry in load().lexicon.forms(VictimWord.layer)
             if isinstance(entry, VictimWord) and entry.part in _GIVEN)  # fmt: skip
    return frozenset(words[0] for form in forms if len(words := name_words(form)) == 1)


@cache
def _by_key() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(known()):
        found.setdefault(key(word), []).append(word)
    return {sound: tuple(words) for sound, words in found.items()}


def _like(sound: str) -> tuple[str, ...]:
    """The given names that sound so."""
    return _by_key().get(sound, ())


def _both_latin(one: str, other: str) -> bool:
    names = latin().names
    a, b = names.get(one), names.get(other)
    if a is not None and b is not None:
        return not a.isdisjoint(b)
    return key(one) == key(other) and Indel.normalized_similarity(one, other) >= _ALIKE_LATIN


def _sound(word: str) -> str:
    return key(word)[:_KEY]


@lru_cache(maxsize=16384)
def _part(word: str) -> str | None:
    """Whether a word is one with another, or none: `tie`, `after` or `within`; None for most."""
    if is_latin(word):
        return latin().parts.get(word)
    senses = (sense.entry for sense in load().lexicon.senses(word))
    return next((e.part for e in senses if isinstance(e, VictimWord) and e.part in KINDS), None)


def _bare(word: str) -> str:
    return next(iter(bare(word)), word)


@cache
def _glued() -> tuple[tuple[str, str], ...]:
    """The beginnings and ends of words that are written together («عبدالله»), and what they are without the article."""
    found = {part: [form for form, entry in load().lexicon.forms(VictimWord.layer)
                    if isinstance(entry, VictimWord) and entry.part == part] for part in KINDS}  # fmt: skip
    starts = [(f"^{form}ال(?=..)", form) for form in found["tie"]]
    ends = [(f"(?<=..){form}$", _bare(form)) for form in found["after"]]
    return tuple(starts + ends)


def _apart(word: str) -> str:
    """A word that may be two written together, as the two are."""
    if is_latin(word):
        return next((f"{whole}{word[len(form) :]}" for form, whole in latin().together if word.startswith(form)), word)
    for pattern, bare_form in _glued():
        word = re.sub(pattern, bare_form, word)
    return word


def spelt(short: Sequence[str], long: Sequence[str]) -> list[tuple[str, str]] | None:
    """Each word of a shorter name beside the word of a longer one that it is, in order; None where one is none."""
    found: list[tuple[str, str]] = []
    at = 0
    for word in short:
        while at < len(long) and not spelling(word, long[at]):
            at += 1
        if at == len(long):
            return None
        found.append((word, long[at]))
        at += 1
    return found
