"""Every decision, the latest first."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from tawthiq.operations import judging
from tawthiq.web import blind, stood
from tawthiq.web.desk import AtDesk

router = APIRouter()
_MOST, _LAST = 100, 1_000_000


@router.get("/history")
def history(desk: AtDesk, page: Annotated[int, Query(le=_LAST)] = 1) -> Response:
    """Who decided what, when, and whether it holds."""
    found = judging.page(desk.ledger, (max(page, 1) - 1) * _MOST, _MOST)
    pages = max(1, -(-found.total // _MOST))
    if page > pages:
        return desk.go(f"/history?page={pages}")
    decisions = blind.seen(desk, found.judgements)
    judgements = [one for one, _ in decisions]
    return desk.page(
        "history.html", decisions=decisions, stood=stood.before(desk, judgements),
        taken_back=stood.taken_back(desk, judgements), page=max(page, 1), total=found.total, pages=pages,
    )  # fmt: skip
