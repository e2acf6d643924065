"""Who signs a communiqué: «سالم أحمد – المتحدث باسم الحركة», «صادر عن لجان المقاومة» below its text speaks throughout
it."""

from collections.abc import Sequence

from tawthiq.model import Sentence
from tawthiq.stages.speakers.names import name_at
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.sayings import Statement
from tawthiq.stages.speakers.view import View

_LINES = 4  # last lines of a report: the name, and dates below it
_DASHES = ("-", "–", "—", "/")
_OUT, _FROM, _BLANK = ("صادر", "صدر", "الصادر"), ("عن", "من"), "\n"
_LINE, _OUTLET = 16, "media"  # tokens of a line that signs; who only hands it on
_PAPERS, _OPENING = ("بيان", "بلاغ", "تصريح", "بسم"), 4  # what opens a body's own paper, and its first lines
_SPOKESMAN, _INFORMATION = "speaker.source.spokesman", "speaker.source.information"


def signed(view: View, sentences: Sequence[Sentence], said: list[list[Statement]]) -> list[list[Statement]]:
    """The statements of each sentence that is read, with those of the spokesman whose name ends the report: where
    nobody else speaks, or only «المعلومات الأولية» do."""
    read = [s for s in sentences if s.part != "aside"]
    phrase = _signature(view, sentences) or _body(view, sentences)
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
        while last > first and view.tokens[last - 1].form == _BLANK:
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


def _body(view: View, sentences: Sequence[Sentence]) -> Phrase | None:
    """The body whose paper it is: «صادر عن لجان المقاومة» as one of the last lines, or its name alone below a text that
    opens with «بيان» or «بسم الله»."""
    paper = any(view.tokens[s.first].form in _PAPERS for s in sentences[:_OPENING])
    for sentence in sentences[: -_LINES - 1 : -1]:
        first, last = sentence.first, sentence.last
        while last > first and view.tokens[last - 1].form == _BLANK:
            last -= 1
        issued = last - first > 2 and view.tokens[first].form in _OUT and view.tokens[first + 1].form in _FROM
        if last - first > _LINE or not (issued or paper) or sentence.paragraph == sentences[0].paragraph:
            continue
        phrase = phrase_at(view, first + 2 if issued else first, last)
        if phrase is None or phrase.kind == _OUTLET or phrase.place or phrase.back:
            continue
        if issued or (phrase.end >= last and phrase.last - first > 1):
            return phrase
    return None
