"""That none were harmed: «دون وقوع قتلى أو جرحى», «لم يصب أحد», «ولم يقتل أي مدني»."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.model import Count
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, STANDING
from tawthiq.stages.casualties.phrase import BODIES, STOPS, Phrase
from tawthiq.stages.casualties.walk import Walk

_NEAR = 3
REACH = 7  # tokens between «لم يسفر» and what it did not result in: its subject, «عن», «سقوط»
_FAR = frozenset({"result", "report"})  # «لم يسفر القصف عن», «لم ترد أنباء حتى الآن عن سقوط»
_DENIED = 14  # tokens from a negation to the «أي» that it denies
_IMPERFECT = ("ي", "ت", "سي", "ست")
_OR, _NOR = "او", "ولا"
_BUT = ("سوي", "الا", "غير")
_NONE = Count(0, 0)
_ANY = "number.one_of"
_THE, _AGES = "ال", frozenset({"سن", "عمر"})
DAMAGE = "harm.damaged.adrar"
_OF = "من"
NOT = frozenset({_OF, "ليس", "وليس", "ليسوا", "ليست", "يكن", "تكن", "يكونوا"})
_WORTH = "تذكر"
_ADJECTIVES, _TO = ("يه", "ات"), ("في", "ب", "ل")
LEVELLED = "harm.destroyed.sawwa"  # «سوي بالأرض», spelt like «سوى»


def begins(walk: Walk, hit: StructureHit, word: StructureWord) -> None:
    """Remember a word behind which nothing happened."""
    if hit.last < walk.none_end or _under_age(walk, hit):
        return  # «دون» of «دون أن يسفر», «دون الـ15»
    if word.value == "restates":
        walk.again_end = hit.last
        if _anyone(walk, hit):
            walk.waiting = False
            return
    walk.none_end = hit.last
    walk.none_reach = REACH if word.value in _FAR else _NEAR
    if hit.last - hit.first > 1:
        walk.ruled.add(hit.last)


def left_out(walk: Walk, first: int) -> bool:
    """«سبعة قتلى ليس بينهم مدنيون»: whether a negation stands before what breaks a figure down and tells of none."""
    forms = walk.ground.forms
    at = first - 2 if forms[first - 1] == _OF else first - 1
    if at < 0 or forms[at] not in NOT:
        return False
    walk.fresh, walk.waiting, walk.breaking, walk.chain = True, False, False, None
    return True


def _under_age(walk: Walk, hit: Hit) -> bool:
    """«عثر على فتيين من دون الـ15 قتيلين»: whether an age stands behind «دون»."""
    form = walk.form(hit.last)
    age = walk.form(hit.last + 1) if form == _THE else form.removeprefix(_THE)
    return form in _AGES or (form.startswith(_THE) and age.isdecimal())


def _anyone(walk: Walk, hit: Hit) -> bool:
    """«أقسم أن يقتل أي شخص يخونه»: whether «أي» behind a verb that no negation rules means whoever there may be."""
    harm = walk.harm if walk.waiting else None
    if harm is None or harm.last != hit.first or harm.entry.part != "verb":
        return False
    denied = walk.none_end >= 0 and hit.first - walk.none_end <= _DENIED
    return not denied and walk.form(harm.last - 1).startswith(_IMPERFECT)


def victims(walk: Walk, phrase: Phrase) -> bool:
    """«دون وقوع إصابات»: record that none were harmed; whether a victim noun says so."""
    last = max(walk.none_end, walk.zero_end)
    if phrase.first - last > REACH or phrase.explicit or phrase.definite or phrase.outcome in STANDING:
        return False
    if not _right_behind(walk, phrase) and not _told_of_both(walk, phrase):
        return False
    if BODIES.intersection(phrase.because):
        return True  # «لم يترك الجنود جثتي الشابين»
    harm = walk.harm.entry.outcome if walk.harm is not None else ""
    walk.add(replace(phrase, count=_NONE), phrase.outcome or harm, None)
    walk.none_end, walk.chain, walk.zero_end = -9, None, phrase.last
    return True


def _right_behind(walk: Walk, phrase: Phrase) -> bool:
    return phrase.first - walk.none_end <= _NEAR or _no_result(walk, phrase)


def _no_result(walk: Walk, phrase: Phrase) -> bool:
    """«لم تسفر الغارات عن مقتل مدنيين»: whether the phrase is what a negated verb of resulting did not result in."""
    reach = phrase.first - walk.none_end <= walk.none_reach and walk.none_reach > _NEAR
    return reach and STOPS.isdisjoint(walk.ground.forms[walk.none_end : phrase.first])


def _told_of_both(walk: Walk, phrase: Phrase) -> bool:
    """«دون وقوع قتلى أو جرحى»: whether the noun goes on from one of whom there were none."""
    if walk.zero_end == phrase.first:
        return phrase.joined
    return walk.zero_end == phrase.first - 1 and walk.form(walk.zero_end) in (_OR, _NOR)


def objects(walk: Walk, phrase: Phrase, harm: HarmHit) -> bool:
    """«لم يقتل أي مدني», «لم يصب أحد من الجنود», but not «لم يقتل سوى مدني»."""
    if (phrase.explicit and phrase.count.high != 1) or walk.form(phrase.first - 1) in _BUT:
        return False
    if harm.first < walk.none_end <= harm.last and harm.entry.part == "masdar":
        return False  # «لم يعرف مصير الرجل»
    admits = harm.first - walk.none_end == 1 and harm.clitic == "ب"  # «لم يعترف باغتيال الرجل»
    near = (harm.first - walk.none_end <= 1 and not admits) or 0 <= phrase.first - walk.none_end <= 1
    return near or _no_result(walk, phrase)


def spares(walk: Walk, phrase: Phrase, word: HarmWord) -> bool:
    """«لم يصب الأذى مدرج المطار», «لم يصب ... مجموعة من الجنود»: whether a negated verb leaves the phrase be, with none
    counted."""
    if walk.harm is None or not _over(walk, walk.harm, word):
        return False
    struck = phrase.sort == "object" or word.outcome == "hit"
    spared = struck or (phrase.count.low is None and not objects(walk, phrase, walk.harm))
    walk.waiting = walk.waiting and not spared
    return spared


def _over(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """Whether a negation stands right before a verb, or in it («لم يصب»)."""
    return word.part == "verb" and 0 <= walk.none_end - hit.first <= hit.last - hit.first


def nobody(walk: Walk, hit: Hit) -> None:
    """«لم يصب أحد», «دون مقتل أحد»: a word of harm with a negation over it and no one behind it."""
    harm = walk.harm
    if harm is None or not walk.waiting or hit.first != harm.last or harm.first - walk.none_end > 1:
        return
    word = harm.entry
    if word.outcome in OBJECT_OUTCOMES or word.outcome in ("", "body"):
        return
    phrase = Phrase(hit.first, hit.last, hit.start, _NONE, "person", "person", "", False, False, False, hit.first,
                    (hit.entry.id,))  # fmt: skip
    walk.add(phrase, word.outcome, harm)
    walk.waiting, walk.chain = False, None


def damage(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«دون وقوع أي أضرار», «دون إصابات أو أضرار»: a bare word for damage of which there was none; whether it is."""
    goes_on = walk.zero_end == hit.first - 1 and walk.form(walk.zero_end) in (_OR, _NOR)
    if hit.definite or not (goes_on or 0 <= hit.first - walk.none_end < _NEAR):
        return False
    at = hit.last
    while walk.form(at).endswith(_ADJECTIVES) or walk.form(at) == _WORTH:
        at += 1
    if (at not in walk.ground.joints and walk.form(at) != _OR) or walk.form(at) in _TO:
        return False
    phrase = Phrase(hit.first, at, hit.start, _NONE, "other_object", "object", "", False, False, False, hit.first,
                    (word.id,))  # fmt: skip
    walk.add(phrase, word.outcome, hit)
    walk.zero_end, walk.waiting, walk.chain = at, False, None
    return True


def denied(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«إن ثلاثة جنود لم يصابوا»: whether a negation stands right before a verb; of «أحدا» it tells that none were."""
    if not _over(walk, hit, word):
        return False
    last = walk.pending[-1].phrase if walk.pending else None
    if last is not None and last.first == walk.that_end and last.count.low == 1 and _ANY in last.because:
        walk.pending.pop()
        walk.add(replace(last, count=_NONE), word.outcome, hit)
    return True
