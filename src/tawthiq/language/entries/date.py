"""Date words: months, weekdays, parts of days, relative days, units and the words around them."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class DateWord:
    """`part` says what the word does in a date; `value` its number (month 1-12, weekday 0-6 from Monday, days)."""

    layer: ClassVar[str] = "date"
    id: str
    example: str
    part: str
    value: int | None = None
