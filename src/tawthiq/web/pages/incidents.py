"""The list of incidents, and one incident."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from tawthiq.contract.doers import called
from tawthiq.exporters import EXPORTERS
from tawthiq.operations import leaving, reviewing, searches
from tawthiq.reconciling.incident import CODEBOOKS
from tawthiq.web import blind, browse, people, stood, walk
from tawthiq.web.accounts import table, tolls
from tawthiq.web.chart import chart
from tawthiq.web.desk import AtDesk, inpath, with_query
from tawthiq.web.query import FACETS, ORDERS, box_of

router = APIRouter()
# How many reports stand in full beside an incident; the others are named.
_TEXTS = 12


@router.get("/")
def incidents(desk: AtDesk) -> Response:
    """The list that the address asks for."""
    found = browse.page(desk.ledger, desk.query)
    if desk.query.page > found.pages:
        return desk.go(with_query("/", desk.query, page=found.pages))
    finished = "finished" in desk.request.query_params and found.total and not walk.queued(desk.ledger, desk.query)
    return desk.page(
        "incidents.html", found=found, facets=FACETS, orders=ORDERS,
        formats=list(EXPORTERS), kept=searches.kept(desk.ledger, desk.person.name),
        finished=finished,
    )  # fmt: skip


@router.get("/spread")
def spread(desk: AtDesk, step: float = 1.0, view: str = "") -> Response:
    """What the map and the timeline show."""
    return JSONResponse(browse.spread(desk.ledger, desk.query, box_of(view), step))


@router.get("/next")
def queued(desk: AtDesk) -> Response:
    """On to the next claim that nobody decided about."""
    claim = walk.queued(desk.ledger, desk.query, desk.request.query_params.get("incident"))
    if claim is None:
        return desk.go(with_query("/", desk.query, finished=1))
    return desk.go(with_query(f"/claims/{inpath(claim)}", desk.query))


@router.get("/incidents/{id}")
def incident(desk: AtDesk, id: str, book: str = "airwars") -> Response:
    """One incident with everything behind it, under one codebook."""
    book = book if book in CODEBOOKS else "airwars"
    shown = desk.looked_up(id)
    if (claim := blind.waiting(desk, shown.incident["claims"])) is not None:
        return desk.go(blind.reading(claim))
    sheets = reviewing.sheets(desk.ledger, [source.id for source in shown.reports])
    verdicts = {one.read.id: one.verdict for sheet in sheets for one in sheet.claims if one.verdict}
    shown = people.for_desk(desk, shown)
    left = leaving.left(desk.ledger, shown.incident["id"])
    open_to = set(desk.shown(one.told.id for one in left)) - set(blind.pending_for(desk))
    return desk.page(
        "incident.html", shown=shown, incident=shown.incident, named=people.someones(shown), book=book,
        books=list(CODEBOOKS),
        table=table(shown, book, verdicts), tolls=tolls(shown.incident, book), sheets=sheets[:_TEXTS],
        verdicts=verdicts, chart=chart(shown.timeline, desk.preferences.direction), called=called(shown.claims),
        left=[one for one in left if one.told.id in open_to],
        decides=desk.decides([shown.incident["id"]]), stood=stood.before(desk, shown.judgements),
    )  # fmt: skip
