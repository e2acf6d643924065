"""Which doers are told of another attack than the one before? «انفجر لغم ثان زرعه مسلحون»"""

from typing import cast

from tawthiq.language.entries import EventWord
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report, in_tokens

_BEFORE, _BEHIND, _ADJECTIVE = 6, 4, 2
_FIGHTING = "armed_clash"
_ANOTHER = frozenset({
    "ثان", "ثاني", "ثانيه", "ثانيا", "ثالث", "ثالثه", "اخر", "اخري", "منفصل", "منفصله", "مماثل", "مماثله",
})  # fmt: skip


def of_another(report: Report, part: Part) -> bool:
    """Whether a doer is told right beside an attack that is called a second, another, a separate one."""
    actor = part.actor
    hits = in_tokens(report.scan.hits("event"), actor.first - _BEFORE, actor.last + _BEHIND)
    named = [h for h in hits if cast(EventWord, h.entry).part not in ("none", "verb") and not h.definite]
    near = min(named, key=lambda h: abs(h.first - actor.first), default=None)
    if near is None or cast(EventWord, near.entry).event == _FIGHTING:
        return False  # «على جبهة قتال أخرى»
    return any(t.form in _ANOTHER for t in report.tokens[near.last : near.last + _ADJECTIVE])
