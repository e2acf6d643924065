"""A part that is itself broken down: «قتل 70 شخصا بينهم 12 جنديا، بينهم ثلاثة ضباط»."""

from collections.abc import Callable

from tawthiq.language.lexicon import Hit
from tawthiq.stages.casualties.walk import Walk

_LEAST, _BESIDE, _BOTH = 3, 1, 2
_AND_THEY_TWO = "وهما"
_HERS = "هن"
_BY_AGE, _BY_SEX = frozenset({"child", "elderly"}), frozenset({"woman", "man"})
_ANYONE = frozenset({"person", "civilian", "prisoner", "protester", "displaced_person", "student", "victim", "family"})


def base(walk: Walk, of: Callable[[Walk], int], mark: Hit) -> int:
    """Of whom a mark right behind the last part tells: of that part and not of the whole that `of` finds, where those
    that follow are fewer and can be among them («بينهم 14 طفلا، بينهم 9 نساء» tells of the whole)."""
    last = len(walk.found) - 1
    part = walk.found[last].phrase
    if walk.found[last].whole is None:
        return last
    whole = of(walk)
    if last == whole or not part.explicit or (part.count.low or 0) < _LEAST or mark.first - part.last > _BESIDE:
        return whole
    next_ = walk.phrase_from(mark.last)
    if next_ is None or next_.joined or not 0 < (next_.count.low or 0) < (part.count.low or 0):
        return whole
    if part.group in _BY_AGE | _BY_SEX:
        alike = next_.group == part.group or walk.form(mark.last - 1).endswith(_HERS)
    else:
        alike = next_.group not in _BY_AGE or part.group in _ANYONE
    return last if alike else whole


def describes(walk: Walk, mark: Hit) -> bool:
    """«قتل خمسة وهم عمال في منجم», «وهما عنصران في الكتيبة»: whether «هم» only says what all of them are; who are
    counted behind it, or named, are parts."""
    told = walk.phrase_at(mark.last)
    if told is None or told.explicit or told.sort != "person":
        return False
    return told.count.vague is not None or (told.count.low == _BOTH and walk.form(mark.last - 1) == _AND_THEY_TWO)
