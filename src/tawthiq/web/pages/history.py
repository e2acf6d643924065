"""Every decision, the latest first."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.operations import judging
from tawthiq.web import blind
from tawthiq.web.desk import AtDesk

router = APIRouter()
_MOST = 100


@router.get("/history")
def history(desk: AtDesk, page: int = 1) -> Response:
    """Who decided what, when, and whether it holds."""
    everything = blind.seen(desk, judging.judgements(desk.ledger)[::-1])
    start = (max(page, 1) - 1) * _MOST
    return desk.page(
        "history.html", decisions=everything[start : start + _MOST], page=max(page, 1), total=len(everything),
        pages=max(1, -(-len(everything) // _MOST)),
    )  # fmt: skip
