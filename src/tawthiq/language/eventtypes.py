"""The event types of claims and statements, with their labels for people."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq.errors import DataError


@dataclass(frozen=True, slots=True)
class EventType:
    """`besides_harm` says whether a statement of it is read in a sentence that holds a harm claim:
    "" not, "apart" in a clause of its own, "within" even in the claim's own words."""

    id: str
    en: str
    ar: str
    besides_harm: str = ""


@cache
def event_types() -> Mapping[str, EventType]:
    """Every event type by id, in the order of `data/events.toml`. Raises DataError for a row that breaks a rule."""
    file = files("tawthiq") / "data" / "events.toml"
    found: dict[str, EventType] = {}
    for row in tomllib.loads(file.read_text(encoding="utf-8")).get("event", []):
        try:
            kind = EventType(**row)
        except TypeError as error:
            raise DataError(f"{file}: {row.get('id', '(no id)')}: {error}") from error
        if kind.id in found:
            raise DataError(f"{file}: the id {kind.id!r} stands twice; keep one")
        found[kind.id] = kind
    return found
