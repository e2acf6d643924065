"""The persons of incidents beside those who may be one with them: named in the same incident, or elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tawthiq.incidents import Judgement, Likeness, Naming, Other, Person, Told
from tawthiq.judging import Identities, holding, judged
from tawthiq.ledger import named, told
from tawthiq.ledger.connect import Ledger
from tawthiq.linking.perhaps import Seen, likeness, seen
from tawthiq.linking.persons import in_order, persons
from tawthiq.linking.spelling import first_keys, keys, name_words
from tawthiq.operations.people import namings_of, on_namings, people

_MOST = 5
_SAME_WORDS = "named by the same words"
_SURE = Likeness(0.0, ())


class Members(NamedTuple):
    """The claims of an incident as they read after corrections, and why some were rejected."""

    claims: tuple[Told, ...]
    rejected: Mapping[str, str]


class Known(NamedTuple):
    """A person of an incident (None: of no incident), who is compared with others."""

    incident: str | None
    seen: Seen

    @property
    def person(self) -> Person:
        return self.seen.person

    @property
    def ids(self) -> frozenset[str]:
        return frozenset([naming.id for naming in self.person.namings])


class Named(NamedTuple):
    """A person of an incident, and those who are the same by decision, or may be: the likest first."""

    person: Person
    others: tuple[Other, ...]

    @property
    def doubtful(self) -> bool:
        """Whether it is open that one of the others is the same."""
        return any(other.decided is None for other in self.others)


def members_of(ledger: Ledger, incidents: Sequence[str]) -> dict[str, Members]:
    """The claims of each of these incidents, in the order of the reports."""
    found = told.of_incidents(ledger.connection, incidents)
    held = holding(told.judgements_on(ledger.connection, [one.id for tolds in found.values() for one in tolds]))
    return {id: _members(tolds, held) for id, tolds in found.items()}


def _members(tolds: Sequence[Told], held: Iterable[Judgement]) -> Members:
    own = {one.id for one in tolds}
    claims, rejected = judged(tolds, [one for one in held if not own.isdisjoint(one.subjects)])
    return Members(
        tuple(sorted(claims, key=attrgetter("order"))), {id: why for id, why in rejected.items() if id in own}
    )


def named_in(ledger: Ledger, incidents: Mapping[str, Members]) -> dict[str, tuple[Named, ...]]:
    """The persons of each of these incidents, in the order of its reports, with the others of each."""
    documents = sorted({one.document for members in incidents.values() for one in members.claims})
    names = named.of_documents(ledger.connection, documents)
    own = {id: list(namings_of(*members, names)) for id, members in incidents.items()}
    here = {naming.id for some in own.values() for naming in some}
    near = _near(ledger, [naming for some in own.values() for naming in some])
    decided = Identities(on_namings(ledger, here | near))
    near |= {member for naming in here for member in decided.members(naming)}
    found = {id: people(*members, names, decided) for id, members in incidents.items()}
    known = [*_known(found, incidents), *_elsewhere(ledger, near, frozenset(incidents), decided)]
    table = _Table(known, decided)
    return {id: tuple(Named(one.person, table.others(one)) for one in known if one.incident == id) for id in found}


class _Table:
    """Everybody who is compared, by how their names sound."""

    def __init__(self, known: Iterable[Known], decided: Identities) -> None:
        self._decided = decided
        self._by_key: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            for key in self._keys(one):
                self._by_key[key].append(one)

    def others(self, one: Known) -> tuple[Other, ...]:
        """The persons who are, or may be, the same as this one."""
        near = {id(other): other for key in self._keys(one) for other in self._by_key[key] if other is not one}
        found = [other for known in near.values() if (other := self._other(one, known)) is not None]
        return tuple(sorted(found, key=lambda o: (o.decided is None, -o.likeness.score, o.person.id))[:_MOST])

    def _other(self, one: Known, other: Known) -> Other | None:
        if one.ids & other.ids:
            return Other(other.person, other.incident, _SURE, _SAME_WORDS)
        pairs = [(a, b) for a in one.ids for b in other.ids]
        said = next((why for a, b in pairs if (why := self._decided.same(a, b))), None)
        if said is not None:
            return Other(other.person, other.incident, _SURE, said)
        if any(self._decided.apart(a, b) for a, b in pairs):
            return None
        like = likeness(one.seen, other.seen)
        return Other(other.person, other.incident, like) if like is not None and like.score >= 0 else None

    def _keys(self, one: Known) -> set[str]:
        """By what one is found: names over spellings, and decisions. A name of one word is looked for in its own
        incident alone, where few are named."""
        names = [name_words(naming.victim.name or "") for naming in one.person.namings]
        far = {key for words in names for key in keys(words)}
        near = {f"{one.incident}\t{key}" for words in names for key in first_keys(words)}
        return far | near | {f"\t{self._decided.root(naming)}" for naming in one.ids}


def _near(ledger: Ledger, namings: Iterable[Naming]) -> set[str]:
    """The namings of today with a name like one of these. Many names sound alike, and few of them are."""
    own: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for naming in namings:
        words = name_words(naming.victim.name or "")
        for key in keys(words):
            own[key].add(words)
    return {
        id for key, names in own.items() for name, ids in named.alike(ledger.connection, key).items()
        if _called_so(tuple(name.split(" ")), names) for id in ids
    }  # fmt: skip


def _called_so(words: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> bool:
    return any(in_order(*sorted((words, other), key=len)) for other in names)


def _known(found: Mapping[str, Sequence[Person]], incidents: Mapping[str, Members]) -> Iterator[Known]:
    for id, some in found.items():
        claims = {one.id: one for one in incidents[id].claims}
        yield from (Known(id, _seen(person, claims)) for person in some)


def _elsewhere(ledger: Ledger, ids: Iterable[str], incidents: frozenset[str], decided: Identities) -> Iterator[Known]:
    """The persons whom these namings make in other incidents, and those in none."""
    namings = list(named.of_ids(ledger.connection, ids).values())
    wanted = sorted({claim for naming in namings for claim in naming.claims})
    homes = told.homes(ledger.connection, wanted)
    claims, rejected = judged(
        list(told.of_claims(ledger.connection, wanted).values()), told.judgements_on(ledger.connection, wanted)
    )
    by_id = {one.id: one for one in claims}
    by_home: dict[str | None, list[Naming]] = defaultdict(list)
    for naming in namings:
        standing = [claim for claim in naming.claims if claim in by_id and claim not in rejected]
        for home in {homes.get(claim) for claim in standing} if naming.claims else {None}:
            by_home[home].append(naming)
    for home, some in sorted(by_home.items(), key=lambda pair: pair[0] or ""):
        if home not in incidents:
            yield from (Known(home, _seen(person, by_id)) for person in persons(some, decided))


def _seen(person: Person, claims: Mapping[str, Told]) -> Seen:
    return seen(person, [claims[id] for naming in person.namings for id in naming.claims if id in claims])
