"""Whose doers are told to be not known?"""

from tawthiq.language.lists import words
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

PART = "unfound"
_COULD_NOT = words("could_not")
_REACH, _NEGATED, _BEFORE = 14, "negated", 5  # tokens to «تحديد مصدره», from «لم» to it


def undetermined(scene: Scene) -> bool:
    """«مقتل مئة لم تتمكن من تحديد الجهة المسؤولة عنهم», «برصاص لم يعرف مصدره», «برصاص مجهول المصدر»: whether it is told
    behind a harm, before the next one, that who did it could not be found out."""
    report, end = scene.report, scene.end
    limit = min(report.bounds(scene.casualty.first)[1], end + _REACH)
    others = (c.first for c in in_tokens(report.figures.get(scene.sentence, ()), end, limit)
              if c.harm != scene.casualty.harm)  # fmt: skip
    told = report.within(end, min(others, default=limit), PART)
    return any(h.entry.value != _NEGATED or _negated(report, max(end, h.first - _BEFORE), h.first) for h in told)


def _negated(report: Report, first: int, last: int) -> bool:
    """«لم يتمكن من تحديد», «تعذر تحديد»: whether what stands before says that it was not found out."""
    return bool(report.within(first, last, "negation")) or not _COULD_NOT.isdisjoint(
        [t.form for t in report.tokens[first:last]]
    )
