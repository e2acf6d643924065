"""Past what stands between a role and the name of who holds it, and where that name begins."""

from tawthiq.language.lists import words
from tawthiq.stages.speakers.names import begins_name, name_at, set_off, told_name
from tawthiq.stages.speakers.view import View

_COMMAS, _DASHES = ("،", ","), ("-", "–", "—")
_GOVERNMENTS = ("حكومه", "الحكومه")  # folded
_FOR, _AND, _BY = "ل", "و", "ب"
_CALLED = words("called")
_OF, _OUT_OF, _DEPUTIES = "عن", "من", words("deputy")
_ANY, _OBJECT = ("احد", "احدي"), "ا"  # folded
_BESIDE_NAME = ("من", "(")
_PARTY = 6  # tokens between «النائب عن» and who that is
_AMONG = 4  # tokens between «وهو» and «من السكان»
_QUOTED = 4  # tokens of a name in quotation marks
_PLACING = ("في", "من", "الي", "علي", "لدي", "عند", "حول", "بشان", "بخصوص", "مع", "ضد", "خلال", "عبر")  # folded
_TELLERS = ("role", "title", "generic", "head", "body")


def holder_name(view: View, at: int, limit: int) -> int | None:
    """Where the name of who is described begins, behind a title, a place or a quotation mark."""
    behind = _titled(view, at, limit) or _called(view, at, limit) or _placed(view, at, limit)
    return behind or _between_commas(view, at, limit) or _quoted(view, at)


def _called(view: View, at: int, limit: int) -> int | None:
    """Where a name begins behind «يدعى» («قال أحد السكان، ويدعى سالم حسن، إن»)."""
    at += at < limit and view.tokens[at].form in _COMMAS
    called = at + 1 < limit and view.tokens[at].form.lstrip(_AND) in _CALLED
    return at + 1 if called and begins_name(view, at + 1, limit) else None


def _titled(view: View, at: int, limit: int) -> int | None:
    """Where a name begins behind a comma and a title («ضابط الشرطة، الرائد أحمد ...»)."""
    if at + 1 >= limit or view.tokens[at].form not in _COMMAS or view.part(at + 1) != "title":
        return None
    name = view.source[at + 1].last
    return name if begins_name(view, name, limit) else None


def _between_commas(view: View, at: int, limit: int) -> int | None:
    """Where a person's name stands between commas («قال محافظ تعز، سالم علي، إن»)."""
    name = name_at(view, at + 1, limit) if at + 1 < limit and view.tokens[at].form in _COMMAS else None
    if name is None or name.last - name.first < 2 or name.last >= len(view.tokens) or view.definite(name.first):
        return None
    known = any(t in view.given and t not in view.actors for t in range(name.first, name.last))
    return name.first if known and view.tokens[name.last].form in _COMMAS else None


def _placed(view: View, at: int, limit: int) -> int | None:
    """Where a name begins behind a place («مسؤول الحزب في الموصل سالم أحمد إن», «بمستشفى حجة، سالم أحمد،»)."""
    joined = at in view.where and view.tokens[at].form.startswith(_BY)
    if not joined and (view.said(at) != "stop" or at + 1 >= limit or at + 1 not in view.where):
        return None
    name = past_object(view, at + (not joined), limit)
    while joined and name < limit and name in view.where:
        name += 1
    return name if told_name(view, name, limit) else _between_commas(view, name, limit)


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


def past_aside(view: View, at: int, stop: int) -> int:
    """Behind where a body is and its other name in brackets («التحالف في اليمن (رصد)»)."""
    if at + 1 < stop and view.said(at) == "stop" and at + 1 in view.where:
        at = past_object(view, at + 1, stop)
    return past_brackets(view, at, stop) if at < stop and view.tokens[at].form == "(" else at


def spaced(view: View, dash: int) -> bool:
    """Whether a space parts a dash from the word behind it, as in no double name («جان-كلود»)."""
    return dash + 1 < len(view.tokens) and view.tokens[dash + 1].start > view.tokens[dash].end


def within_place(view: View, at: int) -> bool:
    """Whether a preposition stands at `at`: «الناطق في القطاع ...», not «الناطق ... مقتل أربعة»."""
    return view.said(at) == "stop" and view.tokens[at].form in _PLACING


def bracketed(view: View, last: int, limit: int) -> int:
    """Behind the other name of an actor in brackets («قوى الأمن الداخلي (الأسايش)»), which may be part of its own."""
    if 1 < last < limit and view.tokens[last].form == ")" and view.tokens[last - 2].form == "(":
        return last + 1
    name = view.actors.get(last + 1)
    closed = name is not None and name.last < limit and view.tokens[name.last].form == ")"
    return name.last + 1 if name is not None and closed and view.tokens[last].form == "(" else last


def deputy(view: View, at: int, last: int, stop: int) -> int | None:
    """Where a deputy's name begins behind the party or province at `last` («النائب السابق عن كتلة كذا علي سالم»)."""
    if last >= len(view.tokens) or view.tokens[last].form != _OF or view.tokens[at].form not in _DEPUTIES:
        return None
    name = past_object(view, last + 1, stop) if last + 1 in view.where else stop
    if told_name(view, name, stop):
        return name
    for here in range(last + 2, min(stop, last + _PARTY)):
        if here in view.given and not view.definite(here) and here not in view.actors:
            return here
        if not view.tokens[here].is_word or view.said(here):
            return None
    return None


def _quoted(view: View, at: int) -> int | None:
    """`at`, where a person's name stands there between quotation marks, and what they say behind it («مراسل الشبكة
    "سالم الأحمد" إن»)."""
    closes = view.closes.get(at, at)
    named = at in view.given and not view.part(at) and 1 < closes - at <= _QUOTED
    return at if named and view.said(closes) == "that" else None


def charge(view: View, at: int, official: int) -> bool:
    """Whether a carrier is what an official is in charge of («مسؤول الإحصاء»)."""
    hit = view.source[official]
    behind = at == hit.last and not (hit.definite or view.definite(official))
    return behind and view.kind(official) == "government" and view.part(at) == "carrier" and view.definite(at)


def object_of(view: View, at: int, behind: int, definite: bool) -> bool:
    """Whether a noun without an article is what a body with one did («أكد المركز إسعاف المصاب»)."""
    bare = at == behind and view.part(at) == "head" and not view.definite(at) and at not in view.actors
    return definite and bare and not view.source[at].clitic


def body_kind(view: View, at: int, kind: str) -> str:
    """The kind of an actor that speaks: «حكومة كذا» is a government and «جيش كذا» an army, whoever fights for it."""
    if view.tokens[at].form in _GOVERNMENTS:
        return "government"
    return "military" if kind == "government" and view.kind(at) == "military" else kind or "armed_group"


def among(view: View, at: int, limit: int) -> str | None:
    """The kind of those to whom a person belongs by what stands behind «وهو» («وهو نجار من السكان المحليين») or right
    behind the name («من سكان القرية», «(شقيق القتيل)»)."""
    is_one = view.said(at - 1) == "is"
    if not is_one and (at >= limit or view.tokens[at].form not in _BESIDE_NAME):
        return None
    ahead = range(at, min(limit, at + (_AMONG if is_one else 1)))
    of = next((t for t in ahead if view.tokens[t].form == _OUT_OF or not view.tokens[t].is_word), limit)
    member = of + 1 < limit and view.part(of + 1) == "generic" and view.kind(of + 1) == "witness"
    return view.kind(of + 1) if member else None


def behind_dash(view: View, at: int, stop: int) -> int | None:
    """Where a name begins behind the dash or comma at `at` («الناطق باسم الجيش- سالم حسن إن»)."""
    dash = view.tokens[at].form in _DASHES and spaced(view, at) and told_name(view, at + 1, stop)
    return at + 1 if dash or set_off(view, at, stop) else None


def anybody(view: View, at: int, last: int, limit: int) -> bool:
    """«دون أن يرفض أحد طلبا», «لم يقل أحد.»: whether «أحد» is nobody of whom anything is told."""
    if view.tokens[last - 1].form not in _ANY or last - at > 1:
        return False
    return last >= limit or not view.tokens[last].is_word or view.tokens[last].form.endswith(_OBJECT)


def addressed(view: View, at: int) -> bool:
    """«قال المدير لرويترز»: whether an outlet with «لـ» stands at a token: it is told so, and the role is not its."""
    hit = view.source.get(at)
    return hit is not None and hit.clitic.startswith(_FOR) and view.part(at) == "body" and view.kind(at) == "media"
