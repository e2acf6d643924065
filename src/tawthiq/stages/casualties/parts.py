"""Breakdowns: «بينهم طفلان», «سبعة منهم», «من بين القتلى امرأة»."""

from dataclasses import replace
from fractions import Fraction

from tawthiq.language.entries import StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges
from tawthiq.language.scan import StructureHit
from tawthiq.model import Count
from tawthiq.stages.casualties import needing, nested, tolls
from tawthiq.stages.casualties.apposed import BESIDE, BREAKDOWN, of_two_things, told_beside
from tawthiq.stages.casualties.harmed import EARLIER, OBJECT_OUTCOMES, PEOPLE, STANDING, Harmed, as_hit
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import LATELY, Pending, Walk

_REACH = 12
_NEXT, _ALL, _THEM = 3, 5, ("هم", "هن")
_OF, _AND, _COMMAS = "من", "و", ("،", ",")
_STATES = edges("state_of_wounded")  # «وأضاف أن أحدهم في حالة خطرة»
_OF_TWO, _ONE_WOMAN = "هما", "احدا"
_FROM = edges("away_from")
_LISTED, _OTHER, _DEEDS, _WHO = 10, "الاخر", ("verb", "masdar"), ("وهي", "وهو")
_NAMED = 5  # tokens of «الرئيس المعزول فلان الفلاني،»
_OF_THINGS, _THINGS = "منها", frozenset({"family"})
_TO_THE, _THE = "لل", "ال"
_ON, _HANDS = "علي", frozenset({"يد", "ايدي", "ايادي"})
_AND_BETWEEN, _MET_WITH = "وبين", "harm.hit.taarruda"


def mark(walk: Walk, hit: StructureHit, word: StructureWord) -> None:
    """«بينهم»: what follows breaks down the phrase just before, harmed already or not yet."""
    named = walk.victims is not None and walk.victims.last == hit.first
    if walk.form(hit.first).startswith(_OF) and walk.form(hit.first - 1).lstrip("وف").startswith(_FROM):
        return  # «اقترب منها شخص»
    if walk.form(hit.last) == _AND_BETWEEN or (word.value == "list" and nested.describes(walk, hit)):
        return  # «قطعت الصلة بينهم وبين عائلاتهم», «قتل خمسة وهم عمال في منجم»
    told = walk.victims is not None and walk.that_end == walk.victims.first  # «إن القتلى بينهم خمسة أطفال»
    if named and not told and (word.value != "list" or (walk.victims is not None and walk.victims.first in walk.ruled)):
        return
    walk.fresh = True
    last = walk.found[-1].phrase.last if walk.found else -99
    walk.parting = None
    at = _counted(walk, hit)
    near = walk.pending[at].phrase if walk.pending else None
    if near is not None and walk.found and walk.pending[at].led and near.sort == "bare" and near.count.vague:
        near = None  # «في عدد من المحافظات»
    if near is not None and near.last > last and near.explicit and not _another_whole(walk, at):
        walk.breaking = False
        whole = walk.pending[at].whole
        walk.parting = at if whole is None else whole
        walk.mark_end = hit.last
        return
    if walk.found and (walk.gap(walk.found[-1].phrase.last, hit.first) > _REACH or _of_others(walk, hit, word)):
        walk.breaking = False
        return
    between = walk.form(hit.last - 1).startswith("بين") or walk.form(hit.first).startswith("وبين")
    earlier = walk.earlier and between and (walk.victims is not None or walk.form(hit.first - 1) not in _COMMAS)
    if not (walk.found or earlier or named):
        return  # «قررت المحكمة محاكمة أنصار الرئيس، بينهم نائب»
    walk.breaking, walk.mark_end, walk.chain = True, hit.last, None
    walk.whole = nested.base(walk, _base, hit) if walk.found else latest(walk, _outcome(walk)) if named else EARLIER


def _counted(walk: Walk, mark: Hit) -> int:
    """Where the phrase that waits last stands, or the number before it of whom it tells («50 من أنصار الرئيس»)."""
    last = len(walk.pending) - 1
    if last < 1 or walk.pending[last].phrase.explicit or not walk.pending[last].phrase.definite:
        return last
    before, owner = walk.pending[last - 1].phrase, walk.pending[last].phrase
    of = _OF in (walk.form(before.last), walk.form(before.last - 1)) and owner.first - before.last <= _NEXT
    near = walk.gap(owner.last, mark.first) <= _NAMED
    return last - 1 if before.explicit and of and near else last


def _of_others(walk: Walk, hit: StructureHit, word: StructureWord) -> bool:
    """«قتل حارس، ونقل الجنود النزلاء وهم ستون»: the list tells of those right before it, who were not harmed."""
    last = walk.pending[-1].phrase if walk.pending else None
    unharmed = last is not None and last.first > walk.found[-1].phrase.first and last.definite and not last.explicit
    return word.value == "list" and unharmed and last is not None and walk.gap(last.last, hit.first) <= 0


def _another_whole(walk: Walk, at: int) -> bool:
    """«قتل 39 بينهم 4 أطفال على يد جهة، و9 بينهم طفلان على يد أخرى»: the joined number goes on with the harm of the
    whole before it; record it so."""
    phrase = walk.pending[at].phrase
    if not walk.found or not walk.joined(phrase) or walk.that_end > walk.found[-1].phrase.first or walk.waiting:
        return False
    whole = walk.found[_base(walk)]
    far = walk.gap(walk.found[-1].phrase.last, phrase.first) > _REACH
    if far or walk.released or whole.outcome in OBJECT_OUTCOMES or phrase.sort not in PEOPLE:
        return False
    walk.pending.pop(at)
    walk.found.append(Harmed(phrase, whole.outcome, whole.harm, None, whole.because))
    return True


def whole_of(walk: Walk, phrase: Phrase) -> int | None:
    """«26 قتيلا و75 جريحا، من بينهم 15 قتيلا»: of two that are broken down the one with the harm of the part."""
    whole = walk.whole
    if whole is None or whole < 1 or walk.found[whole].outcome == phrase.outcome:
        return whole
    beside = walk.found[whole - 1]
    more = (beside.phrase.count.low or 0) >= (phrase.count.low or 0)
    return whole - 1 if beside.outcome == phrase.outcome and beside.whole is None and more else whole


def of_dead(walk: Walk) -> bool:
    """Whether the whole that is broken down was killed."""
    return walk.whole is not None and walk.whole >= 0 and walk.found[walk.whole].outcome == "killed"


def _outcome(walk: Walk) -> str:
    return walk.victims.entry.outcome if walk.victims is not None else ""


def _base(walk: Walk) -> int:
    last = len(walk.found) - 1
    whole = walk.found[last].whole
    if whole is None or whole == EARLIER or last in walk.shares:
        return last
    return last if walk.found[last].outcome == "killed" != walk.found[whole].outcome else whole


def near(walk: Walk, phrase: Phrase) -> bool:
    """Whether the phrase stands close enough behind the mark to be a part."""
    if walk.joined(phrase):
        far = _LISTED if _listed(walk, phrase) or _by_hand(walk, phrase) else 4
        return walk.gap(walk.mark_end, phrase.first) <= far
    return (walk.fresh or phrase.explicit) and walk.gap(walk.mark_end, phrase.first) <= 2


def _by_hand(walk: Walk, phrase: Phrase) -> bool:
    """«10 على يد الجيش و3 على يد مسلحين»: whether the number is a doer's share."""
    return phrase.sort == "bare" and walk.form(phrase.last) == _ON and walk.form(phrase.last + 1) in _HANDS


def _listed(walk: Walk, phrase: Phrase) -> bool:
    """Whether a comma stands before a counted part («52 من القوات والتشكيلات العاملة معها، و 11 من المسلحين»)."""
    before = phrase.first - 2 if walk.form(phrase.first - 1) == _AND else phrase.first - 1
    return phrase.explicit and walk.form(before) in _COMMAS


def apart(walk: Walk, phrase: Phrase) -> bool:
    """«25 قتيلا بينهم أطفال، إضافة إلى 54 جريحا»: victims of another kind, more than the whole or told besides it, are
    no part, nor are more of the same that no number counts («إضافة إلى قتلى آخرين»)."""
    if walk.whole is None or walk.whole < 0:
        return False
    whole = walk.found[walk.whole]
    if phrase.first == walk.plus_end and phrase.outcome and whole.outcome != "casualties":
        return phrase.outcome != whole.outcome or not phrase.explicit
    more = (phrase.count.low or 0) > (whole.phrase.count.high or whole.phrase.count.low or 0)
    return more and phrase.explicit and phrase.outcome != whole.outcome


def bracket(walk: Walk, phrase: Phrase) -> None:
    """«ستة أشخاص (أم وخمسة أطفال)»: what stands in brackets right behind the counted breaks them down."""
    if walk.ground.forms[phrase.first - 1] != "(" or phrase.sort not in PEOPLE:
        return
    counted = [h.phrase for h in walk.found[-1:]] + [p.phrase for p in walk.pending[-1:]]
    if any(tolls.said_otherwise(walk, each, phrase) for each in counted):
        return
    if walk.pending and walk.pending[-1].phrase.explicit and walk.pending[-1].phrase.last == phrase.first - 1:
        walk.parting, walk.mark_end, walk.fresh = len(walk.pending) - 1, phrase.first, True
    elif walk.found and _several(walk.found[-1].phrase) and walk.found[-1].phrase.last == phrase.first - 1:
        walk.breaking, walk.mark_end, walk.fresh, walk.chain = True, phrase.first, True, None
        walk.whole = _base(walk)


def _several(phrase: Phrase) -> bool:
    return phrase.explicit or phrase.count.low == 2


def wait(walk: Walk, phrase: Phrase) -> None:
    """Keep a phrase that nothing governs yet, as a part where a mark stands before it."""
    if walk.ground.forms[phrase.first - 1] in BESIDE and walk.found and told_beside(walk, phrase):
        return
    most = not phrase.explicit and 0 <= phrase.first - walk.majority_end <= 1
    if most and (walk.pending or (walk.found and walk.form(walk.majority_end - 1).endswith(_THEM))):
        walk.majority_end = phrase.last
        return  # «15 مواطنا، أغلبهم نساء وشيوخ، أصيبوا»: what most of those who wait are
    whole = walk.parting if walk.parting is not None and near(walk, phrase) else None
    if whole is not None:
        walk.mark_end = phrase.last
    led = walk.led(phrase) or (phrase.first == walk.agent_end and bool(phrase.count.vague))
    walk.pending.append(Pending(phrase, whole, led))


def breakdown(walk: Walk, phrase: Phrase) -> bool:
    """Record a phrase after «بينهم» as a part; whether it is one."""
    if not walk.breaking or not near(walk, phrase) or phrase.sort == "strike":
        return False
    if needing.other_things(walk, phrase):
        return False
    if phrase.joined and not phrase.explicit and phrase.first == walk.attack_end:
        return False  # «بينهم طفل بقذائف وقناصة المليشيا»
    struck = False
    if walk.whole is not None and walk.whole >= 0:
        walk.whole = _of_its_kind(walk, walk.whole, phrase)
        met = _MET_WITH in walk.found[walk.whole].because
        struck = met and phrase.sort != "object"  # «تعرض ستة، بينهم طفل، للضرب»
        outcome, harm = walk.found[walk.whole].outcome, walk.found[walk.whole].harm
        if _of_both(walk, walk.whole):
            outcome = "casualties"
    elif walk.victims is not None:
        outcome, harm = walk.victims.entry.outcome, (walk.victims.first, walk.victims.last)
    elif walk.earlier:
        outcome, harm = walk.earlier[-1][0], (phrase.first, phrase.last)
    else:
        return False
    if (phrase.sort == "object") is not (outcome in OBJECT_OUTCOMES and not struck):
        return False
    if phrase.definite and not phrase.explicit and phrase.count.vague:
        return False
    verb = walk.harm if walk.waiting and walk.harm is not None and walk.harm.last == walk.mark_end - 1 else None
    if verb is not None and verb.entry.outcome == "killed":  # «عشرة جرحى، توفي منهم ثلاثة»
        outcome, harm, walk.waiting, walk.breaking = "killed", (verb.first, verb.last), False, False
        walk.chain, walk.chain_end = len(walk.found), phrase.last
    walk.found.append(Harmed(phrase, outcome, harm, walk.whole, BREAKDOWN))
    walk.mark_end, walk.fresh = phrase.last, False
    return True


def _of_both(walk: Walk, whole: int) -> bool:
    """«قتلى وجرحى بينهم أطفال»: whether a whole without a number is told in one breath with the dead."""
    if not whole or walk.found[whole].outcome != "injured":
        return False
    dead, hurt = walk.found[whole - 1], walk.found[whole]
    bare = all(h.phrase.count.vague == "some" and not h.phrase.explicit for h in (dead, hurt))
    return bare and dead.outcome == "killed" and hurt.phrase.joined and hurt.phrase.first - dead.phrase.last <= 1


def _of_its_kind(walk: Walk, whole: int, phrase: Phrase) -> int:
    """The whole that a part of people can belong to: people harmed, before things hit."""
    if phrase.sort == "object" or walk.found[whole].phrase.sort != "object":
        return whole
    before = range(whole - 1, max(-1, whole - LATELY), -1)
    people = (i for i in before if walk.found[i].phrase.sort != "object" and walk.found[i].whole is None)
    return next(people, whole)


def subset(walk: Walk, phrase: Phrase) -> bool:
    """«7 منهم بحالة خطرة», «نصفهم», «أحدهم شرطي»: some of those counted just before; whether that is so."""
    direct = walk.waiting and walk.harm is not None and phrase.first - walk.harm.last <= 1
    if direct and not phrase.share:
        return False
    if phrase.share == "one" and of_two_things(walk, phrase):
        return True
    opens = phrase.share == "one" and phrase.group == "person" and walk.that_end == phrase.first
    if opens and walk.found and not walk.released and not walk.form(phrase.last).startswith(_STATES):
        one = replace(_single(walk, phrase), group=walk.found[_base(walk)].phrase.group)
        walk.pending.append(Pending(one))
        return True  # «مقتل ثلاثة مهاجمين، وأضاف أن أحدهم ألقى قنبلة»
    if not walk.found and phrase.share == "one" and not walk.released:
        two = walk.pending and (_several(walk.pending[-1].phrase) or walk.form(phrase.first).endswith(_OF_TWO))
        beside = two and walk.gap(walk.pending[-1].phrase.last, phrase.first) <= 1
        theirs = beside and phrase.group == "person"
        one = replace(_single(walk, phrase), group=walk.pending[-1].phrase.group if theirs else phrase.group)
        walk.pending.append(Pending(one, len(walk.pending) - 1 if beside else None))
        return True  # «إن أحدهم قتل», «جنديين، أحدهما برتبة مقدم، قتلا»
    if not walk.found or walk.released:
        return bool(phrase.share) or walk.released
    index = _base(walk)
    whole = walk.found[index]
    if phrase.share and whole.phrase.last != walk.found[-1].phrase.last:
        whole = walk.found[-1]
        index = len(walk.found) - 1
    last = walk.pending[-1].phrase if walk.pending else None
    apart = last is not None and last.explicit and last.first > walk.found[-1].phrase.last
    if apart or whole.phrase.sort == "object" or whole.outcome in OBJECT_OUTCOMES:
        return not needing.of_attackers(walk, phrase)
    if walk.form(phrase.last - 1) == _OF_THINGS and whole.phrase.sort == "person" and whole.phrase.group not in _THINGS:
        return True  # «قتل أربعة مسعفين في 14 حادثة، عشر منها بغارات»
    counted = _shared(phrase, whole.phrase.count)
    if counted is None or (phrase.share and walk.gap(walk.found[-1].phrase.last, phrase.first) > _REACH):
        return bool(phrase.share)
    group = whole.phrase.group if phrase.group == "person" else phrase.group
    part = replace(phrase, count=counted, group=group, sort="person")
    walk.found.append(Harmed(part, whole.outcome, whole.harm, index, ("casualties.subset",)))
    return True


def only_one(walk: Walk, phrase: Phrase) -> Phrase:
    """«اعتقلت الشرطة أحدهم»: one of those told of, whom the word right before harmed otherwise than them all; «يقودها
    شابان ما أدى إلى مقتل أحدهما» where nothing else befell them."""
    harm = walk.harm
    if phrase.share != "one" or harm is None or not walk.waiting or phrase.first - harm.last > 1:
        return phrase
    word, after = harm.entry, walk.form(phrase.last)
    whole = walk.found[_base(walk)] if walk.found else None
    told = walk.pending[-1].phrase if walk.pending else phrase
    group = told.group if told.sort == "person" and told.count.low != 1 else phrase.group
    both = told.sort == "person" and walk.form(phrase.first).endswith(_OF_TWO) is (told.count.low == 2)
    died = word.outcome == "killed" and phrase.last - phrase.first == 1 and not after.startswith(_OTHER)
    if not whole and died and (both or word.part == "masdar" or word.voice == "passive"):
        return replace(_single(walk, phrase), group=group)
    outlived = died and whole is not None and whole.outcome == "injured"  # «أصيب شرطيان وتوفي أحدهما»
    apart = (whole is None or whole.outcome != word.outcome) and word.part in _DEEDS and not after.startswith(_WHO)
    if not apart or not (word.outcome in STANDING or outlived) or phrase.last - phrase.first > 1:
        return phrase
    one = _single(walk, phrase)
    return replace(one, group=whole.phrase.group) if whole is not None and outlived else one


def _single(walk: Walk, phrase: Phrase) -> Phrase:
    woman = phrase.group == "person" and walk.form(phrase.first).startswith(_ONE_WOMAN)
    group = "woman" if woman else phrase.group
    return replace(phrase, count=Count(1, 1), sort="person", share="", subset=False, group=group)


def all_of(walk: Walk, phrase: Phrase) -> bool:
    """«خمسة قتلى جميعهم أطفال», «سبعة قتلى وعشرون جريحا كلهم من المدنيين»: who all the counted are, where the noun does
    not say it; whether that is so."""
    last = walk.found[-1] if walk.found else None
    if phrase.first != walk.all_end and walk.form(walk.all_end) != _OF:
        return False
    if last is None or phrase.explicit or phrase.sort != "person" or walk.gap(last.phrase.last, phrase.first) > _ALL:
        return False
    for at, each in enumerate(walk.found[-2:], max(0, len(walk.found) - 2)):
        near = each is last or (each.whole is None and last.phrase.first - each.phrase.last <= _NEXT)
        if near and each.phrase.group == "person":
            walk.found[at] = replace(each, phrase=replace(each.phrase, group=phrase.group))
    return True


def _shared(phrase: Phrase, whole: Count) -> Count | None:
    """How many a share of the whole is: «نصفهم» of 220; None where the whole has no number."""
    if not phrase.share:
        return phrase.count
    if phrase.share == "one":
        return Count(1, 1) if whole.low is None or whole.low > 1 else None
    if whole.vague is not None:
        return None
    part = Fraction(phrase.share)
    low, high = (None if n is None else round(n * part) for n in (whole.low, whole.high))
    return Count(low, high, whole.modifier)


def pointed(walk: Walk, phrase: Phrase) -> None:
    """«عدد القتلى», «من بين القتلى»: the word names those already counted; «وللقتيل ثلاث بنات» tells of his kin."""
    outcome = phrase.outcome
    if phrase.count.low == 1 and walk.form(phrase.first).removeprefix("و").startswith(_TO_THE):
        walk.victims, walk.chain = None, None
        return
    if outcome == "casualties" and latest(walk, outcome) is None and latest(walk, "killed") is not None:
        outcome = "killed"
        phrase = replace(phrase, outcome=outcome)
    both = phrase.joined and walk.victims is not None and walk.victims.last == phrase.first and walk.breaking
    if both and walk.victims is not None and walk.victims.entry.outcome != outcome:
        outcome = "casualties"
        phrase = replace(phrase, outcome=outcome)
    elif _dead_and_hurt(walk, phrase):
        phrase = replace(phrase, outcome="casualties")
    walk.victims, walk.chain = as_hit(phrase), None
    if phrase.first in walk.amongs or both:
        walk.whole = latest(walk, outcome)
        near_by = [
            p.phrase for p in walk.lately
            if walk.gap(p.phrase.last, phrase.first) <= 5 and p.phrase.sort in PEOPLE and not p.led
            and p.phrase.first >= walk.that_end
        ]  # fmt: skip
        for each in near_by:
            walk.found.append(Harmed(each, outcome, (phrase.first, phrase.last), walk.whole, phrase.because))
        walk.breaking, walk.mark_end, walk.fresh = not near_by, phrase.last, True
    elif walk.reached:
        walk.harm, walk.waiting = walk.victims, True


def _dead_and_hurt(walk: Walk, phrase: Phrase) -> bool:
    """«عدد القتلى والجرحى»: whether both are counted in one."""
    if walk.victims is None or not phrase.joined or walk.victims.last != phrase.first:
        return False
    outcomes = {walk.victims.entry.outcome, phrase.outcome}
    return outcomes == {"killed", "injured"} and walk.victims.first in walk.tallies


def among_them(walk: Walk, phrase: Phrase, outcome: str) -> int | None:
    """What «سبعة من الجرحى» are part of, counted of those told of before, and in a sentence «اعتقلوا 40، وقتل اثنان
    منهم»."""
    if phrase.count.low is None or not phrase.explicit or phrase.share:
        return None
    if phrase.subset:
        whole = _base(walk) if walk.found and walk.found[-1].phrase.sort in PEOPLE else None
    else:
        of_dead = walk.form(phrase.head - 1) == _OF and walk.form(phrase.head).startswith(_THE) and phrase.outcome
        whole = latest(walk, outcome) if of_dead else None
    return None if whole is None or (whole >= 0 and not _fewer(phrase, walk.found[whole].phrase)) else whole


def _fewer(phrase: Phrase, whole: Phrase) -> bool:
    return whole.explicit and (whole.count.low is None or (phrase.count.low or 0) < whole.count.low)


def latest(walk: Walk, outcome: str) -> int | None:
    """The last whole of an outcome: its index here, EARLIER for one of an earlier sentence."""
    for index in walk.back:
        if walk.found[index].outcome == outcome and walk.found[index].whole is None:
            return index
    return EARLIER if any(o == outcome for o, _ in walk.earlier) else None
