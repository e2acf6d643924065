"""A later reading of a document of the ledger: what was there before keeps its id."""

from collections.abc import Iterable
from operator import attrgetter

from tawthiq.ledger.records import Known, Read
from tawthiq.ledger.renumber import Change, changes, named, renumbered
from tawthiq.ledger.view import View
from tawthiq.model import Document, Victim
from tawthiq.operations.reader import reader


class Renewed:
    """The later reading to record, what it changes of the claims, and whether it finds anything else than before."""

    def __init__(self, view: View, known: Known, document: Document) -> None:
        before, names = view.claims(known.reading), view.victims(known.reading)
        claims = renumbered(document.claims, before, view.claim_ids(known))
        ids = {old.id: new.id for old, new in zip(document.claims, claims, strict=True)}
        victims = named(document.victims, ids, names, view.victim_ids(known))
        self.read = Read(reader(), published_on(document), claims, victims)
        self.changes: tuple[Change, ...] = changes(before, claims)
        self.differs = bool(self.changes) or _by_id(victims) != _by_id(names)


def published_on(document: Document) -> str | None:
    """The ISO date on which a document was published, as it was held to."""
    return document.published.isoformat() if document.published is not None else None


def _by_id(victims: Iterable[Victim]) -> list[Victim]:
    return sorted(victims, key=attrgetter("id"))
