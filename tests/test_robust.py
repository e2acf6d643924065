"""No text, however broken, raises an exception, and what always holds of a document holds."""

import random
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tawthiq

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import fuzz  # noqa: E402

TEXTS = [row["text"] for row in fuzz.rows()]
WORDS = sorted({word for text in TEXTS for word in text.split()})
ENTRIES = [
    word
    for file in sorted((ROOT / "src" / "tawthiq" / "data" / "ar").glob("*.toml"))
    for word in tomllib.loads(file.read_text(encoding="utf-8")).get("word", ())
]
FORMS = sorted({form for word in ENTRIES for form in word.get("forms", ())})
LONG_LINE = 200_000  # bytes
QUIET = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@QUIET
@given(st.text(max_size=400), st.sampled_from(fuzz.DATES))
def test_any_text(text: str, published: str | None) -> None:
    assert not fuzz.check(tawthiq.read(text, published=published))


@QUIET
@given(st.lists(st.sampled_from([*WORDS, *fuzz.NOISE]), max_size=120), st.sampled_from(fuzz.DATES))
def test_words_of_reports_in_any_order(words: list[str], published: str | None) -> None:
    assert not fuzz.check(tawthiq.read(" ".join(words), published=published))


@pytest.mark.parametrize("seed", range(150))
def test_broken_reports(seed: int) -> None:
    text, published = fuzz.broken(random.Random(seed), TEXTS)
    assert not fuzz.check(tawthiq.read(text, published=published))


@pytest.mark.parametrize(
    "text",
    [
        "", "\n" * 1000, "\ud800", "\x00" * 100, "9" * 100_000, "(" * 20_000, "«" * 20_000, "و" * 50_000,
        "ال" * 20_000, "ـ" * 20_000, "ق ت ل " * 5_000, "قتل " * 5_000, "بين " * 5_000, "ألف " * 5_000,
        "1,000." * 5_000, "قال إن " * 3_000, "أمس الأحد " * 3_000, "في حلب " * 3_000,
        "مدير المستشفى في مدينة إدلب وريفها طائرة " * 400,
        "أعلنت البلدية إصابة 40 شخصا جراء القصف على مواقع متفرقة",
        "قتل خمسة في اشتباكات بين",
        "شاهدوا رضيعا لم تظهر عليه علامات حياة", "سقوط قتلى 3", "دون وقوع إصابات 3", "شاب نفذ هجوما",
    ],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_hostile_repetition(text: str) -> None:
    assert not fuzz.check(tawthiq.read(text, published="2016-09-24"))


def test_each_word_of_the_data_alone() -> None:
    assert len(FORMS) > len(ENTRIES) > 0
    for form in FORMS:
        assert not fuzz.check(tawthiq.read(form)), form


@settings(QUIET, max_examples=600)
@given(st.lists(st.sampled_from([*FORMS, *["3", "خمسة", "،", ".", "\n", "»", "("] * 300]), max_size=7))
def test_words_of_the_data_in_any_order(forms: list[str]) -> None:
    assert not fuzz.check(tawthiq.read(" ".join(forms), published="2016-09-24"))


def test_reports_that_end_anywhere() -> None:
    for text in TEXTS:
        words = max(text.split("\n"), key=len).split()[:40]
        for last in range(1, len(words) + 1):
            assert not fuzz.check(tawthiq.read(" ".join(words[:last]), published="2016-09-24"))


def test_one_long_line() -> None:
    piece = " ".join(" ".join(text.split()) for text in TEXTS) + " "
    text = piece * (LONG_LINE // len(piece.encode()) + 1)
    document = tawthiq.read(text, published="2016-09-24")
    assert document.claims and not fuzz.check(document)
