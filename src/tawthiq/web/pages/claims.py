"""One claim beside its source text."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.errors import NotInLedger
from tawthiq.language.eventtypes import event_types
from tawthiq.operations import leaving, reviewing
from tawthiq.operations.corrections import OUTCOMES, STATUSES
from tawthiq.operations.reviewing import Checked, Sheet
from tawthiq.web import blind, stood, walk
from tawthiq.web.corrections import texts_of
from tawthiq.web.desk import AtDesk, Desk, inpath, with_query
from tawthiq.web.walk import Neighbours

router = APIRouter()


@router.get("/claims/{id:path}")
def claim(desk: AtDesk, id: str) -> Response:
    """The fields, the text, and what can be decided."""
    if blind.waiting(desk, [id]):
        return desk.go(blind.reading(id))
    sheet = reviewing.sheet(desk.ledger, id.rpartition(":")[0])
    found = next((one for one in sheet.claims if one.read.id == id), None)
    if found is None:
        raise NotInLedger(f"there is no claim {id!r} in the report any more; look at the report again")
    beside = walk.neighbours(desk.ledger, found.incident, id, desk.query)
    onward = with_query(f"/claims/{inpath(beside.after or id)}", desk.query)
    return page(desk, sheet, found, beside, onward)


def page(desk: Desk, sheet: Sheet, found: Checked, beside: Neighbours, onward: str) -> Response:
    """The page of a claim; `onward` is where a decision leads. It is for a second reading where that is the path."""
    return desk.page(
        "claim.html", sheet=sheet, checked=found, beside=beside, onward=onward, fields=texts_of(found.now.claim),
        decides=desk.decides([found.read.id]), stood=stood.before(desk, found.judgements),
        left=_left(desk, found), second=desk.request.url.path.startswith("/second/"),
        outcomes=OUTCOMES, statuses=STATUSES, events=list(event_types()),
    )  # fmt: skip


def _left(desk: Desk, found: Checked) -> str | None:
    """The incident that a claim was in last, where it is in none now."""
    if found.incident is not None:
        return None
    home = leaving.before(desk.ledger, [found.read.id]).get(found.read.id)
    return home if home is not None and desk.sees(home) else None
