"""FollowTheMoney's entities, one a line, as Aleph and its tools take them."""

from collections.abc import Iterable
from typing import IO

from tawthiq.exporters.entities import entities
from tawthiq.exporters.jsonl import line
from tawthiq.exporters.shapes import Record, Setting


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A line an entity. What several incidents share (a doer, a place, a report) comes with each: the same id."""
    for record in records:
        for entity in entities(record, setting):
            found = {"id": entity.id, "schema": entity.schema, "properties": entity.properties}
            stream.write(line({**found, "datasets": [entity.dataset]}))
