"""The numbers stage: a table of news phrases, the examples of the data, and what must hold of any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.language import load
from tawthiq.language.entries import NumberWord
from tawthiq.model import Document, Number
from tawthiq.stages import numbers

_TABLE = tomllib.loads((Path(__file__).parent / "cases" / "numbers.toml").read_text(encoding="utf-8"))
CASES = [pytest.param(text, expected, id=text) for group in _TABLE.values() for text, expected in group.items()]

PARTS = {
    "number", "scale", "scale_or_dual", "vague", "fraction", "one", "ordinal", "modifier", "between", "from", "to",
    "or", "of", "than", "conj", "joined", "article", "unit", "month", "label", "of_age", "amount", "threshold", "rise",
    "negation", "none", "reach",
}  # fmt: skip


def find(text: str) -> tuple[Number, ...]:
    language = load()
    return numbers.run(Document("t", text, ""), language.scan(text), language).numbers


def shown(number: Number, text: str) -> str:
    """A number as the table writes it."""
    count = number.count
    if number.aside:
        reading = f"!{number.aside}"
    elif count.vague:
        reading = count.vague
    else:
        reading = {
            "exact": f"{count.low}", "about": f"~{count.low}", "at_least": f"{count.low}+", "at_most": f"{count.high}-",
            "between": f"{count.low}..{count.high}",
        }[count.modifier]  # fmt: skip
    whole = f"/{count.of}" if count.of else ""
    return f"{text[number.span.start : number.span.end]}: {reading}{whole}"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_news_phrases(text: str, expected: list[str]) -> None:
    assert [shown(number, text) for number in find(text)] == expected


@given(st.text(alphabet="0123456789٣ ألفمئةوثلاثبنعشرمن-/:.,()\n%", max_size=60))
@settings(max_examples=300, deadline=None)
def test_holds_for_any_text(text: str) -> None:
    end = token = 0
    for number in find(text):
        assert end <= number.span.start < number.span.end <= len(text)
        assert token <= number.first < number.last
        end, token = number.span.end, number.last


@pytest.mark.parametrize("text", ["9" * 5000, "1 000 " * 3000, "بين " * 3000 + "3", "ألف و" * 3000, "²½٣"])
def test_survives_hostile_text(text: str) -> None:
    find(text)


ENTRIES = [e for e in load().lexicon.entries("number") if isinstance(e, NumberWord)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples_use_their_entry(entry: NumberWord) -> None:
    assert entry.part in PARTS
    assert any(hit.entry.id == entry.id for hit in load().scan(entry.example).hits("number"))


def test_is_the_same_in_any_spelling() -> None:
    for text in ("نَحْوَ ١٢٠ شَخْصاً", "نحو ۱۲۰ شخصا", "نحــو 120 شخصا"):
        (number,) = find(text)
        assert (number.count.low, number.count.modifier) == (120, "about")
