"""Over which tokens does what somebody says reach?"""

from bisect import bisect_left

from tawthiq.language.lists import words
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.sayings import Sayings
from tawthiq.stages.speakers.view import View

_COLON, _TO = ":", "الي"
_FRAME = 12  # tokens between a speaker and a quotation
_DESCRIBED = 40  # tokens of a relative clause about the speaker
_BETWEEN = 6  # tokens between «أعلن التنظيم» and «مسؤوليته»
_DEED = 4  # tokens between «مسؤوليته» and the deed, with it
_PASSED = ("،", ",", "(", ")")
_PASSED_OVER = ("", "stop", "from")  # reporting words between a speaker and a quotation
_LEADS, _THAT = ("في", "بعد"), ("وقت", "ان")  # «في وقت», «بعد أن»
_THAT_ONE, _AND = "ذلك", "و"
_CONDEMNS, _IN_IT = words("condemns"), ("فيه", "فيها", "خلاله", "عبره")
_DEMANDS = words("demands_of")
_ISSUED = 10  # tokens between «أصدرت الوزارة بيانا» and «دانت فيه»
_AFTER = ("بعد", "بعدما", "عقب", "اثر", "غداه", "قبل", "فيما", "بينما", "وذلك")  # folded


def reach(sayings: Sayings, at: int) -> tuple[int, bool]:
    """Where a statement that begins about token `at` ends, and whether it is quoted word for word.

    A quotation right behind the speaker is the statement; one that opens later in the
    sentence and runs over its end carries the statement on.
    """
    view, limit = sayings.view, sayings.limit
    here = _past_outlet(sayings, at) if at + 1 in view.closes else at
    while here < limit and here - at < _FRAME and here not in view.closes and view.said(here) in _PASSED_OVER:
        here += 1
    if (
        here in view.closes
        and here not in view.split
        and here < limit
        and not any(view.said(t) == "that" for t in range(at, here))
    ):
        direct = here - at <= 1 or view.tokens[here - 1].form == _COLON
        if direct and view.closes[here] - here > 2:
            ends = max(view.closes[here], here)
            led = any(view.said(t) == "resume" for t in range(ends, limit))  # «"..."، ما أدى إلى مقتل»
            led = led or (ends < limit and view.tokens[ends].form == _TO)  # «"ارتفاع الحصيلة" إلى سبعة قتلى»
            return (limit if led else ends), True
    over = [close for opens, close in sayings.crossing if opens >= at]
    return max(over, default=limit), bool(over)


def _past_outlet(sayings: Sayings, at: int) -> int:
    """«قال لشبكة "كذا"، "..."»: behind an outlet's name in quotation marks, which is no statement."""
    view = sayings.view
    return view.closes[at + 1] if view.kind(at) == "media" else at


def begin(sayings: Sayings, after: int, subject: Phrase | None) -> int:
    """Where what is said begins, behind a verb that ends before `after` and a subject that follows it.

    What a relative clause tells of the subject is the report's («قال الطبيب الذي قتل أخوه إن»).
    """
    view, limit = sayings.view, sayings.limit
    if subject is None or subject.first < after:
        return after
    at = subject.end
    while at < limit and (view.tokens[at].form in _PASSED or at in view.busy):
        at += 1
    if at < limit and view.said(at) == "relative":
        for here in range(at, min(limit, at + _DESCRIBED)):
            if view.said(here) == "that" or here in view.closes:
                return here
    return subject.last


def besides(sayings: Sayings, begins: int, ends: int) -> int:
    """Where the report says what a speaker's act was about: «أعلن الرئيس تنكيس الأعلام حدادا على مقتل ثلاثة» states no
    deaths, nor does «في إشارة إلى مقتل ثلاثة»."""
    marks = sayings.view.besides
    at = bisect_left(marks, begins)
    return marks[at] if at < len(marks) and marks[at] < min(ends, sayings.limit) else ends


def looked_back(sayings: Sayings, at: int, begins: int, ends: int) -> int:
    """Where «جاء ذلك في بيان للوزارة» ends: what a comma and a time part is the report's («، بعد مقتل ستة»)."""
    view = sayings.view
    ahead = range(begins, min(ends, sayings.limit) - 1)
    if not any(view.tokens[t].form == _THAT_ONE for t in range(at, view.say[at].last)):
        return ends
    return next((t for t in ahead if view.tokens[t].form in _PASSED and view.tokens[t + 1].form in _AFTER), ends)


def condemned(sayings: Sayings, at: int, begins: int, ends: int) -> int:
    """Where the report tells what came of that which somebody condemns («ندد بالهجوم الذي أودى بستة», «أصدر بيانا دان
    فيه القصف الذي أودى بستة») or demands something about («طالبت بوقف الحملة التي خلفت ستين قتيلا»)."""
    view = sayings.view
    ahead = range(begins, min(ends, sayings.limit))
    if view.tokens[at].form not in _CONDEMNS and view.tokens[at].form.removeprefix(_AND) not in _DEMANDS:
        issued = ahead[:_ISSUED]
        in_it = [t for t in issued if view.tokens[t].form in _IN_IT and view.tokens[t - 1].form in _CONDEMNS]
        if not in_it:
            return ends
    return next(
        (t for t in ahead if _turns_back(view, t) or (view.said(t) == "relative" and _led_to_harm(view, t))), ends
    )


def _turns_back(view: View, at: int) -> bool:
    """«أدانت النقابة استهداف الصحفيين، بعدما قتل مصور»: whether a comma and a time part what the report tells."""
    return view.tokens[at].form in _PASSED[:2] and at + 1 < len(view.tokens) and view.tokens[at + 1].form in _AFTER


def _led_to_harm(view: View, at: int) -> bool:
    return not view.nameless.isdisjoint(range(at + 1, at + 1 + _DEED))


def meanwhile(sayings: Sayings, at: int, begins: int, ends: int) -> int:
    """Where what somebody says in a clause that only leads up to the report's own ends («في وقت أعلن الجيش تقدمه، قتل
    أمس ستة»)."""
    view, first = sayings.view, sayings.sentence.first
    leads = at == first + 2 and view.tokens[first].form.lstrip(_AND) in _LEADS and view.tokens[at - 1].form in _THAT
    if not leads:
        return ends
    ahead = range(begins + 1, min(ends, sayings.limit))
    return next((t for t in ahead if view.tokens[t - 1].form in _PASSED[:2] and _tells_harm(view, t)), ends)


def _tells_harm(view: View, at: int) -> bool:
    """Whether a word of harm opens the report's own clause at `at`."""
    plain = at in view.nameless and at not in view.busy and not view.tokens[at].form.startswith(_AND)
    return plain and not view.definite(at)


def admitted(sayings: Sayings, at: int, begins: int, ends: int) -> int:
    """Where the words of one who only claims responsibility end: what came of the deed is the report's."""
    view = sayings.view
    claimed = next((t for t in range(at, min(ends, begins + _BETWEEN)) if t in view.admits), None)
    return ends if claimed is None else min(ends, max(begins, claimed) + _DEED)


def feared(sayings: Sayings, begins: int, ends: int) -> int:
    """Where a fear ends: what «حيث» or «بينما» adds is the report's."""
    view = sayings.view
    stops = (t for t in range(begins, min(ends, sayings.limit)) if view.said(t) in ("setting", "joint"))
    return next(stops, ends)
