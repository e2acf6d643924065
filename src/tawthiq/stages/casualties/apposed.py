"""Those told of right beside the harmed: «سبعة قتلى، أربعة رجال وثلاث نساء», «والآخر مدني», «مقابل تسعة مسلحين»."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, Harmed
from tawthiq.stages.casualties.phrase import ARMED, Phrase
from tawthiq.stages.casualties.walk import Walk

BREAKDOWN = ("structure.breakdown.baynahum",)
_NEXT, _REACH = 3, 12
_SETS_OFF = ("،", ",", ":", "-", "–", "—")
_HURT = frozenset({"killed", "injured", "casualties"})
_AGAINST = "مقابل"
BESIDE = frozenset({"والاخر", "والاخري", "والثاني", "والثانيه", "والثالث", "والثالثه", _AGAINST})
_FIRST = attrgetter("first")
_OF_TWO, _DUAL, _COMMAS = "هما", ("ين", "ان"), ("،", ",")


def told_beside(walk: Walk, phrase: Phrase) -> bool:
    """«أحدهما شرطي والآخر مدني», «مقتل سبعة جنود مقابل تسعة مسلحين»: whether somebody is told of beside the
    harmed right before."""
    last, word = walk.found[-1], walk.form(phrase.first - 1)
    if phrase.sort != "person" or last.outcome not in _HURT:
        return False
    other = word != _AGAINST and last.whole is not None and _one_indefinite(last.phrase) and _one_indefinite(phrase)
    others = phrase.group != last.phrase.group or phrase.because[-1] != last.phrase.because[-1]
    against = word == _AGAINST and phrase.explicit and last.phrase.group in ARMED and others
    if not (other or against) or walk.gap(last.phrase.last, phrase.first) > _REACH:
        return False
    walk.found.append(replace(last, phrase=phrase, because=BREAKDOWN if other else last.because))
    return True


def _one_indefinite(phrase: Phrase) -> bool:
    return phrase.count.low == 1 and phrase.count.high == 1 and not phrase.definite


def of_two_things(walk: Walk, phrase: Phrase) -> bool:
    """«قتلوا في انفجارين أحدهما وسط السوق»: whether the dual right before is of what nobody counted."""
    before = phrase.first - (walk.form(phrase.first - 1) in _COMMAS) - 1
    dual = walk.form(phrase.first).endswith(_OF_TWO) and walk.form(before).endswith(_DUAL)
    people = any(h.phrase.last == before + 1 for h in walk.found[-1:]) or any(
        p.phrase.last == before + 1 for p in walk.pending[-1:]
    )
    return dual and not people and phrase.group == "person"


def spelt_out(walk: Walk, phrases: Sequence[Phrase]) -> None:
    """«سبعة من الأهالي، ثلاثة رجال وامرأتان وطفلان», «سبعة قتلى – أربعة رجال وثلاث نساء –»: those listed behind a
    mark add up to the number before it."""
    people = sorted([p for p in phrases if p.sort == "person" and p.count.modifier == "exact"], key=_FIRST)
    known = {h.phrase.first: at for at, h in reversed(list(enumerate(walk.found)))}
    for whole, harmed in enumerate(walk.found):
        total = harmed.phrase.count.high
        if not harmed.phrase.explicit or harmed.whole is not None or harmed.outcome in OBJECT_OUTCOMES or not total:
            continue
        start = bisect_right(people, harmed.phrase.last, key=_FIRST)
        if start == len(people) or people[start].joined or people[start].first - harmed.phrase.last > _NEXT:
            continue
        if walk.form(people[start].first - 1) not in _SETS_OFF:
            continue
        for part in _adding_up(walk, people, start, total):
            mine = Harmed(part, harmed.outcome, harmed.harm, whole, BREAKDOWN)
            if part.first in known:
                walk.found[known[part.first]] = mine
            else:
                walk.found.append(mine)


def _adding_up(walk: Walk, people: Sequence[Phrase], start: int, total: int) -> Sequence[Phrase]:
    """The phrases from `start` on, each joined to the one before, that make up a number; none where they do not."""
    rest = total
    for at in range(start, len(people)):
        phrase = people[at]
        if at > start and not (walk.joined(phrase) and phrase.first - people[at - 1].last <= 1):
            return ()
        rest -= phrase.count.low or total
        if rest <= 0:
            return people[start : at + 1] if rest == 0 and at > start else ()
    return ()
