"""A scanned text: its tokens, and the lexicon's hits by layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any, ClassVar, Protocol, TypeVar

from tawthiq.language.entries import (
    ActorWord,
    DateWord,
    EventWord,
    GroupWord,
    HarmWord,
    NumberWord,
    PlaceWord,
    PositionWord,
    SayWord,
    SourceWord,
    SpellingWord,
    StructureWord,
    VictimWord,
)
from tawthiq.language.lexicon import Hit, HitOf
from tawthiq.language.tokens import Cut, Token

SORTED = ("structure", "say")
PART = attrgetter("entry.part")
_THE = "ال"


ActorHit = HitOf[ActorWord]
DateHit = HitOf[DateWord]
EventHit = HitOf[EventWord]
GroupHit = HitOf[GroupWord]
HarmHit = HitOf[HarmWord]
NumberHit = HitOf[NumberWord]
PlaceHit = HitOf[PlaceWord]
PositionHit = HitOf[PositionWord]
SayHit = HitOf[SayWord]
SourceHit = HitOf[SourceWord]
SpellingHit = HitOf[SpellingWord]
StructureHit = HitOf[StructureWord]
VictimHit = HitOf[VictimWord]


class Layered(Protocol):
    """An entry of a layer that its class names."""

    layer: ClassVar[str]

    @property
    def id(self) -> str: ...


E_ = TypeVar("E_", bound=Layered)


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass over the text found. `layers` maps a layer's name to its hits in order, `by_part` the name of a
    layer of which one part at a time is asked for to those by part."""

    text: str
    cut: Cut
    tokens: tuple[Token, ...]
    layers: Mapping[str, Any]  # hits, of a layer's own entries
    by_part: Mapping[str, Any]

    def hits(self, layer: str) -> tuple[Hit, ...]:
        """The hits of a layer in order of their first token."""
        found: tuple[Hit, ...] = self.layers.get(layer, ())
        return found

    def of(self, kind: type[E_]) -> tuple[HitOf[E_], ...]:
        """The hits of the layer of an entry's class, in order of their first token."""
        found: tuple[HitOf[E_], ...] = self.layers.get(kind.layer, ())
        return found

    def parts(self, kind: type[E_]) -> Mapping[str, Sequence[HitOf[E_]]]:
        """The hits of one of the `SORTED` layers by part, in order."""
        found: Mapping[str, Sequence[HitOf[E_]]] = self.by_part[kind.layer]
        return found

    def words(self) -> Iterator[Hit]:
        """The hits of every layer that says what a word means; people's names mean nothing."""
        return chain.from_iterable([hits for layer, hits in self.layers.items() if layer != VictimWord.layer])

    def starting(self, kind: type[E_]) -> dict[int, HitOf[E_]]:
        """The hits of one layer by first token (the first hit, where several begin there)."""
        starts: dict[int, HitOf[E_]] = {}
        for hit in self.of(kind):
            if hit.first not in starts:
                starts[hit.first] = hit
        return starts

    def with_article(self, hit: HitOf[E_]) -> HitOf[E_]:
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
