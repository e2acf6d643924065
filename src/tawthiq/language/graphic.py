"""Where a text describes what was done to bodies, by the words of `data/ar/graphic.toml`. No reading depends on it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tawthiq.language.data import read_words
from tawthiq.language.entries import GraphicWord
from tawthiq.language.lexicon import Hit, Lexicon, forms_of
from tawthiq.language.tokens import Token, cut
from tawthiq.model import Span

# How many words may stand between what was done and what it was done to («جثث ثلاثة رجال بينهم طفل متفحمة»).
_REACH = 4


class _Piece(NamedTuple):
    """Tokens first ≤ t < last."""

    first: int
    last: int


@cache
def lexicon() -> Lexicon:
    """The words. Raises DataError for data that breaks a rule."""
    return Lexicon(forms_of(read_words(files("tawthiq") / "data" / "ar" / "graphic.toml", GraphicWord)))


def find(text: str) -> tuple[Span, ...]:
    """The descriptions in a text, in code points, in order and apart from each other; whole words, with what stands
    between what was done and what it was done to."""
    pieces = cut(text)
    hits = _standing(lexicon().scan(pieces).get(GraphicWord.layer, ()))
    found = [_Piece(hit.first, hit.last) for hit in hits if _word(hit).part == "sign"]
    found += _described(hits, pieces.tokens)
    return tuple(_spans(sorted(found), pieces.tokens))


def _word(hit: Hit) -> GraphicWord:
    assert isinstance(hit.entry, GraphicWord)
    return hit.entry


def _standing(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that look like one and are none, and without all that these hold."""
    hits = list(hits)
    held = {token for hit in hits if _word(hit).part == "none" for token in range(hit.first, hit.last)}
    return [hit for hit in hits if held.isdisjoint(range(hit.first, hit.last))]


def _described(hits: Sequence[Hit], tokens: Sequence[Token]) -> Iterator[_Piece]:
    """What was done, each with the nearest thing that it was done to in the same clause."""
    parted = {hit.first for hit in hits if _word(hit).part == "apart"}
    plain = {hit.first for hit in hits if _word(hit).part == "plain"}
    things = [hit for hit in hits if _word(hit).part == "thing"]
    for done in hits:
        near = [
            _Piece(min(done.first, thing.first), max(done.last, thing.last))
            for thing in things
            if _word(thing).kind in _word(done).to
            and (between := _between(done, thing)) is not None
            and all(_goes_on(tokens[at], own=at in plain) for at in between)
            and (_word(thing).kind != "body" or parted.isdisjoint(between))
        ]
        if near:
            yield min(near, key=lambda piece: (piece.last - piece.first, piece))


def _between(one: Hit, other: Hit) -> range | None:
    """The tokens between two hits; None where they are far from each other, or one in the other."""
    before, behind = sorted((one, other), key=lambda hit: hit.first)
    between = range(before.last, behind.first)
    return between if before.last <= behind.first and len(between) <= _REACH else None


def _goes_on(token: Token, *, own: bool) -> bool:
    """Whether a clause goes on with a token; `own` is a و that is the word's own."""
    return token.is_number or (token.is_word and (own or not token.form.startswith("و")))


def _spans(pieces: Iterable[_Piece], tokens: Sequence[Token]) -> Iterator[Span]:
    start, end = 0, 0
    for piece in pieces:
        if end and tokens[piece.first].start > end + 1:
            yield Span(start, end)
            end = 0
        start = start if end else tokens[piece.first].start
        end = max(end, tokens[piece.last - 1].end)
    if end:
        yield Span(start, end)
