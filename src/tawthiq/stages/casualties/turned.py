"""What a word behind those harmed says became of one of them: «قتل رجل وآخر أصيب», «أصيب شاب ثم توفي»."""

from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, PEOPLE, Harmed
from tawthiq.stages.casualties.pronouns import shot_dead
from tawthiq.stages.casualties.walk import Walk

_DYING, _PLURAL = frozenset({"passive", "with_life"}), ("ا", "ون")
_THEN = frozenset({"ثم", "ان", "لكنه", "لكنها", "انه", "انها", "حيث", "حتي", "الذي", "التي"})
_FEW, _REACH = 3, 25  # tokens from one who was hurt to «ثم توفي»
_STOP, _IN, _FOR, _COMMAS = ".", "في", "ل", ("،", ",")


def otherwise(walk: Walk, last: Harmed, hit: HarmHit, word: HarmWord) -> bool:
    """Whether a word tells of the one harmed last what the word before it did not; it is told so."""
    if not (_another(walk, last, hit) or _died_of_it(walk, last, hit, word)):
        return False
    _turn(walk, hit, word)
    return True


def dies(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«أصيب شاب ليفارق الحياة»: whether «ل» leads what became of the one hurt, or «و» what fire
    came to; it is told so."""
    if shot_dead(walk, hit, word):
        return True
    last = walk.found[-1] if walk.found and hit.clitic == _FOR else None
    if last is None or not _died_of_it(walk, last, hit, word):
        return False
    _turn(walk, hit, word)
    return True


def together(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«قتل تسعة، وسبعة رجال وامرأتان أصيبوا»: a verb behind tells it of the last harmed, with those joined right before
    them back to a comma."""
    found, at = walk.found, len(walk.found) - 1
    while at and _joined(walk, found[at - 1], found[at]):
        at -= 1
    if not found[at].phrase.joined or walk.form(found[at].phrase.first - 1) not in _COMMAS:
        at = len(found) - 1
    for index in range(at, len(found)):
        found[index] = replace(found[index], outcome=word.outcome, harm=(hit.first, hit.last), because=(hit.entry.id,))


def _joined(walk: Walk, before: Harmed, harmed: Harmed) -> bool:
    apart = harmed.phrase.first != before.phrase.last or walk.form(harmed.phrase.first - 1) in _COMMAS
    return harmed.phrase.joined and not apart and harmed.whole is None and before.outcome == harmed.outcome


def _turn(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    harm, because = (hit.first, hit.last), (hit.entry.id,)
    walk.found[-1] = replace(walk.found[-1], outcome=word.outcome, harm=harm, because=because)


def _another(walk: Walk, last: Harmed, hit: Hit) -> bool:
    """«قتل رجل وآخر أصيب», «والثالث في حالة حرجة»: whether a word of harm right behind one more person tells of them
    and not of those that they are joined to."""
    further = last.phrase.sort == "other" and last.phrase.joined and not last.phrase.subset
    near = hit.first - (walk.form(hit.first - 1) == _IN) == last.phrase.last
    return further and near and not hit.clitic and last.outcome not in OBJECT_OUTCOMES and hit.last not in walk.coming


def _died_of_it(walk: Walk, last: Harmed, hit: HarmHit, word: HarmWord) -> bool:
    """«أصيب شاب ثم توفي», «أصيب في رأسه ليفارق الحياة»: whether a verb with nobody behind it tells that the one hurt
    before it died."""
    then = hit.clitic == _FOR or walk.form(hit.first - 1) in _THEN or last.phrase.last == hit.first
    if (
        not then
        or word.voice not in _DYING
        or word.outcome != "killed"
        or last.outcome != "injured"
        or last.phrase.count.low != 1
        or last.phrase.count.high != 1
    ):
        return False
    after = any(p.phrase.first > last.phrase.last and p.phrase.sort in PEOPLE for p in walk.pending[-_FEW:])
    behind = hit.last in walk.coming or walk.form(hit.last - 1).endswith(_PLURAL)
    between = range(last.phrase.last, hit.first)
    return not (after or behind) and len(between) <= _REACH and not any(_ends(walk, t) for t in between)


def _ends(walk: Walk, at: int) -> bool:
    """Whether a full stop stands at a token, and not in brackets («(م.س)»)."""
    return walk.form(at) == _STOP and walk.ground.idle[at + 1] == walk.ground.idle[at]
