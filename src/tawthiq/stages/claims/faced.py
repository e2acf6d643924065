"""Whom did the fallen fight, and which attack of the sentence before is meant?"""

from collections.abc import Sequence
from typing import cast

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims.events import akin
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.part import STRONG, Part
from tawthiq.stages.claims.scene import LOOSE, Report, Scene, in_tokens

_FACING, _CLASH = "event.clash.tasaddi", "armed_clash"
_WHOM = 4  # from «تصديه» to who attacked
_NEAR = 16  # from a harm to «هذه الغارات»
_THOSE = frozenset({"هذه", "تلك", "هذا", "ذلك"})
_CLAIMS = "actors.claims_it"
_MADE = frozenset({"actors.with_event", "actors.attacks", "actors.then_attacks", "actors.agent_word"})


def faced(known: Known) -> tuple[Part, ...]:
    """«استشهد خلال تصديه للحوثيين»: those whom the fallen faced, where the report tells of no other clash; who faces an
    attack did not kill those with him."""
    events = known.report.scan.hits("event")
    if not any(h.entry.id == _FACING for h in events):
        return ()
    clashes = [h for h in events if cast(EventWord, h.entry).event == _CLASH]
    if any(h.entry.id != _FACING for h in clashes):
        return ()
    named = (p for h in clashes for p in known.parts if h.last <= p.actor.first <= h.last + _WHOM)
    return tuple({p.actor.id: p for p in named}.values())


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
    near = (p for p in known.parts if before.first <= p.actor.first < before.last)
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
    claims = [p for p in known.parts if p.sentence == at and _CLAIMS in p.reasons]
    return [p for p in claims if _this(report, in_tokens(
        report.scan.hits("event"), p.actor.last, p.actor.last + _WHOM), event)]  # fmt: skip


def _this(report: Report, told: Sequence[Hit], event: str) -> bool:
    """Whether one of the words for attacks is told with «هذا» and can be of an event."""
    those = (h for h in told if h.definite and report.tokens[h.first - 1].form in _THOSE)
    return any(akin(event, cast(EventWord, h.entry).event) for h in those)


def _meant(report: Report, scene: Scene, event: str) -> bool:
    """Whether the attack nearest to a harm is told with «هذه»."""
    low, high = max(scene.start - _NEAR, 0), scene.end + _NEAR
    if _THOSE.isdisjoint([t.form for t in report.tokens[low:high]]):
        return False
    told = [h for h in in_tokens(report.scan.hits("event"), low, high) if cast(EventWord, h.entry).names_attack]
    nearest = min(told, key=lambda h: max(scene.start - h.last, h.first - scene.end), default=None)
    return nearest is not None and _this(report, (nearest,), event)
