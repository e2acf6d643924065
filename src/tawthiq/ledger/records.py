"""The shapes that go into the ledger and come out of it, besides the model's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from tawthiq.model import Claim, Document, Victim
from tawthiq.sources import Report


class Author(NamedTuple):
    """Who adds to the ledger: a person (or an account), and the tool with its version."""

    who: str
    tool: str


@dataclass(frozen=True, slots=True)
class Read:
    """A reading to record: which reader, the publication date that it held to, its claims and its named
    victims."""

    reader: str
    published: str | None
    claims: tuple[Claim, ...]
    victims: tuple[Victim, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the ledger. `number` is that of its log entry, `text` what spans of its claims count in;
    `published` and `reader`
    are of its latest reading, `reading` is the one that has its claims."""

    number: int
    id: str
    sha256: str
    origin: str
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    text: str
    reading: int
    reader: str

    @property
    def known(self) -> "Known":
        """What tells it from other documents."""
        return Known(self.number, self.id, self.published, self.reading)


class Known(NamedTuple):
    """A document that is in the ledger already: its number and id, the publication date that it is read with, and
    the reading that has its claims."""

    number: int
    id: str
    published: str | None
    reading: int


class Telling(NamedTuple):
    """What is told of a document without its text; `copy_of` is the document whose text it carries, if another's."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    sha256: str
    copy_of: str | None


class Whole(NamedTuple):
    """A document with its original: `text` is None where that is the text, `same` the fingerprint that it is known by,
    `acquired` how it was come by."""

    data: bytes
    text: str | None
    origin: str
    same: str
    acquired: Mapping[str, Any]


class Last(NamedTuple):
    """The last entry of the log: its number, its hash and its time in UTC."""

    number: int
    hash: str
    at: str


class Arrival(NamedTuple):
    """A report that is about to be added, under the number and the id (in `document`) that it will have."""

    number: int
    report: Report
    document: Document


class Superseded(NamedTuple):
    """A later reading's number, and the incidents that the claims before it were in."""

    reading: int
    incidents: tuple[str, ...]


class Logged(NamedTuple):
    """An entry of the log: who added how many records, when, and the hash that holds it to the one before."""

    number: int
    at: str
    who: str
    kind: str
    records: int
    hash: str


class Link(NamedTuple):
    """A claim's place in an incident (None: in none), with the reasons."""

    claim: str
    incident: str | None
    because: tuple[str, ...]
