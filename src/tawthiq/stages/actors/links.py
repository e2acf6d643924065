"""Words that tie a noun to an actor, or that say whom an attack is laid to."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.scan import Scan, StructureHit
from tawthiq.language.tokens import Token

_VOICE = attrgetter("entry.voice")
_OBJECT = ("ها", "ه", "هم", "هما")
_DEEDS = ("deed", "throw")
_ATTRIBUTED = "attributed"
_LAID, _TO, _LAID_REACH = ("laid_to", _ATTRIBUTED), "الي", 4
_THAT, _SUBJECT = ("ان", "وان", "بان"), 4
_VERBS = (None, "with_blame")
_BY_HAND, _BACKED = "by_hand", "backed"
_OPENING, _CLOSING, _INSET = ("(", "[", "«", '"'), (")", "]"), 4  # «قوة معادية (إسرائيلية)», «طائرة (درون) إسرائيلية»


class Links(NamedTuple):
    """Words that tie a noun to an actor, each by its last token: `of` («من», «تابعين ل»), `other` («سورية وأخرى
    روسية»), `supposed` («طائرات يرجح أنها روسية»); `deeds` where «نفذها» ends, which takes people for its subject
    («نفذها فلسطينيان», «طعن شاب فلسطيني جنديين»), `hands` where a verb of stabbing or ramming begins, which does too
    («فلسطيني يطعن جنديين»), `accusing` where «اتهمت» ends. `inset`: from a token behind a bracket to what stands before
    the bracket; `tokens` of the text."""

    of: Mapping[int, int]
    other: Mapping[int, int]
    supposed: Mapping[int, int]
    deeds: frozenset[int]
    hands: frozenset[int]
    owners: frozenset[int]
    backed: frozenset[int]
    laid: frozenset[int]
    accusing: frozenset[int]
    inset: Mapping[int, int]
    tokens: Sequence[Token]


def links_of(scan: Scan) -> Links:
    of: dict[int, int] = {}
    other: dict[int, int] = {}
    supposed: dict[int, int] = {}
    deeds: set[int] = set()
    owners: set[int] = set()
    backed: set[int] = set()
    laid: set[int] = set()
    accusing: set[int] = set()
    begun = ended = -1  # of affiliations that run on
    for hit in scan.of(StructureWord):
        word = hit.entry
        if word.part == "affiliation":
            if word.value == _BACKED:
                backed.add(hit.last)
            begun = begun if hit.first <= ended else hit.first - (scan.tokens[hit.first - 1].form == "،")
            of[hit.last], ended = begun, hit.last  # «يعتقد أنهم | ينتمون إلى»
            of[hit.first + 1] = begun  # «من | خلايا التنظيم», where the noun is of the name
            owners.add(hit.last)
        elif word.part == "preposition" and word.value == "from":
            of.setdefault(hit.last, hit.first)
        elif word.part == "other" and hit.clitic == "و":
            other[hit.last] = hit.first
        elif word.part == "supposed":
            supposed[hit.last] = hit.first
        elif word.value in _LAID:
            laid.update(_laid_to(scan, hit))
        elif word.part == "accuse" and word.value in _VERBS:
            accusing.add(hit.last)
        elif word.part == "attack" and word.value in _DEEDS and scan.tokens[hit.first].form.endswith(_OBJECT):
            deeds.add(hit.last)
    harms = scan.of(HarmWord)
    by_hand = [h for h, voice in zip(harms, map(_VOICE, harms), strict=True) if voice == _BY_HAND]
    hands = frozenset(h.first for h in by_hand if h.clitic in ("", "و") and _subject_before(scan, h.first))
    deeds.update(h.last for h in by_hand)
    return Links(of, other, supposed, frozenset(deeds), hands, frozenset(owners), frozenset(backed), frozenset(laid),
                 frozenset(accusing), _insets(scan), scan.tokens)  # fmt: skip


def _laid_to(scan: Scan, hit: StructureHit) -> list[int]:
    """«منسوبة إلى إسرائيل», «نسبه المرصد إلى إسرائيل»: where whom an attack is laid to can stand."""
    behind = range(hit.last, min(hit.last + _LAID_REACH, len(scan.tokens)))
    to = [at + 1 for at in behind if scan.tokens[at].form == _TO]
    return to if hit.entry.value == _ATTRIBUTED else [hit.last, *to]


def _subject_before(scan: Scan, verb: int) -> bool:
    """«فلسطيني يطعن», «إن شابا فلسطينيا طعن», but «قتلت فلسطينيا طعن»: whether a verb has its subject before it."""
    oblique = verb > 0 and scan.tokens[verb - 1].form.endswith(("يا", "يين"))
    return not oblique or any(t.form in _THAT for t in scan.tokens[max(verb - _SUBJECT, 0) : verb - 1])


def _insets(scan: Scan) -> dict[int, int]:
    found: dict[int, int] = {}
    opened = -_INSET
    for at, token in enumerate(scan.tokens):
        if token.form in _OPENING:
            opened = at
            found[at + 1] = at
        elif token.form in _CLOSING and at - opened <= _INSET:
            found[at + 1] = opened
    return found
