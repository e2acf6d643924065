"""Which harm is told and no claim? «وفاة ستة أشخاص بالكوليرا», «غالبا ما يسقط قتلى»"""

from collections.abc import Container
from itertools import zip_longest

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import StructureHit
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_REACH = 14  # «توفي 23 شخصا وأصيب 400 آخرون جراء وباء الكوليرا»
_OF, _TO, _WHICH = "من", "الي", ("الذي", "التي")
_OF_ILLNESS = frozenset({"killed", "injured", "casualties", "hit"})
_DIED = frozenset({
    "harm.killed.tuwuffiya", "harm.killed.mata", "harm.killed.wafat", "harm.killed.mawt", "harm.killed.wafiyyat",
    "harm.killed.mayyit", "harm.killed.awda", "harm.killed.bihayat", "harm.killed.faraqa", "harm.killed.faraqa_hayat",
    "harm.killed.faqada_hayatah", "harm.killed.masra", "harm.killed.laqiya",
})  # fmt: skip
_DISASTER = "event.accident.disaster"
_PLAYER = "group.laib"
_OF_SPORT = 3  # words of sport in a report on it
_AT_PLAY = frozenset({"injured", "hit", "detained"})  # «إيقاف المهاجم» keeps him from a match
_FORMULA_REACH = 3
_NEXT = 3  # «من 9 قتلى إلى نحو 15», «أصيب السكان جميعا بالرعب»
_USUAL_REACH = 6  # «غالبا ما يقع في الهجمات ضحايا»
_LED_REACH = 5  # «أدى تفشي الوباء في المحافظة إلى وفاة»
_FROM_WORK = frozenset({("عن", "العمل"), ("عن", "الدراسه"), ("عن", "مزاوله"), ("عن", "ممارسه")})
_SINCE = 2  # «منذ ظهور وباء إيبولا»
_OF_FIRE = 3


def disowned(known: Known) -> list[str | None]:
    """Why each harm of a report is no claim, None where it is one: it is a `disease`'s or a `disaster`'s, a toll that
    the next has `revised`, a `habit` that tells of no one harm, a player's at `sport`, only `dismay`, told in a
    `prayer`, of one whom `scripture` tells of, or of those `suspended` from their work."""
    of_all = "disease" in known.report.parts and not known.causes and not _beside_violence(known)
    reasons = [_reason(known, own, after, of_all) for own, after in zip_longest(known.own, known.own[1:])]
    found = (h for h in known.report.scan.of(EventWord) if h.entry.id == _DISASTER)
    natural = frozenset([h.first for h in found if not _of_fire(known, h.last)])
    if not natural:
        return reasons
    return ["disaster" if _of(natural, known, own) else r for own, r in zip(known.own, reasons, strict=True)]


def _of_fire(known: Known, last: int) -> bool:
    """«زلزال من القصف», «عاصفة من الصواريخ»: whether an attack is only likened to a disaster."""
    tokens = known.report.tokens
    led = last < len(tokens) and tokens[last].form == _OF
    return led and bool(in_tokens(known.report.scan.of(EventWord), last + 1, last + _OF_FIRE))


def _of(natural: Container[int], known: Known, own: Own) -> bool:
    """«قتل ستة في الفيضانات»: whether a harm is told of a natural disaster, by its own words or those that it goes on
    from."""
    cause = known.story.at(own.scene.sentence).event if own.cause is None else own.cause.candidate.value
    return cause is not None and cause.first in natural


def _reason(known: Known, own: Own, after: Own | None, of_all: bool) -> str | None:
    parts = known.report.parts
    if "disease" in parts and _of_disease(known, own, of_all):
        return "disease"
    if after is not None and _revised(own.scene, after.scene):
        return "revised"
    if "sport" in parts and _at_play(known, own):
        return "sport"
    if own.scene.casualty.outcome == "detained" and _suspended(own.scene):
        return "suspended"
    if "dismay" in parts and _dismayed(own.scene):
        return "dismay"
    if "habit" in parts and _habitual(own.scene):
        return "habit"
    if "prayer" in parts and known.report.within(own.scene.near[0], own.scene.start, "prayer"):
        return "prayer"  # «اللهم تقبل قتلانا شهداء»
    return "scripture" if "revered" in parts and _revered(own.scene) else None


def _at_play(known: Known, own: Own) -> bool:
    """«أصيب لاعب المنتخب خلال مباراة»: whether a player of a report on sport is hurt by nothing else that is told, or
    anybody where it is full of sport and tells no attack («إصابة المهاجم سالم حسن» before a final)."""
    scene = own.scene
    if own.cause is not None or scene.casualty.outcome not in _AT_PLAY:
        return False
    player = _PLAYER in scene.casualty.because and scene.casualty.outcome != "detained"
    return player or (not known.causes and len(scene.report.words("sport")) >= _OF_SPORT)


def _suspended(scene: Scene) -> bool:
    """«أوقفت الوزارة ثلاثة موظفين عن العمل»: whether people are only kept from their work."""
    last = max(scene.casualty.last, scene.casualty.harm[1])
    return tuple(t.form for t in scene.report.tokens[last : last + 2]) in _FROM_WORK


def _dismayed(scene: Scene) -> bool:
    """«أصابت الغارات السكان بالرعب»: whether people are only said to be struck with fear or anger."""
    last = max(scene.casualty.last, scene.casualty.harm[1])
    return scene.casualty.outcome == "injured" and bool(scene.report.within(last, last + _NEXT, "dismay"))


def _revised(scene: Scene, after: Scene) -> bool:
    """«رفعت الحصيلة من تسعة قتلى إلى 15»: whether a figure is told as the one that the next has replaced."""
    old, new, tokens = scene.casualty, after.casualty, scene.report.tokens
    led = old.first > 0 and tokens[old.first - 1].form == _OF
    onward = 0 < new.first - old.last <= _NEXT and tokens[old.last].form == _TO
    return led and onward and old.outcome == new.outcome


def _revered(scene: Scene) -> bool:
    """«قتلوا عثمان رضي الله عنه»: whether one is told of whom a formula of reverence follows."""
    return bool(scene.report.within(scene.casualty.last, scene.casualty.last + _FORMULA_REACH, "revered"))


def _habitual(scene: Scene) -> bool:
    """«غالبا ما يقع ضحايا من المدنيين»: whether people not counted are harmed as a rule."""
    if scene.casualty.count.low is not None:
        return False
    usual = scene.report.within(scene.start - _USUAL_REACH, scene.start, "habit")
    return bool(usual) and not scene.report.clauses_between(usual[-1].last, scene.start)


def _of_disease(known: Known, own: Own, of_all: bool) -> bool:
    """Whether what harmed people is a disease that the harm's sentence names nearer than any event, or, where it is
    `of_all`, that the report tells of and nothing else that harms anybody. Who is said to have been killed fell ill
    only where the disease is said to kill («قتل رجل جاره، وكان يعالج من السرطان»)."""
    report, scene = known.report, own.scene
    if scene.casualty.outcome not in _OF_ILLNESS:
        return False  # who fled or was seized is no patient, whatever else a report names
    died = scene.casualty.outcome != "killed" or not _DIED.isdisjoint(scene.casualty.because)
    if died and of_all:
        return True
    first, last = max(scene.near[0], scene.start - _REACH), min(scene.near[1], scene.end + _REACH)
    words = [w for w in report.within(first, last, "disease") if not (_of_one(w) and _told_of_another(scene, w))]
    gaps = [scene.gap(w) for w in words if (died and _named_as_cause(report, w.first)) or _subject(scene, w)]
    return bool(gaps) and (own.cause is None or min(gaps) < scene.gap(own.cause.candidate))


def _of_one(word: StructureHit) -> bool:
    """«أزمة قلبية», «السرطان»: what one person dies of, and no people."""
    return word.entry.value == "ailment"


def _beside_violence(known: Known) -> bool:
    """Whether a report names only what one person dies of, beside people who were killed and did not only die."""
    if not all(map(_of_one, known.report.words("disease"))):
        return False
    casualties = (o.scene.casualty for o in known.own)
    return any(c.outcome == "killed" and _DIED.isdisjoint(c.because) for c in casualties)


def _told_of_another(scene: Scene, word: Hit) -> bool:
    """«أصيب ثلاثون، وتوفي مسن بأزمة قلبية»: whether another word of harm stands nearer to an
    ailment, or before it."""
    first = scene.end if word.first >= scene.end else scene.near[0]
    return bool(in_tokens(scene.report.scan.of(HarmWord), first, word.first))


def _named_as_cause(report: Report, at: int) -> bool:
    """«بالكوليرا», «جراء تفشي الوباء», «ماتوا من الحصبة», not «مركز لعلاج الكوليرا»."""
    led = report.tokens[at].form.startswith("ب") or report.tokens[at - 1].form == _OF
    return led or any(report.before(at, part, _SINCE) is not None for part in ("cause", "cumulative"))


def _subject(scene: Scene, word: Hit) -> bool:
    """«أدى تفشي الوباء إلى وفاة عشرة», «قتلت الكوليرا ستة», «الكوليرا تقتل ستة», «الكوليرا التي قتلت ستة»: whether it
    is what is said to kill."""
    first, last = scene.casualty.harm
    if 0 < first - word.last <= _LED_REACH and scene.report.tokens[word.last].form in _WHICH:
        return True
    led_to = 0 < first - word.last <= _LED_REACH and scene.report.tokens[first - 1].form == _TO
    return led_to or word.first == last or word.last == first
