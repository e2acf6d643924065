"""Long lists of values in groups that every database takes in one question."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

MOST = 500

T = TypeVar("T")


def in_groups(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values, at most `MOST` at a time."""
    for start in range(0, len(values), MOST):
        yield values[start : start + MOST]
