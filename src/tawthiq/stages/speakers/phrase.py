"""The shape of a speaker's phrase."""

from typing import NamedTuple

from tawthiq.language.lists import words

ANNOUNCED = words("announced_them")  # «أعلنتها», behind figures that somebody announced


class Phrase(NamedTuple):
    """Who speaks: the identifying tokens first ≤ t < last, from code point `start`; the whole phrase ends at `end`.

    `back` says that it may refer to a speaker named before, `known` that the data knows it (else a bare name).
    """

    first: int
    last: int
    start: int
    end: int
    kind: str | None
    because: str
    role: str | None = None
    source: str | None = None
    back: bool = False
    known: bool = True
    place: bool = False
