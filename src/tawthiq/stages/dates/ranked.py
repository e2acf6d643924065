"""Times that something is only compared with: «الأعنف منذ», «منذ مطلع العام وكان أبرزها»."""

from tawthiq.stages.dates.view import View

_RANK_REACH = 11
_RANK_ENDS = frozenset({".", "،", ",", "؛", ":", "\n", "!"})
_CHIEF = frozenset({"ابرزها", "اخرها", "اعنفها", "اكبرها", "اسواها", "اشهرها", "اخطرها", "ابرزهم", "ادماها"})


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


def chief(view: View, at: int) -> bool:
    """«تزايدت الهجمات منذ مطلع العام وكان أبرزها»: whether one of several is told of right behind a time."""
    return view.form(at) in _CHIEF or view.form(at + 1) in _CHIEF
