"""Whom did the fallen fight? «استشهد خلال تصديه للحوثيين»"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord
from tawthiq.stages.claims.agents import between
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report

_FACING, _CLASH = "event.clash.tasaddi", "armed_clash"
_WHOM = 4  # from «تصديه» to who attacked


def facing(report: Report, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Those whom the fallen faced, each once, where the report tells of no other clash; who faces an attack did not
    kill those with him. `parts` are in order."""
    clashes = [h for h in report.scan.of(EventWord) if h.entry.event == _CLASH]
    if not clashes or any(h.entry.id != _FACING for h in clashes):
        return ()
    named = (p for h in clashes for p in between(parts, h.last, h.last + _WHOM + 1))
    return tuple({p.actor.id: p for p in named}.values())
