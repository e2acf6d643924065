"""Is a figure of raids over several towns?"""

from tawthiq.stages.claims.events import AIR, GROUND, Cause
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import TOWNS, in_tokens

_ON = frozenset({"علي", "عده", "استهدفت", "استهدف", "طالت", "طال", "شملت", "ضربت"})
_REACH, _MOST, _ASIDE = 14, 2, 2  # «غارات، أمس الأحد، على قرى»
FIRE = AIR | GROUND | {"bombardment"}
_TOWN = FINENESS["town"]


def over_towns(own: Own) -> bool:
    """«قتل خمسة بغارات على قرى في الريف», «غارات على قرى الريف أسفرت عن مقتل خمسة»: whether the fire that a figure is
    told of fell on several towns."""
    scene = own.scene
    report, cause = scene.report, own.cause.candidate.value if own.cause is not None else None
    if TOWNS not in report.parts or cause is None or cause.event not in FIRE:
        return False
    if scene.casualty.count.low == 1 or scene.casualty.outcome == "besieged":
        return False
    towns = report.within(cause.last, cause.last + _REACH, TOWNS)
    return any(h.first > scene.end or _led_to(own, h.last) for h in towns if _struck(own, cause, h.first))


def _struck(own: Own, cause: Cause, at: int) -> bool:
    report = own.scene.report
    return report.tokens[at - 1].form in _ON and report.clauses_between(cause.last, at) <= _ASIDE


def _led_to(own: Own, last: int) -> bool:
    """Whether no other figure stands between the towns and what it led to, and that in none of them («غارات على قرى
    الريف أسفرت عن مقتل خمسة في قرية كذا»)."""
    scene, place = own.scene, own.place.candidate if own.place is not None else None
    if place is not None and place.first >= scene.end and FINENESS[place.value.level] >= _TOWN:
        return False
    figures = in_tokens(scene.report.figures.get(scene.sentence, ()), last, scene.start)
    return scene.report.clauses_between(last, scene.start) <= _MOST and not figures
