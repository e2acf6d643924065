"""What a merge or a split would make, before anybody decides it. Nothing is added."""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq import contract, reconciling
from tawthiq.contract import Json
from tawthiq.errors import UsageError
from tawthiq.incidents import Told
from tawthiq.judging import holding
from tawthiq.ledger import told
from tawthiq.ledger.connect import Ledger, opened
from tawthiq.operations.naming import claims_named, incident_named


class Preview(NamedTuple):
    """The incidents as they stand and as they would, as published objects."""

    before: tuple[Json, ...]
    after: tuple[Json, ...]


def merge(ledger: str, incidents: Sequence[str]) -> Preview:
    """These incidents made one. Raises NotInLedger, and UsageError for fewer than two."""
    with opened(ledger) as open_ledger, open_ledger.looking():
        names = list(dict.fromkeys(incident_named(open_ledger, id) for id in incidents))
        if len(names) < 2:
            raise UsageError("merge: name two incidents or more")
        members = told.of_incidents(open_ledger.connection, names)
        everything = [t for name in names for t in members[name]]
        before = tuple(_object(open_ledger, name, members[name]) for name in names)
        return Preview(before, (_object(open_ledger, names[0], everything),))


def split(ledger: str, incident: str, parts: Sequence[str]) -> Preview:
    """These claims (or all of these reports) of the incident made another one. Raises NotInLedger, and UsageError where
    nothing would be left, or nothing was named."""
    with opened(ledger) as open_ledger, open_ledger.looking():
        name = incident_named(open_ledger, incident)
        members = told.of_incidents(open_ledger.connection, [name])[name]
        chosen = set(claims_named(open_ledger, parts))
        parted = [t for t in members if t.id in chosen]
        rest = [t for t in members if t.id not in chosen]
        if not parted or not rest:
            raise UsageError("split: name some of the incident's claims, not all and not none")
        before = (_object(open_ledger, name, members),)
        return Preview(before, (_object(open_ledger, name, rest), _object(open_ledger, "", parted)))


def _object(ledger: Ledger, id: str, tolds: Sequence[Told]) -> Json:
    """The incident that these claims would make."""
    ids = {t.id for t in tolds}
    on_them = [one for one in holding(told.judgements_on(ledger.connection, ids)) if ids & set(one.subjects)]
    return contract.incident(reconciling.incident(id, tolds, on_them))
