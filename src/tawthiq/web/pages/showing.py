"""What may be shown to anybody: figures without names, words of reports or exact positions, as a public export has."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.contract import Json
from tawthiq.exporters.public import coarse, public
from tawthiq.exporters.shapes import Record, Report
from tawthiq.reconciling.incident import CODEBOOKS
from tawthiq.web import blind, browse
from tawthiq.web.accounts import tolls
from tawthiq.web.chart import chart
from tawthiq.web.desk import AtDesk, with_query

router = APIRouter()


@router.get("/public")
def incidents(desk: AtDesk) -> Response:
    """A page of the list that the address asks for."""
    found = browse.page(desk.ledger, desk.query)
    if desk.query.page > found.pages:
        return desk.go(with_query("/public", desk.query, page=found.pages))
    shown = [(row, _shown(row.incident)) for row in found.rows]
    return desk.page("public-list.html", found=found, shown=shown)


@router.get("/incidents/{id}/public")
def incident(desk: AtDesk, id: str, book: str = "airwars") -> Response:
    """One incident under one codebook."""
    book = book if book in CODEBOOKS else "airwars"
    shown = desk.looked_up(id)
    if (claim := blind.waiting(desk, shown.incident["claims"])) is not None:
        return desk.go(blind.reading(claim))
    reports = tuple(Report(*one) for one in shown.reports)
    found = public(Record(shown.incident, shown.claims, shown.rejected, reports)).incident
    accounts = [
        (after, after["label"] == before["label"])
        for before, after in zip(shown.incident["sources"], found["sources"], strict=True)
    ]
    return desk.page(
        "public.html", incident=found, id=shown.incident["id"], book=book, books=list(CODEBOOKS),
        tolls=tolls(found, book), accounts=accounts, chart=chart(shown.timeline, desk.preferences.direction),
    )  # fmt: skip


def _shown(incident: Json) -> Json:
    return {**incident, "place": coarse(incident["place"])}
