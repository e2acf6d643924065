"""Bombers who died of their deed: «تفجير نفذه انتحاري», «هاجم انتحاريان المقر», «هجوم انتحاري نفذته فتاة»."""

from dataclasses import replace

from tawthiq.language.lists import words
from tawthiq.stages.casualties.phrase import BOMBERS, Phrase
from tawthiq.stages.casualties.walk import Walk

_CARRIED_OUT = words("carried_it_out")
_DUAL, _LONG = ("تين", "تان", "ين", "ان"), 4
_SUICIDE, _REACH, _END = ("انتحاري", "الانتحاري"), 8, "."


def self_killed(walk: Walk) -> None:
    """Count one or two bombers whom no word of harm governs."""
    for phrase in [p.phrase for p in walk.pending]:
        few = phrase.count.low in (1, 2) and not (phrase.explicit or phrase.definite or _of_attacks(walk, phrase))
        if few and (not BOMBERS.isdisjoint(phrase.because) or _did_it(walk, phrase)):
            walk.add(replace(phrase, group="fighter"), "killed", None)


def _of_attacks(walk: Walk, phrase: Phrase) -> bool:
    """«عمليتين انتحاريتين»: whether the word is an adjective of a dual right before it."""
    before = walk.form(phrase.first - 1)
    return phrase.count.low == 2 and before.endswith(_DUAL) and len(before) > _LONG


def _did_it(walk: Walk, phrase: Phrase) -> bool:
    """Whether someone stands right behind the verb with which a suicide attack says who carried it out."""
    if phrase.sort != "person" or walk.form(phrase.first - 1) not in _CARRIED_OUT:
        return False
    before = [walk.form(t) for t in range(phrase.first - _REACH, phrase.first - 1)]
    start = max((i + 1 for i, form in enumerate(before) if form == _END), default=0)
    return any(form.startswith(_SUICIDE) for form in before[start:])
