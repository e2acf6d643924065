"""Two nouns under one number: «عشرات القتلى والجرحى», «ستون امرأة وفتاة»."""

from dataclasses import replace

from tawthiq.language.entries import GroupWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import BETWEEN, BODIES, OF_STATE, Phrase

_HURT = frozenset({"killed", "injured", "casualties"})
_GIRL, _TEN = "group.fatat", 10
_FELL, _COUNTED = words("fell"), "ا"
_PAIRS = ({"woman", "child"}, {"man", "elderly"})


def mixed(layers: Layers, phrase: Phrase, stop: int) -> Phrase:
    """«عدد من النساء والأطفال», «عشرات القتلى والجرحى»: one quantifier over two nouns."""
    hit = layers.noun(phrase.last) if phrase.explicit and phrase.last < stop else None
    if hit is None or hit.clitic not in ("وال", "و"):
        return phrase
    own = layers.numbers.get(hit.last)
    if own is not None and own.value == 1:
        return phrase  # «13 جريحا ومفقود واحد»
    if hit.number == "one" and not phrase.outcome:
        return _paired(phrase, hit, layers.form(hit.last - 1))
    if hit.number == "one" and isinstance(hit.entry, GroupWord):
        return _uprooted(phrase, hit, hit.entry)
    vague = phrase.count.vague is not None
    if isinstance(hit.entry, HarmWord):
        same = hit.number == ("many" if 2 < (phrase.count.low or 0) <= 10 else "one")
        if not phrase.outcome or not (vague or same):
            return phrase
        pair = {phrase.outcome, hit.entry.outcome}
        if not vague and len(pair) == 2 and hit.number == "many" and hit.last in layers.others:
            return phrase  # «5 قتلى وجرحى آخرين»
        if len(pair) == 2 and vague and not pair <= _HURT:
            return phrase  # «عشرات المصابين والمفقودين»
        outcome = phrase.outcome if len(pair) == 1 else "casualties"
        return replace(phrase, last=hit.last, outcome=outcome, because=(*phrase.because, hit.entry.id))
    word = hit.entry
    if word.group == phrase.group and phrase.group in OF_STATE and hit.number == "many" and not hit.definite:
        return replace(phrase, last=hit.last, because=(*phrase.because, word.id))  # «4 ضباط وجنود»
    alike = phrase.sort == "person" and word.group == phrase.group and hit.number == "many"
    owned = vague and alike and layers.form(hit.last).startswith("ال")
    if not (hit.definite or owned) or phrase.sort != word.sort:
        return phrase  # «عشرات المتظاهرين ونشطاء السلام»
    pair = {phrase.group, word.group}
    group = "women_and_children" if pair == {"woman", "child"} else phrase.group if len(pair) == 1 else "person"
    if phrase.sort == "object":
        group = phrase.group
    return replace(phrase, last=hit.last, group=group, because=(*phrase.because, word.id))


def _paired(phrase: Phrase, hit: Hit, form: str) -> Phrase:
    """«ستون امرأة وفتاة», «97 بؤرة وملجأ», «13 جنديا وشرطيا»: two singular nouns of one kind under a number
    above ten."""
    word = hit.entry
    low = phrase.count.low or phrase.count.high or 0
    if not isinstance(word, GroupWord) or hit.definite or low <= _TEN or word.sort != phrase.sort:
        return phrase
    pair = {word.group, phrase.group}
    enlisted = pair <= OF_STATE and form.endswith(_COUNTED)  # not «13 جنديا وشرطي»
    if len(pair) == 2 and word.sort != "object" and pair not in _PAIRS and not enlisted:
        return phrase
    if pair == {"woman", "child"} and word.id != _GIRL:  # girls beside women are counted as women
        phrase = replace(phrase, group="women_and_children")
    return replace(phrase, last=hit.last, because=(*phrase.because, word.id))


def _uprooted(phrase: Phrase, hit: Hit, word: GroupWord) -> Phrase:
    """«40 ألف نازح ولاجئ»: a second singular noun for the displaced under a number above ten."""
    many = (phrase.count.low or phrase.count.high or 0) > _TEN and not hit.definite
    both = many and phrase.outcome == "displaced" and word.group == phrase.group
    return replace(phrase, last=hit.last, because=(*phrase.because, word.id)) if both else phrase


def became(layers: Layers, phrase: Phrase, victim: HarmHit) -> bool:
    """Whether a noun behind people says what became of them («خمسة مدنيين جرحى», «أشخاص مصابون», «شخصين
    مصابين», «سقط جنود قتلى»)."""
    if victim.clitic or phrase.sort != "person" or phrase.outcome or victim.first in layers.families:
        return False
    if victim.entry.id in BODIES:
        return False  # «شيع آلاف الأهالي جثمان الشهيد»
    harm = victim.entry
    hurt = harm.outcome == "injured" and not phrase.definite
    two = phrase.count.low == 2 and (victim.number == "two" or victim.entry.id == BETWEEN)
    prey = harm.outcome == "casualties" and two  # «جنديان بين قتيل وجريح»
    fell = phrase.count.vague is not None and layers.form(phrase.first - 1).removeprefix("و") in _FELL
    if fell and victim.number == "many" and not phrase.definite:
        return True
    return phrase.explicit or prey or (hurt and (victim.number == "one") is (phrase.count.low == 1))
