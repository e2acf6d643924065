"""Did it happen, as the unit tells it?"""

from tawthiq.stages.statements.signs import Sign
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View, within

_REACH = {"fear": 10, "unconfirmed": 8, "hypothetical": 8, "plan": 3}
_STATUS = {"fear": "feared", "unconfirmed": "unconfirmed", "hypothetical": "hypothetical", "plan": "planned"}


_UNDONE = frozenset({"reject", "block"})
_UNMADE = frozenset({"denial", "aid_denial"})


def status(view: View, unit: Unit, sign: Sign) -> tuple[str, tuple[str, ...]]:
    """The status and the data entries that say so."""
    denied = _denied(view, unit, sign)
    if denied is not None:
        return "denied", denied
    for hit in within(view.shapes["fear"], sign.first, sign.last):
        return "feared", (hit.entry.id,)
    if sign.event in _UNMADE or sign.phase in _UNDONE:
        return ("denied" if sign.event == "denial" or sign.event not in _UNMADE else "asserted"), ()
    if sign.phase == "plan" or sign.future:
        return "planned", ()
    if sign.act or sign.event == "statement":
        return "asserted", ()
    for word in view.words_in(max(unit.first, sign.first - _REACH["plan"]), sign.first):
        if word.entry.phase == "plan":
            return "planned", (word.entry.id,)
    for part, reach in _REACH.items():
        last = sign.last if part == "unconfirmed" else sign.first
        for hit in within(view.shapes[part], max(unit.first, sign.first - reach), last):
            if hit.last <= last and not view.between(view.commas, hit.last, sign.first):
                return _STATUS[part], (hit.entry.id,)
    return "asserted", ()


def _denied(view: View, unit: Unit, sign: Sign) -> tuple[str, ...] | None:
    """The words that deny the sign's verb or noun («لم تبدأ», «دون التوصل إلى»), None where it stands."""
    if sign.firm or sign.event == "statement":
        return None
    floor = max(unit.first, sign.key - 3)
    for hit in within(view.shapes["negation"], floor, sign.key + 1):
        if hit.last in (sign.key, sign.key + 1):
            return (hit.entry.id,)
    for hit in within(view.shapes["zero"], floor, sign.key):
        if hit.last > sign.key:
            return (hit.entry.id,)
    for word in view.words_in(floor, sign.key):
        if word.entry.part == "negation" and word.last == sign.key:
            return (word.entry.id,)
    return None
