"""A team at the review page in a real browser, over PostgreSQL: signing in, a second reading, and what is refused."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tawthiq.ledger.access import Rule
from tawthiq.operations import access, judging, reviewing, second
from tests import postgresql, review, staff

AXE = Path(__file__).resolve().parent.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
Enter = Callable[[str, str], Page]
# How many lines high the words of each are.
LINES = """all => all.map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return range.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight);
})"""


@pytest.fixture(scope="module")
def staffed_server(postgresql_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A ledger on PostgreSQL with an account of each role; rima decided about the first report."""
    with postgresql.database(postgresql_server, "team") as address:
        path = review.ledger(tmp_path_factory.mktemp("team"), address)
        staff.hire(path)
        judging.accept(judging.Judge(path, review.AUTHOR._replace(who="rima")), ["fajr"])
        yield path


@pytest.fixture(scope="module")
def site(staffed_server: str) -> Iterator[str]:
    with review.serving_team(staffed_server) as address:
        yield address


@pytest.fixture
def enter(browser: Browser, site: str) -> Iterator[Enter]:
    """Signs somebody in, in a language."""
    contexts = []

    def entered(name: str, language: str) -> Page:
        context = browser.new_context(locale=language, base_url=site)
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto("/second")
        page.locator("#name").fill(name)
        page.locator("#password").fill(staff.PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}/second")
        return page

    yield entered
    for context in contexts:
        context.close()


def axe(page: Page) -> list[str]:
    """What axe says against WCAG 2.2 A and AA; nothing where axe is not there."""
    if not AXE.exists() and os.environ.get("TAWTHIQ_TEST_BROWSER") != "required":
        return []
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = {"runOnly": tags, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{page.url}: {one['id']} {one['nodes'][0]['html'][:150]}" for one in found]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_door_and_the_log_are_for_everybody(browser: Browser, site: str, enter: Enter, language: str) -> None:
    context = browser.new_context(locale=language, base_url=site)
    page = context.new_page()
    page.goto("/")
    page.locator("#name").fill("nobody")
    page.locator("#password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe(page) == []
    context.close()
    admin = enter("amal", language)
    admin.goto("/log")
    expect(admin.locator("tbody tr").first).to_be_visible()
    assert axe(admin) == []
    admin.set_viewport_size({"width": 390, "height": 844})
    lines = admin.locator("td.whole").evaluate_all(LINES)
    assert max(lines) < 2  # a date and a hash stand on one line each
    assert admin.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_sample_is_drawn_read_blind_and_settled(staffed_server: str, enter: Enter) -> None:
    lead, reader = enter("elias", "en"), enter("amal", "ar")
    lead.locator("#reader").select_option("amal")
    lead.locator("#size").fill("2")
    lead.locator("#unit").select_option("number")
    lead.locator(".draw button").click()
    expect(lead.locator("tbody tr")).to_have_count(1)
    waiting = second.pending(staffed_server, "amal")
    assert len(waiting) == 2
    reader.goto(f"/incidents/{review.incidents(staffed_server)['fajr']['id']}")
    expect(reader).to_have_url(re.compile("/second/claims/"))
    expect(reader.locator("main")).not_to_contain_text("rima")
    assert axe(reader) == []
    before = reader.url
    reader.keyboard.press("x")
    expect(reader).not_to_have_url(before)
    reader.keyboard.press("a")
    expect(reader).to_have_url(re.compile("finished=1"))
    expect(reader.locator(".difference")).to_have_count(1)
    assert axe(reader) == []
    assert set(reviewing.verdicts(staffed_server).values()) == {"accept"}
    lead.reload()
    lead.locator(".difference button[value=second]").click()
    expect(lead.locator(".difference .chip").first).to_contain_text("elias")
    assert sorted(set(reviewing.verdicts(staffed_server).values())) == ["accept", "reject"]


def test_a_collection_and_a_role_are_refused(staffed_server: str, enter: Enter) -> None:
    access.add(staffed_server, "south", [Rule("report", "tall")])
    access.let(staffed_server, "south", "elias", reviews=True)
    ids = {report: one["id"] for report, one in review.incidents(staffed_server).items()}
    for name, language, sees in (("elias", "en", True), ("walid", "ar", False)):
        page = enter(name, language)
        page.goto("/")
        expect(page.locator(".list tbody tr")).to_have_count(3 if sees else 2)
        page.goto(f"/incidents/{ids['tall']}")
        expect(page.locator(".source")).to_have_count(1 if sees else 0)
        page.goto(f"/incidents/{ids['nahr']}")
        expect(page.locator("#bulk button[value=accept]")).to_have_count(1 if sees else 0)
        assert page.goto("/log").status == 403  # type: ignore[union-attr]
