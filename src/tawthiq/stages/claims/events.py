"""What caused the harm?"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lists import edges, words
from tawthiq.model import Number
from tawthiq.stages.claims.again import told_again
from tawthiq.stages.claims.bombers import of_a_part
from tawthiq.stages.claims.causes import AIR as AIR
from tawthiq.stages.claims.causes import BY_HAND as BY_HAND
from tawthiq.stages.claims.causes import GENERIC as GENERIC
from tawthiq.stages.claims.causes import GROUND as GROUND
from tawthiq.stages.claims.causes import Cause as Cause
from tawthiq.stages.claims.causes import can_be as can_be
from tawthiq.stages.claims.causes import causes as causes
from tawthiq.stages.claims.causes import refines as refines
from tawthiq.stages.claims.causes import sharper as sharper
from tawthiq.stages.claims.causes import told_finer as told_finer
from tawthiq.stages.claims.choose import Candidate, Feature
from tawthiq.stages.claims.idle import idle
from tawthiq.stages.claims.meanwhile import attacked_besides
from tawthiq.stages.claims.scene import BY_HIMSELF, FORCES, NEAR, ONE_OF_SEVERAL, Report, Scene, in_tokens, of_all

_LONG, _MOST = 16, 4
_THE = "ال"
SPECIFIC = 0.5
_TAKEN_REACH = 12
_SINCE_REACH = 10
_SOME_REACH = 4
_ONE_REACH = 4
_ONE_OF_THEM = frozenset({"احدهم", "احدهما", "احداهما", "احداهن", "احدها", "واحدهم", "واحدهما"})
_SOME_OF_THEM, _RIGHT_BEFORE = frozenset({"بعضهم", "وبعضهم", "بعضهن"}), 2
_RAIDS, _COUNTED = frozenset({"raid", "strife"}), frozenset({")", "(", "عمليات", "عمليه"})
_APART, _ADJECTIVES = words("apart"), 2
_BROKEN_REACH = 8
_JOINED_REACH, _RIGHT_BEHIND = 1, 3
_TOLD_BY_VERB = frozenset({"stabbing", "ramming", "execution"})
_FOUGHT, _DOING_REACH, _STRUCK_REACH = frozenset({"armed_clash", "ground_attack", "war"}), 3, 8
_WHILE, _WORSE = frozenset({"خلال", "اثناء"}), 1.7
_SHRAPNEL = "بشظايا"
_STRIKING = AIR | GROUND | {"bombing", "landmine", "explosion", "suicide_bombing", "grenade", "bombardment"}
_MAY_GO_ON = _STRIKING | _FOUGHT
_DOING, _THEIR = edges("part_in"), ("ه", "ها", "هم", "هما")
OF_SOME = frozenset({"torture", "execution"})
_OF_HELD = frozenset({"missing", "rescued"})
_RESULT, _RESULT_REACH = "harm.carrier.nataja", 2  # «نتج عن القصف»
_SUBJECT, _LEADING = -2.0, words("led_to")
_LASTED = frozenset({"استمر", "دام"})
_HELD = {"arrest": "detained", "abduction": "abducted", "siege": "besieged"}


def candidates(scene: Scene, found: Sequence[Cause]) -> list[Candidate[Cause]]:
    """The event words of the harm's own sentence. What names the victims is none, but a bomber's own bomb is; nor is
    what they are accused of («قتل ثلاثة من خلية متهمة بتفجير حافلة»)."""
    inside = range(scene.casualty.first, scene.casualty.last)
    near = idle(scene, in_tokens(found, *scene.near))
    here = [
        c for c in near
        if (c.first not in inside or c.event == "suicide_bombing")
        and not (c.part == "weapon" and c.text[:2] == _THE and _beside(scene, c)) and not of_one(scene, c)
    ]  # fmt: skip
    return of_all(scene, [Candidate(c, c.first, c.last, c.sentence, SPECIFIC * c.weight) for c in here])


def of_one(scene: Scene, cause: Cause) -> bool:
    """«قتل أربعة جنود، أحدهم برصاص قناص», «تسعة مهاجمين، بينهم اثنان فجرا نفسيهما», «عشرون رجلا، بعضهم ذبحا»: whether a
    cause behind several harmed is told of some of them."""
    if cause.event == BY_HIMSELF and of_a_part(scene.report, cause, scene.casualty):
        return True
    if cause.first < scene.end or scene.casualty.count.low == 1:
        return False
    before = [t.form for t in scene.report.tokens[max(scene.end, cause.first - _ONE_REACH) : cause.first]]
    return not _ONE_OF_THEM.isdisjoint(before) or not _SOME_OF_THEM.isdisjoint(before[-_RIGHT_BEFORE:])


def _beside(scene: Scene, weapon: Cause) -> bool:
    """«أسفر الإعصار عن مقتل 16، وتستخدم الفرق الطائرات المسيرة»: a weapon in a clause behind the harm, by which nothing
    is said to have been done."""
    apart = weapon.first >= scene.end and scene.report.clauses_between(scene.end, weapon.first) > 0
    return apart and not led(scene.report, weapon.first)


def _near(scene: Scene, candidate: Candidate[Cause]) -> float:
    """The fewer words between, the likelier."""
    gap = scene.gap(candidate)
    return 1 - gap / _LONG if gap < _LONG else 0.0


def _cause_before(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«جراء», «إثر», «في»: the word before it says that it is the cause; or it is the harm's own word («ذبح عشرة»)."""
    return float(led(scene.report, candidate.first) or _of_itself(scene, candidate))


def _governed(scene: Scene, candidate: Candidate[Cause]) -> bool:
    return led(scene.report, candidate.first)


def _of_itself(scene: Scene, candidate: Candidate[Cause]) -> bool:
    return candidate.value.event in _TOLD_BY_VERB and candidate.first == scene.casualty.harm[0]


def led(report: Report, at: int) -> bool:
    if report.tokens[at].form.startswith("ب") or report.before(at, "cause"):
        return True
    before = report.before(at, "preposition")
    return before is not None and before.entry.value == "amid"


def _clauses(scene: Scene, candidate: Candidate[Cause]) -> float:
    """Clause boundaries between the harm and the event word."""
    boundaries = scene.report.clauses_between(scene.end, candidate.first)
    return float(boundaries if boundaries < _MOST else _MOST)


def _carried(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«القصف ... أسفر عن مقتل»: a carrier stands between the event and the harm, or right before the event («ونتج عن
    العدوان مقتل»)."""
    if candidate.first >= scene.end:
        return 0.0
    carriers = in_tokens(scene.report.carriers, candidate.first - _RESULT_REACH, scene.start)
    if not carriers:
        return 0.0
    last = carriers[-1]
    far = candidate.value.event in _MAY_GO_ON and scene.gap(candidate) >= _LONG
    if far and _told_between(scene.report, candidate.last, last.first):
        return 0.0
    if last.entry.id == _RESULT and in_tokens(scene.report.scan.of(EventWord), last.last, last.last + 1):
        return float(last.last == candidate.first)
    return float(last.first > candidate.first)


def _told_between(report: Report, first: int, last: int) -> bool:
    """«تجدد القصف، واستهدف الطيران الحربي قافلة على الطريق، ما أدى إلى»: whether other fire is told up to what led to a
    harm far behind, and not of the first («البراميل التي ألقاها الطيران»)."""
    if report.within(first, first + 1, "clause"):
        return False
    between = (h.entry for h in in_tokens(report.scan.of(EventWord), first, last))
    return any(word.event in _STRIKING and word.part != "modifier" for word in between)


def _before(scene: Scene, candidate: Candidate[Cause]) -> float:
    """An event word before the harm with no carrier between is often another matter, but not right behind the verb
    whose subject it is, with no other up to what it led to («وأوقع القصف قتلى», «أسفر قصف السوق عن مقتل عشرة», but «أدى
    انفجار ناجم عن تسرب للغاز إلى»)."""
    first, report = candidate.first, scene.report
    if first >= scene.end:
        return 0.0
    if first and report.tokens[first - 1].form.removeprefix("و") in _LEADING:
        return 1.0 if in_tokens(report.scan.of(EventWord), candidate.last, scene.start) else _SUBJECT
    return 0.0 if _of_itself(scene, candidate) or _carried(scene, candidate) else 1.0


def _taken(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«قتل جنديان بنيران قناص، ودمرت مدرعة»: a cause that already closes the harm before it."""
    if not _before(scene, candidate) or not _governed(scene, candidate):
        return 0.0
    earlier = in_tokens(scene.report.scan.of(HarmWord), candidate.first - _TAKEN_REACH, candidate.first)
    return float(any(h.entry.part != "carrier" for h in earlier))


def _of_figure_before(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«قتل ثلاثة بانفجار لغم وطفل بقنبلة»: a cause right behind another figure of the same harm."""
    casualty = scene.casualty
    if not scene.start <= candidate.first < casualty.first:
        return 0.0
    figures = in_tokens(scene.report.figures.get(scene.sentence, ()), candidate.first - NEAR, candidate.first)
    return float(any(f.harm == casualty.harm and f.last <= candidate.first for f in figures))


def _of_other_harm(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«قتل ضابط، فيما قتل مهاجم خلال اشتباك»: a cause behind another harm in a clause that a word opens."""
    report = scene.report
    if candidate.first < scene.end:
        return 0.0
    opens = [h for part in ("clause", "plus") for h in report.within(scene.end, candidate.first, part)
             if h.entry.value != "relative"]  # fmt: skip
    if opens and in_tokens(report.scan.of(HarmWord), opens[0].last, candidate.first):
        alone = raids_counted(report, candidate.value) or candidate.value.event in _TOLD_BY_VERB
        again = candidate.value.event != "armed_clash" and told_again(scene, candidate.first)
        return 4.0 if alone or again else 1.0  # «فضلا عن اعتقال 60 خلال 45 عملية توغل»
    said = [h for h in report.within(scene.end, candidate.first, "that") if h.clitic == "و"]
    if said and in_tokens(report.scan.of(HarmWord), said[0].last, candidate.first):
        return 4.0  # «قتل أربعة، وإن طفلين قضيا بصاروخ»
    return float(_has_its_own(scene, candidate))


def _of_harm_before(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«قناص يقتل طفلة وسقوط جرحى بقصف»: what caused a harm told before, where this one has a cause right behind it."""
    report, casualty = scene.report, scene.casualty
    if candidate.last > scene.start:
        return 0.0
    behind = in_tokens(report.scan.of(EventWord), scene.end, scene.end + _RIGHT_BEHIND)[:1]
    between = in_tokens(report.figures.get(scene.sentence, ()), candidate.last, scene.start) if behind else ()
    return float(bool(between) and led(report, behind[0].first) and any(f.harm != casualty.harm for f in between))


def _has_its_own(scene: Scene, candidate: Candidate[Cause]) -> bool:
    """«قتل ثلاثة بقذائف المدفعية، وقتل اثنان بلغم»: whether a cause and then another harm stand between."""
    harms = in_tokens(scene.report.scan.of(HarmWord), scene.end, candidate.first)
    verbs = [h.first for h in harms if h.entry.part == "verb"]
    causes = in_tokens(scene.report.scan.of(EventWord), scene.end, verbs[0]) if verbs else ()
    return any(scene.report.tokens[c.first].form.startswith("ب") for c in causes)


def counted(report: Report, cause: Cause, reach: int = _SOME_REACH) -> list[int]:
    """The number right before a word of torture or execution, which it is told of."""
    if cause.event not in OF_SOME:
        return []
    numbers = in_tokens(report.document.numbers, cause.first - reach, cause.first)
    return [n.first for n in numbers[-1:]]


def numbered(report: Report, cause: Cause) -> bool:
    """«16 هجوما», «عدة هجمات»: attacks that are counted."""
    return _number(report, cause) is not None


def raids_counted(report: Report, cause: Cause) -> bool:
    """«45 عملية توغل», «(110) عمليات توغل»: raids that are counted, for which no one harm is told that has no cause of
    its own."""
    if cause.event != "ground_attack" or cause.part not in _RAIDS:
        return False
    at = cause.first
    while at > cause.first - _SOME_REACH and report.tokens[at - 1].form in _COUNTED:
        at -= 1
    numbers = in_tokens(report.document.numbers, at - _SOME_REACH, at)
    return bool(numbers) and numbers[-1].last == at and (numbers[-1].count.low or 0) > 1


def broken_down(report: Report, cause: Cause) -> bool:
    """«هجمات في العراق، بينها تفجير في بغداد»: attacks of which one is told behind them."""
    told = ONE_OF_SEVERAL in report.parts and cause.part == "series" and not cause.definite
    return told and bool(report.within(cause.last, cause.last + _BROKEN_REACH, ONE_OF_SEVERAL))


def in_places_apart(report: Report, cause: Cause) -> bool:
    """«هجمات متفرقة», «حوادث أمنية منفصلة»: attacks that are said to have been apart."""
    return not _APART.isdisjoint(
        [t.form.removeprefix(_THE) for t in report.tokens[cause.last : cause.last + _ADJECTIVES]]
    )


def attacks_told(report: Report, cause: Cause) -> int:
    """How many attacks a number right before their name counts, 0 where none does."""
    number = _number(report, cause)
    return (number.count.low or 0) if number is not None else 0


def _number(report: Report, cause: Cause) -> Number | None:
    numbers = in_tokens(report.document.numbers, cause.first - _SOME_REACH, cause.first)
    return next((n for n in numbers if n.last == cause.first), None)


def _answered(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«قتل ثلاثة في غارات جاءت ردا على هجوم»: what the harm answers."""
    return float(candidate.first >= scene.end and scene.report.before(candidate.first, "looking_back", 1) is not None)


def _going_on(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«قتلت خلال مشاركتها في المعارك إثر قصف», «انفجر لغم خلال اشتباكات، ما أدى إلى مقتل»: a fight that only went on
    when something else, told as the cause, struck."""
    report, first = scene.report, candidate.first
    if candidate.value.event not in _FOUGHT:
        return 0.0
    if first < scene.end:
        return _WORSE * _while_struck(scene, candidate)
    if report.tokens[first - 1].form in _WHILE and _hit_by(scene, first):
        return 1.0
    doing = (t.form for t in report.tokens[max(scene.end, first - _DOING_REACH) : first])
    if not any(form.startswith(_DOING) and form.endswith(_THEIR) for form in doing):
        return 0.0
    behind = in_tokens(report.scan.of(EventWord), candidate.last, candidate.last + _STRUCK_REACH)
    return float(any(led(report, h.first) for h in behind))


def _hit_by(scene: Scene, fight: int) -> bool:
    """«أصيب تسعة بشظايا قذيفة خلال اشتباكات»: whether what struck the harmed is told before the fight behind them."""
    told = in_tokens(scene.report.scan.of(EventWord), scene.end, fight)
    return any(h.entry.event in _STRIKING and (
        led(scene.report, h.first) or scene.report.tokens[h.first - 1].form == _SHRAPNEL) for h in told)  # fmt: skip


def _while_struck(scene: Scene, candidate: Candidate[Cause]) -> bool:
    """Whether «خلال» stands before a fight, and before that what struck and led to the harm."""
    report, first = scene.report, candidate.first
    if candidate.last > scene.start or report.tokens[first - 1].form not in _WHILE:
        return False
    struck = [h for h in in_tokens(report.scan.of(EventWord), max(scene.near[0], first - _STRUCK_REACH), first - 1)
              if h.entry.event in _STRIKING]  # fmt: skip
    if not struck:
        return False
    led_to = report.tokens[struck[0].first - 1].form.removeprefix("و") in _LEADING
    return led_to or report.clauses_between(candidate.last, scene.start) > 0


def _of_some(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«155 قتيلا بينهم خمسة تحت التعذيب»: what is told of a number of its own is not of the whole."""
    own = range(scene.casualty.first, scene.casualty.last)
    reach = _SOME_REACH if candidate.first >= scene.end else 1
    others = [n for n in counted(scene.report, candidate.value, reach) if n not in own]
    return float(bool(others) or _of_those(scene, candidate))


def _of_those(scene: Scene, candidate: Candidate[Cause]) -> bool:
    """«قتلوا 143، وبلغ عدد الذين قتلوا بسبب التعذيب ثلاثة»: whether a cause stands in a relative clause of its own,
    between the harm that it tells and how many they were."""
    report = scene.report
    if candidate.first < scene.end:
        return False
    figures = in_tokens(report.figures.get(scene.sentence, ()), candidate.first, candidate.first + _TAKEN_REACH)[:1]
    within = [f for f in figures if scene.end <= f.harm[0] and f.harm[1] <= candidate.first]
    opens = [w for f in within for w in report.within(f.harm[0] - 1, f.harm[0], "clause")]
    return any(w.entry.value == "relative" for w in opens)


def _added(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«مقتل شابين وتفجير صالة», «قتل القصف ستة، كما قصفت الدبابات قرية»: what is joined to a harm is told beside it."""
    if candidate.first < scene.end:
        return 0.0
    joined = candidate.value.added and scene.gap(candidate) <= _JOINED_REACH
    return float(joined or attacked_besides(scene, candidate.first))


def _second(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«جراء قصف واشتباكات»: of two events named together the first."""
    return float(candidate.value.second)


def _since_war(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«منذ بدء الحرب», «منذ بدء التصعيد»: a figure counted since a war began is the war's."""
    if candidate.value.event != "war":
        return 0.0
    if candidate.value.part != "outbreak" and scene.report.before(candidate.first, "cumulative", 2) is None:
        return 0.0
    return float(candidate.first < scene.end or scene.gap(candidate) <= _SINCE_REACH)


def _other_outcome(scene: Scene, candidate: Candidate[Cause]) -> float:
    """An arrest or an abduction told beside the dead is seldom what killed them, a siege less often than fire; the
    missing and the freed may well have been held, and who is missing was not seen to be killed."""
    if scene.casualty.outcome == "missing" and candidate.value.event in OF_SOME:
        return 2.0
    held = _HELD.get(candidate.value.event)
    if held is None or held == scene.casualty.outcome or scene.casualty.outcome in _OF_HELD:
        return 0.0
    lasted = scene.report.tokens[candidate.last : candidate.last + 1]  # «بعد حصار استمر ساعات»
    return 0.3 if candidate.value.event == "siege" and not any(t.form in _LASTED for t in lasted) else 1.0


def _forces_at_protest(scene: Scene, candidate: Candidate[Cause]) -> float:
    """Police hurt at a protest were not hurt by its repression."""
    return float(candidate.value.event == "protest_repression" and scene.casualty.group in FORCES)


FEATURES: tuple[Feature[Scene, Cause], ...] = (
    Feature("event.near", 3.0, _near),
    Feature("event.cause_word", 0.7, _cause_before),
    Feature("event.other_clause", -0.2, _clauses),
    Feature("event.carrier", 0.7, _carried),
    Feature("event.before", -0.5, _before),
    Feature("event.taken", -0.8, _taken),
    Feature("event.of_figure_before", -1.5, _of_figure_before),
    Feature("event.of_other_harm", -1.5, _of_other_harm),
    Feature("event.of_harm_before", -3.0, _of_harm_before),
    Feature("event.going_on", -1.5, _going_on),
    Feature("event.of_some", -6.0, _of_some),
    Feature("event.answered", -2.0, _answered),
    Feature("event.added", -6.0, _added),
    Feature("event.second", -2.2, _second),
    Feature("event.since_war", 2.0, _since_war),
    Feature("event.other_outcome", -4.0, _other_outcome),
    Feature("event.forces_at_protest", -2.0, _forces_at_protest),
)

_FAMILIES = (
    AIR | {"bombardment"},
    GROUND | {"bombardment"},
    frozenset({"suicide_bombing", "bombing", "explosion", "landmine", "grenade"}),
    frozenset({"shooting", "sniper", "armed_clash", "ground_attack", "protest_repression", "execution"}),
)


_KNOWN = frozenset[str | None]().union(*_FAMILIES)
_AKIN = frozenset([(a, b) for family in _FAMILIES for a in family for b in family])
_FIRE = AIR | GROUND | {"bombardment"}  # which reports often take for each other


def apart(a: str | None, b: str | None) -> bool:
    """Whether two event words name attacks of different kinds, so that who did the one did not by it do the other."""
    return a in _KNOWN and b in _KNOWN and not akin(a, b) and not {a, b} <= _FIRE


def akin(a: str | None, b: str | None) -> bool:
    """Whether two event words can name one event: the same, of one family, or one of them general."""
    if a is None or b is None or a == b or "attack" in (a, b) or "war" in (a, b):
        return True
    return (a, b) in _AKIN
