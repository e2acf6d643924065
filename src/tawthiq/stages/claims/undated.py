"""Which harms does a report date too loosely for any day? «ومنذ أسابيع تشهد المدينة قصفا أودى بحياة العشرات»"""

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_FRAMES, _FRAME_REACH = words("frame"), 14  # tokens from «في إطار» to when what it names began
_AFTER, _RIGHT_BEHIND, _COMMAS = "dates.after", 2, ("،", ",")  # tokens from «بعد أيام» to the harm behind it
_BEHIND = 4  # tokens from a figure to «قبل سنوات»


def undated(scene: Scene) -> bool:
    """Whether what tells when a harm was done names no day («منذ أسابيع», «قبل أشهر», «في السنوات الأخيرة»): before the
    harm in its own clause, within it, or close behind it."""
    report = scene.report
    loose = in_tokens(report.loose, *scene.near)
    return any(_leads(scene, d) or (scene.start <= d.first <= scene.end + _BEHIND and _AFTER not in d.because)
               for d in loose)  # fmt: skip


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
    if _AFTER in date.because:
        return _right_behind(report, date, between[0].first if between else harm, harm)
    apart = report.tokens[harm].form.startswith("و") or report.within(date.last, harm, "clause")
    return not between and not apart


def _right_behind(report: Report, date: Date, first: int, harm: int) -> bool:
    """«بعد أيام من مقتل ستة وإصابة سبعة», «بعد أشهر من تفجير أودى بستة», not «بعد أيام من القصف، قتل ستة»: whether the
    harm at `first`, or an attack that led to it, stands right behind, and no comma before that at `harm`."""
    if any(token.form in _COMMAS for token in report.tokens[date.last : harm]):
        return False
    attacks = in_tokens(report.scan.of(EventWord), date.last, date.last + _RIGHT_BEHIND)
    return first - date.last < _RIGHT_BEHIND or any(not hit.definite for hit in attacks)
