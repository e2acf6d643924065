"""Did it happen, as the unit tells it?"""

from tawthiq.stages.statements.signs import Sign
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View, within

_REACH = {"fear": 10, "unconfirmed": 8, "hypothetical": 8, "plan": 3}
_STATUS = {"fear": "feared", "unconfirmed": "unconfirmed", "hypothetical": "hypothetical", "plan": "planned"}


def status(view: View, unit: Unit, sign: Sign) -> tuple[str, tuple[str, ...]]:
    """The status and the data entries that say so."""
    for part in ("negation", "zero"):
        for hit in within(view.shapes[part], max(unit.first, sign.key - 3), sign.key + 1):
            if sign.key in (hit.last, hit.last - 1) and not sign.firm:
                return "denied", (hit.entry.id,)
    for hit in within(view.shapes["fear"], sign.first, sign.last):
        return "feared", (hit.entry.id,)
    if sign.event == "denial":
        return "denied", ()
    if sign.planned or sign.future:
        return "planned", ()
    if sign.act or sign.event == "statement":
        return "asserted", ()
    for part, reach in _REACH.items():
        for hit in within(view.shapes[part], max(unit.first, sign.first - reach), sign.first):
            if hit.last <= sign.first and not view.between(view.commas, hit.last, sign.first):
                return _STATUS[part], (hit.entry.id,)
    return "asserted", ()
