"""Numbers that count no people: «في أربع محافظات», «عدة جرائم», «12 تهمة قتل», «إحدى المعارك»."""

from tawthiq.model import Number
from tawthiq.stages.casualties.layers import Layers

_SEVERAL = frozenset({"number.several", "number.a_few"})
_SOME = _SEVERAL | {"number.some"}
_ONE_OF = "number.one_of"
_IN, _OF, _THE, _THEIRS = "في", "من", "ال", ("ها", "هم", "ه")
_WITH = "ب"
_SOURCES, _NOUN = "مصادر", 3  # letters of the shortest noun


def counted(layers: Layers, number: Number) -> bool:
    """Whether a number with no known noun stands behind «في» or counts acts, attacks, charges or those who speak, or a
    word that counts no person stands behind one for several."""
    at = number.last
    if at in layers.acts or at in layers.things or layers.form(number.first - 1) == _IN:
        return True
    if at in layers.events and _by(layers, number):
        return True
    if layers.form(at) == _SOURCES or at in layers.blasts or (number.count.vague and _attacks(layers, at)):
        return True
    noun = at < layers.end and layers.tokens[at].is_word and at not in layers.small
    form = layers.form(at) if noun else ""
    if len(form) < _NOUN:
        return not _SEVERAL.isdisjoint(number.because)  # «في مناسبات عدة», «حوادث عدة قتل فيها»
    if not _SOME.isdisjoint(number.because):
        return not form.endswith(("ون", "ين"))
    return _ONE_OF in number.because and layers.unknown(at) and form.endswith("ات")


def _by(layers: Layers, number: Number) -> bool:
    """«أصيب بثلاث طلقات نارية»: whether «ب» is glued to a number, so that it tells by what somebody was hurt."""
    return layers.tokens[number.first].start < number.span.start and layers.form(number.first).startswith(_WITH)


def _attacks(layers: Layers, at: int) -> bool:
    """«سلسلة من التفجيرات», «سلسلة من هجماتها»: whether attacks are what there are several of."""
    known = layers.form(at).startswith(_THE) or layers.form(at).endswith(_THEIRS)
    return layers.form(at - 1) == _OF and known and at in layers.events
