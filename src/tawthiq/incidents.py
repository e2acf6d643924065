"""The shapes of what many reports tell together: claims in their reports, judgements, accounts, tolls, incidents.

    Report      what linking keeps of a report: who published it and when, and whose text it is
    Told        a harm claim in its report
    Judgement   what a person decided about claims
    Profile     what an incident looks like, so that a report is compared with it without its claims
    Placing     which incident some claims of a report went to, and why
    Account     one independent account, and the reports and claims that hang on it
    Toll        what one codebook makes of the figures of one outcome and group
    Incident    all of it together
    Naming      somebody harmed whom a report names
    Person      the same one in several reports
    Other       a person who is, or may be, the same as another one

All are frozen. Ids of claims here are unique over all reports: «document:claim»."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from tawthiq.model import Claim, ClaimPlace, Kin, Span, Victim


@dataclass(frozen=True, slots=True)
class Told:
    """One harm claim in its report. `text` is the id of the report whose text this one is: its own, or that of the
    report it is a near copy of; `wire` is the agency that the text names as its origin, None where it names none."""

    id: str
    claim: Claim
    document: str
    published: date | None = None
    outlet: str | None = None
    text: str = ""
    wire: str | None = None

    @property
    def part_of(self) -> str | None:
        """The id of the claim that this one is a breakdown of."""
        return f"{self.document}:{self.claim.part_of}" if self.claim.part_of else None

    @property
    def order(self) -> tuple[str, str, Span, str]:
        """Where it stands among the claims of an incident: the earliest report first, in the order of the text."""
        return (str(self.published or "9"), self.document, self.claim.span, self.id)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision of a person. Never changed; `undo` takes another one back.

    same       all subjects (ids of claims) are told of one incident
    different  the first subject is told of another incident than each of the others
    accept     the subjects are checked and right
    reject     the subjects count for nothing
    unsure     the subjects were looked at, and it stays open whether they are right; they count as they read
    correct    the subjects read as `values` says: fields of a claim by name, as in the published contract
    same_person   the subjects (ids of namings of victims) are of one person
    other_person  the first subject is of another person than each of the others
    undo       the subjects are ids of judgements that hold no longer
    sample     the subjects are drawn for a second reading by the `reader` of `values`, who does not see the first
    second     so the person read the subjects in a second reading: `values` has the verdict and the corrected values
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    who: str
    when: datetime
    values: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""


class Figure(NamedTuple):
    """A figure that a profile remembers: of what, of whom, and its ends."""

    outcome: str
    group: str
    low: int | None
    high: int | None
    modifier: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What an incident looks like. Every part is bounded, so that comparing with it takes the same time however many
    reports tell of it; `days` are the first and last day of each time told, with how often; `rivals` are the reports
    that tell of another incident as well."""

    places: tuple[tuple[ClaimPlace, int], ...] = ()
    days: tuple[tuple[date, date, int], ...] = ()
    published: tuple[date, date] | None = None
    events: tuple[tuple[str, int], ...] = ()
    actors: tuple[tuple[str, int], ...] = ()
    figures: tuple[tuple[Figure, int], ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    documents: int = 0
    rivals: tuple[str, ...] = ()


class Likeness(NamedTuple):
    """How alike two profiles are, or two persons: 0 is the line between one and two; each reason with its weight."""

    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """Claims of one report that tell of one incident: `incident` is the id of a known one or a new one.
    `absorbs` names known incidents that turn out to be the same one."""

    incident: str
    claims: tuple[str, ...]
    profile: Profile
    new: bool
    because: tuple[str, ...] = ()
    absorbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Who independently says so: a named speaker whoever carries them, or the own voice of a text, its copies included.
    `party` is the actor id of the side that it belongs to, if it belongs to one."""

    id: str
    label: str
    kind: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    party: str | None = None


class Use(NamedTuple):
    """What became of a claim in a toll: used, replaced, part or aside, and why."""

    claim: str
    state: str
    why: str


@dataclass(frozen=True, slots=True)
class Toll:
    """Figures of one outcome by one codebook. `group` None is everybody. An end is None where nobody gives a number;
    `open` says that the highest figure is one that may be more. `accounts` are those with a used claim."""

    outcome: str
    group: str | None
    min: int | None
    best: int | None
    max: int | None
    open: bool = False
    uses: tuple[Use, ...] = ()
    accounts: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims behind the figures."""
        return tuple(use.claim for use in self.uses if use.state == "used")


@dataclass(frozen=True, slots=True)
class Grade:
    """confirmed, fair, weak, contested or discounted, with the rule that made it so."""

    name: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """What many reports tell of one incident. `tolls` by the codebook's name; `accounts` those that tell of
    people harmed come first; `sources` is the number of independent ones among them."""

    id: str
    title: str
    start: date | None
    end: date | None
    place: ClaimPlace | None
    event: str
    actors: tuple[str, ...]
    grade: Grade
    sources: int
    accounts: tuple[Account, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    tolls: Mapping[str, tuple[Toll, ...]]


@dataclass(frozen=True, slots=True)
class Naming:
    """A named victim in a report; `id` is unique over all reports: «document:victim»."""

    id: str
    victim: Victim
    document: str
    published: date | None = None
    outlet: str | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids over all reports of the claims that tell of them."""
        return tuple(f"{self.document}:{claim}" for claim in self.victim.claims)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody harmed in an incident, by all who name them: the fullest naming first. `because` says why these are
    one person. Relatives who are only counted are persons without a name."""

    namings: tuple[Naming, ...]
    because: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the fullest naming."""
        return self.namings[0].id

    @property
    def name(self) -> str | None:
        name = self.namings[0].victim.name
        return " ".join(name.split()) if name else None

    @property
    def age(self) -> int | None:
        return next((n.victim.age for n in self.namings if n.victim.age is not None), None)

    @property
    def sex(self) -> str | None:
        return next((n.victim.sex for n in self.namings if n.victim.sex), None)

    @property
    def kin(self) -> Kin | None:
        return next((n.victim.kin for n in self.namings if n.victim.kin), None)

    @property
    def role(self) -> str | None:
        return next((n.victim.role for n in self.namings if n.victim.role), None)

    @property
    def group(self) -> str:
        """The group that says most."""
        groups = [n.victim.group for n in self.namings]
        return next((group for group in groups if group != "person"), groups[0])

    @property
    def outcome(self) -> str:
        """What became of them: death is said last."""
        outcomes = [n.victim.outcome for n in self.namings]
        return "killed" if "killed" in outcomes else outcomes[0]

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling of the name, the fullest first."""
        names = (" ".join(n.victim.name.split()) for n in self.namings if n.victim.name)
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Other:
    """A person who may be the same as another one, with the reasons and their weights; or who is, where `decided` says
    by what. `incident` is where they are named, None where that is no incident."""

    person: Person
    incident: str | None
    likeness: Likeness
    decided: str | None = None
