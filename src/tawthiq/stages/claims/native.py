"""Whence are the harmed who are named, or who did it? «قتل الشاب أحمد علي (20 عاما) من بلدة كذا»"""

from collections.abc import Iterator

from tawthiq.language.lists import words
from tawthiq.model import Place
from tawthiq.stages.claims.scene import Report, in_tokens

_OUT_OF, _ARTICLE, _AND = "من", "ال", "و"
_TAKEN = frozenset({"displaced", "abducted", "detained"})  # from where they were
_NAMED, _AGED = 18, 7  # tokens of one harmed, and of the rest of the name and the age behind it
_STOPS = frozenset({"،", ",", "؛", ".", ":", "\n"})
_TELLING = ("event", "harm", "structure", "say")
_BESIDE = 1
_DID, _LIVE = words("carried_it_out"), frozenset({"سكان", "اهالي", "ابناء"})
_WHO = 3  # from «نفذها» over «شاب فلسطيني» to «من»
_BRACKET, _YEARS = 4, ("عاما", "سنه")


def native(report: Report) -> Iterator[int]:
    """Where the places begin that say only whence somebody harmed is who is named, or who did it, and those that they
    lie in."""
    before: Place | None = None
    for place in report.document.places:
        if (before is not None and _tied(report, before, place)) or _of_one(report, place) or _of_doer(report, place):
            before = place
            yield place.first
        else:
            before = None


def _tied(report: Report, before: Place, place: Place) -> bool:
    """«قرية كذا التابعة لناحية كذا»: whether a place stands at most a word behind another."""
    gap = range(before.last, place.first)
    return len(gap) <= _BESIDE and all(report.tokens[t].is_word for t in gap)


def _of_one(report: Report, place: Place) -> bool:
    """Whether a place stands behind «من» right behind the name, or the age, of somebody harmed."""
    at, tokens = place.first - 1, report.tokens
    if at < 1 or tokens[at].form != _OUT_OF:
        return False
    if tokens[at - 1].form == ")" and _aged(report, at - 1):
        return True
    harmed = in_tokens(report.figures.get(report.sentence_at(at), ()), at - _NAMED, at)
    if not harmed or harmed[-1].count.low != 1 or harmed[-1].outcome in _TAKEN:
        return False
    one = harmed[-1]
    named = one.last - one.first > 1 and tokens[one.first].form.removeprefix(_AND).startswith(_ARTICLE)
    if not named or tokens[one.first + 1].form.startswith(_ARTICLE):  # «الجندي التركي»
        return False
    between = tokens[one.last : at]
    if len(between) > _AGED or any(t.form in _STOPS for t in between):
        return False
    return not any(in_tokens(report.scan.hits(layer), one.last, at) for layer in _TELLING)


def _of_doer(report: Report, place: Place) -> bool:
    """«عملية نفذها شاب من سكان مخيم كذا»: whether a place stands behind «من» and who is told to have done it."""
    at = place.first - 1
    at -= at > 0 and report.tokens[at].form in _LIVE
    if at < _WHO or report.tokens[at].form != _OUT_OF:
        return False
    return not _DID.isdisjoint([t.form for t in report.tokens[at - _WHO : at - 1]])


def _aged(report: Report, end: int) -> bool:
    """«محمد (38 عاما) من مدينة كذا»: whether an age in brackets ends at a token."""
    inside = report.tokens[max(0, end - _BRACKET) : end]
    opened = next((n for n, t in enumerate(reversed(inside)) if t.form == "("), 0)
    return any(t.form.endswith(_YEARS) for t in inside[len(inside) - opened :])
