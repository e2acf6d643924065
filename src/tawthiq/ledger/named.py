"""The named victims of today: those of each document's latest reading, and where one of a name is found."""

from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, func, insert, select

from tawthiq import contract
from tawthiq.incidents import Naming
from tawthiq.ledger import chain
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import CALLED, DOCUMENT, NAMING, READING, TELLS, VICTIM
from tawthiq.linking.spelling import keys, name_words, spelling

_MOST = 200
_ADD, _CALL = insert(NAMING), insert(CALLED)
_ALIKE = (
    select(NAMING.c.victim, NAMING.c.name).where(NAMING.c.key == bindparam("of"))
    .order_by(NAMING.c.document.desc(), NAMING.c.victim).limit(_MOST)
)  # fmt: skip
_GROUP = 500
_ALSO = CALLED.alias()


def of_documents(
    connection: Connection, documents: Sequence[str], only: Container[str] | None = None
) -> dict[str, tuple[Naming, ...]]:
    """The victims whom each of these documents names, by its id, in the order of the text; of these ids `only`."""
    found: dict[str, list[Naming]] = {document: [] for document in documents}
    for some in in_groups(documents):
        for row in connection.execute(_today().where(DOCUMENT.c.id.in_(some))):
            if only is not None and row.id not in only:
                continue
            victim = contract.victim_of(chain.parsed(row.body, f"victim {row.id}"))
            about = chain.parsed(row.about, f"document {row.document}")
            published = date.fromisoformat(row.published) if row.published else None
            found[row.document].append(Naming(row.id, victim, row.document, published, about["outlet"]))
    return {
        document: tuple(sorted(namings, key=lambda n: (n.victim.span, n.id))) for document, namings in found.items()
    }


def of_ids(connection: Connection, ids: Iterable[str]) -> dict[str, Naming]:
    """The namings of today with these ids, those that there are."""
    wanted = set(ids)
    documents = sorted({document_of(id) for id in wanted})
    found = of_documents(connection, documents, wanted).values()
    return {naming.id: naming for some in found for naming in some}


def document_of(naming: str) -> str:
    """The document of a naming, by their ids."""
    return naming.rpartition(":")[0]


def alike(connection: Connection, key: str) -> dict[str, list[str]]:
    """The names of today that have this key, as their words, with the ids of the namings; where many have it, of those
    added last."""
    found: dict[str, list[str]] = {}
    for victim, name in connection.execute(_ALIKE, {"of": key}):
        found.setdefault(name, []).append(victim)
    return found


def telling(connection: Connection, name: str, incident: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether an incident, by its number, has a report that names somebody with all these words in the name, in any
    spelling; without words, that tells of any victim."""
    words = name_words(name)
    if not words:
        tells = select(CALLED.c.victim).join(TELLS, TELLS.c.document == CALLED.c.document)
        return tells.where(TELLS.c.incident == incident).correlate(incident.table).exists()
    known = connection.execute(select(CALLED.c.word).where(CALLED.c.word != "").distinct()).scalars().all()
    first, *others = ([one for one in known if spelling(word, one)] for word in words)
    also = [CALLED.c.victim.in_(select(_ALSO.c.victim).where(_ALSO.c.word.in_(forms))) for forms in others]
    documents = select(CALLED.c.document).where(CALLED.c.word.in_(first), *also).distinct().subquery()
    return incident.in_(select(TELLS.c.incident).join(documents, documents.c.document == TELLS.c.document))


def index(connection: Connection, document: int, names: Iterable[tuple[str, str | None]]) -> None:
    """Let the namings of a document be found: the id of each, and the name."""
    known = [(id, name_words(name or "")) for id, name in names]
    rows = [
        {"key": key, "victim": id, "document": document, "name": " ".join(words)}
        for id, words in known for key in keys(words)
    ]  # fmt: skip
    if rows:
        connection.execute(_ADD, rows)
    if known:
        words_of = [(id, word) for id, words in known for word in dict.fromkeys(words or ("",))]
        connection.execute(_CALL, [{"word": word, "victim": id, "document": document} for id, word in words_of])


def leave_out(connection: Connection, document: int) -> None:
    """Let the namings of a document be found no longer."""
    for table in (NAMING, CALLED):
        connection.execute(delete(table).where(table.c.document == document))


def index_all(connection: Connection) -> None:
    """Let every naming of today be found, in a ledger where none is yet."""
    number = connection.execute(select(func.coalesce(func.max(DOCUMENT.c.entry), 0))).scalar_one()
    for first in range(1, number + 1, _GROUP):
        some = DOCUMENT.c.entry.between(first, first + _GROUP - 1)
        for row in connection.execute(_today().where(some)).all():
            index(connection, row.number, [(row.id, chain.parsed(row.body, f"victim {row.id}")["name"])])


def _today() -> Select[Any]:
    newest = READING.alias()
    latest = (
        select(func.max(newest.c.entry)).where(newest.c.document == DOCUMENT.c.entry).correlate(DOCUMENT)
        .scalar_subquery()
    )  # fmt: skip
    return (
        select(
            VICTIM.c.id, VICTIM.c.body, DOCUMENT.c.entry.label("number"), DOCUMENT.c.id.label("document"),
            DOCUMENT.c.about, READING.c.published,
        )
        .select_from(DOCUMENT)
        .join(READING, READING.c.entry == latest)
        .join(VICTIM, VICTIM.c.entry == READING.c.claims)
    )  # fmt: skip
