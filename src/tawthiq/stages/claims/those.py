"""Who made the attack that «هذه الغارات» means, or the next sentence's «هذا الهجوم»?"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord
from tawthiq.language.lists import words
from tawthiq.language.scan import EventHit
from tawthiq.stages.claims.agents import between
from tawthiq.stages.claims.events import akin
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.part import STRONG, Part
from tawthiq.stages.claims.scene import LOOSE, Report, Scene, in_tokens

_CLASH, _WHICH = "armed_clash", 4  # from who owns up to «هذا الهجوم»
_NEAR = 16  # from a harm to «هذه الغارات»
_THOSE = words("this")
_CLAIMS = "actors.claims_it"
_MADE = frozenset({"actors.with_event", "actors.attacks", "actors.then_attacks", "actors.agent_word"})


def of_those(known: Known, scene: Scene, event: str) -> Sequence[Part]:
    """«ينفذ الطيران غارات. وقتل خمسة في هذه الغارات»: who made the attack of the sentence before that is meant."""
    report = known.report
    if event == _CLASH:
        return ()
    if scene.sentence == 0 or not _meant(report, scene, event):
        return _owned_up(known, scene, event)
    before = report.document.sentences[scene.sentence - 1]
    if before.part in ("aside", "title"):
        return ()
    near = between(known.parts, before.first, before.last)
    return [p for p in near if p.score >= STRONG and _MADE.intersection(p.reasons) and akin(event, p.event)]


def _owned_up(known: Known, scene: Scene, event: str) -> Sequence[Part]:
    """«قتل 21 في تفجير. وتبنت الحركة هذا الهجوم»: who owns up in the next sentence to the attack just told."""
    report, at = known.report, scene.sentence + 1
    sentences = report.document.sentences
    if at >= len(sentences) or scene.casualty.outcome in LOOSE:
        return ()
    behind = sentences[at]
    if _THOSE.isdisjoint([t.form for t in report.tokens[behind.first : behind.last]]):
        return ()
    claims = [p for p in between(known.parts, behind.first, behind.last) if _CLAIMS in p.reasons]
    return [p for p in claims if _this(report, in_tokens(
        report.scan.of(EventWord), p.actor.last, p.actor.last + _WHICH), event)]  # fmt: skip


def _this(report: Report, told: Sequence[EventHit], event: str) -> bool:
    """Whether one of the words for attacks is told with «هذا» and can be of an event."""
    those = (h for h in told if h.definite and report.tokens[h.first - 1].form in _THOSE)
    return any(akin(event, h.entry.event) for h in those)


def _meant(report: Report, scene: Scene, event: str) -> bool:
    """Whether the attack nearest to a harm is told with «هذه»."""
    low, high = max(scene.start - _NEAR, 0), scene.end + _NEAR
    if _THOSE.isdisjoint([t.form for t in report.tokens[low:high]]):
        return False
    told = [h for h in in_tokens(report.scan.of(EventWord), low, high) if h.entry.names_attack]
    nearest = min(told, key=lambda h: max(scene.start - h.last, h.first - scene.end), default=None)
    return nearest is not None and _this(report, (nearest,), event)
