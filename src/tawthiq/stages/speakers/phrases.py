"""Reading the words that name a speaker: a body, an unnamed source, a person with or without a role."""

from typing import NamedTuple

from tawthiq.language.entries import SourceWord
from tawthiq.stages.speakers.view import View

_NAME = 5  # words in a person's name
_BODY = 5  # words after the noun that a body's name begins with
_ROLE = 14  # words between a role and the person who holds it
_COMMA = "،"
_AND = "و"
_ENDING = ("that", "relative", "verb", "weak", "continue", "participle", "transmit", "according", "quoting", "joint")


class Phrase(NamedTuple):
    """Who speaks: the identifying tokens first ≤ t < last, from code point `start`; the whole phrase ends at `end`.

    `back` says that it may refer to a speaker named before, `known` that the data knows it (else a bare name).
    """

    first: int
    last: int
    start: int
    end: int
    kind: str | None
    because: str
    role: str | None = None
    source: str | None = None
    back: bool = False
    known: bool = True
    place: bool = False


def phrase_at(view: View, at: int, limit: int) -> Phrase | None:
    """The known speaker that begins at token `at`, read no further than `limit`."""
    if at >= limit:
        return None
    hit, actor = view.source.get(at), view.actors.get(at)
    if actor is not None and (hit is None or actor.last > hit.last or not _leads(hit.entry)):
        return Phrase(at, actor.last, actor.start, actor.last, actor.kind or "armed_group", "speaker.actor", place=actor.place)
    if hit is None or hit.last > limit or not isinstance(hit.entry, SourceWord):
        return None
    word = hit.entry
    start = view.start(hit)
    if word.part == "body":
        return Phrase(at, hit.last, start, hit.last, word.kind, f"speaker.{word.id}", source=word.source)
    if word.part in ("head", "generic"):
        return _noun(view, at, limit)
    if word.part in ("role", "title"):
        return _person(view, at, limit)
    return None


def name_at(view: View, at: int, limit: int, words: int = _NAME) -> Phrase | None:
    """A bare name: words that nothing else is known of."""
    last = at
    while last < limit and last - at < words and _namely(view, last, last == at):
        last += 1
    if last == at:
        return None
    return Phrase(at, last, view.tokens[at].start, last, None, "speaker.name", known=False)


def with_apposition(view: View, phrase: Phrase, limit: int) -> Phrase:
    """A bare name followed by «، مدير المستشفى»: with that role and kind."""
    at = phrase.last
    if at + 1 >= limit or view.tokens[at].form not in (_COMMA, ",") or view.part(at + 1) not in ("role", "generic"):
        return phrase
    role = phrase_at(view, at + 1, limit)
    if role is None:
        return phrase
    text = view.text[role.start : view.tokens[role.end - 1].end]
    end = role.end + 1 if role.end < limit and view.tokens[role.end].form in (_COMMA, ",") else role.end
    return phrase._replace(kind=role.kind, role=text, end=end, known=True)


def _leads(word: object) -> bool:
    return isinstance(word, SourceWord) and word.part in ("body", "role", "title", "generic", "head")


def _ends(view: View, at: int) -> bool:
    """Whether no phrase runs on over token `at`."""
    said = view.said(at)
    return not view.tokens[at].is_word or at in view.busy or said in _ENDING or said in ("stop", "from")


def _namely(view: View, at: int, begins: bool) -> bool:
    token = view.tokens[at]
    if not token.is_word or at in view.busy or view.said(at):
        return False
    part = view.part(at)
    if part in ("head", "generic", "role", "carrier", "body") or at in view.nation:
        return False
    return not (begins and token.form in _AND)


def _noun(view: View, at: int, limit: int) -> Phrase:
    """A head noun or an unnamed source with what belongs to it."""
    hit = view.source[at]
    word = hit.entry
    assert isinstance(word, SourceWord)
    kind, last = word.kind, hit.last
    stop = min(limit, hit.last + _BODY)
    definite = hit.definite or view.definite(hit.first)
    source: str | None = None
    while last < stop:
        inner = _inner(view, last, limit)
        if inner is not None and not _joined(view, last):
            kind = inner.kind if word.open or word.part == "head" and word.kind == "other" else kind
            source, last = inner.source, inner.last
            break
        if _ends(view, last) or _joined(view, last):
            break
        field = view.source.get(last)
        settles = field is not None and isinstance(field.entry, SourceWord) and field.entry.part in ("field", "generic")
        if settles and field is not None and isinstance(field.entry, SourceWord):
            if word.open and field.entry.kind and kind == word.kind:
                kind = field.entry.kind
            last = min(field.last, limit)
            continue
        if word.part == "generic" and definite and not view.definite(last) and last not in view.nation:
            return _holder(view, at, last, limit, kind)
        if word.part == "head" and last > hit.last and not view.definite(last) and last not in view.nation:
            break
        last += 1
    last = _within(view, last, limit)
    inner = phrase_at(view, last - 1, limit) if last > hit.last else None
    if inner is not None and inner.last == last and word.open and kind == word.kind and inner.known:
        kind = inner.kind
    short = last == hit.last and definite
    return Phrase(at, last, view.start(hit), last, kind, f"speaker.{word.id}", source=source, back=word.back and short)


def _inner(view: View, at: int, limit: int) -> Phrase | None:
    """A body or actor inside a longer name («مصادر الشرطة العراقية»)."""
    if view.part(at) == "body" or (at in view.actors and not view.actors[at].place and view.part(at) != "field"):
        return phrase_at(view, at, limit)
    if view.part(at) == "head" and at in view.source:
        return _noun(view, at, limit)
    return None


def _within(view: View, at: int, limit: int) -> int:
    """The end of «في الدفاع المدني» after a source, or `at`."""
    if at + 1 < limit and view.said(at) == "stop" and view.say[at].last == at + 1 and len(view.tokens[at].form) == 2:
        inner = _inner(view, at + 1, limit)
        if inner is not None:
            return inner.last
    return at


def _joined(view: View, at: int) -> bool:
    """Whether the word begins with «و» split off: a second speaker, or a clause."""
    for hits in (view.source, view.nation, view.say):
        hit = hits.get(at)
        if hit is not None:
            return hit.clitic.startswith(_AND)
    return False


def _holder(view: View, at: int, name: int, limit: int, kind: str | None) -> Phrase:
    """The person who holds a role that begins at `at`; the name begins at `name`."""
    found = name_at(view, name, limit)
    hit = view.source[at]
    role = view.text[view.start(hit) : view.tokens[name - 1].end]
    if found is None:
        return Phrase(at, name, view.start(hit), name, kind, f"speaker.{hit.entry.id}")
    found = with_apposition(view, found, limit)
    return found._replace(kind=kind or found.kind, role=role, because=f"speaker.{hit.entry.id}", known=True)


def _person(view: View, at: int, limit: int) -> Phrase:
    """A role or title, what it belongs to, and the name of the person where one is given."""
    hit = view.source[at]
    word = hit.entry
    assert isinstance(word, SourceWord)
    kind, last, shown, titled = word.kind, hit.last, hit.last, word.part == "title"
    stop = min(limit, hit.last + _ROLE)
    while last < stop:
        token, part = view.tokens[last], view.part(last)
        if part == "title":
            return _holder(view, at, view.source[last].last, limit, kind)
        if token.form in (_COMMA, ","):
            if last + 1 < stop and (view.part(last + 1) == "title" or _begins_name(view, last + 1)):
                last += 1
                continue
            break
        inner = _inner(view, last, stop) if part in ("body", "head") or last in view.actors else None
        if inner is not None:
            kind = kind or inner.kind
            shown = inner.last if shown == last else shown
            last = _past_idafa(view, inner.last, last, stop)
            shown = max(shown, last) if shown == inner.last else shown
            continue
        if part == "field" and view.source[last].last <= stop:
            field = view.source[last].entry
            kind = kind or (field.kind if isinstance(field, SourceWord) else None)
            shown = view.source[last].last if shown == last else shown
            last = view.source[last].last
            continue
        if view.said(last) == "stop":
            last += 2
            continue
        if _ends(view, last) and not token.is_number:
            break
        if not view.definite(last) and last not in view.nation and not token.is_number and (titled or last > hit.last or hit.definite or view.definite(at)):
            return _holder(view, at, last, limit, kind)
        shown = last + 1 if shown == last else shown
        last += 1
    end = min(max(shown, min(last, limit)), limit)
    back = word.back and shown == hit.last and (hit.definite or view.definite(at))
    return Phrase(at, shown, view.start(hit), end, kind, f"speaker.{word.id}", back=back)


def _begins_name(view: View, at: int) -> bool:
    return _namely(view, at, True) and not view.definite(at)


def _past_idafa(view: View, last: int, first: int, stop: int) -> int:
    """After an indefinite head of one word («مدير مستشفى حجة») the next word still belongs to it."""
    if last - first == 1 and last < stop and view.part(first) == "head" and not view.definite(first) and not _ends(view, last):
        return last + 1
    return last
