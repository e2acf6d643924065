"""Words around place names: kinds of place, directions, nearness, and names that are words first."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """`part` says what the word does beside a name; docs/places.md lists the parts. `level` is the level
    that a kind word implies; `value` sharpens it: a compass point, a country, "capital" or "land"."""

    layer: ClassVar[str] = "place"
    id: str
    example: str
    part: str
    level: str | None = None
    value: str | None = None
