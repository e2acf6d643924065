"""The shapes that are compared: a claim made by hand, and a claim that was read."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Place(NamedTuple):
    """Where. `level` as in a claim; the other parts may be unknown."""

    text: str
    level: str | None
    country: str | None
    lat: float | None
    lon: float | None


class Source(NamedTuple):
    """Who says so."""

    text: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim as far as it is compared: by hand or read, `start` ≤ position < `end` of the document's text."""

    start: int
    end: int
    quote: str
    outcome: str | None
    low: int | None
    high: int | None
    modifier: str | None
    vague: str | None
    group: str | None
    event: str | None
    actors: tuple[str, ...]
    place: Place | None
    time: tuple[date | None, date | None] | None
    source: Source | None
    status: str | None
    cumulative: bool
    part_of: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """The claims made by hand for one document, and the stretches of its text that are not the report."""

    id: str
    text: str
    claims: tuple[Answer, ...]
    ignored: tuple[tuple[int, int], ...]
