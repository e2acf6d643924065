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
_AGO = 8  # from «الحرب» to «قبل عامين»
_AGAINST = frozenset({"مع", "ضد", "بين", "علي"})
_NEXT = frozenset({"told", "weekday", "relative_day", "since", "within", "until"})
_DAYS = frozenset({"weekday", "relative_day", "part_of_day"})
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


def begun_ago(view: View, event: Found) -> Found:
    """«منذ اندلاع المواجهة مع الفصائل قبل عامين»: the period with how long ago the event was, which is no date of its
    own; it opens the period where nothing else tells when."""
    for here in range(event.last, min(event.last + _AGO, len(view.tokens))):
        part = view.part(here)
        if part == "ago":
            amount = read_amount(view, view.word(here).last)
            if amount is None or amount.definite or view.part(amount.last) == "from":
                return event
            then = back(view.published, amount) if view.published and amount.size else None
            start = _sooner(view, event.start, then)
            return event._replace(last=amount.last, start=start, end=view.published if start else None)
        harmed = here in view.counted and view.form(here - 1) not in _AGAINST
        if part in _NEXT or harmed or not (view.tokens[here].is_word or view.form(here) in _MARKS):
            return event
    return event


def _sooner(view: View, war: date | None, then: date | None) -> date | None:
    """The day a war is known to have begun, where it is about so long ago as the report says, else that told."""
    if war is None or then is None or view.published is None:
        return war or then
    return war if abs(war - then) * 2 <= view.published - then else then


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
