"""What was an attack aimed at: a position that is held or lived in, or a town?"""

from typing import cast

from tawthiq.language.entries import PositionWord
from tawthiq.stages.claims.scene import Report, in_tokens

BEFALLS, _BEFELL_REACH = "harm.hit.taarruda", 9
_POSITION_REACH, _AIMED_REACH = 12, 6
_TOWNS = frozenset({"town", "neighbourhood", "site"})


def on_position(report: Report, first: int, last: int, part: str) -> bool:
    """«هجوم شنه مسلحون على نقطة تفتيش»: an assault on a place that is held or lived in."""
    if report.tokens[first].form.startswith("ل") and _befell(report, first):
        return True
    return any(
        (part == "assail" or report.before(p.first, "target") or report.before(p.first, "attack"))
        and report.clauses_between(last, p.first) <= (part != "assail")
        for p in in_tokens(report.scan.hits("position"), last, last + _POSITION_REACH)
        if cast(PositionWord, p.entry).part != "site"
    )


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


def _befell(report: Report, first: int) -> bool:
    """«تعرض حاجز للجيش لهجوم»: whether a position stands between the verb of suffering and the attack."""
    befalls = (at for at in range(first - 2, max(first - _BEFELL_REACH, -1), -1) if at in report.harms)
    at = next(befalls, None)
    if at is None or report.harms[at].entry.id != BEFALLS:
        return False
    return bool(in_tokens(report.scan.hits("position"), at + 1, first))
