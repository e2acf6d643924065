"""Whose ordnance went off long after it fell? «انفجار صاروخ إسرائيلي قديم», «صاروخ إسرائيلي لم ينفجر»"""

from tawthiq.language.entries import EventWord
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report, in_tokens

_EXPLODES = frozenset({"explosion", "landmine"})
_FIRED = frozenset({"missile", "shelling", "bombardment", "grenade", "airstrike", *_EXPLODES})
_OWNED = "actors.with_event"
_UNEXPLODED = (("لم", "ينفجر"), ("لم", "تنفجر"), ("غير", "منفجر"), ("غير", "منفجره"))
_OLD = ("قديم", "قديمه")


def left_behind(report: Report, event: str, part: Part) -> bool:
    """Whether a blast was of a shell or missile that is called a side's own, and told to be old, unexploded or what
    itself blew up."""
    if event not in _EXPLODES or part.event not in _FIRED or _OWNED not in part.reasons:
        return False
    at, tokens = part.actor.last, report.tokens
    behind = tuple([t.form for t in tokens[at : at + 2]])
    if behind in _UNEXPLODED or (behind and behind[0] in _OLD):
        return True
    blasts = in_tokens(report.scan.of(EventWord), part.actor.first - 2, part.actor.first)
    ends = (part.actor.first, part.actor.first - 1)  # «انفجار قذيفة حوثية», «انفجار مقذوف حوثي»
    return any(h.entry.event == "explosion" and h.last in ends for h in blasts)
