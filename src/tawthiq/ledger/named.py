"""The named victims of today: those of each document's latest reading."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from tawthiq import contract
from tawthiq.incidents import Naming
from tawthiq.ledger import chain
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import DOCUMENT, READING, VICTIM


def of_documents(connection: Connection, documents: Sequence[str]) -> dict[str, tuple[Naming, ...]]:
    """The victims whom each of these documents names, by its id, in the order of the text."""
    found: dict[str, list[Naming]] = {document: [] for document in documents}
    newest = READING.alias()
    latest = (
        select(func.max(newest.c.entry)).where(newest.c.document == DOCUMENT.c.entry).correlate(DOCUMENT)
        .scalar_subquery()
    )  # fmt: skip
    statement = (
        select(VICTIM.c.id, VICTIM.c.body, DOCUMENT.c.id.label("document"), DOCUMENT.c.about, READING.c.published)
        .select_from(DOCUMENT)
        .join(READING, READING.c.entry == latest)
        .join(VICTIM, VICTIM.c.entry == READING.c.claims)
    )
    for some in in_groups(documents):
        for row in connection.execute(statement.where(DOCUMENT.c.id.in_(some))):
            victim = contract.victim_of(chain.parsed(row.body, f"victim {row.id}"))
            about = chain.parsed(row.about, f"document {row.document}")
            published = date.fromisoformat(row.published) if row.published else None
            found[row.document].append(Naming(row.id, victim, row.document, published, about["outlet"]))
    return {
        document: tuple(sorted(namings, key=lambda n: (n.victim.span, n.id))) for document, namings in found.items()
    }
