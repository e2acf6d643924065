"""Which cause, which period and which place does a sentence take over from the one before it?"""

from collections.abc import Mapping, Sequence

from tawthiq.model import Date, Place, Sentence
from tawthiq.stages.claims.events import Cause, counted
from tawthiq.stages.claims.holding import FINENESS, agree
from tawthiq.stages.claims.led_to import led_on, of_attack_told
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.places import located

_LIST = ":"
_MONTH = 27  # days between the ends of a month, at least
_HEAD = 3  # «كما تسببت تلك»
_NEXT = 2  # sentences from where an attack is told to what it led to


def carried(marks: Marks, sentences: Sequence[int], told: Mapping[int, int]) -> dict[int, Cause]:
    """The cause that a sentence without one of its own goes on from: told last in its paragraph, of the same incident,
    or before the list that it is an item of («أسفرت الغارات عن الحصيلة التالية:»)."""
    found: dict[int, Cause] = {}
    last: Cause | None = None
    before: int | None = None
    listed = False
    for index in sentences:
        sentence = marks.report.document.sentences[index]
        fresh = before is None or marks.report.document.sentences[before].paragraph != sentence.paragraph
        listed = _opens_list(marks, before) or (listed and (not fresh or index in marks.outcomes))
        same = before is not None and told[index] == told[before]
        own = [
            c
            for c in marks.causes.get(index, ())
            if c.event != "war" and c.part != "verb" and not counted(marks.report, c)
        ]
        own = [c for c in own if c.part != "outcome"] or own
        if not listed and (fresh or not same):
            last = None
        if own:
            last = _of_harm(marks, index, own) or own[-1]
        elif last is not None and any(
            o.cause and o.cause.candidate.value.event == "war" for o in marks.own.get(index, ())
        ):
            last = None
        elif last is not None:
            found[index] = last
        before = index
    return found


def spots(marks: Marks, sentences: Sequence[int]) -> dict[int, Place]:
    """The town, or finer, that a sentence without a place goes on from: where the one before it in its paragraph tells
    of an attack («استهدف هجوم مركزا للشرطة في كذا. وأصيب تسعة»)."""
    found: dict[int, Place] = {}
    last: Place | None = None
    paragraph: int | None = None
    for index in sentences:
        sentence = marks.report.document.sentences[index]
        last = last if sentence.paragraph == paragraph and sentence.part == "body" else None
        paragraph = sentence.paragraph
        here = marks.places.get(index, ())
        if here:
            last = _struck(marks, index, here)
        elif last is not None:
            found[index] = last
    return found


def onward(marks: Marks, sentences: Sequence[int]) -> dict[int, Place]:
    """The place that a sentence goes on from which names none and tells what the attack led to that the last one with a
    place tells of («قصفت الطائرات مواقع في مديرية كذا. وأسفرت الغارات عن مقتل عشرة»)."""
    found: dict[int, Place] = {}
    told, bare = marks.places, [i for i in sentences if i in marks.outcomes and i not in marks.places]
    for index in bare:
        last = index - 1 if index - 1 in told else index - _NEXT
        if last in told and _led(marks, index):
            place = _struck(marks, last, told[last], "district")
            found |= {index: place} if place is not None else {}
    return found


def _led(marks: Marks, index: int) -> bool:
    if of_attack_told(marks.report, marks.causes.get(index, ())):
        return True
    return led_on(marks.report, marks.report.document.sentences[index])


def _struck(marks: Marks, index: int, here: Sequence[Place], least: str = "town") -> Place | None:
    """The finest place that a sentence tells an attack of, where it tells of one alone."""
    if not marks.causes.get(index) and index not in marks.outcomes:
        return None
    told = [o.where for o in marks.own.get(index, ())] or [p for p in here if located(marks.report, p)]
    fine = [p for p in told if p is not None and FINENESS[p.level] >= FINENESS[least]]
    best = max(fine, key=lambda p: FINENESS[p.level], default=None)
    return best if best is not None and all(agree(best, p) for p in fine) else None


def periods(marks: Marks, sentences: Sequence[int]) -> dict[int, Date]:
    """The period that a sentence without a day of its own goes on from: told before the list that it is an item of,
    or right before it, where it begins with «هذه» («نفذت منذ بداية العام مئة غارة. هذه الغارات أسفرت عن:») or speaks
    of «الغارات المذكورة»; or the weeks of which its speaker was counting."""
    found: dict[int, Date] = {}
    last: Date | None = None
    counting: tuple[Date, int] | None = None
    before: int | None = None
    listed = False
    for index in sentences:
        listed = _opens_list(marks, before) or (listed and index in marks.outcomes)
        own = [d for d in marks.dates(index) if d.start and d.end]
        if own:
            last = next((d for d in own if _is_period(d)), None)
            counting = _counting(marks, own[-1]) if last is not None else None
        elif last is not None and (listed or _points_back(marks, index)):
            found[index] = last
        else:
            last = None
            if counting is not None and _by(marks, index) == counting[1]:
                found[index] = counting[0]
        before = index
    return found


def _counting(marks: Marks, date: Date) -> tuple[Date, int] | None:
    """Weeks or months that are over, and whose words tell of them («وثق المركز 60 انتهاكا خلال الربع الأول»)."""
    voice = marks.voices.get(date.first)
    if voice is None or date.kind != "duration" or date.start is None or date.end is None:
        return None
    return (date, voice.first) if (date.end - date.start).days >= _MONTH else None


def _by(marks: Marks, index: int) -> int | None:
    """Where the one who tells a sentence's first figure is named."""
    own = marks.own.get(index)
    voice = marks.voices.get(own[0].scene.casualty.first) if own else None
    return voice.first if voice is not None else None


def _is_period(date: Date) -> bool:
    return date.kind != "until" and date.start is not None and date.end is not None and date.start < date.end


def _points_back(marks: Marks, index: int) -> bool:
    here = marks.report.document.sentences[index]
    head = marks.report.within(here.first, here.first + _HEAD, "points_back")
    return bool(head or marks.report.within(here.first, here.last, "aforesaid"))


def _of_harm(marks: Marks, index: int, causes: Sequence[Cause]) -> Cause | None:
    """The cause that the last harm of a sentence chose, a collapse only where nothing brought it about."""
    chosen = [o.cause.candidate.value for o in marks.own.get(index, ()) if o.cause is not None]
    return next((c for c in reversed(chosen) if c.part != "outcome" or c in causes), None)


def _opens_list(marks: Marks, index: int | None) -> bool:
    if index is None:
        return False
    sentence: Sentence = marks.report.document.sentences[index]
    ends = [t.form for t in marks.report.tokens[max(sentence.first, sentence.last - 2) : sentence.last + 1]]
    return _LIST in ends
