"""«بحسب X», «نقلا عن X»: which part of its sentence X says."""

from tawthiq.stages.speakers.named import named_after
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.sayings import RECENT, Sayings, Statement
from tawthiq.stages.speakers.transmitted import worded
from tawthiq.stages.speakers.view import View

_AND, _AND_THE = "و", "وال"
_COMMAS = ("،", ",")
_DASHES = ("-", "–", "—")
_CLAUSES = 120  # tokens looked back for «بينما»
_QUOTED = 8  # tokens of a quotation that is no name or label
_TAIL = 3  # tokens behind «- بحسب X» that leave it at the end of what X says
_LEADS = ("عن", "الي")
_JOINED = ("و", "ل", "ك")
_SO = ("فان", "فانه", "فانها", "فقد")
_INFORMATION = "speaker.source.information"
_ADJECTIVES = ("field", "head")
_OBJECTS = ("اكد", "اكدت", "اعلن", "اعلنت", "تؤكد", "يؤكد")  # folded
_AS, _FURTHER, _GLUED = "كما", 12, ("و", "ل", "ب", "ف")  # tokens from «كما أعلن» to what it adds


def according(sayings: Sayings, at: int, part: str) -> int:
    """«بحسب X» at the head of what X says, in its midst or at its end."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    subject, own = named_after(sayings, at)
    if subject is None or hearsay(sayings, at, subject):
        return at
    after = min(max(subject.end, at + 1), limit)
    why = f"speaker.{view.say[at].entry.id}"
    carrier = sayings.found[-1] if sayings.found and part == "quoting" else None
    if carrier is not None and carrier.rank and carrier.phrase.kind == "media" and at - carrier.phrase.end <= 1:
        sayings.found[-1] = carrier._replace(phrase=subject, via=(*carrier.via, worded(view, carrier.phrase)))
        sayings.memory.spoke(subject)
        return after - 1
    opens = at - first <= 1 or view.say[at].clitic.startswith(_AND) or _followed(view, after, limit)
    earlier = [s for s in sayings.found[-RECENT:] if s.reach[0] <= at]
    verbs = [s for s in earlier if s.rank == 0 and s.reach[1] > at]
    quoted = [s for s in earlier if s.quoted and at - s.reach[1] <= 1]
    if not opens and (verbs or quoted) and subject.kind == "media" and part == "according" and not own:
        _via(sayings, (verbs or quoted)[-1], worded(view, subject))
        sayings.memory.carried(subject)
        return after - 1
    if opens or (view.tokens[at - 1].form in _DASHES and limit - after > _TAIL):
        silent = sayings.memory.silent if opens and limit - after <= 1 else None  # «قتل ستة. بحسب X.»
        sayings.add(Statement(subject, (at if silent is None else silent, limit), why))
        return after - 1
    floor = min(at, max((s.reach[1] for s in earlier if s.rank), default=first))
    back = at - 1 - (view.said(at - 1) == "object")  # «، وذلك بحسب»
    if verbs or view.tokens[back].form not in _COMMAS:
        low = verbs[-1].reach[0] + 1 if verbs else first
        joints = [
            t for t in range(max(low, at - _CLAUSES), at) if view.said(t) == "joint" or (verbs and _apart(view, t))
        ]
        floor = max(floor, joints[-1]) if joints else floor
    via = (worded(view, verbs[-1].phrase),) if verbs and part == "quoting" and verbs[-1].phrase.kind == "media" else ()
    end = limit if part == "quoting" and verbs else _midst(sayings, _past_aside(view, (floor, at), after, limit))
    sayings.add(Statement(subject, (floor, end), why, 1, via))
    return after - 1


def also(sayings: Sayings, at: int) -> bool:
    """«كما أعلن الجيش مقتل ستة», «كما أكدت أن»: whether «كما» adds a further statement, where «، كما أعلن الجيش في
    بيان» tells who stated what stands before it."""
    view, last = sayings.view, sayings.view.say[at].last
    if last in view.by or view.tokens[at].form != _AS:
        return last in view.by
    subject = sayings.phrase(last)
    begins = last if subject is None else subject.end
    for here in range(begins, min(sayings.limit, last + _FURTHER)):
        if view.said(here) == "that" or here in view.by or here in view.masdars:
            return True
        if view.tokens[here].form == ":":
            return True
        if not view.tokens[here].is_word or view.said(here) == "relative":
            break
    begins += begins < sayings.limit and view.part(begins) in _ADJECTIVES  # «وسائل إعلام حكومية»
    named = subject is None and view.tokens[last - 1].form not in _OBJECTS  # «كما صرح سيد حسن»
    return begins < sayings.limit and not named and _object(view, begins)


def _object(view: View, at: int) -> bool:
    """«ضرورة» in «كما أكد الوزير ضرورة المحاسبة»: a plain noun that nothing joins to the speaker before it."""
    known = view.said(at) or view.part(at) or view.definite(at) or at in view.given
    plain = not (known or at in view.busy or at in view.where or at in view.actors)
    return plain and view.tokens[at].is_word and view.tokens[at].form[0] not in _GLUED


def _followed(view: View, after: int, limit: int) -> bool:
    """«وفي التفاصيل، وفق رواية الشرطة، فإن»: whether what the speaker says begins behind a comma with «فـ»."""
    return after + 1 < limit and view.tokens[after].form in _COMMAS and view.tokens[after + 1].form in _SO


def _past_aside(view: View, before: tuple[int, int], after: int, limit: int) -> int:
    """«أسفر الهجوم، بحسب X، عن مقتل ثلاثة», «قتل، وفق X، ثلاثة», «خلف القصف، وفق X، مقتل ثلاثة»: behind the comma that
    closes an aside in which X stands, where what the clause tells is still to come."""
    floor, at = before
    if after + 1 >= limit or view.tokens[after].form not in _COMMAS:
        return after
    apart = view.tokens[at - 1].form in _COMMAS
    led = view.tokens[after + 1].form in _LEADS or after + 1 in view.by
    harm = after + 1 in view.nameless and view.tokens[after + 1].form[0] not in _JOINED
    if not led and not (apart and (harm or after + 1 in view.busy)):
        return after
    told = not (led and apart) and not view.busy.isdisjoint(range(max(floor, at - _CLAUSES), at))
    return after if told else after + 1


def _midst(sayings: Sayings, after: int) -> int:
    """The end of the clause in whose midst «بحسب X» stands («أسفر بحسب X عن مقتل»), or `after` where it ends it."""
    view, limit = sayings.view, sayings.limit
    if after + 1 < limit and view.tokens[after].form in _COMMAS and view.closes.get(after + 1, 0) - after > _QUOTED:
        return view.closes[after + 1]  # «كما سجلت، وفق البيان، "..."»
    if after >= limit or not view.tokens[after].is_word or _breaks(view, after) or view.said(after) == "relative":
        return after
    looked, end = sayings.clause
    if not looked <= after <= end:
        sayings.clause = after, end = after, next((t for t in range(after, limit) if _parts(view, t, limit)), limit)
    return end


def _parts(view: View, at: int, limit: int) -> bool:
    """Whether a clause ends at a token, by a joint or a comma."""
    comma = view.tokens[at].form in _COMMAS and at + 1 < limit
    return view.said(at) == "joint" or (comma and _breaks(view, at + 1) and not _goes_on(view, at + 1))


def _goes_on(view: View, at: int) -> bool:
    """«أدى القصف، بحسب X، إلى مقتل ستة، وإصابة سبعة», «..، والمجند سالم»: whether what «و» joins is one more harm by
    its noun or one more of those named, and no clause of its own."""
    return at in view.masdars or (view.tokens[at].form.startswith(_AND_THE) and at + 1 in view.given)


def _apart(view: View, at: int) -> bool:
    """Whether a comma parts the clause that begins with «و» at `at` from the one before."""
    return view.tokens[at - 1].form in _COMMAS and view.tokens[at].form.startswith(_AND)


def _breaks(view: View, at: int) -> bool:
    """Whether a clause of its own begins at `at`."""
    return view.said(at) in ("joint", "participle", "impersonal") or view.tokens[at].form.startswith(_AND)


def _via(sayings: Sayings, statement: Statement, text: str) -> None:
    at = next(i for i in range(len(sayings.found) - 1, -1, -1) if sayings.found[i] is statement)
    sayings.found[at] = statement._replace(via=(*statement.via, text))


def hearsay(sayings: Sayings, at: int, subject: Phrase) -> bool:
    """«قال القائد إن القوات، استنادا إلى معلومات، قبضت على»: information in what another says states nothing of its
    own."""
    if subject.because != _INFORMATION:
        return False
    return any(s.reach[0] <= at < s.reach[1] and s.phrase.first != subject.first for s in sayings.found[-RECENT:])
