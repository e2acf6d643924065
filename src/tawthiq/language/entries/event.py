"""Words for what caused the harm."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class EventWord:
    """`event` as in a claim. `part`: noun, verb, assault (a noun that «على» and a position make a ground attack),
    weapon (names the means), modifier («انتحاري», «جوي»: sharpens the event word before it), self (a verb that
    is an event with «نفسه» only) or none (holds an event word and is no event). `weight` says how specific it is."""

    layer: ClassVar[str] = "event"
    id: str
    example: str
    event: str
    part: str = "noun"
    weight: int = 1
