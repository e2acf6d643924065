"""What stood before the decisions that a page shows, as far as it is for the person who looks."""

from collections.abc import Iterable, Mapping

from tawthiq.incidents import Judgement
from tawthiq.operations import earlier
from tawthiq.operations.earlier import Earlier
from tawthiq.web import blind
from tawthiq.web.desk import Desk


def before(desk: Desk, judgements: Iterable[Judgement]) -> Mapping[str, Earlier]:
    """What stood before each of these decisions; of those that are also about what is not for this person, nothing."""
    judgements = list(judgements)
    found = earlier.before(desk.ledger, judgements)
    if not desk.seen_by:
        return found
    shown = set(desk.shown({claim for one in judgements if one.id in found for claim in one.subjects}))
    return {one.id: found[one.id] for one in judgements if one.id in found and shown.issuperset(one.subjects)}


def taken_back(desk: Desk, judgements: Iterable[Judgement]) -> Mapping[str, list[Judgement]]:
    """The decisions that each undo took back, of those that are for this person."""
    found = earlier.taken_back(desk.ledger, judgements)
    return {id: [one for one, _ in blind.seen(desk, [(one, False) for one in some])] for id, some in found.items()}
