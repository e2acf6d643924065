"""People who were burnt: «إحراق ستة أطفال», «أحرقت الميليشيات ثلاثة شبان حتى الموت»."""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lists import edges, words
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import Walk

BURNING = frozenset({"harm.destroyed.ahraqa", "harm.destroyed.harq"})
_ALIVE = words("burnt_to_death")
_SINGLE = frozenset({"child", "woman", "man"})
_REACH, _THEMSELVES = 5, edges("burnt_besides")
_AND, _THEY, _OBJECT, _THE, _OF = "و", "وا", "ا", "ال", "لل"


def to_death(walk: Walk, word: HarmWord, phrase: Phrase) -> bool:
    """Whether people behind a word of burning were burnt: it says so («أحياء», «حتى الموت»), or they are its object;
    not those who burnt a thing («أحرق ثلاثة شبان إطارات», «إحراق متظاهرين العلم»)."""
    harm = walk.harm
    if harm is None or phrase.sort != "person" or walk.led(phrase) or (phrase.definite and not phrase.explicit):
        return False
    own = word.part == "masdar" or walk.form(harm.last - 1).endswith(_THEY)
    if not own and walk.gap(harm.last, phrase.first) <= 0:
        return False  # «أحرق رجل فتاة»
    behind = [*walk.ground.forms[phrase.last : phrase.last + _REACH], ""]
    if not _ALIVE.isdisjoint(behind):  # not «حرق مستوطنين رضيعا حتى الموت»
        mark = phrase.last + next(n for n, form in enumerate(behind) if form in _ALIVE)
        return walk.coming.isdisjoint(range(phrase.last, mark))
    if harm.clitic.startswith(_AND) and walk.found and walk.found[-1].outcome == "killed":
        return False  # «مقتل رضيع وإحراق ثلاثة من أقاربه»
    counted = phrase.explicit or (phrase.count.vague is None and phrase.group in _SINGLE)
    thing = behind[0].startswith((_THE, _OF, *_THEMSELVES)) or behind[0].endswith(_OBJECT)
    if not counted or thing:
        return False
    if own:
        return phrase.first == harm.last
    return not any(t in walk.ground.joints for t in range(harm.last, phrase.first))
