"""Where does a report turn to another matter, or look back? «إلى ذلك، قتل شرطي», «وكان التنظيم نفذ»"""

from tawthiq.language.entries import SayWord
from tawthiq.language.lexicon import Hit
from tawthiq.model import Place
from tawthiq.stages.claims.holding import one_incident
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.scene import Report, in_tokens

_MARKER_REACH = 6
_PAST_REACH = 2
_SAID_REACH = 3
_EARLIER, _WHOLE = "earlier", "country"
_OTHER_MATTER = frozenset({"past", "answer"})


def turned_to(marks: Marks, sentence: int, main: Place | None, place: Place | None) -> bool:
    """«إلى ذلك، قتل شرطي في كذا. ونقل المصاب إلى المستشفى»: whether a sentence turns to another matter, somewhere else
    than the report's, so that the paragraphs behind it which name no place go on from it."""
    if main is None or place is None or (main.level != _WHOLE and one_incident(main, place)):
        return False
    here = marks.report.document.sentences[sentence]
    markers = marks.report.within(here.first, here.first + _MARKER_REACH, "apart")
    return any(m.entry.value is None for m in markers)


def apart(marks: Marks, sentence: int) -> bool:
    """«وفي حادث منفصل», «وقبل أيام», «وردا على الهجوم» at the head of a sentence."""
    here = marks.report.document.sentences[sentence]
    for marker in marks.report.within(here.first, here.first + _MARKER_REACH, "apart"):
        contrast = marker.entry.value == "contrast"
        if not (contrast and _said_next(marks.report, marker)):
            return True  # «في المقابل أعلن الدفاع المدني» is another voice, not another incident
    head = here.first, here.first + _PAST_REACH
    words = (*marks.report.within(*head, "background"), *marks.report.within(*head, "looking_back"))
    for word in words:
        value = word.entry.value
        if value in _OTHER_MATTER or (value == _EARLIER and not _said_next(marks.report, word)):
            return True
    return False


def _said_next(report: Report, marker: Hit) -> bool:
    """«في المقابل أعلن», «وفي وقت سابق، قال»."""
    return bool(in_tokens(report.scan.of(SayWord), marker.last, marker.last + _SAID_REACH))


def past(marks: Marks, sentence: int) -> bool:
    """Whether a sentence looks back; «كانت» and «مؤخرا» say that of it only at its head."""
    here = marks.report.document.sentences[sentence]
    words = marks.report.within(here.first, here.last, "background")
    head = here.first + _MARKER_REACH
    return any(h.first < head or h.entry.value in (None, _EARLIER) for h in words)
