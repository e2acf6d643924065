"""Who owns to a deed, and who denies it."""

from collections.abc import Mapping, Sequence

from tawthiq.language.entries import EventWord, SayWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import StructureHit
from tawthiq.language.tokens import QUOTES
from tawthiq.model import Actor, Speaker
from tawthiq.stages.claims.accusations import LADEN
from tawthiq.stages.claims.scene import Report, in_tokens

_REACH = 30
_BLAME = 12
_NEAR = 4
_SAYING = 30  # from a speaker to «أن قواته»
_OWN = 6
_OPENING = 3  # «وكان» at the head of a sentence
_PRONOUNS = ("ه", "ها", "هما", "هم")
_NEGATED = 5  # from «لم» to «مسؤوليتها»
_CONFESSING = frozenset({"say.aqarra", "say.itarafa"})
_DEED, _BESIDE = 2, 2  # from «تنفيذ» to the attack, from there to whose it is
_FAR = 9  # the same, over who and when
_TOLD = 14  # from a speaker to «أنه»
_DOES = frozenset({"kills", "attacks", "then_attacks", "with_event"})
_LIGHTLY = ("ب", "في", "من", "علي")  # «قام بقصف», «تمكن من», «أقدم على»


def claimants(report: Report, here: Sequence[Actor], first: int, last: int) -> dict[int, StructureHit]:
    """«أعلنت الحركة التي تقاتل الحكومة، مسؤوليتها عن الهجوم»: where who announces it is named, with the claim. Nobody
    named between claims it."""
    found: dict[int, StructureHit] = {}
    for claim in report.within(first, last, "responsible") if "responsible" in report.parts else ():
        verbs = in_tokens(report.scan.of(SayWord), max(first, claim.first - _REACH), claim.first)
        said = [h.last for h in verbs if h.entry.part == "verb"][-1:]
        if said and claim.entry.value == "announced":
            found.update((a.first, claim) for a in in_tokens(here, said[0], said[0] + 2)[:1])
    return found


def spoken(report: Report, actor: Actor, bounds: tuple[int, int], claimed: Mapping[int, StructureHit]) -> list[str]:
    """What an actor says of the deed: it claims it, admits it, denies it, or speaks of something else."""
    _, limit = bounds
    claim = _claims(report, actor, bounds, claimed)
    if claim:
        return [claim]
    if _denies(report, actor, limit):
        return ["denies"]
    if _speaks(report.speakers_about(actor.first), actor) and not _of_whom(report, actor):
        deed = _admits(report, actor, limit)
        return [
            "claims_many" if deed and _many(report, deed, min(limit, deed + _OWN)) else "admits" if deed else "speaks"
        ]
    return []


def _speaks(speakers: Sequence[Speaker], actor: Actor) -> bool:
    return any(s.first <= actor.first < s.last for s in speakers)


def _of_whom(report: Report, actor: Actor) -> bool:
    """«الحركة الموالية لتنظيم القاعدة»: whether an actor only tells whose another is that is named right before."""
    link = report.before(actor.first, "affiliation", 0)
    return link is not None and any(a.last == link.first for a in in_tokens(
        report.document.actors, link.first - _NEAR, link.first))  # fmt: skip


def _claims(report: Report, actor: Actor, bounds: tuple[int, int], claimed: Mapping[int, StructureHit]) -> str:
    """«أعلن التنظيم مسؤوليته»; it says less of attacks in general («مسؤوليته عن هجمات كثيرة»)."""
    floor, limit = bounds
    hit = report.before(actor.first, "responsible", 3)
    linked = report.tokens[actor.first].start < actor.span.start and report.tokens[actor.first].form[0] in "بل"
    near = [
        *report.within(actor.last, actor.last if linked else min(limit, actor.last + 8), "responsible"),
        *([hit] if hit is not None and hit.first >= floor else []),
    ]
    near = [h for h in near if not (_laid_on(report, h, floor) or _of_next(report, actor, h))]
    if claimed:
        near = [h for h in near if h not in claimed.values()]
        near += [claimed[actor.first]] if actor.first in claimed else []
    if not near or any(_negated(report, h, floor) for h in near):
        return ""
    if any(_before_it(report, h, floor, "denial") for h in near):
        return ""
    end = max(h.last for h in near)
    general = _many(report, max(floor, actor.first - 8), min(limit, end + 6))
    return "claims_many" if general or _bygone(report, near, floor) else "claims_it"


def _laid_on(report: Report, claim: Hit, floor: int) -> bool:
    """«حملت الحكومة المسلحين المسؤولية عن الهجوم»: responsibility that somebody is charged with, and claims nothing."""
    if report.tokens[claim.last - 1].form.endswith(_PRONOUNS):
        return False
    verbs = report.within(max(floor, claim.first - _BLAME), claim.first, "accuse")
    return any(v.entry.value in LADEN for v in verbs)


def _many(report: Report, first: int, last: int) -> bool:
    """«هجمات كثيرة»: attacks in general."""
    hits = in_tokens(report.scan.of(EventWord), first, last)
    return any(not h.definite and report.tokens[h.first].form.endswith("ات") for h in hits)


def _bygone(report: Report, claims: Sequence[Hit], floor: int) -> bool:
    """«وكان تسعة قتلوا في تفجير تبناه التنظيم»: a claim of that attack, told as past, and of no other."""
    its_own = all(report.tokens[h.last - 1].form.endswith(_PRONOUNS) for h in claims)
    return its_own and bool(report.within(floor, floor + _OPENING, "background"))


def _negated(report: Report, claim: Hit, floor: int) -> bool:
    """«لم تعلن أي جهة مسؤوليتها», «لم يعلن التنظيم على الفور مسؤوليته»."""
    near = report.within(max(floor, claim.first - _NEGATED), claim.first, "negation")
    return bool(near) or _before_it(report, claim, floor, "negation")


def _before_it(report: Report, claim: Hit, floor: int, part: str) -> bool:
    """Whether a word for not or denying stands before «مسؤوليته», with no other clause between."""
    words = report.within(max(floor, claim.first - _FAR), claim.first, part)
    return any(report.clauses_between(w.last, claim.first) == 0 for w in words)


def _of_next(report: Report, actor: Actor, claim: Hit) -> bool:
    """«ولم تعلق طالبان، لكن التنظيم أعلن مسؤوليته»: whether somebody else is named in a further clause, right before
    the claim."""
    between = in_tokens(report.document.actors, actor.last, claim.first)
    return any(a.id != actor.id and report.clauses_between(actor.last, a.first) for a in between)


def _denies(report: Report, actor: Actor, limit: int) -> bool:
    """«نفى الجيش استهداف المدنيين», «نفت تورطها», «رفضت الاتهامات»: who denies the deed stands accused of it."""
    if "denial" not in report.parts and "blame" not in report.parts:
        return False
    denial = report.within(actor.last, actor.last + 2, "denial") or report.before(actor.first, "denial", 2)
    end = min(limit, actor.last + _BLAME)
    if denial:
        masdars = report.within(actor.last, min(limit, actor.last + _NEAR), "target")
        deeds = in_tokens(report.scan.of(EventWord), actor.last, min(limit, actor.last + _NEAR))
        named = (h for h in deeds if h.entry.names_attack)
        if any(h.entry.value == "masdar" for h in masdars) or any(not h.definite for h in named):
            return True
    rejects = denial or report.within(actor.last, actor.last + 2, "reject") or report.before(actor.first, "reject", 2)
    return bool(rejects) and bool(report.within(actor.first - 3, end, "blame"))


def _admits(report: Report, actor: Actor, limit: int) -> int:
    """Where a speaker says of itself that it struck: «أنه», «أن قواته» and a verb of attack right behind, but
    «أنه أثناء قيام قوة», or announces or confesses an attack as its own; else 0."""
    if report.before(actor.first, "denial", 2) or report.within(actor.last, actor.last + 2, "denial"):
        return 0
    last = min(limit, actor.last + _SAYING)
    if carried_out := _announces_deed(report, actor, limit):
        return carried_out
    selves = [t.last for t in report.within(actor.last, last, "that")
              if report.tokens[t.last - 1].form.endswith(("ه", "ها", "هم"))]  # fmt: skip
    forces = [h.last for h in report.within(actor.last, last, "own_force") if report.before(h.first, "that", 1)]
    deeds = [v.last for at in (_past_day(report, at) for at in (*selves, *forces))
             for v in report.within(at, at + 3, "attack")
             if not (v.clitic or report.within(at, v.first, "cause") or _of_another(report, v))]  # fmt: skip
    deeds += [v.last for at in forces for v in report.within(at, min(limit, at + _OWN), "transitive")]
    return min(deeds, default=0)


def _announces_deed(report: Report, actor: Actor, limit: int) -> int:
    """«أعلن الجيش تنفيذ غارة», «أقر بقصف المبنى», but «أعلن الجيش تنفيذ مسلحين هجوما»: where the attack ends that a
    speaker says to have been carried out, with nobody else named beside it; else 0."""
    wielded = report.within(actor.last, actor.last + 1, "wielding")
    confessed = (h.entry.id in _CONFESSING for h in in_tokens(report.scan.of(SayWord), actor.first - 1, actor.first))
    begins = wielded[0].last if wielded else actor.last if any(confessed) else limit
    deeds = in_tokens(report.scan.of(EventWord), begins, min(limit, begins + _DEED))[:1]
    attacks = [h for h in deeds if h.entry.names_attack and (wielded or h.clitic == "ب")]
    if not attacks or in_tokens(report.document.actors, actor.last, attacks[0].last + _BESIDE):
        return 0
    return attacks[0].last


def _past_day(report: Report, at: int) -> int:
    """«أنه فجر اليوم شن», «أنها أمس قصفت»: behind the day that stands before a verb."""
    return next((d.last for d in in_tokens(report.document.dates, at, at + 1)), at)


def _of_another(report: Report, verb: StructureHit) -> bool:
    """«أنه أقدم ثلاثة انتحاريين على»: a light verb with somebody behind it, who is its subject."""
    light = verb.entry.value == "light"
    return light and not report.tokens[min(verb.last, len(report.tokens) - 1)].form.startswith(_LIGHTLY)


def seizes(report: Report, actor: Actor, limit: int) -> bool:
    """«أعلنت الشرطة أنها احتجزت السائق», «إن مطاردة بدأت، وإنه "اعتقل رجلين"»: whether the first deed that a speaker
    owns up to is that it holds somebody."""
    told = report.within(actor.last, min(limit, actor.last + _TOLD), "that")
    begun = (t.last + (report.tokens[min(t.last, limit - 1)].form in QUOTES) for t in told)
    harm = next((report.harms[at] for at in begun if at in report.harms), None)
    return harm is not None and harm.entry.outcome == "detained"


def only_seizes(report: Report, actor: Actor, given: Sequence[str]) -> bool:
    """«قتلى في إطلاق نار، والشرطة تعتقل شخصا», «اعتقلت الشرطة رجلا بعد الهجوم»: whether all that an actor is told to do
    is said by a verb of arresting right beside its name."""
    if not given or not _DOES.issuperset(given):
        return False
    harms, first, last = report.harms, actor.first, actor.last
    verb = harms.get(last) or harms.get(last + 1) or harms.get(first - 1) or harms.get(first - 2)
    return verb is not None and verb.entry.outcome == "detained"
