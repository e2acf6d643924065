"""Which event words beside a harm did not cause it?

«خلية متهمة بتفجير حافلة», «المسؤول عن إطلاق الصواريخ», «ما أدى إلى احتجاجات»
"""

from collections.abc import Sequence
from typing import cast

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_CULPRIT, _CULPRIT_REACH = {"culprit": None, "looking_back": "responsible"}, 2
_FOLLOWING = frozenset({"protest_repression", "riot", "armed_clash"})
_TO, _RESULT_REACH, _FROM = ("الي", "في"), 4, 4
_OBJECTS = frozenset({"destroyed", "damaged"})
_OF, _MEN = "من", ("منفذ", "المنفذ")


def idle(scene: Scene, found: Sequence[Cause]) -> list[Cause]:
    """The causes of `found` without those that are told of a charge, of a person, or of what the harm led to."""
    report = scene.report
    left = list(found)
    if "accuse" in report.parts:
        left = [c for c in left if c.first < scene.end or not _of_charge(report, c)]
    return [
        c for c in left
        if not (c.first >= scene.end and _of_culprit(report, c))
        and not (c.first >= scene.end and _followed(report, c)) and not _of_doers(scene, c)
    ]  # fmt: skip


def told_of_others(report: Report, cause: Cause) -> bool:
    """Whether an event word anywhere says by its weapon who somebody is, or what a harm before it led to."""
    return (cause.event != "attack" and _of_culprit(report, cause)) or _followed(report, cause)


def _of_charge(report: Report, cause: Cause) -> bool:
    return report.before(cause.first, "accuse", 0) is not None and report.tokens[cause.first].form.startswith("ب")


def _of_culprit(report: Report, cause: Cause) -> bool:
    """«قيادي مسؤول عن إطلاق الصواريخ», «للاشتباه في تخطيطه لشن هجوم»: an attack that says who the harmed are."""
    if _CULPRIT.keys().isdisjoint(report.parts):
        return False
    words = (report.before(cause.first, part, _CULPRIT_REACH) for part in _CULPRIT)
    return any(w is not None and cast(StructureWord, w.entry).value == value
               for w, value in zip(words, _CULPRIT.values(), strict=True))  # fmt: skip


def _followed(report: Report, cause: Cause) -> bool:
    """«قتل أربعة، ما أدى إلى احتجاجات كبرى»: unrest that what was told before it led to."""
    if cause.event not in _FOLLOWING:
        return False
    opens = report.within(cause.first - _FROM - 1, cause.first, "result")
    if not opens or report.tokens[cause.first - 1].form not in _TO:
        return False
    return any(cast(HarmWord, h.entry).part == "carrier" for h in in_tokens(
        report.scan.hits("harm"), opens[-1].last, opens[-1].last + _RESULT_REACH))  # fmt: skip


def _of_doers(scene: Scene, cause: Cause) -> bool:
    """«هدم منزل منفذ الهجوم», «نصفهم من منفذي الهجمات»: an attack that only says who somebody is."""
    report = scene.report
    word = report.tokens[cause.first - 1].form if cause.first else ""
    if not word.startswith(_MEN):
        return False
    part = scene.casualty.part_of is not None and report.tokens[cause.first - 2].form == _OF
    return part or scene.casualty.outcome in _OBJECTS
