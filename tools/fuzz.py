"""Read broken texts for a while and check what must always hold; `make fuzz`.

    python tools/fuzz.py [SECONDS] [SEED]     60 seconds by default

Takes the reports of gold/ and mutates them: cuts, swaps and repeats pieces, glues words, throws in digits, marks,
direction marks, quotation marks, presentation forms and lone surrogates. A failure prints its seed and the text.
"""

import json
import random
import sys
import time
from pathlib import Path

import tawthiq
from tawthiq.model import Document

GOLD = Path(__file__).resolve().parent.parent / "gold" / "docs.json"
# Signs that broke readers before: digits of three scripts, marks, quotation marks, joiners, surrogates, emojis.
NOISE = [
    *"0123456789\u0660\u0661\u0665\u06f0\u06f5", *"\"'«»“”()[]{}.,،؛:;!؟?…-–—/\\|@#%*_\n\t\r ",
    "\u0640", "\u064b", "\u0651", "\u200b", "\u200f", "\u202e", "\u2066", "\u2068", "\ufeff", "\u00a0", "\ufdfa",
    "\ufefb", "\ufe8d", "\ud800", "\udfff", "\x00", "\U0001f534", "\u2028", "9" * 400, "\u0627" * 50, "\n\n\n",
]  # fmt: skip
DATES = (None, "2016-09-24", "0001-01-01", "9999-12-31", "2024-02-29")


def main(seconds: float, seed: int) -> int:
    texts = [row["text"] for row in rows()]
    end, runs, slowest = time.monotonic() + seconds, 0, (0.0, seed)
    while time.monotonic() < end:
        text, published = broken(random.Random(seed), texts)
        began = time.monotonic()
        try:
            faults = check(tawthiq.read(text, published=published))
        except Exception as error:  # whatever it is, it is what this tool looks for
            faults = [f"{type(error).__name__}: {error}"]
        if faults:
            print(f"seed {seed}, published {published}: {faults[0]}\n{text!r}")
            return 1
        slowest = max(slowest, ((time.monotonic() - began) / (len(text) + 1000), seed))
        seed, runs = seed + 1, runs + 1
    print(f"{runs} broken texts read without a fault; the slowest took {slowest[0] * 1e6:.1f} µs a character")
    return 0


def rows() -> list[dict[str, str]]:
    """The reports that are broken."""
    found: list[dict[str, str]] = json.loads(GOLD.read_text(encoding="utf-8"))
    return found


def broken(chance: random.Random, texts: list[str]) -> tuple[str, str | None]:
    """A report with a few things broken in it, and a publication date."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 30)):
        at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
        to = min(to, at + 60)
        piece = text[at:to]
        text = text[:at] + chance.choice((
            "", piece + piece, piece[::-1], piece.replace(" ", ""), " ".join(piece), piece.replace(" ", "\n"),
            chance.choice(NOISE) + piece, chance.choice(NOISE).join(piece.split(" ")), chance.choice(texts)[at:to],
        )) + text[to:]  # fmt: skip
    return text, chance.choice(DATES)


def check(document: Document) -> list[str]:
    """What must always hold and does not: spans inside the text, in order, quotes as they stand."""
    faults = []
    length = len(document.text)
    layers = ("sentences", "numbers", "dates", "places", "actors", "speakers", "casualties", "claims", "aside")
    for layer in layers:
        marks = getattr(document, layer)
        spans = [mark.span for mark in marks]
        faults += [f"{layer}: {span} is no span of the text" for span in spans if not 0 <= span[0] < span[1] <= length]
    faults += [
        f"claim {claim.id}: its quote is {claim.quote!r}, its span holds {document.text[slice(*claim.span)]!r}"
        for claim in document.claims
        if claim.quote != document.text[slice(*claim.span)]
    ]
    ids = {claim.id for claim in document.claims}
    if len(ids) < len(document.claims):
        faults.append("two claims have one id")
    faults += [
        f"claim {c.id}: part of {c.part_of}, no claim" for c in document.claims if c.part_of and c.part_of not in ids
    ]
    return faults


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60, int(sys.argv[2]) if len(sys.argv) > 2 else 0))
