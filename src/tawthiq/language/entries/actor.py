"""Names of armed actors."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ActorWord:
    """`actor` is the neutral id. `part`: name (a noun phrase), adjective («الروسية» after a weapon or a
    force) or label (a word for one side that only the report's context resolves)."""

    layer: ClassVar[str] = "actor"
    id: str
    example: str
    actor: str
    part: str = "name"
