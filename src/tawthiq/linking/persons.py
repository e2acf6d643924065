"""Which namings of victims are of one person: names over spellings, kept apart by age, sex and kin."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from tawthiq.incidents import Naming, Person
from tawthiq.language import load
from tawthiq.language.entries import VictimWord
from tawthiq.linking.words import bare

_ALIKE = 0.8  # of the letters of two words that are spellings of one
_AGES = 1  # a year apart: one birthday between two reports
_FIRSTS = frozenset({"عبد", "ابو", "ام", "ابي", "ابا"})
_LEFT_OUT = frozenset({"بن", "ابن", "بنت", "ال", "ود"})
_MOST, _LIKE = 60, 2
_GIVEN = ("name", "word")


def persons(namings: Iterable[Naming]) -> tuple[Person, ...]:
    """The persons whom reports name, those named most fully first within the order of the reports. Two namings of one
    report are two persons, unless it tells of two things that became of one."""
    made: list[_Made] = []
    blocks: dict[tuple[str, str], list[_Made]] = {}
    ordered = list(namings)
    for naming in sorted(ordered, key=lambda n: -len(_name(n))):
        name = _name(naming)
        found = next(_fitting(naming, name, blocks), None) if name else None
        if found is not None:
            found.add(naming)
            continue
        made.append(_Made(naming))
        for block in _blocks(name, alone=True):
            blocks.setdefault(block, []).append(made[-1])
    order = {naming.id: number for number, naming in enumerate(ordered)}
    return tuple(m.person() for m in sorted(made, key=lambda m: min(order[n.id] for n in m.namings)))


def same(one: Naming, other: Naming) -> tuple[str, ...]:
    """Why two namings are of one person; nothing where they are not."""
    a, b = _name(one), _name(other)
    short, long = sorted((a, b), key=len)
    if not short or not _consistent(one, other):
        return ()
    alike = _in_order(short, long)
    age = _age(one, other)
    if not alike or (len(short) == 1 and not (age or _same_kin(one, other) or len(long) == 1)):
        return ()
    return (*alike, *age)


class _Made:
    """A person in the making."""

    def __init__(self, naming: Naming) -> None:
        self.namings = [naming]
        self.because: list[str] = []

    def add(self, naming: Naming) -> None:
        self.because.append(f"{naming.id}: {'; '.join(same(self.namings[0], naming))}")
        self.namings.append(naming)

    def takes(self, naming: Naming) -> bool:
        """Whether a naming is of this person: like its fullest naming, and at odds with none."""
        apart = any(n.document == naming.document and n.victim.outcome == naming.victim.outcome for n in self.namings)
        return not apart and bool(same(self.namings[0], naming)) and all(_consistent(n, naming) for n in self.namings)

    def person(self) -> Person:
        return Person(tuple(self.namings), tuple(self.because))


def _fitting(naming: Naming, name: Sequence[str], blocks: dict[tuple[str, str], list[_Made]]) -> Iterator[_Made]:
    for block in _blocks(name, alone=len(name) == 1):
        yield from (made for made in blocks.get(block, ())[:_MOST] if made.takes(naming))


def _blocks(name: Sequence[str], alone: bool) -> Iterator[tuple[str, str]]:
    """Where namings of one person meet, by what spellings of a word have in common: the first word with the second or
    the last, and `alone` the first or last for names of one word."""
    if len(name) > 1:
        yield from dict.fromkeys((name[0][:_LIKE], word[:_LIKE]) for word in (name[1], name[-1]))
    if name and alone:
        yield from dict.fromkeys((word[:_LIKE], "") for word in (name[0], name[-1]))


def _name(naming: Naming) -> tuple[str, ...]:
    return name_words(naming.victim.name or "")


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling: «عبد الله» is one, «بن» is none."""
    words: list[str] = []
    for word in bare(name):
        if words and words[-1] in _FIRSTS:
            words[-1] += word
        elif word not in _LEFT_OUT:
            words.append(word)
    return tuple(words)


def _in_order(short: Sequence[str], long: Sequence[str]) -> tuple[str, ...]:
    """How a shorter name stands in a longer one: its first word first, the others in order; or a surname alone."""
    if len(short) == 1 and len(long) > 1:
        return ("a part of the name",) if _spelling(short[0], long[-1]) or _spelling(short[0], long[0]) else ()
    if not _spelling(short[0], long[0]):
        return ()
    at, spellings = 0, []
    for word in short:
        while at < len(long) and not _spelling(word, long[at]):
            at += 1
        if at == len(long):
            return ()
        if word != long[at]:
            spellings.append(f"«{word}» as «{long[at]}»")
        at += 1
    what = "the same name" if len(short) == len(long) else "the name shortened"
    return (what, *spellings)


@lru_cache(maxsize=16384)
def _spelling(one: str, other: str) -> bool:
    """Whether two words are spellings of one: alike, and not two given names that are both known."""
    if one == other:
        return True
    return Indel.normalized_similarity(one, other) >= _ALIKE and not (_given(one) and _given(other))


def _given(word: str) -> bool:
    entries = (sense.entry for sense in load().lexicon.senses(word))
    return any(isinstance(entry, VictimWord) and entry.part in _GIVEN for entry in entries)


def _consistent(one: Naming, other: Naming) -> bool:
    a, b = one.victim, other.victim
    ages = a.age is None or b.age is None or abs(a.age - b.age) <= _AGES
    return ages and (a.sex is None or b.sex is None or a.sex == b.sex)


def _age(one: Naming, other: Naming) -> tuple[str, ...]:
    if one.victim.age is None or other.victim.age is None:
        return ()
    return (f"age {one.victim.age}",) if one.victim.age == other.victim.age else ("a year apart in age",)


def _same_kin(one: Naming, other: Naming) -> bool:
    """Whether both are the same relative of one of the same name."""
    a, b = one.victim.kin, other.victim.kin
    if a is None or b is None or a.relation != b.relation or not a.text or not b.text:
        return False
    short, long = sorted((name_words(a.text), name_words(b.text)), key=len)
    return bool(short and _in_order(short, long))
