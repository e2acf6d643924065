"""Times of no harm: «الأعنف منذ», «منذ مطلع العام وكان أبرزها», «في ثالث هجوم خلال», «المحتلة عام 1948»."""

from collections.abc import Callable

from tawthiq.language.lists import words
from tawthiq.stages.dates.parts import read_parts
from tawthiq.stages.dates.view import Found, View

_RANK_REACH = 11
_RANK_ENDS = frozenset({".", "،", ",", "؛", ":", "\n", "!"})
_COUNT_REACH, _IN, _THE, _AND = 8, "في", "ال", "و"
_NTH = frozenset({"ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع"})
_NTH_OF_KIND = _NTH | {f"{nth}ه" for nth in _NTH}
_DAYS = frozenset({"ايام", "يوم", "ليالي", "ليله"})
_TIME = "لمره"  # folded «للمرة الثانية»
_IS = frozenset({"هو", "هي", "يعد", "تعد", "يعتبر", "تعتبر"})
_OCCUPIED = frozenset({"المحتله", "المحتل", "المحتلين"})
_WARS, _NOUNS = frozenset({1948, 1967, 48, 67}), 3
_SERVANT = "عبد"  # «عبد الجمعة» is a name
_CHIEF = words("chief_of")


def ranked(view: View, index: int) -> bool:
    """«الهجوم الأعنف منذ», «أعلى حصيلة في يوم منذ»: whether a word of rank stands before «منذ», with no number between;
    «أكثر من» is none."""
    for at in range(index - 1, max(0, index - _RANK_REACH), -1):
        if view.form(at) in _RANK_ENDS or view.form(at)[:1].isdecimal():
            return False
        word = view.word(at)
        if word.part == "rank":
            return word.value != 1 or view.form(word.last) != "من"
    return False


def _of_land(view: View, index: int) -> int:
    """The token after «عام 1948» right behind «الأراضي المحتلة», which says what land is meant; else 0."""
    return next((at + 1 for at in range(index, index + _NOUNS) if view.digits(at) in _WARS), 0)


def undated(read: Callable[[View, int], Found | None]) -> Callable[[View, int], Found | None]:
    """A reader of periods that finds none where one attack more is only counted in it («في ثاني هجوم خلال أسبوع»)."""

    def reading(view: View, index: int) -> Found | None:
        found = read(view, index)
        if found is None or found.start == found.end or not _one_more(view, index):
            return found
        return found._replace(start=None, end=None, kind="point", rule="rank")

    return reading


def _one_more(view: View, index: int) -> bool:
    """«في ثاني هجوم على المدينة خلال», «هو الثالث خلال», «للمرة الثانية خلال»: whether an attack is counted before a
    time."""
    for at in range(index - 1, max(0, index - _COUNT_REACH), -1):
        form, before = view.form(at), view.form(at - 1)
        if form in _RANK_ENDS or form[:1].isdecimal():
            return False
        if form in _NTH:
            return before == _IN and view.form(at + 1) not in _DAYS  # «في ثاني أيام العيد»
        if form.removeprefix(_THE) in _NTH_OF_KIND and form.startswith(_THE):
            return before.removeprefix(_AND) in _IS or before.endswith(_TIME)
    return False


def chief(view: View, at: int) -> bool:
    """«تزايدت الهجمات منذ مطلع العام وكان أبرزها»: whether one of several is told of right behind a time."""
    return view.form(at) in _CHIEF or view.form(at + 1) in _CHIEF


def set_aside(view: View, index: int) -> int:
    """The token after a date word that is no date («كل يوم جمعة», «سوق الجمعة», «شارع 26 سبتمبر»), or 0."""
    if index - 1 not in view.words:
        form = view.tokens[index - 1].form if index else ""
        if form in _OCCUPIED:
            return _of_land(view, index)
        return view.word(index).last if form == _SERVANT and view.part(index) == "weekday" else 0
    before = view.words[index - 1]
    if before.part == "every" and before.last == index:
        return view.word(index).last or index + 1
    if before.part != "name_before" or before.definite:
        return 0
    if view.part(index) == "weekday":
        return view.word(index).last if before.value == 1 else 0
    parts = read_parts(view, index)
    return parts.last if parts and not parts.year and not parts.which else 0
