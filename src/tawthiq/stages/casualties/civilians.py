"""Figures of a sentence whose toll is told to be of civilians: «غالبية الضحايا المدنيين سقطوا بالقصف (سبعة قتلى)»."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.lists import edges
from tawthiq.stages.casualties.harmed import Harmed
from tawthiq.stages.casualties.phrase import FIGHTING, Phrase
from tawthiq.stages.casualties.walk import OF_PERSONS

_HURT = frozenset({"killed", "injured", "casualties"})
_COUNTED = frozenset({"victim", "bare", "other"})
_TOLLS = edges("tolls_of")  # «ضحاياها المدنيين»
_CIVILIAN = "civilian"


def of_civilians(harmed: Sequence[Harmed], phrases: Sequence[Phrase], forms: Sequence[str]) -> list[Harmed]:
    """Those counted behind a word for all civilians harmed, where no noun says who they are, up to a force's own."""
    first = 0
    for named in phrases:
        known = named.group == _CIVILIAN and named.definite and not named.explicit and named.count.vague
        if known and (named.sort == "victim" or forms[named.first - 1].startswith(_TOLLS)):
            first = named.last
            break
    if not first:
        return list(harmed)
    result: list[Harmed] = []
    goes_on = True
    for each in harmed:
        phrase = each.phrase
        behind = goes_on and phrase.first >= first and each.outcome in _HURT
        goes_on = goes_on and phrase.group not in FIGHTING
        plain = phrase.sort in _COUNTED or OF_PERSONS in phrase.because
        own = behind and phrase.explicit and phrase.group == "person" and plain
        result.append(replace(each, phrase=replace(phrase, group=_CIVILIAN)) if own else each)
    return result
