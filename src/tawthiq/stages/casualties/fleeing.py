"""People who leave their homes: «غادر ستة آلاف شخص البلدة», «اضطر السكان للهرب», «بدأت عائلات الفرار»."""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties.phrase import ARMED, Phrase
from tawthiq.stages.casualties.walk import OF_PERSONS, Walk

LEAVING = frozenset({"leaving", "leaving_home"})
VOICES = LEAVING | {"forced", "forced_to"}
_HOMES = words("their_homes")
_FORCING = edges("driving_out")
_BACK, _BACK_REACH = edges("going_back"), 10
_MANY, _CROWDS = 1000, frozenset({"thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
_SETTLED = frozenset({"civilian", "family"})
_REACH, _AND = 6, "و"
GONE, _WENT_OUT, _MARCHES = "harm.displaced.nazaha_yanzahu", "خرجوا", words("march")


def told(walk: Walk, phrase: Phrase, hit: HarmHit, word: HarmWord) -> bool:
    """Whether a word of leaving tells that those counted before it fled."""
    if word.voice in LEAVING:
        return hit.first - phrase.last <= 1 and _leave(walk, phrase, hit.last, word)
    forced = _any(walk, phrase.first - _REACH, hit.first, _FORCING)
    return forced and (word.voice == "forced" or _somewhere(walk, hit.last))


def marches(walk: Walk, hit: Hit) -> bool:
    """«السكان خرجوا ظهر الجمعة بمظاهرة»: whether people took to the street and did not flee; «نزحوا» never does."""
    if not walk.form(hit.last - 1).endswith(_WENT_OUT):
        return False
    return any(walk.form(t).removeprefix("ب") in _MARCHES for t in range(hit.last, hit.last + _REACH))


def begins(walk: Walk, hit: HarmHit, word: HarmWord) -> bool:
    """«غادر ستة آلاف شخص البلدة», «ستة آلاف شخص غادروا»: whether those who leave stand beside the word."""
    ahead = walk.phrase_at(hit.last)
    before = [p.phrase for p in walk.pending[-1:] if hit.first - p.phrase.last <= 1]
    beside = before if ahead is None else [ahead, *before]
    return any(_leave(walk, p, max(p.last, hit.last), word) for p in beside)


def _leave(walk: Walk, phrase: Phrase, end: int, word: HarmWord) -> bool:
    """Whether those counted leave what is called their home, or are a thousand and more, who do not go back («غادر ألفا
    شخص المخيم عائدين»)."""
    if phrase.explicit and phrase.group not in ARMED and walk.form(end) in _HOMES:
        return True
    if word.voice == "leaving_home":
        return False
    crowd = phrase.count.vague in _CROWDS or (phrase.count.low or 0) >= _MANY
    settled = phrase.group in _SETTLED or OF_PERSONS in phrase.because
    return phrase.explicit and crowd and settled and not _any(walk, end, end + _BACK_REACH, _BACK)


def _any(walk: Walk, first: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether a form that begins like one of some words stands between two tokens, «و» before it or not."""
    forms = (walk.form(t) for t in range(max(0, first), last))
    return any(f.startswith(words) or f.removeprefix(_AND).startswith(words) for f in forms)


def _somewhere(walk: Walk, at: int) -> bool:
    """«للجوء إلى مخيمات», not «للجوء إلى القضاء»: whether a place or a shelter stands at a token."""
    there = walk.phrase_at(at)
    return at in walk.ground.places or (there is not None and there.sort == "object")
