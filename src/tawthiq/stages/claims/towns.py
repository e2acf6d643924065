"""Is a figure of raids over several towns?"""

from tawthiq.language.lists import words
from tawthiq.stages.claims.events import AIR, GROUND, Cause
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import Marked, Report, in_tokens

_ON = words("struck_upon")
_BRACKETS = frozenset({"(", ")"})  # «غارات (اليوم) على بلدات»
_PLURAL, _TWO = "ات", frozenset(f"places.kind.{kind}.two" for kind in ("balda", "qarya", "madina"))
_MINES = "لغام"
_REACH, _MOST, _ASIDE = 14, 2, 2  # «غارات، أمس الأحد، على قرى»
FIRE = AIR | GROUND | {"bombardment"}
_ATTACKS = frozenset({"attack", "ground_attack"})
_TOWN = FINENESS["town"]


def over_towns(own: Own) -> bool:
    """«قتل خمسة بغارات على قرى في الريف», «غارات على قرى الريف أسفرت عن مقتل خمسة»: whether the fire, or the attacks,
    that a figure is told of fell on several towns («في هجمات على ثلاث قرى»)."""
    scene = own.scene
    report, cause = scene.report, own.cause.candidate.value if own.cause is not None else None
    if cause is None or not (cause.event in FIRE or (cause.part == "series" and cause.event in _ATTACKS)):
        return False
    if scene.casualty.count.low == 1 or scene.casualty.outcome == "besieged":
        return False
    if scene.casualty.part_of is not None and _placed_apart(own):
        return False
    towns: list[Marked] = list(in_tokens(report.towns, cause.last, cause.last + _REACH))
    if cause.text.endswith(_PLURAL):  # «غارات على بلدتي كذا وكذا»
        near = in_tokens(report.document.places, cause.last, cause.last + _REACH)
        towns += [p for p in near if not _TWO.isdisjoint(p.because)]
    return any(h.first > scene.end or _led_to(own, h.last) for h in towns if _struck(own, cause, h.first))


def over_mines(own: Own) -> bool:
    """«قتل أربعة بانفجار ألغام في محافظة كذا»: whether a figure is told of mines in the plural, and of no one town."""
    cause = own.cause.candidate.value if own.cause is not None else None
    if cause is None or cause.event != "landmine" or _MINES not in cause.text:
        return False
    if own.scene.casualty.count.low == 1 or own.scene.casualty.part_of is not None:
        return False
    return own.where is None or FINENESS[own.where.level] < _TOWN


def _placed_apart(own: Own) -> bool:
    """Whether another sentence tells a part of one town."""
    place = own.place.candidate if own.place is not None else None
    return place is not None and place.sentence != own.scene.sentence and FINENESS[place.value.level] >= _TOWN


def _struck(own: Own, cause: Cause, at: int) -> bool:
    report = own.scene.report
    if report.tokens[at - 1].form not in _ON and not _counted(report, at):
        return False
    brackets = sum([t.form in _BRACKETS for t in report.tokens[cause.last : at]])
    return report.clauses_between(cause.last, at) - brackets <= _ASIDE


def _counted(report: Report, at: int) -> bool:
    """«على ثلاث قرى»."""
    return any(n.last == at and report.tokens[n.first - 1].form in _ON
               for n in in_tokens(report.document.numbers, at - 1, at))  # fmt: skip


def _led_to(own: Own, last: int) -> bool:
    """Whether no other figure stands between the towns and what it led to, and that in none of them («غارات على قرى
    الريف أسفرت عن مقتل خمسة في قرية كذا»)."""
    scene, place = own.scene, own.place.candidate if own.place is not None else None
    if place is not None and place.first >= scene.end and FINENESS[place.value.level] >= _TOWN:
        return False
    figures = in_tokens(scene.report.figures.get(scene.sentence, ()), last, scene.start)
    return scene.report.clauses_between(last, scene.start) <= _MOST and not figures
