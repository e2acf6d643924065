"""What a second reader does not see before they have read: the claims that wait for them, as others left them."""

from collections.abc import Iterable

from tawthiq.errors import NotAllowed
from tawthiq.incidents import Judgement
from tawthiq.judging import VERDICTS
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import access, second, team
from tawthiq.operations.roles import may
from tawthiq.operations.second import Board, Compared
from tawthiq.web.desk import Desk, inpath


def pending_for(desk: Desk) -> list[str]:
    """The claims that wait for a second reading by this person."""
    return desk.shown(second.pending(desk.ledger, desk.person.name))


def waiting(desk: Desk, claims: Iterable[str]) -> str | None:
    """The first of these claims that waits for a second reading by this person."""
    pending = set(pending_for(desk))
    return next((claim for claim in claims if claim in pending), None)


def reading(claim: str) -> str:
    """The address where a claim is read second."""
    return f"/second/claims/{inpath(claim)}"


def refuse(desk: Desk, names: Iterable[str]) -> None:
    """Raise NotAllowed where one of these claims, or of the claims of these reports, waits for this person."""
    pending = pending_for(desk)
    wanted = set(names)
    if found := [claim for claim in pending if claim in wanted or claim.rpartition(":")[0] in wanted]:
        raise NotAllowed(desk.words.text("second_first", claim=found[0]))


def for_reader(desk: Desk, reader: str) -> Wanted:
    """What the list asks for, of that what is for the reader too."""
    wanted = desk.query.wanted
    accounts = {account.name: account.role for account in team.accounts(desk.ledger)} if desk.in_team else {}
    if reader not in accounts or may(accounts[reader], "admin") or not access.limited(desk.ledger):
        return wanted
    return wanted._replace(seen_by=(*wanted.seen_by, reader))


def open_differences(desk: Desk, board: Board) -> list[Compared]:
    """The differences that are for this person and do not wait for them."""
    waiting = set(pending_for(desk))
    shown = set(desk.shown(one.read.id for one in board.differences)) - waiting
    return [one for one in board.differences if one.read.id in shown]


def seen(desk: Desk, decisions: Iterable[tuple[Judgement, bool]]) -> list[tuple[Judgement, bool]]:
    """The decisions that are for this person, without the verdicts on claims that wait for them."""
    found, pending = list(decisions), set(pending_for(desk))
    claims = set(desk.shown({claim for one, _ in found for claim in one.subjects if one.kind != "undo"}))
    return [
        (one, holds) for one, holds in found
        if one.kind == "undo"
        or (claims.issuperset(one.subjects) and (one.kind not in VERDICTS or not pending & set(one.subjects)))
    ]  # fmt: skip
