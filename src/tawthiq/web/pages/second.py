"""The second reading: samples, how far both readings agree, and one claim as nobody decided about it."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.errors import UsageError
from tawthiq.judging import VERDICTS
from tawthiq.operations import reviewing, second, team
from tawthiq.operations.corrections import values_of
from tawthiq.operations.roles import may
from tawthiq.operations.second import FIRST, OTHER, Drawing
from tawthiq.web import blind
from tawthiq.web.corrections import changes
from tawthiq.web.desk import AtDesk, Desk, Sent, one
from tawthiq.web.pages.claims import page
from tawthiq.web.query import number
from tawthiq.web.walk import Neighbours

router = APIRouter()
_MOST = 100


@router.get("/second")
def board(desk: AtDesk) -> Response:
    """Samples, agreement, differences."""
    waiting = blind.pending_for(desk)
    found = second.board(desk.ledger)
    shown = blind.open_differences(desk, found)[:_MOST]
    return desk.page(
        "second.html", board=found, differences=shown, waiting=waiting, verdicts=VERDICTS, sides=(FIRST, OTHER),
        readers=_readers(desk), finished="finished" in desk.request.query_params,
    )  # fmt: skip


@router.post("/second/draw")
def draw(desk: AtDesk, sent: Sent) -> Response:
    """Draw a sample of the claims of the list."""
    desk.need("editor")
    size, reader = number(one(sent, "size")), one(sent, "reader")
    known = _readers(desk)
    if not size or (known and reader not in known):
        raise UsageError(desk.words.text("second_size" if not size else "second_reader"))
    drawing = Drawing(reader, wanted=blind.for_reader(desk, reader))
    by_share = one(sent, "unit") != "number"
    second.draw(desk.judge(), drawing._replace(share=float(size)) if by_share else drawing._replace(number=size))
    return desk.go("/second")


@router.get("/second/claims/{id:path}")
def claim(desk: AtDesk, id: str) -> Response:
    """A claim as it was read, without what anybody decided; on to one that waits where it does not (any more)."""
    pending = tuple(blind.pending_for(desk))
    if id not in pending:
        return desk.go(blind.reading(pending[0]) if pending else "/second?finished=1")
    sheet = reviewing.sheet(desk.ledger, id.rpartition(":")[0])
    read = next(found.read for found in sheet.claims if found.read.id == id)
    at, after = pending.index(id), [other for other in pending if other != id]
    beside = Neighbours(
        pending, at, pending[at - 1] if at else None, pending[at + 1] if at + 1 < len(pending) else None
    )
    onward = blind.reading(beside.after or after[0]) if after else "/second?finished=1"
    return page(desk, sheet, reviewing.Checked(read, read, None, (), "", ""), beside, onward)


@router.post("/second")
def read(desk: AtDesk, sent: Sent) -> Response:
    """Read a claim second."""
    desk.need("reviewer")
    kind = one(sent, "kind")
    values = values_of(changes(sent, desk.words)) if kind == "correct" else {}
    decided = second.read(desk.judge(one(sent, "note")), one(sent, "claim"), kind, values)
    added = [{"id": found.id, "kind": kind} for found in decided.judgements]
    return desk.go(one(sent, "then") or "/second", judgements=added)


@router.post("/second/settle")
def settle(desk: AtDesk, sent: Sent) -> Response:
    """Let the first or the second reading hold."""
    desk.need("editor")
    blind.refuse(desk, sent.get("claim", []))
    second.settle(desk.judge(one(sent, "note")), one(sent, "claim"), one(sent, "which"))
    return desk.go("/second#differences")


def _readers(desk: Desk) -> list[str]:
    """Who may read second: in a team the accounts that may review; on one's own anybody."""
    if not desk.in_team:
        return []
    return [account.name for account in team.accounts(desk.ledger) if may(account.role, "reviewer")]
