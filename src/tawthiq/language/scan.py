"""A scanned text: its tokens, and the lexicon's hits by layer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from tawthiq.language.entries import VictimWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.tokens import Cut, Token


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass over the text found. `layers` maps a layer's name to its hits in order."""

    text: str
    cut: Cut
    layers: Mapping[str, tuple[Hit, ...]]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.cut.tokens

    def hits(self, layer: str) -> tuple[Hit, ...]:
        """The hits of one layer in order of their first token."""
        return self.layers.get(layer, ())

    def words(self) -> Iterator[Hit]:
        """The hits of every layer that says what a word means; people's names mean nothing."""
        return chain.from_iterable([hits for layer, hits in self.layers.items() if layer != VictimWord.layer])

    def starting(self, layer: str) -> dict[int, Hit]:
        """The hits of one layer by first token (the first hit, where several begin there)."""
        starts: dict[int, Hit] = {}
        for hit in self.layers.get(layer, ()):
            starts.setdefault(hit.first, hit)
        return starts
