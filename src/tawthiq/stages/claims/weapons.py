"""Which words for arms and aircraft name no means of harm? «نقلت مروحية الجرحى», «تفكيك عبوة», «بإسناد من الطيران»"""

from tawthiq.language.entries import EventWord, GroupWord, PlaceWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import EventHit
from tawthiq.stages.claims.protests import marches
from tawthiq.stages.claims.scene import Report, in_tokens

AIR = frozenset({"airstrike", "drone_strike", "barrel_bomb"})
_IN, _FOR_THE = "في", "لل"
_FIGHTERS, _OF = "مقاتلات", "من"
_MEN_WHO_FIGHT = frozenset({"مقاتلي", "مقاتلين", "مقاتلون", "مقاتلو"})
_DISARMED_REACH = 5
_WHICH, _SAID_OF_IT = frozenset({"الذي", "التي"}), 4
_WHO_STOP, _STOPPED_REACH = frozenset({"fighter", "soldier", "police"}), 6
_FIRING, _FIRED_REACH = ("اطلق", "يطلق", "تطلق", "اطلاق", "مطلق"), 6
_OPENING = words("opened_fire")
_FATAH = words("fatah_movement")
_EXCHANGING, _EXCHANGED_REACH = edges("exchanging"), 7
_FLOWN_REACH, _ASIDE = 10, 2
_LAUNCHED_REACH = 3
_LAUNCHING = words("launching")
_LAUNCHERS = words("launcher")
_STORES = frozenset(before + store for store in words("weapon_store") for before in ("", "و", "ال", "وال"))
_PIECES = words("piece_of")
_UNITS, _THE = words("armed_unit"), "ال"
_AIM, _AIMED_REACH, _AGREEING = "استهدف", 8, (("ات", "ت"), ("ان", "ا"), ("ين", "ا"))
_BELTS, _BLOWN, _WORN_REACH = words("belt"), "suicide", 6
_WEARING = words("wearing")
_POSTING, _POSTED_REACH = words("posting"), 4


def no_weapon(report: Report, hit: EventHit) -> bool:
    """«عقيد في القوات الجوية», «نقلت مروحية الجرحى», «قال للمسيرة», «مقاتلات من وحدات المرأة»: whether a weapon word is
    an air force, named as whose somebody is, an aircraft that only takes people somewhere, a channel of that name, or
    women who fight."""
    if hit.entry.event not in AIR:
        return False
    if report.tokens[hit.first].form.endswith(_FIGHTERS) and _of_women(report, hit):
        return True
    if (hit.first > 0 and report.tokens[hit.first - 1].form == _IN) or marches(report, hit):
        return True
    if hit.clitic == _FOR_THE and not in_tokens(report.scan.of(EventWord), hit.first - 1, hit.first):
        return True  # «بيان للقوات الجوية», but not «غارة للطيران الحربي»
    beside = in_tokens(report.scan.of(PlaceWord), hit.first - 1, hit.last + 1)
    return any(h.entry.part == "taken" for h in beside if isinstance(h.entry, PlaceWord))


def _of_women(report: Report, hit: Hit) -> bool:
    """«مقاتلات من وحدات حماية المرأة», «مقاتلي ومقاتلات الحزب»: whether fighters are people, since they belong to a
    unit or stand beside men."""
    at = hit.last
    named = at < len(report.tokens) and report.tokens[at].form == _OF
    units = in_tokens(report.document.actors, at, at + 2) if named else ()
    return bool(units) or (hit.first > 0 and report.tokens[hit.first - 1].form in _MEN_WHO_FIGHT)


def in_support(report: Report, hit: Hit) -> bool:
    """«قتلت القوات خمسة بإسناد من الطيران», «تساندها ضربات جوية»: aircraft that only back those who kill."""
    word = report.before(hit.first, "agent", 1)
    return word is not None and word.entry.value == "support"


def fled_from(report: Report, hit: Hit) -> bool:
    """«غارة على نازحين فارين من الحرب»: whether an event only says what people had fled from, and of it no more («الذي
    أسفر عن»)."""
    if report.before(hit.first, "fled", 0) is None:
        return False
    return not any(t.form in _WHICH for t in report.tokens[hit.last : hit.last + _SAID_OF_IT])


def says_of(report: Report, end: int, hit: Hit) -> bool:
    """«الصواريخ التي تستهدف القرى»: whether a verb of aiming only says of an attack, named right before, whom it
    struck."""
    tokens, first = report.tokens, hit.first
    return 1 <= first - end <= _SAID_OF_IT and tokens[first - 1].form in _WHICH and _AIM[2:] in tokens[first].form


def among_arms(report: Report, at: int) -> bool:
    """«هاجموا الحاجز بالرشاشات وقذائف الآر بي جي»: whether a weapon is one of several, of no one means."""
    return report.before(at, "small_arms", 1) is not None


def disarmed(report: Report, at: int) -> bool:
    """«تفكيك 21 عبوة ناسفة», «مصادرة خمس قطع أسلحة نارية», «ضبط بندقيتين وعبوتين ناسفتين»: whether a weapon was only
    taken apart or seized."""
    words = report.within(at - _DISARMED_REACH, at, "disarmed")
    if not words:
        return False
    behind = words[-1].last
    listed = report.tokens[at].form.startswith("و") and not report.within(behind, at, "preposition")
    return listed or all(t.is_number or t.form in _PIECES for t in report.tokens[behind:at])


def of_vehicle(report: Report, hit: Hit) -> bool:
    """«أوقف المسلحون ثلاث حافلات»: whether a vehicle is what was stopped, which is no arrest."""
    behind = in_tokens(report.scan.of(GroupWord), hit.last, hit.last + _STOPPED_REACH)
    groups = [h.entry.group for h in behind]
    return next((g for g in groups if g not in _WHO_STOP), None) == "vehicle"


def fired(report: Report, hit: Hit) -> bool:
    """«أطلقت آليات الاحتلال النار», «فتح متشددون النار»: whether a word for firing stands before shots."""
    near = range(max(0, hit.first - _FIRED_REACH), hit.first)
    forms = [report.tokens[at].form for at in near]
    if any(firing in form for firing in _FIRING for form in forms):
        return True
    return any(
        form in _OPENING and not (at and report.tokens[at - 1].form in _FATAH)
        for at, form in zip(near, forms, strict=True)
    )


def exchanged(report: Report, hit: Hit) -> bool:
    """«تبادلت الوحدات معهم إطلاق النار»: whether a verb of exchange stands before shots, in the same clause."""
    verb = next((i for i in range(hit.first - 1, max(-1, hit.first - _EXCHANGED_REACH), -1)
                 if report.tokens[i].form.startswith(_EXCHANGING)), None)  # fmt: skip
    return verb is not None and not report.clauses_between(verb, hit.first)


def flown(report: Report, hit: Hit) -> bool:
    """«استهدفت طائرة سيارة», «طائرة للتحالف، الذي يقاتل التنظيم، استهدفت»: whether an aircraft is the subject of a verb
    of attack."""
    verb = report.before(hit.first, "attack", 0)
    if verb is not None:
        return report.tokens[verb.last - 1].form.endswith("ت")
    verbs = report.within(hit.last, hit.last + _FLOWN_REACH, "attack")
    return bool(verbs) and not verbs[0].clitic and report.clauses_between(hit.last, verbs[0].first) <= _ASIDE


def of_unit(report: Report, hit: Hit) -> bool:
    """«وحدة المدفعية», «فرقة القناصين», «الفرقة الثالثة دبابات»: whether a weapon word only says what unit it is, and
    not who fired («قصفت كتيبة المدفعية»)."""
    at = hit.first - 1
    if _numbered(report, at):
        return True
    named = at >= 0 and report.tokens[hit.first].form.startswith(_THE)
    if not named or report.tokens[at].form.removeprefix(_THE) not in _UNITS:
        return False
    return not any(h.entry.part == "verb" for h in in_tokens(report.scan.of(EventWord), at - 1, at))


def _numbered(report: Report, at: int) -> bool:
    """«اللواء 47», «للفرقة الثالثة»: whether the number of a unit stands at a token."""
    if at < 1 or not (report.tokens[at].is_number or report.tokens[at].form.startswith(_THE)):
        return False
    unit = report.tokens[at - 1].form.removeprefix(_FOR_THE).removeprefix(_THE)
    return unit in _UNITS and unit != report.tokens[at - 1].form


def of_launcher(report: Report, hit: EventHit) -> bool:
    """«تدمير منصات إطلاق القذائف», «قصف مواقع لإطلاق الصواريخ», «استهدف مخزن صواريخ»: whether a weapon only says what
    was fired from a place that is spoken of, or is kept or made in one."""
    tokens = report.tokens
    if hit.clitic in ("", _THE) and tokens[hit.first - 1].form in _STORES:
        return hit.entry.part == "weapon"
    for at in range(hit.first, max(0, hit.first - _LAUNCHED_REACH), -1):
        if tokens[at].form in _LAUNCHING:
            return tokens[at - 1].form.removeprefix("و").removeprefix("ال") in _LAUNCHERS
    return False


def aimed(report: Report, blast: str, end: int) -> bool:
    """«انفجاران وقعا ظهرا، استهدفا كنيستين»: whether an explosion is the subject of a verb of aiming behind it."""
    verbs = report.within(end, end + _AIMED_REACH, "attack")
    if not verbs or verbs[0].first >= report.bounds(end)[1]:
        return False
    ending = next((verb for noun, verb in _AGREEING if blast.endswith(noun)), "")
    return report.tokens[verbs[0].first].form == _AIM + ending


def worn(report: Report, hit: Hit) -> bool:
    """«مسلح كان يحمل حزاما ناسفا»: whether a belt is worn by one who was killed, and not said to have gone off."""
    tokens, verb = report.tokens, hit.first - 1
    if verb < 1 or tokens[hit.first].form not in _BELTS or tokens[verb].form not in _WEARING:
        return False
    killed = [c for c in in_tokens(report.document.casualties, verb - _WORN_REACH, verb)
              if c.outcome == "killed" and verb - c.last <= 1]  # fmt: skip
    own = report.within(hit.last, hit.last + _WORN_REACH, "self")
    return bool(killed) and not own and not any(_BLOWN in t for c in killed for t in c.because)


def posted(report: Report, hit: Hit) -> bool:
    """«نشرت القوات قناصة على الأسطح», «فرقة القناصة»: whether snipers were only posted somewhere, or are a unit."""
    if of_unit(report, hit):
        return True
    first = max(0, hit.first - _POSTED_REACH)
    verb = next((at for at in range(first, hit.first) if report.tokens[at].form in _POSTING), None)
    return verb is not None and not report.clauses_between(verb, hit.first)


def struck_with(report: Report, raid: int, missile: int) -> bool:
    """«شنت الطائرات غارة، استهدفت مركزا بثلاثة صواريخ»: whether a verb of attack, whose subject is the raid, opens a
    clause between the end of a raid and missiles that are its means."""
    verbs = [v for v in report.within(raid, missile, "attack") if not v.clitic]
    comma = any(not report.tokens[v.first - 1].is_word for v in verbs)
    return comma and any(t.form.startswith("ب") for t in report.tokens[missile - 1 : missile + 1])
