"""What a verb needs behind it, a number or «ب», and numbers that count no people."""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties import fleeing
from tawthiq.stages.casualties.harmed import HOSPITAL, NO_OBJECT, STANDING
from tawthiq.stages.casualties.phrase import ARMED, SETTLED, STOPS, Phrase
from tawthiq.stages.casualties.walk import Walk

REACH = 10
_FAR = frozenset({"with_number", "mourned", HOSPITAL})
_NEAR, _MASDAR_REACH = 4, 3
_COMMAS, _COLONS = ("،", ","), (":", "؛")
_IN = ("في", "خلال", "جراء", "نتيجه", "اثر")
_FATAL = edges("fatal")
_TWO, _OF, _ON = 2, "من", "علي"
_SOULS = "ارواح"
CARRYING = words("carrying")  # «غرق مركب يقل عشرين مهاجرا»
_CASES, _ILL = "حالات", frozenset({"group.marid", "group.tabib", "group.musif"})
_CRIMES = words("crime")
_CASE, _NO_HARM = "حاله", frozenset({"شروع", "محاوله", "تهديد"})
_DEEDS = words("deed")
TOOLS = edges("killed_with")
_HOSTAGES = words("hostages")
_TOOL_REACH, _OBJECTS, _MURDERED = 5, ("ا", "ين"), "harm.killed.ughtila"
_GLUED = ("ب", "ل", "و", "ف")
_AIMED, _AIMING, _TO, _IS = words("aimed_at_doing"), edges("aiming_to"), "الي", ("هو", "كان", "هي")
BEFORE_AIMS = _AIMED.union(_IS, (_TO,))
_UPON_SOMEONE = frozenset({"killed", "abducted"})
_SETTLER, _PLACED = "group.mustawtina", ("في", "داخل", "قرب", "بجانب", "خارج", "وسط", "باتجاه", "محيط", "مدخل", "اطراف")
_SIDES = ("شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "امام", "خلف", "عند", "حول")
WHERE = frozenset({*_PLACED, *_SIDES})
_LOADS = words("load")
KIND = frozenset({"طراز", "نوع"})
_HIS = ("ه", "ها", "هم", "هما")
_WE = "نا"  # «خسرنا ستة أشخاص»
_LOAD_REACH, _LADEN = 9, words("laden")
_WHEN, _BEFORE_OR_AFTER, _THAT = ("عندما", "حين", "حينما", "بعدما", "بينما"), ("بعد", "قبل"), "ان"
_DROPPED = frozenset({"barrel_bomb", "other_munition"})
_TOWARDS = frozenset({"نحو", "باتجاه", "تجاه", "صوب"})


def of_attackers(walk: Walk, phrase: Phrase) -> bool:
    """«هاجم مسلحون حاجزا فقتل الجنود ثلاثة منهم»: whether a verb behind the things that were struck waits for whom it
    harmed."""
    harm = walk.harm if walk.waiting and not phrase.share else None
    if harm is None or harm.first < walk.found[-1].phrase.last or phrase.first - harm.last > _MASDAR_REACH:
        return False
    word = harm.entry
    return isinstance(word, HarmWord) and word.part == "verb" and word.outcome == "killed"


def of_things(walk: Walk, phrase: Phrase) -> bool:
    """«سقوط عدة ألواح»: whether a plain word behind the number, which nothing knows, is what fell."""
    form = walk.form(phrase.last)
    free = phrase.last in walk.ground.joints or walk.ground.idle[phrase.last + 1] > walk.ground.idle[phrase.last]
    return phrase.sort == "bare" and not (free or form.startswith(_GLUED))


def fell_in(walk: Walk, harm: Hit, phrase: Phrase) -> bool:
    """«سقط في القصف 12 مدنيا», not «سقط في النهر ثلاثة أطفال»: whether what stands right behind the verb tells
    how people far behind it fell."""
    how = walk.form(harm.last)
    how = walk.form(harm.last + 1).removeprefix("ال") if how in _IN else how
    return how.startswith(_FATAL) and phrase.sort == "person" and not walk.led(phrase)


def a_crime(walk: Walk, at: int) -> bool:
    """«أدينوا بجرائم قتل», not «11 جريمة قتل»: whether a word of killing only tells what crime is meant."""
    return walk.form(at - 1).removeprefix("و") in _CRIMES and not (
        walk.pending and walk.pending[-1].phrase.last == at - 1
    )


def meant(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«مهمتهم اغتيال القاضي», «تهدف إلى خطف جنود», «الهدف من الهجوم هو القضاء على القائد»: whether a deed is only what
    somebody set out to do; none is told of that was done."""
    if word.outcome not in _UPON_SOMEONE:
        return False
    before = walk.form(hit.first - 1)
    if before == _TO:
        return walk.form(hit.first - 2).removeprefix("و").startswith(_AIMING)
    if before in _IS:
        return any(walk.form(t) in _AIMED for t in range(max(walk.first, hit.first - REACH), hit.first - 1))
    return before in _AIMED


def a_settlement(walk: Walk, phrase: Phrase) -> bool:
    """«إصابة منزل داخل مستوطنة», «سقوط قتيل في مستوطنة»: where something was hit, and no woman who settled there."""
    return _SETTLER in phrase.because and walk.form(phrase.first - 1).startswith(_PLACED)


def where(walk: Walk, phrase: Phrase) -> bool:
    """«إحراق مزارع شرق البلدة», «أحرقوا إطارات وسط الطريق»: whether one thing only tells where another was."""
    single = phrase.sort == "object" and phrase.count.low == 1 and not phrase.explicit
    return single and walk.form(phrase.first - 1) in WHERE


def when(walk: Walk, phrase: Phrase) -> bool:
    """«اعتقل عندما شاهده أحد الحراس», «قتل بعد أن سلم نفسه للمهاجم»: whether right behind a verb a clause of its own
    tells when it was; whom it names without a number suffered nothing in it."""
    harm = walk.harm
    if harm is None or harm.entry.part != "verb":
        return False
    form = walk.form(harm.last)
    return form in _WHEN or (form in _BEFORE_OR_AFTER and walk.form(harm.last + 1) == _THAT)


def leash(walk: Walk, word: HarmWord, phrase: Phrase) -> int:
    """«قضى بنيران النظام أمس في دمشق 13 مدنيا», «نعت المنظمة ثلاثة من متطوعيها»: how far behind a verb that needs a
    number its counted people may stand, unless a preposition leads them («قضى الليل مع خمسة أصدقاء»)."""
    people = phrase.sort == "person" or walk.form(phrase.last) == _OF
    counted = phrase.count.vague is not None or (phrase.count.low or 0) >= _TWO
    several = phrase.explicit and people and counted and walk.form(phrase.first - 1) not in CARRYING
    if walk.form(phrase.first - 1) == _ON and phrase.group in ARMED:
        return REACH  # «قضت القوات أمس على مسلح»
    led = walk.led(phrase) and walk.form(phrase.first - 1) != _ON  # «قضت الوحدات خلال تموز على عشرة إرهابيين»
    own = word.voice == "with_count" and phrase.group in ARMED  # «فقدت القوات أمس عشرة من عناصرها»
    return REACH if several and (word.voice in _FAR or own) and not led else 0


def reach(walk: Walk, word: HarmWord, phrase: Phrase) -> int:
    """How far behind its harm word a phrase may stand: the object of a verb behind all that its subject has with it
    («اعتقلت القوة المشتركة التابعة لفصيل كذا شابين»)."""
    if word.part == "masdar":
        hurt_by = word.outcome == "injured" and walk.glued(phrase) and _told_by_what(walk, phrase)
        return REACH if hurt_by else _MASDAR_REACH
    if phrase.explicit:
        return REACH
    held = (word.outcome in STANDING or word.id == _MURDERED) and word.voice not in NO_OBJECT
    someone = phrase.sort == "person" and not phrase.definite and walk.form(phrase.last - 1).endswith(_OBJECTS)
    held = held and someone and walk.form(phrase.first - 1) not in STOPS and not walk.glued(phrase)
    each = walk.ground.forms[phrase.first - 1] in _COLONS and walk.form(phrase.first - 2) == _OF  # «كلا من: سالم»
    return REACH if held or each or _past_aside(walk, phrase) else _NEAR


def _told_by_what(walk: Walk, phrase: Phrase) -> bool:
    """«إصابة بالرصاص الحي في القدم لشاب»: whether what hurt somebody stands between, and «ل» before who it was."""
    of = walk.form(phrase.first).startswith("ل") and phrase.sort == "person" and not phrase.joined
    return of and walk.harm is not None and walk.form(walk.harm.last).startswith("ب")


def _past_aside(walk: Walk, phrase: Phrase) -> bool:
    """«قتلت القوات، خلال الأسبوعين الماضيين، فتى وامرأة»: whether commas set off what stands before the object."""
    closing = phrase.first - 1
    if (
        walk.harm is None
        or closing - walk.harm.last > REACH
        or phrase.sort != "person"
        or phrase.definite
        or walk.form(closing) not in _COMMAS
    ):
        return False
    return sum([form in _COMMAS for form in walk.ground.forms[walk.harm.last : closing]]) == 1


def souls(walk: Walk, phrase: Phrase) -> bool:
    """«أزهقت الحرب أرواح ألف شخص», «أزهق أرواحا بريئة»: whether the counted are those whose souls were taken."""
    return walk.form(phrase.first - 1) == _SOULS or walk.form(phrase.head).startswith(_SOULS)


def counts(word: HarmWord, phrase: Phrase) -> bool:
    """Whether a phrase counts: by a number, as one more («وفقد آخر»), or a noun by its form («قضى مدنيان»)."""
    formed = phrase.count.vague is None
    if word.voice == HOSPITAL:  # «نقل ثلاثة منهم إلى المستشفى» says more of those hurt
        return phrase.explicit and not phrase.subset and _ILL.isdisjoint(phrase.because)
    one_or_two = word.voice == "with_number" and phrase.sort == "person" and formed and not phrase.definite
    return phrase.explicit or one_or_two or (phrase.sort == "other" and formed)


def other_things(walk: Walk, phrase: Phrase) -> bool:
    """«مقتل خمسة بحوزتهم بندقية و6 خزنات»: whether a joined number counts what a word behind it names, no people."""
    form = walk.form(phrase.last)
    tried = form == _CASE and walk.form(phrase.last + 1) in _NO_HARM  # «و17 حالة شروع في القتل»
    things = tried or form in _DEEDS or (form.endswith("ات") and form != _CASES and not form.startswith(_GLUED))
    return things and phrase.sort == "bare" and phrase.joined


def meets(walk: Walk, word: HarmWord, phrase: Phrase) -> bool:
    """Whether the phrase stands as the word needs it: «النار بمركبتين», but not «النار بقرية», «القبض أمس على خمسة»,
    «ضبط خمسة مهربين», but not «ضبط 39 هاتفا»."""
    if word.voice == "as_hostages":
        return not _HOSTAGES.isdisjoint((walk.form(phrase.last - 1), walk.form(phrase.last)))
    if word.voice == "of_kin":
        told = walk.harm is not None and walk.form(walk.harm.first - 1) != _OF  # not «لكل من فقد ابنه»
        return told and walk.form(phrase.last - 1).endswith(_HIS) and not walk.glued(phrase)
    if word.voice in fleeing.LEAVING:
        return phrase.explicit and walk.harm is not None and phrase.first == walk.harm.last
    if word.voice == "downed":
        return phrase.group not in _DROPPED and not (walk.led(phrase) or _drops(walk, phrase))
    if word.voice == "of_armed":
        counted = phrase.count.low is not None or phrase.count.vague != "some"
        two = phrase.count.low == 2 and not phrase.definite
        we = walk.harm is not None and walk.form(walk.harm.last - 1).endswith(_WE) and phrase.sort == "person"
        return (phrase.explicit or two) and counted and (we or phrase.group in ARMED) and not walk.led(phrase)
    if word.voice == "by_hand" and (
        phrase.first == walk.agent_end
        or _wields(walk, phrase)
        or (phrase.definite and not (phrase.explicit or _named(phrase)))
    ):
        return False  # «دهس من قبل مسلحين», «دهس شاب بسيارته خمسة», «طعن المحامي في القرار»
    several = phrase.explicit and (phrase.count.low or 0) > _TWO
    if word.voice == "by_hand" and several and walk.harm is not None and phrase.first == walk.harm.last:
        return True  # «شاب يطعن ستة»
    if word.voice in ("of_people", "by_hand"):
        return phrase.sort == "other" or phrase.because[-1].startswith("group")
    if word.voice == "with_on":
        behind = range(walk.harm.last if walk.harm is not None else phrase.first, phrase.first)
        stops = [walk.form(t) for t in behind if walk.form(t) in STOPS]
        aside = len(stops) == _TWO and walk.form(phrase.first - 2) in _COMMAS  # «القبض، أمس، على خمسة»
        return walk.form(phrase.first - 1) == _ON and (not stops or (aside and stops[0] in _COMMAS))
    return walk.glued(phrase) and (phrase.explicit or phrase.because[-1] not in SETTLED)


def a_town(walk: Walk, hit: Hit) -> bool:
    """«على طريق السخنة نحو تدمر»: whether a town spelt like a verb is one that somebody is on the way to."""
    return walk.form(hit.first - 1) in _TOWARDS


def _drops(walk: Walk, phrase: Phrase) -> bool:
    """«أسقطت مروحيات منشورات», «أسقطت طائرات النظام براميل»: whether aircraft right behind the verb let fall what
    stands behind them, and were not shot down."""
    if walk.harm is None or phrase.first != walk.harm.last or phrase.explicit or phrase.group != "aircraft":
        return False
    for at in range(phrase.last, phrase.last + _LOAD_REACH):
        if walk.form(at) in _LOADS:
            return True
        kind = walk.form(at + 1) in KIND  # «طائرة من طراز سوخوي»
        if (at in walk.ground.joints and not kind) or walk.form(at) in _LADEN:
            return False
    return False


def _named(phrase: Phrase) -> bool:
    return phrase.last - phrase.head > 1


def _wields(walk: Walk, phrase: Phrase) -> bool:
    """«دهس رجل بسيارته حشدا»: whether what was used follows, so that the phrase is who used it."""
    single = phrase.count.low == 1 and not phrase.explicit and not walk.form(phrase.head).endswith(_OBJECTS)
    return single and any(walk.form(t).startswith(TOOLS) for t in range(phrase.last, phrase.last + _TOOL_REACH))
