"""What bounds a noun that counts by its form: «ما لا يقل عن شخصين», «أكثر من جندي», «شخصان على الأقل»."""

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from tawthiq.language.lexicon import Hit
from tawthiq.model import Count
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import Phrase

_FIRST, _AT_LEAST = attrgetter("first"), "at_least"
BOUNDS = frozenset({"من", "عن", "علي", "يقل"})  # the last words of what bounds a noun
_WORDS = 5  # tokens of «ما لا يقل عن», and one
_DUAL, _SOME = "ين", "some"


def bounded(layers: Layers, phrase: Phrase) -> Phrase:
    """The phrase with the bound that stands behind it or right before it, where a filler or one of `BOUNDS` does."""
    if phrase.last in layers.fillers:
        filler = layers.fillers[phrase.last].entry
        least = filler.value == _AT_LEAST and phrase.count.modifier == "exact"
        return replace(phrase, count=_least(phrase.count.low)) if least else phrase
    if phrase.definite or phrase.joined:
        return phrase
    bound, low = _before(layers, phrase.first), _low(layers, phrase)
    if bound is None or low is None:
        return phrase
    because, joined = (bound.entry.id, *phrase.because), bound.clitic.startswith("و")
    return replace(phrase, first=bound.first, start=bound.start, count=_least(low), explicit=True, joined=joined,
                   because=because)  # fmt: skip


def _low(layers: Layers, phrase: Phrase) -> int | None:
    """How many there are at least; what is bounded and may be two or many («مدنيين») is two."""
    if phrase.count.vague == _SOME and layers.tokens[phrase.head].form.endswith(_DUAL):
        return 2
    return phrase.count.low if phrase.count.modifier == "exact" else None


def _least(low: int | None) -> Count:
    return Count(low, None, _AT_LEAST)


def _before(layers: Layers, at: int) -> Hit | None:
    """The words «ما لا يقل عن», «أكثر من» that end at a token; not «فوق», which says where."""
    first = bisect_left(layers.amounts, at - _WORDS, key=_FIRST)
    for hit in layers.amounts[first : first + _WORDS * 2]:
        word = hit.entry
        if hit.last == at and hit.last - hit.first > 1 and word.modifier == _AT_LEAST and word.side == "before":
            return hit
    return None
