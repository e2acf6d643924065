"""Deeds told in the plural, whose victims nobody counts: «نفذ الجيش اعتقالات», «دون أن يبلغ عن اعتقالات»."""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lists import edges
from tawthiq.language.scan import HarmHit
from tawthiq.model import Count
from tawthiq.stages.casualties.phrase import SOME, STOPS, Phrase
from tawthiq.stages.casualties.walk import Walk

_DEEDS = frozenset({"اعتقالات", "اختطافات"})
_DID = edges("did")
_REACH, _NONE, _AHEAD = 5, 5, 6
_AND = "و"
_WHOM = ("طال", "شمل", "ل", "بحق", "ضد")


def deeds_done(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«نفذ الجيش اعتقالات في القرية»: record some whom a deed in the plural befell, or none where it is denied; not
    where those whom it befell follow («نفذوا اعتقالات طالت عشرة»)."""
    if hit.definite or hit.last - hit.first > 1 or walk.form(hit.first).removeprefix(_AND) not in _DEEDS:
        return  # «حملة اعتقالات» may be told with its figures
    if walk.form(hit.last).startswith(_WHOM) or any(t in walk.coming for t in range(hit.last, hit.last + _AHEAD)):
        return
    none = 0 <= hit.first - walk.none_end <= _NONE and not _stops(walk, walk.none_end, hit.first)
    if not none and not _did(walk, hit.first):
        return
    phrase = Phrase(hit.first, hit.last, hit.start, Count(0, 0) if none else SOME, "person", "person", "", False, False,
                    hit.clitic.startswith(_AND), hit.first, (word.id,))  # fmt: skip
    walk.add(phrase, word.outcome, hit)
    walk.chain = None


def _did(walk: Walk, at: int) -> bool:
    """Whether a verb of doing stands close before, with no mark between."""
    first = max(0, at - _REACH)
    verbs = [t for t in range(first, at) if walk.form(t).removeprefix(_AND).startswith(_DID)]
    return bool(verbs) and not _stops(walk, verbs[-1], at)


def _stops(walk: Walk, first: int, last: int) -> bool:
    return not STOPS.isdisjoint(walk.ground.forms[first:last])
