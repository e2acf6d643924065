"""Nouns that are themselves the harm («قتيل», «جرحى»): when they say nothing new, or wait for another word."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lists import edges
from tawthiq.stages.casualties.harmed import HOSPITAL, OBJECT_OUTCOMES, PEOPLE, STANDING, Harmed, as_hit
from tawthiq.stages.casualties.phrase import ARMED, BETWEEN, STOPS, Phrase
from tawthiq.stages.casualties.walk import Walk

_NEAR, _BESIDE = 4, 3
_FORCE, _FORCE_REACH = frozenset({"قوه", "القوه"}), 20
_THROWN = ("وقع", "يقاع", "افراد", "عناصر")  # «وأوقعوها», «إيقاعها», «أفرادها»
_SO, _ACCUSATIVE = 2, "ا"
_THEIRS = ("هم", "ها")
_COUNTED = frozenset({"person", "bare", "other"})
_BODY, _CORPSE = "harm.killed.juthman", "harm.killed.juththa"
_VICTIMS = "harm.casualties.dahiyya"
_TAKEN, _AS = ("نقل", "نقلت", "نقلوا"), ("ا", "ين")
_CAUSES = edges("by_weapon")
_ORDINAL = "structure.other.ordinal"
_NOMINATIVE = ("ون", "ان")
_COMMAS = ("،", ",")
_STILL = frozenset({"missing", "abducted"})
_HURT = frozenset({"injured", "killed", "casualties"})


def holds(walk: Walk, phrase: Phrase) -> bool:
    """«احتجاز جثمان الشهيد»: the dead right behind the word are kept, not detained."""
    if walk.harm is None or walk.carrier_end > walk.harm.last or walk.gap(walk.harm.last, phrase.first) > _NEAR:
        return False
    return walk.harm.entry.outcome in STANDING - {"displaced"}


def says_again(walk: Walk, phrase: Phrase) -> bool:
    """«إصابة ثلاثة مدنيين إصابات طفيفة», «بجروح وحالات اختناق», «سقوط أربعة من الجنود شهداء», «فأردوه قتيلا»."""
    last = walk.found[-1] if walk.found else None
    behind = last is not None and last.harm[1] == phrase.first and last.phrase.last <= last.harm[0]
    if behind and last is not None and last.outcome == phrase.outcome and not phrase.explicit:
        return True
    if _so_that(walk, last, phrase):
        return True
    if walk.breaking and walk.fresh and phrase.first - walk.mark_end <= 1:
        return False  # «أصيب تسعة، بينهم إصابات خطيرة»
    if phrase.explicit or phrase.count.vague is None or phrase.definite:
        return False
    if last is not None and walk.said_end == phrase.first and phrase.joined and phrase.outcome != last.outcome:
        walk.found[-1] = replace(last, outcome="casualties")  # «عشرة مدنيين سقطوا قتلى وجرحى»
        return True
    if last is not None and not phrase.joined:
        if BETWEEN in phrase.because and last.outcome == "killed" and _of_last(walk, last, phrase):
            walk.found[-1] = replace(last, outcome="casualties")  # «سقوط أربعين من المسلحين بين قتيل وجريح»
            if last.whole is not None and last.whole >= 0 and _VICTIMS in walk.found[last.whole].because:
                walk.found[last.whole] = replace(walk.found[last.whole], outcome="casualties")
            return True
        gap = walk.gap(last.phrase.last, phrase.first)
        again = last.outcome == phrase.outcome == "injured" and walk.carrier_end < last.phrase.last
        called = phrase.outcome == "casualties" and phrase.last - phrase.head == 1 and gap <= _NEAR
        if gap <= 0 or (called and last.outcome == "killed") or (again and gap <= 5):
            return True
    if phrase.first == walk.majority_end:
        return True
    if phrase.joined and phrase.outcome == "injured" and walk.state_end == phrase.first:
        return True
    if phrase.outcome == "injured" and _moved(walk, phrase):
        return True
    at = len(walk.pending) - 1
    whole = walk.pending[at].whole if walk.pending else None
    at = at if whole is None else whole
    waiting, end = (walk.pending[at].phrase, walk.pending[-1].phrase.last) if walk.pending else (None, 0)
    fell = walk.carrier_end == phrase.first and walk.form(phrase.first - 1).endswith("وا")
    if waiting is None or phrase.joined or waiting.sort not in _COUNTED:
        return False
    if not (waiting.explicit or (fell and _bare(waiting))):
        return False
    still = phrase.outcome in _STILL
    reach = _NEAR if phrase.outcome == "casualties" or still or fell else 0
    if walk.gap(end, phrase.first) > reach or (walk.carrier_end < 0 and not still):
        return False
    parts = [p.phrase for p in walk.pending[at + 1 :] if p.whole == at]
    del walk.pending[at:]
    outcome = "killed" if fell and phrase.because[-1] == _VICTIMS else phrase.outcome  # «سقطوا ضحايا»
    walk.add(replace(waiting, outcome=outcome), outcome, None)
    base = len(walk.found) - 1
    for part in parts:  # «سبعة أشخاص، بينهم طفلان، سقطوا بين قتيل وجريح»
        walk.add(part, outcome, None, base)
    walk.said_end = phrase.last
    return True


def _bare(phrase: Phrase) -> bool:
    """«جنود يمنيون» in «جنود يمنيون سقطوا قتلى»: several whom nobody counted, and none of them known."""
    return phrase.count.vague == "some" and not phrase.definite


def _of_last(walk: Walk, last: Harmed, phrase: Phrase) -> bool:
    """«40 منهم من حمص بين قتيل وجريح»: whether only a place stands between those counted last and what
    became of them."""
    between = range(last.phrase.last, phrase.first)
    if len(between) == 1 and walk.form(between[0]) in _COMMAS:
        return True  # «العشرات من الجنود، بين قتيل وجريح»
    near = last.phrase.explicit and walk.gap(last.phrase.last, phrase.first) <= 1
    return not between or (near and not any(walk.form(t) in STOPS for t in between))


def fell_prey(walk: Walk, phrase: Phrase) -> bool:
    """«راح طفلان ضحية القصف»: whether «ضحية» only goes with its verb."""
    with_it = walk.harm is not None and walk.harm.entry.voice == "with_victim"
    return with_it and phrase.count.low == 1 and not phrase.explicit and phrase.outcome == "casualties"


def _moved(walk: Walk, phrase: Phrase) -> bool:
    """«نقل ستة أشخاص إلى المستشفى مصابين بحروق»: the accusative says how those were who were taken to a hospital."""
    hurt = not phrase.joined and walk.form(phrase.last - 1).endswith(_AS)
    last = next((i for i in reversed(walk.recent) if walk.pending[i].phrase.sort in _COUNTED), None) if hurt else None
    if last is None or not walk.form(walk.pending[last].phrase.first - 1).endswith(_TAKEN):
        return False
    if walk.gap(walk.pending[last].phrase.last, phrase.first) > _NEAR:
        return False
    walk.add(walk.pending.pop(last).phrase, phrase.outcome, as_hit(phrase))
    return True


def _so_that(walk: Walk, last: Harmed | None, phrase: Phrase) -> bool:
    """«أردى الجنود شابا قتيلا»: the accusative says of the one before what became of him."""
    single = phrase.count.low == 1 and not (phrase.explicit or phrase.definite or phrase.joined)
    if last is None or not single or last.outcome != phrase.outcome or last.phrase.count.low != 1:
        return False
    fell = walk.form(phrase.last - 1).endswith(_ACCUSATIVE)
    return fell and not last.by_itself and 0 <= walk.gap(last.phrase.last, phrase.first) <= _SO


def of_a_toll(phrase: Phrase) -> bool:
    """«ارتفعت حصيلة الهجوم إلى 12 ضحية»: whether victims that a toll has risen to are the dead."""
    return phrase.explicit and phrase.because[-1] == _VICTIMS


def dead_beside(walk: Walk, phrase: Phrase) -> None:
    """«سقوط ضحايا بين المدنيين، وجرحى»: victims whom the hurt are told beside are the dead."""
    last = walk.found[-1] if walk.found else None
    victims = last is not None and last.outcome == "casualties" and _VICTIMS in last.phrase.because
    if last is not None and victims and walk.gap(last.phrase.last, phrase.first) <= _BESIDE:
        walk.found[-1] = replace(last, outcome="killed")


def both(walk: Walk, phrase: Phrase) -> None:
    """«29 امرأة ورجل واحد بين قتيل وجريح»: what is said behind the second holds for the first too."""
    first = walk.pending[-1].phrase if walk.pending else None
    if first is not None and first.explicit and first.sort == "person" and phrase.first - first.last <= 1:
        walk.pending.pop()
        walk.add(replace(first, outcome=phrase.outcome), phrase.outcome, None)


def fell_on(walk: Walk, phrase: Phrase) -> bool:
    """«قوة من خمسة جنود ... أوقعت أفرادها بين قتيل وجريح»: those that the pronoun means, counted before; whether so."""
    if phrase.explicit or phrase.outcome != "casualties" or not walk.form(phrase.first - 1).endswith(_THEIRS):
        return False
    armed = ARMED if BETWEEN in phrase.because else frozenset[str]()
    for index in walk.back:
        struck = walk.found[index]
        those = struck.phrase.explicit or struck.phrase.group in armed
        if struck.outcome == "hit" and those and struck.phrase.sort == "person":
            walk.found[index] = replace(struck, outcome=phrase.outcome, harm=(phrase.head, phrase.last))
            return True
    for index in reversed(walk.recent):
        waiting = walk.pending[index].phrase
        if (waiting.explicit or waiting.group in armed) and waiting.sort == "person":
            walk.pending.pop(index)
            walk.add(replace(waiting, outcome=phrase.outcome), phrase.outcome, None)
            return True
    thrown = armed and any(part in walk.form(phrase.first - 1) for part in _THROWN)
    near = range(max(walk.first, phrase.first - _FORCE_REACH), phrase.first) if thrown else range(0)
    if any(walk.form(t).lstrip("وبل") in _FORCE for t in near):
        walk.add(replace(phrase, group="soldier"), phrase.outcome, None)
        return True  # «استهدفوا قوة راجلة وأوقعوا أفرادها بين قتيل وجريح»
    return False


def called_martyr(walk: Walk, phrase: Phrase) -> bool:
    """«ارتقى الشهيد سالم حسن», «ارتقاء الشهيدين»: whether the dead right behind a word of dying are who died."""
    harm = walk.harm if walk.waiting and phrase.definite and not phrase.explicit else None
    if harm is None or phrase.outcome != "killed" or phrase.first != harm.last or phrase.count.low not in (1, 2):
        return False
    word = harm.entry
    named = phrase.count.low == 2 or phrase.last - phrase.head > 1
    return named and word.outcome == "killed" and word.part in ("verb", "masdar")


def waiting_for(walk: Walk, phrase: Phrase) -> bool:
    """«وفاة أحد الجرحى», «مقتل ثلاثة نازحين»: what the harm word says goes before what the noun says."""
    harm = walk.harm
    if not walk.waiting or harm is None or (phrase.definite and not phrase.explicit and phrase.count.vague):
        return False
    word = harm.entry
    if (word.outcome == "displaced" or word.voice == HOSPITAL) and phrase.outcome in _HURT:
        return False
    if _ORDINAL in phrase.because or (phrase.joined and phrase.explicit and word.part == "masdar"):
        return False  # «قتل أحدهما والثاني مصاب», «حالة وفاة وخمس إصابات»
    return (
        word.outcome not in ("", "body", phrase.outcome)
        and word.voice != "of_armed"  # «خسر الجيش تسعة جرحى»
        and not (word.outcome == "killed" and phrase.outcome == "casualties" and phrase.explicit)
        and word.outcome not in OBJECT_OUTCOMES
        and word.part in ("verb", "masdar", "carrier")
        and (phrase.first - harm.last <= 1 or (phrase.outcome in STANDING and _far_subject(walk, word, phrase)))
    )


def _far_subject(walk: Walk, word: HarmWord, phrase: Phrase) -> bool:
    """«قتل في القصف نازحون»: whether the noun ends as the subject of a verb a little before it."""
    subject = walk.form(phrase.last - 1).endswith(_NOMINATIVE) and not phrase.definite
    return word.part == "verb" and subject and walk.gap(walk.harm.last if walk.harm else 0, phrase.first) <= _NEAR


def by_cause(walk: Walk, phrase: Phrase) -> bool:
    """«الصحفي القتيل برصاص الجيش»: whether what killed one stands right behind the word for the dead."""
    return phrase.outcome == "killed" and phrase.count.low == 1 and walk.form(phrase.last).startswith(_CAUSES)


def may_be_of(phrase: Phrase) -> bool:
    """Whether a word for the dead may be followed by whose bodies they are («جثث خمسة», «جثمان الجندي»)."""
    return phrase.count.vague is not None or _BODY in phrase.because or _CORPSE in phrase.because


def bodies_of(walk: Walk, body: Phrase, phrase: Phrase) -> bool:
    """«جثث خمسة رجال», «جثث لـ15 شخصا», «جثمان الجندي», «جثة شهيد»: whether a phrase says whose the bodies before it
    are."""
    between = phrase.first - body.last
    if phrase.joined or phrase.sort not in PEOPLE:
        return False
    dead = phrase.outcome == "killed" and not (phrase.definite or phrase.explicit or body.explicit)
    bare = body.last - body.first == 1 and phrase.count.low == body.count.low is not None
    if dead and bare and between <= 0:
        return True
    if _BODY not in body.because and body.count.vague is None:
        return False
    if not phrase.explicit:
        alone = body.last - body.first == 1 and phrase.definite and not phrase.outcome
        if between <= 0 and phrase.count.low == 2 and phrase.outcome and not phrase.definite:
            return True  # «رفات شهيدين»
        alone = alone and bool(walk.found) and walk.found[-1].phrase is body  # none is whose body is only held
        return between <= 0 and alone and phrase.count.low == body.count.low
    return between <= 0 or (between == 1 and walk.form(body.last) == "ل")
