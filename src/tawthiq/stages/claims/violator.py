"""Whose violations a report lists, so that what it counts without a doer is laid to that side."""

from collections.abc import Sequence

from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.prominence import lead_of
from tawthiq.stages.claims.relations import NAMELESS
from tawthiq.stages.claims.scene import Report, in_tokens

_REACH, _WHICH = 3, "التي"  # «الانتهاكات التي ارتكبتها الميليشيا»


def violator_of(report: Report, parts: Sequence[Part]) -> Part | None:
    """«التقرير الأسبوعي حول الانتهاكات الإسرائيلية», «ترصد الشبكة انتهاكات الميليشيا»: the one side whose
    deeds title or beginning name as what the report is on."""
    words = report.words("violation")
    if not words:
        return None
    lead = lead_of(report.document)
    named = {p.actor.id: p for p in reversed(parts) if p.sentence in lead and _of_its(report, p)}
    return next(iter(named.values())) if len(named) == 1 and NAMELESS.isdisjoint(named) else None


def _of_its(report: Report, part: Part) -> bool:
    """Whether a mention begins with the word for violations or stands right behind it, also as who committed them."""
    at = part.actor.first
    near = in_tokens(report.words("violation"), max(report.bounds(at)[0], at - _REACH), at + 1)
    return bool(near) and (at <= near[-1].last or report.tokens[near[-1].last].form == _WHICH)
