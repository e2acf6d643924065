"""One report with every claim in it."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.operations import reviewing
from tawthiq.web import blind
from tawthiq.web.desk import AtDesk

router = APIRouter()


@router.get("/reports/{id:path}")
def report(desk: AtDesk, id: str) -> Response:
    """The unchanged text beside the claims."""
    sheet = reviewing.sheet(desk.ledger, id)
    if (claim := blind.waiting(desk, [one.read.id for one in sheet.claims])) is not None:
        return desk.go(blind.reading(claim))
    return desk.page("report.html", sheet=sheet)
