"""Nouns that do not agree with those before them: who harmed, and whom («قتل مسلحون تاجرا»)."""

from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.language.scan import GroupHit
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import ARMED, Phrase

_NOMINATIVE, _ACCUSATIVE, _OBLIQUE = ("ون", "ان"), "ا", "ين"
_THEIRS, _MARBUTA = ("ه", "ها", "هم"), "ة"
_NO_FIGHTERS = frozenset({"woman", "child", "man", "elderly", "medic", "journalist"})
_ONE_OF = "number.one_of"
_GROUP, _COUNTED_PLURAL = "number.a_group", 10
_CONSTRUCT = words("kin_of")
SEXES = frozenset({"man", "woman"})


def object_of(layers: Layers, phrase: Phrase, hit: GroupHit) -> bool:
    """«طعن شاب جنديا», «قتل مسلحون امرأة», «قتل الجنود الصحافي», «طعن رجل امرأة»: whether a noun right behind others
    is whom they harmed, since it agrees with them in neither number nor case."""
    word, form = hit.entry, layers.form(hit.first)
    person, one = word.sort == "person", hit.number == "one" and hit.last - hit.first == 1
    accusative = form.endswith(_ACCUSATIVE)
    alone = phrase.count.low == 1 and phrase.sort == "person"
    his = alone and person and (_ONE_OF in phrase.because or not phrase.explicit) and _of_theirs(layers, hit)
    if phrase.explicit and not his:  # «قتل ثلاثة مسلحين حارسا», «قتلت مجموعة من القرويين رجلين»
        several = _GROUP in phrase.because or 3 <= (phrase.count.low or 0) <= _COUNTED_PLURAL
        return person and several and ((one and accusative) or hit.number == "two")
    if his:
        return layers.form(hit.first - 1).removeprefix("و") not in _CONSTRUCT  # «قتل شاب خاله», «قتل رجل ابن عمه»
    if phrase.count.low != 1 and layers.form(phrase.head).endswith(_NOMINATIVE):
        accused = accusative and (one or (person and hit.number == "many"))  # «قتل مسلحون جنودا»
        return (one and person) or accused or (form.endswith(_OBLIQUE) and _behind_deed(layers, phrase))
    if phrase.definite:
        return one and person and phrase.count.vague is not None and hit.definite
    apart = person and word.group in _NO_FIGHTERS and phrase.group in ARMED
    apart = apart or (person and {word.group, phrase.group} == SEXES)
    if phrase.count.low == 1:
        behind = not layers.form(hit.first - 1).endswith(_ACCUSATIVE)
        return (accusative and behind) or apart or (person and form.endswith(_OBLIQUE))
    if phrase.count.vague is None:
        return False
    return (one and (accusative or apart)) or (person and form.endswith(_OBLIQUE) and _behind_deed(layers, phrase))


def _behind_deed(layers: Layers, phrase: Phrase) -> bool:
    """«قتل جنود شابين»: whether a verb stands right before, so that «ين» is no ending of its subject."""
    deed = layers.deeds.get(phrase.first - 1)
    return deed is not None and deed.entry.part == "verb"


def _of_theirs(layers: Layers, hit: Hit) -> bool:
    """«خاله», «ابن عمه»: whether a noun, or the one right behind it, has a pronoun."""
    inner = layers.groups.get(hit.last) if layers.form(hit.last - 1) in _CONSTRUCT else None
    return possessed(layers, hit) or (inner is not None and possessed(layers, inner))


def possessed(layers: Layers, hit: Hit) -> bool:
    """«مسلح زميله»: whether a noun has a pronoun behind it, so that it is no adjective."""
    token = layers.tokens[hit.last - 1]
    return token.form.endswith(_THEIRS) and layers.text[token.end - 1] != _MARBUTA
