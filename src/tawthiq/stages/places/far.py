"""A village of no list whose words say how far from a known place it lies: «في كولوندي على بعد 30 كيلومترا من كذا»."""

from tawthiq.stages.places.mention import Mention, View
from tawthiq.stages.places.unknown import foreign

_ON, _FAR, _IN = "علي", frozenset({"بعد", "مسافه"}), "في"
_LYING = frozenset({"الواقعه", "تقع"})
_WHICH = frozenset({"التي", "،", ","})
_REACH, _LONGEST = 14, 2


def told_far(view: View, known: Mention, low: int) -> list[Mention]:
    """The name behind «في» and before «على بعد», where nothing knows its words; `known` is what it is far from, and
    `low` where the mention before ends."""
    low = max(low, known.first - _REACH)
    end = next((t for t in range(known.first - 1, low, -1) if view.form(t) == _ON and view.form(t + 1) in _FAR), 0)
    if end and view.form(end - 1) in _LYING:
        end -= 1
    while end and view.form(end - 1) in _WHICH:
        end -= 1
    for first in range(end - 1, max(low - 1, end - 1 - _LONGEST), -1):
        if not foreign(view, first):
            return []
        if view.form(first - 1) == _IN:
            start, stop = view.tokens[first].start, view.tokens[end - 1].end
            form = " ".join([view.form(t) for t in range(first, end)])
            flags = ("places.unknown_name",)
            return [Mention(first, end, start, stop, form, (), "town", None, prep=True, flags=flags)]
    return []
