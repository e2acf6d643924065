"""The weeks or the month that a bulletin says it covers."""

from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Report
from tawthiq.stages.claims.times import to_come

WEEKS = 6  # days between the ends of a period that is no day's
_WRITTEN = frozenset({"dates.absolute", "dates.interval"})
_VIOLATIONS = ("انتهاك", "الانتهاك", "خروقات")
_PERIOD, _OPENING, _CLOSING = "الفتره", 5, 2
_COVERS = words("covers")


class Covering(NamedTuple):
    """The `weeks` of a bulletin by the sentence that says so, and the `month` whose violations it tells."""

    weeks: Mapping[int, Date]
    month: Date | None = None


def covering(report: Report, first_harm: int) -> Covering:
    """What a report says that it covers, in its title («مستجدات | 23–29 نيسان») or before its first harm."""
    weeks: dict[int, Date] = {}
    month = None
    for date in report.document.dates:
        if date.start is None or date.end is None or (date.end - date.start).days < WEEKS:
            continue
        sentence = report.sentence_at(date.first)
        written = date.kind == "duration" and not _WRITTEN.isdisjoint(date.because)
        if written and _covers(report, date, sentence, first_harm):
            weeks.setdefault(sentence, date)
        if month is None and date.precision == "month" and _of_violations(report, date, sentence, first_harm):
            month = date
    return Covering(weeks, month)


def _of_violations(report: Report, month: Date, sentence: int, first_harm: int) -> bool:
    """«وثق المركز 88 انتهاكا خلال شهر تموز»: whether a month is told before all harm, of the violations in it."""
    here = report.document.sentences[sentence]
    before = sentence < first_harm and here.part == "body" and not to_come(report, month)
    return before and any(t.form.startswith(_VIOLATIONS) for t in report.tokens[here.first : month.first])


def _covers(report: Report, weeks: Date, sentence: int, first_harm: int) -> bool:
    """Whether weeks stand in a title, or before all harm in a line of their own («(3 - 9 أيلول)») or behind «الفترة»
    («تقريرها عن الفترة من 3 إلى 9 أيلول»), or wherever it says so («التقرير الذي يغطي الفترة من 3 إلى 9 أيلول»)."""
    here = report.document.sentences[sentence]
    if here.part == "title":
        return True
    if to_come(report, weeks):
        return False
    before = [t.form for t in report.tokens[max(weeks.first - _OPENING, 0) : weeks.first]]
    if sentence >= first_harm:
        return _PERIOD in before and not _COVERS.isdisjoint(before)
    alone = weeks.first - here.first <= _OPENING and here.last - weeks.last <= _CLOSING
    return alone or _PERIOD in before
