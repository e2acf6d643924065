"""Who is hurt by what only is to disperse crowds? «أصيب عشرة بالرصاص المطاطي», «بالاختناق بالغاز المسيل للدموع»"""

from typing import cast

from tawthiq.language.entries import EventWord
from tawthiq.stages.claims.scene import FORCES, Report, Scene, in_tokens

ARMS = "crowd_weapon"
_HURT = frozenset({"killed", "injured", "casualties"})
_REACH = 10  # from those who are hurt over «بحالات اختناق جراء استنشاق»
_GAS = "الغاز"
_BY_SHOTS = frozenset({"shooting", "sniper"})


def by_crowd_arms(scene: Scene) -> bool:
    """Whether rubber bullets or tear gas are told right behind those whom they hurt, before any other shots and figure
    («عشرة بالرصاص الحي والعشرات بالغاز المسيل» tells it of the second)."""
    report, casualty = scene.report, scene.casualty
    if casualty.outcome not in _HURT or casualty.group in FORCES:
        return False
    end = scene.end + _REACH
    others = (f.first for f in in_tokens(report.figures.get(scene.sentence, ()), scene.end, end) if f.part_of is None)
    arms = report.within(scene.end, min(next(others, end), report.bounds(scene.start)[1]), ARMS)
    if not arms or (casualty.outcome == "killed" and report.tokens[arms[0].last - 1].form == _GAS):
        return False  # «قتلوا بقنابل الغاز» may be poison
    return not _shot(report, scene.end, arms[0].first)


def _shot(report: Report, first: int, last: int) -> bool:
    return any(cast(EventWord, h.entry).event in _BY_SHOTS for h in in_tokens(report.scan.hits("event"), first, last))
