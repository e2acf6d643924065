"""Claims as linking and reconciling take them, and the judgements on them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, or_, select, true

from tawthiq import contract
from tawthiq.incidents import Judgement, Told
from tawthiq.ledger import chain
from tawthiq.ledger.groups import MOST, in_groups
from tawthiq.ledger.schema import BEGINNING, BEGINS, CLAIM, COPY, DOCUMENT, JUDGEMENT, LINK, READING, SUBJECT, TODAY


def of_incidents(connection: Connection, incidents: Sequence[str]) -> dict[str, list[Told]]:
    """The claims of each incident."""
    found: dict[str, list[Told]] = {incident: [] for incident in incidents}
    for some in in_groups(incidents):
        for row in connection.execute(_tolds().where(TODAY.c.incident.in_(some)).order_by(TODAY.c.claim)):
            found[row.incident].append(_told(row))
    return found


def of_documents(connection: Connection, documents: Sequence[str]) -> dict[str, tuple[Told, ...]]:
    """The harm claims of each document, by its id, in the order of the text."""
    found: dict[str, list[Told]] = {document: [] for document in documents}
    for some in in_groups(documents):
        for row in connection.execute(_tolds().where(DOCUMENT.c.id.in_(some))):
            found[row.document].append(_told(row))
    return {
        document: tuple(sorted((t for t in told if t.claim.outcome is not None), key=lambda t: (t.claim.span, t.id)))
        for document, told in found.items()
    }


def of_claims(connection: Connection, claims: Sequence[str]) -> dict[str, Told]:
    """These claims, those that are there today."""
    found: dict[str, Told] = {}
    for some in in_groups(claims):
        for row in connection.execute(_tolds().where(TODAY.c.claim.in_(some))):
            found[row.claim] = _told(row)
    return found


def there(connection: Connection, claims: Sequence[str]) -> set[str]:
    """Which of these claims are there today."""
    found: set[str] = set()
    for some in in_groups(claims):
        found.update(connection.execute(select(TODAY.c.claim).where(TODAY.c.claim.in_(some))).scalars())
    return found


def reasons(connection: Connection, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Why each claim is in its incident: the reasons of its latest link."""
    found: dict[str, tuple[str, ...]] = {}
    for some in in_groups(claims):
        statement = select(LINK.c.claim, LINK.c.because).where(LINK.c.claim.in_(some)).order_by(LINK.c.entry)
        for row in connection.execute(statement):
            found[row.claim] = tuple(chain.parsed(row.because, f"link of {row.claim}"))
    return found


def documents_of(connection: Connection, claims: Iterable[str]) -> list[str]:
    """The ids of the documents that these claims of today are of."""
    found: set[str] = set()
    for some in in_groups(sorted(set(claims))):
        statement = (
            select(DOCUMENT.c.id).select_from(TODAY).join(DOCUMENT, DOCUMENT.c.entry == TODAY.c.document)
            .where(TODAY.c.claim.in_(some)).distinct()
        )  # fmt: skip
        found.update(connection.execute(statement).scalars())
    return sorted(found)


def claims_of(connection: Connection, incidents: Sequence[str]) -> list[str]:
    """The ids of the claims of incidents."""
    if not incidents:
        return []
    statement = select(TODAY.c.claim).where(TODAY.c.incident.in_(incidents)).order_by(TODAY.c.claim)
    return list(connection.execute(statement).scalars())


def claims_like(connection: Connection, name: str) -> list[str]:
    """The claim of today with this id, or those of the document with this id."""
    if connection.execute(select(TODAY.c.claim).where(TODAY.c.claim == name)).first():
        return [name]
    statement = (
        select(TODAY.c.claim).select_from(TODAY).join(DOCUMENT, DOCUMENT.c.entry == TODAY.c.document)
        .where(DOCUMENT.c.id == name).order_by(TODAY.c.claim)
    )  # fmt: skip
    return list(connection.execute(statement).scalars())


def homes(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """The incident of each of these claims that is in one."""
    found: dict[str, str] = {}
    for some in in_groups(sorted(set(claims))):
        statement = select(TODAY.c.claim, TODAY.c.incident).where(
            TODAY.c.claim.in_(some), TODAY.c.incident.is_not(None)
        )
        found.update((row.claim, row.incident) for row in connection.execute(statement))
    return found


def rivals(connection: Connection, incidents: Sequence[str]) -> dict[str, list[str]]:
    """For each incident the ids of its documents that tell of another incident as well."""
    found: dict[str, list[str]] = {incident: [] for incident in incidents}
    other = TODAY.alias()
    for some in in_groups(incidents):
        statement = (
            select(TODAY.c.incident, DOCUMENT.c.id).distinct().select_from(TODAY)
            .join(other, (other.c.document == TODAY.c.document) & (other.c.incident != TODAY.c.incident))
            .join(DOCUMENT, DOCUMENT.c.entry == TODAY.c.document).where(TODAY.c.incident.in_(some))
        )  # fmt: skip
        for row in connection.execute(statement):
            found[row.incident].append(row.id)
    return found


def document_id(connection: Connection, number: int) -> str:
    """The id of a document by its number."""
    id: str = connection.execute(select(DOCUMENT.c.id).where(DOCUMENT.c.entry == number)).scalar_one()
    return id


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement, oldest first."""
    return _judgements(connection, true())


def judgements_on(connection: Connection, claims: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements on these claims, oldest first, with those that take one of them back and so on."""
    found: set[str] = set()
    asked = sorted(set(claims))
    while asked:
        new: set[str] = set()
        for some in in_groups(asked):
            new.update(connection.execute(select(SUBJECT.c.judgement).where(SUBJECT.c.subject.in_(some))).scalars())
        asked = sorted(new - found)
        found |= new
    statement = select(JUDGEMENT.c.entry, JUDGEMENT.c.id, JUDGEMENT.c.body)
    rows = [
        row
        for some in in_groups(sorted(found))
        for row in connection.execute(statement.where(JUDGEMENT.c.id.in_(some)))
    ]
    rows.sort(key=lambda row: (row.entry, row.id))
    return tuple(_judgement(row.id, chain.parsed(row.body, f"judgement {row.id}")) for row in rows)


def judgements_of(connection: Connection, kinds: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements of some kinds, oldest first."""
    begins = [chain.canonical({"kind": kind, "subjects": []})[:BEGINNING] for kind in kinds]
    return _judgements(connection, BEGINS.in_(begins))


def judgements_in(connection: Connection, entries: Sequence[int]) -> dict[int, list[Judgement]]:
    """The judgements that each of these entries of the log added."""
    found: dict[int, list[Judgement]] = {}
    for some in in_groups(entries):
        columns = select(JUDGEMENT.c.entry, JUDGEMENT.c.id, JUDGEMENT.c.body).order_by(JUDGEMENT.c.id)
        for entry, id, body in connection.execute(columns.where(JUDGEMENT.c.entry.in_(some))):
            found.setdefault(entry, []).append(_judgement(id, chain.parsed(body, f"judgement {id}")))
    return found


def documents_in(connection: Connection, entries: Sequence[int]) -> dict[int, str]:
    """The id of the document that each of these entries of the log added or read again."""
    found: dict[int, str] = {}
    for some in in_groups(entries):
        again = select(READING.c.entry, DOCUMENT.c.id).join(DOCUMENT, DOCUMENT.c.entry == READING.c.document)
        found |= dict(connection.execute(again.where(READING.c.entry.in_(some))).all())
        found |= dict(
            connection.execute(select(DOCUMENT.c.entry, DOCUMENT.c.id).where(DOCUMENT.c.entry.in_(some))).all()
        )
    return found


def judgements_named(connection: Connection, starts: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements whose ids begin in one of these ways, oldest first."""
    begins = (JUDGEMENT.c.id.startswith(start, autoescape=True) for start in starts)
    return _judgements(connection, or_(false(), *begins))


def judgements_back(connection: Connection, skip: int = 0, who: str | None = None) -> Iterator[Judgement]:
    """Every judgement, or those of somebody, the latest first, a few in memory at a time; `skip` are left out."""
    statement = select(JUDGEMENT.c.id, JUDGEMENT.c.body).order_by(JUDGEMENT.c.entry.desc(), JUDGEMENT.c.id.desc())
    if who is not None:
        statement = statement.where(JUDGEMENT.c.body.contains(f'"who":{chain.canonical(who)}', autoescape=True))
    while rows := connection.execute(statement.offset(skip).limit(MOST)).all():
        found = (_judgement(row.id, chain.parsed(row.body, f"judgement {row.id}")) for row in rows)
        yield from (one for one in found if who is None or one.who == who)
        skip += len(rows)


def number_of_judgements(connection: Connection) -> int:
    """How many judgements there are."""
    return int(connection.execute(select(func.count()).select_from(JUDGEMENT)).scalar_one())


def judgement_body(judgement: Judgement) -> str:
    """The judgement as it is kept."""
    return chain.canonical({
        "kind": judgement.kind, "subjects": list(judgement.subjects), "who": judgement.who,
        "when": judgement.when.isoformat(), "values": dict(judgement.values), "why": judgement.why,
    })  # fmt: skip


def _judgements(connection: Connection, where: ColumnElement[bool]) -> tuple[Judgement, ...]:
    rows = connection.execute(select(JUDGEMENT.c.id, JUDGEMENT.c.body).where(where).order_by(JUDGEMENT.c.entry))
    return tuple(_judgement(row.id, chain.parsed(row.body, f"judgement {row.id}")) for row in rows)


def _judgement(id: str, body: dict[str, Any]) -> Judgement:
    when = datetime.fromisoformat(body["when"])
    return Judgement(id, body["kind"], tuple(body["subjects"]), body["who"], when, body["values"], body["why"])


def _tolds() -> Select[Any]:
    newest = READING.alias()
    root = DOCUMENT.alias()
    latest = (
        select(newest.c.published).where(newest.c.document == TODAY.c.document)
        .order_by(newest.c.entry.desc()).limit(1).correlate(TODAY).scalar_subquery()
    )  # fmt: skip
    return (
        select(
            TODAY.c.claim, TODAY.c.incident, CLAIM.c.body, DOCUMENT.c.id.label("document"), DOCUMENT.c.about,
            latest.label("published"), root.c.id.label("root"), COPY.c.wire,
        )
        .select_from(TODAY)
        .join(CLAIM, (CLAIM.c.entry == TODAY.c.reading) & (CLAIM.c.id == TODAY.c.claim))
        .join(DOCUMENT, DOCUMENT.c.entry == TODAY.c.document)
        .join(COPY, COPY.c.document == TODAY.c.document)
        .join(root, root.c.entry == COPY.c.root)
    )  # fmt: skip


def _told(row: Row[Any]) -> Told:
    claim = contract.claim_of(chain.parsed(row.body, f"claim {row.claim}"))
    about = chain.parsed(row.about, f"document {row.document}")
    published = date.fromisoformat(row.published) if row.published else None
    return Told(row.claim, claim, row.document, published, about["outlet"], row.root, row.wire)
