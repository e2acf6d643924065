"""The log of the ledger, entry by entry."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.operations import checking
from tawthiq.web.desk import AtDesk

router = APIRouter()
_MOST = 200


@router.get("/log")
def log(desk: AtDesk, before: int | None = None) -> Response:
    """Who added what, the latest first."""
    desk.need("admin")
    return desk.page("log.html", entries=checking.entries(desk.ledger, before, _MOST))
