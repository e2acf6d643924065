"""What does an item of a list take over from the heading that announces it?"""

from collections.abc import Mapping, Sequence

from tawthiq.model import Date
from tawthiq.stages.claims import times
from tawthiq.stages.claims.choose import Candidate, Choice
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import LOOSE, Report, in_tokens

_LEVELS = 4


def announced(report: Report, own: Sequence[Own]) -> tuple[Own, ...]:
    """The harms of a report, each item's day, place and cause filled from those that its heading counts or names."""
    totals: dict[int, Own] = {}
    found: list[Own] = []
    for each in own:
        casualty = each.scene.casualty
        for head in _headings(report, casualty.sentence):
            each = _filled(report, each, head, totals)
        if casualty.part_of is None and casualty.outcome not in LOOSE:
            totals[casualty.sentence] = each
        found.append(each)
    return tuple(found)


def _headings(report: Report, sentence: int) -> list[int]:
    """The sentences that announce a sentence, the nearest first."""
    found: list[int] = []
    under = report.document.sentences[sentence].under
    while under is not None and len(found) < _LEVELS:
        found.append(under)
        under = report.document.sentences[under].under
    return found


def _filled(report: Report, own: Own, head: int, totals: Mapping[int, Own]) -> Own:
    total = totals.get(head)
    if total is not None:
        own = own if own.where is not None else own._replace(place=total.place, where=total.where)
        own = own if own.cause is not None else own._replace(cause=total.cause)
    if own.time is None:
        own = own._replace(time=total.time if total is not None else _dated(report, head))
    return own


def _dated(report: Report, head: int) -> Choice[Date] | None:
    """The first day or period of a heading that counts nothing itself («حصيلة الضحايا منذ 6 مارس:»)."""
    sentence = report.document.sentences[head]
    dates = (d for d in in_tokens(report.document.dates, sentence.first, sentence.last) if d.start and d.end)
    date = next((d for d in dates if not times.of_speech(report, d)), None)
    if date is None:
        return None
    return Choice(Candidate(date, date.first, date.last, head, 1.0), 1.0, ("time.of_heading",))
