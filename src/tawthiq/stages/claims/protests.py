"""Which protests are told of with no harm done at them, and which drones are marches? «البصرة التي شهدت احتجاجات»,
«احتجاجات بعد وفاة عامل», «نظموا مسيرة»"""

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.model import Casualty
from tawthiq.stages.claims.scene import Report, in_tokens

_FLYING, _KILLS, _DRONES_DO, _BARE = 5, 2, edges("drones_do"), ("", "و", "ال", "وال")
_AT_MARCHES = frozenset({"protest_repression", "shooting", "riot", "unspecified", "war"})
_SEEN_REACH, _TOWN_REACH = 4, 5
_ABOUT_REACH = 14  # from protests to the death that they are about
_MARCHES, _MARCHING, _SEEN = frozenset({"مسيره", "مسيرات", "مسيرتين", "مسيرته", "مسيراته"}), 4, ("شهد", "شهدت")
_EVE, _PLANNED_REACH = ("قبيل", "عشيه"), 4
_PLANNED, _PLANS = frozenset({"مرتقبه", "مقرره", "مزمعه"}), words("planned")
_KNOWN_FOR = words("known_for")
_AFTER = ("بعد", "عقب", "اثر", "بسبب", "اعقاب")


def harms_nobody(report: Report, hit: Hit) -> bool:
    """Whether a word for protests names no cause: a town is only said to have seen them, or a death told behind them
    came first, they are still to come, or what somebody is known for («من مؤيدي المظاهرات»)."""
    if hit.first and report.tokens[hit.first - 1].form in _KNOWN_FOR:
        return True
    return _to_come(report, hit) or _seen_by_town(report, hit) or _about_death(report, hit)


def _to_come(report: Report, hit: Hit) -> bool:
    """«قبيل احتجاجات مرتقبة», «من المقرر أن تنظم مظاهرات», «عدم المشاركة في المسيرة»"""
    if report.tokens[hit.first - 1].form in _EVE and hit.first:
        return True
    behind = report.tokens[hit.last].form if hit.last < len(report.tokens) else ""
    ahead = (t.form for t in report.tokens[max(0, hit.first - _PLANNED_REACH) : hit.first])
    return behind.removeprefix("ال") in _PLANNED or any(form in _PLANS for form in ahead)


def _seen_by_town(report: Report, hit: Hit) -> bool:
    """«قتل ناشط في البصرة التي شهدت احتجاجات»: protests that a relative clause tells of a town are no one's harm."""
    opens = [w for w in report.within(hit.first - _SEEN_REACH, hit.first, "clause")
             if w.entry.value == "relative"]  # fmt: skip
    return bool(opens) and any(p.last == opens[-1].first for p in in_tokens(
        report.document.places, opens[-1].first - _TOWN_REACH, opens[-1].first))  # fmt: skip


def _about_death(report: Report, hit: Hit) -> bool:
    """«خرجت احتجاجات بعد وفاة عامل», «مظاهرات احتجاجا على مقتل شاب»: whether what is told first behind them is a death
    that they followed, and no protester's."""
    behind = in_tokens(report.document.casualties, hit.last, hit.last + _ABOUT_REACH)
    death = behind[0] if behind else None
    if death is None or death.outcome != "killed" or death.group == "protester" or death.harm[0] < hit.last:
        return False
    if hit.definite and death.count.low != 1:
        return False  # «فرقت الشرطة المظاهرات بعد مقتل شخصين»
    return _came_first(report, death)


def _came_first(report: Report, death: Casualty) -> bool:
    word = report.harms.get(death.harm[0])
    if word is None or word.entry.part != "masdar":
        return False
    led = report.tokens[death.harm[0] - 1].form in _AFTER
    return led or report.before(death.harm[0], "looking_back", 0) is not None


def marches(report: Report, hit: Hit) -> bool:
    """«نظم رفاقه مسيرة صامتة»: whether people march, and no drone flies."""
    word = report.tokens[hit.first].form.removeprefix("و").removeprefix("ال")
    if hit.clitic not in _BARE or word not in _MARCHES or hit.last - hit.first > 1:
        return False
    words = report.within(hit.first - _MARCHING, hit.last + _MARCHING, "march")
    return any(not report.tokens[w.first].form.endswith(_SEEN) for w in words) or not _attacks(report, hit)


def _attacks(report: Report, hit: Hit) -> bool:
    """«هجوم مسيرة على شاحنة», «مسيرة تقتل راكبين»: whether an attack or what drones do is told right beside the word,
    which is a march otherwise («حظر مسيرة للمعارضة»)."""
    low, high = hit.first - _FLYING, hit.last + _FLYING
    if any(t.form.removeprefix("و").startswith(_DRONES_DO) for t in report.tokens[max(0, low) : high]):
        return True
    told = in_tokens(report.scan.of(EventWord), low, high)
    if any(h.first != hit.first and h.entry.event not in _AT_MARCHES for h in told):
        return True
    beside = (report.harms.get(at) for at in range(hit.first - _KILLS, hit.last + _KILLS))
    return any(h is not None and h.entry.part == "verb" for h in beside)
