"""Who is named in the incidents of the ledger, by whom, in which spellings, and what is in doubt."""

from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

from tawthiq.contract import Json
from tawthiq.incidents import Other, Person
from tawthiq.ledger.connect import Ledger, opened
from tawthiq.ledger.wanted import Wanted, find
from tawthiq.linking.spelling import name_words, spelling
from tawthiq.operations.listing import settled
from tawthiq.operations.others import members_of, named_in

_GROUP = 20


class Asked(NamedTuple):
    """Whose names are wanted: of the incidents that are, those with all these words in their name, in any spelling, and
    with `doubtful` those who may be one with somebody else. `most` persons."""

    wanted: Wanted = Wanted()
    name: str | None = None
    doubtful: bool = False
    most: int | None = None


class Listed(NamedTuple):
    """A person of an incident, with those who may be the same, or are by decision; `at` is the place of the incident
    among those that are wanted, from 0."""

    incident: Json
    person: Person
    others: tuple[Other, ...]
    at: int


def names(ledger: str, asked: Asked, progress: Callable[[int], object] = lambda done: None) -> Generator[Listed]:
    """The persons who are named, incident by incident; `progress` is told how many more incidents were worked out anew
    or looked through. Raises LedgerError."""
    with opened(ledger) as open_ledger:
        settled(open_ledger, progress)
        with open_ledger.looking():
            yield from islice(_listed(open_ledger, asked, progress), asked.most)


def _listed(ledger: Ledger, asked: Asked, progress: Callable[[int], object]) -> Iterator[Listed]:
    words = name_words(asked.name or "")
    found = find(ledger.connection, asked.wanted._replace(named=asked.name or ""))
    places = count()
    while group := list(islice(found, _GROUP)):
        named = named_in(ledger, members_of(ledger, [incident["id"] for incident in group]))
        for incident, at in zip(group, places, strict=False):
            for one in named[incident["id"]]:
                if _called(one.person, words) and (one.doubtful or not asked.doubtful):
                    yield Listed(incident, *one, at)
        progress(len(group))


def _called(person: Person, words: Sequence[str]) -> bool:
    """Whether one of a person's names has all these words."""
    named = (name_words(name) for name in person.names)
    return not words or any(all(any(spelling(word, own) for own in name) for word in words) for name in named)
