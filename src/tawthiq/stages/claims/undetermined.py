"""Whose doers are told to be not known?"""

from tawthiq.language.lists import edges, words
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_FINDING, _WHO, _UNKNOWN = edges("finding_out"), edges("who_did_it"), words("of_unknown_origin")
_REACH, _FOUND, _OF = 12, 5, 3  # tokens to «لم», from it to «تحديد», from that to «الجهة»


def undetermined(scene: Scene) -> bool:
    """«مقتل مئة لم تتمكن من تحديد الجهة المسؤولة عنهم», «برصاص لم يعرف مصدره», «برصاص مجهول المصدر»: whether it is told
    behind a harm, before the next one, that who did it could not be found out."""
    report, end = scene.report, scene.end
    limit = min(report.bounds(scene.casualty.first)[1], end + _REACH)
    others = (c.first for c in in_tokens(report.figures.get(scene.sentence, ()), end, limit)
              if c.harm != scene.casualty.harm)  # fmt: skip
    limit = min(others, default=limit)
    if any(_not_found(report, h.first) for h in report.within(end, limit, "negation")):
        return True
    told = (at for at in range(end, limit - 1) if report.tokens[at].form in _UNKNOWN)
    return any(report.tokens[at + 1].form.removeprefix("ال").startswith(_WHO) for at in told)


def _not_found(report: Report, negation: int) -> bool:
    forms = [t.form for t in report.tokens[negation + 1 : negation + 1 + _FOUND + _OF]]
    at = next((n for n, form in enumerate(forms[:_FOUND]) if form.startswith(_FINDING)), None)
    return at is not None and any(f.removeprefix("ال").startswith(_WHO) for f in forms[at + 1 : at + 1 + _OF])
