"""Words around place names: kinds of place, directions, nearness, and names that are words first."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """`part`: kind, direction, near, part_of or common; `level` is the level that a kind word implies."""

    layer: ClassVar[str] = "place"
    id: str
    example: str
    part: str
    level: str | None = None
