"""What became of things that were struck, told by a pronoun: «قصفوا مبنى ما أدى إلى تدميره», «ودمرتها»."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import Walk

_THEN, _AFTER = ("و", "ف"), "ثم"
_BOTH, _HER, _FEMININE = "هما", "ها", "ه"
_DONE = ("تم", "جري", "ادي", "ادت", "تسبب", "متسبب")  # «تم تدميره», «أدى لتدميره»
_REACH = 25  # tokens from what was struck to what became of it
_STRUCK = ("hit", "damaged")


def befell(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """Let a word with its object in it tell of the things struck last that the pronoun can mean."""
    carried = walk.carrier_end == hit.first or (hit.clitic == "ل" and walk.carrier_end == hit.first + 1)
    whom = next((s for s in (_BOTH, _HER) if _pronoun(walk, hit).endswith(s)), "ه")
    if word.part == "masdar" and not carried and not walk.form(hit.first).removeprefix("و").startswith(_DONE):
        return  # «بهدف تدميره»
    if word.part == "verb" and hit.clitic[-1:] not in _THEN and walk.form(hit.first - 1) != _AFTER:
        _relative(walk, hit, word, whom)
        return
    last = next((i for i in walk.back if walk.found[i].phrase.sort == "object"), None)
    if last is None or not _means(walk, last, whom) or walk.gap(walk.found[last].phrase.last, hit.first) > _REACH:
        return
    told = walk.found[last].harm
    for index in walk.back:
        each = walk.found[index]
        together = index == last or (whom == _HER and each.harm == told and each.phrase.sort == "object")
        if together and each.outcome in _STRUCK and each.outcome != word.outcome:
            walk.found[index] = replace(each, outcome=word.outcome, harm=(hit.first, hit.last), because=(word.id,))


def _pronoun(walk: Walk, hit: Hit) -> str:
    """The word that ends in the pronoun: «تدميره», «تسويته» in «تسويته بالأرض», «بها» in «ألحق بها أضرارا»."""
    ends = ("ه", _HER)
    forms = [walk.form(t) for t in range(hit.first, hit.last)]
    return next((form for form in forms if form.endswith(ends)), forms[-1])


def _relative(walk: Walk, hit: HarmHit, word: HarmWord, whom: str) -> None:
    """«مبنى دمرته الغارات»: a verb right behind an indefinite thing that nothing else tells of."""
    pending = walk.lately[-1].phrase if walk.lately else None
    if pending is None or pending.sort != "object" or pending.definite or pending.last != hit.first:
        return
    if not pending.owned and _agrees(walk, pending, whom):
        walk.add(walk.pending.pop().phrase, word.outcome, hit)


def _means(walk: Walk, index: int, whom: str) -> bool:
    harmed = walk.found[index]
    several = whom == _HER and harmed.phrase.joined  # «ثلاث شاحنات وسيارتين، ما أدى إلى تدميرها»
    return harmed.outcome in _STRUCK and (several or _agrees(walk, harmed.phrase, whom))


def _agrees(walk: Walk, phrase: Phrase, whom: str) -> bool:
    """Whether «ه» can mean the thing, one and masculine, «ها» one feminine or several, «هما» two."""
    if whom == _BOTH or phrase.count.low == 2:
        return whom == _BOTH and phrase.count.low == 2
    feminine = phrase.count.low != 1 or walk.form(phrase.head).endswith(_FEMININE)
    return feminine is (whom == _HER)
