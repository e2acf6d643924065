"""Where a name stands, and how far it goes."""

from typing import NamedTuple

from tawthiq.stages.victims.view import View

LONGEST = 7
_BRACKET_REACH = 5
_LED = ("بال", "لل", "وال", "فال", "كال")
_PLURAL = ("ين", "ون", "ات")
_ON = "علي"  # «على» once folded
_DOTTED = "ي"
_PREPOSITION = "على"
_AND = "و"
_THE = "ال"
_SHORT = 3
_VERBAL = "ي"


class Name(NamedTuple):
    """Tokens first ≤ t < last; `start` is the position past a joined «و»."""

    first: int
    last: int
    start: int
    sex: str | None
    given: bool


def name_at(view: View, at: int, sure: bool) -> Name | None:
    """The name that begins at a token. `sure`: a name must stand there, so that any word nobody knows may begin it."""
    if not view.word(at) or view.hit("none", at):
        return None
    hit = view.hit("name", at) or view.hit("tie", at)
    if hit is None and sure:
        hit = view.hit("word", at)
    if hit is None and joins_unknown(view, at):
        return Name(at, _end(view, at), view.tokens[at].start + 1, None, False)
    joined = hit is not None and hit.clitic == _AND
    if hit is not None and hit.clitic not in ("", _AND):
        hit = None
    if hit is None and not (sure and _unknown(view, at)):
        return None
    start = hit.start if hit is not None and joined else view.tokens[at].start
    bounded = _quoted_end(view, at) or _bracketed_end(view, at)
    if view.form(at) == _ON and not bounded and not (dotted(view, at) or (sure and _written(view, at))):
        return None
    last = bounded or _end(view, at)
    if hit is not None and hit is view.hit("tie", at) and last - at < 2:
        return None
    return Name(at, last, start, sex_of(view, at), hit is not None)


def joins_unknown(view: View, at: int) -> bool:
    """Whether «و» is joined to a word that nobody knows, with a given name behind it: «وسهاد سالم»."""
    form = view.form(at)
    new = at not in view.known and at not in view.places and len(form) > _SHORT
    return new and form.startswith(_AND) and named(view, at + 1)


def sex_of(view: View, at: int) -> str | None:
    """Whether a given name is a man's or a woman's."""
    entry = view.entry("name", at) or view.entry("word", at) or view.entry("tie", at)
    return entry.sex if entry is not None else None


def _quoted_end(view: View, at: int) -> int | None:
    """The end of a name between quotation marks."""
    if not view.quoted(at):
        return None
    for last in range(at + 1, min(at + LONGEST, len(view.tokens)) + 1):
        if view.quoted(last):
            return last
        if not view.word(last):
            return None
    return None


def _bracketed_end(view: View, at: int) -> int | None:
    """The end of a name before a bracket with an age: what stands between is its own, known words too."""
    for last in range(at + 1, at + _BRACKET_REACH + 1):
        if view.form(last) == "(":
            number = view.numbers.get(last + 1)
            aged = number is not None and number.aside in ("age", "time")
            return last if aged else None
        if not view.word(last) or (last in view.hard and view.form(last) != _ON) or starts_next(view, last):
            return None
    return None


def _end(view: View, at: int) -> int:
    """The token after a name that begins at `at`, by what its words are."""
    last = at + 1
    while last < len(view.tokens) and last - at < LONGEST and not view.quoted(last) and _goes_on(view, last):
        last += 1
    while last - at > 1 and (view.hit("tie", last - 1) or _leading(view, last - 1)):
        last -= 1
    return last


def _leading(view: View, at: int) -> bool:
    """Whether a word inside a name needs another behind it («بن»)."""
    return view.hit("within", at) is not None


def dotted(view: View, at: int) -> bool:
    """Whether «علي» is written as the name, in a text that writes the preposition otherwise."""
    return _written(view, at) and (_PREPOSITION in view.document.text or not view.word(at + 1) or named(view, at + 1))


def _written(view: View, at: int) -> bool:
    return view.document.text[view.tokens[at].end - 1] == _DOTTED


def _goes_on(view: View, at: int) -> bool:
    if not view.word(at) or starts_next(view, at):
        return False
    if view.form(at) == _ON:
        return dotted(view, at)
    ties = view.parts.get("tie", {})
    inside = (at in ties and not ties[at].clitic) or _leading(view, at)
    ends = view.hit("after", at) is not None or view.hit("surname", at) is not None
    if named(view, at) or ends or (inside and view.word(at + 1)):
        return True
    if view.form(at).startswith(_THE) and at not in view.hard and view.hit("call", at) is None:
        behind = view.form(at + 1)
        if not view.word(at + 1) or behind.startswith(_AND):
            return True
    tied = (at - 1 in ties or _leading(view, at - 1)) and at not in view.hard
    return tied or _unknown(view, at)


def named(view: View, at: int) -> bool:
    """Whether a given name stands there by itself."""
    hit = view.hit("name", at) or view.hit("word", at)
    return hit is not None and not hit.clitic


def starts_next(view: View, at: int) -> bool:
    """Whether «و» begins the next name, or something else, there."""
    if not view.form(at).startswith(_AND):
        return False
    hits = [view.hit(part, at) for part in ("name", "word", "call", "kin", "state")]
    return any(hit is not None and hit.clitic.startswith(_AND) for hit in hits)


def _unknown(view: View, at: int) -> bool:
    """Whether a word is in no layer and has the look of a name."""
    if not view.word(at) or at in view.known or at in view.places or at in view.sides:
        return False
    form = view.form(at)
    if (
        len(form) < 3
        or form[0] == _VERBAL
        or not "ء" <= form[0] <= "ي"
        or form.startswith((*_LED, _AND))
        or form.endswith(_PLURAL)
    ):
        return False
    if any(
        view.entry(part, at) is not None
        for part in view.parts
        if part not in ("name", "word", "tie", "within", "after", "surname")
    ):
        return False
    return not form.endswith("ا") or len(form) < 4 or named(view, at + 1) or view.form(at + 1) == "("
