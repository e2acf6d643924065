"""Words that folding makes one, told apart by how the text spells them: «علي», a given name, and «على»."""

from collections.abc import Mapping, Sequence
from typing import cast

from tawthiq.language.entries import GroupWord, HarmWord, VictimWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.tokens import Cut

_ALI, _ON, _AND = "علي", "على", "و"
_FORMS = frozenset((_ALI, _AND + _ALI))


def told_apart(text: str, cut: Cut, layers: Mapping[str, Sequence[Hit]]) -> dict[str, tuple[Hit, ...]]:
    """The hits by layer without those of «على» where the text means the name «علي».

    It does beside another given name or behind a word for a person, in a text that spells «على» so elsewhere; a text
    without it needs a name behind and a person, a name or a harm before. Many outlets write «علي» for «على».
    """
    kept = {name: tuple(hits) for name, hits in layers.items()}
    if _ALI not in text:
        return kept
    spelt = {t: text[token.start : token.end].removeprefix(_AND)
             for t, token in enumerate(cut.tokens) if token.form in _FORMS}  # fmt: skip
    named = _named(spelt, kept)
    if not named:
        return kept
    for name, hits in kept.items():
        if name != VictimWord.layer:
            kept[name] = tuple([h for h in hits if h.last - h.first > 1 or h.first not in named])
    return kept


def _named(spelt: Mapping[int, str], layers: Mapping[str, Sequence[Hit]]) -> frozenset[int]:
    """The tokens that mean the name."""
    mine = [t for t, word in spelt.items() if word == _ALI]
    longer = {t for hits in layers.values() for h in hits if h.last - h.first > 1 for t in range(h.first, h.last)}
    given = {h.first: h for h in layers.get(VictimWord.layer, ()) if cast(VictimWord, h.entry).part == "name"}
    people = {
        h.last for h in layers.get(GroupWord.layer, ())
        if h.definite and h.number == "one" and cast(GroupWord, h.entry).sort == "person"
    }  # fmt: skip
    harmed = {h.last for h in layers.get(HarmWord.layer, ()) if cast(HarmWord, h.entry).part in ("verb", "masdar")}
    told = _ON in spelt.values()
    found = set()
    for at in mine:
        behind, before = at + 1 in given and not given[at + 1].clitic, at - 1 in given or at in people
        sure = (behind or before) if told else behind and (before or at in harmed)
        if sure and at not in longer:
            found.add(at)
    return frozenset(found)
