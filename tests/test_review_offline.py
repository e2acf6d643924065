"""Forms without a connection: the page stays with what was chosen and typed, and says what became of it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tawthiq.operations import judging
from tawthiq.web.wording import wording
from tests import review
from tests.visiting import Visit

Prepare = Callable[[Visit], tuple[str, str]]


def told(visit: Visit) -> str:
    """What stands at the foot of the page, waited for."""
    expect(visit.page.locator("#told p")).to_be_visible()
    return visit.page.locator("#told p").inner_text()


def says(visit: Visit, key: str) -> str:
    language = visit.page.locator("html").get_attribute("lang")
    return wording(language or "").text(key)


def merge(visit: Visit) -> tuple[str, str]:
    """The look at a merge: its page, and the button."""
    ids = review.incidents(visit.ledger)
    visit.go(f"/merge?incident={ids['fajr']['id']}&incident={ids['nahr']['id']}")
    return "same", "main button.strong"


def split(visit: Visit) -> tuple[str, str]:
    visit.go(f"/split?incident={review.incidents(visit.ledger)['fajr']['id']}&claim={visit.claim('fajr', 'تسعة')}")
    return "different", "main button.strong"


def undo(visit: Visit) -> tuple[str, str]:
    judging.accept(judging.Judge(visit.ledger, review.AUTHOR), [visit.claim("fajr", "تسعة")])
    visit.go("/history")
    return "undo", ".decisions button"


def decide_on_many(visit: Visit) -> tuple[str, str]:
    visit.go("/bulk/incidents?kind=reject")
    return "reject", "main button.strong"


def kinds(visit: Visit) -> set[str]:
    return {one.kind for one, _ in judging.judgements(visit.ledger)}


@pytest.mark.parametrize("prepare", [merge, split, undo, decide_on_many])
def test_a_form_without_a_connection_records_nothing_keeps_what_was_typed_and_goes_out_later(
    visit: Visit, prepare: Prepare
) -> None:
    page = visit.page
    kind, button = prepare(visit)
    address, note, notes = page.url, "بحسب شاهدين", page.locator("main input[name=note]")
    if notes.count():
        notes.fill(note)
    page.context.set_offline(True)
    page.locator(button).click()
    assert told(visit) == says(visit, "told_offline")
    assert page.url == address
    assert kind not in kinds(visit)
    if notes.count():
        expect(notes).to_have_value(note)
    page.context.set_offline(False)
    page.locator(button).click()
    expect(page.locator("#told")).not_to_contain_text(says(visit, "told_offline"))
    expect(page.locator(".decisions li").first).to_be_visible()
    assert kind in kinds(visit)
    assert not notes.count() or note in {one.why for one, _ in judging.judgements(visit.ledger)}


def test_an_answer_that_got_lost_is_not_taken_for_nothing_recorded(visit: Visit) -> None:
    page = visit.page
    _, button = merge(visit)

    def lost(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route("**/merge", lost)
    page.locator(button).click()
    assert told(visit) == says(visit, "told_unknown")
    assert len(review.incidents(visit.ledger)) == 2
    page.unroute("**/merge")
    page.locator(button).click()
    expect(page.locator("#told p")).to_contain_text(re.compile(r"\w"))
    assert len(review.incidents(visit.ledger)) == 2


def test_a_decision_that_waits_in_the_browser_is_taken_back_there(visit: Visit) -> None:
    page, first, second = visit.page, visit.claim("fajr", "تسعة"), visit.claim("nahr", "أربعة")
    judging.accept(judging.Judge(visit.ledger, review.AUTHOR), [second])
    visit.go(f"/claims/{first}")
    page.wait_for_timeout(300)
    page.context.set_offline(True)
    visit.press("KeyX")
    expect(page.locator("#outbox p")).to_be_visible()
    visit.press("KeyZ")
    expect(page.locator("#outbox p")).to_have_count(0)
    assert says(visit, "reject") in told(visit)
    page.context.set_offline(False)
    page.reload()
    assert visit.verdicts == {second: "accept"}


def test_a_page_that_cannot_be_fetched_leaves_what_was_ticked(visit: Visit) -> None:
    page, claim = visit.page, visit.claim("fajr", "تسعة")
    visit.go(f"/incidents/{review.incidents(visit.ledger)['fajr']['id']}")
    box = page.locator(f"[name=claim][value='{claim}']")
    box.check()
    page.context.set_offline(True)
    page.locator("button[formaction='/split']").click()
    assert told(visit) == says(visit, "told_page")
    expect(box).to_be_checked()
    page.locator("#told button").click()
    expect(page.locator("#told p")).to_have_count(0)
    page.context.set_offline(False)
    page.locator("button[formaction='/split']").click()
    expect(page.locator(".side")).to_have_count(3)


def test_what_is_wrong_with_a_form_is_told_beside_it(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/incidents/{review.incidents(visit.ledger)['fajr']['id']}")
    page.locator("#with").fill("no-such-incident")
    page.locator("#with + button").click()
    assert "no-such-incident" in told(visit)
    expect(page.locator("#with")).to_have_value("no-such-incident")
