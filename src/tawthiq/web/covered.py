"""Which words are covered until the reader points at them or reaches them by the keyboard: those that may name a
victim, and those that describe what was done to bodies.

No rule finds every name or every description in a text. So these are covered on the page; a printout leaves them out.
"""

from functools import lru_cache
from typing import NamedTuple

from tawthiq.language import graphic
from tawthiq.model import Claim, Span
from tawthiq.operations.reviewing import Sheet

_DONE_TO_PEOPLE = frozenset(
    {"killed", "injured", "casualties", "missing", "detained", "abducted", "trapped", "rescued"}
)
# How many reports are remembered: the claims of one are looked at one after another.
_REPORTS = 64


class Part(NamedTuple):
    """Words of a report in code points: of a claim, of the name of a victim, or of a description (`id`). `names`:
    they may name a victim; `graphic`: they describe what was done to bodies."""

    id: str
    start: int
    end: int
    names: bool = False
    graphic: bool = False


def may_name(claim: Claim) -> bool:
    """Whether the words of a claim may hold a victim's name."""
    count = claim.count
    single = count is not None and count.high == 1
    return single and claim.outcome in _DONE_TO_PEOPLE and len(claim.quote.split()) > 1


def covers(words: str, *, names: bool = False) -> str:
    """How words are covered, as classes of their element; "" where they are not."""
    return " ".join([*(["veil"] if names else []), *(["grim"] if graphic.find(words) else [])])


def spans(sheet: Sheet) -> list[Part]:
    """The claims of a report, the names of its victims and the descriptions in it, as they stand in its text. A name or
    a description that meets a claim's words goes by the claim's id: pointing at the claim shows it too."""
    claims = [Part(one.read.id, *one.read.claim.span, may_name(one.read.claim)) for one in sheet.claims]
    names = [
        Part(_held(claims, *naming.victim.span, naming.id), *naming.victim.span, names=True)
        for naming in sheet.names
        if naming.victim.name
    ]
    graphics = [
        Part(_held(claims, *span, f"{sheet.report.id}:g{number}"), *span, graphic=True)
        for number, span in enumerate(_described(sheet.report.text))
    ]
    return claims + names + graphics


@lru_cache(maxsize=_REPORTS)
def _described(text: str) -> tuple[Span, ...]:
    return graphic.find(text)


def _held(claims: list[Part], start: int, end: int, own: str) -> str:
    """The id of the first claim that holds some of these words, else their own."""
    return next((claim.id for claim in claims if claim.start < end and start < claim.end), own)
