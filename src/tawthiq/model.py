"""The shapes that travel through the program. All are frozen; positions are code points
of the document's unchanged text; dates are ISO 8601 calendar dates."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """start ≤ position < end, in code points of the original text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many. `modifier`: exact, about, at_least, at_most, between or vague.

    `low` and `high` are None where the modifier leaves them open; `vague` says
    which vague word it was (some, dozens, hundreds, thousands, tens_of_thousands,
    hundreds_of_thousands, millions); `of` is the whole in «three of four».
    """

    low: int | None
    high: int | None
    modifier: str = "exact"
    vague: str | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. `aside` is None for a count, else why it counts nothing
    (age, date, time, distance, money, unit, ordinal, percent, phone, identifier, measure)."""

    span: Span
    count: Count
    value: float | None
    first: int
    last: int
    aside: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """A date or period, resolved. `precision`: hour, part_of_day, day, week, month, season, year or period.

    `start` and `end` are both None when the text needs a publication date that is not known, or only compares with what
    was before («الأعنف منذ عام»).
    `kind` is "point" (when a thing happened), "since" (the beginning of an open period,
    its end the publication date), "until" or "duration".
    """

    span: Span
    text: str
    start: date | None
    end: date | None
    precision: str
    kind: str
    first: int
    last: int
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it, resolved. `level`: site, neighbourhood, town, district,
    province, country or region. `lat` and `lon` are degrees, None where not known. `town`: the id of the town that the
    words put a site or quarter in."""

    span: Span
    text: str
    name: str
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    level: str
    id: str | None
    first: int
    last: int
    because: tuple[str, ...] = ()
    town: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An armed actor as the text names it. `id` is neutral; `text` keeps the source's own label."""

    span: Span
    text: str
    id: str
    first: int
    last: int
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so, and over which tokens what they say reaches (`reach`, first ≤ t < last)."""

    span: Span
    text: str
    role: str | None
    kind: str
    id: str | None
    via: tuple[str, ...]
    quoted: bool
    first: int
    last: int
    reach: tuple[int, int]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens first ≤ t < last. `paragraph` counts from 0; `part`: title, body or aside
    (menus, other headlines, share buttons: nothing is read there). `under`: the number of the sentence that announces
    the list that this one is an item of."""

    span: Span
    first: int
    last: int
    paragraph: int
    part: str
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """Harm done to a counted group, before anything else is known of it."""

    span: Span
    outcome: str
    count: Count
    group: str
    group_text: str | None
    first: int
    last: int
    sentence: int
    harm: tuple[int, int]
    part_of: int | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where a claim's harm happened, with the text's own words."""

    text: str
    name: str
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    level: str
    id: str | None


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When a claim's harm happened: ISO dates, equal for a day."""

    start: str
    end: str
    text: str
    precision: str


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """Who states a claim."""

    text: str
    role: str | None
    kind: str
    id: str | None
    via: tuple[str, ...]
    quoted: bool


def claim_id(number: int) -> str:
    """The id of a document's claim, by its number from 0: a casualty's place among them, statements behind them."""
    return f"c{number + 1}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that harm was done, as one source makes it. `outcome` is None for a
    statement that carries no harm figure. Fields are those of the published contract."""

    id: str
    span: Span
    quote: str
    outcome: str | None
    count: Count | None
    group: str | None
    group_text: str | None
    part_of: str | None
    cumulative: bool
    event: str
    event_text: str | None
    actors: tuple[str, ...]
    actors_text: tuple[str, ...]
    place: ClaimPlace | None
    time: ClaimTime | None
    source: ClaimSource | None
    status: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kin:
    """Whose relative somebody is: `relation` (wife, son …), `text` the name of the other one where the report gives
    it, `of` their id where they are a victim of the same report."""

    relation: str
    text: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Victim:
    """Somebody harmed, as one report names them: `name` in its own words, None for relatives that it only counts
    («وزوجته وأطفاله الثلاثة»). `span` is the fullest mention; `age` in years, below one 0; `sex` male, female or
    None; `role` what the report calls them; `claims` the ids of the harm claims that tell of them, which say where,
    when and by whom; `source` who names them."""

    id: str
    span: Span
    name: str | None
    count: int
    age: int | None
    sex: str | None
    kin: Kin | None
    role: str | None
    group: str
    outcome: str
    status: str
    claims: tuple[str, ...]
    source: ClaimSource | None
    because: tuple[str, ...] = ()


class Aside(NamedTuple):
    """Something that was seen and set aside, with the reason."""

    span: Span
    text: str
    layer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A report and everything read in it so far; each stage returns a copy with its layer filled."""

    id: str
    text: str
    sha256: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str = "ar"
    sentences: tuple[Sentence, ...] = field(default=(), repr=False)
    numbers: tuple[Number, ...] = field(default=(), repr=False)
    dates: tuple[Date, ...] = field(default=(), repr=False)
    places: tuple[Place, ...] = field(default=(), repr=False)
    actors: tuple[Actor, ...] = field(default=(), repr=False)
    speakers: tuple[Speaker, ...] = field(default=(), repr=False)
    casualties: tuple[Casualty, ...] = field(default=(), repr=False)
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    victims: tuple[Victim, ...] = field(default=(), repr=False)
    aside: tuple[Aside, ...] = field(default=(), repr=False)
