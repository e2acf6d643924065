"""`tawthiq serve`: the pages for a team, with accounts, sessions and tokens."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

import uvicorn
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from tawthiq.errors import NotAllowed, UsageError
from tawthiq.operations import team
from tawthiq.web import preferences
from tawthiq.web.app import create
from tawthiq.web.desk import templates
from tawthiq.web.guard import Person
from tawthiq.web.throttle import Throttle
from tawthiq.web.wording import wording

_COOKIE = "tawthiq_session"
_DOOR, _EXIT = "/sign-in", "/sign-out"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_BEARER = "Bearer "


class Serving(NamedTuple):
    """How a team is served: where it listens, and `name`, the name under which a proxy with https answers for it
    (None: on this machine only)."""

    ledger: str
    host: str = "127.0.0.1"
    port: int = 8462
    name: str | None = None


class Accounts:
    """The gate of a team."""

    def __init__(self, ledger: str, *, https: bool) -> None:
        self._ledger = ledger
        self._https = https
        self._throttle = Throttle()

    def person(self, request: Request) -> Person | None:
        """Who shows a session in the cookie, or a token in the header."""
        header = request.headers.get("authorization", "")
        token = header.removeprefix(_BEARER) if header.startswith(_BEARER) else request.cookies.get(_COOKIE, "")
        held = team.held(self._ledger, token) if token else None
        if held is None or held.is_token != header.startswith(_BEARER):
            return None
        return Person(held.name, token, held.role, held.is_token)

    def refuse(self, request: Request) -> Response:
        """To the door, and back from there; a program is told so, and a person whose form came too late."""
        if request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"error": 401, "said": "sign in, or show a token"}, 401, {"WWW-Authenticate": "Bearer"})
        if request.method != "GET":
            return self._form(request, 401, "sign_in_ended", _before(request))
        return RedirectResponse(f"{_DOOR}?then={quote(_place(request.url))}", 303)

    def is_open(self, path: str) -> bool:
        """The door, and what it looks like."""
        return path == _DOOR or path.startswith("/static/")

    def door(self, request: Request) -> Response:
        """The form, in the language that is asked for from then on."""
        language = request.query_params.get("language")
        if language not in preferences.LANGUAGES:
            return self._form(request, 200, "")
        wanted = preferences.changed(_view(request), {"language": language})
        answer = RedirectResponse(f"{_DOOR}?then={quote(request.query_params.get('then', '/'))}", 303)
        preferences.keep(answer, wanted)
        return answer

    async def enter(self, request: Request) -> Response:
        """Begin a session, or say that something was not right, slower each time."""
        async with request.form(max_files=0, max_fields=10) as sent:
            name, password, code = (str(sent.get(key, ""))[:200] for key in ("name", "password", "code"))
            then = str(sent.get("then", "/"))
        address = request.client.host if request.client else ""
        keys = (f"name {name}", f"address {address}")
        if self._throttle.wait(*keys):
            return self._form(request, 429, "sign_in_wait", then, name)
        try:
            token = await run_in_threadpool(team.sign_in, self._ledger, name, password, code.strip())
        except NotAllowed:
            self._throttle.failed(*keys)
            return self._form(request, 401, "sign_in_wrong", then, name)
        self._throttle.passed(keys[0])
        answer = RedirectResponse(then if then.startswith("/") and then[1:2] not in ("/", "\\") else "/", 303)
        answer.set_cookie(
            _COOKIE, token, max_age=team.SESSION_MOST, httponly=True, samesite="strict", secure=self._https
        )  # fmt: skip
        return answer

    def leave(self, request: Request) -> Response:
        """End the session."""
        team.sign_out(self._ledger, request.cookies.get(_COOKIE, ""))
        answer = RedirectResponse(_DOOR, 303)
        answer.delete_cookie(_COOKIE)
        return answer

    def _form(self, request: Request, status: int, problem: str, back: str = "/", name: str = "") -> Response:
        view = _view(request)
        words = wording(view.language)
        then = request.query_params.get("then", back)
        shown = {"view": view, "t": words.text, "problem": problem, "then": then, "name": name}
        page = templates().get_template("sign-in.html").render(shown)
        return HTMLResponse(page, status)


def _view(request: Request) -> preferences.Preferences:
    return preferences.read(request.cookies.get(preferences.COOKIE), request.headers.get("accept-language", ""))


def _before(request: Request) -> str:
    """The page of this site on which a form was."""
    page = URL(request.headers.get("referer", ""))
    return _place(page) if page.netloc == request.headers.get("host") and page.path != _DOOR else "/"


def _place(page: URL) -> str:
    return f"{page.path}?{page.query}" if page.query else page.path


def application(serving: Serving) -> FastAPI:
    """The pages with the door. Raises UsageError where there is no account, or where passwords would go in the open."""
    if not team.accounts(serving.ledger):
        raise UsageError("serve: there is no account yet; `tawthiq account add NAME --role admin` makes the first one")
    if serving.name is None and serving.host not in _LOOPBACK:
        raise UsageError(
            f"serve: passwords would go over the network in the open; listen on {_LOOPBACK[0]}, put a proxy with https "
            "in front, and give the name that it answers to: --behind-https NAME"
        )
    gate = Accounts(serving.ledger, https=serving.name is not None)
    own = {f"{host}:{serving.port}" for host in _LOOPBACK}
    app = create(serving.ledger, gate, frozenset({serving.name} if serving.name else own))
    app.state.team = True
    app.add_route(_DOOR, gate.door, methods=["GET"])
    app.add_route(_DOOR, gate.enter, methods=["POST"])
    app.add_route(_EXIT, gate.leave, methods=["POST"])
    return app


def run(serving: Serving, say: Callable[[str], object]) -> None:
    """Serve until interrupted; `say` is told the address."""
    app = application(serving)
    say(f"https://{serving.name}/" if serving.name else f"http://{serving.host}:{serving.port}/")
    config = uvicorn.Config(
        app, host=serving.host, port=serving.port, log_level="warning", proxy_headers=serving.name is not None,
        server_header=False,
    )  # fmt: skip
    uvicorn.Server(config).run()
