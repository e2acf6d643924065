"""Numbers that count no people or things: ages, dates, times, distances, money, names. Each with its reason.

A rule looks at one number in its place and answers the reason and the entry that gives it, or None.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from tawthiq.language.lists import words
from tawthiq.stages.numbers.digits import is_year
from tawthiq.stages.numbers.grammar import Spread
from tawthiq.stages.numbers.pieces import ARTICLE, Marks, Piece

Reason = tuple[str, str]
_OLDEST = 120
_AGE_REACH = 7
_NAME_REACH = 2
_LATEST_BARE_YEAR = 2035
_EARLIEST_BARE_YEAR = 1900
_FEW = 10  # up to where a number counts a plural
_STOREY = "number.unit.storey"
_COUNTING, _SETTLED = words("before_a_count"), words("settled")
_PARTITIVE, _OTHERS = "من", words("others")
_OPEN_MARKS = frozenset("([")
_LIST_MARKS = frozenset(".-)–+")
_ITEM_MARKS = frozenset("-–/")
_ANY_MARKS = _ITEM_MARKS | _LIST_MARKS
_ITEM_REACH = 40  # tokens between the numbers of two items of a list


class Place(NamedTuple):
    """A number in the text: its pieces, the token before it (past joined clitics) and whether it is bounded."""

    marks: Marks
    found: Spread
    before: int
    definite: bool
    bounded: bool

    @property
    def preceding(self) -> Piece | None:
        return self.marks.ending.get(self.before)

    @property
    def following(self) -> Piece | None:
        """The piece after the number, past «من» before a unit («20 من مارس»)."""
        piece = self.marks.at.get(self.found.last)
        if piece is not None and piece.part == "from" and not piece.clitic:
            beyond = self.marks.at.get(piece.last)
            if beyond is not None and (beyond.part == "month" or (beyond.part == "unit" and beyond.definite)):
                return beyond
        return piece

    @property
    def digits(self) -> bool:
        return self.found.core.digits


def reason(place: Place) -> Reason | None:
    """Why the number counts nothing; None for a count."""
    for rule in RULES:
        answer = rule(place)
        if answer is not None:
            return answer
    return None


def unit_after(place: Place) -> Reason | None:
    """«30 كيلومترا», «خمسة أيام», «24 آذار», «30 عاما» (an age where something says so)."""
    piece = place.following
    if piece is None or piece.clitic not in ("", ARTICLE) or piece.word.aside is None:
        return None
    if piece.part == "month":
        return (piece.word.aside, piece.word.id) if place.found.high <= 31 else None
    if piece.part != "unit" or _day_begins(place, piece) or _fallen(place, piece):
        return None
    if piece.word.aside == "time" and piece.word.years:
        aged = _age(place, piece.last)
        if aged is not None:
            return aged
    return piece.word.aside, piece.word.id


def _day_begins(place: Place, piece: Piece) -> bool:
    """«قتل خمسة يوم الجمعة», «قتل 30 الشهر الماضي»: a day that the number does not count; it would take a plural."""
    few = 3 <= place.found.low <= 10 and piece.number == "one" and not piece.clitic
    return piece.word.aside == "time" and (few or piece.definite) and place.found.first - 1 in place.marks.harmed


def _fallen(place: Place, piece: Piece) -> bool:
    """«انهيار ثلاثة طوابق»: storeys count only where they are harmed themselves."""
    return piece.word.id == _STOREY and place.found.first - 1 in place.marks.harmed


def _age(place: Place, last: int) -> Reason | None:
    """Whether years tell an age: an age word near, brackets, or a person right before."""
    marks = place.marks
    if place.found.high > _OLDEST:
        return None
    piece = marks.at.get(last)
    if piece is not None and piece.part == "of_age":
        return "age", piece.word.id
    start = place.found.first
    word = _age_word(marks, start)
    if word is not None:
        return "age", word
    if start and marks.tokens[start - 1].form in _OPEN_MARKS:
        return "age", "number.brackets"
    if start - 1 in marks.counted:
        return "age", "number.person_before"
    return None


def _age_word(marks: Marks, start: int) -> str | None:
    for index in range(start - 1, max(-1, start - _AGE_REACH), -1):
        piece = marks.at.get(index)
        if piece is not None and piece.word.aside == "age":
            return piece.word.id
        if marks.breaks(index) or (piece is not None and piece.begins_number):
            break
    return None


def of_age(place: Place) -> Reason | None:
    """«في الأربعين من عمره», «في الستينات من العمر»."""
    piece = place.marks.at.get(place.found.last)
    if piece is None or piece.part != "of_age" or place.found.high > _OLDEST:
        return None
    return "age", piece.word.id


def unit_before(place: Place) -> Reason | None:
    """«يوم واحد», «الساعات الـ24 الماضية», «أيام عدة», «لليوم 197»: a number that follows its unit as an adjective."""
    piece = place.preceding
    if piece is None or piece.part != "unit" or piece.word.aside is None:
        return None
    in_turn = piece.clitic == "لل" and piece.word.aside == "time" and place.digits
    if place.definite or in_turn or place.found.core.pieces[0].word.id == "number.one":
        return piece.word.aside, piece.word.id
    return None


def labelled(place: Place) -> Reason | None:
    """«القرار 2254», «اللواء 55», «عيار 155», «الساعة 3», «رقم 2»; not where a counted noun follows."""
    piece = place.preceding or _label_apart(place)
    if piece is None or piece.part != "label" or piece.word.aside is None or piece.word.years or place.bounded:
        return None
    aside = piece.word.aside
    after = place.found.last
    counted = place.marks.is_counted(after) and after not in place.marks.dual  # «قدم اللواء 88 شهيدين»
    if counted or (aside in ("unit", "phone") and not place.digits):
        return None
    if aside == "identifier" and not (place.digits or place.definite or piece.last - piece.first > 1):
        return None
    if aside == "age" and place.found.high > _OLDEST:
        return None
    if aside == "ordinal" and not place.definite:
        return None
    return aside, piece.word.id


def _label_apart(place: Place) -> Piece | None:
    """A label with a bracket or a name between it and the digits: «رقم (12)», «قرار مجلس الأمن 2254»."""
    marks = place.marks
    if place.before and marks.tokens[place.before - 1].form in _OPEN_MARKS:
        return marks.ending.get(place.before - 1)
    for index in range(place.before - 1, max(0, place.before - 1 - _NAME_REACH), -1):
        if not place.digits or not marks.tokens[index].is_word:
            return None
        piece = marks.ending.get(index)
        if piece is not None:
            return piece if piece.part == "label" and piece.word.opens else None
    return None


def year(place: Place) -> Reason | None:
    """«عام 2012», «مارس 2011», «منذ 2013»; a bare number of a year's size, where nothing counted follows."""
    piece, value = place.preceding, place.found.low
    if place.found.core.last < place.found.last and not is_year(place.found.high):
        return None
    named = piece is not None and (piece.part == "month" or piece.word.years) and piece.part != "modifier"
    followed = (place.marks.is_counted(place.found.last) and not _of_no_plural(place)) or _and_others(place)
    measured = place.following is not None and place.following.part == "unit"
    if named and piece is not None and place.found.last not in place.marks.bare and not place.bounded:
        short = place.digits and not piece.definite and 10 <= value < 100 and not measured
        return ("date", piece.word.id) if is_year(value) or short else None
    first = place.found.core.pieces[0]
    plain = place.digits and first.end - first.start == 4 and place.found.core.scale == 1
    recent = _EARLIEST_BARE_YEAR <= value <= _LATEST_BARE_YEAR and value != 2000
    if named and piece is not None and plain and recent and not (followed and piece.part == "month"):
        return "date", piece.word.id  # «قتل في عام 2013 جنديان», «تجاوز العدد حصيلة عام 2014»
    if plain and recent and not followed and not measured and not place.bounded:
        return "date", "number.bare_year"
    return None


def _of_no_plural(place: Place) -> bool:
    """«في مارس 2021 هجمات»: a plural stands behind a number that would count one («2021 هجوما»)."""
    value = place.found.low % 100
    return place.found.last in place.marks.many and (value == 0 or value > _FEW)


def _and_others(place: Place) -> bool:
    """«إصابة 2021 آخرين»: whether a number counts others."""
    last = place.found.last
    return last < len(place.marks.tokens) and place.marks.tokens[last].form in _OTHERS


def bracketed(place: Place) -> Reason | None:
    """«محمد علي (30)»: a number alone in brackets is an age, «ثلاثون (30)» is said twice; «مع (4) من أقاربه» counts."""
    marks, first, last = place.marks, place.found.first, place.found.last
    if not first or last >= len(marks.tokens) or marks.tokens[first - 1].form not in _OPEN_MARKS:
        return None
    if marks.tokens[last].form not in (")", "]") or not place.digits:
        return None
    if marks.tokens[first - 1].form == "[":
        return "identifier", "number.brackets"
    if last + 1 < len(marks.tokens) and marks.tokens[last + 1].form == _PARTITIVE:
        return None
    told = marks.ending.get(first - 1)
    if told is not None and told.begins_number:
        return "identifier", "number.said_twice"
    near = first - 2
    if last + 1 in marks.counted or near < 0 or marks.breaks(near) or near in marks.harmed or near in marks.counted:
        return None
    if marks.tokens[near].form in _COUNTING or (near and marks.tokens[near - 1].form in _SETTLED):
        return None  # «بينهم (5) في حلب و(6) في حمص», «قضى في محافظة إدلب (2)»
    if told is not None and told.part in ("from", "to", "joined", "amount", "between"):
        return None
    return ("age" if place.found.high <= _OLDEST else "identifier"), "number.brackets"


def listed(place: Place) -> Reason | None:
    """«1- », «2. », «3 + 4- » at the start of a line; «المصابون هم: 1- فلان 2- فلان» within one."""
    marks, first, last = place.marks, place.found.first, place.found.last
    if last >= len(marks.tokens) or marks.tokens[last].form not in _ANY_MARKS:
        return None
    if not place.digits or place.found.is_range or place.found.low >= 100:
        return None
    starts = first == 0 or marks.tokens[first - 1].form == "\n" or _added(marks, first)
    if (starts and marks.tokens[last].form in _LIST_MARKS) or _item(marks, first, last):
        return "identifier", "number.list"
    return None


def _added(marks: Marks, first: int) -> bool:
    """«3 + 4- »: the second number of one item."""
    return first > 1 and marks.tokens[first - 1].form == "+" and marks.tokens[first - 2].form.isdecimal()


def _item(marks: Marks, first: int, last: int) -> bool:
    """Whether a number before a dash is the first of a list behind a colon, or the next one of a list."""
    if marks.tokens[last].form not in _ITEM_MARKS or not first:
        return False
    before, form = marks.tokens[first - 1].form, marks.tokens[first].form
    if form == "1" or not form.isdecimal():
        return form == "1" and before == ":"
    earlier, forms = str(int(form) - 1), marks.tokens[max(0, first - _ITEM_REACH) : first]
    return any(one.form == earlier and two.form in _ITEM_MARKS for one, two in pairwise(forms))


def fractional(place: Place) -> Reason | None:
    """«2.5»: what is counted in harm is whole."""
    if place.found.low.is_integer() and place.found.high.is_integer():
        return None
    return "measure", "number.decimal"


def anniversary(place: Place) -> Reason | None:
    """«ذكرى النكبة السبعين»: tens with the article after one definite thing put it in order."""
    marks, core, before = place.marks, place.found.core, place.before - 1
    if place.digits or not place.definite or core.value % 10 or not 20 <= core.value <= 100:
        return None
    if before < 0 or before in marks.counted or before in marks.at or not marks.tokens[before].form.startswith(ARTICLE):
        return None
    return "ordinal", core.pieces[0].word.id


def weekday(place: Place) -> Reason | None:
    """«الاثنين» with the article is Monday."""
    first = place.found.core.pieces[0]
    if first.word.id == "number.two" and first.definite and place.found.last == first.last:
        return "date", first.word.id
    return None


RULES: tuple[Callable[[Place], Reason | None], ...] = (
    weekday, year, of_age, unit_after, unit_before, labelled, bracketed, listed, anniversary, fractional,
)  # fmt: skip
