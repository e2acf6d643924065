"""The finest place that the words beside one put into it: «بلدة زردنا بناحية معرة مصرين في محافظة إدلب»."""

from collections.abc import Mapping, Sequence

from tawthiq.distance import kilometres_between
from tawthiq.language.entries import HarmWord
from tawthiq.model import Place
from tawthiq.stages.claims import roads
from tawthiq.stages.claims.holding import AREA, FINENESS, KIND, holds, of_kind
from tawthiq.stages.claims.scene import Report, in_tokens

_TOLD = 50.0
_TIED = 2  # from a place to the words of what holds it
_CHAIN, _STEP = 16, 4
_IN, _WITHIN, _DIRECTION = "في", "ب", "places.direction"


def finest(report: Report, place: Place, found: Sequence[Place]) -> Place:
    """The finest place of the same sentence that lies in `place`, written next to it or by steps
    («بلدة زردنا بناحية معرة مصرين في محافظة إدلب»)."""
    best, inner, first, last = place, place, place.first, place.last
    around = in_tokens(found, place.first - _CHAIN, place.last + 5)
    ending = {p.last: p for p in around}
    for other in (*reversed([p for p in around if p.first < first]), *[p for p in around if p.first >= last]):
        if abs(other.first - last) > _STEP and abs(first - other.last) > _STEP:
            continue
        finer = FINENESS[other.level] - FINENESS[best.level]
        if finer < 0 or _of_several(report, other) or _counted_apart(report, other, place):
            continue
        if (other.first == last and locates(other, best)) or (
            _DIRECTION in other.because and _locates_another(other, ending)
        ):
            continue  # «قرية كذا بمديرية كذا شرق البيضاء»
        beside = other.country == place.country and _told_in(other, inner, first)
        if (finer > 0 and (beside or holds(inner, other))) or (finer == 0 and beside and _in_kind(other, best)):
            best, inner, first, last = other, other, min(first, other.first), max(last, other.last)
        elif finer == 0 and _led_on(report, other, inner):
            inner, first = other, other.first
    return roads.spot(best, around) if best.level == "site" else best


def _of_several(report: Report, place: Place) -> bool:
    """«في محافظات نابلس ورام الله»: whether a province or district is the first of several."""
    if not report.towns or FINENESS[place.level] > FINENESS["district"]:
        return False
    return bool(in_tokens(report.towns, place.first, place.first + 1))


def _told_in(narrow: Place, wide: Place, edge: int) -> bool:
    """Whether the text puts a place in the one whose words begin right behind it («مسجد كذا في منطقة كذا»)."""
    if not 0 <= edge - narrow.last <= _TIED:
        return False
    distance = kilometres_between(narrow, wide)
    return distance is None or distance <= _TOLD


def _in_kind(narrow: Place, wide: Place) -> bool:
    """«ناحية كذا التابعة لقضاء كذا», «قرية كذا بمنطقة كذا»: of two districts, each with its kind word, or a village and
    an area, the first lies in the second."""
    kinds = [next((b for b in p.because if b.startswith(KIND)), "") for p in (narrow, wide)]
    area = narrow.level == "district" or kinds[1] == AREA
    return area and all(kinds) and kinds[0] != kinds[1]


def _counted_apart(report: Report, one: Place, two: Place) -> bool:
    """«28 في دمشق و27 في ريف دمشق», «في سوريا، وسجلت حلب العدد الأكبر», «في العراق، بينها تفجير في بغداد»: whether a
    number, a harm or a breakdown stands between two places."""
    low, high = (one.last, two.first) if one.first < two.first else (two.last, one.first)
    if low >= high:
        return False
    if report.within(low, high, "breakdown") or clause_begins(report, low, high):
        return True
    return any(t.is_number for t in report.tokens[low:high]) or bool(in_tokens(report.scan.of(HarmWord), low, high))


def _led_on(report: Report, one: Place, two: Place) -> bool:
    """«قرية كذا بريف منبج في ريف حلب»: whether «في» or «ب» ties a place to another of its province right behind it."""
    token = report.tokens[two.first]
    glued = two.first == one.last and two.span.start > token.start and token.form.startswith(_WITHIN)
    tied = glued or (two.first == one.last + 1 and report.tokens[one.last].form == _IN)
    return tied and one.admin1 is not None and (one.country, one.admin1) == (two.country, two.admin1)


def locates(place: Place, other: Place) -> bool:
    """«مدينة الباب شرقي حلب»: whether a place right behind another only says where that one is, however fine it is."""
    if place.first != other.last:
        return False
    if _DIRECTION in place.because and FINENESS["district"] <= FINENESS[other.level] <= FINENESS[place.level]:
        return True  # «قرب الجراحي جنوب مدينة الحديدة»
    return not of_kind(place) and FINENESS[place.level] > FINENESS[other.level]


def told_by_side(report: Report, place: Place, before: Place | None) -> bool:
    """«ناحية كذا جنوب شرق بعقوبة»: whether a side of a town only says where the known district or village before it
    is."""
    if before is None or before.lat is None or before.last != place.first or _DIRECTION not in place.because:
        return False
    return place.span.start == report.tokens[place.first].start and locates(place, before)


def _locates_another(place: Place, ending: Mapping[int, Place]) -> bool:
    """Whether a place only says where the one is that ends right before it."""
    return place.first in ending and locates(place, ending[place.first])


def clause_begins(report: Report, low: int, high: int) -> bool:
    """«فيما», «بينما», «أما»: whether a clause of its own begins between two tokens."""
    words = report.within(low, high, "clause")
    return bool(words) and any(h.entry.value == "beside" for h in words)
