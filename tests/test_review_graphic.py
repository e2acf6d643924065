"""Words that describe what was done to bodies, on the review page in a real browser. All sentences are invented."""

import json
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect

from tawthiq.operations import judging, recording, reviewing
from tawthiq.sources import read_paths
from tests import review
from tests.test_review_browser import HIGHLIGHTED
from tests.visiting import Visit

TITLE = "أشلاء في سوق سراقب"
NOTE = "الصور تظهر جثثا متفحمة"
TEXTS = ["جثة متفحمة", "الأشلاء", "ذبحا"]
REPORTS = (
    {
        "id": "suq", "outlet": "وكالة الفجر", "published": "2019-07-28", "title": TITLE,
        "text": "قال الدفاع المدني إنه عثر على 12 جثة متفحمة في حافلة قصفت في مدينة سراقب أمس السبت.\n"
                "وتناثرت الأشلاء في الشارع. وقتل في البلدة نفسها اثنان من المدنيين ذبحا.",
    },
    {
        "id": "hay", "outlet": "موقع النهر", "published": "2019-07-28", "title": "قصف على سراقب",
        "text": "قال شهود عيان إن خمسة مدنيين قتلوا في غارة على مدينة سراقب أمس السبت.",
    },
)  # fmt: skip
CLEAR = "rgba(0, 0, 0, 0)"
BOXES = """() => [...document.querySelectorAll("main *")].map(part => {
    const { x, y, width, height } = part.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join(" ");
})"""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("graphic")
    path, source = str(folder / "graphic.db"), folder / "reports.json"
    source.write_text(json.dumps(REPORTS, ensure_ascii=False), encoding="utf-8")
    list(recording.add(read_paths([str(source)], BytesIO()), path, review.AUTHOR))
    judge = judging.Judge(path, review.AUTHOR, NOTE)
    judging.accept(judge, [reviewing.sheet(path, "suq").claims[0].read.id])
    return path


@pytest.fixture(params=["ar", "en"])
def visit(request: pytest.FixtureRequest, browser: Browser, site: review.Site, described: str) -> Iterator[Visit]:
    site.show(described)
    context = browser.new_context(locale=request.param)
    site.let_in(context)
    yield Visit(context.new_page(), described, site.home)
    context.close()


def pages(visit: Visit) -> dict[str, list[str]]:
    """Pages that tell of the report, each with what is covered outside its text."""
    claim, other = visit.claim("suq", "12"), visit.claim("suq", "اثنان")
    incident = next(one["id"] for one in review.incidents(visit.ledger).values() if claim in one["claims"])
    return {
        f"/incidents/{incident}": [NOTE, TITLE],
        f"/claims/{claim}": [TITLE, NOTE],
        f"/claims/{other}": [TITLE, "ذبحا"],
        "/reports/suq": [TITLE],
        "/history": [NOTE],
    }


def masked(page: Page) -> list[str]:
    return [str(words) for words in page.evaluate(HIGHLIGHTED, "masked")]


def test_descriptions_are_covered_and_figures_are_not(visit: Visit) -> None:
    page = visit.page
    for address, expected in pages(visit).items():
        visit.go(address)
        page.mouse.move(0, 0)
        covered = page.locator(".grim bdi")
        assert covered.all_text_contents() == expected, address
        for part in covered.all():
            expect(part).to_have_css("color", CLEAR)
        if "/history" not in address:
            assert masked(page) == TEXTS, address
        assert "أشلاء" not in page.title()
    visit.go("/reports/hay")
    assert (masked(page), page.locator(".grim").count()) == ([], 0)


def test_covering_moves_nothing(visit: Visit) -> None:
    page = visit.page
    for address in pages(visit):
        visit.go(address)
        covered = page.evaluate(BOXES)
        visit.press("KeyG")
        expect(page.locator(".grim bdi").first).not_to_have_css("color", CLEAR)
        assert page.evaluate(BOXES) == covered, address
        visit.press("KeyG")


def test_pointing_shows_them(visit: Visit) -> None:
    page = visit.page
    visit.go("/reports/suq")
    page.locator(f'[data-claim="{visit.claim("suq", "12")}"]').hover()
    assert masked(page) == TEXTS[1:]
    page.locator("h1.grim").hover()
    expect(page.locator("h1.grim bdi")).not_to_have_css("color", CLEAR)
    assert masked(page) == TEXTS
    place = page.evaluate("""() => {
        const range = document.createRange(), [words] = [...CSS.highlights.get("masked")].slice(1);
        range.setStart(words.startContainer, words.startOffset);
        range.setEnd(words.endContainer, words.endOffset);
        const { x, y, width, height } = range.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
    }""")
    page.mouse.move(*place)
    assert masked(page) == [TEXTS[0], TEXTS[2]]
    page.mouse.move(0, 0)
    assert masked(page) == TEXTS


def test_the_keyboard_shows_them(visit: Visit) -> None:
    page = visit.page
    visit.go("/reports/suq")
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('h1.grim')"):
            expect(page.locator("h1.grim bdi")).not_to_have_css("color", CLEAR)
            reached.append("title")
        if page.evaluate("document.activeElement.matches('.source')"):
            reached.append("text")
            break
    assert reached == ["title", "text"]
    assert masked(page) == TEXTS  # to scroll a text is not to look at all of it
    for shown in TEXTS:
        page.keyboard.press("Enter")
        assert masked(page) == [words for words in TEXTS if words != shown]
    page.keyboard.press("Enter")
    assert masked(page) == TEXTS
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert masked(page) == TEXTS


def test_who_wants_to_see_them_says_so_once(visit: Visit) -> None:
    page = visit.page
    visit.go("/settings")
    page.locator("input[name=graphics][value='0']").check()
    with page.expect_navigation():
        page.locator(".settings button.strong").click()
    visit.go("/reports/suq")
    assert masked(page) == []
    expect(page.locator("h1.grim bdi")).not_to_have_css("color", CLEAR)
    button = page.locator("[data-cover=graphics]")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.mouse.move(0, 0)
    assert masked(page) == TEXTS
    visit.go("/reports/suq")
    assert masked(page) == []


def test_names_and_descriptions_are_covered_each_by_itself(visit: Visit) -> None:
    visit.go("/reports/suq")
    visit.press("KeyM")
    assert masked(visit.page) == TEXTS
    visit.press("KeyM")
    visit.press("KeyG")
    assert masked(visit.page) == []


def test_what_is_covered_is_not_printed(visit: Visit) -> None:
    page = visit.page
    page.emulate_media(media="print")
    for address in pages(visit):
        visit.go(address)
        visit.press("KeyM")  # names are shown, so reports are printed
        printed = page.locator("body").inner_text()
        assert [word for word in ("متفحم", "أشلاء", "ذبحا") if word in printed] == [], address
    visit.go("/reports/suq")
    visit.press("KeyM")
    said = page.evaluate("getComputedStyle(document.querySelector('.source'), '::before').content")
    assert "لا يُطبع" in said or "not printed" in said
    visit.press("KeyG")
    assert "متفحم" in page.locator("body").inner_text()
    visit.go("/reports/hay")
    visit.press("KeyM")
    assert "شهود عيان" in page.locator("body").inner_text()


def test_what_is_shown_in_public_has_none(visit: Visit) -> None:
    visit.go(f"{next(iter(pages(visit)))}/public")
    assert [word for word in ("متفحم", "أشلاء", "الصور تظهر") if word in visit.page.content()] == []


def test_without_colours_they_stay_covered(visit: Visit) -> None:
    visit.page.emulate_media(forced_colors="active")
    visit.go("/reports/suq")
    expect(visit.page.locator("h1.grim bdi")).to_have_css("color", CLEAR)
