"""Who is said to have done it? The evidence of each mention's own sentence, and the doers of one harm."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import EventHit
from tawthiq.model import Actor
from tawthiq.stages.claims.accusations import accusation, charged
from tawthiq.stages.claims.again import told_again
from tawthiq.stages.claims.hands import before_verb, by_harmed, hand_behind
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.owning_up import claimants, only_seizes, seizes, spoken
from tawthiq.stages.claims.part import STRONG, Part, event_near
from tawthiq.stages.claims.private import private
from tawthiq.stages.claims.relations import (
    NAMELESS,
    allied,
    belligerents,
    clashing,
    enemies,
    guards,
    joint,
    of_state,
    opposed,
    sides,
    spared,
    state_of,
    with_gunmen,
)
from tawthiq.stages.claims.resorting import resorting
from tawthiq.stages.claims.roles import roles
from tawthiq.stages.claims.scene import NEAR, Report, Scene, in_tokens
from tawthiq.stages.claims.stretches import counted, stretches_of
from tawthiq.stages.claims.surroundings import by_own_hand, surroundings
from tawthiq.stages.claims.verbs import of_several

__all__ = [
    "BEFORE", "CLAIMING", "COURT", "NAMELESS", "STRONG", "Part", "allied", "before_verb", "belligerents", "by_harmed",
    "by_others", "clashing", "doers", "enemies", "guards", "joint", "near", "of_state", "opposed", "parts",
    "responsible", "sides", "spared", "state_of", "subject", "with_gunmen",
]  # fmt: skip

_WEIGHTS = {
    "kills": 2.0,  # «قتلت قوات النظام خمسة»
    "announces": 1.0,  # «الجيش: توقيف سبعة»
    "with_event": 1.2,  # «قصف إسرائيلي», «غارات التحالف»
    "bombs": 1.2,  # «فجر أحد المسلحين نفسه»
    "attacks": 1.2,  # «شنت طائرات النظام»
    "of_one": 0.0,  # «ثم قتلته الشرطة»
    "seizes": 0.0,  # «اعتقلت الشرطة مشتبها به»
    "listed": 1.2,  # «النظام السوري: 12 مدنيا», in a list by perpetrators
    "agent_word": 1.3,  # «على يد», «بنيران», «من قبل»
    "supports": 0.7,  # «بدعم من»
    "backs": 0.5,  # «المدعومة من التحالف»
    "with_deed": 0.6,  # «تقدم القوات»
    "clash": 0.7,  # «اشتباكات مع»
    "then_attacks": 0.7,  # «إسرائيل تقصف»
    "accused": 1.6,  # «اتهم الناشطون النظام بقصف»
    "denies": 1.0,  # «روسيا تنفي تورطها»: who denies it stands accused
    "claims_many": 0.65,  # «أعلن مسؤوليته عن هجمات كثيرة»: of the harm told with them
    "claims_it": 1.2,  # «أعلن التنظيم مسؤوليته»
    "that_attack": 0.7,  # «قوات الدعم نفذت الهجوم»: one that was told before
    "admits": 2.0,  # «قال التحالف إنه نفذ ضربة»
    "target": -1.3,  # «هجوم على الجيش»
    "speaks": -0.8,  # «قال الجيش»
    "before": 0.0,  # «هجمات على الجيش بعد إطلاق الجيش حملة»
    "only_if": -2.0,  # «إذا شنت الحكومة هجوما»
    "accuser": -1.0,  # «اتهم الحوثيون التحالف»
}
_ACTOR = attrgetter("actor.first")
_ACTING = frozenset({"kills", "attacks", "bombs", "with_event", "agent_word", "then_attacks"})
_CLASH, _BACKS, _DENIES = ("actors.clash",), "actors.supports", ["denies"]
_AGENT, _OF_THEM, _LAID = "actors.agent_word", ("منهم", "منها", "منهن"), 4
_PRONOUNS = ("نه", "نها", "نهم", "نهما")
_PASSIVES = ("تم", "تمت", "جري", "جرت", "يجري", "تجري")
_OBJECTS = ("ها", "ه")
BEFORE = "actors.before"
_AGO, _EARLIER = 4, frozenset({"بعد", "منذ", "عقب", "غداه", "بعيد"})
_DOES_IT = frozenset({"attacks", "then_attacks"})
_RIGHT_BESIDE = 5
COURT = "other:court"  # it sentences, and does no other harm
_CALLED = 1  # from an actor to «مسؤول عن»
_ANNIVERSARY = "ذكري"
_BOMBS = "actors.bombs"
_LAYS = frozenset({_AGENT, "actors.kills"})  # «في ذكرى مقتل ستة على يد الجيش»
_LOCAL, _REPEATED = 0.6, 0.25
_INNER, _CROWDED = 2, 60  # «التي قتل فيها»
_NAMED_BY, _COUNTED_AMONG = 3, 6
CLAIMING = frozenset({"actors.claims_it", "actors.accused", "actors.admits"})
_ARREST = "arrest"
_IF = 3
_TOLD = 10
_ANNOUNCED = 25


def parts(report: Report) -> tuple[Part, ...]:
    """Every actor mention of the report with its part in the harm."""
    found: list[Part] = []
    around = surroundings(report)
    for index, sentence in enumerate(report.document.sentences):
        if sentence.part == "aside":
            continue
        first, last = sentence.first, sentence.last
        here = in_tokens(report.document.actors, first, last)
        accused, accusers = accusation(report, here, first, last)
        claimed = claimants(report, here, first, last)
        blamed = charged(report, index, here)
        struck: set[str] = set()
        for actor, given in zip(here, roles(around, here, first, last), strict=True):
            said = spoken(report, actor, (first, last), claimed)
            if actor.id == COURT:
                found.append(Part(actor, index, 0.0, (), None))
                continue
            if actor.first == blamed:
                given, said = (*given, "listed"), []
            if said == _DENIES and not accused and _of_backing(report, first, actor.first):
                said = []
            reasons = [*given, *(r for r in said if r != "speaks" or not _ACTING.intersection(given))]
            if actor.id in struck and reasons and _looks_back(report, actor):
                reasons.append("before")
            if "target" in reasons:
                struck.add(actor.id)
            if actor.first in accused:
                reasons = [*(r for r in reasons if r != "target"), "accused"]
            if actor.first in accusers:
                reasons.append("accuser")
            doubt = report.within(actor.first - _IF, actor.first, "hypothetical")
            if doubt or report.within(actor.first - _IF, actor.first, "fear"):
                reasons.append("only_if")
            if _DOES_IT.intersection(given) and _told_before(report, actor, first, last):
                reasons.append("that_attack")
            score = 0.0 if "bombs" in reasons and actor.id in NAMELESS else _score(reasons)
            if only_seizes(report, actor, given):
                reasons.append("seizes")
            holds = "seizes" in reasons or ("admits" in reasons and seizes(report, actor, last))
            event = _ARREST if holds else event_near(report, actor, first, last)
            found.append(Part(actor, index, score, tuple([f"actors.{r}" for r in reasons]), event))
    people = private(report)
    return tuple(sorted((*found, *people, *resorting(report, people)), key=_ACTOR))


def _of_backing(report: Report, first: int, last: int) -> bool:
    """«تتهم السعودية إيران بدعم الحوثيين لكن طهران تنفي الاتهام»: whether what is denied is that somebody is backed."""
    agents_ = report.within(first, last, "agent") if report.within(first, last, "accuse") else ()
    return any(h.entry.value == "support" for h in agents_)


def _looks_back(report: Report, actor: Actor) -> bool:
    """«هجمات على القوات التركية بعد أسابيع من إطلاق تركيا حملة»: whether what an actor does is told as gone before."""
    return any(t.form in _EARLIER for t in report.tokens[max(actor.first - _AGO, 0) : actor.first])


def _score(reasons: Sequence[str]) -> float:
    """The strongest word for the doer counts in full, others that say the same a little; words against it all count."""
    ranked = sorted([_WEIGHTS[r] for r in reasons if _WEIGHTS[r] > 0], reverse=True)
    against = sum([_WEIGHTS[r] for r in reasons if _WEIGHTS[r] < 0])
    return (ranked[0] + _REPEATED * sum(ranked[1:]) if ranked else 0.0) + against


def _told_before(report: Report, actor: Actor, first: int, last: int) -> bool:
    """«نفذت الهجوم», «أن التفجير نفذه انتحاريان»: a definite attack right beside is one that was told of before."""
    hits = in_tokens(
        report.scan.of(EventWord), max(first, actor.first - _RIGHT_BESIDE), min(last, actor.last + _RIGHT_BESIDE)
    )
    near = min(hits, key=lambda h: min(abs(h.first - actor.last), abs(actor.first - h.last)), default=None)
    if near is not None and near.definite and near.entry.names_attack:
        return True
    deed = report.before(actor.first, "attack", 0)  # «أن الانفجار نتج عن عبوة زرعتها مجموعة»
    if deed is None or not report.tokens[deed.last - 1].form.endswith(_OBJECTS):
        return False
    earlier = in_tokens(report.scan.of(EventWord), max(first, deed.first - _CROWDED), deed.first)
    return any(h.definite and h.entry.names_attack for h in earlier)


def between(found: Sequence[Part], first: int, last: int) -> Sequence[Part]:
    """The actors that begin in first ≤ t < last."""
    if not found or found[0].actor.first >= last or found[-1].actor.first < first:
        return ()
    return found[bisect_left(found, first, key=_ACTOR) : bisect_left(found, last, key=_ACTOR)]


def near(scene: Scene, found: Sequence[Part]) -> Sequence[Part]:
    """The actors of a harm's own sentence, as far as they lie near it."""
    first, last = scene.near
    return between(found, first, last)


def doers(scene: Scene, found: Sequence[Part], own: frozenset[str]) -> list[Part]:
    """The actors that the harm's own sentence makes the doers, strongest evidence first; none of those whose `own`
    people the harmed are.

    An actor in the harm's own clause goes before one in a farther clause; a harm with a cause of its own
    takes no doer from a farther clause.
    """
    around = [p for p in near(scene, found) if p.actor.id not in own]
    if not around:
        return []
    here = _of_own_part(scene, [p for p in around if p.score >= _LOCAL and not _refers_back(p)])
    subjects = [p for p in here if subject(scene, p)]
    if subjects:
        return [*sorted(subjects, key=lambda p: -p.score), *_backing(scene, here)]
    here = [p for p in here if "actors.kills" not in p.reasons or p.actor.first < scene.end]
    announced = [told for p in around if (told := _announced(scene, p)) is not None]
    if announced and all(_BACKS in p.reasons for p in here if p.actor.first >= scene.start):
        return [*announced, *(p for p in here if p.actor.first >= scene.start)]
    if by_own_hand(scene.report, scene.casualty):
        here = [p for p in here if p.actor.first < scene.end or _BOMBS in p.reasons]
    return _in_own_clause(scene, here)


def _of_own_part(scene: Scene, here: list[Part]) -> list[Part]:
    """«مقتل 61، بينهم 12 طفلا، 9 منهم على يد النظام و2 على يد قسد»: where parts are laid to their own doers, these
    did neither the whole nor the other parts."""
    laid = [p for p in here if _AGENT in p.reasons]
    if not laid:
        return here
    mine, casualties, tokens = scene.casualty, scene.report.document.casualties, scene.report.tokens
    of_one = [c for c in counted(scene) if c.part_of is not None
              and (casualties[c.part_of] is mine or c.part_of == mine.part_of)]  # fmt: skip
    if not any(tokens[c.last - 1].form in _OF_THEM for c in of_one):
        return here
    others = [c for c in of_one if c is not mine]
    theirs = [p for p in laid if any(0 < p.actor.first - c.last <= _LAID for c in others)]
    if theirs and mine.part_of is None:
        theirs = laid
    return [p for p in here if p not in theirs]


def by_others(scene: Scene, found: Sequence[Part]) -> bool:
    """«قتل عشرة على يد جهات أخرى»: it is told by whose hand the harmed fell, and nobody known is named."""
    report, ended = scene.report, scene.end
    hand = hand_behind(report, ended, scene.near[1] - ended - 1)
    if hand is None or in_tokens(report.document.actors, ended, hand.last + _NAMED_BY):
        return False
    for actor in in_tokens(report.document.actors, hand.last, hand.last + _COUNTED_AMONG)[:1]:
        if report.within(hand.last, actor.first, "affiliation"):
            return False  # «على أيدي مقاتلين ينتمون إلى الحركة»
    if any(hand.last <= p.actor.first < hand.last + _NAMED_BY for p in near(scene, found)):
        return False
    if report.within(hand.last, hand.last + _NAMED_BY, "everyone"):
        return False  # «على يد أطراف النزاع»: all whom the report names
    between = (c for c in counted(scene) if ended <= c.first < hand.first)
    return not any(subject(scene, p) for p in near(scene, found)) and all(c.part_of is not None for c in between)


def responsible(scene: Scene, found: Sequence[Part]) -> list[Part] | None:
    """«قال إن الجماعة مسؤولة عن مقتل مئة»: who is called responsible for a harm, nobody where that is no one known
    or it is only commemorated («موكب في ذكرى مقتل القائد»); None where nobody is called so."""
    if "looking_back" not in scene.report.parts:
        return None
    word = scene.report.before(scene.casualty.harm[0], "looking_back", 0)
    if word is not None and scene.report.tokens[word.first].form.endswith(_ANNIVERSARY):
        told = any(_LAYS.intersection(p.reasons) and p.actor.first >= scene.end for p in near(scene, found))
        return None if told or in_tokens(scene.report.scan.of(EventWord), scene.end, scene.near[1]) else []
    if word is None or word.entry.value != "responsible":
        return None
    before = [p for p in near(scene, found) if 0 <= word.first - p.actor.last <= _CALLED]
    return before[-1:]


def _in_own_clause(scene: Scene, here: Sequence[Part]) -> list[Part]:
    if not here:
        return []
    stretches, kinds = stretches_of(scene)
    mine = bisect_right(stretches, scene.casualty.first) - 1
    places = [(max(bisect_right(stretches, p.actor.first) - 1, 0), p) for p in here]
    away = [
        (abs(at - mine) + _set_apart(scene, p), p)
        for at, p in places
        if ("" in (kinds[at], kinds[mine]) or kinds[at] == kinds[mine] or _of_both(scene, p, stretches, at - mine))
        and not _of_inner_harm(scene, p)
    ]
    least = min([n for n, _ in away], default=0)
    if least and _has_cause(scene, stretches, mine):
        return []
    best = [p for n, p in away if n == least]
    if least and scene.end not in scene.report.harms:  # but «مقتل خمسة وإصابة 33 بنيران التنظيم»
        best = [p for p in best if p.actor.first < scene.start] or best  # what was told goes on
    return sorted([p for p in best if p.reasons != _CLASH] or best, key=lambda p: -p.score)


def _of_both(scene: Scene, part: Part, stretches: Sequence[int], apart: int) -> bool:
    """«مقتل ثمانية وأسر آخرين على يد الجيش»: whether the hand behind a second harm, which «و» joins, is the first's."""
    if apart != 1 or _AGENT not in part.reasons:
        return False
    following = stretches[bisect_right(stretches, scene.casualty.first)]
    return 0 <= following - scene.end <= 1 and scene.report.tokens[following].form.startswith("و")


def _of_inner_harm(scene: Scene, part: Part) -> bool:
    """«قتل ثلاثة يوم ذكرى المجزرة التي قتل فيها مئة على يد التنظيم»: the doer of a harm told in a relative clause."""
    report, ahead = scene.report, part.actor.first
    if ahead < scene.end:
        return False
    opens = [w for w in report.within(scene.end, ahead, "clause") if w.entry.value == "relative"]
    inner = range(opens[0].last, min(opens[0].last + _INNER, ahead)) if opens else ()
    if not inner:
        added = "plus" in report.parts and part.reasons != _CLASH and report.within(scene.end, ahead, "plus")
        return bool(added) and told_again(scene, ahead)  # «إضافة إلى مقتل اثنين برصاص الجيش»
    near = in_tokens(report.figures.get(scene.sentence, ()), inner[0] - NEAR, inner[-1] + NEAR)
    return any(c.harm[0] in inner for c in near)


def _set_apart(scene: Scene, part: Part) -> int:
    """«قتل خمسة في قصف، بينما تدور معارك»: what goes on beside a harm, in a clause without one, is farther than the
    harm before it."""
    words = scene.report.within(scene.end, part.actor.first, "clause")
    return 2 * any(w.entry.value == "beside" for w in words)


def _refers_back(part: Part) -> bool:
    """«المسلحون»: those told of before, whoever they are."""
    return part.actor.id in NAMELESS and part.actor.text.startswith("ال") and "actors.bombs" not in part.reasons


def _backing(scene: Scene, here: Sequence[Part]) -> list[Part]:
    """«قتلت القوات سبعة بإسناد من التحالف»: who is told right behind the harm to have backed its doers."""
    behind = [p for p in here if _BACKS in p.reasons and p.actor.first >= scene.end]
    return [p for p in behind if scene.report.clauses_between(scene.end, p.actor.first) == 0]


def _announced(scene: Scene, part: Part) -> Part | None:
    """«أعلن الجيش القضاء على خمسة», «الجيش: توقيف سبعة»: a speaker's deed with nobody else named is its own."""
    report, (first, last), ended = scene.report, scene.casualty.harm, part.actor.last
    if "actors.speaks" not in part.reasons or not 0 <= first - ended <= _ANNOUNCED:
        return None
    told = report.within(ended, first, "that")
    itself = all(_of_itself(report, h) or _seized(scene, h) for h in told)
    own = report.within(told[-1].last, told[-1].last + 1, "own_force") if told else ()
    near = bool(told) and first == (own[0].last if own else told[-1].last)
    killed = near and itself and bool(report.within(first, last, "transitive"))
    enemies_ = not told and bool(victims(scene) - {part.actor.id}) and bool(report.within(first, last, "transitive"))
    deed = killed or enemies_ or any(h.last > first for h in report.within(first - 1, last, "deed"))
    if not deed or not itself:
        return None
    reasons = tuple(r for r in part.reasons if r != "actors.speaks")
    score = part.score + _WEIGHTS["announces"] - _WEIGHTS["speaks"]
    return part._replace(score=score, reasons=(*reasons, "actors.announces"))


def _of_itself(report: Report, hit: Hit) -> bool:
    """«قال الجيش إنه قتل», «قالت الوزارة إنها تمكنت من», «إن قواته قتلت», but not «إنه جرى»: «أن» with the pronoun of
    who speaks, or whose forces are his."""
    if report.within(hit.last, hit.last + 1, "own_force"):
        return True
    after = report.tokens[hit.last].form if hit.last < len(report.tokens) else ""
    return report.tokens[hit.last - 1].form.endswith(_PRONOUNS) and after not in _PASSIVES


def _seized(scene: Scene, hit: Hit) -> bool:
    """«أعلنت الشرطة أنه تم القبض على خمسة»: what a force says to have been done is its own where it is an arrest."""
    report, at = scene.report, hit.last
    if scene.casualty.outcome != "detained" or report.tokens[at].form not in _PASSIVES:
        return False
    return bool(report.within(at + 1, at + 2, "deed"))


def subject(scene: Scene, part: Part) -> bool:
    """Whether an actor is the subject of the harm's own verb («إن مسلحين هاجموا نقطة» too)."""
    actor, (first, last) = part.actor, scene.casualty.harm
    if actor.last == first and scene.casualty.outcome == "hit" and "actors.then_attacks" in part.reasons:
        return True
    if "actors.kills" not in part.reasons:
        return False
    near = last <= actor.first < scene.casualty.first or 0 <= first - actor.last <= 2
    return near or of_several(scene.report, first, actor)


def _has_cause(scene: Scene, stretches: Sequence[int], mine: int) -> bool:
    """Whether an event that is told for the first time stands in the harm's own stretch."""
    report = scene.report
    low = max(stretches[mine] if mine else 0, scene.start - _TOLD)
    high = min(stretches[mine + 1] if mine + 1 < len(stretches) else scene.end + _TOLD, scene.end + _TOLD)
    sentence, casualty = report.document.sentences[scene.sentence], scene.casualty
    inside = {*range(casualty.first, casualty.last), *range(*casualty.harm)}
    events = in_tokens(report.scan.of(EventWord), max(low, sentence.first), min(high, sentence.last))
    return any(_new(h) and h.first not in inside and _one_clause(scene, h) for h in events)


def _new(hit: EventHit) -> bool:
    word = hit.entry
    return (word.names_attack or word.part == "weapon") and not hit.definite


def _one_clause(scene: Scene, hit: Hit) -> bool:
    if hit.first >= scene.end:
        return scene.report.clauses_between(scene.end, hit.first) == 0
    return scene.report.clauses_between(hit.last, scene.start) == 0
