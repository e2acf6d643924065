"""Cutting a sentence into the parts that can each state one thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tawthiq.language.entries import SayWord
from tawthiq.language.lexicon import Hit
from tawthiq.model import Sentence, Speaker
from tawthiq.stages.statements.view import View, within

_LEAST = 3  # tokens of a unit
_FRAME = 14  # tokens between a speaker and «أن»
_AND = ("و", "ف")


class Unit(NamedTuple):
    """Tokens first ≤ t < last of sentence `sentence`. `content` is where what `speaker` says begins;
    both are `first` and None where the report speaks for itself."""

    first: int
    last: int
    sentence: int
    content: int
    speaker: Speaker | None


def units(view: View, sentences: Sequence[Sentence], index: int, speakers: Sequence[Speaker]) -> list[Unit]:
    """The units of one sentence in order; `speakers` are those whose speech begins in it, in order of where."""
    sentence = sentences[index]
    bounds = [*_cuts(view, sentence), sentence.last]
    found = []
    for first, last in pairwise(bounds):
        speaker = _speaker(speakers, first, last)
        content = first if speaker is None else _content(view, max(first, speaker.reach[0]), last)
        found.append(Unit(first, last, index, content, speaker or view.owners.get(first)))
    return found


def _speaker(speakers: Sequence[Speaker], first: int, last: int) -> Speaker | None:
    at = bisect_right(speakers, first - 1, key=lambda s: s.reach[0])
    return speakers[at] if at < len(speakers) and speakers[at].reach[0] < last else None


def _content(view: View, first: int, last: int) -> int:
    """Behind «أن» or a quotation mark, where one stands near; else where the speech begins."""
    near = min(last, first + _FRAME)
    at = bisect_right(view.thats, first - 1)
    if at < len(view.thats) and view.thats[at] < near:
        return view.thats[at]
    mark = bisect_left(view.quotes, view.tokens[first].start - 1)
    opened = view.quotes[mark] if mark < len(view.quotes) else None
    if opened is None:
        return first
    return next((t for t in range(first, near) if view.tokens[t].start > opened), first)


def _cuts(view: View, sentence: Sentence) -> list[int]:
    """The tokens at which units begin, in order."""
    first, last = sentence.first, sentence.last
    found = {first}
    for word in view.words_in(first + 1, last):
        if word.entry.part == "joint" or (word.entry.part == "act" and _opens(view, word.hit)):
            found.add(word.first)
    found.update([h.first for h in within(view.sayings, first + 1, last) if _participle(h) or _opens(view, h)])
    found.update([t + 1 for t in range(first, last - 1) if view.tokens[t].form in ("؛", ";")])
    cuts: list[int] = []
    for at in sorted(found):
        if not cuts or (at - cuts[-1] >= _LEAST and last - at >= _LEAST):
            cuts.append(at)
    return cuts


def _participle(hit: Hit) -> bool:
    return isinstance(hit.entry, SayWord) and hit.entry.part == "participle"


def _opens(view: View, hit: Hit) -> bool:
    """Whether a new clause begins with the word: «و» is joined to it, or a comma stands before it."""
    return hit.clitic[:1] in _AND or view.tokens[hit.first - 1].form in ("،", ",")
