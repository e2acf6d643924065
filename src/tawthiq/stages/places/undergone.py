"""What a word beside a place says of it: «شهدت المدينة انفجارا», «كانت البلدة تعرضت لقصف»."""

from tawthiq.language.lists import words
from tawthiq.stages.places.mention import Mention, View, Word

_UNDERWENT = words("underwent")
_LARGE = 65


def underwent(view: View, word: Word) -> bool:
    """Whether a verb right before or behind the word for a place tells that something happened to it."""
    before, behind = view.form(word.first - 1), view.form(word.last)
    return before.removeprefix("و") in _UNDERWENT or behind in _UNDERWENT


def is_province(name: Mention) -> bool:
    """Whether a name is a province's: its hospital or university is called after it."""
    return any(row.level == "province" and row.weight >= _LARGE for row in name.rows)
