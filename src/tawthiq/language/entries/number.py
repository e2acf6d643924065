"""Number words: units, scales, vague words, modifiers and what follows a number that is no count."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class NumberWord:
    """`part` says what the word does in a number; `value` what it is worth, where it is worth something."""

    layer: ClassVar[str] = "number"
    id: str
    example: str
    part: str
    value: float | None = None
