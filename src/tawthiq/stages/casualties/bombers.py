"""Bombers who died of their deed: «تفجير نفذه انتحاري», «هاجم انتحاريان المقر», «هجوم انتحاري نفذته فتاة»."""

from dataclasses import replace

from tawthiq.language.lists import words
from tawthiq.model import Count
from tawthiq.stages.casualties.phrase import BOMBERS, SELF, Phrase
from tawthiq.stages.casualties.walk import Walk

_CARRIED_OUT = words("carried_it_out")
_HE_IS = ("انه", "انها", "انهما")
_BLAST, _BOTH = "تفجير", "نفسيهما"  # «بعد تفجير مهاجم نفسه»
_DUAL, _LONG = ("تين", "تان", "ين", "ان"), 4
_SUICIDE, _REACH, _END = ("انتحاري", "الانتحاري"), 8, "."


def self_killed(walk: Walk) -> None:
    """Count one or two bombers whom no word of harm governs."""
    forms = walk.ground.forms
    for pending in walk.pending:
        phrase = pending.phrase
        if forms[phrase.first - 1][-5:] == _BLAST and walk.form(phrase.last).startswith(SELF):
            two = phrase.count.vague and walk.form(phrase.last) == _BOTH
            walk.add(replace(phrase, group="fighter", count=Count(2, 2) if two else phrase.count), "killed", None)
            continue
        few = phrase.count.low in (1, 2) and not (phrase.explicit or phrase.definite or _only_told_of(walk, phrase))
        if few and (not BOMBERS.isdisjoint(phrase.because) or _did_it(walk, phrase)):
            walk.add(replace(phrase, group="fighter"), "killed", None)


def _only_told_of(walk: Walk, phrase: Phrase) -> bool:
    """«عمليتين انتحاريتين», «يشتبه بأنه انتحاري»: whether the word is an adjective of a dual right before it, or what
    somebody is said to be."""
    before = walk.form(phrase.first - 1)
    dual = phrase.count.low == 2 and before.endswith(_DUAL) and len(before) > _LONG
    return dual or before.endswith(_HE_IS)


def _did_it(walk: Walk, phrase: Phrase) -> bool:
    """Whether someone stands right behind the verb with which a suicide attack says who carried it out."""
    if phrase.sort != "person" or walk.form(phrase.first - 1) not in _CARRIED_OUT:
        return False
    before = [walk.form(t) for t in range(phrase.first - _REACH, phrase.first - 1)]
    start = max((i + 1 for i, form in enumerate(before) if form == _END), default=0)
    return any(form.startswith(_SUICIDE) for form in before[start:])
