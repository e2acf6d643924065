"""Working out anew the incidents that changed: their tolls by each codebook, their grade, their accounts."""

from collections.abc import Callable, Iterable, Sequence

from tawthiq import contract, reconciling
from tawthiq.incidents import Judgement, Told
from tawthiq.judging import VERDICTS, holding
from tawthiq.ledger import search, standing, told
from tawthiq.ledger.connect import Ledger
from tawthiq.ledger.neighbours import Neighbours
from tawthiq.ledger.standing import Standing

_GROUP = 100
_NAMES = 40


def settle(ledger: Ledger, progress: Callable[[int], object] = lambda done: None) -> int:
    """Work out every incident that is stale; returns how many. Ended on the way, the next run goes on."""
    done = 0
    while True:
        with ledger.writing() as connection:
            stale = Neighbours(connection).stale(_GROUP)
            if not stale:
                return done
            found = worked_out(ledger, stale)
            standing.keep(connection, found, [id for id in stale if id not in {one.incident["id"] for one in found}])
        done += len(stale)
        progress(len(stale))


def worked_out(ledger: Ledger, incidents: Sequence[str]) -> list[Standing]:
    """These incidents as they stand now, those that there are."""
    members = told.of_incidents(ledger.connection, incidents)
    held = holding(told.judgements_on(ledger.connection, [t.id for some in members.values() for t in some]))
    by_claim: dict[str, list[Judgement]] = {}
    for judgement in held:
        for claim in judgement.subjects:
            by_claim.setdefault(claim, []).append(judgement)
    return [_one(id, tolds, by_claim) for id, tolds in members.items() if tolds]


def _one(id: str, tolds: list[Told], by_claim: dict[str, list[Judgement]]) -> Standing:
    on_them = {judgement.id: judgement for t in tolds for judgement in by_claim.get(t.id, ())}
    found = reconciling.incident(id, tolds, on_them.values())
    reported = max((t.published.isoformat() for t in tolds if t.published), default=None)
    return Standing(contract.incident(found), _places(tolds), reported, _checked(tolds, on_them.values()))


def _checked(tolds: Sequence[Told], judgements: Iterable[Judgement]) -> str:
    """Whether people decided on all, some or none of the claims."""
    decided = {claim for one in judgements if one.kind in VERDICTS for claim in one.subjects}
    number = sum(t.id in decided for t in tolds)
    return "none" if not number else "all" if number == len(tolds) else "some"


def _places(tolds: Iterable[Told]) -> str:
    """The names of the places, folded, each once."""
    places = [t.claim.place for t in tolds if t.claim.place is not None]
    names = dict.fromkeys(name for place in places for name in (place.name, place.text, place.admin1) if name)
    return " | ".join(dict.fromkeys(" ".join(search.words_of(name)) for name in list(names)[:_NAMES]))
