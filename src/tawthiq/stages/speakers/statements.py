"""Finding each act of saying in a sentence: who says, and from where to where it reaches."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tawthiq.model import Sentence
from tawthiq.stages.speakers.memory import Memory
from tawthiq.stages.speakers.phrases import Phrase, name_at, phrase_at, with_apposition
from tawthiq.stages.speakers.view import View

_COMMA, _COLON, _THEN, _AND, _FOR_THE, _BY = "،", ":", "ف", "و", "لل", "ب"
_DASHES = ("-", "–", "—")
_COLON_AT = 9  # tokens of «X:» at most
_TRANSMITTED = 14  # tokens between «نقلت» and «عن»
_SKIPPED = 9  # tokens between «بحسب» and the speaker
_TOLD = 7  # tokens between a name and «أن»
_RECENT = 12  # statements and quotations of a sentence that are looked back at
_CLAUSES = 120  # tokens looked back for «بينما»
_BETWEEN = 6  # tokens between a verb and its subject
_ARMED = ("military", "armed_group")
_LINKS = ("relative", "stop", "first")
_PASSED = (_COMMA, "(", ")")
_EARLY = 2  # a subject before its verb begins within so many tokens of its sentence


class Statement(NamedTuple):
    """Somebody says something over tokens reach[0] ≤ t < reach[1]. `rank` orders statements of one sentence:
    what corrects comes later."""

    phrase: Phrase
    reach: tuple[int, int]
    because: str
    rank: int = 0
    via: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(slots=True)
class Sayings:
    """The statements of one sentence as they are found, and who spoke before."""

    view: View
    sentence: Sentence
    memory: Memory
    found: list[Statement] = field(default_factory=list)
    crossing: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        """The last quotations that open in this sentence and close behind it."""
        first, last, closes = self.sentence.first, self.sentence.last, self.view.closes
        self.crossing = [(t, closes[t]) for t in range(first, last) if closes.get(t, 0) > last][-_RECENT:]

    @property
    def limit(self) -> int:
        return self.sentence.last

    def phrase(self, at: int) -> Phrase | None:
        """The known or remembered speaker that begins at `at`."""
        known = phrase_at(self.view, at, self.limit)
        if known is not None:
            return self.memory.resolve(known)
        bare = name_at(self.view, at, self.limit)
        return self.memory.surname(bare) if bare is not None else None


def statements(view: View, sentence: Sentence, memory: Memory) -> list[Statement]:
    """The acts of saying in a sentence, in the order in which they correct each other."""
    sayings = Sayings(view, sentence, memory)
    _opening(sayings)
    at = sentence.first
    while at < sentence.last:
        part = view.said(at)
        if part in ("verb", "weak", "accuse", "continue"):
            at = _verb(sayings, at, part)
        elif part == "transmit":
            at = _transmit(sayings, at)
        elif part in ("according", "quoting"):
            at = _according(sayings, at, part)
        elif part == "participle" and at - 1 not in view.busy:
            _participle(sayings, at)
        elif part == "impersonal":
            at = view.say[at].last - 1
        elif view.part(at) in ("role", "title"):
            _meet(sayings, at)
        at += 1
    return sorted(sayings.found, key=lambda s: s.rank)


def _add(sayings: Sayings, statement: Statement) -> None:
    if statement.phrase.kind is None and sayings.found:  # «المتحدث باسمه»
        statement = statement._replace(phrase=statement.phrase._replace(kind=sayings.found[-1].phrase.kind))
    sayings.found.append(statement)
    sayings.memory.spoke(statement.phrase)


def _meet(sayings: Sayings, at: int) -> None:
    person = phrase_at(sayings.view, at, sayings.limit)
    if person is not None:
        sayings.memory.met(person)


def _opening(sayings: Sayings) -> None:
    """«X: ...» and a sentence that goes on with «وأن»."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    phrase = phrase_at(view, first, min(limit, first + _COLON_AT))
    if phrase is not None and not phrase.place and phrase.end < limit and view.tokens[phrase.end].form == _COLON:
        phrase = sayings.memory.resolve(phrase)
        _add(sayings, Statement(phrase, (first, _end(sayings, phrase.end + 1)), "speaker.colon"))
    elif view.said(first) == "that" and view.say[first].clitic == _AND and sayings.memory.last is not None:
        _add(sayings, Statement(sayings.memory.last, (first, limit), "speaker.goes_on"))


def _verb(sayings: Sayings, at: int, part: str) -> int:
    """A verb of saying with its subject behind or before it. Returns the last token read."""
    view, limit = sayings.view, sayings.limit
    after = view.say[at].last
    subject = _was(sayings, at)
    end = after
    if subject is None:
        subject = _subject(sayings, _skip(view, after, limit), part)
        end = subject.end if subject is not None else after
    if subject is None:
        subject = _before(sayings, at, near=part not in ("verb", "accuse"))
    if subject is None and part != "weak":
        subject = sayings.memory.speaking()
    if subject is None or (part == "weak" and subject.kind in _ARMED and not _tells(view, end, limit)):
        return at  # «نشر الجيش قواته»
    reach_end, quoted = _reach(sayings, end)
    via = _carrier(view, end, limit)
    _add(sayings, Statement(subject, (end, reach_end), f"speaker.{view.say[at].entry.id}", 0, via, quoted))
    return max(at, end - 1)


def _skip(view: View, at: int, limit: int) -> int:
    """Past the day and commas that may stand between a verb and its subject, and past «بيان»."""
    steps = 0
    while at < limit and steps < _BETWEEN:
        if view.part(at) == "carrier":
            at = view.source[at].last
        elif at in view.busy or view.tokens[at].form in _PASSED or view.said(at) == "object":
            at += 1
        else:
            break
        steps += 1
    return at


def _subject(sayings: Sayings, at: int, part: str) -> Phrase | None:
    """The subject behind a verb: a known speaker, or a name that ends where a statement begins."""
    view, limit = sayings.view, sayings.limit
    known = sayings.phrase(at)
    if known is not None:
        if part == "accuse" and known.end < limit and view.tokens[known.end].form.startswith(_BY):
            return None  # «واتهمت الجيش بقصفها»: the accused
        return None if _governed(view, at) and view.part(at - 1) != "carrier" else known
    if part in ("weak", "accuse"):
        return None
    bare = name_at(view, at, limit, nation=True)
    if bare is None or _governed(view, at) or view.tokens[at].form.startswith(_FOR_THE):
        return None
    full = with_apposition(view, bare, limit)
    if full.known or _tells(view, bare.end, limit):
        return full
    long = part == "verb" and 1 < bare.last - bare.first <= 3 and not view.definite(at)
    return full if long and view.said(bare.end) in ("stop", "from") else None


def _tells(view: View, end: int, limit: int) -> bool:
    """Whether what is said begins at `end`, or behind a few words («على تويتر أن»)."""
    if end >= limit or view.tokens[end].form in (_COLON, _COMMA) or end in view.closes:
        return True
    for here in range(end, min(limit, end + _TOLD)):
        if view.said(here) == "that" or here in view.closes or view.tokens[here].form == _COLON:
            return True
        if here == end and view.said(here) not in ("stop", "from"):
            return False
    return False


def _governed(view: View, at: int) -> bool:
    """Whether a preposition is split off the word: it is the object, not the subject."""
    for hit in (view.source.get(at), view.nation.get(at)):
        if hit is not None:
            return hit.clitic[:1] in ("ب", "ل", "ك")
    return False


def _before(sayings: Sayings, at: int, near: bool) -> Phrase | None:
    """The subject that stands before its verb: right before it, or opening the sentence."""
    view, first = sayings.view, sayings.sentence.first
    stop = at
    while stop > first and (view.said(stop - 1) in _LINKS or view.tokens[stop - 1].form in (_COMMA, *_DASHES)):
        stop -= 1
    opening = _opens_sentence(sayings, stop)
    if opening is not None and view.say[at].clitic.startswith(_THEN):
        return opening
    for start in range(max(first, stop - 12), stop):
        phrase = phrase_at(view, start, stop)
        if phrase is not None and phrase.end >= stop and not (phrase.place and view.said(start - 1) == "stop"):
            return sayings.memory.resolve(phrase) if start == first or not _governed(view, start) else None
    return None if near or sayings.found else opening


def _opens_sentence(sayings: Sayings, stop: int) -> Phrase | None:
    """The speaker that a sentence before its verb of saying begins with («أما الوزارة», «أصدرت الوزارة بيانا»)."""
    view, first = sayings.view, sayings.sentence.first
    for start in range(first, min(first + _EARLY + 1, stop)):
        phrase = phrase_at(view, start, stop)
        acts = start > first and view.said(start - 1) == "was"
        if phrase is not None and (acts or not phrase.place) and not _governed(view, start):
            return sayings.memory.resolve(phrase)
    return None


def _was(sayings: Sayings, at: int) -> Phrase | None:
    """The subject between «كان» and its verb («كانت الوزارة قد أعلنت»)."""
    view, first = sayings.view, sayings.sentence.first
    for was in range(max(first, at - _COLON_AT), at):
        if view.said(was) == "was":
            phrase = phrase_at(view, view.say[was].last, at)
            near = phrase is not None and all(view.said(t) == "stop" for t in range(phrase.end, at))
            return sayings.memory.resolve(phrase) if phrase is not None and near else None
    return None


def _participle(sayings: Sayings, at: int) -> None:
    """«مشيرا إلى» takes up the speaker of its sentence, else the last one."""
    view = sayings.view
    speaker = sayings.found[-1].phrase if sayings.found else _before(sayings, at, near=False) or sayings.memory.last
    if speaker is not None:
        end, quoted = _reach(sayings, view.say[at].last)
        _add(sayings, Statement(speaker, (at, end), "speaker.participle", 0, (), quoted))


def _transmit(sayings: Sayings, at: int) -> int:
    """«نقلت رويترز عن X قوله»: X speaks, through the agency."""
    view, limit = sayings.view, sayings.limit
    after = view.say[at].last
    carrier = phrase_at(view, after, limit) or _before(sayings, at, near=False)
    for here in range(after, min(limit, at + _TRANSMITTED)):
        if view.said(here) != "from":
            continue
        subject = sayings.phrase(here + 1) or name_at(view, here + 1, limit)
        if subject is None:
            return at
        subject = with_apposition(view, subject, limit)
        via = (_text(view, carrier),) if carrier is not None else ()
        _add(sayings, Statement(subject, (at, _reach(sayings, subject.end)[0]), "speaker.transmitted", 0, via))
        return max(at, subject.end - 1)
    if carrier is not None and carrier.kind == "media":
        _add(sayings, Statement(carrier, (at, _reach(sayings, max(carrier.end, after))[0]), "speaker.transmitted"))
        return max(at, carrier.end - 1)
    return at


def _according(sayings: Sayings, at: int, part: str) -> int:
    """«بحسب X» at the head of what X says, in its midst or at its end."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    subject = _named_after(sayings, view.say[at].last)
    if subject is None:
        return at
    after = min(max(subject.end, at + 1), limit)
    why = f"speaker.{view.say[at].entry.id}"
    opens = at - first <= 1 or view.say[at].clitic.startswith(_AND)
    if opens or view.tokens[at - 1].form in _DASHES:
        _add(sayings, Statement(subject, (at, limit), why))
        return after - 1
    earlier = [s for s in sayings.found[-_RECENT:] if s.reach[0] < at]
    verbs = [s for s in earlier if s.rank == 0 and s.reach[1] > at]
    if verbs and subject.kind == "media" and part == "according":
        _via(sayings, verbs[-1], _text(view, subject))
        return after - 1
    floor = max((s.reach[1] for s in earlier if s.rank), default=first)
    if verbs:
        joints = [t for t in range(max(verbs[-1].reach[0] + 1, at - _CLAUSES), at) if view.said(t) == "joint"]
        floor = max(floor, joints[-1]) if joints else floor
    via = (_text(view, verbs[-1].phrase),) if verbs and part == "quoting" and verbs[-1].phrase.kind == "media" else ()
    end = limit if part == "quoting" and verbs else after
    _add(sayings, Statement(subject, (floor, end), why, 1, via))
    return after - 1


def _named_after(sayings: Sayings, at: int) -> Phrase | None:
    """The speaker behind «بحسب»: past «ما أفادت به», «أرقام», «تقديرات جديدة من»."""
    view, limit = sayings.view, sayings.limit
    carried = False
    verbal = False
    for here in range(at, min(limit, at + _SKIPPED)):
        if view.tokens[here].form in (_COMMA, _COLON, "\n"):
            break
        if view.part(here) == "carrier" and here not in view.actors:
            carried = True
            continue
        said = view.said(here)
        if said in ("verb", "weak", "accuse", "continue", "transmit"):
            verbal = True
            continue
        if said in ("stop", "relative", "from") or here in view.busy:
            continue
        known = sayings.phrase(here)
        if known is not None:
            return with_apposition(view, known, limit) if not known.known else known
        if not carried or verbal:
            bare = name_at(view, here, limit)
            if bare is not None and (verbal or here == at):
                return with_apposition(view, bare, limit)
            break
    return sayings.memory.last if carried else None


def _via(sayings: Sayings, statement: Statement, text: str) -> None:
    at = next(i for i in range(len(sayings.found) - 1, -1, -1) if sayings.found[i] is statement)
    sayings.found[at] = statement._replace(via=(*statement.via, text))


def _carrier(view: View, at: int, limit: int) -> tuple[str, ...]:
    """«لوكالة فرانس برس» behind a speaker: who carries it."""
    hit = view.source.get(at) if at < limit else None
    if hit is None or not hit.clitic.startswith("ل"):
        return ()
    phrase = phrase_at(view, at, limit)
    return (_text(view, phrase),) if phrase is not None and phrase.kind == "media" else ()


def _text(view: View, phrase: Phrase) -> str:
    return view.text[phrase.start : view.tokens[phrase.last - 1].end]


def _end(sayings: Sayings, at: int) -> int:
    return _reach(sayings, at)[0]


def _reach(sayings: Sayings, at: int) -> tuple[int, bool]:
    """Where a statement that begins about token `at` ends, and whether it is quoted word for word.

    A quotation right behind the speaker is the statement; one that opens later in the
    sentence and runs over its end carries the statement on.
    """
    view, limit = sayings.view, sayings.limit
    here = at
    while here < limit and here - at < 12 and here not in view.closes and view.said(here) != "that":
        if view.said(here) not in ("", "stop", "from"):
            break
        here += 1
    if here in view.closes and here < limit and not any(view.said(t) == "that" for t in range(at, here)):
        direct = here - at <= 1 or view.tokens[here - 1].form == _COLON
        if direct and view.closes[here] - here > 2:
            return max(view.closes[here], here), True
    over = [close for opens, close in sayings.crossing if opens >= at]
    return max(over, default=limit), bool(over)
