"""Which texts are one text? Near-duplicates by their word triples, and texts that name the agency they came from.

Two texts are one where their sets of word triples agree by at least `SAME_TEXT` (Jaccard). Texts that share a band
of their signature are the ones to compare; texts that agree that much share one with a chance above 99 %."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

from tawthiq.language.fold import fold
from tawthiq.linking.words import words

SAME_TEXT = 0.6
_SEED, _SIZE, _BANDS = 7, 72, 24
_ROWS = _SIZE // _BANDS
_LONG = 3
_FEW = 12
_HEAD, _TAIL, _LEAD = 200, 160, 600
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is stored of a text: `bands` to look near copies up with, empty for a text of a few words."""

    bands: tuple[str, ...]
    words: int


def signature(text: str) -> Signature:
    """The signature of a text."""
    triples = _triples(text)
    if len(triples) < _FEW:
        return Signature((), len(triples))
    sketch = RMinHash(_SIZE, _SEED)
    sketch.update(sorted(triples))
    digest = sketch.digest()
    bands = tuple(_band(band, digest[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS))
    return Signature(bands, len(triples))


def similarity(a: str, b: str) -> float:
    """The share of word triples that two texts have in common, of those that either has: 0 to 1, exact."""
    first, second = _triples(a), _triples(b)
    both = len(first | second)
    return len(first & second) / both if both else 0.0


def wire(text: str) -> str | None:
    """The id of the agency that a text names as its origin, by a sign-off or by «quoting …» in its lead."""
    plain = fold(text).text
    known = words()
    ends = (plain[:_HEAD], plain[-_TAIL:])
    for form, id in known.wires:
        if form not in plain:
            continue
        name = re.escape(form)
        sign_off = rf"(?:[(/–-]\s?|^|\n\s?){name}\s?(?:[)/–-]|[.]?\s*$|\n)"
        if any(re.search(sign_off, end) for end in ends):
            return id
        quoted = rf"(?:{'|'.join(known.quoting)})\s?:?\s(?:\w+\s)?{name}(?!\w)"
        if any(re.search(quoted, part) for part in (plain[:_LEAD], plain[-_TAIL:])):
            return id
    return None


def _band(number: int, values: Sequence[int]) -> str:
    """A short key: which band it is and a hash of its values."""
    return f"{number:02d}{blake2b(repr(tuple(values)).encode(), digest_size=5).hexdigest()}"


def _triples(text: str) -> frozenset[str]:
    found = _WORD.findall(fold(text).text)
    return frozenset(" ".join(found[at : at + _LONG]) for at in range(len(found) - _LONG + 1))
