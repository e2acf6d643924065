"""Choosing one candidate for a slot by declared features."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")


class Candidate(NamedTuple, Generic[V]):
    """A value for a slot, where it stands (first, last token; sentence), and how strong it is by itself."""

    value: V
    first: int
    last: int
    sentence: int
    weight: float


class Choice(NamedTuple, Generic[V]):
    """The winner, its score, and the names of the features that spoke for or against it."""

    candidate: Candidate[V]
    score: float
    reasons: tuple[str, ...]


S = TypeVar("S")


class Feature(NamedTuple, Generic[S, V]):
    """One piece of evidence: `test` gives its strength (0 for none) and `weight` its worth."""

    name: str
    weight: float
    test: Callable[[S, Candidate[V]], float]


def choose(
    scene: S, candidates: Iterable[Candidate[V]], features: Sequence[Feature[S, V]], floor: float = 0.0
) -> Choice[V] | None:
    """The best candidate, or None where none scores above `floor`. Of equals, the first stands."""
    best: Choice[V] | None = None
    for candidate in candidates:
        told = [(f, strength) for f in features if (strength := f.test(scene, candidate))]
        score = candidate.weight
        for feature, strength in told:
            score += feature.weight * strength
        if score > floor and (best is None or score > best.score):
            best = Choice(candidate, score, tuple([feature.name for feature, _ in told]))
    return best
