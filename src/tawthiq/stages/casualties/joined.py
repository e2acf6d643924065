"""Who is harmed along with those before: «15 طفلا وامرأتان», «قائد في الحرس و12 جنديا»."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties import killer, needing, struck, tolls
from tawthiq.stages.casualties.harmed import RUIN, Harmed
from tawthiq.stages.casualties.phrase import ARMED, SETTLED, Phrase
from tawthiq.stages.casualties.walk import Walk

_NEAR, _LISTED, _LOST = 4, 12, "of_armed"
_THE, _AND_THE, _AND, _OF, _COMMAS = "ال", "وال", "و", "من", frozenset("،,؛;")
_HURT, _FAR = ("killed", "injured"), 16  # tokens between one and another like him
_HURT_ALL, _HURT_HELD = (*_HURT, "casualties"), (*_HURT, "detained")
_HELD, _PRISONER, _CAPTURE = ("detained", "abducted"), "group.asir", ("harm.detained.asr",)
_THEY = "ا"  # «قتلوا», «قتلا»
_TAKEN = 3  # tokens of «من أبرز خطباء»
_LED, _PRESENT = frozenset({"في", "من", "ب"}), ("ي", "تض", "تش", "تت")


def within(walk: Walk, phrase: Phrase) -> bool:
    """«خمسة من الكوادر الطبية وكوادر الدفاع المدني», «اثنان من أبرز خطباء وأئمة المساجد»: a bare plural joined to those
    that a number is taken of."""
    last = walk.found[-1].phrase if walk.found else None
    if last is None or phrase.explicit or not phrase.count.vague or not phrase.joined or not last.explicit:
        return False
    owned = phrase.definite or walk.form(phrase.last).startswith(_THE)  # «15 من منتسبي الشرطة المحلية وعناصر الصحوة»
    owned = owned or walk.form(phrase.last - 1).startswith(_THE)
    if (walk.breaking or walk.parting is not None) and not owned:
        return False  # «سبعة من الأهالي، بينهم أطفال وكبار في السن»
    if last.sort == "bare" and walk.form(last.last) == _OF:
        return phrase.first - last.last <= _TAKEN and phrase.sort == "person"
    taken_of = _OF in walk.ground.forms[last.first : last.last]
    if not taken_of or (last.sort, phrase.sort) != ("person", "person"):
        return False
    if walk.gap(last.last, phrase.first) <= 1:
        return True
    between = range(last.last, phrase.first)
    return owned and len(between) <= _LISTED and not any(t in walk.ground.joints for t in between)


def twofold(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«مقتل وأسر عشرات المقاتلين», «أصيب وأسر آخرون»: whether a deed of capture is joined to one that killed or hurt
    right before it, and whoever stands behind both befell."""
    before = walk.harm if hit.clitic == _AND and walk.waiting else None
    if before is None or before.last != hit.first or word.outcome not in _HELD:
        return False
    told = walk.form(before.last - 1).endswith(_THEY) and not walk.form(hit.last - 1).endswith(_THEY)
    return before.entry.outcome in _HURT_ALL and not told  # «سبعة منهم قتلوا وأسر ثلاثة آخرون»


def befell_both(walk: Walk, phrase: Phrase) -> None:
    """Record what the first of two deeds did to those whom the second governs."""
    if walk.twofold is not None and walk.harm is not None:
        entry = walk.twofold.entry
        walk.add(phrase, entry.outcome, walk.harm._replace(entry=entry))
        walk.twofold = None


def captured(walk: Walk, phrase: Phrase) -> bool:
    """«قتلى وأسرى», «17 قتيلا وخمسة أسرى»: whether prisoners joined to the dead or hurt were made, and not killed."""
    last = walk.found[-1] if walk.found else None
    if last is None or _PRISONER not in phrase.because or phrase.definite or not last.by_itself:
        return False
    if walk.gap(last.phrase.last, phrase.first) > 1 or last.outcome not in _HURT_HELD:
        return False
    harm = (phrase.head, phrase.last)
    walk.found.append(Harmed(replace(phrase, group=last.phrase.group), "detained", harm, None, _CAPTURE))
    walk.chain, walk.chain_end = None, phrase.last
    return True


def chained(walk: Walk, phrase: Phrase) -> bool:
    """«15 طفلا وامرأتان»: joined to a harmed phrase; or a subject that turns out to be the object's killer."""
    if tolls.restated(walk, phrase):
        return True
    if walk.chain is None or walk.chain >= len(walk.found):
        return phrase.sort == "other" and phrase.joined and _another_elsewhere(walk, phrase)
    previous = walk.found[walk.chain]
    if phrase.sort == "bare" and walk.form(phrase.first).startswith(_AND_THE):
        return False  # «في عصيفرة والأربعين»
    joined = walk.joined(phrase)
    apart = joined and (needing.other_things(walk, phrase) or killer.opens_clause(walk, phrase))
    apart = apart or (phrase.group in ARMED and _with_a_force(walk, previous, phrase))
    if apart or (joined and killer.of_sides(walk, phrase)):
        return False
    gap = walk.gap(walk.chain_end, phrase.first)
    before = phrase.first - 2 if walk.form(phrase.first - 1) == _AND else phrase.first - 1
    single = phrase.sort == "person" and phrase.count.vague is None and joined
    listed = (phrase.explicit or single) and walk.form(before) in _COMMAS
    further = phrase.sort == "other" and phrase.explicit and not phrase.subset  # «وستة آخرون في هجوم»
    attacker = _attacker(walk, phrase)
    far = phrase.sort == "bare" or listed or further or attacker
    far = far or (joined and gap > _NEAR and _beside_one(walk, previous.phrase, phrase))
    damaged = phrase.sort == "object" and (previous.outcome == "damaged" or RUIN in previous.because)
    if phrase.owned and phrase.count.vague and phrase.because[-1] in SETTLED:
        return False  # «منزلين في بلدات وقرى حلب»
    if previous.outcome == "hit" and not struck.countable(phrase):
        return False
    if joined and gap <= (_LISTED if far else _NEAR) and (damaged or _countable(phrase) or attacker):
        if phrase.sort == "strike" and phrase.explicit and previous.outcome == "destroyed":
            phrase = replace(phrase, sort="object", group="other_object")
        same_kind = (phrase.sort == "object") == (previous.phrase.sort == "object")
        if not same_kind or phrase.sort == "strike":
            return False
        walk.found.append(Harmed(phrase, previous.outcome, previous.harm, previous.whole, previous.because))
        walk.chain, walk.chain_end = len(walk.found) - 1, phrase.last
        return True
    if phrase.explicit and phrase.group in ARMED and _other_losses(walk, previous, phrase):
        walk.add(phrase, previous.outcome, walk.harm)
        return True
    if walk.chain == len(walk.found) - 1 and killer.took_things(walk, previous, phrase, gap):
        walk.found.pop()
        walk.chain = None
        return True
    if killer.killed_by_first(walk, previous, phrase, gap):
        walk.found[walk.chain] = replace(previous, phrase=phrase)
        walk.chain_end = phrase.last
        return True
    return False


def _beside_one(walk: Walk, one: Phrase, phrase: Phrase) -> bool:
    """«مقتل قائد بارز في الحرس الثوري و12 جنديا»: whether a joined number goes on from one person of whom only the unit
    or the place stands between; not in «مقتل قائد في معارك بين الحرس و12 مسلحا»."""
    told = phrase.explicit and phrase.sort == "person" and one.sort == "person" and one.count.low == 1
    another = bool(walk.pending) and walk.pending[-1].phrase.first >= walk.chain_end
    if not told or one.explicit or another:
        return False
    forms = walk.ground.forms[walk.chain_end : phrase.first - (walk.form(phrase.first - 1) == _AND)]
    leads = [t for t in range(walk.chain_end, phrase.first) if t in walk.ground.joints]
    if any(f.startswith(_PRESENT) for f in forms):
        return False  # «قائد في فصيل يضم ضباطا وعشرين جنديا»
    return len(forms) <= _LISTED and all(walk.form(t) in _LED or walk.form(t) == _AND for t in leads)


def _another_elsewhere(walk: Walk, phrase: Phrase) -> bool:
    """«قتل مدني بقصف على الرستن، وآخر في تلبيسة»: record one more whom the same befell elsewhere; whether it did."""
    last = walk.found[-1] if walk.found else None
    if last is None or last.outcome not in _HURT or last.phrase.count.low != 1 or phrase.count.low != 1:
        return False
    if walk.form(phrase.first - 1) not in _COMMAS or phrase.first - last.phrase.last > _FAR:
        return False
    if last.whole is not None or not tolls.placed(walk, phrase):
        return False
    walk.found.append(Harmed(phrase, last.outcome, last.harm, None, last.because))
    return True


def _with_a_force(walk: Walk, previous: Harmed, phrase: Phrase) -> bool:
    """«إصابة ثلاثة مدنيين بقصف للجيش ومسلحين موالين له»: whether a bare plural of armed men goes on from the name of a
    force right before it, which tells who did it."""
    bare = phrase.joined and phrase.group in ARMED and phrase.count.vague is not None and not phrase.explicit
    before = phrase.first - (walk.form(phrase.first - 1) == _AND)
    his = previous.phrase.count.low == 1 and before - previous.phrase.last <= _TAKEN  # «قائد في الحرس ومقاتلين»
    return bare and not his and before in walk.ground.sides and previous.phrase.last < before


def _other_losses(walk: Walk, previous: Harmed, phrase: Phrase) -> bool:
    """«خسر الجيش ثلاثين جنديا والشرطة تسعة عناصر»: whether the losses of another side are told with the same verb."""
    harm = walk.harm
    if harm is None or harm.entry.voice != _LOST or previous.harm != (harm.first, harm.last):
        return False
    between = range(previous.phrase.last, phrase.first)
    opens = walk.form(previous.phrase.last)
    side = 0 < len(between) <= _NEAR and opens.startswith(_AND) and opens != _AND
    return side and not any(t in walk.ground.joints for t in between)


def _attacker(walk: Walk, phrase: Phrase) -> bool:
    """«مقتل شرطيين إضافة إلى المهاجم»: the one attacker, named beside those he killed."""
    return phrase.group == "fighter" and phrase.count.low == 1 and walk.plus_end == phrase.first


def _countable(phrase: Phrase) -> bool:
    """Definite nouns count in a list only where a number, the dual or a name says how many."""
    if not phrase.definite or phrase.explicit or phrase.count.low == 2:
        return True
    return phrase.count.low == 1 and phrase.last - phrase.head > 1
