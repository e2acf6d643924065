"""CI holds the reader to the scores of the project's own gold set, pinned to the files they were measured on."""

import hashlib
import sys
import tomllib
from pathlib import Path

import pytest

from tawthiq import operations

GOLD = Path(__file__).parent.parent / "gold"
FLOOR = tomllib.loads((GOLD / "floor.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FLOOR["files"])
def test_the_floor_was_set_on_these_files(name: str) -> None:
    assert hashlib.sha256((GOLD / name).read_bytes()).hexdigest() == FLOOR["files"][name], "run `make floor`"


def test_no_score_is_below_its_floor() -> None:
    figures = operations.evaluate(str(GOLD / "docs.json"), str(GOLD / "gold.json"), sys.stdin.buffer).figures()
    below = {name: figures[name] for name, floor in FLOOR["floor"].items() if figures[name] < floor}
    assert not below
