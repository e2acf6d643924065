"""Beginnings told by an event: «منذ اندلاع النزاع», «منذ سقوط المدينة في يونيو 2014»."""

from datetime import date

from tawthiq.stages.dates.amounts import back, read_amount
from tawthiq.stages.dates.days import read_day
from tawthiq.stages.dates.periods import beginning, read_absolute, read_anniversary, read_edge, read_unit, read_year
from tawthiq.stages.dates.view import Found, View

_REACH = 10
_BESIDE = 4
_BEFORE = 12
_NEAR = 6
_ABOUT = 16  # tokens from «إعلان ترامب» to «القدس»
_ARTICLE, _PROTESTS, _BRACKET = "ال", "protests", "("
_DAYS = frozenset({"weekday", "relative_day", "part_of_day"})
_ROUGH, _MONTH = 3, 90  # a span told in months or years may be off by a third
_AGO, _OPENS, _SHORT = "ago", frozenset({"outbreak", "edge", "war"}), ("day", "week")
_MARKS = frozenset({'"', "«", "»", "“", "”", "-"})


def read_event(view: View, first: int, index: int) -> Found | None:
    """The open period since an event named at `index`; `first` is the token of «منذ».

    A date written after the event in the same clause settles it; else, for a war, the words beside it.
    """
    declared = _declared(view, index)
    if declared is not None:
        end = max(declared, view.published) if view.published else None
        return Found(first, view.word(index).last, declared, end, "period", "since", "since.declared")
    told = written(view, index)
    if told:
        start = beginning(view, told) if view.published else None
        end = max(start, view.published) if start and view.published else None
        return told._replace(first=first, kind="since", start=start, end=end, precision="period", rule="since.event")
    outbreak = view.part(index) in ("outbreak", "edge", "turn")
    noun = view.word(index).last if outbreak else index
    if not outbreak and view.part(noun) != "war":
        return None
    if view.part(noun) != "war":
        return Found(first, noun, None, None, "period", "since", "since.event")
    start, end = _war(view, first, noun) or (None, None)
    return Found(first, view.word(noun).last, start, end, "period", "since", "since.war")


def _declared(view: View, index: int) -> date | None:
    """«منذ إعلان ترامب بشأن القدس»: the day of an announcement that is known by what it was about."""
    if view.part(index) != "declared" or view.published is None:
        return None
    word = view.word(index)
    about = (view.form(t) for t in range(word.last, min(word.last + _ABOUT, len(view.tokens))))
    day = date.fromisoformat(word.entry.starts[0])
    return day if day <= view.published and any(form.endswith(word.unit) for form in about) else None


def written(view: View, index: int) -> Found | None:
    """The date of the event: written after «في» or «عام», or a day close behind; only words and numbers between."""
    plain = True
    for here in range(index, min(index + _REACH, len(view.tokens))):
        part = view.part(here)
        harmed = here in view.counted and not view.form(here).startswith(_ARTICLE)
        plain = plain and not harmed and not view.tokens[here].is_number
        if part == "until":
            return None  # «منذ بدء الحرب حتى يوم أمس»
        if part == _AGO and here > index and view.part(index) in _OPENS:
            named = any(view.part(t) == "war_cue" for t in range(index, here))  # «منذ بدء الحرب في اليمن قبل»
            return None if named else _from_known_day(view, index, _ago(view, here))
        if part in _DAYS and plain and index < here <= index + _NEAR:
            day = read_day(view, here)
            return day if day and day.kind == "point" and not day.pending else None
        if part == "anniversary":
            return read_anniversary(view, here, begun=view.part(index) in ("outbreak", "war"))
        if view.tokens[here].is_number:
            found = read_absolute(view, here)
            if found and found.precision == "day":
                return found
        elif not view.tokens[here].is_word:
            form = view.form(here)
            if form not in _MARKS and not (form == _BRACKET and _dated(view, here)):
                return None
        elif part == "in":
            after = view.word(here).last
            if view.part(after) == "anniversary":
                continue
            found = read_year(view, after) or read_unit(view, after) or read_absolute(view, after)
            if found and found.kind == "point" and not found.pending:
                return found
        elif part == "edge" and here > index:
            found = read_edge(view, here)
            if found and not found.pending:
                return found
        elif part == "unit" and here > index:
            found = read_unit(view, here)
            if found and found.kind == "point" and not found.pending:
                return found
        elif part in ("told", "weekday", "relative_day", "since"):
            return None
    return None


def _from_known_day(view: View, index: int, told: Found | None) -> Found | None:
    """«منذ اندلاع الحرب قبل أربعة أشهر»: from the first day of a war that is known, where it began about then."""
    noun = index if view.part(index) == "war" else view.word(index).last
    war = _war(view, index, noun) if view.part(noun) == "war" else None
    if told is None or told.start is None or war is None or view.published is None:
        return told
    apart, span = abs((war[0] - told.start).days), (view.published - told.start).days
    return told._replace(start=war[0], end=war[0]) if apart * _ROUGH <= max(span, _MONTH) else told


def _ago(view: View, here: int) -> Found | None:
    """«منذ اندلاع القتال قبل ثلاثة أشهر»: the day, so long before, on which began what is told of."""
    amount = read_amount(view, view.word(here).last)
    day = back(view.published, amount) if amount is not None and amount.size and view.published else None
    if amount is None or day is None or amount.definite:
        return None
    return Found(here, amount.last, day, day, "day" if amount.unit in _SHORT else "period", rule="ago")


def _dated(view: View, here: int) -> bool:
    """«منذ الهدنة (11 يونيو)»: whether a bracket opens with a number, that of the day."""
    return here + 1 < len(view.tokens) and view.tokens[here + 1].is_number


def _war(view: View, first: int, noun: int) -> tuple[date, date] | None:
    """The war's days so far: of the place named after it, else before it, else most often in the report."""
    if view.published is None:
        return None
    after = [i for i in range(noun, noun + _BESIDE + 1) if view.part(i) == "war_cue"]
    before = [i for i in range(first - 1, first - _BEFORE, -1) if view.part(i) == "war_cue"]
    beside = [view.word(i).entry for i in (*after, *before)] or list(view.wars)
    if not beside:
        return None
    protests = view.word(noun).unit == _PROTESTS
    return beside[0].rising(view.published) if protests else beside[0].war(view.published)
