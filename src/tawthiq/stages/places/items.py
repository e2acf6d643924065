"""The items of a digest: reports of several countries on one page, each sent from somewhere."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.model import Sentence
from tawthiq.stages.places.mention import Mention, View, Word
from tawthiq.stages.places.resolve import context

_FIRST = attrgetter("first")


def homes(seen: View, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[tuple[int, str | None]]:
    """Where each item of a digest begins and the country it is about, in order; nothing for what was sent from one
    country. An item begins with the sentence before its dateline, which is its headline."""
    sent = [m for m in mentions if m.rows and "places.dateline" in m.flags]
    if not sentences or len({m.rows[0].country for m in sent}) < 2:
        return []
    starts = sorted({_headline(sentences, m.first) for m in sent})
    inside: list[list[Mention]] = [[] for _ in starts]
    words: list[dict[int, Word]] = [{} for _ in starts]
    for mention in mentions:
        if mention.first >= starts[0]:
            inside[bisect_right(starts, mention.first) - 1].append(mention)
    for at, word in seen.words.items():
        if at >= starts[0]:
            words[bisect_right(starts, at) - 1][at] = word
    told = zip(starts, inside, words, strict=True)
    return [(first, context(replace(seen, words=around), of_it).home) for first, of_it, around in told]


def home_at(items: Sequence[tuple[int, str | None]], at: int) -> str | None:
    """The country of the item that the token `at` is in."""
    index = bisect_right(items, at, key=lambda item: item[0]) - 1
    return items[index][1] if index >= 0 else None


def _headline(sentences: Sequence[Sentence], at: int) -> int:
    index = bisect_right(sentences, at, key=_FIRST) - 1
    return sentences[max(index - 1, 0)].first
