"""Who signs a communiqué: «سالم أحمد – المتحدث باسم الحركة» below its text speaks throughout it."""

from collections.abc import Sequence

from tawthiq.model import Sentence
from tawthiq.stages.speakers.names import name_at
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.sayings import Statement
from tawthiq.stages.speakers.view import View

_LINES = 4  # last lines of a report: the name, and dates below it
_DASHES = ("-", "–", "—", "/")
_SPOKESMAN, _INFORMATION = "speaker.source.spokesman", "speaker.source.information"


def signed(view: View, sentences: Sequence[Sentence], said: list[list[Statement]]) -> list[list[Statement]]:
    """The statements of each sentence that is read, with those of the spokesman whose name ends the report: where
    nobody else speaks, or only «المعلومات الأولية» do."""
    read = [s for s in sentences if s.part != "aside"]
    phrase = _signature(view, sentences)
    if phrase is None:
        return said
    result = []
    for sentence, statements in zip(read, said, strict=True):
        named = [s for s in statements if s.phrase.because != _INFORMATION]
        own = [Statement(phrase, (sentence.first, sentence.last), "speaker.signature")]
        result.append(named or (own if sentence.part == "body" and sentence.first < phrase.first else statements))
    return result


def _signature(view: View, sentences: Sequence[Sentence]) -> Phrase | None:
    """The name, a dash and the office of a spokesman that make up one of the last lines."""
    for sentence in sentences[: -_LINES - 1 : -1]:
        first, last = sentence.first, sentence.last
        while last > first and view.tokens[last - 1].form == "\n":
            last -= 1
        name = name_at(view, first, last)
        at = name.last if name is not None else last
        if name is None or name.last - first < 2 or at + 1 >= last or view.tokens[at].form not in _DASHES:
            continue
        office = phrase_at(view, at + 1, last)
        if office is not None and office.because == _SPOKESMAN and office.end >= last:
            role = view.text[office.start : view.tokens[office.last - 1].end]
            return name._replace(kind=office.kind, role=role, known=True)
    return None
