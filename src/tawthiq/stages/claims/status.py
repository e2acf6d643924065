"""Is the harm asserted, denied, unconfirmed, feared or planned?"""

from tawthiq.language.entries import HarmWord, SayWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.model import Claim
from tawthiq.stages.claims.scene import LOOSE, Report, Scene, in_tokens

_REACH = {"denied": 12, "feared": 8, "unconfirmed": 8, "planned": 6, "hypothetical": 8}
_BREAKS = {"denied": 1, "feared": 1, "unconfirmed": 1, "planned": 0, "hypothetical": 0}
_PARTS = ("denial", "fear", "unconfirmed", "unverified", "plan", "hypothetical")
_WARNED = 8  # tokens between «حذر» and «من»
_OF = 5  # tokens between «من» and the harm
_OF_THAT = 12  # the same for «من أن»
_COURT = 12  # tokens between a court and «بإعدام»
_WILLED = 7  # tokens between «هدد» and «بقتل»
_EXECUTED, _CARRIED = 6, "نفذ"  # tokens between «نفذت» and «حكم»
_MAY = 5  # tokens between «قد» and the harm
_BEFORE = 40  # tokens between a word of doubt and the harm
_BEHIND = 40  # tokens between a harm and «وهو ما نفته»
_DOUBTED = 10  # tokens between a harm and «الهجوم المزعوم»
_WANTS, _ASKS = "structure.demand.arada", "structure.demand.talaba_of"
_GIVES_NOTICE = "structure.demand.akhtara"
_REFUSE, _UNDERGO = "رفض", "تعرض"
_UNDERTAKEN = frozenset(
    f"harm.{deed}"
    for deed in (
        "killed.qatala",
        "killed.ightiyal",
        "killed.idam",
        "detained.itiqal",
        "detained.tawqif",
        "detained.ihtijaz",
        "besieged.hasara",
        "abducted.khatf",
    )
)
_ACTS = ("ي", "ت", "ن")  # «رصاصات انطلقت لتقتل أربعة»
_PURPOSE = 10  # tokens before «لاعتقال» in which «أدت» or «السجن» may stand
_BECAUSE = words("because")
_DONE = edges("not_planned")
_AIMS, _BEFALLING, _PREVENTED = ("لشن", "لتنفيذ"), "وقوع", ("دون", "منع", "لمنع", "بمنع")
_TO = ("الي", "علي")
_THAT, _LAUNCHES = "ان", ("شن", "توجيه", "تنفيذ")
_PAST_MAY, _FROM, _COLON = "قد", "من", ":"
_COMMAS = ("،", ",")
_SAYS = frozenset({"verb", "continue", "participle"})
_PERHAPS, _SINCE = 2, "لان"
_NO_NEWS, PART_DENIED = "report", "status.part_denied"
_STATEMENT = 8  # sentences of a statement that one behind them doubts
_PART_REACH = 4  # tokens between «نفى» and «تورط»
_PARTS_IN = edges("part_denied")
_PAST = ("ت", "وا")  # «تضررت»
_AND, _FOILED, _OUTCOME_OF = "و", "foiled", ("عن", "الي")
_LED_TO, _LED_REACH = words("led_to"), 10  # tokens from «أدت» to what came of it
_LEADS, _EITHER = ("ل", "ب"), words("verb_or_noun")
_UNDONE = frozenset({"planned", "hypothetical"})
_NOT_YET = _UNDONE | {"feared"}
_HOLDING = frozenset({"detained", "abducted", "besieged"})


def unmade(claim: Claim) -> bool:
    """«دعا إلى شن غارات», «اقتحموا المنزل لاعتقال سالم حسن»: whether a claim is of strikes, or of holding one or nobody
    counted, that have not come about."""
    if claim.outcome == "strikes" or claim.status not in _UNDONE:
        return claim.outcome == "strikes" and claim.status in _NOT_YET
    count = claim.count
    return claim.outcome in _HOLDING and count is not None and (count.low == 1 or count.vague == "some")


def status(scene: Scene) -> tuple[str, tuple[str, ...]]:
    """The status and the data entries that say so."""
    report, none = scene.report, scene.casualty.count.high == 0
    first, last = scene.near
    if "denied_after" in report.parts:
        for hit in report.within(scene.end, min(last, scene.end + _BEHIND), "denied_after"):
            return "denied", (hit.entry.id,)
    if none and "zero" in report.parts:
        told = report.within(max(first, scene.start - _BEFORE), scene.start, "zero")
        for hit in [h for h in told[-2:] if h.entry.value == _NO_NEWS]:  # «أي» too is one
            return "unconfirmed", (hit.entry.id,)
    if _warned(scene, first):
        return "feared", ("status.warned",)
    since = max(first, scene.start - _BEFORE)
    for part in [part for part in _PARTS if part in report.parts]:
        for hit in reversed(report.within(since, scene.start, part)):
            value = hit.entry.value or "asserted"
            if _bears(scene, hit, value) and not (none and value == "denied"):
                apart = value == "denied" and _of_part(scene, hit)
                return ("asserted", (PART_DENIED,)) if apart else (value, (hit.entry.id,))
    if "fear" in report.parts and scene.casualty.harm[0] > scene.casualty.last:
        for hit in report.within(scene.casualty.last, scene.casualty.harm[0], "fear"):
            if scene.casualty.harm[0] - hit.last <= _PERHAPS:  # «العشرات ربما قتلوا»
                return hit.entry.value or "feared", (hit.entry.id,)
    doubt = report.within(scene.end, min(last, scene.end + _DOUBTED), "doubt") if "doubt" in report.parts else ()
    for hit in doubt:
        if report.clauses_between(scene.end, hit.first) == 0:
            return "unconfirmed", (hit.entry.id,)
    governing = report.harms.get(scene.casualty.harm[0])
    if governing is not None and _sentenced(scene, governing) and not carried_out(scene):
        return "planned", (governing.entry.id,)
    demand = _demanded(report, governing) if governing is not None and "demand" in report.parts else None
    if demand is not None:
        return demand.entry.value or "planned", (demand.entry.id,)
    if governing is not None and "reject" in report.parts and _refused(report, governing):
        return "hypothetical", ("status.refused",)
    if scene.casualty.outcome in LOOSE and _aim(scene, governing):
        return "planned", ("status.aim",)
    if governing is not None and governing.clitic.endswith("ل") and _purpose(report, governing):
        return "planned", ("status.aim",)
    unstruck = _unstruck(scene) if scene.casualty.outcome in LOOSE else None
    if unstruck is not None:
        return "planned", (unstruck.entry.id,)
    if governing is not None and _future(governing, report):
        return "planned", ("status.future",)
    return "asserted", ()


def _bears(scene: Scene, hit: Hit, value: str) -> bool:
    """Whether a word before the harm bears on it: near, in its clause, and no plan of what has happened."""
    report, casualty = scene.report, scene.casualty
    if hit.definite or scene.start - hit.last > _REACH[value] or _told_after(scene, hit, value):
        return False
    strict = casualty.first if value in ("planned", "hypothetical", "feared") else scene.start
    breaks = report.clauses_between(hit.last, max(hit.last, strict))
    if breaks > _BREAKS[value] and not (value == "denied" and _past_apposition(scene, hit)):
        return False
    if value == "feared" and any(t.form == _SINCE for t in report.tokens[hit.last : strict]):
        return False  # «قد يرتفع العدد لأن ثمانية مصابين في حالة حرجة»
    if value == "feared" and _past(scene) and any(report.tokens[t].form in _COMMAS for t in range(hit.last, strict)):
        return False  # «احتموا خشية الغارات، وستة مواطنين استشهدوا»
    return value != "planned" or not (_past(scene) or _came_about(scene, hit))


def _came_about(scene: Scene, plan: Hit) -> bool:
    """«إحباط محاولة هجوم وتوقيف اثنين», «أسفرت الحملة بعد محاولة الانقلاب عن اعتقال مئة»: whether a harm is joined to
    the foiling of an attempt, or is what came of something told before it."""
    report, start = scene.report, scene.casualty.harm[0]
    governing = report.harms.get(start)
    if any(t.form in _LED_TO for t in report.tokens[plan.last : scene.casualty.first]):
        return True  # «يهدف إلى إنهاء نزاع أوقع ألف قتيل»
    if governing is None:
        return False
    if not governing.clitic and report.tokens[start - 1].form in _OUTCOME_OF:
        before = report.tokens[max(report.bounds(start)[0], start - _LED_REACH) : plan.first]
        return any(t.form.removeprefix(_AND) in _LED_TO for t in before)
    foiled = any(w.entry.value == _FOILED for w in report.within(plan.first - 2, plan.first, "repel"))
    joined = foiled and _masdar(governing) and governing.clitic == _AND
    return joined and not in_tokens(report.scan.of(HarmWord), plan.last, start)


def _past_apposition(scene: Scene, denial: Hit) -> bool:
    """«نفى الوزير، فلان الفلاني، الأحد، مقتل مدنيين»: whether commas alone, the last right before the harm's noun, set
    off who denies and when."""
    report, start = scene.report, scene.casualty.harm[0]
    governing = report.harms.get(start)
    if governing is None or not _masdar(governing) or governing.clitic or report.tokens[start - 1].form not in _COMMAS:
        return False
    between = (denial.last, start)
    said = any(h.entry.part in _SAYS for h in in_tokens(report.scan.of(SayWord), *between))
    told = any(report.within(*between, part) for part in ("clause", "that"))
    return not (said or told or in_tokens(report.scan.of(HarmWord), *between))


def _of_part(scene: Scene, denial: Hit) -> bool:
    """«نفى الجيش تورط قواته في انفجار أسفر عن مقتل ستة», «أي مسؤولية له في هجوم»: who denies their part in an attack
    does not deny what came of it."""
    report, start = scene.report, scene.casualty.harm[0]
    forms = [t.form for t in report.tokens[denial.last : min(start, denial.last + _PART_REACH)]]
    carried = any(denial.last < h.first < start for h in in_tokens(report.carriers, denial.last, start))
    return carried and any(form.startswith(_PARTS_IN) for form in forms)


def _told_after(scene: Scene, hit: Hit, value: str) -> bool:
    """«هجوم يهدد المدنيين: 20 قتيلا», «انفجار توقع عشرات القتلى وعددا من الجرحى»: a colon sets the figure
    apart from the fear, and a word for the dead right behind it is its object, not what is expected."""
    if value != "feared":
        return False
    report, casualty = scene.report, scene.casualty
    if any(report.tokens[t].form == _COLON for t in range(hit.last, scene.start)):
        return True
    carries = any(h.first == hit.first for h in in_tokens(report.scan.of(HarmWord), hit.first, hit.last))
    if carries and in_tokens(report.document.casualties, hit.last, hit.last + 1):
        return True
    return hit.last == casualty.first and hit.last - hit.first == 1 and casualty.harm[0] >= casualty.first


def _past(scene: Scene) -> bool:
    """Whether the harm's verb tells of what has happened."""
    hit = scene.report.harms.get(scene.casualty.harm[0])
    word = hit.entry if hit is not None else None
    if hit is None or word is None or not (word.part == "verb" or word.voice == "with_by"):
        return False
    form = scene.report.tokens[hit.first].form.removeprefix(hit.clitic)
    if hit.clitic.endswith(_LEADS) or form in _EITHER:
        return False  # «يخطط الجيش لهدم», «يعتزم الجيش هدم»
    return form.endswith(_PAST) or not form.startswith(("ي", "ت", "ن", "س"))


def _sentenced(scene: Scene, hit: HarmHit) -> bool:
    """«حكم بإعدام خمسة», «قضت المحكمة أمس بإعدام خمسة»."""
    word = hit.entry
    if word.voice == "sentence":
        return True
    return (
        word.event == "execution" and hit.clitic.endswith("ب") and bool(scene.report.before(hit.first, "court", _COURT))
    )


def _demanded(report: Report, harm: HarmHit) -> StructureHit | None:
    """«هدد التنظيم بقتل رهينة», «دعا الخطيب إلى قتل الأسرى», «يريد قتله»: the word of will that governs a harm."""
    outcome = harm.entry.outcome
    if outcome == "displaced":
        return None  # «ما دعا إلى إخلاء القاعة»
    before = report.tokens[harm.first - 1].form
    subjunctive = before == _THAT and report.tokens[harm.first].form.startswith(("ي", "ت"))
    meant = harm.clitic.endswith("ل") and not report.tokens[harm.last - 1].form.removeprefix("ول").startswith("لم")
    governed = harm.clitic.endswith("ب") or before in _TO or subjunctive or meant  # «لقتله», not «لمقتله»
    reach = _WILLED if governed or _masdar(harm) else 0
    words = report.within(max(report.bounds(harm.first)[0], harm.first - reach - 1), harm.first, "demand")
    for word in reversed([w for w in words if not w.definite and not report.clauses_between(w.last, harm.first)]):
        if word.entry.id == _GIVES_NOTICE and outcome != "destroyed":
            continue  # «تلقت الشرطة إخطارا بإصابة شخص»
        if not (meant and word.clitic) if governed else _wills(report, word, harm):
            return word
    return None


def _wills(report: Report, word: Hit, harm: Hit) -> bool:
    """«يريد قتله», «طلبت المحكمة توقيف الزعيم», but not «طلبت إيضاحات عن اختفائه»: whether a harm is the object of a
    word of will."""
    if word.entry.id == _WANTS:
        return harm.first - word.last <= 0
    return word.entry.id == _ASKS and report.before(harm.first, "preposition", 0) is None


def _refused(report: Report, harm: HarmHit) -> bool:
    """«رفضت الحكومة الشهر الماضي اعتقال الرئيس»: whether a harm is what somebody refused to do."""
    if harm.clitic or not _masdar(harm):
        return False
    words = report.within(max(report.bounds(harm.first)[0], harm.first - _WILLED), harm.first, "reject")
    refusing = [w.last for w in words if _REFUSE in report.tokens[w.last - 1].form]
    if not refusing or report.within(refusing[-1], harm.first, "looking_back"):
        return False  # «رفضت التهديدات بشأن اختفائه»
    return not report.clauses_between(refusing[-1], harm.first)


def carried_out(scene: Scene) -> bool:
    """Whether a sentence was carried out («تنفيذ أحكام الإعدام», «نفذت الوزارة حكم القصاص في»)."""
    report, at = scene.report, scene.casualty.harm[0]
    if any(report.before(at, part, 2) for part in ("wielding", "attack")):
        return True
    words = report.within(max(report.bounds(at)[0], at - _EXECUTED), at, "attack")
    verb = next((w for w in reversed(words) if _CARRIED in report.tokens[w.last - 1].form), None)
    return verb is not None and not report.clauses_between(verb.last, at) and not report.before(verb.first, "negation")


def _warned(scene: Scene, first: int) -> bool:
    """Whether the harm is what somebody warns of («حذرت المنظمة من سقوط ضحايا»), or may come («قد يؤدي إلى مقتل»)."""
    report, start = scene.report, scene.start
    tokens = report.tokens
    for at in range(max(first, start - _MAY), start):
        if tokens[at].form == _PAST_MAY and tokens[at + 1].form.startswith("ي"):
            return all(t.form != _SINCE for t in tokens[at:start])
    if "warning" not in report.parts:
        return False
    for hit in reversed(report.within(max(first, start - _WARNED - _OF_THAT), start, "warning")):
        if report.within(hit.first - 1, hit.first, "wary"):
            continue  # «هدوء حذر»
        for at in range(hit.last, min(start, hit.last + _WARNED)):
            if tokens[at].form == _FROM:
                that = bool(report.within(at + 1, at + 2, "that"))
                if not that and (report.within(at + 1, start, "preposition") or report.within(at + 1, start, "cause")):
                    return False
                near = start - at - 1 <= (_OF_THAT if that else _OF)
                return near and report.clauses_between(at, start) == (1 if that and _breaks(report, at + 1) else 0)
    return False


def _breaks(report: Report, token: int) -> bool:
    return report.clauses_between(token, token + 1) > 0


def _aim(scene: Scene, governing: HarmHit | None) -> bool:
    """«لمهاجمة مقر», «لشن هجمات», «للحيلولة دون وقوع هجمات»: whether a strike is only what something is done for."""
    if scene.casualty.outcome == "hit":
        aimed = governing is not None and governing.clitic.endswith("ل") and _masdar(governing)
        return aimed and governing is not None and not _befallen(scene.report, governing)
    before = [scene.report.tokens[at].form for at in range(max(0, scene.casualty.first - 2), scene.casualty.first)]
    prevented = before[-1:] == [_BEFALLING] and before[0] in _PREVENTED
    return scene.casualty.outcome == "strikes" and (prevented or before[-1:] in ([aim] for aim in _AIMS))


def _purpose(report: Report, governing: HarmHit) -> bool:
    """«اقتحموا المخيم لاعتقال ناشط», but not «أدت لاعتقال ناشط», «السجن لقتل زوجته», «اضطر لقتل المهاجم»: whether
    people are killed or held only in what something is done for."""
    start = governing.first
    forms = [t.form for t in report.tokens[max(report.bounds(start)[0], start - _PURPOSE) : start]]
    acts = not _masdar(governing) and report.tokens[start].form[len(governing.clitic) :].startswith(_ACTS)
    if acts or governing.entry.id not in _UNDERTAKEN or not forms or forms[-1] in _BECAUSE:
        return False
    return not any(form.removeprefix("و").startswith(_DONE) for form in forms)


def _unstruck(scene: Scene) -> Hit | None:
    """«إحباط هجوم على مسجد», «هدد الجيش بشن غارات»: the word by which a strike did not come about."""
    report, start = scene.report, scene.casualty.first
    part, near = ("repel", True) if scene.casualty.outcome == "hit" else ("demand", _launching(report, start))
    words = report.within(max(report.bounds(start)[0], start - _WILLED), start, part) if near else ()
    unmade = (w for w in reversed(words) if w.entry.value in (_FOILED, "planned"))
    return next((w for w in unmade if not report.clauses_between(w.last, start)), None)


def _launching(report: Report, at: int) -> bool:
    """«بشن غارات», «إلى شن هجمات»: whether a preposition leads the launching of what stands at a token."""
    led, launch = ("", *(t.form for t in report.tokens[max(0, at - 2) : at]))[-2:] if at else ("", "")
    return launch.removeprefix("ب") in _LAUNCHES and (launch.startswith("ب") or led in _TO)


def _befallen(report: Report, harm: HarmHit) -> bool:
    """«تعرضنا لاستهداف مباشر»: whether a verb of undergoing stands before a harm."""
    return any(_UNDERGO in t.form for t in report.tokens[max(0, harm.first - 2) : harm.first])


def _masdar(hit: HarmHit) -> bool:
    return hit.entry.part == "masdar"


def _future(hit: HarmHit, report: Report) -> bool:
    """The clitic of the future before a verb of harm («سيغادرون»)."""
    entry = hit.entry
    return entry.part == "verb" and (hit.clitic.endswith("س") or report.tokens[hit.first].form.startswith(("سي", "ست")))


def doubted(report: Report) -> frozenset[int]:
    """Sentences whose claims the report says it could not verify: the sentence that says so, or where it claims
    nothing itself the two before it."""
    found: set[int] = set()
    if "unverified" not in report.parts and "lifeless" not in report.parts:
        return frozenset()
    claiming = {c.sentence for c in report.document.casualties}
    for index, sentence in enumerate(report.document.sentences):
        words = report.within(sentence.first, sentence.last, "unverified")
        if words and not (index in claiming and _apart(report, words[0], sentence.last)):
            found.update((index,) if index in claiming else range(_begun(report, index), index))
        elif not words and report.within(sentence.first, sentence.last, "lifeless"):
            found.update((index - 1, index))
    return frozenset(found)


def _begun(report: Report, doubt: int) -> int:
    """Where what a sentence doubts begins: two sentences before, or with one speaker's statement and its title."""
    first, told = doubt - 1, _speaking(report, doubt - 1)
    while doubt - first < _STATEMENT and first > 0 and told & _speaking(report, first - 1):
        first -= 1
    titles = first == 1 and report.document.sentences[0].part == "title"
    return min(doubt - 2, first - titles)


def _speaking(report: Report, index: int) -> set[str]:
    """Who speaks in a sentence, by the words that name them."""
    here = report.document.sentences[index]
    return {s.text for s in report.document.speakers if s.reach[0] < here.last and here.first < s.reach[1]}


def _apart(report: Report, doubt: Hit, last: int) -> bool:
    """«قتل سبعة، فيما لم يتسن التأكد من مقتل اثنين»: whether what could not be verified is told behind it alone."""
    begins = any(c.entry.value == "beside" for c in report.within(doubt.first - 2, doubt.first, "clause"))
    return begins and bool(in_tokens(report.document.casualties, doubt.last, last))
