"""Searches that a person keeps by name: what is kept is the list's address."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.operations import searches
from tawthiq.web.desk import AtDesk, Sent, one, with_query

router = APIRouter()


@router.post("/searches")
def keep(desk: AtDesk, sent: Sent) -> Response:
    """Keep the question of the address under a name, or keep it no longer."""
    who, name = desk.person.name, one(sent, "name")
    if one(sent, "drop"):
        searches.drop(desk.ledger, who, one(sent, "drop"))
    else:
        searches.keep(desk.ledger, who, name, desk.query.address)
    return desk.go(with_query("/", desk.query))
