"""Which protests are told of with no harm done at them, and which drones are marches? «البصرة التي شهدت احتجاجات»,
«احتجاجات بعد وفاة عامل», «نظموا مسيرة»"""

from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.model import Casualty
from tawthiq.stages.claims.scene import Report, in_tokens

_SEEN_REACH, _TOWN_REACH = 4, 5
_ABOUT_REACH = 14  # from protests to the death that they are about
_MARCHES, _MARCHING, _SEEN = frozenset({"مسيره", "مسيرات", "مسيرتين"}), 4, ("شهد", "شهدت")
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
    if hit.clitic or report.tokens[hit.first].form not in _MARCHES or hit.last - hit.first > 1:
        return False
    words = report.within(hit.first - _MARCHING, hit.last + _MARCHING, "march")
    return any(not report.tokens[w.first].form.endswith(_SEEN) for w in words)
