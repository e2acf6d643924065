"""A scanned text: its tokens, and the lexicon's hits by layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import ClassVar, Protocol, TypeVar, cast

from tawthiq.language.entries import VictimWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.tokens import Cut, Token

SORTED = ("structure", "say")
PART = attrgetter("entry.part")
_THE = "ال"


class Layered(Protocol):
    """An entry of a layer that its class names."""

    layer: ClassVar[str]


E_ = TypeVar("E_", bound=Layered)


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass over the text found. `layers` maps a layer's name to its hits in order, `by_part` the name of a
    layer of which one part at a time is asked for to those by part."""

    text: str
    cut: Cut
    tokens: tuple[Token, ...]
    layers: Mapping[str, tuple[Hit, ...]]
    by_part: Mapping[str, Mapping[str, Sequence[Hit]]]

    def hits(self, layer: str) -> tuple[Hit, ...]:
        """The hits of one layer in order of their first token."""
        return self.layers.get(layer, ())

    def entries(self, kind: type[E_]) -> Iterator[tuple[Hit, E_]]:
        """The hits of one layer, each with its entry."""
        hits = self.layers.get(kind.layer, ())
        return zip(hits, cast(Sequence[E_], [hit.entry for hit in hits]), strict=True)

    def parts(self, layer: str) -> Mapping[str, Sequence[Hit]]:
        """The hits of one of the `SORTED` layers by part, in order."""
        return self.by_part[layer]

    def words(self) -> Iterator[Hit]:
        """The hits of every layer that says what a word means; people's names mean nothing."""
        return chain.from_iterable([hits for layer, hits in self.layers.items() if layer != VictimWord.layer])

    def starting(self, layer: str) -> dict[int, Hit]:
        """The hits of one layer by first token (the first hit, where several begin there)."""
        starts: dict[int, Hit] = {}
        for hit in self.layers.get(layer, ()):
            if hit.first not in starts:
                starts[hit.first] = hit
        return starts

    def with_article(self, hit: Hit) -> Hit:
        """The hit with the article that was split off taken back into its place in the text."""
        if not hit.clitic.endswith(_THE):
            return hit
        start = self.cut.folded.origin(self.tokens[hit.first].at + len(hit.clitic) - len(_THE))
        return hit._replace(start=start)


def by_part(hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    """Hits by the part that the data says their entry is."""
    parts: dict[str, list[Hit]] = {}
    for part, hit in zip(map(PART, hits), hits, strict=True):
        if part in parts:
            parts[part].append(hit)
        else:
            parts[part] = [hit]
    return parts
