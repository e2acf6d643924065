"""Whose claims of responsibility are for other attacks, where nobody is said to have claimed this one?"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import NAMELESS
from tawthiq.stages.claims.scene import Report, in_tokens

_BEFORE = 5  # from «لم», «دون» to «مسؤوليتها», «تتبن»
_CLAIMS = frozenset({"actors.claims_it", "actors.claims_many"})
_SOME, _THE, _THEIRS = NAMELESS - {"unknown_gunmen"}, "ال", "هم"
_WORDS = frozenset({"actor.rebels", "actor.jihadists"})  # whoever they are taken to be
_WITHOUT = ("دون", "بدون")


def claimed_elsewhere(report: Report, parts: Sequence[Part]) -> frozenset[int]:
    """The first tokens of those who claim an attack in a report that says of its own that nobody did («دون إعلان أي جهة
    عن مسؤوليتها ... وأعلن التنظيم مسؤوليته عن ذلك الهجوم»): in other sentences than the one that says so."""
    told = _unclaimed(report)
    if not told:
        return frozenset()
    of_it = {report.sentence_at(h.first) for h in told}
    return frozenset(p.actor.first for p in parts if p.sentence not in of_it and not _CLAIMS.isdisjoint(p.reasons))


def those_in_general(report: Report, parts: Sequence[Part]) -> frozenset[int]:
    """«لم تعلن أي جهة مسؤوليتها عن التفجير، فيما يكثف المتمردون هجماتهم»: the first tokens of those without a name who
    are told to attack, and not to have done what nobody claimed."""
    some = [p for p in parts if (p.actor.id in _SOME or not _WORDS.isdisjoint(p.actor.because))
            and p.actor.text.startswith(_THE) and _their(report, p)]  # fmt: skip
    return frozenset([p.actor.first for p in some]) if some and _unclaimed(report) else frozenset()


def _their(report: Report, part: Part) -> bool:
    """«المتمردون هجماتهم»."""
    told = in_tokens(report.scan.of(EventWord), part.actor.last, part.actor.last + 1)
    return any(report.tokens[h.last - 1].form.endswith(_THEIRS) for h in told)


def _unclaimed(report: Report) -> list[Hit]:
    """The words on responsibility that nobody took."""
    return [h for h in report.words("responsible") if _by_nobody(report, h)]


def _by_nobody(report: Report, claim: Hit) -> bool:
    first = max(report.bounds(claim.first)[0], claim.first - _BEFORE)
    without = any(t.form.removeprefix("و") in _WITHOUT for t in report.tokens[first : claim.first])
    return without or bool(report.within(first, claim.first, "negation"))
