"""Which dates only say when the report was published?"""

from tawthiq.language.entries import HarmWord
from tawthiq.model import Date, Sentence
from tawthiq.stages.claims.scene import Report, in_tokens

_AT_HEAD = 3
_SHORT = 9
_LED = frozenset({"بتاريخ", "في"})  # «بتاريخ 3/5/2021، هاجم»
_CREDIT = 6
_YEAR_DIGITS = 4
_CLOCK_REACH = 6
_SPOKEN = frozenset({"date.today", "date.yesterday"})  # no page dates itself by «اليوم»


def stamped(report: Report, date: Date, sentence: Sentence) -> bool:
    """A full date with its year, of the day of publication or the one before, at the head of its sentence, in a
    line of little else, at the end of one that tells no harm or before a credit in brackets: a byline or a caption, not
    the day of a harm."""
    published = report.document.published
    if published is None or date.start is None or date.start != date.end or date.precision != "day":
        return False
    if not 0 <= (published - date.start).days <= 1:
        return False
    timed = _timed(report, date)
    if not timed and not _SPOKEN.isdisjoint(date.because):
        return False
    closing = sentence.last - date.last <= 1 and not in_tokens(report.scan.of(HarmWord), sentence.first, sentence.last)
    credited = (
        report.tokens[min(date.last, len(report.tokens) - 1)].form == "(" and sentence.last - date.last <= _CREDIT
    )
    aside = closing or credited or timed
    inside = date.first - sentence.first > _AT_HEAD or bool(
        in_tokens(report.scan.of(HarmWord), sentence.first, date.first)  # «قتل اثنان، الاثنين 25 كانون الثاني 2016»
    )
    led = date.first == sentence.first + 1 and report.tokens[sentence.first].form in _LED
    if (inside or led) and sentence.last - sentence.first > _SHORT and not aside:
        return False
    forms = [t.form for t in report.tokens[date.first : date.last]]
    return any(f.isdecimal() and len(f) == _YEAR_DIGITS for f in forms) or (
        len(forms) == 1 and forms[0][:1].isdecimal()
    )


def _timed(report: Report, date: Date) -> bool:
    """«17 مارس, 2025 - 01:04»: whether a clock time stands right behind a date."""
    tokens = report.tokens
    behind = range(date.last + 1, min(date.last + _CLOCK_REACH, len(tokens) - 1))
    return any(
        tokens[t].form == ":" and tokens[t - 1].form.isdecimal() and tokens[t + 1].form.isdecimal() for t in behind
    )
