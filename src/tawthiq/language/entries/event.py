"""Words for what caused the harm."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class EventWord:
    """`event` as in a claim. `part`: noun, verb, weapon (names the means) or modifier («انتحاري»,
    «جوي»: sharpens the event word before it). `weight` says how specific it is."""

    layer: ClassVar[str] = "event"
    id: str
    example: str
    event: str
    part: str = "noun"
    weight: int = 1
