"""Which assault takes up an attack by other means? «قتل تسعة في غارة على معسكر. وقال سكان إن الهجوم على المعسكر ...»"""

from collections.abc import Sequence

from tawthiq.language.entries import PositionWord
from tawthiq.stages.claims import events
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.scene import Report, in_tokens

_BY_MEANS = events.AIR | events.GROUND | {"bombardment", "bombing", "suicide_bombing"}
_STRUCK, _NAMED = 12, 3  # from an attack to what it struck
_BEFORE = 400  # tokens in which it was told
_THE, _ATTACK = "ال", "هجوم"


def taken_up(report: Report, causes: Sequence[Cause], assault: Cause, told: str) -> str | None:
    """The kind of attack that struck a camp before, and that «الهجوم على المعسكر» takes up: that which is `told`, or
    from the air as it is."""
    named_so = assault.definite and assault.text.removeprefix(_THE).startswith(_ATTACK)
    if assault.event != "ground_attack" or not named_so or told not in _BY_MEANS:
        return None
    named = _position(report, assault.first, assault.last + _NAMED)
    kinds = events.AIR if told in events.AIR else frozenset({told})
    before = [c for c in in_tokens(causes, assault.first - _BEFORE, assault.first) if c.event in kinds] if named else []
    struck = (c for c in reversed(before) if named == _position(report, c.last, min(c.last + _STRUCK, assault.first)))
    return next((c.event for c in struck), None)


def _position(report: Report, first: int, last: int) -> str | None:
    """The first word for a place that is held or lived in: «المخيم» and «مخيما» alike."""
    hits = in_tokens(report.scan.of(PositionWord), first, last)
    return report.tokens[hits[0].first].form.removeprefix("ل").removeprefix(_THE).removesuffix("ا") if hits else None
