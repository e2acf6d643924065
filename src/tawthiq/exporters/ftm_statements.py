"""FollowTheMoney's statements: a row for each value, with the report that says so and the tool that read it."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import IO

from tawthiq.exporters import rows
from tawthiq.exporters.entities import DATASET, Entity, entities
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.tables import Value

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
# The types of the properties that are written.
TYPES = {
    "name": "name", "title": "string", "recordId": "string", "date": "date", "startDate": "date", "endDate": "date",
    "addressEntity": "entity", "location": "address", "country": "country", "involved": "entity", "proof": "entity",
    "summary": "text", "notes": "text", "sourceUrl": "url", "full": "address", "city": "string", "region": "string",
    "latitude": "number", "longitude": "number", "language": "language", "publishedAt": "date", "publisher": "string",
    "gender": "gender", "deathDate": "date", "alias": "name",
}  # fmt: skip


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A row a value under a row of column names."""

    def found() -> Iterator[Iterable[Value]]:
        yield COLUMNS
        for record in records:
            for entity in entities(record, setting):
                yield from _statements(entity, setting)

    stream.writelines(rows.lines(found(), bom=False, guard=False))


def _statements(entity: Entity, setting: Setting) -> Iterator[tuple[Value, ...]]:
    for prop, values in entity.properties.items():
        for value in values:
            own = f"{entity.dataset}.{entity.id}.{prop}.{value}"
            id = hashlib.sha1(own.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
            arabic = any("\u0600" <= character <= "\u06ff" for character in value)
            yield (
                entity.id, entity.id, prop, TYPES[prop], entity.schema, value, entity.dataset, setting.tool,
                "ara" if arabic and entity.dataset != DATASET else "", "", "f", entity.seen, entity.seen, id,
            )  # fmt: skip
