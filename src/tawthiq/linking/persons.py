"""Which namings of victims are of one person: names over spellings, kept apart by age, sex and kin.

What people decided about two namings wins over what is found."""

from collections.abc import Iterable, Iterator, Sequence

from tawthiq.incidents import Naming, Person
from tawthiq.judging import Identities
from tawthiq.linking.spelling import first_keys, keys, name_words, spelling, spelt

_AGES = 1  # a year apart: one birthday between two reports
_MOST = 60
NOBODY_DECIDED = Identities()


def persons(namings: Iterable[Naming], decided: Identities = NOBODY_DECIDED) -> tuple[Person, ...]:
    """The persons whom reports name, those named most fully first within the order of the reports. Two namings of one
    report are two persons, unless it tells of two things that became of one, or a person decided otherwise."""
    made: list[_Made] = []
    blocks: dict[str, list[_Made]] = {}
    at_home: dict[str, _Made] = {}
    ordered = list(namings)
    for naming in sorted(ordered, key=lambda n: -len(_name(n))):
        root, name = decided.root(naming.id), _name(naming)
        found = at_home.get(root) or (next(_fitting(naming, name, blocks), None) if name else None)
        if found is not None:
            found.add(naming)
        else:
            found = _Made(naming, decided)
            made.append(found)
            for block in (*keys(name), *first_keys(name)):
                blocks.setdefault(block, []).append(found)
        at_home[root] = found
    order = {naming.id: number for number, naming in enumerate(ordered)}
    return tuple(m.person() for m in sorted(made, key=lambda m: min(order[n.id] for n in m.namings)))


def same(one: Naming, other: Naming) -> tuple[str, ...]:
    """Why two namings are of one person; nothing where they are not."""
    a, b = _name(one), _name(other)
    short, long = sorted((a, b), key=len)
    if not short or not consistent(one, other):
        return ()
    alike = in_order(short, long)
    age = same_age(one, other)
    if not alike or (len(short) == 1 and not (age or same_kin(one, other) or len(long) == 1)):
        return ()
    return (*alike, *age)


class _Made:
    """A person in the making."""

    def __init__(self, naming: Naming, decided: Identities) -> None:
        self.namings = [naming]
        self.because: list[str] = []
        self._decided = decided

    def add(self, naming: Naming) -> None:
        decided = next((why for n in self.namings if (why := self._decided.same(n.id, naming.id))), None)
        reasons = (decided,) if decided else same(self.namings[0], naming)
        self.because.append(f"{naming.id}: {'; '.join(reasons)}")
        self.namings.append(naming)

    def takes(self, naming: Naming) -> bool:
        """Whether a naming is of this person: like its fullest naming, and at odds with none."""
        apart = any(n.document == naming.document and n.victim.outcome == naming.victim.outcome for n in self.namings)
        if apart or not same(self.namings[0], naming):
            return False
        return all(consistent(n, naming) and not self._decided.apart(n.id, naming.id) for n in self.namings)

    def person(self) -> Person:
        return Person(tuple(self.namings), tuple(self.because))


def _fitting(naming: Naming, name: Sequence[str], blocks: dict[str, list[_Made]]) -> Iterator[_Made]:
    for block in keys(name) if len(name) > 1 else first_keys(name):
        yield from (made for made in blocks.get(block, ())[:_MOST] if made.takes(naming))


def _name(naming: Naming) -> tuple[str, ...]:
    return name_words(naming.victim.name or "")


def in_order(short: Sequence[str], long: Sequence[str]) -> tuple[str, ...]:
    """How a shorter name stands in a longer one: its first word first, the others in order; or a surname alone."""
    if len(short) == 1 and len(long) > 1:
        return ("a part of the name",) if spelling(short[0], long[-1]) or spelling(short[0], long[0]) else ()
    if not spelling(short[0], long[0]):
        return ()
    pairs = spelt(short, long)
    if pairs is None:
        return ()
    what = "the same name" if len(short) == len(long) else "the name shortened"
    return (what, *(f"«{word}» as «{other}»" for word, other in pairs if word != other))


def consistent(one: Naming, other: Naming) -> bool:
    """Whether age and sex, where both are told, can be of one person."""
    a, b = one.victim, other.victim
    ages = a.age is None or b.age is None or abs(a.age - b.age) <= _AGES
    return ages and (a.sex is None or b.sex is None or a.sex == b.sex)


def same_age(one: Naming, other: Naming) -> tuple[str, ...]:
    """How the ages fit, where both are told and fit."""
    if one.victim.age is None or other.victim.age is None:
        return ()
    return (f"age {one.victim.age}",) if one.victim.age == other.victim.age else ("a year apart in age",)


def same_kin(one: Naming, other: Naming) -> bool:
    """Whether both are the same relative of one of the same name."""
    a, b = one.victim.kin, other.victim.kin
    if a is None or b is None or a.relation != b.relation or not a.text or not b.text:
        return False
    short, long = sorted((name_words(a.text), name_words(b.text)), key=len)
    return bool(short and in_order(short, long))
