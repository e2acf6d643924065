"""Finding each act of saying in a sentence: who says, and from where to where it reaches."""

from tawthiq.model import Sentence
from tawthiq.stages.speakers.according import according, also, hearsay
from tawthiq.stages.speakers.being import between
from tawthiq.stages.speakers.communique import headed, inside, opened, tallied
from tawthiq.stages.speakers.memory import Memory
from tawthiq.stages.speakers.passing import past_aside
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.reach import admitted, begin, besides, condemned, feared, looked_back, meanwhile, reach
from tawthiq.stages.speakers.sayings import Sayings, Statement
from tawthiq.stages.speakers.subjects import before, behind, going_on, learnt, tells
from tawthiq.stages.speakers.transmitted import transmit, worded
from tawthiq.stages.speakers.unnamed import closed_by, heading_at, to_colon
from tawthiq.stages.speakers.view import View

_COLON, _AND, _FEMININE = ":", "و", "ه"
_DOTS = ("..", "…", "……")
_KICKER = 8  # tokens before the dots that a speaker and a colon follow
_COMMAS = ("،", ",")
_DASHES = ("-", "–", "—")
_UNSAID = ("\n", *_DASHES)
_COLON_AT = 9  # tokens of «X:» at most
_SAYS = ("verb", "weak", "fear", "perhaps", "mourn", "accuse", "continue", "noun")
_BRACKET = 9  # tokens from a bracket that holds a speaker to the end of its sentence
_QUOTED = 8  # tokens of a quotation that is no name or label
_ITEM = 30  # tokens of a list's item at most
_LABEL = 6  # tokens between the head of a list and its first count
_REPORTED = 8  # tokens between «أن» and the verb of its clause
_PARTICLE = 3  # letters of «ما», «لما», which are no statement
_GAP = 9  # tokens between «بين المصدر» and «أن» where they open a sentence
_TAIL = 3  # tokens behind «- بحسب X» that leave it at the end of what X says
_APART = 6  # first tokens of a sentence that show it to be background
_LEARN = "علم"
_NOW = ("وقد", "قد", "كما")  # «وقد نتج عن ذلك»
_OF_ITSELF = ("ه", "ها", "هم")
_LED = ("و", "ل", "ك", "ب")
_HEARSAY = ("media", "anonymous")  # who knows only what others say
_ACTOR = "speaker.actor"
_ARMED = ("military", "armed_group")
_WE, _THEY = "نا", "وا"
_THAT = "ان"
_DONE_TO = frozenset({"say.talaba", "say.sajjala", "say.rasada", "say.wathaqa", "say.tabaa", "say.itahama"})


def statements(view: View, sentence: Sentence, memory: Memory) -> list[Statement]:
    """The acts of saying in a sentence, in the order in which they correct each other."""
    sayings = Sayings(view, sentence, memory)
    _opening(sayings)
    passed = -1
    for at in [t for t in range(sentence.first, sentence.last) if t in view.heads]:
        if at > passed:
            passed = _said(sayings, at)
    if not sayings.found and memory.announced:
        tallied(sayings)
    if not sayings.found:
        headed(sayings)
        inside(sayings)
    only = memory.last if len(memory.speakers) == 1 and _lists(view, sentence) else None
    goes_on = memory.open if memory.open is not None and _goes_on(sayings) else only
    if not sayings.found and goes_on is not None:
        sayings.add(Statement(goes_on, (sentence.first, sentence.last), "speaker.goes_on"))
    if not sayings.found and memory.last is not None:
        _quotation(sayings, memory.last)
    found = sorted(sayings.found, key=lambda s: s.rank)
    _issued(sayings, found)
    memory.heard(sentence, next((s.phrase for s in reversed(found) if s.reach[1] >= sentence.last), None))
    memory.silent = None if found else sentence.first
    return found


def _said(sayings: Sayings, at: int) -> int:
    """Read what a reporting word or a source at a token says; the last token that it takes."""
    view = sayings.view
    part = view.says.get(at, "")
    if part in _SAYS:
        return _verb(sayings, at, part)
    if part == "transmit":
        return transmit(sayings, at)
    if part == "according" and also(sayings, at):
        return _verb(sayings, at, "verb")  # «أعلن الجيش ...، كما أفاد بمقتل ستة»
    if part in ("according", "quoting"):
        return according(sayings, at, part)
    if part == "participle" and at - 1 not in view.busy and not _adjectival(view, at):
        _participle(sayings, at)
    elif part == "text":
        opened(sayings, at)
    elif part == "impersonal":
        return view.say[at].last - 1
    elif at in view.sources and view.sources[at] in ("role", "title"):
        _meet(sayings, at)
    return at


def _issued(sayings: Sayings, found: list[Statement]) -> None:
    """Note whose the «بيان» is that a sentence with one speaker speaks of."""
    view, sentence = sayings.view, sayings.sentence
    speakers = {s.phrase.first for s in found}
    if len(speakers) == 1:
        for at in [t for t in range(sentence.first, sentence.last) if t in view.source]:
            if view.part(at) == "carrier" and view.tokens[at].is_word and len(view.tokens[at].form) > _PARTICLE:
                sayings.memory.issues(at, found[0].phrase)


def _quotation(sayings: Sayings, speaker: Phrase) -> None:
    """A long quotation in a sentence that names nobody is the last speaker's."""
    view, sentence = sayings.view, sayings.sentence
    for at in [t for t in range(sentence.first, sentence.last) if t in view.closes]:
        if view.closes[at] - at >= _QUOTED:
            sayings.add(Statement(speaker, (at, view.closes[at]), "speaker.quotation", 0, (), True))
            return


def _meet(sayings: Sayings, at: int) -> None:
    person = phrase_at(sayings.view, at, sayings.limit)
    if person is not None:
        sayings.memory.met(person)


def _opening(sayings: Sayings) -> None:
    """«X: ...», and a sentence that goes on with «وأن»."""
    view, first, limit, memory = sayings.view, sayings.sentence.first, sayings.limit, sayings.memory
    phrase = _headed(sayings)
    signed = _signed(sayings)
    if phrase is not None:
        phrase = memory.resolve(phrase)
        sayings.add(Statement(phrase, (first, reach(sayings, phrase.end + 1)[0]), "speaker.colon"))
    elif signed is not None:
        sayings.add(Statement(signed, (first, limit), "speaker.signed"))
    elif view.said(first) == "that" and view.say[first].clitic == _AND and memory.last is not None:
        sayings.add(Statement(memory.last, (first, limit), "speaker.goes_on"))


def _signed(sayings: Sayings) -> Phrase | None:
    """The speaker in brackets that end a sentence («مقتل ثلاثة في غارة (مصدر طبي)»); an agency's name there may be a
    picture's."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    at = max(first, limit - _BRACKET)
    if sayings.sentence.part == "title" or first == 0:
        closing = closed_by(view, at, limit)
        if closing is not None:
            return sayings.memory.resolve(closing)
    opens = next((t for t in range(at, limit) if view.tokens[t].form == "("), limit)
    phrase = phrase_at(view, opens + 1, limit)
    closed = phrase is not None and phrase.end < limit and view.tokens[phrase.end].form == ")"
    if phrase is None or not closed or phrase.place or phrase.kind == "media" or limit - phrase.end > _TAIL:
        return None
    before = range(max(first, opens - _BRACKET), opens)
    if any(named[t].last == opens for named in (view.source, view.actors) for t in before if t in named):
        return None  # «بحسب الدفاع المدني (الخوذ البيضاء)», «تبناه تنظيم الدولة (داعش)»
    return sayings.memory.resolve(phrase)


def _headed(sayings: Sayings) -> Phrase | None:
    """The speaker before a colon that opens the sentence."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    for at in range(first, min(limit, first + _KICKER)):
        form = view.tokens[at].form
        if form == _COLON:
            break  # «الصحة: مجزرة في المخيم.. ومقتل ستة»
        if form[:2] in _DOTS:
            first = at + 1  # «بينهم أطفال.. المرصد: ...»
            break
    phrase = phrase_at(view, first, min(limit, first + _COLON_AT)) or heading_at(view, first, limit)
    end = None if phrase is None or phrase.place else to_colon(view, phrase, limit)
    if phrase is None or end is None:
        return None
    phrase = phrase._replace(end=end)
    if view.part(first) == "generic" and (first in view.where or sayings.memory.listing):
        return None  # «إب: ...»
    if _administers(view, phrase):
        return None  # «محافظة الحسكة: ...»
    if sayings.memory.listing and (phrase.end + 1 in view.busy or phrase.because == _ACTOR):
        return None  # «الجيش: ثلاثة قتلى»
    return phrase


def _goes_on(sayings: Sayings) -> bool:
    """Whether the sentence before was somebody's to its end, and this one takes it up («ونتج عن ذلك») or stands
    with it in a short paragraph and tells of the same."""
    view, sentence, memory = sayings.view, sayings.sentence, sayings.memory
    item = memory.listing and sentence.last - sentence.first <= _ITEM
    if memory.placed and view.in_place(sentence.first):
        return False  # «وفي الناصرية، قال الطبيب إن ... . وفي كربلاء، أصيب ستة»
    opens = sentence.first + (view.tokens[sentence.first].form in _NOW)
    if view.said(opens) == "resume" or item or memory.cut or _lists(view, sentence):
        return True
    return (
        sentence.paragraph == memory.paragraph
        and sentence.paragraph in view.short
        and not view.apart.intersection(range(sentence.first, min(sentence.last, sentence.first + _APART)))
    )


def _lists(view: View, sentence: Sentence) -> bool:
    """Whether a sentence opens a list of counts («توزعت الحصيلة كما يلي:»)."""
    if view.mark(sentence.first, sentence.last) != _COLON:
        return False
    ahead = range(sentence.last, min(len(view.tokens), sentence.last + _LABEL))
    first = next((t for t in ahead if view.tokens[t].form not in _UNSAID), sentence.first)
    return first in view.busy or any(t + 1 in view.busy for t in ahead if view.tokens[t].form == _COLON)


def _verb(sayings: Sayings, at: int, part: str) -> int:
    """A verb of saying with its subject behind or before it. Returns the last token read."""
    view, limit = sayings.view, sayings.limit
    after = view.say[at].last
    if part == "noun":
        return _announced(sayings, at, after)
    fears, perhaps, mourns = part == "fear", part == "perhaps", part == "mourn"
    part = "weak" if fears or perhaps or mourns else part
    subject = between(sayings, at)
    end, named = after, False
    if subject is None:
        heard = learnt(sayings, after) if perhaps and _LEARN in view.tokens[at].form else None
        subject = heard or (None if _has_no_subject(view, at) else behind(sayings, after, part))
        if perhaps and not (subject is not None and _that_follows(sayings, at, subject.end)):
            return at  # «بين المدينة والقرية»
        named = subject is not None
        end = max(after, subject.end) if subject is not None else after
        subject = _teller(sayings, at, subject)
    if subject is None:
        subject = before(sayings, at, near=part not in ("verb", "accuse"))
    if subject is None and part != "weak":
        subject = going_on(sayings, at)
    if subject is not None and subject.first < at and not named and _reported(sayings, at):
        return at
    acts = subject is not None and (subject.kind in _ARMED or _administers(view, subject))
    if subject is not None and subject.first < at and hearsay(sayings, at, subject):
        return at
    tasks = part == "weak" and not fears and acts and view.part(after) != "carrier"  # «رصد تقرير الحركة»
    idle = tasks and not tells(view, end, limit)
    if subject is None or (idle and not mourns):
        return at  # «نشر الجيش قواته», «سجلت محافظة ... أعلى نسبة»
    ends, quoted = reach(sayings, end)
    begins = begin(sayings, after, subject)
    ends = ends if quoted or not view.besides else besides(sayings, begins, ends)
    ends = ends if quoted else meanwhile(sayings, at, begins, looked_back(sayings, at, begins, ends))
    ends = ends if quoted else condemned(sayings, at, begins, ends)
    ends = max(begins, feared(sayings, begins, ends) if fears else admitted(sayings, at, end, ends))
    via = _carrier(view, end, limit)
    sayings.add(Statement(subject, (begins, ends), f"speaker.{view.say[at].entry.id}", 0, via, quoted))
    return max(at, end - 1)


def _has_no_subject(view: View, at: int) -> bool:
    """«وبين أن», «نطالب القضاء»: whether nobody who stands behind a word of saying is its subject."""
    hit = view.say[at]
    if hit.last - at > 1 and view.tokens[hit.last - 1].form == _THAT:
        return True
    return hit.entry.id in _DONE_TO and _ours(view, at)


def _ours(view: View, at: int) -> bool:
    """«نطالب القضاء بالتحقيق», «طالبوا عائلته بفدية»: whether «we» or «they» do it, and who stands behind does not."""
    hit = view.say[at]
    form = view.tokens[hit.last - 1].form.removeprefix(hit.clitic)
    return form.startswith(_WE[0]) or form.endswith((_WE, _THEY))


def _announced(sayings: Sayings, at: int, after: int) -> int:
    """«بعد إعلان الجيش مقتل ثلاثة»: what a body's announcement tells, as far as its clause goes."""
    view, limit = sayings.view, sayings.limit
    subject = sayings.phrase(after)
    end = past_aside(view, subject.end, limit) if subject is not None else limit
    if subject is None or end >= limit:
        return at
    form = view.tokens[end].form
    that = view.said(end) == "that" and not form.endswith(_OF_ITSELF)
    that = that or (view.said(end) == "from" and (end + 1 in view.masdars or view.said(end + 1) in ("stop", "resume")))
    if not (that or end in view.by or (end in view.nameless and form[0] not in _LED)):
        return at
    ends = next((t for t in range(end, limit) if view.tokens[t].form in _COMMAS or view.said(t) == "joint"), limit)
    sayings.add(Statement(subject, (end, ends), f"speaker.{view.say[at].entry.id}"))
    return end - 1


def _teller(sayings: Sayings, at: int, subject: Phrase | None) -> Phrase | None:
    """«مصدر طبي أبلغ رويترز أن»: an outlet behind a verb of telling is whom it is told, and who tells stands first."""
    word = sayings.view.say[at].entry
    if not word.to or sayings.view.say[at].clitic or subject is None or subject.kind != "media" or subject.first < at:
        return subject
    told = before(sayings, at, near=True)
    where = told is not None and sayings.view.said(told.first - 1) == "stop"  # «في محافظة حلب، أفادت وكالة»
    return told if told is not None and told.kind != "media" and not where else subject


def _administers(view: View, subject: Phrase) -> bool:
    """Whether the subject is a province or a town as much as who governs it; «مديرية التربية» is an office."""
    governs = subject.kind == "government" and subject.first in view.where and subject.source is None
    return governs and view.part(subject.first + 1) != "field"


def _reported(sayings: Sayings, at: int) -> bool:
    """Whether the verb's subject only acts in what a speaker reports («قال الطبيب إن المستشفى سجل ...»); an agency
    that reports what others say is not the one who knows."""
    view = sayings.view
    outer = sayings.found[-1] if sayings.found else None
    if outer is None or outer.phrase.kind in _HEARSAY or not outer.reach[0] <= at < outer.reach[1]:
        return False
    return any(view.said(t) == "that" for t in range(max(outer.reach[0], at - _REPORTED), at))


def _that_follows(sayings: Sayings, at: int, end: int) -> bool:
    """Whether «أن» follows the subject, or a few words behind it where the verb opens its sentence."""
    view, limit = sayings.view, sayings.limit
    gap = _GAP if at == sayings.sentence.first else 1
    return any(view.said(t) == "that" for t in range(end, min(limit, end + gap)))


def _adjectival(view: View, at: int) -> bool:
    """Whether a participle describes the noun before it («معلومات مؤكدة»)."""
    return view.part(at - 1) in ("generic", "carrier") and view.tokens[at].form.endswith(_FEMININE)


def _participle(sayings: Sayings, at: int) -> None:
    """«مشيرا إلى» takes up the speaker of its sentence, else the last one."""
    view = sayings.view
    speaker = sayings.found[-1].phrase if sayings.found else before(sayings, at, near=False) or sayings.memory.last
    if speaker is not None:
        end, quoted = reach(sayings, view.say[at].last)
        sayings.add(Statement(speaker, (at, end), "speaker.participle", 0, (), quoted))


def _carrier(view: View, at: int, limit: int) -> tuple[str, ...]:
    """«لوكالة فرانس برس» behind a speaker: who carries it."""
    hit = view.source.get(at) if at < limit else None
    if hit is None or not hit.clitic.startswith("ل"):
        return ()
    phrase = phrase_at(view, at, limit)
    return (worded(view, phrase),) if phrase is not None and phrase.kind == "media" else ()
