"""Speakers that the data does not name: nouns it does not know, figures that speak for themselves, «الصحة: ...»."""

from tawthiq.language.lists import words
from tawthiq.stages.speakers.names import led
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.view import View

_NOUN = 6  # tokens of an unknown speaker
_FIGURES = 3  # adjectives behind «أرقام»
_HEADING = 4  # tokens of a short name before a colon
_LONG = 6  # tokens of a long name, behind its first words, before a colon
_LEAST = 2  # letters of a word that may be none
_OBJECT = "ا"
_OWNED = ("ه", "ها", "هم", "نا")
_COLON, _NOT = ":", "غير"
_THE = ("ال", "وال", "لل")
_ESTIMATES, _THAT = words("estimates"), frozenset({"ان", "بان", "الي"})


def unknown_at(view: View, at: int, limit: int) -> Phrase | None:
    """An indefinite noun that nothing is known of, with what describes it («مشروع إنساني», «شيخ عشيرة»)."""
    last, kind = at, None
    while last < min(limit, at + _NOUN) and _plain(view, last):
        kind = kind or view.kind(last)
        last += 1
    if last == at or last - at == _NOUN:
        return None
    first = view.tokens[at].form
    if len(first) <= _LEAST or view.definite(at) or led(first) or first.endswith((_OBJECT, *_OWNED)):
        return None
    return Phrase(at, last, view.tokens[at].start, last, kind, "speaker.unknown")


def _plain(view: View, at: int) -> bool:
    """Whether a token may belong to an unknown speaker: no reporting word, number, harm, event or quotation."""
    token = view.tokens[at]
    return token.is_word and not (view.said(at) or at in view.busy or at in view.nameless or at in view.closes)


def carried_at(view: View, at: int, limit: int) -> Phrase | None:
    """Figures that name no speaker but say whose they are («أرقام رسمية إسرائيلية»), or that speak as nobody's («تقول
    تقديرات إن»)."""
    at -= view.tokens[at].form == _NOT and view.part(at - 1) == "carrier"
    hit = view.source[at]
    last, kind = hit.last, None
    if last + 1 < limit and view.tokens[last].form == _NOT and view.part(last + 1) == "field":  # «أرقام غير رسمية»
        return Phrase(at, last + 2, view.start(hit), last + 2, "anonymous", f"speaker.{hit.entry.id}")
    if last < limit and view.tokens[at].form in _ESTIMATES and view.tokens[last].form in _THAT:
        return Phrase(at, last, view.start(hit), last, "anonymous", f"speaker.{hit.entry.id}")
    while last < min(limit, hit.last + _FIGURES) and (last in view.nation or view.part(last) == "field"):
        kind = kind or view.kind(last) or ("government" if last in view.nation else None)
        last += 1
    if kind is None or hit.definite or view.definite(at):
        return None
    return Phrase(at, last, view.start(hit), last, kind, f"speaker.{hit.entry.id}")


def footage_at(view: View, at: int) -> Phrase:
    """What was filmed, where it shows something itself: «أظهر مقطع مصور ...»."""
    hit = view.source[at]
    return Phrase(at, hit.last, view.start(hit), hit.last, view.kind(at), f"speaker.{hit.entry.id}")


def heading_at(view: View, at: int, limit: int) -> Phrase | None:
    """What speaks before a colon though it is no body's whole name: «الصحة», «صحة غزة»."""
    colon = next((t for t in range(at, min(limit, at + _HEADING + 1)) if view.tokens[t].form == _COLON), None)
    if colon is None or colon == at or not all(_plain(view, t) or t == at for t in range(at, colon)):
        return None
    hit = view.source.get(at)
    kind = view.kind(at) if view.part(at) == "field" else None
    if kind is None or hit is None:
        return None
    return Phrase(at, colon, view.start(hit), colon, kind, "speaker.heading")


def to_colon(view: View, phrase: Phrase, limit: int) -> int | None:
    """The colon behind a speaker that opens a sentence, past what belongs to its name or says where it is («مديرية
    الصحة في الحديدة: ...»)."""
    head = view.part(phrase.first) in ("head", "body")
    for at in range(phrase.end, min(limit, phrase.end + _LONG)):
        token = view.tokens[at]
        if token.form == _COLON:
            return at
        said = view.said(at)
        own = at in view.where or token.form.startswith(_THE) or said == "stop" or token.is_number
        if said not in ("", "stop") or not (own or (head and _plain(view, at))):
            return None
    return None


def closed_by(view: View, at: int, limit: int) -> Phrase | None:
    """Who speaks behind a colon that ends a heading («مقتل ثلاثة في غارة: الجيش»)."""
    while limit > at and view.tokens[limit - 1].form == "\n":
        limit -= 1
    colon = next((t for t in range(at, limit) if view.tokens[t].form == _COLON), limit)
    phrase = phrase_at(view, colon + 1, limit) if colon > at else None
    return phrase if phrase is not None and phrase.end >= limit and not phrase.place else None
