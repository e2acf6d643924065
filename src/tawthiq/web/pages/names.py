"""Who is named in the incidents of the list, and deciding who is who."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from tawthiq.errors import UsageError
from tawthiq.judging import OTHER_PERSON, SAME_PERSON
from tawthiq.ledger.named import document_of
from tawthiq.operations import judging
from tawthiq.operations.judging import Decided, Judge
from tawthiq.web import blind, people
from tawthiq.web.desk import AtDesk, Desk, Sent, one, with_query
from tawthiq.web.pages.deciding import answer
from tawthiq.web.people import Someone, Wish

router = APIRouter()
_WHO: Mapping[str, Callable[[Judge, Sequence[str]], Decided]] = {
    SAME_PERSON: judging.same_person, OTHER_PERSON: judging.other_person,
}  # fmt: skip
_ENOUGH = 30
_OWN = frozenset({"name", "doubtful", "start"})


@router.get("/names")
def names(
    desk: AtDesk, name: Annotated[str, Query(max_length=200)] = "", doubtful: bool = False,
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:  # fmt: skip
    """The persons whom the reports of the list name."""
    found = people.page(desk, Wish(name, doubtful, start, _ENOUGH))
    together = (list(group) for _, group in groupby(found.shown, key=attrgetter("at")))
    groups = [
        (
            some[0].incident,
            [Someone(one.incident["id"], one.person, one.others) for one in some],
            desk.decides([some[0].incident["id"]]),
        )
        for some in together
    ]
    more: dict[str, object] = {"name": name, "start": found.onward, **({"doubtful": 1} if doubtful else {})}
    kept = [pair for pair in desk.request.query_params.multi_items() if pair[0] not in _OWN]
    onward = with_query("/names", desk.query, **more) if found.onward is not None else ""
    return desk.page(
        "names.html", found=groups, asked_name=name, doubtful=doubtful, kept=kept, onward=onward, looked=found.looked
    )


@router.post("/who")
def who(desk: AtDesk, sent: Sent) -> Response:
    """Say that namings are of one person, or that the first is another than the others."""
    return answer(desk, sent, decided(desk, one(sent, "kind"), sent.get("naming", []), one(sent, "note")))


def decided(desk: Desk, kind: str, namings: Sequence[str], note: str) -> Decided:
    """Decide who is who, where the reports are for this person to decide about."""
    desk.need("reviewer")
    if kind not in _WHO:
        raise UsageError(f"who: {kind!r} is no decision about who is who")
    desk.open_to(namings, reviews=True)
    blind.refuse(desk, map(document_of, namings))
    return _WHO[kind](desk.judge(note), namings)
