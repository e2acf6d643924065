"""What stands before every page: who asks, from where, and what a browser may do with the answer.

A report is foreign text: the policy lets no script run but those of this package, so HTML in a report never does.
"""

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that the log keeps, the secret of the session, which forms are sealed with, what they may do,
    and whether it is a program with a token, whose requests no other site can make."""

    name: str
    secret: str
    role: str = "editor"
    is_program: bool = False

    @property
    def seal(self) -> str:
        """What every form carries, so that no other site can send it."""
        return hmac.new(self.secret.encode(), b"form", sha256).hexdigest()


class Gate(Protocol):
    """Knows who may come in."""

    def person(self, request: Request) -> Person | None:
        """Who asks, None for somebody unknown."""

    def refuse(self, request: Request) -> Response:
        """What somebody unknown is told."""

    def is_open(self, path: str) -> bool:
        """Whether this path is for everybody."""


class Guard:
    """Lets known people in, under the names of this server only, and sets the headers of every answer."""

    def __init__(self, app: App, gate: Gate, hosts: frozenset[str]) -> None:
        self._app = app
        self._gate = gate
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-cache" if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        app = await run_in_threadpool(self._answer, scope)
        await app(scope, receive, sealed)

    def _answer(self, scope: Scope) -> App:
        headers = Headers(scope=scope)
        if self._hosts and headers.get("host", "") not in self._hosts:
            return PlainTextResponse("this server does not answer to that name", 421)
        origin = headers.get("origin")
        if scope["method"] not in _SAFE and origin and urlsplit(origin).netloc != headers.get("host"):
            return PlainTextResponse("sent from another site: refused", 403)
        request = Request(scope)
        if self._gate.is_open(scope["path"]):
            return self._app
        person = self._gate.person(request)
        if person is None:
            return self._gate.refuse(request)
        scope.setdefault("state", {})["person"] = person
        return self._app


def fits(given: str, person: Person) -> bool:
    """Whether a form carries this person's seal."""
    return person.is_program or hmac.compare_digest(given.encode(), person.seal.encode())
