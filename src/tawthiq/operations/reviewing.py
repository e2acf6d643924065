"""Looking at one report beside its claims: what was read, what people decided, and how it reads now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tawthiq.incidents import Judgement, Naming, Told
from tawthiq.judging import VERDICTS, holding, judged
from tawthiq.ledger import named, told
from tawthiq.ledger.connect import opened
from tawthiq.ledger.records import Held
from tawthiq.ledger.view import View
from tawthiq.operations.judging import seen_of


@dataclass(frozen=True, slots=True)
class Checked:
    """A harm claim of a report: as it was read, as it reads after corrections, its incident, the judgements on it that
    hold, the latest verdict ("" before there is one), and `seen` for `judging.Judge`."""

    read: Told
    now: Told
    incident: str | None
    judgements: tuple[Judgement, ...]
    verdict: str
    seen: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report with its harm claims, and the victims that it names, in the order of the text."""

    report: Held
    claims: tuple[Checked, ...]
    names: tuple[Naming, ...] = ()


def sheet(ledger: str, document: str) -> Sheet:
    """A report by its id. Raises NotInLedger."""
    return sheets(ledger, [document])[0]


def sheets(ledger: str, documents: Sequence[str]) -> tuple[Sheet, ...]:
    """Reports by their ids, in that order. Raises NotInLedger."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        view = View(open_ledger)
        held = [view.document(document) for document in documents]
        tolds = told.of_documents(connection, documents)
        claims = [t.id for some in tolds.values() for t in some]
        homes = told.homes(connection, claims)
        judgements = on_claims(holding(told.judgements_on(connection, claims)))
        names = named.of_documents(connection, documents)
    return tuple(
        Sheet(one, tuple(_checked(t, homes.get(t.id), judgements.get(t.id, ())) for t in tolds[one.id]), names[one.id])
        for one in held
    )


def verdicts(ledger: str, claims: Iterable[str] | None = None) -> Mapping[str, str]:
    """The latest verdict of every claim that has one; of these claims, where they are given (and maybe of more)."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        held = holding(told.judgements(connection) if claims is None else told.judgements_on(connection, claims))
    return {claim: one.kind for one in held if one.kind in VERDICTS for claim in one.subjects}


def claims_in_order(ledger: str, incident: str) -> tuple[str, ...]:
    """The claims of an incident as they are gone through: report by report, the earliest first, in the order of the
    text. Empty for an incident that there is not."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        tolds = told.of_incidents(connection, [incident])[incident]
    return tuple(t.id for t in sorted(tolds, key=attrgetter("order")))


def on_claims(held: tuple[Judgement, ...]) -> dict[str, tuple[Judgement, ...]]:
    """The judgements by claim, oldest first."""
    found: dict[str, list[Judgement]] = {}
    for judgement in held:
        for claim in judgement.subjects:
            found.setdefault(claim, []).append(judgement)
    return {claim: tuple(some) for claim, some in found.items()}


def _checked(read: Told, incident: str | None, judgements: tuple[Judgement, ...]) -> Checked:
    (now,), _ = judged((read,), judgements)
    verdict = next((one.kind for one in reversed(judgements) if one.kind in VERDICTS), "")
    return Checked(read, now, incident, judgements, verdict, seen_of(judgements, [read.id]))
