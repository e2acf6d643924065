"""`tawthiq review`: the pages for one person on this machine, over the loopback address only."""

import secrets
import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing
from hmac import compare_digest
from threading import Timer
from typing import NamedTuple

import uvicorn
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from tawthiq.errors import UsageError
from tawthiq.ledger.connect import opened
from tawthiq.web.app import create
from tawthiq.web.guard import Person

HOST = "127.0.0.1"
PORT = 8461
DOOR = "/open"
_BEFORE_BROWSER = 0.4
_INSIDE = (
    '<!doctype html><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/"><title>Tawthiq</title>'
)
_SHUT = (
    "This address opens only with the key that `tawthiq review` printed. Open that address.\n"
    "هذا العنوان لا يفتح إلا بالمفتاح الذي طبعه الأمر `tawthiq review`. افتح العنوان المطبوع.\n"
)


class Opening(NamedTuple):
    """What to open: the ledger, the name that the log keeps, the port (0: `PORT`, or any where that is taken), and
    whether to open the browser."""

    ledger: str
    name: str
    port: int = 0
    browser: bool = True


class Key:
    """The gate of one person: whoever has the random key of this run is let in."""

    def __init__(self, name: str, port: int) -> None:
        self.token = secrets.token_urlsafe(32)
        self._name = name
        self.cookie = f"tawthiq_{port}"

    def person(self, request: Request) -> Person | None:
        """The one person, where the cookie has the key."""
        given = request.cookies.get(self.cookie, "")
        return Person(self._name, self.token) if compare_digest(given.encode(), self.token.encode()) else None

    def refuse(self, request: Request) -> Response:
        """Where the key is to be found."""
        return PlainTextResponse(_SHUT, 403)

    def is_open(self, path: str) -> bool:
        """Only the door."""
        return path == DOOR

    def door(self, request: Request) -> Response:
        """Lets in whoever brings the key. A page, not a redirect: so the cookie counts as this site's own."""
        if not compare_digest(request.query_params.get("key", "").encode(), self.token.encode()):
            return self.refuse(request)
        inside = HTMLResponse(_INSIDE)
        inside.set_cookie(self.cookie, self.token, httponly=True, samesite="strict")
        return inside


def application(ledger: str, key: Key, port: int) -> FastAPI:
    """The pages with the door."""
    app = create(ledger, key, frozenset({f"{HOST}:{port}", f"localhost:{port}"}))
    app.add_route(DOOR, key.door)
    return app


def run(opening: Opening, say: Callable[[str], object]) -> None:
    """Serve until interrupted; `say` is told the address. Raises LedgerError, and UsageError for a port in use."""
    with opened(opening.ledger):
        pass
    with closing(_usual() if opening.port == 0 else listening(opening.port)) as listener:
        port = listener.getsockname()[1]
        key = Key(opening.name, port)
        address = f"http://{HOST}:{port}{DOOR}?key={key.token}"
        server = uvicorn.Server(uvicorn.Config(application(opening.ledger, key, port), log_level="warning"))
        say(address)
        if opening.browser:
            timer = Timer(_BEFORE_BROWSER, webbrowser.open, (address,))
            timer.daemon = True
            timer.start()
        server.run(sockets=[listener])


def _usual() -> socket.socket:
    """The usual port, so that what a browser keeps for the page is there again; or any."""
    try:
        return listening(PORT)
    except UsageError:
        return listening(0)


def listening(port: int) -> socket.socket:
    """A socket of the loopback address. Raises UsageError for a port in use."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise UsageError(f"--port: {port} is in use ({error.strerror}); give another, or none for any") from error
    return listener
