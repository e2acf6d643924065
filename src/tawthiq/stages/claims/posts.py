"""Places that a report tells beside a harm, where it was not: where its doers are posted."""

from tawthiq.language.entries import EventWord
from tawthiq.language.lists import words
from tawthiq.model import Place
from tawthiq.stages.claims.scene import Report, in_tokens

_STATIONED, _LEAD, _FORCE = words("stationed"), 3, 8  # tokens of «في بلدة», of «قوات النظام السوري»
_BY, _SHE, _TARGETING = ("قبل", "مصدره", "مصدرها"), "ت", "استهداف"


def of_strikers(report: Report, place: Place) -> bool:
    """Whether those who struck are posted at a place."""
    before = [t.form for t in report.tokens[max(0, place.first - _LEAD) : place.first]]
    if _STATIONED.isdisjoint(before):
        return False
    behind = next(n for n, form in enumerate(reversed(before), 1) if form in _STATIONED)
    return _fired_from(report, place.first - behind)


def _fired_from(report: Report, at: int) -> bool:
    """«قصفت القوات المتمركزة في التل القرية», «بقصف من قبل القوات المتمركزة في التل»: whether those posted
    somewhere are who struck, and not who was struck («استهداف الجنود المتمركزين في التل»)."""
    force = next((a for a in in_tokens(report.document.actors, at - _FORCE, at) if a.last == at), None)
    if force is None or force.first < 1:
        return False
    before = report.tokens[force.first - 1].form
    if before in _BY or before.lstrip("بل").startswith(_TARGETING):
        return before in _BY
    verbs = (h.entry.value for h in report.within(force.first - 1, force.first, "attack"))
    if before.endswith(_SHE) and any(value != "masdar" for value in verbs):
        return True
    named = in_tokens(report.scan.of(EventWord), force.first - 1, force.first)
    return any(h.entry.names_attack for h in named)
