"""Which event words beside a harm did not cause it?

«خلية متهمة بتفجير حافلة», «المسؤول عن إطلاق الصواريخ», «ما أدى إلى احتجاجات»
"""

from collections.abc import Sequence
from operator import attrgetter

from tawthiq.language.entries import HarmWord
from tawthiq.language.lists import words
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.scene import ARMED, Report, Scene, in_tokens
from tawthiq.stages.claims.weapons import among_arms

_TELLING, _TELLING_REACH = (("culprit", None), ("going_on", None), ("looking_back", "responsible")), 2
_FOLLOWING = frozenset({"protest_repression", "riot", "armed_clash"})
_TO, _RESULT_REACH, _FROM = ("الي", "في"), 4, 4
_COUNTED = 6  # tokens from a number to the noun that it counts
_OBJECTS = frozenset({"destroyed", "damaged"})
_FOR, _AND = "ل", "و"
_LAID = frozenset({"bombing", "landmine", "missile", "grenade"})
_FOILED_REACH = 2
_FUNERAL, _MOURNED_REACH = words("funeral"), 2
_EVENT = attrgetter("event")
_PENALTY, _RULING, _EXECUTED = "execution", words("ruling"), ("اعدم", "اعداما")  # «أعدمهم بعد محاكمة صورية»
_OF, _MEN = "من", ("منفذ", "المنفذ")


def idle(scene: Scene, found: Sequence[Cause]) -> list[Cause]:
    """The causes of `found` without those that are told of a charge, of a person, or of what the harm led to."""
    report, casualty = scene.report, scene.casualty
    told = casualty.part_of is not None or casualty.outcome in _OBJECTS
    charged = "accuse" in report.parts
    foils = "repel" in report.parts and casualty.group not in ARMED
    if found and found[0].first < scene.start and mourned(scene):
        found = [c for c in found if c.first >= scene.start]
    left = [c for c in found if not (told and (_of_doers(scene, c) or _destroyed(scene, c)))]
    if _PENALTY in map(_EVENT, left) and of_crime(scene):
        left = [c for c in left if c.event != _PENALTY] or left
    return [
        c for c in left
        if (c.first < scene.end or not _behind(report, c, charged)) and not (c.added and among_arms(report, c.first))
        and not (foils and _foiled(scene, c))
    ]  # fmt: skip


def of_crime(scene: Scene) -> bool:
    """«حكم بالإعدام على منفذ الهجوم الذي أودى بحياة ستة»: whether a harm that is no execution stands in a sentence in
    which somebody is sentenced to one: it is what the sentence is for."""
    report, word = scene.report, scene.report.harms.get(scene.casualty.harm[0])
    if word is None or word.entry.event == _PENALTY or scene.casualty.part_of is not None:
        return False
    first, last = report.bounds(scene.start)
    forms = [t.form for t in report.tokens[first:last]]
    return not _RULING.isdisjoint(forms) and not any(form.startswith(_EXECUTED) for form in forms)


def mourned(scene: Scene) -> bool:
    """«انفجار خلال تشييع مقاتلين قتلوا أمس»: whether the dead are those whose funeral is spoken of."""
    first = scene.casualty.first
    told = (t.form for t in scene.report.tokens[max(first - _MOURNED_REACH, 0) : first])
    return scene.casualty.outcome == "killed" and not _FUNERAL.isdisjoint(told)


def _behind(report: Report, cause: Cause, charged: bool) -> bool:
    """Whether an event word behind a harm caused nothing."""
    told = (charged and _of_charge(report, cause)) or _told_by_the_way(report, cause)
    return told or _ruined(report, cause) or (cause.event in _FOLLOWING and _followed(report, cause))


def _foiled(scene: Scene, cause: Cause) -> bool:
    """«قذيفة تقتل أسرة وإحباط هجوم انتحاري»: whether an attack is said, apart from a harm before it, to have been
    foiled; armed people may have fallen in foiling it."""
    word = scene.report.before(cause.first, "repel", _FOILED_REACH)
    if word is None or word.first < scene.end or word.entry.value != "foiled":
        return False
    return word.clitic == "و" or scene.report.clauses_between(scene.end, word.first) > 0


def told_of_others(report: Report, cause: Cause) -> bool:
    """Whether an event word anywhere says by its weapon who somebody is, or what a harm before it led to."""
    told = (cause.event != "attack" and _told_by_the_way(report, cause)) or _ruined(report, cause)
    return told or (cause.event in _FOLLOWING and _followed(report, cause))


def _of_charge(report: Report, cause: Cause) -> bool:
    return report.before(cause.first, "accuse", 0) is not None and report.tokens[cause.first].form.startswith("ب")


def _told_by_the_way(report: Report, cause: Cause) -> bool:
    """«قيادي مسؤول عن إطلاق الصواريخ», «تستعد لاقتحام البلدة», «في مدينة تعز حيث تدور معارك»: an attack that says who
    somebody is, what is to come, or what goes on somewhere."""
    if report.tokens[cause.first].form[0] == _FOR and report.before(cause.first, "plan", 0) is not None:
        return True
    for part, value in _TELLING:
        word = report.before(cause.first, part, _TELLING_REACH) if part in report.parts else None
        if word is not None and word.entry.value == value:
            return True
    return False


def _followed(report: Report, cause: Cause) -> bool:
    """«قتل أربعة، ما أدى إلى احتجاجات كبرى»: unrest that what was told before it led to."""
    opens = report.within(cause.first - _FROM - 1, cause.first, "result")
    if not opens or report.tokens[cause.first - 1].form not in _TO:
        return False
    return any(h.entry.part == "carrier" for h in in_tokens(
        report.scan.of(HarmWord), opens[-1].last, opens[-1].last + _RESULT_REACH))  # fmt: skip


def _destroyed(scene: Scene, cause: Cause) -> bool:
    """«دمر الجيش 27 مخبأ و41 قنبلة»: whether an arms word is among what was destroyed."""
    figures = in_tokens(scene.report.figures.get(scene.sentence, ()), cause.first - _COUNTED, cause.first + 1)
    return any(cause.first < f.last and f.outcome in _OBJECTS for f in figures)


def _ruined(report: Report, cause: Cause) -> bool:
    """«مقتل ستة مسلحين وتدمير مخابئ وعبوات ناسفة»: whether an arms word is joined to what was destroyed."""
    if cause.event not in _LAID or not report.tokens[cause.first].form.startswith(_AND):
        return False
    figures = in_tokens(report.figures.get(cause.sentence, ()), cause.first - _COUNTED, cause.first)
    return any(f.last == cause.first and f.outcome in _OBJECTS for f in figures)


def _of_doers(scene: Scene, cause: Cause) -> bool:
    """«هدم منزل منفذ الهجوم», «نصفهم من منفذي الهجمات»: an attack that only says who somebody is."""
    tokens = scene.report.tokens
    if not cause.first or not tokens[cause.first - 1].form.startswith(_MEN):
        return False
    return scene.casualty.outcome in _OBJECTS or tokens[cause.first - 2].form == _OF
