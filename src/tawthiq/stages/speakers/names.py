"""Where a bare name stands, and how far it goes."""

from tawthiq.language.lists import words
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.view import View

_NAME = 5  # words in a person's name
_SERVANT, _SON = "عبد", "بن"
_COMMAS = ("،", ",")
_PAUSES = (*_COMMAS, ".")
_IN_NAME, _BY = "باسم", "ب"
_TWO = 2
_SHORT = 4  # letters of a word that «بـ» may begin without leading it
_PRESIDENTS = words("president")
TOLD_OF, _THAT = words("told_of"), "ان"
_BY_THE, _AND_THE, _THE, _FOR = "بال", "وال", "ال", "ل"


def name_at(view: View, at: int, limit: int, nation: bool = False) -> Phrase | None:
    """A bare name: words that nothing else is known of; `nation` lets one that is also a nationality begin it."""
    last = at
    while last < limit and last - at < _NAME and namely(view, last, at, nation):
        last += 1
    if last == at:
        return None
    last -= _spoken_to(view, at, last)
    return Phrase(at, last, view.tokens[at].start, last, _by_name(view, at, last), "speaker.name", known=False)


def _spoken_to(view: View, first: int, last: int) -> bool:
    """«قال أحمد سالم لموقعنا إن»: whether whom somebody speaks to ends the words of a name, before what is said."""
    word = view.tokens[last - 1].form
    if last - first <= _TWO or not word.startswith(_FOR) or last - 1 in view.given or last >= len(view.tokens):
        return False
    return view.said(last + (view.tokens[last].form in _COMMAS)) == "that"


def _by_name(view: View, at: int, last: int) -> str | None:
    """The kind of somebody who is known by name, and of what an outlet's word ends («أريانا نيوز»)."""
    if view.part(at) == "person":
        return view.kind(at)
    outlet = view.part(last - 1) == "field" and view.kind(last - 1) == "media"
    return "media" if outlet and last - at > 1 else None


def namely(view: View, at: int, first: int, nation: bool) -> bool:
    """Whether token `at` may belong to a name that begins at `first`."""
    token = view.tokens[at]
    if at > first and view.tokens[at - 1].form == _SERVANT and token.form.startswith(_THE):
        return True  # «عبد الواحد»
    if at > first and at in view.closes and view.definite(at):
        return False  # «دان سالم ناصر "الجريمة"»
    if at in view.busy or at in view.nameless or not token.is_word or view.said(at) or led(token.form):
        return False
    if (
        at == first
        and token.form[0] == _FOR
        and at not in view.given
        and view.definite(min(at + 1, len(view.tokens) - 1))
    ):
        return False  # «المنظمة اليمنية لمكافحة الاتجار»
    if at == first and at in view.where and token.form != _SERVANT:  # a village may be called «عبد العزيز»
        return False
    if token.form in TOLD_OF and not view.given.isdisjoint(range(first, at)):
        return at + 1 < len(view.tokens) and view.tokens[at + 1].form == _THAT  # «سالم القصف إن», «سالم الهجوم بأنه»
    if at > first and (view.quoted_between(at) or (at in view.actors and not view.actors[at].place)):
        return False
    if view.part(at) in ("head", "generic", "role", "carrier", "body", "norm"):
        return at > first and view.tokens[at - 1].form == _SERVANT and view.definite(at)
    if at > first and at - 1 in view.given and view.definite(at):
        return True  # «منصور التركي»
    return at not in view.nation or (nation and at == first and not view.definite(at))


def led(form: str) -> bool:
    """Whether a preposition leads an unknown word («بالثأر»), or stands alone before a quotation mark."""
    return len(form) == 1 or form.startswith(_BY_THE)


def begins_name(view: View, at: int, limit: int) -> bool:
    """Whether a person's name begins at `at`, past one comma or the stop of «د.»."""
    if at < limit and view.tokens[at].form in _PAUSES:
        at += 1
    return at < limit and namely(view, at, at, True) and not view.definite(at)


def set_off(view: View, at: int, limit: int) -> bool:
    """Whether a name of several words, though its first has an article, stands between commas («، البشير بن علي،»)."""
    if view.tokens[at].form not in _COMMAS:
        return False
    end = at + 1
    while end < limit and end - at <= _NAME and namely(view, end, at + 1, False):
        end += 1
    titled = end > at + 1 and view.part(at + 1) == "title"
    known = not titled and any(t in view.given or view.tokens[t].form == _SON for t in range(at + 2, end))
    return known and end < limit and view.tokens[end].form in _COMMAS


def told_name(view: View, at: int, limit: int) -> bool:
    """Whether a name of several words stands at `at` and «أن» behind it, past a comma or not."""
    name = name_at(view, at, limit) if at < limit else None
    if name is None or name.last - at < 2 or view.tokens[at].form.startswith(_AND_THE):
        return False  # «من أحياء السلام والميدان ووادي النيل إن»
    paused = name.last < limit and view.tokens[name.last].form in _COMMAS
    return view.said(name.last + paused) == "that"


def holds(view: View, at: int, limit: int) -> bool:
    """Whether a name, if only a surname, stands behind a title."""
    return begins_name(view, at, limit) or (at < limit and namely(view, at, at, False))


def named(view: View, at: int, ready: bool, definite: bool) -> bool:
    """Whether a role's holder is named at `at`: «المتحدث تركي ...» names, «متحدث تركي» does not, and behind a role
    without an article one word alone must be a given name."""
    if not ready or (at in view.nation and not definite) or not namely(view, at, at, definite):
        return False
    long = at + 1 < len(view.tokens) and namely(view, at + 1, at, False)
    return definite or at in view.given or long


def of_state(view: View, at: int) -> str | None:
    """«رئيس كوستاريكا», «الرئيس خوان سوتو»: the kind of a president whose country or name stands right behind."""
    form, behind = view.tokens[at].form, at + 1
    if form not in _PRESIDENTS or behind >= len(view.tokens):
        return None
    country = behind in view.countries
    return "government" if country or (view.definite(at) and begins_name(view, behind, behind + 1)) else None


def describes(view: View, at: int, definite: bool) -> bool:
    """Whether a one-word role is an adjective of the definite noun before it («المركز الإعلامي»)."""
    return definite and view.definite(at) and view.source[at].last == at + 1


def prepositional(view: View, at: int) -> bool:
    """Whether an unknown word looks like one that «بـ» leads («بتصويرها»)."""
    form = view.tokens[at].form
    return form[0] == _BY and len(form) > _SHORT and at not in view.nation


def in_name(view: View, at: int, role: int, stop: int) -> bool:
    """Whether «باسم» behind a role and its adjectives is no name («الناطق العسكري الرسمي باسم القوات»)."""
    return view.tokens[at].form == _IN_NAME and role < at < stop - 1 and at + 1 not in view.given


def no_part(view: View, at: int) -> bool:
    """Whether an unknown word belongs to no role: led by a preposition, or such as no name has."""
    token = view.tokens[at]
    nameless = at in view.nameless and at not in view.where and token.form[0] != _FOR
    return nameless or led(token.form) or at in view.split
