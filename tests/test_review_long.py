"""A report as long as a book on the review page, in a real browser and in both languages."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tawthiq.operations import recording
from tawthiq.sources import read_paths
from tawthiq.web.blocks import blocks
from tests import review
from tests.visiting import Visit

_PAD = "𝌆 وقال مراسلنا إن فرق الإنقاذ وصلت إلى المكان وإن الطريق كانت مقطوعة منذ أيام.\n"  # a sign of two UTF-16 units
_TEXT = (
    "قال الدفاع المدني إن غارة روسية استهدفت سوقا في مدينة معرة النعمان أمس السبت وأدت إلى مقتل تسعة مدنيين.\n\n"
    + _PAD * 400
    + "وأضاف الدفاع المدني أن الغارة أدت إلى إصابة 30 آخرينَ.\n"
    + _PAD * 400
)
_PARAGRAPH = _TEXT.replace("\n", " ")
_QUOTED = "وقال الناطق: The road was closed for days. Nobody came. ثم عاد الهدوء إلى البلدة. "
_CURRENT = """() => [...CSS.highlights.get("current")].map(words => {
    const range = document.createRange();
    range.setStart(words.startContainer, words.startOffset); range.setEnd(words.endContainer, words.endOffset);
    const box = range.getBoundingClientRect();
    const around = document.querySelector(".source").getBoundingClientRect();
    return [range.toString(), box.top >= around.top && box.bottom <= Math.min(around.bottom, innerHeight)]; })"""


@pytest.fixture(params=[_TEXT, _PARAGRAPH], ids=["lines", "paragraph"])
def text(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def long(visit: Visit, text: str, tmp_path: Path) -> Visit:
    source = tmp_path / "long.jsonl"
    source.write_text(json.dumps({"id": "long", "published": "2019-07-28", "text": text}), encoding="utf-8")
    list(recording.add(read_paths([str(source)], BytesIO()), visit.ledger, review.AUTHOR))
    return visit


@pytest.mark.parametrize("text", ["", "\n", "no end of line", "a\n\n\nb", "ends\n", _TEXT, "x" * 90_000, "\n" * 9_000])
def test_blocks_are_the_whole_text_and_end_with_their_lines(text: str) -> None:
    found = blocks(text)
    assert "".join(found) == text
    assert all(block.endswith("\n") and len(block) >= 4_000 for block in found[:-1])


@pytest.mark.parametrize(
    ("text", "ends"), [(_PARAGRAPH, ". "), (f"{'كلمة ' * 9_000}\n\n{_PARAGRAPH}", " "), (_QUOTED * 400, "البلدة. ")]
)
def test_a_paragraph_without_end_is_cut_between_sentences_or_words(text: str, ends: str) -> None:
    found = blocks(text)
    assert "".join(found) == text
    assert all(4_000 <= len(block) <= 20_000 for block in found[:-1])
    assert all(block.endswith((ends, "\n")) for block in found[:-1])


def test_a_paragraph_of_arabic_stays_one_of_arabic_whatever_it_quotes() -> None:
    found = blocks(f"{_QUOTED * 400}\n{'No word of it is Arabic. ' * 4_000}")
    assert {re.sub(r"\W", "", block)[0] for block in found} == {"و", "N"}


def test_the_words_of_each_claim_are_in_sight_and_exact(long: Visit) -> None:
    page, first = long.page, long.claim("long", "تسعة")
    long.go(f"/claims/{long.claim('long', '30')}")
    assert page.evaluate(_CURRENT) == [["30 آخرينَ", True]]
    long.press("KeyK")
    expect(page).to_have_url(f"{long.home}/claims/{first.replace(':', '%3A')}")
    long.until("document.querySelector('.source').scrollTop === 0")
    assert page.evaluate(_CURRENT) == [["تسعة مدنيين", True]]
    long.press("KeyA")
    long.until("document.querySelector('.source').scrollTop > 1000")
    assert page.evaluate(_CURRENT) == [["30 آخرينَ", True]]
    long.settled()
    assert long.verdicts == {first: "accept"}


def test_the_text_is_searched_and_copied_letter_by_letter(long: Visit, text: str) -> None:
    page = long.page
    long.go("/reports/long")
    assert page.locator(".source").evaluate("source => source.textContent") == text
    page.locator(".source").evaluate("source => getSelection().selectAllChildren(source)")
    assert page.evaluate("getSelection().toString()") in (text, text.removesuffix("\n"))
    page.evaluate("getSelection().removeAllRanges()")
    assert page.evaluate("find('إصابة 30 آخرين')")
    assert page.evaluate("getSelection().toString()") == "إصابة 30 آخرينَ"


def test_the_words_of_a_claim_far_down_lead_to_it(long: Visit) -> None:
    page = long.page
    listed = long.claim("long", "30")
    long.go("/reports/long")
    page.locator(f"[data-claim='{listed}'] a").focus()
    long.until("document.querySelector('.source').scrollTop > 1000")
    box = page.evaluate("""() => { const [range] = CSS.highlights.get("lit"); const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset); live.setEnd(range.endContainer, range.endOffset);
        const { x, y, width, height } = live.getBoundingClientRect(); return [x + width / 2, y + height / 2]; }""")
    page.evaluate("document.activeElement.blur()")
    page.mouse.click(*box)
    expect(page.locator(f"[data-claim='{listed}'] a")).to_be_focused()
