"""The log of the ledger, entry by entry."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.operations import checking
from tawthiq.web import blind
from tawthiq.web.desk import AtDesk

router = APIRouter()
_MOST = 200


@router.get("/log")
def log(desk: AtDesk, before: int | None = None) -> Response:
    """Who added what, the latest first."""
    desk.need("admin")
    entries = checking.entries(desk.ledger, before, _MOST)
    told = {one.id for one, _ in blind.seen(desk, ((one, True) for entry in entries for one in entry.judgements))}
    return desk.page("log.html", entries=entries, told=told)
