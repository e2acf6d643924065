"""Who is the subject of a verb of saying: behind it, before it, or the speaker before."""

from tawthiq.language.lists import edges, words
from tawthiq.stages.speakers.being import with_role
from tawthiq.stages.speakers.names import TOLD_OF, name_at
from tawthiq.stages.speakers.passing import past_addressee
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at, with_apposition
from tawthiq.stages.speakers.sayings import Sayings
from tawthiq.stages.speakers.unnamed import carried_at, footage_at, unknown_at
from tawthiq.stages.speakers.view import View

_FEMININE, _MASCULINE = "ت", words("he_body")
_LATEST = ("اخر", "احدث", "اول")  # folded
_IN_IT = ("فيه", "فيها")  # «الذي نفى فيه الجيش»
_TO_SOMEBODY = ("لي", "لنا", "له", "لها", "لهم")
_SAYS_FLATLY = "say.qala"
_REPORTS = ("speaker.source.reports", "speaker.source.information")
_ACTOR, _OF, _ABOUT = "speaker.actor", "من", "عن"
_COMMA, _COLON, _THEN, _AND, _FOR, _FOR_THE, _BY = "،", ":", "ف", "و", "ل", "لل", "ب"
_DASHES, _COMMAS = ("-", "–", "—"), (_COMMA, ",")
_PAUSES = (_COMMA, "؛", *_DASHES)
_RESPONSIBLE = edges("responsibility")
_BETWEEN = 6  # tokens between a verb and its subject
_TOLD = 7  # tokens between a name and «أن»
_CARRIED = 4  # tokens between «تسجيل» and who made it
_EARLY = 2  # a subject before its verb begins within so many tokens of its sentence
_LINKS = ("relative", "stop", "setting", "first")
_PASSED = (_COMMA, "(", ")")
_ENDS = (_COMMA, ",", ".")
SAID = ("verb", "weak", "fear", "mourn", "accuse", "continue", "transmit")
CLAUSES = (*SAID, "noun", "object", "stop", "setting", "relative", "from")
_FIGURES = 2  # tokens of «حصيلة سابقة» before its verb
_PARTICLE = 3  # letters of «ما», «كما», which are no figures
OWNED = ("ه", "ها")
_THEIRS = ("ها", "هم")
_NAMES_END = ("يه", "الله")  # «أندريه», «عبدالله»
_OWNED_LEAST = 3  # letters of a word that may be a name for all that («طه»)
_PEOPLE = ("witness", "activist")
_KIN = ("speaker.source.kinsman", "speaker.source.kin")
_OPENED, _ISSUED = "(", words("issued")
_WORKS, _LABEL = 2, 8  # words behind the first of «أعمال الرصد والتوثيق»; tokens of a name in quotation marks
_DEPENDENT = ("that", "is", "relative")


def behind(sayings: Sayings, at: int, part: str) -> Phrase | None:
    """The subject behind a verb that ends before `at`: a known speaker, or a name that a statement follows."""
    view, limit = sayings.view, sayings.limit
    at = _skip(view, at + (part == "verb" and at < limit and view.tokens[at].form in _IN_IT), limit)
    if at + 1 < limit and view.tokens[at].form[0] == _FOR:
        at = past_addressee(view, at, limit)
    if at < limit and view.part(at) == "footage":
        return maker(sayings, view.source[at].last) or footage_at(view, at)
    stood = _stood(sayings, at)
    carried = view.part(stood) == "carrier"
    known = sayings.phrase(at)
    if view.quoted_between(at) and _stated(view, at, known):
        papers = carried and view.definite(stood)  # «وتابع البيان "أسفرت العملية عن"»
        return sayings.memory.issuer(stood) or sayings.memory.last if papers else None
    if carried and part == "weak" and view.kind(stood) != "media" and not (known and _finds(view, known.end, limit)):
        known = maker(sayings, at)
    if carried and known is None and part == "verb":
        known = _owner(sayings, at) or maker(sayings, at)
    if known is not None:
        if part == "accuse":
            accuser = _before_accused(view, known)
            if accuser is known and known.end < limit and _accused(view, known):
                return None
            known = accuser
        return None if _governed(view, at) and not carried else published(sayings, known)
    if carried and (view.definite(stood) or (stood + 1 < at and view.definite(stood + 1))):
        named = _issuing(sayings, at)
        return named or sayings.memory.issuer(stood) or sayings.memory.last
    if part in ("weak", "accuse"):
        figures = carried_at(view, stood, limit) if carried and part == "weak" and stood == at - 1 else None
        if figures is not None and _finds(view, figures.end, limit):
            return figures  # «وأظهرت بيانات رسمية مقتل ستة»
        return _member(view, at, limit) if part == "weak" and at in view.given else None
    told = carried_at(view, stood, limit) if carried and stood == at - 1 else None  # «ذكر تقرير إخباري أن»
    return told or _unknown(sayings, at, part)


def _finds(view: View, end: int, limit: int) -> bool:
    """«رصد تقرير المنظمة مقتل ستة», «سجل تقريرها ثماني إصابات»: whether a harm or a count stands at `end`, or what a
    report says."""
    return end in view.masdars or end in view.busy or tells(view, end, limit)


def _stated(view: View, at: int, known: Phrase | None) -> bool:
    """«وأضاف "أعتقد أن ستة قتلوا".»: whether the quotation that opens at `at` is what is said, and no name of who says
    it («قالت "رابطة أمهات المختطفين" المستقلة إن»)."""
    closes = view.closes[at]
    if view.said(closes) in _DEPENDENT or (known is not None and known.end >= closes):
        return False
    goes_on = closes < len(view.tokens) and view.tokens[closes].is_word
    return known is None or not (goes_on and closes - at <= _LABEL)


def _member(view: View, at: int, limit: int) -> Phrase | None:
    """«وروى سالم حسن، أحد الشهود: ...»: a name behind a verb that says little, with whom its bearer belongs to."""
    bare = name_at(view, at, limit)
    full = with_apposition(view, bare, limit) if bare is not None else None
    return full if full is not None and full.known and tells(view, full.end, limit) else None


def _stood(sayings: Sayings, at: int) -> int:
    """The word before `at`, numbers passed («رصد التقرير 97 حالة»): the first one of «أعمال الرصد والتوثيق»."""
    view, first = sayings.view, sayings.sentence.first
    at -= 1
    while at in view.busy and at > first:
        at -= 1
    heads = (t for t in range(max(first, at - _WORKS), at) if view.part(t) == "carrier" and view.definite(t + 1))
    return next((t for t in heads if view.source[t].last == at + 1), at)


def _issuing(sayings: Sayings, at: int) -> Phrase | None:
    """«المتحدث» in «البيان الذي أورده المتحدث», «التقرير الدوري الذي يصدر عن المركز»: who issues it, at `at`."""
    view, limit = sayings.view, sayings.limit
    at += at < limit and view.definite(at) and not view.said(at)
    if at + 2 >= limit or view.said(at) != "relative":
        return None
    from_whom = view.said(at + 2) == "from"
    issued = view.tokens[at + 1].form.endswith(OWNED) or view.tokens[at + 1].form in _ISSUED
    return sayings.phrase(at + 2 + from_whom) if issued else None


def _accused(view: View, known: Phrase) -> bool:
    """«واتهمت الجيش بقصفها», «وحملت ميليشيا الحوثي مسؤولية القصف»: whether who is named is the accused alone."""
    form = view.tokens[min(known.end, len(view.tokens) - 1)].form
    return form.startswith(_BY) or (known.because == _ACTOR and form.startswith(_RESPONSIBLE))


def _before_accused(view: View, known: Phrase) -> Phrase:
    """«حملت البعثة جماعة الحوثي مسؤولية القصف»: who accuses, without the accused right behind."""
    for at in range(known.first + 1, known.last):
        named = at in view.actors and view.definite(at - 1) and not view.tokens[at].form.startswith(_FOR)
        if named or view.tokens[at].form.startswith(_RESPONSIBLE):  # «حمل الناطق باسم الجيش المسلحين مسؤولية»
            return phrase_at(view, known.first, at if named else max(at - 1, known.first + 1)) or known
    return known


def _unknown(sayings: Sayings, at: int, part: str) -> Phrase | None:
    """A name or a noun that the data does not know, where what is said follows it."""
    view, limit = sayings.view, sayings.limit
    if at < limit and view.tokens[at].form.startswith(_FOR_THE):
        return None
    office = view.source[at + 1].last if at + 1 < limit and view.part(at + 1) == "role" else limit
    aide = office <= limit - 1 and (view.definite(at + 1) or view.definite(office))
    if aide and view.tokens[at].is_word and not view.said(at) and not view.definite(at):
        return sayings.phrase(at + 1)  # «مساعد الناطق باسم ...»
    bare = name_at(view, at, limit, nation=True)
    if bare is not None and pronominal(view, bare):
        return None
    if bare is not None and not _governed(view, at):
        full = with_apposition(view, bare, limit)
        if full.known or tells(view, bare.end, limit) or (_flatly(view, at) and _told(view, bare.end, limit)):
            return full
        long = part == "verb" and 1 < bare.last - bare.first <= 3 and not view.definite(at)
        then = view.said(bare.end) if long else ""
        person = then == "relative" and (bare.first in view.given or _says_flatly(view, at))
        if then in ("stop", "from") or (person and not view.definite(bare.last - 1)):  # «قال مير آدم الذي كان قريبا»
            return full
    noun = unknown_at(view, at, limit)
    return noun if noun is not None and (_told(view, noun.end, limit) or _glossed(view, noun.end, limit)) else None


def _flatly(view: View, at: int) -> bool:
    """Whether a definite noun right behind «قال» says what follows («قال المعهد الوطني للزلازل إن»)."""
    return view.definite(at) and _says_flatly(view, at)


def _says_flatly(view: View, at: int) -> bool:
    verb = view.say.get(at - 1)
    return verb is not None and verb.entry.id == _SAYS_FLATLY


def _glossed(view: View, end: int, limit: int) -> bool:
    """Whether a few words between dashes say what the speaker is («-كيان مدني-»)."""
    inside = range(end + 1, min(limit, end + _TOLD))
    return end < limit and view.tokens[end].form in _DASHES and any(view.tokens[t].form in _DASHES for t in inside)


def pronominal(view: View, bare: Phrase) -> bool:
    """Whether a supposed name begins with a word that belongs to somebody («كشف اسمه», «زعم امتلاكه أسلحة») or ends
    with one («أعلنت استنفار قواتها»)."""
    text = view.text[bare.start : view.tokens[bare.first].end]
    if bare.last - bare.first > 1 and view.text.endswith(_THEIRS, 0, view.tokens[bare.last - 1].end):
        return view.tokens[bare.last - 1].end - view.tokens[bare.last - 1].start > _OWNED_LEAST
    known = bare.first in view.given or bare.first + 1 in view.given  # «ليها صالح»
    name = bare.last - bare.first > 1 and (known or text.endswith(_NAMES_END))
    return len(text) > _OWNED_LEAST and text.endswith(OWNED) and not name


def _told(view: View, end: int, limit: int) -> bool:
    """Whether «أن» or «بمقتل» follows within a few words, brackets and a day («، الخميس، بمقتل») or not."""
    if end + 1 < limit and view.tokens[end].form in _ENDS and end + 1 in view.busy:
        end = next((t for t in range(end + 1, limit) if t not in view.busy and view.tokens[t].form not in _ENDS), limit)
    for here in range(end, min(limit, end + _TOLD)):
        if view.said(here) == "that" or (here == end and here in view.by):
            return True
        if view.said(here) in SAID or view.tokens[here].form in _ENDS:
            return False
    return False


def maker(sayings: Sayings, at: int) -> Phrase | None:
    """«ناشطون» in «تسجيل بثه ناشطون», «الأمم المتحدة» in «أرقام تجمعها الأمم المتحدة»."""
    view = sayings.view
    for here in range(at, min(sayings.limit, at + _CARRIED)):
        if not view.tokens[here].is_word or view.said(here) in ("that", "stop", "relative") or here in view.nameless:
            return None
        if here > at and view.text.endswith(OWNED, 0, view.tokens[here - 1].end):  # «بحيازة» is not
            known = sayings.phrase(here)
            if known is not None:
                return known
    return None


def published(sayings: Sayings, known: Phrase) -> Phrase:
    """«منظمة محلية» in «التقارير التي تنشرها منظمة محلية»: whose reports they are that speak, else the reports."""
    if known.because not in _REPORTS or known.end + 1 >= sayings.limit:
        return known
    made = maker(sayings, known.end + (sayings.view.said(known.end) == "relative"))
    from_whom = _issued(sayings, known.end)
    if made is None and from_whom is None and known.because == _REPORTS[1]:
        from_whom = _owner(sayings, known.end)
    return made or from_whom or known  # «المعلومات المتوافرة من مصدر طبي»


def _issued(sayings: Sayings, at: int) -> Phrase | None:
    """«مستشفيات المدينة» in «تقارير وإفادات صادرة عن مستشفيات المدينة»."""
    view = sayings.view
    for here in range(at, min(sayings.limit, at + _CARRIED)):
        hit = view.source.get(here)
        if hit is not None and hit.last - here > 1 and view.tokens[hit.last - 1].form == _ABOUT:
            return sayings.phrase(hit.last)
    return None


def _owner(sayings: Sayings, at: int) -> Phrase | None:
    """«المنظمة» in «التقرير السنوي للمنظمة», «حصيلة جديدة من المنظمة», behind no more than adjectives."""
    view = sayings.view
    for here in range(at, min(sayings.limit, at + _CARRIED)):
        if view.tokens[here].form == _OF or (here == at and view.said(at) == "from"):  # «بيان عن المنظمة»
            return sayings.phrase(here + 1)
        hit = view.source.get(here)
        if hit is not None and hit.clitic.startswith(_FOR):
            return sayings.phrase(here)
        if view.said(here) or here in view.busy or here in view.nameless or not view.tokens[here].is_word:
            return None
    return None


def _skip(view: View, at: int, limit: int) -> int:
    """Past the day and commas that may stand between a verb and its subject, and past «بيان»."""
    steps = 0
    while at < limit and steps < _BETWEEN:
        if view.part(at) == "carrier":
            at = view.source[at].last
        elif at in view.busy or view.tokens[at].form in _PASSED or view.said(at) == "object":
            at += 1
        elif view.part(at - 1) == view.part(at + 1) == "carrier" and view.part(at) in ("field", "generic"):
            at += 1  # «تقرير حقوقي صادر عن»
        elif view.tokens[at].form in _TO_SOMEBODY and at + 1 < limit and (view.part(at + 1) or at + 1 in view.given):
            at += 1  # «قال لي طبيب»
        elif view.tokens[at].form in _LATEST and view.part(at + 1) == "carrier":
            at += 1  # «آخر حصيلة»
        else:
            break
        steps += 1
    return at


def tells(view: View, end: int, limit: int) -> bool:
    """Whether what is said begins at `end`, or behind a few words («على تويتر أن»)."""
    end += end < limit and view.tokens[end].form in TOLD_OF  # «وصف المسؤولون الانفجار بأنه»
    if end >= limit or view.tokens[end].form in (_COLON, _COMMA) or end in view.closes or end in view.by:
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
    token = view.tokens[at]
    if at not in view.actors or token.form.startswith(_FOR_THE):
        return at in view.actors
    return token.form[0] == _BY and view.actors[at].place and view.actors[at].start > token.start  # «البعثة بالصومال»


def before(sayings: Sayings, at: int, near: bool) -> Phrase | None:
    """The subject that stands before its verb: right before it, or opening the sentence."""
    view, first = sayings.view, sayings.sentence.first
    stop = at
    while stop > first and (view.said(stop - 1) in _LINKS or view.tokens[stop - 1].form in _PAUSES):
        stop -= 1
    opening = _opens_sentence(sayings, stop, view.tokens[at].form)
    if opening is not None and view.say[at].clitic.startswith(_THEN):
        return opening
    lead = stop if view.say[at].clitic.startswith(_AND) and stop == at else max(first + 1, stop - 12)
    for start in (first, *range(lead, stop)):  # not «من الأطباء والدفاع المدني ووثقت»
        if start - 1 in view.source and view.source[start - 1].last > start:
            continue  # «مصور» in «شريط مصور»
        phrase = phrase_at(view, start, stop)
        if phrase is not None and phrase.place and view.tokens[start - 1].form == _OPENED:
            continue  # «ديار بكر (تركيا) - أفادت تقارير»
        if phrase is not None and phrase.because in _KIN and start > first and _then(view, at):
            continue  # «قتل ابنه، وقال», «عبر الوالد عن حزنه على ابنه، مؤكدا», but not «سالم، والد الطفل، قال»
        if phrase is not None and phrase.end >= stop and not (phrase.place and view.said(start - 1) == "stop"):
            if start > first and phrase.place and (_governed(view, start) or start - 1 in view.where):
                continue  # «في شمال سيناء، شمال شرق مصر، كما أفاد»
            if start in view.doers or (start > first and _governed(view, start)):
                return None
            if start > first and stop == at and _of_an_actor(view, phrase):
                return None
            if view.say[at].clitic.startswith(_AND) and start > first and view.said(start - 1) == "stop":
                return None  # «ألقت المسؤولية على الحركة، وقالت»
            carries = phrase.kind == "media" and view.text.endswith(OWNED, 0, view.tokens[start - 1].end)
            then = min(view.say[at].last, len(view.tokens) - 1)
            if opening is not None and carries and view.tokens[then].form in _IN_IT:
                return opening  # «نشر الجيش بيانا نقلته الوكالة أكد فيه»
            named = _in_apposition(sayings, phrase) or (_apposed(sayings, stop) if start > first else None)
            return named or sayings.memory.resolve(phrase)
    if near or sayings.found:
        return None
    return opening or _document(sayings, stop)


def _then(view: View, at: int) -> bool:
    """Whether a word of saying goes on from a clause before it, with «و» or as a participle."""
    return bool(view.say[at].clitic) or view.said(at) == "participle"


def _of_an_actor(view: View, phrase: Phrase) -> bool:
    """Whether the phrase only says whose the counted are («قتل تسعة عناصر من الشرطة أعلن لاحقا عن ...»)."""
    led = view.tokens[phrase.first - 1].form == _OF and not view.part(phrase.first - 2)
    return phrase.because == _ACTOR and led


def _in_apposition(sayings: Sayings, phrase: Phrase) -> Phrase | None:
    """The person already found to whom a role belongs («علي سالم، مدير المستشفى، الذي قال»), or who is found already by
    fewer words («حمل الناطق المسلحين مسؤولية الهجوم، وقال»)."""
    named = (s.phrase for s in sayings.found
             if s.phrase.last <= phrase.first < s.phrase.end or s.phrase.first == phrase.first)  # fmt: skip
    return next(named, None)


def _apposed(sayings: Sayings, stop: int) -> Phrase | None:
    """The person who opens a sentence with their role behind a comma («نجلاء فارس، مديرة المدرسة قالت»)."""
    full = with_role(sayings.view, sayings.sentence.first, stop, _COMMAS)
    return full if full is not None and full.end >= stop else None


def _document(sayings: Sayings, stop: int) -> Phrase | None:
    """Whose «التقرير» opens the sentence before its verb («التقرير أحصى 14 قتيلا»)."""
    view, first = sayings.view, sayings.sentence.first
    alone = stop == first + 1 and view.part(first) == "carrier" and view.definite(first)
    return sayings.memory.issuer(first) if alone else None


def _opens_sentence(sayings: Sayings, stop: int, verb: str) -> Phrase | None:
    """The speaker that a sentence before its verb of saying begins with («أما الوزارة», «أصدرت الوزارة بيانا»)."""
    view, first = sayings.view, sayings.sentence.first
    for start in range(first, min(first + _EARLY + 1, stop)):
        if verb.endswith(_FEMININE) and view.tokens[start].form in _MASCULINE:
            continue  # «تسبب النظام بمقتل ثلاثة، فيما وثقت مقتل رابع»
        phrase = phrase_at(view, start, stop)
        acts = start > first and view.said(start - 1) == "was"
        described = view.part(start) == "generic" and view.part(start - 1) == "carrier"  # «تقرير حقوقي»
        if phrase is not None and phrase.kind in _PEOPLE and start > first and start - 1 in view.nameless:
            continue  # «قتل مدنيون بقصف، وخرجت مظاهرات مطالبة بوقفه»
        if phrase is not None and (acts or not phrase.place) and not (described or _governed(view, start)):
            return sayings.memory.resolve(phrase)
    return None


def learnt(sayings: Sayings, at: int) -> Phrase | None:
    """«علمت «البلاد» من مصدر أمني أن»: who let it be known, with «أن» right behind."""
    view, limit = sayings.view, sayings.limit
    of = next((t for t in range(at, min(limit, at + _BETWEEN)) if view.tokens[t].form == _OF), limit)
    source = sayings.phrase(of + 1) if of + 1 < limit else None
    return source if source is not None and tells(view, source.end, limit) else None


def going_on(sayings: Sayings, at: int) -> Phrase | None:
    """Who goes on where a verb of saying names nobody; nobody where it hangs on a pronoun («أنها تؤكد»)."""
    view = sayings.view
    if at > sayings.sentence.first and view.said(at - 1) in _DEPENDENT:
        return None
    figures = (t for t in range(max(sayings.sentence.first, at - _FIGURES), at) if view.part(t) == "carrier")
    if any(len(view.tokens[t].form) > _PARTICLE and not view.definite(t) for t in figures):
        return None  # «حصيلة سابقة أشارت إلى»
    return sayings.memory.speaking()
