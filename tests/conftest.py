"""What tests share: a ledger in each kind of database."""

import os
import shutil
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from fastapi import FastAPI
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tawthiq.web.team import Serving, application
from tests import postgresql, review, staff
from tests.visiting import Visit

_NAMES = count(1)
# No test fails on time: a busy machine is no defect.
settings.register_profile("tawthiq", deadline=None)
settings.load_profile("tawthiq")


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> None:
    """Ctrl-C ends what tests start, also where they run in the background of a shell, which ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A running PostgreSQL; tests that want it are skipped where it is not installed, and fail in CI."""
    programs = postgresql.binaries()
    if programs is None:
        if os.environ.get("TAWTHIQ_TEST_POSTGRESQL") == "required":
            pytest.fail("PostgreSQL is not installed, and here it must be: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql); only SQLite is tested")
    with postgresql.server(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger can be made: every test that asks for it runs over both databases."""
    if request.param == "sqlite":
        yield str(tmp_path / "tawthiq.db")
        return
    with postgresql.database(request.getfixturevalue("postgresql_server"), f"ledger{next(_NAMES)}") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; tests that want it are skipped where it is not installed, and fail in CI."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("TAWTHIQ_TEST_BROWSER") == "required":
            pytest.fail("Chromium is not installed, and here it must be: apt-get install chromium")
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with the reports that the review page is tested with; never to be changed."""
    return review.ledger(tmp_path_factory.mktemp("reviewed"))


@pytest.fixture
def review_ledger(reviewed: str, tmp_path: Path) -> str:
    """A copy of it, to decide in."""
    return str(shutil.copy(reviewed, tmp_path / "review.db"))


@pytest.fixture(scope="session")
def staffed(reviewed: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger with an account of each role; never to be changed."""
    path = str(shutil.copy(reviewed, tmp_path_factory.mktemp("staffed") / "review.db"))
    staff.hire(path)
    return path


@pytest.fixture
def ledger_of_team(staffed: str, tmp_path: Path) -> str:
    """A copy of it, to decide in."""
    return str(shutil.copy(staffed, tmp_path / "team.db"))


@pytest.fixture
def app(ledger_of_team: str) -> FastAPI:
    """The pages of the team."""
    return application(Serving(ledger_of_team))


@pytest.fixture
def enter(app: FastAPI) -> Iterator[staff.Enter]:
    """Signs a member of the team in."""
    with staff.entering(app) as entered:
        yield entered


@pytest.fixture(scope="session")
def running(reviewed: str) -> Iterator[review.Site]:
    """The review page, for one test after another; never to be used but by `site`."""
    with review.serving(reviewed) as found:
        yield found


@pytest.fixture
def site(running: review.Site, review_ledger: str) -> review.Site:
    """The review page over a ledger of the test's own."""
    running.show(review_ledger)
    return running


@pytest.fixture(params=["ar", "en"])
def visit(request: pytest.FixtureRequest, browser: Browser, site: review.Site, review_ledger: str) -> Iterator[Visit]:
    """Somebody who has come in, in each language, and is at no page yet; no script fails and nothing comes from
    elsewhere."""
    asked: list[str] = []
    problems: list[str] = []
    context = browser.new_context(locale=request.param, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    site.let_in(context)
    page = context.new_page()
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield Visit(page, review_ledger, site.home)
    context.close()
    assert not problems
    assert [url for url in asked if not url.startswith((site.home, "data:"))] == []
