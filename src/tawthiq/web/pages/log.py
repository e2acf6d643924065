"""The log of the ledger, entry by entry."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from tawthiq.operations import checking
from tawthiq.web import blind
from tawthiq.web.desk import AtDesk

router = APIRouter()
_MOST, _LAST = 200, 2**62


@router.get("/log")
def log(desk: AtDesk, before: Annotated[int | None, Query(le=_LAST)] = None) -> Response:
    """Who added what, the latest first."""
    desk.need("admin")
    entries = checking.entries(desk.ledger, before, _MOST)
    told = {one.id for one, _ in blind.seen(desk, ((one, True) for entry in entries for one in entry.judgements))}
    return desk.page("log.html", entries=entries, told=told)
