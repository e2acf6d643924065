"""Whole journeys on the review page, in a real browser and in both languages."""

import math
import re

import pytest
from playwright.sync_api import Browser, expect

from tawthiq.operations import judging
from tawthiq.operations.corrections import values_of
from tests import review
from tests.visiting import Visit

HIGHLIGHTED = """name => [...(CSS.highlights.get(name) ?? [])].map(range =>
    range.startContainer.data.slice(range.startOffset, range.endOffset))"""


def test_the_printed_address_lets_in_and_leads_to_the_incidents(browser: Browser, site: review.Site) -> None:
    context = browser.new_context(locale="en")
    page = context.new_page()
    page.goto(site.door)
    page.wait_for_url(f"{site.home}/")
    expect(page.locator(".list tbody tr")).to_have_count(3)
    context.close()


def test_a_claim_is_accepted_and_the_next_one_is_there(visit: Visit) -> None:
    page, first = visit.page, visit.claim("fajr", "تسعة")
    visit.go(f"/claims/{first}")
    assert page.evaluate(HIGHLIGHTED, "current") == ["تسعة مدنيين"]
    visit.press("KeyA")
    expect(page).to_have_url(re.compile(re.escape("/claims/fajr")))
    expect(page.locator("#claim-title bdi").first).to_have_text("2")
    visit.settled()
    assert visit.verdicts == {first: "accept"}
    assert page.evaluate(HIGHLIGHTED, "current") == ["طفلان"]
    visit.press("KeyX")
    expect(page.locator("#claim-title bdi").first).to_have_text("30–35")
    visit.settled()
    visit.press("KeyU")
    expect(page.locator("#claim-title bdi").first).to_have_text("12")
    visit.settled()
    assert list(visit.verdicts.values()) == ["accept", "reject", "unsure"]
    visit.press("KeyK")
    expect(page.locator("[data-claim-state=unsure]")).to_be_visible()
    visit.press("KeyZ")
    expect(page.locator("[data-claim-state=open]")).to_be_visible()
    assert list(visit.verdicts.values()) == ["accept", "reject"]


def test_keys_show_help_and_never_act_while_somebody_types(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/claims/{visit.claim('fajr', 'تسعة')}")
    visit.press("Slash")
    expect(page.locator("#help")).to_be_visible()
    visit.press("KeyA")
    page.keyboard.press("Escape")
    page.locator(".decide input[name=note]").focus()
    visit.press("KeyA")
    page.keyboard.type("axu")
    assert page.locator(".decide input[name=note]").input_value() == "axu"
    assert visit.verdicts == {}


def test_a_range_is_painted_from_low_to_high_with_either_digits(visit: Visit) -> None:
    page = visit.page
    incident, claim = review.incidents(visit.ledger)["fajr"]["id"], visit.claim("fajr", "30")
    painted = """text => {
        const part = [...document.querySelectorAll('main bdi')].find(bdi => bdi.textContent === text);
        const place = at => { const range = document.createRange();
            range.setStart(part.firstChild, at); range.setEnd(part.firstChild, at + 1);
            return range.getBoundingClientRect().x; };
        return [...text].every((_, at) => !at || place(at - 1) < place(at));
    }"""
    judging.correct(judging.Judge(visit.ledger, review.AUTHOR), visit.claim("fajr", "12"), values_of(["count=>=12"]))
    for digits, ranges in (("latin", ("9–12+", "30–35")), ("arabic", ("٩–١٢+", "٣٠–٣٥"))):
        visit.go("/settings")
        page.check(f"[name=digits][value={digits}]")
        with page.expect_navigation():
            page.click("main button.strong")
        visit.go(f"/incidents/{incident}")
        assert all(page.evaluate(painted, text) for text in ranges), digits
        visit.go(f"/claims/{claim}")
        assert page.evaluate(painted, ranges[1]), digits
        assert page.evaluate("getComputedStyle(document.getElementById('count')).unicodeBidi") == "bidi-override"


def test_highlights_leave_the_text_as_it_is_and_count_code_points(visit: Visit) -> None:
    page = visit.page
    visit.go("/reports/tall")
    widths = """() => { const source = document.querySelector('.source'); const range = document.createRange();
        range.selectNodeContents(source); return [...range.getClientRects()].map(box => [box.x, box.width]); }"""
    lit = page.evaluate(widths)
    assert "خمسة أطفال" in page.evaluate(HIGHLIGHTED, "claim")  # behind a sign of two UTF-16 units
    page.evaluate("CSS.highlights.clear()")
    assert page.evaluate(widths) == lit


def test_html_in_a_report_is_text(visit: Visit) -> None:
    page = visit.page
    for address in ("/", "/reports/tall", f"/claims/{visit.claim('tall', 'خمسة')}",
                    f"/incidents/{review.incidents(visit.ledger)['tall']['id']}"):  # fmt: skip
        visit.go(address)
        page.wait_for_timeout(100)
        assert page.title() != "owned"
        expect(page.locator("main img")).to_have_count(0)
    expect(page.locator(".source").first).to_contain_text("<script>document.title")


def test_a_figure_is_corrected_and_the_words_stay(visit: Visit) -> None:
    page, claim = visit.page, visit.claim("fajr", "30 و35")
    visit.go(f"/claims/{claim}")
    visit.press("KeyE")
    expect(page.locator("#count")).to_be_focused()
    page.locator("#count").fill("many")
    page.keyboard.press("Enter")
    expect(page.locator(".problem")).to_contain_text("many")
    page.locator("#count").fill("٣٢-٤٠")
    page.keyboard.press("Enter")
    expect(page.locator("#claim-title bdi").first).to_have_text("32–40")
    expect(page.locator(".quote")).to_contain_text("ما بين 30 و35 آخرين")
    assert visit.verdicts == {claim: "correct"}
    toll = review.incidents(visit.ledger)["fajr"]["tolls"]["airwars"]["injured"]
    assert (toll["min"], toll["max"]) == (32, 40)


def test_incidents_are_merged_and_split_again(visit: Visit) -> None:
    page, before = visit.page, review.incidents(visit.ledger)
    visit.go("/")
    for report in ("nahr", "fajr"):
        page.locator(f"#pick-{before[report]['id']}").check()
    page.locator("#merge-button").click()
    expect(page.locator(".side")).to_have_count(3)
    page.locator("main button.strong").click()
    expect(page.locator(".tolls .big").first).to_have_text("4–12")
    assert len(review.incidents(visit.ledger)) == 2
    page.locator(f"[name=claim][value='{visit.claim('nahr', 'أربعة')}']").check()
    page.locator("button[formaction='/split']").click()
    page.locator("main button.strong").click()
    expect(page.locator(".reports section")).to_have_count(1)
    assert len(review.incidents(visit.ledger)) == 3
    visit.go("/history")
    page.locator(".decisions button").last.click()
    expect(page.locator(".undone").last).to_be_visible()
    assert next(holds for one, holds in judging.judgements(visit.ledger) if one.kind == "same") is False


def test_a_lost_connection_loses_no_decision(visit: Visit) -> None:
    page, claim = visit.page, visit.claim("fajr", "تسعة")
    visit.go(f"/claims/{claim}")
    page.wait_for_timeout(300)
    page.context.set_offline(True)
    visit.press("KeyA")
    expect(page.locator("#outbox p")).to_be_visible()
    assert visit.verdicts == {}
    page.context.set_offline(False)
    visit.settled()
    expect(page.locator("#outbox p")).to_have_count(0)
    assert visit.verdicts == {claim: "accept"}


def test_what_others_decided_meanwhile_is_shown_beside_ones_own(visit: Visit) -> None:
    page, claim = visit.page, visit.claim("nahr", "أربعة")
    visit.go(f"/claims/{claim}")
    judging.reject(judging.Judge(visit.ledger, review.AUTHOR._replace(who="Omar")), [claim])
    visit.press("KeyA")
    told = page.locator("#outbox p")
    for text in ("Omar", claim):  # who decided, about what
        expect(told).to_contain_text(text)
    expect(told.locator("bdi")).to_have_text(re.compile(r"^(قبول|Accept) \("))  # without the letter of its key
    assert visit.verdicts == {claim: "reject"}
    page.locator("#outbox button").first.click()
    visit.settled()
    assert visit.verdicts == {claim: "accept"}


def test_one_decision_about_the_claims_of_the_list_is_looked_at_first_and_taken_back_in_one(visit: Visit) -> None:
    page = visit.page
    nahr = visit.claim("nahr", "أربعة")
    judging.reject(judging.Judge(visit.ledger, review.AUTHOR), [nahr])
    visit.go("/?event=airstrike")
    visit.press("KeyJ")
    visit.press("KeyJ")
    expect(page.locator(".list tbody [data-step]").nth(1)).to_be_focused()
    page.locator("[data-pick-all]").check()
    visit.press("KeyB")
    airstrikes = [claim for report in ("fajr", "tall") for claim in review.incidents(visit.ledger)[report]["claims"]]
    expect(page.locator(".claims li")).to_have_count(len(airstrikes))
    expect(page.locator(".claims .verdict-accept")).to_have_count(len(airstrikes))
    assert visit.verdicts == {nahr: "reject"}
    page.locator("main button.strong").click()
    expect(page.locator(".decisions li")).to_have_count(2)
    assert visit.verdicts == {nahr: "reject", **dict.fromkeys(airstrikes, "accept")}
    page.locator(".decisions button").first.click()
    expect(page.locator(".undone")).to_have_count(1)
    assert visit.verdicts == {nahr: "reject"}


def test_ticking_all_and_one_less_leaves_that_one_out(visit: Visit) -> None:
    page, incidents = visit.page, review.incidents(visit.ledger)
    visit.go("/")
    page.locator("[data-pick-all]").check()
    page.wait_for_timeout(500)
    page.locator(f"#pick-{incidents['nahr']['id']}").uncheck()
    visit.press("KeyB")
    chosen = [claim for report in ("fajr", "tall") for claim in incidents[report]["claims"]]
    expect(page.locator(".claims li")).to_have_count(len(chosen))


def test_a_decision_about_many_claims_overwrites_nothing_unasked(visit: Visit) -> None:
    page, nahr, fajr = visit.page, visit.claim("nahr", "أربعة"), visit.claim("fajr", "تسعة")
    judging.reject(judging.Judge(visit.ledger, review.AUTHOR), [nahr])
    number = sum(len(one["claims"]) for one in review.incidents(visit.ledger).values())
    visit.go("/bulk/incidents?kind=accept")
    expect(page.locator(".claims li")).to_have_count(number - 1)
    judging.reject(judging.Judge(visit.ledger, review.AUTHOR._replace(who="Omar")), [fajr])
    page.locator("main button.strong").click()
    expect(page.locator("main").get_by_role("alert")).to_be_visible()
    expect(page.locator(".claims li")).to_have_count(number - 2)
    assert visit.verdicts == {nahr: "reject", fajr: "reject"}
    page.locator("[name=anew]").check()
    page.locator(".choices button").click()
    expect(page.locator(".claims .verdict-reject")).to_have_count(2)
    page.locator("main button.strong").click()
    expect(page.locator(".decisions li").first).to_be_visible()
    assert set(visit.verdicts.values()) == {"accept"}


def test_filters_change_the_list_and_the_address(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    expect(page.locator(".list tbody tr")).to_have_count(3)
    page.locator("#event-shelling").check()
    expect(page.locator(".list tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile("event=shelling"))
    expect(page.locator("#event-shelling")).to_be_focused()
    page.locator("#event-airstrike").check()
    expect(page.locator(".list tbody tr")).to_have_count(3)
    page.locator("#q").fill("سوق")
    expect(page.locator(".list tbody tr")).to_have_count(1)
    page.reload()
    expect(page.locator(".list tbody tr")).to_have_count(1)
    page.go_back()
    expect(page.locator("#event-airstrike")).not_to_be_checked()


def test_the_language_is_changed_and_kept(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    before = page.locator("html").get_attribute("dir")
    page.locator("button[name=language]").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr" if before == "rtl" else "rtl")
    visit.go("/history")
    expect(page.locator("html")).to_have_attribute("dir", "ltr" if before == "rtl" else "rtl")
    visit.go(f"/claims/{visit.claim('fajr', 'تسعة')}")
    text, fields = page.locator(".page").bounding_box(), page.locator(".fields").bounding_box()
    assert text and fields
    assert text["x"] > fields["x"] + fields["width"] - 1  # the text stands right of the fields


def test_words_that_may_name_a_victim_are_covered(visit: Visit) -> None:
    page = visit.page
    visit.go("/reports/tall")
    quote = page.locator(".veil bdi")
    expect(quote).to_have_css("color", "rgba(0, 0, 0, 0)")
    assert page.evaluate(HIGHLIGHTED, "masked") == [quote.text_content()]
    quote.hover()
    expect(quote).not_to_have_css("color", "rgba(0, 0, 0, 0)")
    assert page.evaluate(HIGHLIGHTED, "masked") == []
    page.mouse.move(0, 0)
    page.locator("[data-cover=masks]").click()
    expect(quote).not_to_have_css("color", "rgba(0, 0, 0, 0)")
    page.locator("[data-cover=masks]").click()
    page.emulate_media(media="print")
    expect(page.locator(".source")).to_be_hidden()
    expect(quote).to_be_hidden()


def test_what_is_shown_in_public_has_no_words_of_reports(visit: Visit) -> None:
    page, incidents = visit.page, review.incidents(visit.ledger)
    judging.accept(judging.Judge(visit.ledger, review.AUTHOR, "from a witness"), [visit.claim("fajr", "تسعة")])
    secret = ["تسعة", "طفلان", "سوق", "مدير المستشفى", "from a witness", review.AUTHOR.who, "fajr", "غارة على"]
    visit.go(f"/incidents/{incidents['fajr']['id']}")
    assert [word for word in secret if word in page.content()] == secret
    page.locator(".actions a[href*='/public']").click()
    expect(page.locator(".tolls .big").first).to_have_text("9–12")
    assert [word for word in secret if word in page.content()] == []
    visit.go("/public?event=airstrike")
    expect(page.locator(".list tbody tr")).to_have_count(2)
    assert [word for word in secret if word in page.content()] == []
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    visit.go("/")
    expect(page.locator(".list tbody tr").first).to_be_visible()
    expect(page.locator("#q")).to_be_hidden()


def test_a_circle_of_the_map_stands_for_incidents_that_are_near_and_leads_to_them(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    expect(page.locator("#timeline .bar-in").first).to_be_attached()
    page.locator("#map canvas").scroll_into_view_if_needed()
    canvas = page.locator("#map canvas").bounding_box()
    assert canvas
    west, south, east, north = sight(visit)
    # Between Maarrat al-Numan and Khan Shaykhun, which are one circle from afar.
    lon, lat = 36.66, 35.54
    page.mouse.click(
        canvas["x"] + canvas["width"] * (lon - west) / (east - west),
        canvas["y"] + canvas["height"] * (mercator(north) - mercator(lat)) / (mercator(north) - mercator(south)),
    )
    expect(page).to_have_url(re.compile("box="))
    expect(page.locator(".list tbody tr")).to_have_count(2)
    near = sight(visit)
    assert near[2] - near[0] == pytest.approx((east - west) / 3, abs=0.01)
    assert near[0] < lon < near[2] and near[1] < lat < near[3]


def sight(visit: Visit) -> list[float]:
    """West, south, east and north of the map that is there."""
    found: list[float] = visit.page.evaluate("""async () => {
        const page = document.querySelector("script[type=module]").src;
        return (await import(page.replace(/[^/]*$/, "map.js"))).box(); }""")
    return found


def mercator(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def test_map_timeline_and_list_move_together(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    rows = page.locator(".list tbody tr")
    expect(page.locator("#timeline .bar-in").first).to_be_attached()
    page.locator("#map canvas").focus()
    for _ in range(5):
        page.keyboard.press("+")
    expect(page).to_have_url(re.compile("box="))
    expect(page.locator("#map canvas")).to_be_visible()
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    expect(rows).not_to_have_count(3)
    page.locator("a[data-quick]").click()
    expect(page).not_to_have_url(re.compile("box="))
    expect(rows).to_have_count(3)
    bars = page.locator("#timeline svg").bounding_box()
    assert bars
    first, last = (0.02, 0.3) if page.locator("html").get_attribute("dir") == "ltr" else (0.98, 0.7)
    page.mouse.move(bars["x"] + first * bars["width"], bars["y"] + 20)
    page.mouse.down()
    page.mouse.move(bars["x"] + last * bars["width"], bars["y"] + 20, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("since=2018-03-01"))
    expect(rows).to_have_count(1)
    assert page.locator("#since").input_value() == "2018-03-01"
