"""A team at the review page: an account of each role, and browsers without a screen."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import httpx2 as httpx
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tawthiq.operations import team

PASSWORD = "كلمة سر طويلة"
BASE = "http://127.0.0.1:8462"
PEOPLE = {"amal": "admin", "elias": "editor", "rima": "reviewer", "walid": "viewer"}
Enter = Callable[[str], TestClient]


def hire(ledger: str) -> None:
    """Make the accounts."""
    for name, role in PEOPLE.items():
        team.add(ledger, name, PASSWORD, role)


@contextmanager
def entering(app: FastAPI) -> Iterator[Enter]:
    """Gives a browser that is signed in under a name; each name signs in once."""
    known: dict[str, TestClient] = {}
    with ExitStack() as open_:

        def entered(name: str) -> TestClient:
            if name not in known:
                client = open_.enter_context(TestClient(app, base_url=BASE, follow_redirects=False))
                answer = client.post("/sign-in", data={"name": name, "password": PASSWORD, "then": "/history"})
                assert (answer.status_code, answer.headers["location"]) == (303, "/history")
                known[name] = client
            return known[name]

        yield entered


def send(client: TestClient, address: str, **form: str | list[str]) -> httpx.Response:
    """A form with the seal that the page gave."""
    seal = re.search(r'data-seal="(\w+)"', client.get("/settings").text)
    assert seal
    return client.post(address, data={"seal": seal[1], **form})
