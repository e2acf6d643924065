"""Small words that shape a sentence: connectives, breakdown, negation, fear, plan, «آخرون»."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class StructureWord:
    """`part` names what the word does; see docs/reference for the list. `value` sharpens it (a status, a group)."""

    layer: ClassVar[str] = "structure"
    id: str
    example: str
    part: str
    value: str | None = None
