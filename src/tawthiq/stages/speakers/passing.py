"""Past what stands between a role and the name of who holds it, and where that name begins."""

from tawthiq.stages.speakers.names import begins_name, told_name
from tawthiq.stages.speakers.view import View

_COMMAS = ("،", ",")
_FOR = "ل"
_TELLERS = ("role", "title", "generic", "head", "body")


def titled(view: View, at: int, limit: int) -> int | None:
    """Where a name begins behind a comma and a title («ضابط الشرطة، الرائد أحمد ...»)."""
    if at + 1 >= limit or view.tokens[at].form not in _COMMAS or view.part(at + 1) != "title":
        return None
    name = view.source[at + 1].last
    return name if begins_name(view, name, limit) else None


def placed(view: View, at: int, limit: int) -> int | None:
    """Where a name begins behind a place («مسؤول الحزب في الموصل سالم أحمد إن»)."""
    if view.said(at) != "stop" or at + 1 >= limit or at + 1 not in view.where:
        return None
    name = past_object(view, at + 1, limit)
    return name if told_name(view, name, limit) else None


def past_addressee(view: View, at: int, limit: int) -> int:
    """Behind an outlet that is told, where who tells it follows («أوضح لـ«البلاد» مدير المستشفى أن»); else `at`."""
    quoted = at if at in view.split else at + 1
    told = view.kind(at) == "media" or (at in view.split and at in view.closes) or view.tokens[at].form == _FOR
    end = view.closes.get(quoted, view.source[at].last if view.kind(at) == "media" else at)
    teller = end < limit and (view.part(end) in _TELLERS or begins_name(view, end, limit))
    return end if told and teller else at


def past_object(view: View, at: int, stop: int) -> int:
    """Behind what a preposition governs: a place of several words, else one word."""
    last = at + 1
    while last < stop and last - 1 in view.where and (last in view.where or view.definite(last)):
        last += 1
    return last


def past_brackets(view: View, at: int, stop: int) -> int:
    """Behind «(...)» that opens at `at`, where it closes before `stop`."""
    return next((t + 1 for t in range(at + 1, stop) if view.tokens[t].form == ")"), stop)


def spaced(view: View, dash: int) -> bool:
    """Whether a space parts a dash from the word behind it, as in no double name («جان-كلود»)."""
    return dash + 1 < len(view.tokens) and view.tokens[dash + 1].start > view.tokens[dash].end
