"""A later reading of a document of the ledger: what was there before keeps its id."""

from tawthiq.ledger.records import Known, Read
from tawthiq.ledger.renumber import Change, changes, named, renumbered
from tawthiq.ledger.view import View
from tawthiq.model import Document
from tawthiq.operations.reader import reader


class Renewed:
    """The later reading to record, what it changes of the claims, and whether it finds anything else than before."""

    def __init__(self, view: View, known: Known, published: str | None, document: Document) -> None:
        before, names = view.claims(known.reading), view.victims(known.reading)
        claims = renumbered(document.claims, before, view.claim_ids(known))
        ids = {old.id: new.id for old, new in zip(document.claims, claims, strict=True)}
        victims = named(document.victims, ids, names, view.victim_ids(known))
        self.read = Read(reader(), published, claims, victims)
        self.changes: tuple[Change, ...] = changes(before, claims)
        self.differs = bool(self.changes) or sorted(victims, key=_order) != sorted(names, key=_order)


def _order(victim: object) -> str:
    return str(getattr(victim, "id", ""))
