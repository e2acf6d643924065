"""What tells how old somebody is, over which those told beside him are still joined to him."""

from collections.abc import Iterator, Sequence

from tawthiq.language.lists import words
from tawthiq.language.tokens import Token
from tawthiq.model import Number

_BEFORE, _AFTER, _DECADE = words("before_an_age"), words("after_an_age"), "العقد"
_MOST = 4  # tokens before an age and behind it that tell of nothing else
_AGE = "age"


def aged(numbers: Sequence[Number], tokens: Sequence[Token]) -> Iterator[range]:
    """The tokens of «يبلغ من العمر ستين عاما», «في العقد الخامس من عمرها»."""
    for number in numbers:
        if number.aside == _AGE:
            yield _widened(number.first, number.last, tokens)
    for at, token in enumerate(tokens):
        if token.form == _DECADE:
            yield _widened(at, min(at + 2, len(tokens)), tokens)


def _widened(first: int, last: int, tokens: Sequence[Token]) -> range:
    least, most = max(0, first - _MOST), min(len(tokens), last + _MOST)
    while first > least and tokens[first - 1].form in _BEFORE:
        first -= 1
    while last < most and tokens[last].form in _AFTER:
        last += 1
    return range(first, last)
