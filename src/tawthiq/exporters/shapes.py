"""The shapes that exporters take.

Record    an incident with its claims and the reports that tell of it
Report    a report, as far as it may be told
Original  what only the ledger has of a report, and Archive, where to ask for it
Setting   how to export, and what an export says of itself
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from tawthiq.contract import Json
from tawthiq.incidents import Person, Told

# What stands for the id of a report that may not be named.
OUTSIDE = "a report outside this incident"


@dataclass(frozen=True, slots=True)
class Report:
    """A report; `copy_of` is the report whose text it carries, None for a text of its own."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    sha256: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An incident as published, its claims as they read after corrections, why some were rejected, its reports, and
    the persons whom they name; a record for the public has none of these."""

    incident: Json
    claims: tuple[Told, ...]
    rejected: Mapping[str, str] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    people: tuple[Person, ...] = ()


class Original(NamedTuple):
    """A report byte for byte: `text` is None where it is the bytes in UTF-8, `same` what tells it from other reports,
    `acquired` how it was come by."""

    data: bytes
    text: str | None
    origin: str
    same: str
    acquired: Json


class Archive(Protocol):
    """The ledger behind the records."""

    def original(self, report: str) -> Original:
        """The original of a report by its id."""
        ...

    def judgements(self, subjects: Container[str]) -> Iterator[Json]:
        """The decisions that hold and are all about these claims and namings, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """`table` (incidents, claims, reports or victims) and `codebook` are for the formats that have a choice, `language`
    (ar or en) for the report. `tool` is the version that exports, `as_of` the time of the ledger's last entry and
    `entry` its number and hash, `filters` what was asked for, in words; `archive` is for the bundle."""

    tool: str
    as_of: str = ""
    entry: str = ""
    filters: str = ""
    codebook: str = "airwars"
    table: str = "incidents"
    language: str = "en"
    public: bool = False
    archive: Archive | None = field(default=None, repr=False, compare=False)

    def about(self) -> dict[str, str]:
        """What an export says of itself, by name."""
        return {
            "tool": self.tool, "codebook": self.codebook, "grades": "Airwars' words by the rules in docs/incidents.md",
            "ledger": f"entry {self.entry}" if self.entry else "", "as_of": self.as_of,
            "filters": self.filters or "none",
            "public": "names, quotations and exact positions left out" if self.public else "no: not for publication",
        }  # fmt: skip
