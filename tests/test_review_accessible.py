"""WCAG 2.2 A and AA, as far as a program can tell, a phone's width, and twice the size: on every page, in both
languages."""

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
from tests.test_review_graphic import REPORTS as DESCRIBING
from tests.test_who import REPORTS as NAMING

AXE = Path(__file__).resolve().parent.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "/", "/incidents/{fajr}", "/incidents/{gate}", "/claims/{claim}", "/reports/tall", "/history", "/settings",
    "/reports/suq", "/incidents/{hay}", "/nowhere", "/names", "/names?name=nobody", "/second",
    "/merge?incident={fajr}&incident={nahr}", "/split?incident={fajr}&claim={claim}",
    "/bulk?kind=reject&incident={fajr}&claim={claim}", "/bulk/incidents?kind=accept",
    "/bulk/incidents?kind=unsure&anew=1&incident={fajr}", "/bulk/incidents?kind=reject&event=drowning",
    "/public", "/public?q=nothing", "/incidents/{fajr}/public",
)  # fmt: skip

# What stands outside the window, is cut off, or lies under something else when it is scrolled to.
UNREACHABLE = """() => {
  const told = [], root = document.documentElement;
  const name = (e) => `${e.tagName} ${e.id} ${e.className} ${(e.textContent || e.value || "").trim().slice(0, 40)}`;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".unseen, .skip, svg, canvas");
  const look = getComputedStyle;
  const scrolls = (e) => e && e !== root && (/auto|scroll/.test(look(e).overflowX) || scrolls(e.parentElement));
  for (const e of [...document.body.querySelectorAll("*")].filter(shown)) {
    const { left, right } = e.getBoundingClientRect(), { overflowX, overflowY } = look(e);
    const isOutside = left < -1 || right > root.clientWidth + 1;
    if (isOutside && !scrolls(e.parentElement)) told.push(`outside: ${name(e)}`);
    const clips = e.tagName === "BUTTON" || /hidden|clip/.test(overflowX + overflowY);
    const isMore = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
    if (clips && isMore) told.push(`cut off: ${name(e)}`);
  }
  const inside = document.querySelector("dialog[open]") ?? document;
  for (const e of [...inside.querySelectorAll("a[href], button, input, select, summary")].filter(shown)) {
    e.scrollIntoView({ block: "center" });
    const box = [...e.getClientRects()].find((one) => one.width && one.height);
    const at = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!box) continue;
    if (!at) told.push(`out of reach: ${name(e)}`);
    else if (!e.contains(at) && !at.contains(e) && at.closest("label")?.control !== e) told.push(`covered: ${name(e)}`);
  }
  return told;
}"""


class Pages(NamedTuple):
    """A running review page, and its pages with the ids of this ledger."""

    site: review.Site
    addresses: tuple[str, ...]


@pytest.fixture(scope="module")
def pages(reviewed: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """A ledger with persons that may be one, words that are covered, and a decision of each kind that is shown."""
    folder = tmp_path_factory.mktemp("accessible")
    path, source = str(shutil.copy(reviewed, folder / "review.db")), folder / "named.json"
    source.write_text(json.dumps([*NAMING, *DESCRIBING], ensure_ascii=False), encoding="utf-8")
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


@pytest.mark.parametrize("enlarged", ["everything", "text"])
def test_twice_as_large_nothing_is_cut_off_covered_or_scrolled_to_sideways(
    page: Page, pages: Pages, enlarged: str
) -> None:
    if enlarged == "everything":
        page.set_viewport_size({"width": 640, "height": 400})  # what a window of 1280 by 800 holds at 200 %
    else:
        page.set_viewport_size({"width": 1280, "height": 800})
        sizes = {"standard": 32, "fixed": 26}
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    told = []
    for address in pages.addresses:
        page.goto(address)
        told += [(address, problem) for problem in page.evaluate(UNREACHABLE)]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            told.append((address, "sideways"))
    page.goto(pages.addresses[0])
    page.locator("[data-help]").click()
    told += [("help", problem) for problem in page.evaluate(UNREACHABLE)]
    assert not told, "\n".join(map(str, told))
