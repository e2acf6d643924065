"""WCAG 2.2 A and AA, as far as a program can tell, and a phone's width: on every page, in both languages."""

import json
import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tawthiq.operations import judging, recording, reviewing
from tawthiq.sources import read_paths
from tests import review
from tests.test_who import REPORTS as NAMING

AXE = Path(__file__).resolve().parent.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "/", "/incidents/{fajr}", "/incidents/{gate}", "/claims/{claim}", "/reports/tall", "/history", "/settings",
    "/nowhere", "/names", "/names?name=nobody",
    "/merge?incident={fajr}&incident={nahr}", "/split?incident={fajr}&claim={claim}",
    "/bulk?kind=reject&incident={fajr}&claim={claim}", "/bulk/incidents?kind=accept",
    "/bulk/incidents?kind=unsure&anew=1&incident={fajr}", "/bulk/incidents?kind=reject&event=drowning",
    "/public", "/public?q=nothing", "/incidents/{fajr}/public",
)  # fmt: skip


class Pages(NamedTuple):
    """A running review page, and its pages with the ids of this ledger."""

    site: review.Site
    addresses: tuple[str, ...]


@pytest.fixture(scope="module")
def pages(reviewed: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """A ledger with persons that may be one, and a decision of each kind that is shown."""
    folder = tmp_path_factory.mktemp("accessible")
    path, source = str(shutil.copy(reviewed, folder / "review.db")), folder / "named.json"
    source.write_text(json.dumps(NAMING, ensure_ascii=False), encoding="utf-8")
    list(recording.add(read_paths([str(source)], BytesIO()), path, review.AUTHOR))
    claims = [one.read.id for one in reviewing.sheet(path, "fajr").claims]
    judging.accept(judging.Judge(path, review.AUTHOR), claims[:1])
    judging.reject(judging.Judge(path, review.AUTHOR, "twice"), claims[1:2])
    ids = {report: one["id"] for report, one in review.incidents(path).items()}
    with review.serving(path) as site:
        yield Pages(site, tuple(page.format(claim=claims[0], **ids) for page in PAGES))


@pytest.fixture(params=["ar", "en"])
def page(request: pytest.FixtureRequest, browser: Browser, pages: Pages) -> Iterator[Page]:
    context = browser.new_context(locale=request.param, base_url=pages.site.home)
    pages.site.let_in(context)
    yield context.new_page()
    context.close()


def axe(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe says in light, and of the colours in dark."""
    told = []
    for scheme, only in (("light", TAGS), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = page.evaluate("only => axe.run({runOnly: only, resultTypes: ['violations']})", only)["violations"]
        told += [
            (f"{page.url} {scheme}", one["id"], [part["html"][:150] for part in one["nodes"][:3]]) for one in found
        ]
    return told


def test_axe_finds_nothing(page: Page, pages: Pages) -> None:
    if not AXE.exists():
        if os.environ.get("TAWTHIQ_TEST_BROWSER") == "required":
            pytest.fail("axe-core is not there, and here it must be: make setup with Node installed")
        pytest.skip("axe-core is not there (make setup with Node installed)")
    source, told = AXE.read_text(encoding="utf-8"), []
    for address in pages.addresses:
        page.goto(address)
        page.evaluate(source)
        told += axe(page)
    page.goto(pages.addresses[0])
    page.evaluate(source)
    page.locator("[data-help]").click()
    assert page.locator("dialog[open]").is_visible()
    told += axe(page)
    assert not told, "\n".join(map(str, told))


def test_a_phone_shows_everything_without_sideways_scrolling(page: Page, pages: Pages) -> None:
    wide = []
    for address in pages.addresses:
        page.goto(address)
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width))
    assert not wide
