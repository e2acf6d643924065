"""Which fighting is told only to say what a place is like? «في مدينة تعز، حيث تدور معارك بين الجيش والحوثيين»"""

from collections.abc import Sequence

from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report

_GOING_ON = "going_on"
_CLASH = ("actors.clash",)
_FROM = 16  # from «حيث تدور» over the clash to its sides
_FIGHTS = frozenset({"armed_clash", "war", "shelling", "bombardment", "shooting", "ground_attack", "missile"})


def without_others(report: Report, event: str, found: Sequence[Part]) -> list[Part]:
    """Those of `found` without the sides of a clash that goes on where the harm was, unless it may have come of it."""
    if _GOING_ON not in report.parts or event in _FIGHTS:
        return list(found)
    return [p for p in found if p.reasons != _CLASH or not _goes_on(report, p)]


def _goes_on(report: Report, part: Part) -> bool:
    first, _ = report.bounds(part.actor.first)
    return bool(report.within(max(first, part.actor.first - _FROM), part.actor.first, _GOING_ON))
