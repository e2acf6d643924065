"""Hits told apart by how the text spells what folding makes one: «علي», a given name, and «على»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from tawthiq.language.entries import DateWord, GroupWord, HarmWord, SpellingWord, VictimWord
from tawthiq.language.lexicon import Hit, HitOf

_NAME, _TIE = "name", "tie"
_DATING = re.compile("[0-9٠-٩۰-۹/]")
_NEAR = 3  # code points from a month's name to its number or slash


def told_apart(text: str, layers: Mapping[str, Any]) -> dict[str, Any]:
    """The hits by layer without those that a word does not mean as it is spelt; a form of several words stays."""
    kept = {name: tuple(hits) for name, hits in layers.items()}
    meant = dict(_meant(text, kept.pop(SpellingWord.layer, ()), layers))
    if not meant:
        return kept
    return {
        name: tuple([h for h in hits if h.last - h.first > 1 or name in meant.get(h.first, (name,))])
        for name, hits in kept.items()
    }  # fmt: skip


def _meant(
    text: str, spelt: Sequence[HitOf[SpellingWord]], layers: Mapping[str, Any]
) -> Iterator[tuple[int, Sequence[str]]]:
    """The tokens whose spelling says what they mean, with the layers that it means."""
    names: set[int] | None = None
    for hit in spelt:
        word = hit.entry
        meanings, month = _meanings(word)
        of = month if month and _dated(text, hit) else meanings.get(text[hit.start : hit.end])
        if of is None:
            continue
        if word.part == _NAME and names is None:
            names = _named(text, spelt, layers)
        if word.part != _NAME or (names is not None and hit.first in names):
            yield hit.first, of


@cache
def _meanings(word: SpellingWord) -> tuple[Mapping[str, Sequence[str]], Sequence[str] | None]:
    """The layers of a word's meanings by spelling, and those of the one that is a month."""
    pairs = (m.partition(":") for m in word.means)
    meanings = {own: of.split(",") for own, _, of in pairs}
    return meanings, next((of for of in meanings.values() if DateWord.layer in of), None)


def _dated(text: str, hit: Hit) -> bool:
    """«12 أب», «أب/أغسطس»: a number or a slash beside the word makes it the month, however it is spelt."""
    around = text[max(0, hit.start - _NEAR) : hit.start] + text[hit.end : hit.end + _NEAR]
    return bool(_DATING.search(around))


def _named(text: str, spelt: Sequence[HitOf[SpellingWord]], layers: Mapping[str, Any]) -> set[int]:
    """The tokens that mean a name: beside another given name or behind a word for a person, in a text that also spells
    the other word; in one that does not, where a name follows, and a person, a name or a harm goes before. Many
    outlets write «علي» for «على»."""
    doubtful = [h for h in spelt if h.entry.part == _NAME]
    own = {m.partition(":")[0] for h in doubtful for m in h.entry.means}
    told = any(text[h.start : h.end] not in own for h in doubtful)
    longer = {t for hits in layers.values() for h in hits if h.last - h.first > 1 for t in range(h.first, h.last)}
    names = [(h, h.entry.part) for h in layers.get(VictimWord.layer, ())]
    given = {h.first: h for h, part in names if part == _NAME}
    tied = {h.last for h, part in names if part == _TIE}  # «أبو علي»
    people = {
        h.last for h in layers.get(GroupWord.layer, ())
        if h.definite and h.number == "one" and h.entry.sort == "person"
    }  # fmt: skip
    harmed = {h.last for h in layers.get(HarmWord.layer, ()) if h.entry.part in ("verb", "masdar")}
    found = set()
    for at in (h.first for h in doubtful if text[h.start : h.end] in own and h.first not in longer):
        behind = at + 1 in given and not given[at + 1].clitic
        before = at - 1 in given or at in people
        if at in tied or ((behind or before) if told else behind and (before or at in harmed)):
            found.add(at)
    return found
