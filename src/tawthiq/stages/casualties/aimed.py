"""Where a name can begin of whom an attack met: «استهدف مسلحون أحمد الحسين ما أدى إلى مقتله», «النار على أحمد»."""

from collections.abc import Iterator

from tawthiq.language.lexicon import Hit
from tawthiq.language.tokens import QUOTES
from tawthiq.stages.casualties.layers import Layers

_REACH, _DOERS = 30, 3  # tokens from a name to «مقتله», from «استهدف» over its subject to the name
_ENDS = frozenset({".", "\n"})
_ON, _LEADS = "علي", frozenset({"الي", "عن", "في"})
_CALLED = frozenset({"المدعو", "المدعوه"})
_GLUED, _MANY = ("ب", "ل"), ("ون", "ين")


def names(layers: Layers, hit: Hit) -> Iterator[int]:
    """The first tokens of full names before a word like «مقتله» that tells what something came to."""
    led = layers.form(hit.first - 1) in _LEADS or layers.form(hit.first).startswith(_GLUED)
    if not led and hit.last - hit.first == 1:
        return
    for at in range(hit.first - 2, max(0, hit.first - _REACH), -1):
        if layers.form(at) in _ENDS:
            return
        if at in layers.names and at not in layers.speaking and layers.nameable(at + 1) and _met(layers, at):
            yield at


def _met(layers: Layers, at: int) -> bool:
    """Whether what stands right before a name makes it whom an attack met, or whose car or home it struck."""
    quoted = layers.form(at - 1) in QUOTES
    before = at - 1 - quoted
    if layers.form(before) in _CALLED:
        before -= 1
    if layers.form(before) == _ON or before in layers.struck:
        return True
    thing = layers.groups.get(before)
    if thing is not None and thing.entry.sort == "object" and not thing.definite:
        return True
    between = range(before - _DOERS + 1, before)  # «استهدف مسلحون فلانا», «استهدفوا بالرصاص "فلانا"»
    return (quoted or layers.form(before).endswith(_MANY)) and any(t in layers.struck for t in between)
