"""What does a report tell only to compare or to explain? «الأكثر دموية منذ الاعتداء الذي أوقع 31 قتيلا ببغداد»,
«قصفت ردا على مقتل شرطي», «يأتي الهجوم غداة قتل شرطيين»"""

from collections.abc import Iterator, Sequence

from tawthiq.language.entries import EventWord
from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_SINCE = frozenset({"منذ", "مذ"})
_PARTED = frozenset({"،", ",", "؛", "."})
_NONE = frozenset[int]()
_WARS = frozenset({"war", "ground_attack", "siege"})  # «منذ الاجتياح»: a time that lasts
_ANSWER, _DAY_AFTER = "answer", "غداه"
_OF_IT = frozenset({"ما", "مما", "الذي", "التي", "مشيرا", "مشيره", "اسفر", "اسفرت", "ادي", "ادت"})
_FIGURE = 8
_REACH = 40  # tokens told of an earlier attack at most
_IN_IT = frozenset({"فيه", "فيها"})
_AFTER, _MEASURED_FROM = frozenset({"بعد", "عقب", "غداه"}), frozenset({"من", "علي"})
_UNITS, _HEAD = words("unit_of_time"), 2  # «سلسلة هجمات»
_COMES_REACH, _UNIT, _FROM_REACH = 16, 6, 3  # «بعد ثلاثة أيام فقط من»
_HAPPENED = "happened"
_COMES = ("comes_after", _HAPPENED)
_BESIDE = "beside"


def compared(report: Report, causes: Sequence[Cause]) -> frozenset[int]:
    """The tokens of earlier attacks, from which the one told of is measured or which it answers, each up to the next
    comma or to what its doers did next («ردا على هجوم كركوك وقتلت قائدا»)."""
    tokens = report.tokens
    since = [c for c in causes if c.first and tokens[c.first - 1].form in _SINCE and c.event not in _WARS]
    after = [c.last + 1 for c in causes if c.last + 1 < len(tokens) and tokens[c.last].form == _DAY_AFTER]
    told = [range(c.first, ends(report, c.last)) for c in since] + [range(at, ends(report, at + 1)) for at in after]
    if "looking_back" in report.parts:
        told += _answered(report)
    return frozenset().union(*told) if told else _NONE


def days_after(report: Report) -> frozenset[int]:
    """«ويأتي الهجوم بعد يومين من مقتل ثلاثة», «جاء ذلك غداة هجوم في كذا»: the tokens of earlier attacks, by which
    one is dated whose harm is told before."""
    found = _NONE
    for word in [h for part in _COMES for h in report.parts.get(part, ())]:
        happened = word.entry.part == _HAPPENED
        forms = [t.form for t in report.tokens[word.last : word.last + _COMES_REACH]]
        behind = next((i for i, form in enumerate(forms, word.last + 1) if form in _AFTER), 0)
        at = _measured(report, behind, forms[behind - word.last :]) if behind else None
        at = behind if at is None and behind and not happened and _begins(report, behind) else at
        if at is not None and min(report.figures, default=at) < report.sentence_at(at) and not _told_again(report, at):
            found |= frozenset(range(at, ends(report, at + 1) if happened else _clause_ends(report, at)))
    return found


def _begins(report: Report, at: int) -> bool:
    """Whether a harm or an attack is told at a token or right behind it («مقتل», «سلسلة هجمات»)."""
    if report.sentence_at(at) != report.sentence_at(at - 1):
        return False
    return at in report.harms or bool(in_tokens(report.scan.of(EventWord), at, at + _HEAD))


def _measured(report: Report, low: int, forms: Sequence[str]) -> int | None:
    """Where the words behind «يومين من», «مرور شهرين على» begin, where these stand in a sentence; `forms` are those of
    the tokens from `low`."""
    end = report.bounds(low)[1] - low
    unit = next((i for i, form in enumerate(forms[:_UNIT]) if form in _UNITS), len(forms))
    last = next((i for i, form in enumerate(forms[unit : unit + _FROM_REACH], unit) if form in _MEASURED_FROM), end)
    return low + last + 1 if last < end else None


def _told_again(report: Report, at: int) -> bool:
    """Whether the next figure is told in another sentence too, so of the report's own incident."""
    here = report.sentence_at(at)
    mine = {(c.outcome, c.count.low) for c in report.figures.get(here, ()) if c.first > at and c.count.low != 1}
    return any((c.outcome, c.count.low) in mine for s, told in report.figures.items() if s != here for c in told)


def _clause_ends(report: Report, at: int) -> int:
    last = min(report.bounds(at)[1], at + _REACH)
    beside = (h.first for h in report.within(at, last, "clause") if h.entry.value == _BESIDE)
    return next(beside, last)


def _answered(report: Report) -> Iterator[range]:
    for word in report.words("looking_back"):
        if word.entry.value != _ANSWER:
            continue
        if not _opens(report, word.first):
            yield range(word.last, ends(report, word.last))
        elif word.last in report.harms:
            yield range(word.last, _figure_ends(report, word.last))


def _figure_ends(report: Report, at: int) -> int:
    """«ردا على مقتل 12 جنديا: الجيش يقصف مواقع»: where the figure ends that is answered by what comes behind."""
    figures = in_tokens(report.document.casualties, at, at + _FIGURE)
    return max((c.last for c in figures if c.harm[0] == at), default=at)


def _opens(report: Report, at: int) -> bool:
    """«وردا على الهجوم قصف الطيران مواقع المسلحين»: what was done about it comes behind."""
    return at - report.bounds(at)[0] <= 1 or report.tokens[at].form.startswith("و")


def of_earlier(scene: Scene, date: Date) -> bool:
    """«الأعنف منذ هجوم في 16 يناير أوقع 31 قتيلا»: whether a harm is told of the earlier attack that has this date."""
    return date.first < scene.start and scene.end <= ends(scene.report, date.last)


def ends(report: Report, at: int) -> int:
    """Where what is told of an earlier attack ends, at token `at` or behind it."""
    last = min(report.bounds(at)[1], at + _REACH)
    return next((t for t in range(at, last) if _parts(report, t) or _goes_on(report, t)), last)


def _parts(report: Report, at: int) -> bool:
    """Whether a comma ends what is told of an attack: none does before «ما أدى إلى», «الذي أسفر عن», «قتل فيه»."""
    behind = [t.form for t in report.tokens[at + 1 : at + 3]]
    return report.tokens[at].form in _PARTED and not (behind and (behind[0] in _OF_IT or behind[-1] in _IN_IT))


def _goes_on(report: Report, at: int) -> bool:
    harm = report.harms.get(at)
    return harm is not None and harm.clitic == "و" and harm.entry.part == "verb"
