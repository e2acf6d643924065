"""What the words behind a noun tell of the source that it names."""

from tawthiq.language.entries import SourceWord
from tawthiq.language.lists import words
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.view import View

_AND = "و"
_FOR_THE, _GOES_ON, _COMMAS, _TOLD = "لل", ("وال", "ال"), ("،", ","), words("told_press")
_PRESS, _STATE = "media", "government"
_ARMED, _FORCES, _UNNAMED = "armed_group", "military", "anonymous"
OF_REPORTS = words("of_reports")  # «تقرير الشبكة الصادر»: adjectives of what a body issued, not of the body
OF_NONE = OF_REPORTS | words("led_to")  # «بحسب مصادر طبية أدى القصف إلى»: nor does a verb belong to one


def one_adjective(view: View, at: int, word: SourceWord) -> int:
    """1 where an adjective alone tells which body is meant («الوزارة اللبنانية», «المنظمة الأممية»), or of which land
    a source is («المصدر العراقي»)."""
    if word.kind == _UNNAMED:
        return int(at in view.nation and view.definite(at))
    known = word.part == "head" and word.kind not in ("military", "armed_group")
    return int(
        known and at < len(view.tokens) and view.definite(at) and (at in view.nation or view.part(at) == "field")
    )


def field_at(view: View, at: int, generic: bool) -> SourceWord | None:
    """The word at `at` where it settles the kind of the noun before it."""
    hit = view.source.get(at)
    word = hit.entry if hit is not None else None
    if isinstance(word, SourceWord) and (word.part == "field" or (generic and word.part == "generic")):
        return word
    return None


def settled(word: SourceWord, kind: str | None, inner: str | None) -> str | None:
    """The kind of a noun with what stands behind it: «مصدر طبي» is medical, «مصادر القناة» stay unnamed."""
    if inner == _ARMED and kind == _FORCES:
        return inner  # «قوات الحوثيين»
    press = kind == _PRESS and word.kind == _STATE  # «مكتب الإعلام بوزارة الصحة»
    if inner is None or not word.open or (kind != word.kind and not press):
        return kind
    return inner


def purpose(view: View, noun: int, at: int, limit: int) -> int:
    """Behind what a body is for, where that is told between its name and what it says («المركز اليمني للعدالة أن»,
    «مركز عدن للحقوق والحريات أن»); else `at`. Those who are told are no part of it («المركز اليمني للصحفيين إن»)."""
    form, last = view.tokens[at].form, at
    if last > noun and form.startswith(_FOR_THE) and form not in _TOLD:
        last += 1
    while noun < last < limit and last not in view.busy and view.tokens[last].form.startswith(_GOES_ON):
        last += 1
    begun = last > at and (form.startswith(_FOR_THE) or view.tokens[at - 1].form.startswith(_FOR_THE))
    said = last < limit and (view.said(last) == "that" or view.tokens[last].form in _COMMAS)
    return last if begun and said and not any(t in view.source for t in range(at, last)) else at


def joined(view: View, at: int) -> bool:
    """Whether the word begins with «و» split off: a second speaker, or a clause."""
    for hits in (view.source, view.nation, view.say):
        hit = hits.get(at)
        if hit is not None:
            return hit.clitic.startswith(_AND)
    return False


def between_marks(view: View, at: int, last: int) -> Phrase:
    """A body whose name stands between marks that close before `last` («مجموعة "محامو الطوارئ"»)."""
    hit = view.source[at]
    word = hit.entry
    assert isinstance(word, SourceWord)
    kind = settled(word, word.kind, view.kind(hit.last))
    return Phrase(at, last, view.start(hit), last, kind, f"speaker.{word.id}")
