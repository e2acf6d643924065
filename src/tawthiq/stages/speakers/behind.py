"""What the words behind a noun tell of the source that it names."""

from tawthiq.language.entries import SourceWord
from tawthiq.language.lists import words
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.view import View

_AND = "و"
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
    if inner is None or not word.open or kind != word.kind:
        return kind
    return inner


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
