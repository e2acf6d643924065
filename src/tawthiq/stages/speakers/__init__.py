"""Who says so, and over which tokens does the speech reach? Fills `document.speakers`.

Speakers stand sentence by sentence; within one, a later verb of saying after an earlier one,
then «بحسب» and «نقلا عن», which correct both: of those that reach a token the last one says it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language import Language
from tawthiq.language.entries import SayWord
from tawthiq.language.scan import Scan
from tawthiq.model import Document, Span, Speaker
from tawthiq.stages.speakers.bridged import bridged
from tawthiq.stages.speakers.memory import Memory
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.sayings import Statement
from tawthiq.stages.speakers.signature import signed
from tawthiq.stages.speakers.statements import statements
from tawthiq.stages.speakers.view import View, view

_NAME = "speaker.name"
_WITNESS, _OTHER, _SAW, _SAYING = "witness", "other", "saw", 40
_OPEN, _CLOSE, _PLAIN = ("«", "“"), ("»", "”"), '"'


def run(document: Document, scan: Scan, language: Language) -> Document:
    """The document with its speakers. Needs its sentences; dates, numbers and actors sharpen it."""
    seen = view(document, scan)
    memory = Memory(seen)
    read = [sentence for sentence in document.sentences if sentence.part != "aside"]
    said = bridged(seen, memory, read, [statements(seen, sentence, memory) for sentence in read])
    said = signed(seen, document.sentences, said)
    saw = [hit.first for hit in scan.parts(SayWord).get(_SAW, ())]
    return replace(document, speakers=tuple([_speaker(seen, statement, saw) for each in said for statement in each]))


def _speaker(seen: View, statement: Statement, saw: Sequence[int]) -> Speaker:
    phrase = statement.phrase
    span = Span(phrase.start, _end(seen, phrase.start, seen.tokens[phrase.last - 1].end))
    kind = phrase.kind or (_WITNESS if not phrase.role and (_person(seen, phrase) or _told(statement, saw)) else _OTHER)
    return Speaker(
        span, seen.text[span.start : span.end], phrase.role, kind, phrase.source, statement.via,
        statement.quoted, phrase.first, phrase.last, statement.reach, (phrase.because, statement.because),
    )  # fmt: skip


def _person(seen: View, phrase: Phrase) -> bool:
    """Whether a person is named of whom nothing is told: who tells what happened, and does not say as what."""
    long = phrase.last - phrase.first > 1 and not seen.definite(phrase.first)
    return phrase.because == _NAME and (long or phrase.first in seen.given)


def _told(statement: Statement, saw: Sequence[int]) -> bool:
    """«قال سالم حسن: شاهدت الدخان»: whether somebody of whom nothing is known tells what they saw themselves."""
    first, last = statement.reach
    at = bisect_left(saw, first)
    return at < len(saw) and saw[at] < min(last, first + _SAYING)


def _end(seen: View, start: int, end: int) -> int:
    """The end of a speaker's text, past the mark that closes a quotation in it («وكالة "سبأ"»)."""
    closed = seen.text[end : end + 1]
    if closed == _PLAIN:
        return end + seen.text.count(_PLAIN, start, end) % 2
    opened = closed in _CLOSE and not set(_OPEN).isdisjoint(seen.text[start:end])
    return end + 1 if opened else end
