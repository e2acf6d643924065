"""Harm words that stand after their noun: «46 مدنيا قتلوا», «مئات السكان محاصرين»."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties import aircraft, companions, fleeing, killer, none, struck, tolls, turned
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, fits
from tawthiq.stages.casualties.phrase import NAMED_ONLY, Phrase
from tawthiq.stages.casualties.pronouns import meant
from tawthiq.stages.casualties.walk import Pending, Walk

_OPENING_REACH = 12
_COUNTED_REACH = 6
_TAKEN_OVER = frozenset({"displaced", "detained", "abducted", "missing", "injured", "trapped"})
_PULL_REACH = 8
_ACTIVE = frozenset({"of_armed", "by_hand", "of_kin"})
_APART = (".", "كما", "بينما")  # a verb right behind has its subject behind it
_PLURAL = ("ا", "ون", "ت")
_OF_PART, _FEMININE, _SHARE = "of_part", "ه", "structure.share.ahaduhum"
_WHO, _WHOM = "من", ("الذي", "التي", "والذي", "والتي")
_WHICH, _SHE = "التي", frozenset({"woman", "child", "family", "elderly"})
_SET, _SET_REACH = edges("sets_about"), 9
_SEIZES = ("verb", "with_on")
_BROKEN, _WHO_REACH = ("،", ","), 2
_SAID_REACH, _TWO = 8, 2  # from those stabbed to «بجروح»
SAYS_MORE = {"undergone": "hit", "lost": "missing", "disappeared": "detained", "fatal": "injured"}
_FALLEN, _BODIES = "fallen", frozenset({"harm.killed.juththa", "harm.killed.juthman"})
_UNDERGONE_REACH = 4
_FALLING = ("وقع", "يقع", "سقط")
_AS_FOR, _THEN = "فقد", 2  # tokens of «، فقد»
_AND, _AFTERWARDS, _WEAPONS = frozenset({"و", "ف"}), "ثم", edges("by_weapon")
_ON, _SHELLING = "علي", "قصف"
_THAT, _OF_THEM = "ان", frozenset({"منهم", "منها", "منهن", "منهما"})


def take(walk: Walk, hit: HarmHit, word: HarmWord, reach: int) -> bool:
    """Give the word the phrases before it, if they can be its subject; whether it took any."""
    if not word.outcome or (word.part == "verb" and hit.last in walk.coming and word.voice != "either"):
        return False
    if word.voice in _ACTIVE or (word.part, word.voice) == _SEIZES or _set_on(walk, hit):
        return False  # «الجيش خسر», «إن شابا دهس», «رجال الأمن يقبضون على»
    shelled = word.outcome == "hit" and walk.form(hit.last - 1) == _SHELLING  # «جرحى قصف الحي»
    if shelled or (word.part == "verb" and _of_them(walk, hit)):
        return False
    if word.outcome == "killed" and (killer.kills_another(walk, hit) or killer.killed_those(walk, hit, word)):
        return False
    if walk.form(hit.first - 1) in _APART or (walk.none_end >= hit.first and none.denied(walk, hit, word)):
        return False
    who = hit.first - 1 - (word.part == "state")
    if word.outcome == "killed" and walk.form(who) == _WHO and walk.pending and walk.pending[-1].phrase.last == who:
        return False  # «أقارب من لقوا مصرعهم»
    if _taken_over(walk, hit, word):
        return True
    if word.part == "state" and _said(walk, hit, word):
        return False
    if (word.group == "aircraft" and _drops(walk, hit.last)) or (word.outcome == "besieged" and _of_led(walk, hit)):
        return False
    fitting = [
        i for i, p in zip(walk.recent, walk.lately, strict=True)
        if walk.gap(p.phrase.last, hit.first) <= _leash(walk, p, reach) and fits(word, p.phrase)
        and (p.phrase.explicit or not p.led or _relative(walk, hit, p.phrase)
             or (word.part != "verb" and p.phrase.first not in walk.ground.places))
        and p.phrase.first not in walk.amongs and walk.form(p.phrase.last) != _THAT  # «روى جار أن من بقي قتل»
        and not (word.voice == "passive" and _then_by(walk, p.phrase, hit))
        and not (word.part == "state" and p.phrase.first == walk.agent_end)  # «على يد مسلحين، أدى إلى إصابته بجروح»
        and (word.outcome != "hit" or struck.can_suffer(word, p.phrase, walk.form(hit.first)))
        and not (p.phrase.sort == "object" and walk.form(hit.last - 1).endswith("وا"))
        and not aircraft.wrecked(walk, p.phrase, word, hit.last)
        and (word.voice not in fleeing.VOICES or fleeing.told(walk, p.phrase, hit, word))
        and (word.voice != "found" or _come_upon(walk, p.phrase, hit))
        and (word.voice != "captive" or _fell(walk, p.phrase, hit))
        and (word.voice != _OF_PART or _right_before(walk, p.phrase, hit))
    ]  # fmt: skip
    counted = [i for i in fitting if walk.pending[i].phrase.explicit]
    if counted and counted[-1] != fitting[-1] and walk.pending[counted[-1]].phrase.first in walk.ground.voices:
        counted = []  # «قال أحد السكان إن الطفل سالم قتل»
    if counted and walk.pending[fitting[-1]].phrase.definite:
        fitting = fitting[: fitting.index(counted[-1]) + 1]
    if fitting and (
        _disagrees(walk, walk.pending[fitting[-1]].phrase, hit, word)
        or not _subject(walk, walk.pending[fitting[-1]], hit, word)
    ):
        fitting = _opening(walk, fitting, hit)
    if not fitting:
        return False
    run = [fitting[-1]]
    for index in reversed(fitting[:-1]):
        following, phrase = walk.pending[run[-1]].phrase, walk.pending[index].phrase
        if (following.joined and following.first - phrase.last <= 2) or tolls.said_otherwise(walk, phrase, following):
            run.append(index)
    if walk.form(hit.last - 1).endswith("وا") and walk.pending[run[-1]].phrase.joined:
        run += companions.one_by_one(walk, run[-1]) or companions.leader_of(walk, run[-1])
    _add(walk, sorted(run), hit, word.outcome)
    walk.pending = []
    return True


def _then_by(walk: Walk, phrase: Phrase, hit: Hit) -> bool:
    """«أصيب شاب برصاص قناص وتوفي»: whether those before a verb that goes on are whose fire it was."""
    goes_on = walk.form(hit.first)[:1] in _AND or walk.form(hit.first - 1) == _AFTERWARDS
    return goes_on and walk.form(phrase.first - 1).startswith(_WEAPONS)


def _of_them(walk: Walk, hit: Hit) -> bool:
    """«كان في القارب 70 شخصا قتل منهم 46», not «قتلوا منهم 12 طفلا»: whether a verb is of some of those before it."""
    return walk.form(hit.last) in _OF_THEM and not walk.form(hit.last - 1).endswith("وا")


def _set_on(walk: Walk, hit: Hit) -> bool:
    """«أقدم الجاني على قتل جاره», not «إن ابنه علي قتل»: whether «على» makes a word what those before it did."""
    if walk.form(hit.first - 1) != _ON:
        return False
    return any(walk.form(t).removeprefix("و").startswith(_SET) for t in range(hit.first - _SET_REACH, hit.first))


def _of_led(walk: Walk, hit: Hit) -> bool:
    """«فر المدنيون من مناطق محاصرة»: whether a word is an adjective of what a preposition leads right before it."""
    return hit.first - 1 in walk.ruled and walk.form(hit.last - 1).endswith(_FEMININE)


def _said(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«أفغاني أصاب سبعة أشخاص بجروح», «رجل طعن ستة في السوق وأصابهم بجروح»: whether a state is of those right before it
    whom its verb has told of, or a little before with nobody else between."""
    last = walk.found[-1] if walk.found else None
    if last is None or last.outcome != word.outcome:
        return False
    between = bool(walk.pending) and walk.pending[-1].phrase.first > last.phrase.first
    return walk.gap(last.phrase.last, hit.first) <= (0 if between else _SAID_REACH)


def _disagrees(walk: Walk, phrase: Phrase, hit: HarmHit, word: HarmWord) -> bool:
    """«حافلة هاجمها مسلحون توفي»: whether a verb is of one man, and no plural its subject."""
    plural = phrase.count.vague is not None and not phrase.explicit and phrase.sort == "person"
    verb = walk.form(hit.last - 1)
    return plural and word.part == "verb" and not (verb.endswith(_PLURAL) or verb.startswith("ت"))


def _opening(walk: Walk, fitting: list[int], hit: Hit) -> list[int]:
    """«إن شرطيا كان على متن حافلة هاجمها مسلحون أمس توفي»: the one who opens the clause, several between."""
    alone = not hit.clitic and not walk.form(hit.last - 1).endswith(("وا", "ون"))
    several = walk.pending[fitting[-1]].phrase.count.low != 1
    single = [i for i in fitting if walk.pending[i].phrase.count.low == 1 and _opens(walk, walk.pending[i].phrase)]
    return single if alone and several else []


def _drops(walk: Walk, at: int) -> bool:
    """«الطائرة أسقطت قنبلة»: whether what an aircraft dropped stands right behind the verb."""
    dropped = walk.phrase_at(at)
    return dropped is not None and dropped.sort == "strike"


def _relative(walk: Walk, hit: HarmHit, phrase: Phrase) -> bool:
    """«إطلاق النار على شاب أصيب في قدمه», but not «على متظاهرين فقتلت ثلاثة»: a verb right behind says it of them; «على
    الشاب الذي توفي لاحقا»: so does a relative clause of one."""
    if hit.clitic:
        return False
    named = phrase.because == NAMED_ONLY or phrase.last - phrase.head > 1
    one = (phrase.definite or named) and phrase.count.low == 1 and not walk.form(hit.last - 1).endswith("وا")
    if one and walk.form(hit.first - 1) in _WHOM and walk.gap(phrase.last, hit.first) <= 1 + named:
        return named or hit.entry.voice == "passive"
    both = phrase.last == hit.first or (phrase.count.low == _TWO and walk.form(hit.last - 1).endswith("ا"))
    return both and walk.form(phrase.first - 1) == _ON  # «على شابين في الحي، قتلا»


def _right_before(walk: Walk, phrase: Phrase, hit: Hit) -> bool:
    """«بينهم 31 قيد الاحتجاز», «ثلاثة أشخاص في المستشفى في حالة حرجة»: whether a state told of some is of a phrase: it
    stands right before, or counts, and nobody else stands between."""
    if walk.found and walk.found[-1].phrase.first > phrase.first:
        return False
    return phrase.explicit or walk.gap(phrase.last, hit.first) <= 1


def _fell(walk: Walk, phrase: Phrase, hit: Hit) -> bool:
    """«وقع سبعة جنود في الأسر», not «40 طفلا في الأسر الفقيرة»: whether people fell into captivity."""
    near = walk.gap(phrase.last, hit.first) <= 1
    return near and any(walk.form(t).startswith(_FALLING) for t in range(max(0, phrase.first - 2), hit.first))


def _come_upon(walk: Walk, phrase: Phrase, hit: Hit) -> bool:
    """«عثر على مدير المشروع مقتولا», «وجد رجل مقتولا»: whether somebody found is who is said to be dead."""
    return walk.form(phrase.first - 1) == _ON or walk.gap(phrase.last, hit.first) <= 1


def _add(walk: Walk, run: list[int], hit: HarmHit, outcome: str) -> None:
    """Record phrases, each whole before its parts."""
    at: dict[int, int] = {}
    one = _SHARE in walk.pending[run[-1]].phrase.because and not walk.form(hit.last - 1).endswith("ا")
    of_part = hit.entry.voice == _OF_PART or one  # «امرأتان إحداهما اعتقلت»
    wholes = {None if of_part else walk.pending[i].whole for i in run}
    for index in sorted({*run, *(w for w in wholes if w is not None)}):
        whole = walk.pending[index].whole
        at[index] = len(walk.found)
        walk.add(walk.pending[index].phrase, outcome, hit, at.get(whole) if whole is not None else None)


def _subject(walk: Walk, pending: Pending, hit: HarmHit, word: HarmWord) -> bool:
    """Whether the phrase nearest before the word can be its subject."""
    phrase = pending.phrase
    gap = walk.gap(phrase.last, hit.first)
    opening = _opens(walk, phrase) and phrase.count.low == 1 and hit.clitic == ""
    if word.voice == "suicide" and phrase.group == "fighter" and phrase.count.vague is None:
        return True
    if walk.ground.forms[hit.first - 1] == _AS_FOR and phrase.count.low == 1 and gap <= _THEN:
        return True  # «أما السائق، فقد توفي»
    if phrase.count.low == 1 and gap <= _WHO_REACH and walk.form(hit.first - 1) in _WHOM:
        return walk.form(hit.first - 2) in _BROKEN or gap <= 1  # «المهاجم، الذي أصيب بجروح، فر»
    which = phrase.count.low == 1 and gap > _WHO_REACH and phrase.group not in _SHE
    if which and walk.form(hit.first - 1) == _WHICH:
        return False  # «وصف المسؤول حالة الذعر التي أصابت السكان»
    if phrase.definite and not phrase.explicit and (phrase.count.vague or (gap > 1 and not opening)):
        return _targets(walk, hit, word)
    if phrase.explicit or word.part == "state" or walk.form(hit.last - 1).endswith("وا") or gap <= 1:
        return True
    if phrase.count.low == 2 and walk.form(hit.last - 1).endswith("ا") and not hit.clitic:
        return True  # «طفلان دون سن العاشرة قتلا»
    if word.voice == "suicide" and phrase.group == "fighter":
        return True
    return _opens(walk, phrase) and phrase.count.vague is None and hit.clitic == ""


def _targets(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«إن المسعفين استهدفوا في الطريق»: a plural verb of striking with no object behind it has its target before it."""
    return word.outcome == "hit" and walk.form(hit.last - 1).endswith("وا") and hit.last in walk.ground.joints


def _leash(walk: Walk, pending: Pending, reach: int) -> int:
    """How far behind its verb a phrase may stand: farther where it opens the clause («إن أحدهم ... قتل»)."""
    phrase = pending.phrase
    if _opens(walk, phrase) and phrase.count.vague is None:
        return max(reach, _OPENING_REACH)
    return max(reach, _COUNTED_REACH) if phrase.explicit and reach > 1 else reach


def _opens(walk: Walk, phrase: Phrase) -> bool:
    return 0 <= phrase.first - walk.that_end <= 1


def buried(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«لا يزال عدد من الضحايا تحت الركام»: where the victims are says more than that they are
    victims, but of bodies."""
    last = walk.found[-1] if walk.found else None
    if last is None or word.outcome != "trapped":
        return False
    if not _BODIES.isdisjoint(last.phrase.because):
        return not walk.pending  # «انتشلت 18 جثة، وما زال 15 شخصا تحت الأنقاض»
    if last.outcome == "besieged" and hit.first - last.harm[1] <= 0:
        walk.found[-1] = replace(last, outcome=word.outcome, because=(*last.because, hit.entry.id))
        return True
    apart = hit.last - hit.first < 2 or not last.by_itself
    if apart or last.outcome not in ("casualties", "killed"):
        return False
    if last.phrase.count.vague is None or walk.gap(last.phrase.last, hit.first) > 2:
        return False
    walk.found[-1] = replace(last, outcome=word.outcome, harm=(hit.first, hit.last), because=(hit.entry.id,))
    return True


def _taken_over(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«ستة معتقلين استشهدوا», «منهم سبعة مدنيين قتلوا»: what the verb says of the counted goes before what the noun
    or the whole says."""
    if not walk.found or word.outcome in OBJECT_OUTCOMES:
        return False
    last = walk.found[-1]
    if turned.otherwise(walk, last, hit, word):
        return True
    if word.part != "verb":
        return False
    near = walk.gap(last.phrase.last, hit.first) <= 1 and hit.last not in walk.coming
    if near and last.whole is not None and not hit.clitic and _whole_taken_over(walk, hit, word, last.whole):
        return True
    counted = last.phrase.explicit and walk.form(hit.last - 1).endswith("وا") and hit.first not in walk.links
    of_part = counted and last.whole is not None and last.phrase.last == hit.first
    own = last.by_itself and last.outcome in _TAKEN_OVER
    if not near or not (own or of_part or (counted and last.phrase.joined and last.whole is None)):
        return False
    if word.outcome == last.outcome:
        return False
    if hit.clitic or not (last.phrase.explicit or last.phrase.count.vague is None):
        return False
    turned.together(walk, hit, word)
    return True


def _whole_taken_over(walk: Walk, hit: HarmHit, word: HarmWord, at: int) -> bool:
    """«إن تسعة نازحين، بينهم خمس نساء، استشهدوا»: a plural verb behind the parts says it of them all."""
    whole, parts = walk.found[at], walk.found[at + 1 :]
    if not walk.form(hit.last - 1).endswith("وا") or not whole.by_itself or whole.outcome not in _TAKEN_OVER:
        return False
    if word.outcome == whole.outcome or any(part.whole != at or part.outcome != whole.outcome for part in parts):
        return False
    harm, because = (hit.first, hit.last), (hit.entry.id,)
    walk.found[at:] = [replace(one, outcome=word.outcome, harm=harm, because=because) for one in (whole, *parts)]
    return True


def undergone(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«تعرض سبعون مدنيا للخطف», «تحول 60 منهم إلى مختفين» (of those detained the last counted only): whether the end of
    the phrase says what became of somebody."""
    last = walk.found[-1] if walk.found else None
    before = SAYS_MORE[word.voice]
    if last is not None and word.voice == "fatal" and last.outcome == "hit" and last.phrase.sort == "person":
        before = "hit"  # «ضرب المسلحون فلاحا حتى الموت»
    elif word.voice == "fatal" and hit.last in walk.coming and walk.harm is not None:
        return _object_behind(walk, walk.harm)
    if last is None or last.outcome != before or walk.gap(last.phrase.last, hit.first) > _UNDERGONE_REACH:
        return False
    for index, each in enumerate(walk.found):
        if each.harm == last.harm and each.outcome == before and (each is last or before != "detained"):
            walk.found[index] = replace(each, outcome=word.outcome, harm=(hit.first, hit.last), because=(word.id,))
    return True


def _object_behind(walk: Walk, harm: HarmHit) -> bool:
    """«طعن مسلحون حتى الموت ستة»: those right behind the verb did it to whom stands behind «حتى الموت»."""
    word = harm.entry
    if word.outcome not in ("injured", "hit") or word.part == "carrier":
        return False
    if walk.found and walk.found[-1].harm == (harm.first, harm.last):
        walk.found.pop()
    walk.harm = harm._replace(entry=replace(word, outcome="killed", voice=""))
    walk.waiting, walk.chain = True, None
    return True


def captured(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«سقط أربعون مسلحا في قبضة الشرطة»: whether those who fell right before the word fell into somebody's hands."""
    last = walk.found[-1] if walk.found else None
    fell = walk.harm is not None and walk.harm.entry.voice == _FALLEN
    if last is None or not fell or walk.harm is None or last.harm != (walk.harm.first, walk.harm.last):
        return False
    if walk.gap(last.phrase.last, hit.first) > 1:
        return False
    walk.found[-1] = replace(last, outcome=word.outcome, harm=(hit.first, hit.last), because=(hit.entry.id,))
    return True


def alive(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«انتشال خمسة أشخاص أحياء», «لينتشلوها حية»: the state says what became of those pulled out."""
    if walk.found and walk.found[-1].outcome == "body" and walk.gap(walk.found[-1].phrase.last, hit.first) <= 4:
        walk.found[-1] = replace(walk.found[-1], outcome=word.outcome)
        return
    pulled, walk.pulled = walk.pulled, None
    if pulled is None or hit.first - pulled.last > _PULL_REACH:
        return
    if walk.found and walk.found[-1].outcome == "trapped" and meant(walk.found[-1].phrase, walk.form(pulled.last - 1)):
        walk.found[-1] = replace(walk.found[-1], outcome=word.outcome)
        return
    for pending in reversed(walk.lately):
        if meant(pending.phrase, walk.form(pulled.last - 1)):
            walk.add(pending.phrase, word.outcome, hit)
            return


def suffered(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«تعرض رجل لإصابة خطرة»: what the person right before met with; whether there is one."""
    last = walk.found[-1] if walk.found else None
    if last is None or last.outcome != "hit" or last.phrase.sort != "person":
        return False
    if last.phrase.last != hit.first - (not hit.clitic):  # «لإصابة», «إلى إصابة»
        return False
    walk.found[-1] = replace(last, outcome=word.outcome, harm=(hit.first, hit.last), because=(word.id,))
    return True


def lifeless(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«لم تظهر عليه علامات حياة»: said of the one person whom the text brought up last."""
    phrases = [p.phrase for p in walk.lately if p.phrase.sort == "person"]
    last = next((p for p in reversed(phrases) if meant(p, "") and not p.definite), walk.before)
    if last is not None:
        walk.add(last, word.outcome, hit)


def split(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«إن شخصا قتل وأصيب آخر», «إن جنديا قتل وجرح آخر»: the first verb has its subject before it, the second waits for
    its own."""
    last = walk.pending[-1].phrase if walk.pending else None
    if word.part == "masdar" and (last is None or hit.clitic or last.definite or last.last != hit.first):
        return False
    word = replace(word, part="verb")
    plural = walk.form(hit.last - 1).endswith("وا")
    if plural or not take(walk, hit, replace(word, outcome="killed"), reach=1):
        return False
    walk.harm = hit._replace(first=hit.last - 1, entry=replace(word, outcome="injured"))
    walk.waiting, walk.chain = True, None
    return True
