"""A plural in «ين» that is a dual, as the report tells of two of the same: «مقتل فلسطينيين ... قتل فلسطينيان»."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.scan import Scan
from tawthiq.model import Casualty, Count, Document

_DUAL, _LONGEST, _NEAR = "ين", 2, 3
_GROUP = "group."
_TITLE, _TWO = "title", 2
_ANYBODY, _PEOPLE = frozenset({"person", "displaced_person"}), frozenset({"person", "man", "woman"})


def two_again(document: Document, scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """What a title or a sentence nearby leaves open between two and many is two where two of the same are counted."""
    open_ended = {i for i, c in enumerate(found) if c.count.vague == "some" and _either(scan, c)}
    if not open_ended:
        return list(found)
    twos: dict[tuple[str, str], list[int]] = {}
    for casualty in found:
        if (casualty.count.low, casualty.count.high) == (2, 2):
            twos.setdefault((casualty.outcome, _noun(casualty)), []).append(casualty.sentence)
    told = {i: twos.get((found[i].outcome, _noun(found[i])), ()) for i in open_ended}
    return [
        replace(c, count=Count(2, 2))
        if i in told and (_nearby(document, c, told[i]) or _first_told(document, c, found[i + 1 :]))
        else c
        for i, c in enumerate(found)
    ]


def _either(scan: Scan, casualty: Casualty) -> bool:
    """«مدنيين», «شرطيين تركيين»: whether a few bare words are counted that may be a dual or a plural."""
    forms = [t.form for t in scan.tokens[casualty.first : casualty.last]]
    bare = len(forms) <= _LONGEST and bool(_noun(casualty)) and not casualty.because[0].startswith("number.")
    return bare and all(form.endswith(_DUAL) for form in forms)


def _noun(casualty: Casualty) -> str:
    """The entry of the noun that is counted; empty where none is."""
    return next((b for b in casualty.because if b.startswith(_GROUP)), "")


def _first_told(document: Document, title: Casualty, after: Sequence[Casualty]) -> bool:
    """«مقتل شرطيين» over «قتل عنصران من الشرطة أمس»: whether two are the first that the body tells the same of."""
    parts = document.sentences
    if parts[title.sentence].part != _TITLE:
        return False
    same = (c for c in after if c.outcome == title.outcome and c.part_of is None and parts[c.sentence].part != _TITLE)
    first = next(same, None)
    if first is None or (first.count.low, first.count.high) != (_TWO, _TWO):
        return False
    return first.group == title.group or (title.group in _ANYBODY and first.group in _PEOPLE)


def _nearby(document: Document, casualty: Casualty, sentences: Sequence[int]) -> bool:
    """Whether one of some sentences, in order, is near a figure's, or that is of a title."""
    if document.sentences[casualty.sentence].part == _TITLE:
        return bool(sentences)
    at = bisect_left(sentences, casualty.sentence - _NEAR)
    return at < len(sentences) and sentences[at] <= casualty.sentence + _NEAR
