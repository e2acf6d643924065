"""Words that name who speaks: bodies, roles, and unnamed sources."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SourceWord:
    """`part`: body (a named body), generic («مصدر», «شهود»), role («مدير», «المتحدث باسم») or field
    (an adjective that settles the kind: «طبي»). `kind` as in a claim's source; `source` a stable id of a body."""

    layer: ClassVar[str] = "source"
    id: str
    example: str
    part: str
    kind: str | None = None
    source: str | None = None
