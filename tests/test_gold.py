"""The reader's floor on the gold set, whose files are pinned by their hashes."""

import hashlib
import io
import tomllib
from pathlib import Path

import pytest

from tawthiq.evaluation import Scores
from tawthiq.operations import scoring

GOLD = Path(__file__).resolve().parent.parent / "gold"
PINNED = tomllib.loads((GOLD / "floor.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores() -> Scores:
    return scoring.evaluate(str(GOLD / "docs.json"), str(GOLD / "gold.json"), io.BytesIO())


@pytest.mark.parametrize("name", PINNED["files"])
def test_the_gold_files_are_those_of_the_floor(name: str) -> None:
    digest = hashlib.sha256((GOLD / name).read_bytes()).hexdigest()
    assert digest == PINNED["files"][name], f"gold/{name} has changed; run `make floor`"


@pytest.mark.parametrize("figure", PINNED["floor"])
def test_no_figure_falls_below_its_floor(scores: Scores, figure: str) -> None:
    assert scores.figures()[figure] >= PINNED["floor"][figure]
