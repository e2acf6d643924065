"""Whose claims of responsibility are for other attacks, where nobody is said to have claimed this one?"""

from collections.abc import Sequence

from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report

_BEFORE = 5  # from «لم», «دون» to «مسؤوليتها», «تتبن»
_CLAIMS = frozenset({"actors.claims_it", "actors.claims_many"})
_WITHOUT = ("دون", "بدون")


def claimed_elsewhere(report: Report, parts: Sequence[Part]) -> frozenset[int]:
    """The first tokens of those who claim an attack in a report that says of its own that nobody did («دون إعلان أي جهة
    عن مسؤوليتها ... وأعلن التنظيم مسؤوليته عن ذلك الهجوم»): in other sentences than the one that says so."""
    told = [h for h in report.words("responsible") if _by_nobody(report, h)]
    if not told:
        return frozenset()
    of_it = {report.sentence_at(h.first) for h in told}
    return frozenset(p.actor.first for p in parts if p.sentence not in of_it and not _CLAIMS.isdisjoint(p.reasons))


def _by_nobody(report: Report, claim: Hit) -> bool:
    first = max(report.bounds(claim.first)[0], claim.first - _BEFORE)
    without = any(t.form.removeprefix("و") in _WITHOUT for t in report.tokens[first : claim.first])
    return without or bool(report.within(first, claim.first, "negation"))
