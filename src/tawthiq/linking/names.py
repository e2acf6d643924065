"""The names of single victims: what tells an incident of one victim from another of the same day."""

from tawthiq.incidents import Told
from tawthiq.language import load
from tawthiq.linking.words import bare, words

_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "abducted"})


def of(told: Told) -> tuple[str, ...]:
    """The words of a single victim's name: those of the claim that the language does not know."""
    claim = told.claim
    if claim.count is None or claim.count.low != 1 or claim.outcome not in _PEOPLE:
        return ()
    scan = load().scan(claim.quote)
    known = {at for hit in scan.words() for at in range(hit.first, hit.last)}
    found = (token.form for at, token in enumerate(scan.tokens) if token.is_word and at not in known)
    return tuple(word for form in found for word in bare(form) if len(word) > 2 and word not in words().common)
