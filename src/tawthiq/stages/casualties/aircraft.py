"""Aircraft and armour that wreck what stands behind them: «دمرت طائرات تابعة للتحالف غرفة عمليات»."""

from bisect import bisect_left
from operator import attrgetter

from tawthiq.language.entries import HarmWord
from tawthiq.language.lists import words
from tawthiq.language.tokens import QUOTES
from tawthiq.stages.casualties.harmed import NO_OBJECT, Harmed, fits
from tawthiq.stages.casualties.needing import KIND, WHERE
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import Walk

_ARMOUR, _THE = frozenset({"group.dabbaba", "group.aliyya"}), "ال"
_FIRST, _REACH, _OWNED = attrgetter("first"), 16, 2
_PUT_OUT, _SHE = frozenset({"harm.damaged.atab", "harm.damaged.hattama"}), "ت"
_WRECKED, _DOWNED = frozenset({"destroyed", "damaged"}), "downed"
_OF, _GLUED, _AND, _COMMAS, _STOPS = "ل", ("ب", "ل", "ك"), "و", frozenset("،,#_"), frozenset(".\n؛:")
_ADJECTIVES, _AT = ("ال", "لل"), WHERE | {"علي", "فوق", "خلال", "اثناء", "اثر", "جراء", "نتيجه"}
_WHICH = ("التي", "اللت", "كان", "وهي", "انها", "ما", "قبل", "بعد")
_NISBA, _TANWIN = ("يه", "ي"), ("ا", "اً")
_HOW = words("adverb")


def wreck(walk: Walk, phrase: Phrase) -> bool:
    """«دمرت طائرات التحالف مخزن أسلحة», but not «دمرت طائرات في المطار»: whether aircraft or tanks right behind a
    verb of wrecking are its subject, since its object comes behind them."""
    harm = walk.harm
    if harm is None or not _fires(walk, phrase) or phrase.explicit or phrase.first != harm.last or phrase.joined:
        return False
    agrees = walk.form(harm.last - 1).endswith(_SHE)  # not «دمر طائرة»
    return agrees and _active(harm.entry) and _object_comes(walk, phrase.last, owned=phrase.definite)


def _fires(walk: Walk, phrase: Phrase) -> bool:
    """Whether aircraft, or tanks by whose they are, can wreck something («دبابات الجيش», not «أحرقت دبابة»)."""
    whose = phrase.count.vague is not None and walk.form(phrase.last).startswith(_THE)
    return phrase.group == "aircraft" or (whose and not _ARMOUR.isdisjoint(phrase.because))


def wrecked(walk: Walk, phrase: Phrase, word: HarmWord, at: int) -> bool:
    """«طائرات التحالف دمرت تعزيزات», but not «الطائرات دمرت في القصف»: whether aircraft before a verb did it."""
    return _fires(walk, phrase) and _active(word) and _object_comes(walk, at, owned=True)


def by_them(walk: Walk, previous: Harmed, phrase: Phrase, word: HarmWord, gap: int) -> bool:
    """«تدمير طائرات التحالف لثلاثة جسور»: whether aircraft behind a noun of wrecking did it."""
    if previous.phrase.group != "aircraft" or previous.phrase.explicit or previous.outcome not in _WRECKED:
        return False
    of_noun = word.part == "masdar" and walk.form(phrase.first).startswith(_OF)
    struck = phrase.sort == "object" and phrase.group != "aircraft" and (phrase.explicit or not phrase.definite)
    return of_noun and struck and gap <= _OWNED and fits(word, phrase)


def _active(word: HarmWord) -> bool:
    wrecking = word.outcome == "destroyed" or word.id in _PUT_OUT
    return word.part == "verb" and wrecking and word.voice not in NO_OBJECT and word.voice != _DOWNED


def _object_comes(walk: Walk, at: int, *, owned: bool) -> bool:
    """Whether a noun with no preposition follows what tells whose aircraft they are, and how and when they came."""
    end, idle = min(at + _REACH, walk.ground.end), walk.ground.idle
    coming = walk.phrases[bisect_left(walk.phrases, at, key=_FIRST) : bisect_left(walk.phrases, end + 1, key=_FIRST)]
    objects = {p.first: p.joined for p in coming if p.sort == "object"}
    at += walk.form(at).startswith(_AND) and at not in objects  # «مقاتلات ومدفعية التحالف»
    while at < end:
        form = walk.form(at)
        if form in _STOPS or form.startswith(_WHICH):
            return False
        if idle[at + 1] > idle[at] or form in QUOTES or form in _COMMAS or form in _HOW:
            at += 1
        elif at in walk.ground.joints or form in _AT:
            kind = walk.form(at + 1) in KIND  # «من طراز أباتشي»
            at, owned = at + 2 + kind, owned or kind
            while walk.form(at).startswith(_ADJECTIVES):  # «على مدرج المطار الدولي»
                at += 1
        elif form.startswith(_AND) or at in objects:
            return not objects.get(at, True)
        elif form.endswith(_TANWIN) and form.isalpha():
            return True
        elif form.startswith((*_ADJECTIVES, *_GLUED)) or form.endswith(_NISBA):
            at, owned = at + 1, True
        elif owned:
            return form.isalpha()
        else:
            at += 1
    return False
