"""The shape that every reader of inputs gives: one report, not yet read for claims."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was found. Spans of its claims will count in `text`, in code points.

    `origin` names the file and, in a file of many, the row; `sha256` is that of the
    bytes it came from, `data` (for a row of a table: the row's text in UTF-8); `size` is
    how many bytes of input it stands for, about. `identity` is what besides `data` tells it from
    another report: of a row of a table its own id, title, url and outlet.
    """

    id: str | None
    text: str
    origin: str
    sha256: str
    size: int
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    data: bytes = field(default=b"", repr=False)
    identity: tuple[str | None, ...] = ()
