"""Is a place only where people or shells came from, or where they went?"""

from tawthiq.model import Place
from tawthiq.stages.claims.holding import FINENESS
from tawthiq.stages.claims.scene import Report, in_tokens

FROM_OR_TO, OUT_OF = frozenset({"من", "الي", "باتجاه", "نحو"}), frozenset({"من"})
_TO, _TRIP = "الي", 8  # tokens of «من قرية كذا الى»
_THROUGHOUT, _IN, _WITHIN = "places.throughout", "في", "ب"
_INNER = 6  # tokens of a place's name at most


def comes_from(report: Report, place: Place) -> bool:
    """«من», «إلى»: whether people or shells only came from a place or went there."""
    if _THROUGHOUT in place.because:
        return False  # «مناطق متفرقة من حلب»
    if led_by(report, place, FROM_OR_TO):
        return True
    token = report.tokens[place.first]
    if token.form[0] == _WITHIN and place.span.start > token.start:
        return _around_origin(report, place, place.first)
    return report.tokens[place.first - 1].form == _IN and _around_origin(report, place, place.first - 1)


def journeyed(report: Report, place: Place) -> bool:
    """«فر من قرية كذا الى مدينة كذا»: whether a place is only where somebody went from another."""
    if report.tokens[place.first - 1].form != _TO:
        return False
    return any(led_by(report, p, OUT_OF) for p in in_tokens(report.document.places, place.first - _TRIP, place.first))


def _around_origin(report: Report, place: Place, at: int) -> bool:
    """«فروا من قرية كذا الى مدينة كذا في ولاية كذا»: whether a place only says where the finer one lies that ends at a
    token right before it, whence people came or where they went."""
    for inner in in_tokens(report.document.places, at - _INNER, at):
        if inner.last == at and FINENESS[inner.level] > FINENESS[place.level] and led_by(report, inner, FROM_OR_TO):
            return True
    return False


def led_by(report: Report, place: Place, words: frozenset[str]) -> bool:
    """Whether one of `words` stands before a place, or before the one that «و» joins it to."""
    if place.first and report.tokens[place.first - 1].form in words:
        return True
    joined = report.tokens[place.first].form.startswith("و") and place.span.start > report.tokens[place.first].start
    return joined and any(led_by(report, p, words) for p in just_before(report, place))


def just_before(report: Report, place: Place) -> list[Place]:
    """The places that end where one begins."""
    return [p for p in in_tokens(report.document.places, place.first - 6, place.first) if p.last == place.first]
