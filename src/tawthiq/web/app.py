"""The application: every page, the files of the package, and what is said when something goes wrong."""

import logging

from fastapi import FastAPI, Request
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

from tawthiq import __version__
from tawthiq.errors import (
    DecidedMeanwhile,
    FullLedger,
    LockedLedger,
    NotAllowed,
    NotInLedger,
    ReadOnlyLedger,
    TawthiqError,
    UsageError,
)  # fmt: skip
from tawthiq.web import api, apisecond
from tawthiq.web.desk import OUTLINES, data_folder, desk, static_folder
from tawthiq.web.guard import Gate, Guard
from tawthiq.web.pages import (
    claims,
    deciding,
    exporting,
    history,
    incidents,
    log,
    names,
    reports,
    searches,
    second,
    settings,
    showing,
)

ROUTERS = (
    incidents.router,
    reports.router,
    claims.router,
    deciding.router,
    history.router,
    names.router,
    second.router,
    searches.router,
    log.router,
    settings.router,
    exporting.router,
    showing.router,
)
_STATUS: tuple[tuple[type[TawthiqError], int], ...] = (
    (NotInLedger, 404), (UsageError, 400), (DecidedMeanwhile, 409), (LockedLedger, 503),
    (NotAllowed, 403), (ReadOnlyLedger, 507), (FullLedger, 507),
)  # fmt: skip
_LOG = logging.getLogger(__name__)


def create(ledger: str, gate: Gate, hosts: frozenset[str]) -> FastAPI:
    """The application on a ledger. `hosts` are the names that it answers to; none given, any."""
    app = FastAPI(
        title="Tawthiq", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        description="Incidents, reports with their claims, and decisions. Show a token as `Authorization: Bearer …`.",
    )  # fmt: skip
    app.state.ledger = ledger
    app.state.team = False
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(api.router)
    app.include_router(apisecond.router)
    app.add_route(f"/static/{OUTLINES}", lambda _: FileResponse(data_folder() / OUTLINES))
    app.mount("/static", StaticFiles(directory=static_folder()))
    app.add_middleware(Guard, gate=gate, hosts=hosts)
    app.add_exception_handler(TawthiqError, _told)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(404, _told)
    app.add_exception_handler(403, _told)
    app.add_exception_handler(500, _told)
    return app


def status_of(error: Exception) -> int:
    """The HTTP status of an error."""
    if isinstance(error, HTTPException):
        return error.status_code
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


async def _unreadable(request: Request, error: Exception) -> Response:
    """What stands for a number in an address and is none: a program is told where, a person that there is no page."""
    if request.url.path.startswith("/api/") and isinstance(error, RequestValidationError):
        return await request_validation_exception_handler(request, error)
    return _told(request, HTTPException(404))


def _told(request: Request, error: Exception) -> Response:
    """What went wrong, as a page. Only errors that are meant for people are shown in words."""
    status = status_of(error)
    if not isinstance(error, TawthiqError) and status == 500:
        _LOG.error("a page failed", exc_info=error)
    said = str(error) if isinstance(error, TawthiqError) else ""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": status, "said": said}, status)
    at = desk(request)
    shown = at.words.error(said)
    if at.wants_json:
        return JSONResponse({"error": status, "said": shown}, status)
    return at.page("error.html", status, status=status, said=shown)
