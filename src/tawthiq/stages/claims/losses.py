"""Whose own people were harmed."""

from dataclasses import replace

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.model import Actor, Casualty
from tawthiq.stages.claims.scene import Scene, in_tokens
from tawthiq.stages.claims.surroundings import by_own_hand
from tawthiq.stages.claims.verbs import FEMININE, MASCULINE

_OF = 3
_BESIDE, _OTHERS = 3, "structure.other"  # «قتل 5 وأصيب 11 آخرون من الحوثيين»
_FROM, _SIDE, _FELL = "من", ("جانب", "طرف"), ("killed", "injured")
_LOST, _WITH_BY = 8, "بال"  # from «كبد» to the losses
_KINDS = words("armed_body")
_WHOSE = 12  # from a name to «جنوده»


def victims(scene: Scene) -> frozenset[str]:
    """Actors whose own people the counted are («خمسة من حزب الله», «أعلن الجيش إصابة ستة من جنوده»), but those who
    died by their own hand."""
    casualty, tokens = scene.casualty, scene.report.tokens
    if by_own_hand(scene.report, casualty):
        return frozenset()
    actors = scene.report.document.actors
    behind = casualty.harm[1]
    if behind + 2 < casualty.first and tokens[behind + 1].form in _SIDE and tokens[behind].form == _FROM:
        return _of_side(scene)
    here = in_tokens(actors, casualty.first, casualty.last + 2)
    owned = "own_force" in scene.report.parts
    told = scene.report.within(casualty.first, casualty.last + _OF, "own_force") if owned else ()
    if told and told[0].first > casualty.last and tokens[casualty.last].form != "من":
        told = ()  # but «اثنين من أبرز قادتها»
    lost = _who_lost(scene) if "inflict" in scene.report.parts else []
    if told:
        lost += _whose(scene, told[0])
    if not here:
        more = in_tokens(scene.report.figures.get(scene.sentence, ()), casualty.last, casualty.last + _BESIDE)[:1]
        shared = [c for c in more if _of_others(c) and not _of_others(casualty)]
        return frozenset(lost) | victims(replace(scene, casualty=shared[0])) if shared else frozenset(lost)
    inside = [a.id for a in here if a.first < casualty.last and not _by_attack(scene, a)]
    inside += [a.id for a in here if a.first == casualty.last and tokens[a.first - 1].form in _KINDS]
    if inside:  # «45 من الجيش والحشد»
        inside += [a.id for a in here if a.first == casualty.last and tokens[a.first].form.startswith("و")]
    of = [a for a in here if tokens[a.first - 1].form == "من"]
    of += _joined_to(of[-1], scene) if of else []
    return frozenset([*inside, *lost, *[a.id for a in of]])


def _of_side(scene: Scene) -> frozenset[str]:
    """«قتل من جانب الحوثيين عشرة», not «قتل عشرة من جانب الحوثيين»: the side that lost those counted behind it."""
    if scene.casualty.outcome not in _FELL:
        return frozenset()
    named = scene.casualty.harm[1] + 2
    return frozenset([a.id for a in in_tokens(scene.report.document.actors, named, named + 1)])


def _of_others(casualty: Casualty) -> bool:
    return any(reason.startswith(_OTHERS) for reason in casualty.because)


def _whose(scene: Scene, owned: Hit) -> list[str]:
    """«أعلن الجيش إصابة ستة من جنوده», but «اتهمت التنظيم بخطف أفرادها»: who is named before «جنوده», where it can be
    of them."""
    casualty, tokens = scene.casualty, scene.report.tokens
    sentence = scene.report.document.sentences[scene.sentence].first
    before = in_tokens(scene.report.document.actors, max(sentence, owned.first - _WHOSE), owned.first)[-1:]
    return [
        a.id for a in before
        if _agrees(tokens[a.first].form, tokens[owned.last - 1].form)
        and not (a.last == casualty.harm[0] and tokens[a.last].form.startswith("ب"))
    ]  # fmt: skip


def _joined_to(actor: Actor, scene: Scene) -> list[Actor]:
    """«عشرون من مسلحي الجماعة والقوات الموالية لها»: who is joined on right behind one whose people were harmed."""
    behind = in_tokens(scene.report.document.actors, actor.last, actor.last + 1)
    return [a for a in behind if scene.report.tokens[a.first].form.startswith("و")]


def _who_lost(scene: Scene) -> list[str]:
    """«كبد الجيش المليشيا عشرين قتيلا», «هجوم للمليشيا، وكبدها عشرين قتيلا», «تكبدت المليشيا عشرين قتيلا»,
    «أسفرت المعارك عن تكبيد المليشيا عشرين قتيلا», «المعارك كبدت المليشيا عشرين قتيلا»."""
    report, ahead = scene.report, scene.casualty.first
    sentence = report.document.sentences[scene.sentence].first
    words = report.within(max(sentence, ahead - _LOST), ahead, "inflict")
    if not words:
        return []
    word = words[-1]
    behind = in_tokens(report.document.actors, word.last, ahead)
    before = in_tokens(report.document.actors, max(sentence, word.first - _WHOSE), word.first)
    value = word.entry.value
    if value == "suffered":
        return [(behind[:1] or before[-1:])[0].id] if behind or before else []
    if value == "them":
        return [before[-1].id] if before else []
    if not behind:
        return []
    with_by = scene.report.tokens[behind[-1].first].form.startswith(_WITH_BY)  # «ألحقت بالمليشيا عشرين قتيلا»
    apart = with_by or behind[0].first > word.last  # «كبدت الغارات المليشيا عشرين قتيلا»
    whole = apart or len(behind) > 1 or before or value == "inflicting" or _by_fight(scene, word.first)
    return [behind[-1].id] if whole else []


def _by_fight(scene: Scene, verb: int) -> bool:
    """«المعارك كبدت المليشيا عشرين قتيلا»: whether an attack stands right before a verb, as its subject."""
    return any(h.last == verb for h in in_tokens(scene.report.scan.of(EventWord), verb - _OF, verb))


def _agrees(name: str, owned: str) -> bool:
    """«الجيش ... من جنوده», but «القوات اعتقلت خمسة من عناصره»: whether an ending can refer to a name."""
    name = name.removeprefix("و").removeprefix("ال")
    feminine = name.endswith(FEMININE)
    return not (feminine and owned.endswith("ه")) and not (name in MASCULINE and owned.endswith("ها"))


def _by_attack(scene: Scene, actor: Actor) -> bool:
    """«قتلى الغارة الروسية»: an attack's name among the words for the harmed."""
    if scene.casualty.outcome in ("destroyed", "damaged"):
        return False
    hits = in_tokens(scene.report.scan.of(EventWord), scene.casualty.first, actor.last)
    near = (h for h in hits if actor.first <= h.last <= actor.last)
    return any(h.entry.names_attack for h in near)
