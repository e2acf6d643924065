"""What people decide: each decision is a judgement that is added, and linking and tolls follow it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import Any, NamedTuple

from tawthiq.errors import DecidedMeanwhile, NotInLedger, UsageError
from tawthiq.incidents import Judgement
from tawthiq.judging import OTHER_PERSON, SAME_PERSON, SAMPLE, SECOND, VERDICTS, holding
from tawthiq.ledger import chain, named, told
from tawthiq.ledger.connect import JUDGE, Ledger, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.writer import Writer
from tawthiq.operations.naming import claims_named, incident_named, namings_named
from tawthiq.operations.placing import Placer
from tawthiq.operations.settling import settle

_ID = 12
# How many judgements are asked about at once, when the latest that holds is looked for: mostly it is the first.
_FEW = 20
# A split is made of these.
_SPLIT = ("same", "different")
# Fields of a claim by which it is linked: corrected, it may belong to another incident.
_LINKING = frozenset({"place", "time", "event", "actors", "count", "outcome", "status", "cumulative", "group"})


class Judge(NamedTuple):
    """Who decides, in which ledger, and why. `seen`, where it is given, names the judgements on the claim that were
    seen when it was decided (`seen_of`): a decision that others hold now is refused with DecidedMeanwhile."""

    ledger: str
    author: Author
    why: str = ""
    seen: str | None = None


class Decided(NamedTuple):
    """The judgements that were added, and the incidents that they concern as they are called now."""

    judgements: tuple[Judgement, ...]
    incidents: tuple[str, ...]


def merge(judge: Judge, incidents: Sequence[str]) -> Decided:
    """These incidents are one; it keeps the id of the first. Raises NotInLedger."""
    with deciding(judge) as bench:
        named = list(dict.fromkeys(incident_named(bench.ledger, id) for id in incidents))
        if len(named) < 2:
            raise UsageError("merge: name two incidents or more; `tawthiq incidents` lists them")
        first, *others = named
        claims = told.claims_of(bench.connection, [first, *others])
        judgement = bench.add("same", claims)
        bench.placer.merge(first, others, judgement.id)
        return Decided((judgement,), (first,))


def split(judge: Judge, incident: str, parts: Sequence[str]) -> Decided:
    """These claims of the incident (or all of these reports) tell of another one. Raises NotInLedger."""
    with deciding(judge) as bench:
        id = incident_named(bench.ledger, incident)
        members = told.claims_of(bench.connection, [id])
        chosen = [claim for claim in claims_named(bench.ledger, parts) if claim in members]
        rest = [claim for claim in members if claim not in chosen]
        if not chosen or not rest:
            raise UsageError(f"split: name some of the claims or reports of {id}, not {'all' if chosen else 'others'}")
        apart = bench.add("different", [chosen[0], *rest])
        together = (bench.add("same", chosen),) if len(chosen) > 1 else ()
        new = bench.placer.split(id, chosen, apart.id)
        return Decided((apart, *together), (id, new))


def give(judge: Judge, verdict: str, claims: Sequence[str]) -> Decided:
    """These claims (of a report: all of its) have this verdict: accept, reject or unsure."""
    return _about(judge, verdict, claims, {})


def accept(judge: Judge, claims: Sequence[str]) -> Decided:
    """These claims (of a report: all of its) are checked and right."""
    return give(judge, "accept", claims)


def reject(judge: Judge, claims: Sequence[str]) -> Decided:
    """These claims (of a report: all of its) count for nothing."""
    return give(judge, "reject", claims)


def unsure(judge: Judge, claims: Sequence[str]) -> Decided:
    """It stays open whether these claims (of a report: all of its) are right."""
    return give(judge, "unsure", claims)


def correct(judge: Judge, claim: str, values: Mapping[str, Any]) -> Decided:
    """This claim reads as `values` says: fields of a claim by name, as in the published contract."""
    return _about(judge, "correct", [claim], values)


def same_person(judge: Judge, namings: Sequence[str]) -> Decided:
    """These namings of victims are of one person. Raises NotInLedger."""
    return _who(judge, SAME_PERSON, namings)


def other_person(judge: Judge, namings: Sequence[str]) -> Decided:
    """The first of these namings is of another person than each of the others. Raises NotInLedger."""
    return _who(judge, OTHER_PERSON, namings)


def undo(judge: Judge, judgement: str | None = None) -> Decided:
    """This judgement, or the latest that holds, holds no longer. Undoing an undo brings the judgement back."""
    with deciding(judge) as bench:
        taken_back = _meant(bench.ledger, judgement)
        added = bench.add("undo", [one.id for one in taken_back])
        concerned = [one for one in _concerned(bench.ledger, taken_back) if one.kind not in (SAMPLE, SECOND)]
        claims = sorted({claim for one in concerned for claim in one.subjects})
        bench.placer.begin()
        if any(one.kind in ("same", "different") for one in concerned):
            bench.placer.take_back([one.id for one in taken_back], claims, added.id)
        elif any(set(one.values) & _LINKING for one in concerned):
            bench.placer.again(told.documents_of(bench.connection, claims))
        bench.placer.mark(claims)
        return Decided((added,), bench.incidents(claims))


def judgements(ledger: str) -> tuple[tuple[Judgement, bool], ...]:
    """Every judgement, oldest first, and whether it holds."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        everything = told.judgements(connection)
    held = {judgement.id for judgement in holding(everything)}
    return tuple((judgement, judgement.id in held) for judgement in everything)


def seen_of(held: Iterable[Judgement], claims: Sequence[str]) -> str:
    """The judgements among those that hold that decide about the claims themselves, as one text."""
    wanted = set(claims)
    return " ".join(one.id for one in held if one.kind in VERDICTS and wanted & set(one.subjects))


def all_by(ledger: str, judgement: str, who: str) -> bool:
    """Whether every judgement that this id (or the beginning of it) means was made by somebody."""
    return all(one.who == who for one in meant(ledger, judgement))


def meant(ledger: str, judgement: str) -> tuple[Judgement, ...]:
    """The judgements that this id (or the beginning of it) means."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        return told.judgements_named(connection, [judgement])


def latest(ledger: str, who: str) -> str | None:
    """Somebody's latest judgement that holds."""
    with opened(ledger) as open_ledger, open_ledger.looking():
        found = _latest(open_ledger, who)
    return found.id if found else None


class Page(NamedTuple):
    """Some judgements, the latest first, each with whether it holds, and how many there are in all."""

    judgements: tuple[tuple[Judgement, bool], ...]
    total: int


def page(ledger: str, skip: int, most: int) -> Page:
    """A page of all judgements, the latest first."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        some = tuple(islice(told.judgements_back(connection, skip), most))
        held = _held(open_ledger, some)
        total = told.number_of_judgements(connection)
    return Page(tuple((one, one.id in held) for one in some), total)


def concerned(ledger: str, judgement: str) -> list[str]:
    """The claims that the judgements with this id (or the beginning of it) are about, at the end of their undos."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        found = _concerned(open_ledger, told.judgements_named(connection, [judgement]))
    return sorted({claim for one in found for claim in one.subjects})


class Bench:
    """One decision under way, inside its transaction (`deciding`)."""

    def __init__(self, judge: Judge, writer: Writer) -> None:
        self._judge = judge
        self._writer = writer
        self.ledger = writer.ledger
        self.connection = writer.ledger.connection
        self.placer = Placer(writer)
        self.placer.begin()
        self._when = datetime.now(UTC)

    def add(self, kind: str, subjects: Sequence[str], values: Mapping[str, Any] | None = None) -> Judgement:
        """Add a judgement."""
        who, when = chain.storable(self._judge.author.who), self._when
        body = [kind, list(subjects), who, when.isoformat(), dict(values or {})]
        id = f"j{chain.sha256(chain.canonical(body).encode())[:_ID]}"
        judgement = Judgement(id, kind, tuple(subjects), who, when, dict(values or {}), chain.storable(self._judge.why))
        self._writer.judgements([judgement])
        return judgement

    def check(self, claims: Sequence[str]) -> None:
        """Raise DecidedMeanwhile where the judgements on the claims are others than were seen."""
        if self._judge.seen is None:
            return
        now = seen_of(holding(told.judgements_on(self.connection, claims)), claims)
        if now != self._judge.seen:
            raise DecidedMeanwhile(f"{', '.join(claims)}: decided meanwhile; look again, and decide anew if need be")

    def incidents(self, claims: Sequence[str]) -> tuple[str, ...]:
        """The incidents that these claims are in, or the claims of these namings."""
        homes = told.homes(self.connection, claims)
        namings = named.of_ids(self.connection, [id for id in claims if id not in homes]).values()
        own = told.homes(self.connection, [claim for naming in namings for claim in naming.claims])
        return tuple(sorted({*homes.values(), *own.values()}))


@contextmanager
def deciding(judge: Judge) -> Iterator[Bench]:
    """A transaction for a decision, and after it the incidents worked out anew."""
    with opened(judge.ledger, JUDGE) as ledger:
        writer = Writer(ledger, judge.author)
        with writer.batch():
            yield Bench(judge, writer)
        settle(ledger)


def _about(judge: Judge, kind: str, claims: Sequence[str], values: Mapping[str, Any]) -> Decided:
    with deciding(judge) as bench:
        named = claims_named(bench.ledger, claims)
        bench.check(named)
        judgement = bench.add(kind, named, values)
        bench.placer.begin()
        if set(values) & _LINKING:
            bench.placer.again(told.documents_of(bench.connection, named))
        bench.placer.mark(named)
        return Decided((judgement,), bench.incidents(named))


def _who(judge: Judge, kind: str, namings: Sequence[str]) -> Decided:
    with deciding(judge) as bench:
        found = namings_named(bench.ledger, namings)
        if len(found) < 2:
            raise UsageError(f"{kind.replace('_', '-')}: name two namings or more; `tawthiq names` lists them")
        return Decided((bench.add(kind, found),), bench.incidents(found))


def _meant(ledger: Ledger, id: str | None) -> list[Judgement]:
    """The judgement with this id (or the beginning of it), else the latest that holds; with those that were made in one
    go with it."""
    if id is None:
        found = [one for one in (_latest(ledger),) if one]
    else:
        found = list(told.judgements_named(ledger.connection, [id]))
    if len(found) != 1:
        begin = f" {len(found)} judgements begin with {id!r}" if found else " there is no such judgement that holds"
        raise NotInLedger(f"undo:{begin}; `tawthiq undo --list` names all")
    one = found[0]
    if one.kind not in _SPLIT:
        return found
    made = told.judgements_of(ledger.connection, _SPLIT)
    return [other for other in made if (other.who, other.when) == (one.who, one.when)]


def _latest(ledger: Ledger, who: str | None = None) -> Judgement | None:
    """The latest judgement that holds, of somebody or of all."""
    back = told.judgements_back(ledger.connection, who=who)
    while some := tuple(islice(back, _FEW)):
        held = _held(ledger, some)
        if found := next((one for one in some if one.id in held), None):
            return found
    return None


def _held(ledger: Ledger, some: Iterable[Judgement]) -> set[str]:
    """Which of these judgements hold, by their ids."""
    known = {one.id: one for one in some}
    about = told.judgements_on(ledger.connection, known)
    return {one.id for one in holding({**known, **{one.id: one for one in about}}.values())}


def _concerned(ledger: Ledger, judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements about claims at the end of the rows of undos that begin with these."""
    found, open_ = [], list(judgements)
    while open_:
        undos = [one for one in open_ if one.kind == "undo"]
        found += [one for one in open_ if one.kind != "undo"]
        open_ = list(told.judgements_named(ledger.connection, [id for one in undos for id in one.subjects]))
    return found
