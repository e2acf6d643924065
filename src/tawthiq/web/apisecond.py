"""The JSON API of the second reading."""

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from tawthiq import contract
from tawthiq.contract import Json
from tawthiq.operations import reviewing, second, telling
from tawthiq.operations.corrections import values_of
from tawthiq.operations.second import Drawing
from tawthiq.web import blind
from tawthiq.web.api import REFUSALS, SEALED, Decisions, told
from tawthiq.web.desk import AtDesk


class NewSample(BaseModel):
    """A sample for a reader: `share` in percent, or `number`, of the claims that others decided about, in the
    incidents that the query of the address asks for."""

    model_config = ConfigDict(extra="forbid")
    reader: str = Field(min_length=1, max_length=80)
    share: float | None = Field(None, gt=0, le=100)
    number: int | None = Field(None, ge=1, le=1_000_000)


class Waiting(BaseModel):
    """The claims that wait for the holder of the token, with the first of them as it was read."""

    claims: list[str]
    first: dict[str, Any] | None
    report: str | None
    text: str | None


class SecondReading(BaseModel):
    """A second reading of a claim; correct takes `values`, fields as they are written on the command line."""

    model_config = ConfigDict(extra="forbid")
    claim: str = Field(min_length=1, max_length=300)
    kind: Literal["accept", "reject", "unsure", "correct"]
    values: dict[str, str] = Field(default_factory=dict, max_length=20)
    note: str = Field("", max_length=2000)


class Settling(BaseModel):
    """Which of two readings that differ holds."""

    model_config = ConfigDict(extra="forbid")
    claim: str = Field(min_length=1, max_length=300)
    which: Literal["first", "second"]
    note: str = Field("", max_length=2000)


router = APIRouter(prefix="/api/v1/second", responses=REFUSALS)


@router.get("")
def board(desk: AtDesk) -> Json:
    """Samples, agreement with Cohen's kappa by verdict and field, and the claims on which both differ."""
    found = second.board(desk.ledger)
    return telling.board(found._replace(differences=tuple(blind.open_differences(desk, found))))


@router.post("/samples", status_code=201, dependencies=SEALED)
def draw(desk: AtDesk, wanted: NewSample) -> Json:
    """Draw a sample."""
    desk.need("editor")
    within = blind.for_reader(desk, wanted.reader)
    return telling.sample(second.draw(desk.judge(), Drawing(**wanted.model_dump(), wanted=within)))


@router.get("/waiting")
def waiting(desk: AtDesk) -> Waiting:
    """What waits for a second reading by the holder of the token."""
    claims = blind.pending_for(desk)
    if not claims:
        return Waiting(claims=[], first=None, report=None, text=None)
    sheet = reviewing.sheet(desk.ledger, claims[0].rpartition(":")[0])
    read = next(one.read for one in sheet.claims if one.read.id == claims[0])
    text = sheet.report.text.encode("utf-8", "replace").decode("utf-8")
    return Waiting(claims=claims, first=contract.claim(read.claim), report=sheet.report.id, text=text)


@router.post("/readings", status_code=201, dependencies=SEALED)
def read(desk: AtDesk, reading: SecondReading) -> Decisions:
    """Read a claim second."""
    desk.need("reviewer")
    desk.open_to([reading.claim], reviews=True)
    values = values_of(f"{field}={value}" for field, value in reading.values.items()) if reading.values else {}
    return told(second.read(desk.judge(reading.note), reading.claim, reading.kind, values))


@router.post("/settled", status_code=201, dependencies=SEALED)
def settle(desk: AtDesk, settling: Settling) -> Decisions:
    """Let one of two readings that differ hold."""
    desk.need("editor")
    desk.open_to([settling.claim], reviews=True)
    blind.refuse(desk, [settling.claim])
    return told(second.settle(desk.judge(settling.note), settling.claim, settling.which))
