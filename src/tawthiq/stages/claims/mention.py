"""An actor's mention with the nouns that belong to it, and how two of them stand together."""

from typing import NamedTuple

from tawthiq.language.entries import ActorWord, EventWord, GroupWord
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import StructureHit
from tawthiq.model import Actor
from tawthiq.stages.claims.aims import BEFALLS
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.surroundings import Surroundings

_LINKS = 3  # «عناصر من مجموعة تابعة للجيش»
_BEFALLEN = 9
_SERVED, _SERVING = 12, 10  # from a word of service to whom it is given, from the harmed to the word
SIDES = 6  # between the two sides of a clash
_STORE = 3  # «منصة إطلاق صواريخ», «مخازن للأسلحة»
_BLAST = 4  # from an explosion to the vehicle that it stood in
_BLASTS = frozenset({"bombing", "explosion", "landmine", "grenade"})
_JOINS = ("من", "او")
_LINKING = ("و", "او")
_OBJECTS = ("ه", "ها", "هم", "هما")  # «نفذه», «شنتها»
_PLURAL = "وا"
_TAG = "#"  # «مقاتلات #التحالف_العربي»
_COMMA, _INSET = "،", 10  # «، بدعم من التحالف الدولي،»
_THE, _WITH = "ال", 5  # tokens of «والميليشيات الموالية لها»
_ALONG, _ALLIES = "مع", edges("allies")
_FOLLOWERS, _ON_THEIR_SIDE = edges("followers"), words("on_their_side")


class Phrase(NamedTuple):
    """An actor's mention with the nouns before it that belong to it («قناص من», «طائرات تابعة ل»),
    in a sentence of tokens floor ≤ t < limit. `owned`: a thing of the actor's («مقر تابع ل»)."""

    actor: Actor
    start: int
    last: int
    floor: int
    limit: int
    owned: bool


def phrase_of(around: Surroundings, actor: Actor, floor: int, limit: int) -> Phrase:
    """The mention of an actor widened over the armed people and weapons that are its own."""
    report, at, owned = around.report, actor.first, False
    at -= at > floor and report.tokens[at - 1].form == _TAG and report.tokens[at - 1].end == report.tokens[at].start
    if at > floor and report.tokens[at - 1].form == "ل" and report.before(at - 1, "affiliation", 0) is not None:
        at -= 1
    for _ in range(_LINKS):
        if at > floor + 1 and not report.tokens[at - 1].is_word and at - 1 in around.forces:
            at -= 1  # «مسلحي (داعش)»
        link = _link(report, at)
        agent = report.before(at, "agent", 0) if link is not None else None
        if agent is not None and link is not None and agent.first < link:
            link = None  # «هجوم يرجح أن منفذيه ينتمون إلى الحركة»
        if link is None and at > floor and report.tokens[at - 1].form == "او":
            link = at - 1
        if link is None and _belongs(report, actor, at):
            link = at
        end = at if link is None else link
        head = around.forces.get(end) or around.forces.get(over_adjectives(around, end))
        if head is None and link is not None and _did_it(around, link - 1, floor):
            at = link - 1
            break
        if head is None and link is not None and at < actor.first and _attack_of(around, link):
            at = link
            break
        bare = link is None and (_governed(report, actor, at) or _vehicle(around, at))
        if head is None or head.first < floor or bare:
            owned = link is not None and floor < link < at and report.tokens[link].form not in _JOINS
            owned = owned and not _act(report, actor, limit)
            owned = owned or _possessed(around, actor, at, floor)
            break
        at = head.first
    return Phrase(actor, at, actor.last, floor, limit, owned or _struck(around, at, actor.first, floor))


def _act(report: Report, actor: Actor, limit: int) -> bool:
    """«أشخاص يشتبه بأنهم من الحركة قتلوا خمسة»: whether a verb of several people stands behind whose they are."""
    at = actor.last + (actor.last < limit and report.tokens[actor.last].form == _COMMA)
    if at >= limit or not report.tokens[at].form.endswith(_PLURAL):
        return False
    return at in report.harms or bool(report.within(at, at + 1, "attack"))


def _link(report: Report, at: int) -> int | None:
    """Where «تابعة ل», «من» begins that ends right before a token."""
    hit = report.before(at, "affiliation", 0)
    if hit is not None:
        longer = (h for h in report.within(hit.first - _LINKS, hit.first, "affiliation") if h.last == at)
        return next(longer, hit).first  # «يعتقد أنها تابعة ل»
    of = report.before(at, "preposition", 0)
    return of.first if of is not None and of.entry.value == "from" else None


def _did_it(around: Surroundings, at: int, floor: int) -> bool:
    """«فجر انتحاري تابع لحركة الشباب نفسه», «نفذته فتاتان يشتبه بأنهما من»: whether a noun is a bomber, or the subject
    of an attack's verb with its object in it."""
    if at in around.harmed.bombers:
        return True
    verb = around.report.before(at, "attack", 0) if at > floor else None
    return verb is not None and around.report.tokens[at - 1].form.endswith(_OBJECTS)


def _attack_of(around: Surroundings, at: int) -> bool:
    """«هجوم يعتقد أنه من مجموعة تابعة للتنظيم»: whether an attack stands before the people of an actor."""
    cause = around.causes.get(at)
    return cause is not None and cause.entry.names_attack


def _belongs(report: Report, actor: Actor, at: int) -> bool:
    """«للجيش»."""
    return _governed(report, actor, at) and report.tokens[at].form.startswith("ل")


def _possessed(around: Surroundings, actor: Actor, at: int, floor: int) -> bool:
    """«مقر لحزب الله», «موقع عسكري للجيش»: what stands before «ل» is a thing that can be struck."""
    if not _belongs(around.report, actor, at) or at in around.causes:
        return False
    thing = around.things.get(over_adjectives(around, at))
    return thing is not None and thing.first >= floor


def _struck(around: Surroundings, at: int, named: int, floor: int) -> bool:
    """Whether the nouns of a mention are what an attack falls on: «قاعدة صواريخ تابعة للجماعة» is no missile fired,
    «انفجار عبوة بآلية تابعة للجيش» no attack by vehicle."""
    if at >= named:
        return False
    report = around.report
    if any(t in around.harmed.hit for t in range(at, named)) and not _strikes(report, at):
        return True
    if at in around.harmed.all and at not in around.harmed.people:
        return True  # «دمرت الغارات طائرات تابعة للجيش»
    if _vehicle(around, at):
        reach = _BLAST if report.tokens[at].form.startswith("ب") else 1
        blasts = in_tokens(report.scan.of(EventWord), max(floor, at - reach), at)
        return any(h.entry.event in _BLASTS for h in blasts)
    end = at
    for _ in range(_STORE):
        stored = around.forces.get(end)
        fired = report.before(end, "wielding", 0)
        if fired is None and (stored is None or not report.tokens[end].form.startswith("و")):
            break
        end = fired.first if fired is not None else stored.first if stored is not None else end
    thing = around.things.get(end)
    return thing is not None and thing.first >= floor and not thing.definite


def _strikes(report: Report, at: int) -> bool:
    """Whether a noun is the subject of the verb right before it: «استهدفت دورية», but «يستهدف دورية»."""
    verb = report.before(at, "attack", 0)
    feminine = report.tokens[at].form.endswith("ه")
    form = report.tokens[verb.last - 1].form if verb is not None else ""
    return verb is not None and (not feminine or form.endswith("ت") or form.startswith(("ت", "وت")))


def _vehicle(around: Surroundings, at: int) -> bool:
    thing = around.things.get(at + 1)
    return thing is not None and isinstance(thing.entry, GroupWord) and thing.entry.group == "vehicle"


def over_adjectives(around: Surroundings, at: int) -> int:
    """The token behind the noun that the adjectives before `at` belong to."""
    for _ in range(2):
        if at in around.modifiers:
            at = around.modifiers[at]
    return at


def joined(report: Report, before: Phrase, phrase: Phrase) -> bool:
    """«الجيش وقوات الدعم», «جنود أو مستوطنون», «سورية وأخرى روسية», «غارات أمريكية إسرائيلية», «الجيش مع حليفته
    روسيا»: named together, at most a comma between."""
    gap = phrase.start - before.last
    form = report.tokens[phrase.start].form
    if gap == 1:
        between = report.tokens[before.last].form
        if between == _ALONG:
            return form.startswith(_ALLIES)
        other = between.startswith("و") and bool(report.within(before.last, phrase.start, "other"))
        return other or between in _LINKING or (not report.tokens[before.last].is_word and form.startswith("و"))
    return gap == 0 and (form.startswith("و") or _second_state(report, phrase))


def _second_state(report: Report, phrase: Phrase) -> bool:
    """«غارات أمريكية إسرائيلية»: whether a mention is no more than a nationality."""
    hits = in_tokens(report.scan.of(ActorWord), phrase.start, phrase.last)
    return len(hits) == 1 and hits[0].entry.part == "adjective"


def other_side(report: Report, before: Phrase, phrase: Phrase) -> bool:
    """«اشتباكات بين الجيش من جهة ومسلحين من جهة أخرى»."""
    between = report.before(phrase.start, "among", 0) is not None  # «بين الجيش من جهة وبين مسلحين»
    named = between or report.tokens[phrase.start].form.startswith("و")
    return named and phrase.start - before.last <= SIDES


def under_preposition(report: Report, phrase: Phrase) -> bool:
    """«للجيش»: no subject and no object."""
    return _governed(report, phrase.actor, phrase.start)


def _governed(report: Report, actor: Actor, at: int) -> bool:
    token = report.tokens[at]
    return at == actor.first and token.start < actor.span.start and token.form[0] in "لبك"


def places_of(around: Surroundings, phrase: Phrase) -> list[int]:
    """Where a word of the mention ends, or the word right before it, its «من» («هجوما من قوات النظام») or what
    says that it is supposed («قصف يرجح أنه للتحالف»)."""
    supposed = around.report.before(phrase.start, "supposed", 0)
    of = phrase.start > phrase.floor and around.report.tokens[phrase.start - 1].form in ("ل", "من")
    apart = supposed.first if supposed is not None else phrase.start - of
    ahead = {phrase.start, apart, over_adjectives(around, apart)}
    return [*range(phrase.start + 1, phrase.last + 1), *[last for last in ahead if last > phrase.floor]]


def served(report: Report, phrase: Phrase) -> bool:
    """«ثلاثة من جنودها المشاركين في قوات التحالف»: whether the harmed are said to be in the service of an actor."""
    words = report.within(phrase.start - _SERVED, phrase.start, "serving")
    return bool(words) and bool(in_tokens(report.document.casualties, words[0].first - _SERVING, words[0].first))


def over_backing(report: Report, phrase: Phrase) -> int | None:
    """«القوات، بدعم من التحالف، تمكنت»: where it goes on behind an inset on who backs whom is named."""
    if phrase.last + 1 >= phrase.limit or report.tokens[phrase.last].form != _COMMA:
        return None
    opened = report.within(phrase.last + 1, phrase.last + 2, "agent")
    if not opened or opened[0].entry.value != "support":
        return None
    end = min(phrase.limit, opened[0].last + _INSET)
    closing = (at for at in range(opened[0].last, end) if report.tokens[at].form == _COMMA)
    return next((at + 1 for at in closing), None)


def over_followers(report: Report, at: int, limit: int) -> int:
    """«قوات النظام والميليشيات الموالية لها، قتلت»: where it goes on behind those, at a «و», who are with it."""
    tokens = report.tokens
    if not tokens[at].form[1:].removeprefix(_THE).startswith(_FOLLOWERS):
        return at
    for end in range(at + 1, min(at + _WITH, limit)):
        if tokens[end].form in _ON_THEIR_SIDE:
            return end + 1 + (end + 1 < limit and tokens[end + 1].form == _COMMA)
    return at


def befallen(report: Report, agent: StructureHit) -> bool:
    """«تعرضت دورية مساندة من حرس الحدود لمقذوف»: whether whom somebody supports is told of as struck."""
    if agent.entry.value != "support":
        return False
    near = map(report.harms.get, range(agent.first - _BEFALLEN, agent.last + _BEFALLEN))
    struck = (h for h in near if h is not None and h.entry.id == BEFALLS)
    return any(report.clauses_between(h.first, agent.first) <= 1 for h in struck)
