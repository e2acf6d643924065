"""What a partner's bundle holds into the ledger: reports that it lacks, and decisions on claims that read the same."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from tawthiq.errors import InputError, UnreadableInput
from tawthiq.incidents import Judgement
from tawthiq.judging import WHO
from tawthiq.ledger import named, told
from tawthiq.ledger.connect import JUDGE, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.writer import Writer
from tawthiq.model import Claim, Victim
from tawthiq.operations import recording
from tawthiq.operations.placing import Placer
from tawthiq.operations.settling import settle
from tawthiq.sources import bundles

_KINDS = ("same", "different", "accept", "reject", "correct", "unsure", *WHO)


class Imported(NamedTuple):
    """How many reports have which state (as `recording.tally` counts), and of the decisions how many were added, were
    there already, or were left, since a claim of theirs reads otherwise here."""

    reports: dict[str, int]
    added: int
    known: int
    left: int
    failures: tuple[InputError, ...]


def bundle(
    path: str, ledger: str, author: Author, jobs: int = 1, progress: Callable[[int], object] = lambda size: None
) -> Imported:
    """Add a bundle. Doing it again changes nothing. Raises InputError for a bundle that does not check, LedgerError."""
    failures: list[InputError] = []

    def noted(outcomes: Iterator[recording.Outcome]) -> Iterator[recording.Outcome]:
        for outcome in outcomes:
            if outcome.error is not None:
                failures.append(outcome.error)
            progress(outcome.size)
            yield outcome

    with bundles.opened(path) as found:
        counts = recording.tally(noted(recording.add(found.reports(), ledger, author, jobs)))
        try:
            judgements = [_judgement(row) for row in found.judgements()]
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableInput(f"{path}: a decision in it lacks or misstates {error}; ask for it again") from error
        wanted = {claim for judgement in judgements for claim in judgement.subjects}
        theirs = {one["id"]: one for one in chain(found.claims(), found.namings()) if one["id"] in wanted}
        decisions = _decide(judgements, theirs, ledger, author) if judgements else (0, 0, 0)
    return Imported(counts, *decisions, tuple(failures))


def _decide(
    judgements: list[Judgement], theirs: Mapping[str, Any], ledger: str, author: Author
) -> tuple[int, int, int]:
    """Add the decisions whose claims read here as there; how many were added, known and left."""
    with opened(ledger, JUDGE) as open_ledger:
        writer = Writer(open_ledger, author)
        with writer.batch() as connection:
            there = {judgement.id for judgement in told.judgements(connection)}
            new = [judgement for judgement in judgements if judgement.id not in there]
            subjects = [subject for one in new for subject in one.subjects]
            documents = told.documents_of(connection, subjects)
            claims = {t.id: t.claim for some in told.of_documents(connection, documents).values() for t in some}
            names = {id: one.victim for id, one in named.of_ids(connection, subjects).items() if id not in claims}
            ours: Mapping[str, Claim | Victim] = {**claims, **names}
            fit = [one for one in new if all(_alike(ours.get(id), theirs.get(id)) for id in one.subjects)]
            if fit:
                writer.judgements(fit)
                placer = Placer(writer)
                placer.begin()
                concerned = sorted({subject for one in fit for subject in one.subjects})
                placer.again(told.documents_of(connection, concerned))
                placer.mark(concerned)
        settle(open_ledger)
    return len(fit), len(judgements) - len(new), len(new) - len(fit)


def _alike(ours: Claim | Victim | None, theirs: Mapping[str, Any] | None) -> bool:
    """Whether a claim, or a naming, stands at the same place with the same words here and there."""
    if ours is None or theirs is None:
        return False
    words = ours.quote if isinstance(ours, Claim) else ours.name
    return (list(ours.span), words) == (theirs["span"], theirs.get("quote", theirs.get("name")))


def _judgement(row: Mapping[str, Any]) -> Judgement:
    if row["kind"] not in _KINDS or not row["subjects"]:
        raise ValueError(row["kind"])
    when = datetime.fromisoformat(row["when"])
    return Judgement(row["id"], row["kind"], tuple(row["subjects"]), row["who"], when, row["values"], row["why"])
