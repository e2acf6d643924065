"""What was an attack aimed at: a position that is held or lived in, or a town?"""

from tawthiq.language.entries import EventWord, PositionWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import PositionHit
from tawthiq.stages.claims.scene import Report, in_tokens

BEFALLS, _BEFELL_REACH = "harm.hit.taarruda", 9
_POSITION_REACH, _AIMED_REACH, _ASIDE, _BEHIND_IT = 12, 6, 2, 1
_WHERE = frozenset({"في", "عند", "قرب", "قبل", "بعد", "داخل", "خارج", "شمال", "جنوب", "شرق", "غرب", "مدخل"})
_THE = "ال"
_FROM_AFAR = frozenset({"airstrike", "drone_strike", "barrel_bomb", "shelling", "missile", "bombardment"})
_TOWNS, _HELD_LAND = frozenset({"town", "neighbourhood", "site"}), "West Bank"


def on_position(report: Report, first: int, last: int, part: str) -> bool:
    """«هجوم شنه مسلحون على نقطة تفتيش»: an assault on a place that is held or lived in."""
    if report.tokens[first].form.startswith("ل") and _befell(report, first):
        return True
    found = in_tokens(report.scan.of(PositionWord), last, last + _POSITION_REACH)
    return any(
        _struck(report, last, p, part == "assail") for p in found if p.entry.part != "site" or _of_somebody(report, p)
    )


def _of_somebody(report: Report, position: Hit) -> bool:
    """«مواقع المتمردين», «موقع للجيش»: whether a position is said to be an armed side's."""
    return bool(in_tokens(report.document.actors, position.last, position.last + 1))


def _struck(report: Report, last: int, position: PositionHit, verb: bool) -> bool:
    """Whether a position is what was assaulted: the object of a `verb`, the day perhaps between («هاجم مسلحون، الأحد،
    حاجزا»), and not where it was done («هاجموا سيارة قرب القرية»), or behind «على»."""
    apart = report.clauses_between(last, position.first)
    bare = verb and report.tokens[position.first - 1].form not in _WHERE
    if bare and apart <= (_ASIDE if position.entry.part == "held" else 0):
        return True
    if _met_with(report, last, position):
        return True
    between = in_tokens(report.scan.of(EventWord), last, position.first)
    if any(h.entry.event in _FROM_AFAR for h in between):
        return False  # «هجوم في تعز، ورد الطيران بغارات على مواقعهم»
    aimed = report.before(position.first, "target") or report.before(position.first, "attack")
    return aimed is not None and aimed.clitic != _THE and apart <= (not verb)  # «على الطريق الواصل بين قريتين»


def _met_with(report: Report, last: int, position: Hit) -> bool:
    """«هجوم تعرض له موقعهم»: whether a position is what suffered an attack, told of it right behind."""
    word = report.harms.get(last)
    return word is not None and word.entry.id == BEFALLS and position.first - word.last <= _BEHIND_IT


def on_town(report: Report, first: int, last: int) -> bool:
    """«العملية العسكرية على بلدة», «عدوان استهدف حي»: a campaign aimed at a named town or less, and not since a day."""
    begin, end = report.bounds(first)
    if report.within(begin, end, "cumulative") or report.before(first, "cumulative", 2):
        return False
    aimed = (p for p in in_tokens(report.document.places, last, last + _AIMED_REACH)
             if p.level in _TOWNS and p.last - p.first > 1)  # fmt: skip
    place = next(aimed, None)
    return place is not None and bool(
        report.within(last, place.first, "target") or report.within(last, place.first, "attack")
    )


def in_held_land(report: Report, last: int) -> bool:
    """«العدوان على جنين»: whether a campaign that ends at a token is aimed at a town of the West Bank, where troops
    raid what they hold and wage no war."""
    aimed = in_tokens(report.document.places, last, last + _AIMED_REACH)[:1]
    return any(p.admin1 == _HELD_LAND and p.level in _TOWNS and report.before(p.first, "target", 1) for p in aimed)


def begun(report: Report, operations: Hit) -> bool:
    """«منذ بدء العمليات العسكرية»: whether operations are what is counted from; else they may only be where something
    is («في مناطق العمليات العسكرية»)."""
    return report.before(operations.first, "cumulative", 1) is not None


def _befell(report: Report, first: int) -> bool:
    """«تعرض حاجز للجيش لهجوم»: whether a position stands between the verb of suffering and the attack."""
    befalls = (at for at in range(first - 2, max(first - _BEFELL_REACH, -1), -1) if at in report.harms)
    at = next(befalls, None)
    if at is None or report.harms[at].entry.id != BEFALLS:
        return False
    return bool(in_tokens(report.scan.of(PositionWord), at + 1, first))
