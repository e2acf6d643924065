"""Which places and days are those of what follows a harm, a funeral or a journey? «شيع أهالي بنها أمس الضابط»"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lists import words
from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.model import Place
from tawthiq.stages.claims.scene import Marked, Report, in_tokens

AFTERMATH = "aftermath"
_REACH, _FLIGHT = 14, 28  # tokens from a verb; of «نقلت طائرة»
_AND = "و"
_AHEAD = 1  # «أمس شيع», «أمس، شيع»
_BODIES = 16  # «وصل إلى القاهرة أمس 30 جريحا»
_THEY = "وا"
_TO = 2  # «وصل إلى العاصمة»
_WAYS, _PLANE = ("الي", "من"), "طائره"
_AT = words("at_funeral")
_BODY, _CARRIED = words("laid_out"), 10
_DEEDS = frozenset({"verb", "masdar", "carrier"})


def of_aftermath(report: Report, mark: Marked) -> bool:
    """Whether a verb of what follows a harm governs a day or a place: nothing between tells of a harm or an attack."""
    verb = _governing(report, mark)
    if verb is None or not _arrival(verb):
        return verb is not None
    return _came(report, verb) or _laid_out(report, verb)


def buried_at(report: Report, place: Place) -> bool:
    """Whether a place is only that of a funeral or a journey's end. Those who died together are buried where they died
    («شيعت الناصرية ضحاياها»)."""
    verb = _governing(report, place)
    if verb is None:
        return False
    kind, mourned = verb.entry.value, _mourned(report, verb)
    if kind == "reaction":
        return False  # who protests in a town may have been harmed there
    if kind == "arrival":
        return _came(report, verb) or _brought(report, verb, place)
    if kind == "funeral" and report.tokens[verb.last - 1].form.endswith(_THEY) and place.first - verb.last <= 1:
        return True  # «أوقع ستة قتلى وشيعوا في إزرع»
    return kind == "burial" or (bool(mourned) and all(h.number != "many" for h in mourned))


def _governing(report: Report, mark: Marked) -> StructureHit | None:
    """The verb of what followed that a mark stands behind, or right before."""
    if AFTERMATH not in report.parts:
        return None
    first, last = report.bounds(mark.first)
    near = report.within(max(first, mark.first - _FLIGHT), mark.first, AFTERMATH)
    before = [h for h in near if _told(h, first) and (mark.first - h.first <= _REACH or _arrival(h))]
    if not before:
        ahead = report.within(mark.last, min(last, mark.last + _AHEAD + 1), AFTERMATH)
        verb = next((h for h in ahead if _told(h, first)), None)
        verb = None if verb is not None and _joined(report, mark, verb) else verb
        return None if verb is None or _attacked(report, first, verb) else verb
    told = _deeds(report, before[-1].last, mark.first) or _attacked(report, first, before[-1])
    return None if told else before[-1]


def _joined(report: Report, mark: Marked, verb: StructureHit) -> bool:
    """«قتل الخميس وتم تسليم جثمانه», but not «أمس ووري الثرى»: whether «و» joins what followed to what stands there."""
    own = verb.first == mark.last and not verb.clitic
    return report.tokens[mark.last].form.startswith(_AND) and not own


def _attacked(report: Report, first: int, verb: StructureHit) -> bool:
    """«قتل ستة بتفجير خلال تشييع جثمان»: whether it is only where an attack that is told before struck."""
    return report.tokens[verb.first - 1].form in _AT and _deeds(report, first, verb.first)


def _arrival(word: StructureHit) -> bool:
    return word.entry.value == "arrival"


def _told(word: StructureHit, first: int) -> bool:
    """«تشييع جثمان الجندي في كذا», but not «استهدف الانفجار تشييع الجندي»: whether a word tells of what followed, a
    noun for it at the head of its sentence alone."""
    return word.entry.value != "rites" or word.first == first


def _deeds(report: Report, first: int, last: int) -> bool:
    """Whether anything between two tokens tells of a harm or names an attack."""
    harms = in_tokens(report.scan.of(HarmWord), first, last)
    attacks = in_tokens(report.scan.of(EventWord), first, last)
    return any(h.entry.part in _DEEDS for h in harms) or any(h.entry.names_attack for h in attacks)


def _came(report: Report, verb: StructureHit) -> bool:
    """«وصل إلى القاهرة 30 جريحا»: whether the hurt or the dead came to a place."""
    return bool(in_tokens(report.document.places, verb.last, verb.last + _TO)) and bool(_mourned(report, verb))


def _brought(report: Report, verb: StructureHit, place: Place) -> bool:
    """«نقلت طائرة أمس جثمان الجندي من نجران إلى بيشة»: whether the dead stand between a verb and the «إلى» that a place
    stands behind in the same clause; of a flight also the «من»."""
    forms = [t.form for t in report.tokens[verb.first : place.first]]
    ends = _WAYS if _PLANE in forms[: verb.last - verb.first] else _WAYS[:1]
    to = next((verb.first + n for n, form in enumerate(forms) if form in ends), verb.last)
    dead = [h for h in in_tokens(report.scan.of(HarmWord), verb.last, to) if h.entry.part == "victim"]
    return bool(dead) and dead[-1].number != "many" and not report.clauses_between(dead[-1].last, place.first)


def _laid_out(report: Report, verb: StructureHit) -> bool:
    """«نقلت طائرة أمس جثمان الجندي»: whether the body of somebody to be buried is carried."""
    return any(t.form in _BODY for t in report.tokens[verb.last : verb.last + _CARRIED])


def _mourned(report: Report, verb: StructureHit) -> Sequence[HarmHit]:
    """The words for the dead and the hurt behind a verb, or in «تشييع جثمان»."""
    _, last = report.bounds(verb.first)
    behind = in_tokens(report.scan.of(HarmWord), verb.first, min(last, verb.last + _BODIES))
    return [h for h in behind if h.entry.part == "victim"]
