"""The JSON API: the same operations as the pages, documented in /api/openapi.json."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from tawthiq import contract
from tawthiq.contract import Json
from tawthiq.errors import UsageError
from tawthiq.judging import WHO
from tawthiq.operations import judging, listing, outside, reviewing, telling
from tawthiq.operations.corrections import values_of
from tawthiq.operations.judging import Decided
from tawthiq.web import blind, browse, people
from tawthiq.web.desk import AtDesk, Desk
from tawthiq.web.guard import fits
from tawthiq.web.pages.names import decided as who
from tawthiq.web.query import MOST, ORDERS

_MANY = 500


class Problem(BaseModel):
    """What went wrong, in words for a person."""

    error: int | str
    said: str = ""


class Incidents(BaseModel):
    """A page of incidents as `tawthiq incidents --format json` lists them, with the counts of each facet."""

    total: int
    page: int
    pages: int
    facets: dict[str, dict[str, int]]
    incidents: list[dict[str, Any]]


class Decision(BaseModel):
    """A decision. accept, reject and unsure take `claims`; correct takes one of them and `values`, fields as they are
    written on the command line; merge takes `incidents`; split takes one of them and the `claims` that go; same_person
    and other_person take `names`, the ids of namings of victims.
    `seen`, from a report's claim, refuses the decision (409) where somebody decided since."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["accept", "reject", "unsure", "correct", "merge", "split", "same_person", "other_person"]
    claims: list[str] = Field(default_factory=list, max_length=_MANY)
    incidents: list[str] = Field(default_factory=list, max_length=_MANY)
    names: list[str] = Field(default_factory=list, max_length=_MANY)
    values: dict[str, str] = Field(default_factory=dict, max_length=20)
    note: str = Field("", max_length=2000)
    seen: str | None = None


class Undo(BaseModel):
    """The judgement to take back, by its id."""

    model_config = ConfigDict(extra="forbid")
    judgement: str = Field(min_length=2, max_length=40)


class Decisions(BaseModel):
    """The judgements that were added, and the incidents that they concern."""

    judgements: list[dict[str, Any]]
    incidents: list[str]


def sealed(request: Request) -> None:
    """A program shows a token; a page of this site shows its seal."""
    if not fits(request.headers.get("x-seal", ""), request.state.person):
        raise HTTPException(403, "seal")


REFUSALS: dict[int | str, dict[str, Any]] = {status: {"model": Problem} for status in (400, 401, 403, 404, 409, 503)}
SEALED = [Depends(sealed)]
ID = Path(min_length=1, max_length=300)
router = APIRouter(prefix="/api/v1", responses=REFUSALS)


@router.get("/incidents")
def incidents(
    desk: AtDesk,
    q: Annotated[str, Query(max_length=500, description="Words of a report; also place, since, until, killed, box and "
                            "the facets grade, event, country, actor, checked (each may be given again)")] = "",
    order: Annotated[str, Query(description=f"One of {', '.join(ORDERS)}")] = "newest",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Incidents:  # fmt: skip
    """The incidents that the query asks for, as the address of the list has it."""
    asked = desk.query
    found = listing.page(desk.ledger, asked.wanted._replace(skip=(page - 1) * MOST, most=MOST))
    facets = {facet: dict(counts) for facet, counts in found.facets.items()}
    return Incidents(
        total=found.total, page=page, pages=max(1, -(-found.total // MOST)), facets=facets,
        incidents=[outside.incident(one) if desk.seen_by else one for one in found.incidents],
    )  # fmt: skip


@router.get("/incidents/{id}")
def incident(desk: AtDesk, id: Annotated[str, ID]) -> Json:
    """One incident with its claims, reports, timeline and decisions."""
    shown = desk.looked_up(id)
    blind.refuse(desk, shown.incident["claims"])
    return telling.incident(people.for_desk(desk, shown))


@router.get("/names")
def names(
    desk: AtDesk, name: Annotated[str, Query(max_length=200, description="Words of a name, in any spelling")] = "",
    doubtful: Annotated[bool, Query(description="Only who may be the same as somebody else")] = False,
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0, most: Annotated[int, Query(ge=1, le=_MANY)] = 100,
) -> list[dict[str, Any]]:  # fmt: skip
    """Who is named in the incidents that the query asks for, by whom, and who may be the same as somebody else."""
    found = people.listed(desk, people.Wish(name, doubtful, skip, most))
    return [telling.listed(one) for one in found]


@router.get("/spread")
def spread(desk: AtDesk, step: Annotated[float, Query(gt=0, le=10)] = 1.0) -> Json:
    """How the incidents that the query asks for spread over months and over the map."""
    return browse.spread(desk.ledger, desk.query, desk.query.box, step)


@router.get("/reports/{id:path}")
def report(desk: AtDesk, id: Annotated[str, ID]) -> Json:
    """One report with its text and its claims, as they read now and as they were read."""
    sheet = reviewing.sheet(desk.ledger, id)
    blind.refuse(desk, [one.read.id for one in sheet.claims])
    return telling.report(sheet)


@router.get("/decisions")
def decisions(desk: AtDesk) -> list[dict[str, Any]]:
    """Every judgement, oldest first, and whether it holds."""
    everything = blind.seen(desk, judging.judgements(desk.ledger))
    return [{**contract.judgement(one), "holds": holds} for one, holds in everything]


@router.post("/decisions", status_code=201, dependencies=SEALED)
def decide(desk: AtDesk, decision: Decision) -> Decisions:
    """Decide."""
    desk.need("editor" if decision.kind in ("merge", "split") else "reviewer")
    desk.open_to([*decision.claims, *decision.incidents], reviews=True)
    blind.refuse(desk, decision.claims)
    if decision.kind in WHO:
        return told(who(desk, decision.kind, decision.names, decision.note))
    return told(_decided(desk, decision))


@router.post("/undo", status_code=201, dependencies=SEALED)
def undo(desk: AtDesk, asked: Undo) -> Decisions:
    """Take a decision back; a reviewer their own."""
    desk.need("reviewer")
    desk.open_to(judging.concerned(desk.ledger, asked.judgement) if desk.seen_by else (), reviews=True)
    if not desk.may("editor") and not judging.all_by(desk.ledger, asked.judgement, desk.person.name):
        desk.need("editor")
    return told(judging.undo(desk.judge(), asked.judgement))


def _decided(desk: Desk, decision: Decision) -> Decided:
    judge = desk.judge(decision.note, decision.seen)
    if decision.kind == "merge":
        return judging.merge(judge, decision.incidents)
    if decision.kind == "split" and decision.incidents:
        return judging.split(judge, decision.incidents[0], decision.claims)
    if not decision.claims:
        raise UsageError(f"{decision.kind}: name what it is about")
    if decision.kind == "correct":
        values = values_of(f"{field}={value}" for field, value in decision.values.items())
        return judging.correct(judge, decision.claims[0], values)
    simple = {"accept": judging.accept, "reject": judging.reject, "unsure": judging.unsure}
    if decision.kind not in simple:
        raise UsageError(f"{decision.kind}: name the incident")
    return simple[decision.kind](judge, decision.claims)


def told(decided: Decided) -> Decisions:
    """What was decided, for a program."""
    return Decisions(
        judgements=[contract.judgement(one) for one in decided.judgements], incidents=list(decided.incidents)
    )
