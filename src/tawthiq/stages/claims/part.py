"""An actor mention and its part in the harm."""

from typing import NamedTuple

from tawthiq.model import Actor

STRONG = 0.7
ANYWHERE = frozenset({"actors.accused", "actors.claims_it", "actors.denies", "actors.admits"})
LISTED = "actors.listed"
REFERRING = ANYWHERE | {"actors.that_attack"}


class Part(NamedTuple):
    """An actor mention and how much its words make it the doer (above 0) or the target (below).

    `event` is what this actor is said to have done, where an event word stands near.
    """

    actor: Actor
    sentence: int
    score: float
    reasons: tuple[str, ...]
    event: str | None
