"""The shape that every reader of inputs gives: one report, not yet read for claims."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Acquired:
    """How the bytes of a report were come by, as a chain of custody tells it.

    `how` is one of HOWS; `at` when they were taken from their source (UTC, ISO; None where only the ledger knows);
    `asked` the address that was asked for, `through` the addresses that it led through, `server` the IP address that
    answered; `payload` the SHA-256 of what was sent, inside the original; `within` the file of many that the report
    stood in. `stated` is what the source itself says besides (a forward, an edit, a column), as pairs.
    """

    how: str = "file"
    at: str | None = None
    asked: str | None = None
    through: tuple[str, ...] = ()
    server: str | None = None
    payload: str | None = None
    within: str | None = None
    stated: tuple[tuple[str, str], ...] = ()


HOWS = {
    "file": "a file",
    "standard input": "standard input",
    "row": "a row of a table",
    "fetched": "fetched from its address",
    "feed": "an entry of a feed",
    "archive": "a record of a web archive",
    "telegram channel": "a post on a Telegram channel's page",
    "telegram export": "a message of a Telegram export",
    "bundle": "a bundle of another ledger",
}


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was found. Spans of its claims will count in `text`, in code points.

    `origin` names the file and, in a file of many, the row; `sha256` is that of the
    bytes it came from, `data` (for a row of a table: the row's text in UTF-8); `size` is
    how many bytes of input it stands for, about. `identity` is what besides `data` tells it from
    another report: of a row of a table its own id, title, url and outlet. Where the bytes differ
    each time (a page that is fetched again), `known_by` tells it from others in place of `sha256`. `same` is what
    another ledger knew it by, where it comes from one.
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
    known_by: str | None = None
    same: str | None = None
    acquired: Acquired = Acquired()
