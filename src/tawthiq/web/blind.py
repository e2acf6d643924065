"""What a second reader does not see before they have read: the claims that wait for them, as others left them."""

from collections.abc import Iterable

from tawthiq.errors import NotAllowed
from tawthiq.incidents import Judgement
from tawthiq.judging import VERDICTS
from tawthiq.operations import second
from tawthiq.web.desk import Desk, inpath


def waiting(desk: Desk, claims: Iterable[str]) -> str | None:
    """The first of these claims that waits for a second reading by this person."""
    pending = set(second.pending(desk.ledger, desk.person.name))
    return next((claim for claim in claims if claim in pending), None)


def reading(claim: str) -> str:
    """The address where a claim is read second."""
    return f"/second/claims/{inpath(claim)}"


def refuse(desk: Desk, names: Iterable[str]) -> None:
    """Raise NotAllowed where one of these claims, or of the claims of these reports, waits for this person."""
    pending = second.pending(desk.ledger, desk.person.name)
    wanted = set(names)
    if found := [claim for claim in pending if claim in wanted or claim.rpartition(":")[0] in wanted]:
        raise NotAllowed(desk.words.text("second_first", claim=found[0]))


def seen(desk: Desk, decisions: Iterable[tuple[Judgement, bool]]) -> list[tuple[Judgement, bool]]:
    """The decisions without the verdicts on claims that wait for this person."""
    pending = set(second.pending(desk.ledger, desk.person.name))
    return [(one, holds) for one, holds in decisions if one.kind not in VERDICTS or not pending & set(one.subjects)]
