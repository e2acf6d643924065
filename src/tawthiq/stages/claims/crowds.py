"""Who is hurt by what only is to disperse crowds? «أصيب عشرة بالرصاص المطاطي», «بالاختناق بالغاز المسيل للدموع»"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import ARMED, BODILY, FORCES, Report, Scene, in_tokens

ARMS = "crowd_weapon"
_HURT = frozenset({"killed", "injured", "casualties"})
_REACH = 10  # from those who are hurt over «بحالات اختناق جراء استنشاق»
_GAS = "الغاز"
_CONFRONTED, _REPRESSION, _OF_PROTESTERS = "مواجهات", "protest_repression", "event.of_protesters"
_AT_PROTESTS = frozenset({"shooting", "armed_clash", "unspecified", "attack", "execution", "arrest"})
_BY_SHOTS = frozenset({"shooting", "sniper"})


def of_crowd(known: Known, own: Own, event: str, text: str | None) -> tuple[str, str] | None:
    """The event, and why, of those hurt where a crowd is: protesters, who storms a place, and «عدد قتلى مواجهات
    الاثنين» in a report of a protest that was put down; None for others."""
    group = own.scene.casualty.group
    if group == "protester" and event in _AT_PROTESTS:
        return _REPRESSION, _OF_PROTESTERS
    if event == "ground_attack" and own.cause is not None and _stormed(known.causes, own.cause.candidate.first):
        hurt = own.scene.casualty.outcome in BODILY and group not in FORCES
        return (_REPRESSION if hurt else "riot"), _OF_PROTESTERS
    main = known.story.main.event
    if event == "armed_clash" and text == _CONFRONTED and group not in ARMED and main and main.event == _REPRESSION:
        return _REPRESSION, "event.refined_by_episode"
    return None


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


def _stormed(causes: Sequence[Cause], at: int) -> bool:
    """«حاول متظاهرون اقتحام المبنى»: whether those who storm it, told right before, are a crowd."""
    return any(c.event == "protest_repression" for c in in_tokens(causes, at - 1, at))


def _shot(report: Report, first: int, last: int) -> bool:
    return any(h.entry.event in _BY_SHOTS for h in in_tokens(report.scan.of(EventWord), first, last))
