"""Pin the gold floor: gold/floor.toml gets the hashes of the gold files and floors a little below today's scores.

python tools/floor.py [MARGIN]     MARGIN is 0.005 by default
"""

import hashlib
import sys
from pathlib import Path

from tawthiq.operations import scoring

GOLD = Path(__file__).resolve().parent.parent / "gold"
FIGURES = ("found", "modifier", "group", "event", "actors", "place", "time", "source", "status", "whole")
FILES = ("docs.json", "gold.json")


def main(margin: float) -> None:
    scores = scoring.evaluate(str(GOLD / "docs.json"), str(GOLD / "gold.json"), sys.stdin.buffer)
    figures = scores.figures()
    lines = [
        "# What CI holds the reader to on this gold set. Written by `make floor`; a lower floor needs a reason in the",
        "# commit that sets it. Changed gold files need `make floor` too, as the figures then mean something else.",
        "",
        "[files]",
        *(f'"{name}" = "{hashlib.sha256((GOLD / name).read_bytes()).hexdigest()}"' for name in FILES),
        "",
        "[floor]",
        *(f"{name} = {max(0.0, figures[name] - margin):.3f}" for name in FIGURES if name in figures),
    ]
    (GOLD / "floor.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.005)
