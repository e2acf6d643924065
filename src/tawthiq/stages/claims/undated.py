"""Which harms does a report date too loosely for any day? «ومنذ أسابيع تشهد المدينة قصفا أودى بحياة العشرات»"""

from tawthiq.model import Date
from tawthiq.stages.claims.scene import Scene, in_tokens

_RANK = "dates.rank"  # «الأكثر دموية منذ سنوات» dates nothing
_BEHIND = 4  # tokens from a figure to «قبل سنوات»


def undated(scene: Scene) -> bool:
    """Whether what tells when a harm was done names no day («منذ أسابيع», «قبل أشهر», «في السنوات الأخيرة»): before the
    harm in its own clause, within it, or close behind it."""
    report = scene.report
    loose = [d for d in in_tokens(report.document.dates, *scene.near) if _loose(d)]
    return any(_leads(scene, d) or scene.start <= d.first <= scene.end + _BEHIND for d in loose)


def _loose(date: Date) -> bool:
    unknown = date.start is None and date.end is None and date.precision == "period"
    return unknown and _RANK not in date.because


def _leads(scene: Scene, date: Date) -> bool:
    """«وتشهد المدينة منذ أسابيع قصفا أودى بحياة»: whether no other harm and no clause that «و» opens stands between."""
    if date.last > scene.start:
        return False
    report, (harm, _) = scene.report, scene.casualty.harm
    between = in_tokens(report.scan.hits("harm"), date.last, harm)
    apart = report.tokens[harm].form.startswith("و") or report.within(date.last, harm, "clause")
    return not between and not apart
