"""Whom a word with its object in it means: «النار على شاب ما أدى إلى مقتله», «شبان قتلهم الجيش», «وقتلوه»."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import HarmHit
from tawthiq.model import Count
from tawthiq.stages.casualties.harmed import PEOPLE, STANDING
from tawthiq.stages.casualties.phrase import ARMED, NAMED_ONLY, Phrase
from tawthiq.stages.casualties.walk import Walk

_WITH = "ب"
_BOTH = "هما"
_BY_WHICH, _WOUNDS, _WOUNDED_REACH = "بها", ("جروح", "جراح"), 3  # «الجروح الخطيرة التي أصيب بها»
_THEN = ("ف", "و")
_STRUCK = 3  # from «استهدف» to the one it struck
_DONE_REACH = 5  # from those meant to a verb with its object in it
_THEN_REACH, _SEIZED = 10, 6  # from those meant to what those who struck or seized them did next
_KILLED = frozenset({"قتله", "قتلها", "قتلهما"})
_OBJECTS, _OF = ("ا", "ين"), "ل"
_AT_HIM = frozenset({"عليه", "عليها", "عليهم", "عليهما"})
_STOP, _WERE, _PRESENT = ".", "كان", ("ي", "ت")
_BROKEN = frozenset({"،", ",", "؛", ":", "و"})
_FIRED, _FIRE, _DIED = "اطلقت", "النار", ("", "ا", "وا")
_LED, _BEFORE = ("ل", "ب"), frozenset({"بعد", "عقب", "قبل", "اثر", "من"})


def complete(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«قتلوا», «توفي بجروح أصيب بها خلال اشتباكات مع مسلحين»: whether a verb lacks nobody: those it befell are in its
    ending, or it only says whose the wounds told before it were."""
    last = walk.form(hit.last - 1)
    if word.voice == "intransitive" and last.endswith("وا"):
        return True
    if word.part != "verb" or word.outcome != "injured" or walk.form(hit.last) != _BY_WHICH:
        return False
    before = [walk.form(at) for at in range(hit.first - _WOUNDED_REACH, hit.first)]
    return any(stem in form for form in before for stem in _WOUNDS)


def came_to(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«أطلقوا النار على شاب مما أدى إلى استشهاده»: what an attack came to for the one or two it was aimed at."""
    carried = walk.carrier_end == hit.first or (hit.clitic == "ل" and walk.carrier_end == hit.first + 1)
    carried = carried or hit.last - hit.first > 1  # «ما أدى لمقتله»
    walk.one = hit if carried or hit.first in walk.goals else None
    if hit.clitic in _THEN and walk.form(hit.last - 1).removeprefix(hit.clitic) in _KILLED:
        _then_done(walk, hit, word)  # «النار على رجل فقتله»
    if walk.form(hit.last).startswith(_OF) and hit.first not in walk.goals and not carried:
        walk.harm, walk.waiting, walk.chain = hit, True, None  # «تنفي قتلها لمدنيين»
    if not carried:
        return
    whom = walk.form(hit.last - 1)
    worse = ("hit", "injured") if word.outcome == "killed" else ("hit",)  # «أصيب بجروح أدت إلى وفاته»
    if walk.found and walk.found[-1].outcome in worse and _came_to(walk.found[-1].phrase, whom):
        walk.found[-1] = replace(walk.found[-1], outcome=word.outcome, harm=(hit.first, hit.last))
        return
    pending = ((i, walk.pending[i].phrase) for i in walk.recent)
    pending = ((i, p) for i, p in pending if walk.ground.voices.isdisjoint(range(p.first, p.last)))
    told = [i for i, phrase in pending if _came_to(phrase, whom) or _both(walk, phrase, whom)]
    single = [i for i in told if _aimed(walk, walk.pending[i].phrase.first)]
    single = single or [i for i in told if _named(walk.pending[i].phrase, whom)]
    single = single or [i for i in told[-1:] if whom.endswith("ه") and _fought(walk, walk.pending[i].phrase)]
    if single:
        phrase = walk.pending.pop(single[-1]).phrase
        two = phrase.count.vague is not None and whom.endswith(_BOTH)
        walk.add(replace(phrase, count=Count(2, 2)) if two else phrase, word.outcome, hit)


def came_to_them(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«أطلقوا النار على ثلاثة شبان ما أدى إلى مقتلهم»: what an attack came to for the several it was aimed at."""
    if walk.carrier_end != hit.first or not walk.pending:
        return
    last = walk.pending[-1].phrase
    if last.explicit and _aimed(walk, last.first) and meant(last, walk.form(hit.last - 1)):
        walk.pending.pop()
        walk.add(last, word.outcome, hit)


def _aimed(walk: Walk, at: int) -> bool:
    """«أطلقوا النار على شاب», «انفجر لغم بطفل»: whether those at a token are whom an attack met."""
    return at in walk.targets or (at in walk.ground.blasts and walk.form(at).startswith(_WITH))


def done_to(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«ثلاثة شبان قتلهم الجيش», «خمسة عمال كان مسلحون قد خطفوهم»: whether a verb with its object in it is of people
    right before it, whom no other word harmed."""
    if word.voice == "those" and hit.clitic in _THEN:
        return _then_done(walk, hit, word)
    pending = walk.lately[-1].phrase if walk.lately else None
    if word.voice == "those" and walk.form(hit.first).startswith(_PRESENT):
        return False  # «قبل أن تقتله الشرطة»
    if pending is None or hit.clitic or pending.sort != "person" or pending.outcome or pending.definite:
        return False
    if not pending.explicit and pending.count.vague is not None:
        return False
    whom = walk.form(hit.last - 1)
    right = pending.last == hit.first or (word.voice == "those" and walk.gap(pending.last, hit.first) <= _DONE_REACH)
    if not right or not meant(pending, whom) or not _BROKEN.isdisjoint(walk.ground.forms[pending.last : hit.first]):
        return False
    phrase = walk.pending.pop().phrase
    walk.add(phrase, word.outcome, hit)
    return True


def acted_on(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """Whether a word with a pronoun in it has whom it harmed right behind it, or the pronoun means them."""
    return _did_to(walk, hit, word) or done_to(walk, hit, word)


def _did_to(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«اعتقلوا لقتلهم ثلاثة مدنيين», «بعد خطفها خمسة عمال»: whether a deed's noun behind a preposition has in it who
    did it, and right behind it whom they harmed; it waits for them."""
    if not (hit.clitic in _LED or walk.form(hit.first - 1) in _BEFORE) or hit.last not in walk.coming:
        return False
    phrase = walk.phrase_at(hit.last)
    if phrase is None or phrase.definite or phrase.subset or phrase.outcome:
        return False
    if not (phrase.explicit or walk.form(phrase.last - 1).endswith(_OBJECTS)):
        return False
    walk.harm = hit._replace(entry=replace(word, part="masdar", voice="either"))
    walk.waiting, walk.chain, walk.breaking, walk.agents = True, None, False, 0
    return True


def _then_done(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«أطلقوا النار على رجل فقتلوه», «طعنوا شابا وقتلوه»: what was done next to whom they aimed at or seized."""
    whom = walk.form(hit.last - 1)
    last = walk.found[-1] if walk.found else None
    meant_last = last is not None and meant(last.phrase, whom) and not _at_another(walk, last.phrase.last, hit.first)
    if last is not None and meant_last and last.outcome in ("hit", "injured") and last.whole is None:
        walk.found[-1] = replace(last, outcome=word.outcome, harm=(hit.first, hit.last), because=(word.id,))
        return True
    aimed = [i for i in walk.recent if walk.pending[i].phrase.first in walk.targets
             and meant(walk.pending[i].phrase, whom)]  # fmt: skip
    aimed = aimed or _object(walk, hit, whom)
    if aimed:
        walk.add(walk.pending.pop(aimed[-1]).phrase, word.outcome, hit)
        return True
    seized = last is not None and meant_last and last.outcome in STANDING and last.harm[1] <= last.phrase.first
    if last is not None and seized and walk.gap(last.phrase.last, hit.first) <= _SEIZED:
        walk.add(last.phrase, word.outcome, hit)  # «خطفوا شابا وقتلوه»: both befell him
        return True
    return False


def shot_dead(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«أطلقت النار على ثلاثة رجال وقتلوا»: whether a verb joined to fire that nobody is told to have opened says that
    those it fell on died, with nobody else behind it."""
    if word.outcome != "killed" or hit.clitic not in _THEN or hit.last in walk.coming or not walk.targets:
        return False
    aimed = [i for i in walk.recent if _fired_at(walk, walk.pending[i].phrase)]
    phrase = walk.pending[aimed[-1]].phrase if aimed else None
    if phrase is None or walk.gap(phrase.last, hit.first) > _THEN_REACH:
        return False
    if not phrase.count.low or not walk.form(hit.last - 1).endswith(_DIED[min(phrase.count.low, len(_DIED)) - 1]):
        return False
    walk.add(walk.pending.pop(aimed[-1]).phrase, word.outcome, hit)
    return True


def _fired_at(walk: Walk, phrase: Phrase) -> bool:
    """Whether «أطلقت النار على» stands right before people."""
    at = phrase.first
    fired = at in walk.targets and walk.form(at - 3).endswith(_FIRED) and walk.form(at - 2) == _FIRE
    return fired and phrase.sort in PEOPLE and not phrase.definite


def _at_another(walk: Walk, first: int, last: int) -> bool:
    """«دهس شرطيا فأطلق زميله النار عليه وأرداه»: whether a pronoun between means somebody else."""
    return any(walk.form(t) in _AT_HIM for t in range(max(first, last - _THEN_REACH), last))


def _object(walk: Walk, hit: Hit, whom: str) -> list[int]:
    """«نصبوا كمينا لضابط وقتلوه», «استهدف مدنيين ويقتلهم»: the person last brought up whom the pronoun can mean, where
    something was done to them."""
    last = next((i for i in reversed(walk.recent) if meant(walk.pending[i].phrase, whom)), None)
    if last is None or walk.gap(walk.pending[last].phrase.last, hit.first) > _THEN_REACH:
        return []
    phrase = walk.pending[last].phrase
    between = walk.ground.forms[phrase.last : hit.first]
    if _STOP in between or not _AT_HIM.isdisjoint(between) or walk.form(phrase.first - 1).startswith(_WERE):
        return []
    accusative = not phrase.definite and walk.form(phrase.last - 1).endswith(_OBJECTS)
    of = walk.form(phrase.first).startswith(_OF) and walk.glued(phrase)
    return [last] if accusative or of else []


def _fought(walk: Walk, phrase: Phrase) -> bool:
    """«لاحقت الشرطة المهاجم ما أدى إلى مقتله»: one attacker known from before; «استهدفوا ضابطا ما أدى إلى مقتله»: one
    armed man whom a verb of striking has for its object."""
    if phrase.definite:
        return phrase.group == "fighter" and phrase.count.low == 1
    struck = phrase.group in ARMED and 0 <= phrase.first - walk.attack_end <= _STRUCK
    return struck and walk.form(phrase.head).endswith(_OBJECTS[0])


def _named(phrase: Phrase, whom: str) -> bool:
    """«استهدفوا الشاب قاسم الحريري ما أدى إلى مقتله», «استهدفوا قاسم الحريري»: one who is told by name."""
    told = phrase.definite or phrase.because == NAMED_ONLY
    return told and whom.endswith(("ه", "ها")) and not phrase.joined and phrase.last - phrase.head > 1


def _came_to(phrase: Phrase, whom: str) -> bool:
    """Whether «مقتله» or «مقتلهما» can mean the phrase."""
    if whom.endswith(_BOTH):
        return phrase.sort == "person" and phrase.count.low == 2
    return meant(phrase, "")


def _both(walk: Walk, phrase: Phrase, whom: str) -> bool:
    """«النار على شرطيين ما أدى إلى مقتلهما»: whether a noun that «ين» ends is the two that «مقتلهما» means."""
    bare = phrase.sort == "person" and phrase.count.vague == "some" and not (phrase.explicit or phrase.definite)
    return whom.endswith(_BOTH) and bare and walk.form(phrase.last - 1).endswith(_OBJECTS[1])


def meant(phrase: Phrase, verb: str) -> bool:
    """Whether an object pronoun of the verb can mean the phrase: «ها» one, «هم» several."""
    vague = phrase.definite and not phrase.explicit and verb != ""
    if phrase.sort != "person" or vague:
        return False
    return (phrase.count.low == 1) is not verb.endswith(("هم", "هما", "هن"))
