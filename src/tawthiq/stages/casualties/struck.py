"""What was struck, with the result not said: «استهدفت الطائرات منزلا», «غارة على مدرسة»."""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.stages.casualties.harmed import PEOPLE
from tawthiq.stages.casualties.phrase import ARMED, Phrase
from tawthiq.stages.casualties.walk import Walk

_ATTACK_REACH = 8
_OF, _BY = "ل", "ب"
_SNIPERS = "group.qannas"
_WAY, _HELD = "group.tariq", edges("took_control")
_MEASURES = words("measure")
_ASSAILS = words("assails")
_OF_PEOPLE = frozenset({"killed", "injured"})
_ACTIVE, _OBJECT = words("assailed"), ("ا", "ه", "ي", "ين", "ات")
_ABOARD, _LADEN = words("aboard"), words("primed")
_EXPLOSIONS = ("انفجار", "تفجير")
_ON, _DECK, _THEY, _THEM, _SHE = "علي", "متن", ("ون", "ان"), "ين", "ت"
_BIKES = frozenset({"group.darraja", "group.darrajat"})
_GOODS = words("good")
_AGENTS = ARMED | {"aircraft"}


def countable(phrase: Phrase) -> bool:
    """Whether a thing that was struck counts: not what is known already, nor what has a name of its own."""
    return phrase.explicit or not (phrase.definite or phrase.owned)


def strikes_itself(walk: Walk, phrase: Phrase) -> bool:
    """Whether the phrase right behind the word is who strikes («استهدفت طائرات الاحتلال منزلا», «قصف حوثي»)."""
    harm = walk.harm
    if harm is None or harm.entry.voice == "passive":
        return False
    plane = phrase.group == "aircraft" and not phrase.explicit
    if plane and (phrase.joined or walk.form(phrase.first).startswith(_OF)):
        return True  # «قصف جوي لطائرة تابعة للتحالف», «قصفت سفن وطائرات مواقع»
    if harm.entry.part != "verb":  # «قصف حوثي»
        alone = plane or (phrase.count.low == 1 and not phrase.explicit)
        if _SNIPERS in phrase.because and phrase.first == harm.last:
            return True  # «استهداف قناصة النظام للمارة»
        return alone and phrase.group in _AGENTS and phrase.first == harm.last and not walk.led(phrase)
    by_it = phrase.sort == "object" and walk.form(phrase.first).startswith(_BY) and walk.glued(phrase)
    if by_it and harm.entry.voice != "with_by":
        return True  # «اقتحم الكمين بمنطقة كذا»
    near = phrase.first - harm.last <= 1 and not walk.led(phrase)
    return near and (phrase.group in _AGENTS or _attacker(walk, harm, phrase))


def _attacker(walk: Walk, harm: Hit, phrase: Phrase) -> bool:
    """«هاجم رجل بسكين مصلين», «هاجم لصوص القافلة»: people not told of before are the subject of a verb that is spelt
    so only when active, «رجلا», «مصلين» its object."""
    alone = phrase.sort in PEOPLE and not (phrase.explicit or phrase.definite)
    return alone and walk.form(harm.first) in _ACTIVE and not walk.form(phrase.first).endswith(_OBJECT)


def suffers(walk: Walk, harm: Hit, phrase: Phrase) -> bool:
    """Whether a phrase behind a verb of striking is what was struck, and counts."""
    mounted = phrase.group == "vehicle" and (_ridden(walk, phrase) or _primed(walk, harm, phrase))
    struck = countable(phrase) and not (mounted or strikes_itself(walk, phrase))
    return struck and not (_by_no_weapon(walk, harm) or _of_their_good(walk, phrase))


def _ridden(walk: Walk, phrase: Phrase) -> bool:
    """«هاجم مسلحون يستقلون دراجات نارية قرية», «على متن عشرات الدراجات», «مسلحون على دراجات نارية»: whether those who
    strike come on it."""
    before, riders = walk.form(phrase.first - 1), walk.form(phrase.first - 2)
    if before == _DECK:
        return not walk.form(phrase.first - 3).endswith(_THEM)  # «استهدفت مسلحين على متن دراجات»
    return riders.endswith(_THEY) and (before in _ABOARD or (before == _ON and not _BIKES.isdisjoint(phrase.because)))


def _primed(walk: Walk, harm: Hit, phrase: Phrase) -> bool:
    """«استهدفت سيارة مفخخة المقر»: whether a car made a bomb is the subject right behind a verb that is spelt so."""
    subject = phrase.first == harm.last and walk.form(harm.first).endswith(_SHE) and not phrase.explicit
    return subject and walk.form(phrase.last) in _LADEN


def blew_up(walk: Walk, harm: Hit, phrase: Phrase) -> bool:
    """«دمر انفجار شاحنة مفخخة سوقا», «استهدف تفجير سيارة مفخخة رتلا»: whether a vehicle is the bomb whose blast
    is the subject right behind the verb."""
    subject = harm.last == phrase.first - 1 and walk.form(harm.last) in _EXPLOSIONS and not phrase.explicit
    return subject and walk.form(phrase.last) in _LADEN


def _of_their_good(walk: Walk, phrase: Phrase) -> bool:
    """«هجمات تستهدف أمن المنطقة وسلامة أبنائها»: whether it is what people have a right to that is aimed at."""
    return not phrase.explicit and walk.form(phrase.first - 1).removeprefix("و") in _GOODS


def _by_no_weapon(walk: Walk, harm: Hit) -> bool:
    """«الرسوم الجديدة تستهدف خمس شركات»: whether a measure is what is said to aim at somebody."""
    return any(
        walk.form(t).removeprefix("و").removeprefix("ال") in _MEASURES for t in range(harm.first - 2, harm.first)
    )


def aimed_at(walk: Walk, phrase: Phrase) -> bool:
    """Record what stands behind «على» and an attack («هجوم على حافلة»); whether that is so."""
    if phrase.first not in walk.targets or phrase.sort != "object" or not countable(phrase):
        return False
    if _ridden(walk, phrase):
        return False
    if not 0 <= walk.gap(walk.attack_end, phrase.first) <= _ATTACK_REACH or _WAY in phrase.because:
        return False
    between = range(max(walk.attack_end, phrase.first - _ATTACK_REACH), phrase.first)
    if any(walk.form(t).startswith(_HELD) for t in between):
        return False  # «الهجوم الذي سيطر فيه التنظيم على مناطق»
    walk.add(phrase, "hit", None)
    return True


def launched(walk: Walk, phrase: Phrase) -> bool:
    """Whether a strike with no number is told of for itself: a word of launching stands close before it."""
    near = 0 <= phrase.first - walk.launch_end <= 2
    harm = walk.harm
    if harm is not None and harm.last == phrase.first and harm.entry.outcome in _OF_PEOPLE:
        return False  # «قتلت عبوة ناسفة جنديين»
    return near and not phrase.definite and phrase.sort == "strike"


def can_suffer(word: HarmWord, phrase: Phrase, verb: str) -> bool:
    """Whether a verb of striking may look back at the phrase: only people that are said to have been its target, but of
    «إن لصوصا هاجموا السكان» those who strike."""
    if verb in _ASSAILS:
        return False
    return word.voice == "passive" or (phrase.sort in PEOPLE and phrase.group not in _AGENTS)
