"""What becomes of a decision when the session ends or the connection is lost in the middle of it, in a real browser."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tawthiq.operations import judging, reviewing
from tests import review, staff

KEPT = "JSON.parse(localStorage.getItem('tawthiq.outbox') ?? '[]').length"
Enter = Callable[[str, str], Page]


@pytest.fixture
def enter(browser: Browser, ledger_of_team: str) -> Iterator[Enter]:
    """One browser in which people sign in, one after the other."""
    with review.serving_team(ledger_of_team) as site:
        context = browser.new_context(base_url=site)
        page = context.new_page()

        def entered(name: str, address: str) -> Page:
            page.goto(address)
            sign_in(page, name)
            expect(page.locator("header.bar")).to_be_visible()
            page.wait_for_load_state()
            return page

        yield entered
        context.close()


def sign_in(page: Page, name: str) -> None:
    page.locator("#name").fill(name)
    page.locator("#password").fill(staff.PASSWORD)
    page.keyboard.press("Enter")


def claims(ledger: str) -> list[str]:
    return [one.read.id for one in reviewing.sheet(ledger, "fajr").claims]


def who_decided(ledger: str) -> list[tuple[str, str]]:
    return [(one.who, one.kind) for one, holds in judging.judgements(ledger) if holds]


def accept(page: Page) -> None:
    page.keyboard.press("a")


def correct(page: Page) -> None:
    page.locator("#count").fill("11")
    page.keyboard.press("Enter")


DECIDING = pytest.mark.parametrize(
    ("decide", "kind"), [pytest.param(accept, "accept", id="accept"), pytest.param(correct, "correct", id="correct")]
)


@DECIDING
def test_a_decision_of_an_ended_session_is_sent_once_its_maker_is_back_and_under_nobody_elses_name(
    ledger_of_team: str, enter: Enter, decide: Callable[[Page], None], kind: str
) -> None:
    page = enter("rima", f"/claims/{claims(ledger_of_team)[1]}")
    page.context.clear_cookies()
    decide(page)
    expect(page.locator("#outbox p")).to_contain_text(re.compile("session has ended"))
    expect(page.locator("header.bar")).to_be_visible()
    assert who_decided(ledger_of_team) == []
    other = enter("elias", "/history")
    expect(other.locator("#outbox p")).to_contain_text("rima")
    assert (other.evaluate(KEPT), who_decided(ledger_of_team)) == (1, [])
    page.context.clear_cookies()
    enter("rima", "/history")
    expect(page.locator("#outbox p")).to_have_count(0)
    assert (page.evaluate(KEPT), who_decided(ledger_of_team)) == (0, [("rima", kind)])


@DECIDING
def test_a_lost_connection_is_told_and_outlives_the_tab(
    ledger_of_team: str, enter: Enter, decide: Callable[[Page], None], kind: str
) -> None:
    page = enter("rima", f"/claims/{claims(ledger_of_team)[1]}")
    page.context.set_offline(True)
    decide(page)
    expect(page.locator("#outbox p")).to_contain_text(re.compile("No connection"))
    assert who_decided(ledger_of_team) == []
    again = page.context.new_page()
    page.close()
    page.context.set_offline(False)
    again.goto("/history")
    expect(again.locator("#outbox p")).to_have_count(0)
    again.reload()
    expect(again.locator(".decisions li")).to_have_count(1)
    assert who_decided(ledger_of_team) == [("rima", kind)]


def test_a_form_of_an_ended_session_stays_and_is_sent_once_its_maker_is_back(ledger_of_team: str, enter: Enter) -> None:
    page = enter("elias", "/bulk/incidents?kind=reject&event=shelling")
    page.locator("main input[name=note]").fill("twice")
    page.context.clear_cookies()
    page.locator("main button.strong").click()
    expect(page.get_by_role("alert")).to_contain_text("session has ended")
    assert who_decided(ledger_of_team) == []
    other = page.context.new_page()
    other.goto("/history")
    sign_in(other, "elias")
    expect(other.locator("header.bar")).to_be_visible()
    page.locator("main button.strong").click()
    expect(page.locator(".decisions li").first).to_contain_text("twice")
    assert set(who_decided(ledger_of_team)) == {("elias", "reject")}


def test_a_form_of_an_ended_session_goes_under_nobody_elses_name(ledger_of_team: str, enter: Enter) -> None:
    page = enter("elias", "/bulk/incidents?kind=reject&event=shelling")
    page.context.clear_cookies()
    other = page.context.new_page()
    other.goto("/history")
    sign_in(other, "amal")
    expect(other.locator("header.bar")).to_be_visible()
    page.locator("main button.strong").click()
    expect(page.get_by_role("alert")).to_contain_text("session has ended")
    assert who_decided(ledger_of_team) == []
