"""The persons harmed in an incident, by all reports that name them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tawthiq.incidents import Naming, Person, Told
from tawthiq.linking.persons import persons


def people(
    claims: Iterable[Told], rejected: Collection[str], named: Mapping[str, Sequence[Naming]]
) -> tuple[Person, ...]:
    """The persons whom the reports of an incident name beside these claims of it; `named` are the victims of each
    report. A name falls with its claims, where all of them were rejected."""
    return persons(_told(claims, rejected, named))


def _told(claims: Iterable[Told], rejected: Collection[str], named: Mapping[str, Sequence[Naming]]) -> Iterator[Naming]:
    own: dict[str, set[str]] = {}
    for told in claims:
        if told.id not in rejected:
            own.setdefault(told.document, set()).add(told.id)
    for document, ids in own.items():
        yield from (naming for naming in named.get(document, ()) if not ids.isdisjoint(naming.claims))
