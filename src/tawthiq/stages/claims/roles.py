"""What the words around its mention say an actor does: doer, target, or side of a clash."""

from bisect import bisect_left
from collections.abc import Sequence

from tawthiq.language.entries import ActorWord, EventWord, SayWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import StructureHit
from tawthiq.model import Actor
from tawthiq.stages.claims.acting import OVER_PRONOUN, VERB, also_attacks, deed_in, done, ends, then_attacks
from tawthiq.stages.claims.causes import AIR, GROUND
from tawthiq.stages.claims.hands import of_no_harm
from tawthiq.stages.claims.led_to import led_to_harm
from tawthiq.stages.claims.mention import (
    SIDES,
    Phrase,
    befallen,
    joined,
    other_side,
    phrase_of,
    places_of,
    served,
    under_preposition,
)
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.surroundings import Surroundings
from tawthiq.stages.claims.targets import aimed_at, by_means
from tawthiq.stages.claims.verbs import MASCULINE, nominative, overcomes, transitive

_GOES_ON = 7  # from an explosion to the next verb of the same subject
_LIGHT, _OBJECT = 9, 14  # from a subject to the deed of «قام», from a verb of harm over its subject to the harmed
_WHEN = 8  # «قضت خلال شهر تموز الماضي على خمسة»
_PARTICLES = 2  # «قد» between whoever did it and a verb with its object in it
_WITH = ("attack", "wielding")
_FIRE = AIR | GROUND | {"bombardment"}
_MUTUAL = frozenset({"war", "shelling", "bombardment", "shooting"})  # «القصف المدفعي بين القوات والميليشيات»
_QUALIFIED = 3  # tokens between an attack and the verb that it is the subject of
_SHARED = frozenset(
    {
        "with_event",
        "with_deed",
        "attacks",
        "agent_word",
        "target",
        "then_attacks",
        "clash",
        "kills",
        "supports",
        "backs",
        "accused",
    }
)
_FOR_BOTH = frozenset({"kills", "then_attacks"})  # «غارات سورية وروسية تقتل خمسة»
_STRUCK = ("target",)
_AGENTS = {"support": "supports", "backing": "backs", "laid_to": "accused"}
_HAND_TO_HAND = frozenset({"stabbing", "ramming"})
_TRIES, _DID = edges("tried"), words("carried_it_out")
_ALLIANCES = frozenset({"saudi_coalition", "us_coalition"})
_IN, _MEMBER_OF, _ACCUSATIVE = "في", 2, ("ا", "ين")  # «قياديا في»
_HIM, _WHOSE, _ON, _AND = "ه", "التي", "علي", "و"
_HEAD = 3  # «التحالف العربي، الذي تقوده»
_LEADS, _LED, _WHO = words("leads"), words("led"), ("الذي", "التي")
_BODIES, _MASDAR = MASCULINE - words("named_group"), "ي"  # «تدمير» is no verb


def roles(around: Surroundings, here: Sequence[Actor], floor: int, limit: int) -> list[tuple[str, ...]]:
    """For each actor of a sentence what its words say of it."""
    found: list[tuple[str, ...]] = []
    before: Phrase | None = None
    given: tuple[str, ...] = ()
    for actor in here:
        if before is not None and actor.first == before.actor.first:
            found.append(given)
            continue
        phrase = phrase_of(around, actor, floor if before is None else max(floor, before.last), limit)
        if before is not None and actor.id == before.actor.id and _named_again(around.report, before, phrase):
            before = phrase
            found.append(given)
            continue
        own = _own(around, phrase, before)
        if before is not None and joined(around.report, before, phrase):
            if given == _STRUCK:
                own = [r for r in own if r not in _FOR_BOTH]  # «غارات على الجيش والحزب تقتل خمسة»
            found[-1] = (*found[-1], *(r for r in own if r in _FOR_BOTH and r not in found[-1]))
            own += [r for r in given if r in _SHARED and r not in own]
        elif before is not None and "clash" in given and other_side(around.report, before, phrase):
            own = ["clash"]
        before, given = phrase, tuple(own)
        found.append(given)
    return found


def _named_again(report: Report, before: Phrase, phrase: Phrase) -> bool:
    """«تنظيم الدولة الإسلامية (داعش)»."""
    return phrase.start - before.last == 1 and not report.tokens[before.last].is_word


def _own(around: Surroundings, phrase: Phrase, before: Phrase | None) -> list[str]:
    if phrase.actor.first in around.harmed.all and not (
        phrase.actor.first in around.harmed.people and (_by_attack(around, phrase) or _made_it(around.report, phrase))
    ):
        return []
    report = around.report
    if phrase.actor.id in _ALLIANCES and _backs(report, phrase):
        return ["backs"]
    if phrase.owned or served(report, phrase) or _loses(report, phrase):
        return ["target"]
    if around.harmed.bombers.intersection((phrase.start, phrase.actor.first)):
        return ["bombs"]
    if _in_clash(around, phrase):
        return ["clash"]
    verb = _verb_before(around, phrase, before)
    agent = report.before(phrase.start, "agent", 1) or around.held.get(phrase.start)
    if agent is not None and (of_no_harm(report, agent) or befallen(report, agent) or _led(report, agent)):
        agent = None  # «وسط صمت من قبل الحكومة»
    kills = agent is None and _kills(around, phrase)
    spared = kills or (agent is not None and agent.last == phrase.start)
    stabbed = phrase.start in around.causes and _stabbed(around, phrase)
    object_of = verb is not None and not spared and _is_object(around, phrase, verb, before)
    if not spared and (stabbed or object_of or aimed_at(around, phrase)):
        return ["target"]
    reasons = []
    if verb is not None and done(around, phrase, verb):
        reasons += ["attacks", *(["of_one"] if _kills_one(report, verb, phrase) else [])]
    if kills:
        reasons.append("kills")
    if _with_event(around, phrase):
        reasons.append("with_event")
    elif deeds := _with_deed(around, phrase):
        led = any(led_to_harm(report, phrase, last - 1) for last in deeds) and "attacks" not in reasons
        reasons.append("attacks" if led else "with_deed")
    if agent is not None and agent.first >= phrase.floor:
        reasons.append(_AGENTS.get(agent.entry.value or "", "agent_word"))
    goes_on = then_attacks(around, phrase, before) and not _in_post(around, phrase)
    if goes_on or (not reasons and also_attacks(around, phrase)):
        reasons.append("then_attacks")
    return reasons


def _loses(report: Report, phrase: Phrase) -> bool:
    """«تكبدت الحركة خسائر في المعركة»."""
    verb = report.before(phrase.start, "inflict", 0) if "inflict" in report.parts else None
    return verb is not None and verb.entry.value == "suffered"


def _led(report: Report, agent: Hit) -> bool:
    """«التحالف، الذي تقوده الرياض»: whether it is told who leads a body, not who makes an attack."""
    at = agent.first - 1
    if report.tokens[agent.first].form not in _LEADS or report.tokens[at].form not in _WHO:
        return False
    return any(t.form.removeprefix("و") in _LED for t in report.tokens[max(at - _HEAD, 0) : at])


def _backs(report: Report, phrase: Phrase) -> bool:
    """«القوات الحكومية المدعومة من التحالف»."""
    link = report.before(phrase.actor.first, "affiliation", 0)
    return link is not None and link.entry.value == "backed"


def _made_it(report: Report, phrase: Phrase) -> bool:
    """«هجوم شنه شاب فلسطيني قتل لاحقا»: whether one who was harmed himself is told right before to have attacked."""
    verb = report.before(phrase.actor.first, "attack", 1)
    return verb is not None and report.tokens[verb.last - 1].form in _DID


def _by_attack(around: Surroundings, phrase: Phrase) -> bool:
    """«قتلى الغارة الروسية»: among the words for the harmed, but by an attack's name."""
    ends = (around.causes[last] for last in places_of(around, phrase) if last in around.causes)
    behind = around.report.tokens[phrase.last : phrase.last + 1]
    over = not any(t.form.startswith("ل") for t in behind)  # «طعن مستوطن», not «طعن مستوطن لعامل»
    return not all(by_means(h) or (over and h.entry.event in _HAND_TO_HAND) for h in ends)


def _stabbed(around: Surroundings, phrase: Phrase) -> bool:
    """«بزعم طعنه مستوطنا», «محاولته طعن مستوطن»: whether who stands behind a stabbing is whom it was meant for."""
    cause = around.causes.get(phrase.start)
    if cause is None or cause.entry.event not in _HAND_TO_HAND:
        return False
    return _oblique(around.report, phrase) or around.report.tokens[cause.first - 1].form.startswith(_TRIES)


def _in_clash(around: Surroundings, phrase: Phrase) -> bool:
    """«اشتباكات مع», «معارك بين»; the word before says that what is named is a side, not a target."""
    if not around.sides.isdisjoint((phrase.start, phrase.actor.first)):
        return True
    report = around.report
    second = report.tokens[phrase.start].form.startswith("و")  # «بين الأهالي وقوات الأمن»
    reach = SIDES if second else 0
    prepositions = (report.before(phrase.start, part, reach) for part in ("among", "plus", "target"))
    marks = {h.entry.value: h for h in prepositions if h is not None}
    hit = marks.get("between") or (None if second else marks.get("with") or marks.get("against"))
    if hit is None:
        return False
    clashes = in_tokens(report.scan.of(EventWord), max(phrase.floor, hit.first - SIDES), hit.first)
    kinds = {h.entry.event for h in clashes}
    mutual = hit.entry.value == "between" and not kinds.isdisjoint(_MUTUAL)
    return "armed_clash" in kinds or mutual


def _verb_before(around: Surroundings, phrase: Phrase, before: Phrase | None) -> StructureHit | None:
    """A verb of attack at most three words before, in the same clause, with no other actor between."""
    report = around.report
    floor = phrase.floor if before is None else max(phrase.floor, before.last)
    floor = max(floor, phrase.start - VERB - 1)
    parts = [part for part in _WITH if part in report.parts]
    verbs = [h for part in parts for h in report.within(floor, phrase.start, part)]
    if "accuse" in report.parts:
        verbs += [h for h in report.within(floor, phrase.start, "accuse") if _directs(report, h, phrase)]
    for verb in sorted(verbs, key=lambda v: -v.first):
        told = verb.first in around.named or verb.first in around.harmed.suffered
        if verb.last <= phrase.start and not (told or under_preposition(report, phrase) or _beside(report, phrase)):
            near = phrase.start - verb.last <= VERB and report.clauses_between(verb.last, phrase.start) == 0
            apart = near and (_over_object(around, verb.last, phrase.start) or _says(report, verb.last, phrase.start))
            return verb if near and not apart else None
    return None


def _says(report: Report, first: int, last: int) -> bool:
    """«بقصف قالت المعارضة إنه بصواريخ»: whether a verb of saying behind an attack has for its subject who is named."""
    said = in_tokens(report.scan.of(SayWord), first, last) if first < last else ()
    return bool(said) and said[-1].last == last and said[-1].entry.part == "verb"


def _over_object(around: Surroundings, first: int, last: int) -> bool:
    """«استهدف سيارة تقل عناصر من التنظيم»: what is struck stands right behind the verb, so that who follows is not its
    subject."""
    if last - first == _MEMBER_OF and around.report.tokens[first + 1].form == _IN:
        return around.report.tokens[first].form.endswith(_ACCUSATIVE)  # «تستهدف قياديا في التنظيم»
    thing = next((around.things[at] for at in (first + 1, first + 2) if at in around.things), None)
    return thing is not None and thing.first == first and thing.last < last and not thing.clitic


def _beside(report: Report, phrase: Phrase) -> bool:
    """«بإطلاق نار قرب حاجز للجيش»: where it was, not who did it."""
    return report.before(phrase.start, "beside", 0) is not None


def _directs(report: Report, verb: StructureHit, phrase: Phrase) -> bool:
    """«وجه الجيش ضربات»: the verb of blaming, with a deed and no blame behind it."""
    blaming = verb.entry.value == "with_blame"
    end = min(phrase.limit, phrase.last + _LIGHT)
    return blaming and not report.within(phrase.last, end, "blame") and deed_in(report, phrase.last, phrase.last + 2)


def _is_object(around: Surroundings, phrase: Phrase, verb: StructureHit, before: Phrase | None) -> bool:
    """Whether a verb of attack has its subject before it, so that what follows is its object:
    «المقاتلات تستهدف الجيش», «هجمات استهدفت الجيش» (but «الغارات التي شنتها القوات»)."""
    report = around.report
    word = verb.entry
    if word.value is not None or word.part != "attack":
        return False
    if _oblique(report, phrase):
        return not _as_noun(around, verb, phrase)
    if report.tokens[verb.last - 1].form.endswith(OVER_PRONOUN):
        return False
    if around.harmed.objects.get(verb.first) == verb.last and _with_event(around, phrase):
        return False  # «مجهولين، وقتلت امرأة برصاص قوات النظام»: whose bullets they were
    if before is not None and 0 <= verb.first - before.last <= 1:
        return True
    if nominative(report.tokens[phrase.start].form):
        return False  # «الهجوم بعدما اقتحم مسلحون»
    if verb.last == phrase.start and _of_another(report.tokens[verb.last - 1].form, report.tokens[phrase.start].form):
        return True
    relative = any(h.entry.value == "relative" for h in report.within(verb.first - 1, verb.first, "clause"))
    if verb.clitic == "و":
        return _event_goes_on(around, verb, phrase.floor if before is None else before.last)
    return relative or (not verb.clitic and _by_event(around, verb.first))


def _of_another(verb: str, name: str) -> bool:
    """«حرب تستهدف حزب كذا», «استهدفت الجيش»: a verb in the feminine has no such body for its subject."""
    feminine = verb.endswith("ت") or (verb.startswith("ت") and verb[-2] != _MASDAR and not verb.endswith("ه"))
    return feminine and name.removeprefix("ال") in _BODIES


def _as_noun(around: Surroundings, verb: Hit, phrase: Phrase) -> bool:
    """«جراء قصف الحوثيين», «بقصف الحوثيين»: fire told by a noun that is spelt like its verb."""
    cause = around.causes.get(verb.last)
    fire = cause is not None and cause.entry.event in _FIRE and phrase.start == verb.last
    return fire and (verb.clitic.endswith("ب") or around.report.before(verb.first, "cause", 0) is not None)


def _event_goes_on(around: Surroundings, verb: Hit, floor: int) -> bool:
    """«عبوات ناسفة انفجرت، اليوم، واستهدفت الجيش»: an attack goes on as the subject of the next verb, with nobody named
    between."""
    first = max(floor, verb.first - _GOES_ON)
    told = any(at in around.causes for at in range(first + 1, verb.first))
    return told and around.report.tokens[verb.last - 1].form.endswith("ت") and not in_tokens(
        around.report.document.actors, first, verb.first)  # fmt: skip


def _by_event(around: Surroundings, verb: int) -> bool:
    """«هجمات استهدفت الجيش», «انفجارات كثيرة، استهدفت قوات»: an attack itself is the subject of the verb."""
    if verb in around.causes or (verb - 1 in around.causes and not around.report.within(verb - 1, verb, "clause")):
        return True
    told = [around.causes[last] for last in range(verb - _QUALIFIED, verb - 1) if last in around.causes]
    return any(not h.definite and _qualified(around.report, h.last, verb) for h in told)


def _qualified(report: Report, first: int, verb: int) -> bool:
    """Whether nothing but what qualifies an event stands between it and its verb."""
    words = [t for t in report.tokens[first:verb] if t.is_word]
    apart = (report.within(first, verb, part) for part in ("clause", "preposition", "target"))
    return len(words) < _QUALIFIED and not any(apart)


def _oblique(report: Report, phrase: Phrase) -> bool:
    """«استهدفت الحوثيين», «طعنت مستوطنا», not «قصفت روسيا», «هاجم عشرات المسلحين»: its ending shows an object."""
    if any(n.last == phrase.start for n in in_tokens(report.document.numbers, phrase.start - 2, phrase.start)):
        return False
    form, first = report.tokens[phrase.start].form, phrase.start
    common = form.endswith("ا") and not form.startswith("ال") and phrase.last - first == 1
    words = (h.entry for h in in_tokens(report.scan.of(ActorWord), first, first + 1) if common)
    return form.endswith("ين") or (common and not any(w.part in ("country", "land") for w in words))


def _kills(around: Surroundings, phrase: Phrase) -> bool:
    """«قتلت قوات النظام خمسة مدنيين», «قوات النظام قتلت خمسة مدنيين»: the subject of a verb of harm whose
    harmed stand behind it."""
    report = around.report
    if around.those and not around.those.isdisjoint((phrase.start - 1, *range(phrase.last, phrase.last + _PARTICLES))):
        return True  # «خمسة شبان قتلتهم القوات», «القوات قد خطفتهم»
    if phrase.actor.first in around.going_on:
        return True
    ahead = phrase.start if not under_preposition(report, phrase) else phrase.floor
    for first in range(ahead - 1, max(phrase.floor, phrase.start - 4) - 1, -1):
        harm = report.harms.get(first)
        if harm is None or harm.last > phrase.start:
            continue
        harmed = around.harmed.objects.get(first, 0)
        if transitive(report, harm) or overcomes(report, harm, harmed):
            return phrase.last <= harmed <= harm.last + _OBJECT
    harm = report.harms.get(ends(report, phrase))
    if harm is None or harm.clitic not in ("", "ف") or _quoted(report, phrase, harm):
        return False
    if report.tokens[phrase.start - 1].form == _ON and aimed_at(around, phrase):
        return False  # «غارات على الحزب تقتل خمسة»
    if _in_post(around, phrase):
        return False
    harmed = around.harmed.objects.get(harm.first, 0)
    if overcomes(report, harm, harmed):
        return harm.last <= harmed <= harm.last + _WHEN
    if not transitive(report, harm):
        return False
    if report.tokens[harm.first - 1].form == _WHOSE and not report.tokens[harm.last - 1].form.endswith("ت"):
        return False  # «القوات التي قتل عشرون من أفرادها»
    return harm.last <= harmed <= harm.last + 1


def _in_post(around: Surroundings, phrase: Phrase) -> bool:
    """«رصاص قناص متمركز في معسكر الأمن قتل طفلا»: whether a mention only says whose place somebody is in."""
    post = around.things.get(phrase.start)
    return post is not None and around.report.before(post.first, "preposition", 0) is not None


def _kills_one(report: Report, verb: StructureHit, phrase: Phrase) -> bool:
    """«ثم قتلته الشرطة», «قامت الشرطة بقتله»: whether the one who is killed is a pronoun."""
    light = verb.entry.value == "light"
    at = min(phrase.last, len(report.tokens) - 1) if light else verb.last - 1
    harm = report.harms.get(at)
    killed = harm is not None and harm.entry.outcome == "killed"
    return killed and report.document.text[report.tokens[at].end - 1] == _HIM


def _quoted(report: Report, phrase: Phrase, harm: Hit) -> bool:
    """«قال ضابط في الشرطة "قتل شخص"»: a quotation opens between, and none ends there («تنظيم "داعش" قتل 28»)."""
    quotes, tokens = report.scan.cut.quotes, report.tokens
    named = bisect_left(quotes, tokens[phrase.last - 1].end)
    between = bisect_left(quotes, tokens[harm.first].end) - named
    opened = named - bisect_left(quotes, tokens[max(phrase.start - 1, 0)].end) if between == 1 else 0
    return between > opened


def _with_event(around: Surroundings, phrase: Phrase) -> bool:
    """An event word stands in the mention («غارة روسية») or right before it («قصف قوات النظام»), but no weapon that was
    destroyed («دمر الجيش دبابة للمعارضة»)."""
    told = [around.causes[last].first for last in places_of(around, phrase) if last in around.causes]
    if not told:
        return False
    if around.report.tokens[phrase.start].form.startswith(_AND):
        told = [at for at in told if at not in around.harmed.people]  # «مئة من المتظاهرين وقوات الأمن»
    return any(not _repelled(around, at) and (at not in around.harmed.all or at in around.harmed.people) for at in told)


def _repelled(around: Surroundings, first: int) -> bool:
    """«صد هجوم», «ردا على قصف», «تمهيدا لاقتحام»: an attack that is told for another's sake, or is still to come."""
    return any(around.report.before(first, part, 1) is not None for part in ("repel", "looking_back"))


def _with_deed(around: Surroundings, phrase: Phrase) -> list[int]:
    """«تقدم القوات», «عنف المستوطنين»: where deeds of the actor end that are no attack by themselves."""
    return [last for last in places_of(around, phrase) if last in around.deeds and not _repelled(around, last - 1)]
