"""Who did it, who suffered it: two phrases behind one verb."""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import HarmHit
from tawthiq.language.tokens import QUOTES
from tawthiq.stages.casualties.agreement import SEXES
from tawthiq.stages.casualties.aircraft import by_them
from tawthiq.stages.casualties.harmed import NO_OBJECT, PEOPLE, STANDING, Harmed, fits
from tawthiq.stages.casualties.needing import CARRYING, TOOLS
from tawthiq.stages.casualties.phrase import ARMED, BOMBERS, Phrase
from tawthiq.stages.casualties.walk import Pending, Walk

_REACH, _OWN = 10, 5
_OF, _BY_THE, _NO_NAME = "من", "بال", ("و", "ي", "تض", "بين", "اصل", "خلال", "في")
_AND, _THE, _PRESENT, _WHOLE = "و", "ال", "ي", ("ون", "ين")
_HAS, _ATTACKS = words("having"), words("attack_or_attacked")
_BY_WHAT = (*TOOLS, _BY_THE)
_GROUP = "number.a_group"
_ACTING = ARMED | {"aircraft"}
_NAMED = "casualties.named"
_AGENT_REACH = 6
_SIDES, _BETWEEN = 6, "بين"
_DEEDS, _TO_THE, _BESIDE = words("deed_upon"), "لل", 3
_OF_GROUP, _IN = "ي", "في"
_TWO, _HIS = 2, ("ه", "ها")
_VERB_REACH, _RELATIVE = 4, ("الذي", "اللذ", "ممن")
_PLURAL, _MURDERED, _TOOK, _WHICH = "ون", "اغتال", ("خطف", "اختطف"), frozenset({"الذي", "التي"})
_SIDE, _SIDED = words("on_their_side"), words("sided")
_KILLS, _SHORT, _DIED_HOW = words("kills_now"), 3, words("died_how")
_HOW = _DIED_HOW | {"ظلما", "غدرا", "عمدا", "يوميا", "شهريا", "سنويا", "حاليا", "بعدما", "عندما", "حينما", "بينما"}
_STRIKING, _NOBODY_KNOWS = "harm.hit.istihdaf", "مجهولين"
_ONE_OF, _BY_SHOTS = frozenset({"احد", "احدي"}), words("by_shots")
_OPENING, _SHOTS, _SHOT_REACH = words("opening_of_fire"), words("shots"), 4
_CARRIED, _IT = edges("carried_out"), ("ه", "ها", "هما")


def is_attack(walk: Walk, verb: HarmHit, hit: Hit) -> bool:
    """«قتل قصف مدفعي ثلاثة رعاة», but «فقد قصف الطيران المنزل»: whether what reads like a verb of striking is what
    did the harm that the verb right before it tells."""
    if verb.last != hit.first or walk.form(hit.first) not in _ATTACKS:
        return False
    word = verb.entry
    return word.part == "verb" and word.outcome != "missing"


def killed_by_first(walk: Walk, previous: Harmed, phrase: Phrase, gap: int) -> bool:
    """«قتل مسلحون مجهولون ضابطا», «قتل مسلحون الناشط فلان الفلاني»: whether the first phrase behind the verb did it to
    this one."""
    harm = walk.harm
    if harm is None or previous.harm != (harm.first, harm.last) or phrase.joined or _tells(walk, previous, phrase):
        return False
    word = harm.entry
    if by_them(walk, previous, phrase, word, gap):
        return True
    if previous.phrase.explicit:  # «قتلت مجموعة من القرويين 14 راكبا», «قتل أحد المسلحين خاله»
        his = gap <= 0 and _his(walk, previous.phrase, phrase)
        acting = previous.phrase.group in ARMED or _GROUP in previous.phrase.because or his
        one_man = phrase.count.low == 1 and not phrase.definite and _ends(walk, phrase, "ا")
        counted = phrase.explicit or one_man or his or (phrase.count.low == _TWO and _ends(walk, phrase, "ين"))
        other = phrase.explicit and phrase.group != previous.phrase.group
        near = gap <= 0 and not walk.form(previous.phrase.last).startswith(_AND)
        near = near or (other and _told_of(walk, previous.phrase.last, phrase.first))
        both = counted and phrase.sort == "person" and near and acting
        active = word.part == "verb" or walk.form(harm.last - 1) in _DEEDS  # «خطف» may be either
        return both and active and word.voice not in NO_OBJECT and fits(word, phrase)
    armed, close = previous.phrase.group in ARMED, gap <= 1 and not phrase.definite
    if armed and word.part == "masdar" and previous.phrase.count.vague is not None:
        to_him = gap <= 1 and walk.form(phrase.first).startswith("ل")  # «اغتيال مسلحين مجهولين للمحامي»
        if (to_him and fits(word, phrase)) or _by_band(walk, previous.phrase, phrase, gap):
            return True
    if _one_to_one(walk, previous.phrase, phrase, gap):
        return True
    one = previous.phrase.count.low == 1 and not _ends(walk, previous.phrase, ("ا", "ين"))
    oblique = one and (gap <= 0 or phrase.count.low is not None) and _ends(walk, phrase, "ين")  # «طعن شاب شرطيين»
    sexes = one and gap <= 0 and {previous.phrase.group, phrase.group} == SEXES  # «طعن رجل سوري امرأة»
    theirs = one and gap <= 0 and _his(walk, previous.phrase, phrase)
    direct = close and (_ends(walk, phrase, "ا") or oblique or sexes or theirs)  # «قتل حراس رجلا», «قتل شاب خاله»
    taken = word.outcome in STANDING and phrase.explicit and gap <= 1
    nominative = (armed and (taken or direct)) or walk.form(previous.phrase.last - 1).endswith("ون")
    several = armed and _ends(walk, previous.phrase, ("و", "ون"))  # «اغتال مقاتلو الحركة جنودا»
    if (
        not (word.part == "verb" or nominative)
        or word.voice in NO_OBJECT
        or not (previous.phrase.sort == "person" or (theirs and previous.phrase.sort == "other"))
        or not fits(word, phrase)
    ):
        return False
    led = walk.form(phrase.first - 1).startswith("ب") and not walk.form(phrase.first - 1).startswith(_BY_WHAT)
    if walk.led(phrase) or (led and walk.gap(phrase.first - 1, phrase.first)) or phrase.subset:  # «في بنغازي ضابطا»
        return False
    if phrase.explicit:
        return gap <= _REACH and phrase.sort in PEOPLE and not _his_own(walk, previous.phrase.last, phrase.first)
    named = phrase.definite and phrase.count.low == 1 and phrase.last - phrase.head > 1
    one_of_them = armed and phrase.definite and phrase.count.low == 1 and gap <= 1 and not one  # «اغتال مسلحون المحامي»
    bare = one and previous.phrase.last - previous.phrase.first == 1 and not previous.phrase.definite
    met = armed and bare and gap <= 0 and phrase.definite and phrase.count.low == 1 and phrase.group not in ARMED
    single = (
        named
        or met  # «قتل شرطي الطالب»
        or one_of_them
        or (not phrase.definite and phrase.count.vague is None)
        or (close and _ends(walk, phrase, ("ا", "ين") if several else "ين"))
    )
    reach = _REACH if _ends(walk, phrase, ("ا", "ين")) else _AGENT_REACH if nominative else 1
    return (armed or direct) and single and gap <= reach


def _tells(walk: Walk, previous: Harmed, phrase: Phrase) -> bool:
    """«اغتال مجهولون المحامي سالم العلي أحد أعضاء النقابة»: whether «أحد» says who the one is whose name stands right
    behind the doers."""
    named = previous.phrase
    one = walk.form(phrase.first) in _ONE_OF and named.count.low == 1 and walk.gap(named.last, phrase.first) <= 0
    return one and named.first in walk.ground.sides and named.last - named.first > 1


def _by_band(walk: Walk, band: Phrase, phrase: Phrase, gap: int) -> bool:
    """«بعد قتل مسلحي التنظيم تسعة رعاة»: whether a deed's noun has behind it the fighters of a group, who did it, and
    then how many they killed."""
    if not phrase.explicit or gap > _AGENT_REACH or walk.led(phrase):
        return False
    whose = _ends(walk, band, _OF_GROUP) and walk.form(band.head).isalpha()
    deed = walk.form(walk.harm.last - 1) if walk.harm is not None else ""
    return whose and phrase.sort in PEOPLE and deed.lstrip("ولبك") in _DEEDS


def _his_own(walk: Walk, first: int, last: int) -> bool:
    """«قتل شاب وله ثلاثة أطفال», «قتل طفل في بلدة يبلغ عدد سكانها خمسة آلاف»: whether a number behind tells whom
    somebody has, or how many live somewhere."""
    verb = walk.form(last - 1)
    if verb.startswith(_PRESENT) or verb in CARRYING:
        return True  # «قتل سائق حافلة تقل ثلاثين راكبا», «قتل ضابط كان يقود ثلاثين جنديا»
    return any(
        t in walk.tallies or (walk.form(t).lstrip("و") in _HAS and not _sided(walk, t)) for t in range(first, last + 1)
    )


def _sided(walk: Walk, at: int) -> bool:
    """«قتل الجيش ومسلحون موالون له سبعة رعاة»: whether «له» tells on whose side the killers are."""
    return walk.form(at) in _SIDE and walk.form(at - 1).endswith(_WHOLE)


def _told_of(walk: Walk, first: int, last: int) -> bool:
    """«قتل أربعة مسلحين من الحركة 67 شخصا», «قتلت مجموعة مقربة من الحكومة 67 شخصا»: whether all that stands between
    tells of whom the killers are, or by what they killed («بالرصاص»)."""
    forms = [f for f in walk.ground.forms[first:last] if f not in QUOTES]
    if not forms or len(forms) > _OWN:
        return False
    if forms[-1].startswith(_BY_THE):
        return len(forms) <= _TWO
    if forms[0] in _SIDED:
        forms = forms[1 + (forms[1:2] == [_OF]) :]
        return bool(forms) and all(len(f) > _TWO and f.isalpha() and not f.startswith(_NO_NAME) for f in forms)
    own = forms[0] == _OF and all(len(f) > _TWO and f.isalpha() and not f.startswith(_NO_NAME) for f in forms[1:])
    return own and len(forms) > 1


def _his(walk: Walk, one: Phrase, other: Phrase) -> bool:
    """«قتل آخر خاله», but not «خطف العقيد نديم قائد الفرقة»: whether a noun with a pronoun stands behind a bare one."""
    forms = (walk.form(other.last - 1), walk.form(other.head))  # «شقيقه», «شقيقه نبيل»
    his = any(form.endswith(_HIS) and not form.startswith("ال") for form in forms)
    return his and one.last - one.head == 1 and one.count.low == 1


def _one_to_one(walk: Walk, one: Phrase, other: Phrase, gap: int) -> bool:
    """«قتل ضابط في الحرس للتاجر سالم»: whether a deed's noun has behind it who did it, and with «ل» to whom."""
    deed = walk.form(walk.harm.last - 1) if walk.harm is not None else ""
    whom = walk.form(other.first).startswith(_TO_THE) and other.count.low == 1 and other.sort == "person"
    return whom and one.count.low == 1 and deed.lstrip("ولبك") in _DEEDS and gap <= _BESIDE


def opens_clause(walk: Walk, phrase: Phrase) -> bool:
    """«قتل خمسة مدنيين وجنود النظام ينتشرون في البلدة»: whether a joined plural, definite by what it belongs to, is the
    subject of a verb of its own; behind an indefinite one the verb is a relative clause («وجنود يقاتلون معهم»)."""
    if phrase.explicit or phrase.count.vague is None or not phrase.joined:
        return False
    behind = [*walk.ground.forms[phrase.last : phrase.last + _VERB_REACH], ""]
    verb = next((n for n, form in enumerate(behind) if form.startswith("ي") and form.endswith("ون")), None)
    definite = phrase.definite or behind[0].startswith("ال")
    return verb is not None and definite and not any(form.startswith(_RELATIVE) for form in behind[:verb])


def of_sides(walk: Walk, phrase: Phrase) -> bool:
    """«قتل متظاهر في صدامات بين طلاب وجنود»: whether a joined phrase goes on from one side of a clash, and from nobody
    harmed; not in «عشرة بين نساء وأطفال»."""
    between = range(max(walk.chain_end + 1, phrase.first - _SIDES), phrase.first)
    return any(walk.form(t) == _BETWEEN for t in between)


def took_things(walk: Walk, previous: Harmed, phrase: Phrase, gap: int) -> bool:
    """«أوقف مسلحون حافلات», «اعتقل جنود الاحتلال الشبان»: whether the armed behind a verb of holding
    people held what stands right behind them."""
    harm = walk.harm
    if harm is None or previous.harm != (harm.first, harm.last) or phrase.joined:
        return False
    verb = harm.entry.part == "verb" and previous.outcome in STANDING
    thing = verb and previous.outcome == "detained" and phrase.sort == "object" and gap <= 0 and not walk.led(phrase)
    if thing and (_ends(walk, previous.phrase, _WHOLE) or walk.form(previous.phrase.head).startswith(_THE)):
        return True  # «أوقف السائق الحافلة», «أوقف أربعة مسلحين شاحنة», but not «اعتقل أربعة عمال مصنع»
    if previous.phrase.explicit:
        return False
    armed = verb and previous.phrase.group in ARMED and not walk.led(phrase)
    those = phrase.sort == "person" and phrase.definite and phrase.count.vague is not None and not phrase.explicit
    return armed and ((phrase.sort == "object" and gap <= 0) or (those and gap <= 1))


def acts(walk: Walk, phrase: Phrase) -> bool:
    """«اغتيالات نفذها مسلحون», «استشهد برصاص جندي», «قصف من قبل مقاتلات»: those right behind the deed did it."""
    if walk.harm is not None and walk.form(phrase.first) in _ONE_OF and walk.form(phrase.first - 1) in _BY_SHOTS:
        return True  # «قبل أن يقتل برصاص أحد الحراس»
    if walk.harm is None or (phrase.group not in _ACTING and not _carried_out(walk, phrase)):
        return False
    if _opened_fire(walk, phrase):
        return True
    if phrase.explicit:
        return _carried_out(walk, phrase)
    if phrase.count.vague and _ends(walk, phrase, _PLURAL) and _did_it(walk, phrase):
        return True
    if walk.harm.entry.id == _STRIKING and phrase.first == walk.harm.last and _upon_things(walk, phrase):
        return True
    return phrase.first in (walk.launch_end, walk.agent_end) and walk.harm.last < phrase.first


def _opened_fire(walk: Walk, phrase: Phrase) -> bool:
    """«استشهد عقب إطلاق جنود النار عليه»: whether the armed stand right behind a noun of shooting, what they shot
    behind them."""
    if phrase.joined or walk.form(phrase.first - 1).lstrip("بل") not in _OPENING:
        return False
    return any(walk.form(t) in _SHOTS for t in range(phrase.last, phrase.last + _SHOT_REACH))


def _upon_things(walk: Walk, phrase: Phrase) -> bool:
    """«استهداف مسلحين مجهولين سيارة», not «استهداف مسلحين في سيارة»: whether what they struck
    stands right behind the many."""
    last = phrase.last + (walk.form(phrase.last) == _NOBODY_KNOWS)
    things = walk.phrase_at(last)
    if things is None or things.sort != "object":
        return False
    return not (things.joined or walk.led(things))


def _did_it(walk: Walk, phrase: Phrase) -> bool:
    """«الانفجار الذي نظمه متشددون», «اغتال مسلحون», «خطف مسلحون في الجنوب تلاميذ»: whether the many right
    behind an active verb are its subject."""
    verb = walk.form(phrase.first - 1).removeprefix(_AND)
    if verb.startswith(_MURDERED) or (verb in _TOOK and walk.form(phrase.last) == _IN):
        return True
    return verb.endswith(_IT) and walk.form(phrase.first - 2) in _WHICH


def _carried_out(walk: Walk, phrase: Phrase) -> bool:
    """«هجومين نفذتهما ثلاث فتيات»: whether the people stand behind a verb that has the attack in it."""
    verb = walk.form(walk.launch_end - 1)
    return walk.gap(walk.launch_end, phrase.first) <= 0 and verb.startswith(_CARRIED) and verb.endswith(_IT)


def are_named(walk: Walk, those: Phrase, phrase: Phrase) -> bool:
    """«إن شخصين قتلا "فلان وفلان"»: whether names behind the verb tell who those before it are."""
    if _NAMED not in phrase.because or those.group in ARMED or those.count.low != _TWO:
        return False
    return any(p.first == phrase.last and p.joined and _NAMED in p.because for p in walk.phrases)


def done_by(walk: Walk, phrase: Phrase, gap: int) -> bool:
    """«إن مسلحين قتلوا ثلاثة مدنيين»: those before the verb did it, those right behind it suffered it."""
    agents, walk.agents, walk.waiting = walk.agents, 0, False
    harm = walk.harm
    if harm is None or gap > 0 or phrase.joined or (phrase.subset and not phrase.explicit) or walk.led(phrase):
        return False  # but «هاجموا المصلين فقتلوا اثنين منهم»
    if are_named(walk, walk.found[-1].phrase, phrase):
        walk.chain = None
        return True
    word = harm.entry
    if word.voice in NO_OBJECT or not fits(word, phrase):
        return False
    if phrase.definite and not phrase.explicit and phrase.count.vague is not None:
        return False
    walk.pending += [Pending(h.phrase) for h in walk.found[-agents:] if not BOMBERS.isdisjoint(h.phrase.because)]
    del walk.found[-agents:]
    walk.add(phrase, word.outcome, harm)
    return True


def _ends(walk: Walk, phrase: Phrase, endings: str | tuple[str, ...]) -> bool:
    return walk.form(phrase.head).endswith(endings)


def kills_another(walk: Walk, hit: Hit) -> bool:
    """«شرطي يقتل مدمنا»: whether an object of no known kind stands right behind a verb in the present."""
    whom = walk.form(hit.last)
    indefinite = whom.endswith("ا") and len(whom) > _SHORT and not whom.startswith(("ال", "و")) and whom not in _HOW
    return indefinite and hit.last not in walk.coming and walk.form(hit.last - 1) in _KILLS


def killed_those(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«إن المهاجم قتل الحراس»: whether a verb of killing behind one armed man has right behind it whom he killed."""
    last = walk.pending[-1].phrase if walk.pending else None
    if word.part != "verb" or last is None or last.count.low != 1 or last.group not in ARMED:
        return False
    those = walk.phrase_at(hit.last)
    return those is not None and those.sort == "person" and those.definite and bool(those.count.vague)
