"""No text raises, and every claim opens its own words."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq import read

TEXTS = [d["text"] for d in json.loads((Path(__file__).parent.parent / "gold" / "docs.json").read_text("utf-8"))]
WORDS = sorted({w for text in TEXTS for w in text.split()})


def holds(text: str) -> None:
    document = read(text, "2020-01-01")
    for claim in document.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert text[claim.span.start : claim.span.end] == claim.quote
        if claim.count and claim.count.low is not None and claim.count.high is not None:
            assert claim.count.low <= claim.count.high
        if claim.time:
            assert claim.time.start <= claim.time.end


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    holds(text)


@given(st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words(text: str) -> None:
    holds(text)


@given(
    st.sampled_from(TEXTS),
    st.integers(0, 2000),
    st.integers(0, 400),
    st.sampled_from(["", "\n", "«", "ـ", "٣", "\u200f"]),
)
@settings(max_examples=80, deadline=None)
def test_a_report_with_a_piece_cut_out(text: str, at: int, length: int, put: str) -> None:
    holds(text[:at] + put + text[at + length :])
