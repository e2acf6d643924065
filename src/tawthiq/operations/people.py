"""The persons harmed in an incident, by all reports that name them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tawthiq.incidents import Judgement, Naming, Person, Told
from tawthiq.judging import WHO, Identities
from tawthiq.ledger import told
from tawthiq.ledger.connect import Ledger
from tawthiq.linking.persons import persons


def people(
    claims: Iterable[Told], rejected: Collection[str], named: Mapping[str, Sequence[Naming]], decided: Identities
) -> tuple[Person, ...]:
    """The persons whom the reports of an incident name beside these claims of it; `named` are the victims of each
    report. A name falls with its claims, where all of them were rejected."""
    return persons(namings_of(claims, rejected, named), decided)


def namings_of(
    claims: Iterable[Told], rejected: Collection[str], named: Mapping[str, Sequence[Naming]]
) -> Iterator[Naming]:
    """The namings beside these claims, without those that fell."""
    own: dict[str, set[str]] = {}
    for one in claims:
        if one.id not in rejected:
            own.setdefault(one.document, set()).add(one.id)
    for document, ids in own.items():
        yield from (naming for naming in named.get(document, ()) if not ids.isdisjoint(naming.claims))


def on_namings(ledger: Ledger, namings: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements about who these are, and about those whom they are by these judgements, oldest first."""
    found: dict[str, Judgement] = {}
    asked, new = set[str](), set(namings)
    while new:
        on_them = told.judgements_on(ledger.connection, new)
        found.update((one.id, one) for one in on_them)
        asked |= new
        new = {subject for one in on_them if one.kind in WHO for subject in one.subjects} - asked
    return tuple(sorted(found.values(), key=lambda one: (one.when, one.id)))
