"""Which dates only say when the report was published?"""

from tawthiq.model import Date, Sentence
from tawthiq.stages.claims.scene import Report, in_tokens

_AT_HEAD = 3
_SHORT = 9
_YEAR_DIGITS = 4


def stamped(report: Report, date: Date, sentence: Sentence) -> bool:
    """A full date with its year, of the day of publication or the one before, at the head of its sentence, in a
    line of little else or at the end of one that tells no harm: a byline, not the day of a harm."""
    published = report.document.published
    if published is None or date.start is None or date.start != date.end or date.precision != "day":
        return False
    if not 0 <= (published - date.start).days <= 1:
        return False
    closing = sentence.last - date.last <= 1 and not in_tokens(report.scan.hits("harm"), sentence.first, sentence.last)
    if date.first - sentence.first > _AT_HEAD and sentence.last - sentence.first > _SHORT and not closing:
        return False
    forms = [t.form for t in report.tokens[date.first : date.last]]
    return any(f.isdecimal() and len(f) == _YEAR_DIGITS for f in forms) or (
        len(forms) == 1 and forms[0][:1].isdecimal()
    )
