"""Which fighting is told only to say what a place is like? «في مدينة تعز، حيث تدور معارك بين الجيش والحوثيين»"""

from collections.abc import Mapping, Sequence

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

_GOING_ON, _BESIDE = "going_on", "beside"
_CLASH = ("actors.clash",)
_FROM = 16  # from «حيث تدور» over the clash to its sides
_FIGHTS = frozenset({"armed_clash", "war", "shelling", "bombardment", "shooting", "ground_attack", "missile"})
_AS_WELL = "كما"  # of who went before, too
_VERBS, _NOUNS = ("ت", "وا"), "ات"
_AT_ONCE, _SUBJECT = 3, 4  # from «فيما» to the attack, from that to who did it


def told_beside(report: Report) -> dict[int, int]:
    """«فيما قصفت روسيا قرية أخرى»: the first tokens of those named for an attack that is told beside what stands
    before, with where that clause begins."""
    found: dict[int, int] = {}
    for word in report.words("clause"):
        if word.entry.value != _BESIDE or report.tokens[word.first].form == _AS_WELL:
            continue
        for verb in report.within(word.last, word.last + _AT_ONCE, "attack")[:1] or _raids(report, word.last):
            near = in_tokens(report.document.actors, verb.last, verb.last + _SUBJECT + 1)
            found.update((a.first, word.first) for a in near)
    return found


def _raids(report: Report, at: int) -> Sequence[Hit]:
    """«في حين توغلت قوات», not «خلال غارات»: the word for an attack at a token that is a verb."""
    form = report.tokens[at].form if at < len(report.tokens) else ""
    verb = form.endswith(_VERBS) and not form.endswith(_NOUNS)
    return in_tokens(report.scan.of(EventWord), at, at + 1) if verb else ()


def told_apart(scene: Scene, part: Part, apart: Mapping[int, int]) -> bool:
    """«قتل جندي في هجوم مسلح، في حين توغلت إسرائيل في قرية»: whether who attacks beside a harm did not do it, which has
    an attack of its own."""
    clause = apart.get(part.actor.first, 0)
    return clause >= scene.end and bool(in_tokens(scene.report.scan.of(EventWord), scene.end, clause))


def beside_harm(scene: Scene, attack: Cause, apart: Mapping[int, int]) -> bool:
    """«قتل جندي في هجوم مسلح، في حين توغلت قوات في قرية»: whether an attack is told beside a harm in its sentence."""
    return attack.sentence == scene.sentence and any(scene.end <= c <= attack.first for c in apart.values())


def attacked_besides(scene: Scene, cause: int) -> bool:
    """«استهدفت غارة سوقا فقتلت ستة، كما قصفت الدبابات قرية»: whether a word for an attack stands in a clause behind a
    harm, whose own verb begins another attack than the one that the harm is told of."""
    report = scene.report
    first = report.document.sentences[scene.sentence].first
    for word in report.within(scene.end, cause + 1, "clause"):
        if word.entry.value != _BESIDE:
            continue
        if report.within(word.last, word.last + 1, "attack"):
            own = in_tokens(report.scan.of(EventWord), first, word.first)
            return bool(own or report.within(first, scene.start, "attack"))
    return False


def attacks_elsewhere(scene: Scene, found: Sequence[Part], apart: Mapping[int, int]) -> frozenset[str]:
    """«قتل ثلاثة في غارة على البلدة، فيما قصفت روسيا قرية أخرى»: who is named for another attack, told beside a harm in
    its own sentence."""
    return frozenset(p.actor.id for p in found if apart.get(p.actor.first, 0) >= scene.end)


def before_beside(scene: Scene, part: Part) -> bool:
    """«قتل ستة في هجوم للحركة، فيما قتل ثلاثة إثر انفجار»: whether who attacked is told before a harm of another cause,
    told beside."""
    if part.sentence != scene.sentence:
        return False
    words = scene.report.within(part.actor.last, scene.start, "clause")
    return any(w.entry.value == _BESIDE for w in words)


def without_others(report: Report, event: str, found: Sequence[Part]) -> list[Part]:
    """Those of `found` without the sides of a clash that goes on where the harm was, unless it may have come of it."""
    if _GOING_ON not in report.parts or event in _FIGHTS:
        return list(found)
    return [p for p in found if p.reasons != _CLASH or not _goes_on(report, p)]


def _goes_on(report: Report, part: Part) -> bool:
    first, _ = report.bounds(part.actor.first)
    return bool(report.within(max(first, part.actor.first - _FROM), part.actor.first, _GOING_ON))
