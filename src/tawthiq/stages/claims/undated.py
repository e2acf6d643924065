"""Which harms does a report date too loosely for any day? «ومنذ أسابيع تشهد المدينة قصفا أودى بحياة العشرات»"""

from tawthiq.language.entries import HarmWord
from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Scene, in_tokens

_FRAMES, _FRAME_REACH = words("frame"), 14  # tokens from «في إطار» to when what it names began
_BEHIND = 4  # tokens from a figure to «قبل سنوات»


def undated(scene: Scene) -> bool:
    """Whether what tells when a harm was done names no day («منذ أسابيع», «قبل أشهر», «في السنوات الأخيرة»): before the
    harm in its own clause, within it, or close behind it."""
    report = scene.report
    loose = in_tokens(report.loose, *scene.near)
    return any(_leads(scene, d) or scene.start <= d.first <= scene.end + _BEHIND for d in loose)


def framed(scene: Scene, date: Date) -> bool:
    """«قتل عشرة برصاص الجيش، في إطار مظاهرات بدأت في مارس», but not «ارتفع العدد إلى 45، ضمن»: whether a date behind
    a harm, where no toll rose, is only of what it was a part of."""
    told = in_tokens(scene.report.scan.of(HarmWord), scene.near[0], date.first)
    if any(h.entry.part == "reach" for h in told):
        return False
    first = max(scene.end, date.first - _FRAME_REACH)
    return any(token.form in _FRAMES for token in scene.report.tokens[first : date.first])


def _leads(scene: Scene, date: Date) -> bool:
    """«وتشهد المدينة منذ أسابيع قصفا أودى بحياة»: whether no other harm and no clause that «و» opens stands between."""
    if date.last > scene.start:
        return False
    report, (harm, _) = scene.report, scene.casualty.harm
    between = in_tokens(report.scan.of(HarmWord), date.last, harm)
    apart = report.tokens[harm].form.startswith("و") or report.within(date.last, harm, "clause")
    return not between and not apart
