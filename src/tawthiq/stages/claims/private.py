"""Who did it, where it was nobody known: a husband, a driver, residents."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from operator import attrgetter

from tawthiq.language.entries import EventWord, GroupWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.registry import OTHER
from tawthiq.language.scan import GroupHit
from tawthiq.model import Actor, Casualty, Span
from tawthiq.stages.claims.causes import BY_HAND
from tawthiq.stages.claims.hands import HAND, of_no_harm
from tawthiq.stages.claims.part import PRIVATE, Part, event_near
from tawthiq.stages.claims.scene import Report, Scene, in_tokens
from tawthiq.stages.claims.verbs import transitive

_DOER, _SORT, _GROUP = attrgetter("entry.doer"), attrgetter("entry.sort"), attrgetter("entry.group")
_EVENT = attrgetter("entry.event")
_SCORE = 1.0
_DEED = 8  # from a word of harm to «برصاص», «من قبل»
_CARRIED = ("deed", "throw")
_ITSELF = ("ها", "ه", "هم", "هما")
_IN_SERVICE = frozenset({"soldier", "police", "official", "fighter"})
_BEFORE_VERB = 2  # «رجلا مسلحا طعن», «سائق الذي دهس»
_PARTICLES = ("قد", "الذي", "التي", "الذين")
_AFTER = ("بعدما", "عندما", "بعد")  # «اعتقلت رجلا بعدما قتل جاره»
_ASSAILS = words("assails")  # never spelt so of who suffers it
_ATTACKS, _SHOTS = words("attacks_by_spelling"), 6  # from who attacks to the attack
_BY_ITSELF = ("هاجم", "يهاجم")
_WHO = ("الذي", "التي", "الذين", "قد")
_NATIONALITY = "group.nationality"
_WRECKED, _PEOPLE = frozenset({"destroyed", "damaged"}), frozenset({"protester"})
_PRESENT, _TO, _MISHAP = ("ي", "ت"), "ل", "accident"  # «انقلاب حافلة للطلاب»
_COUNTED = 2  # «جمع من»
_OF, _MANY_OF = "من", words("crowd_of")
_EXECUTES, _DEED_REACH, _SUBJECT = ("wielding", "attack"), 2, 14
_DONE_TO, _THE = edges("done_to"), "ال"
_OPENERS = ("ان", "بان", "وان")


def private(report: Report) -> list[Part]:
    """The mentions of private people that the words around them make doers, in order."""
    groups = report.scan.of(GroupWord)
    told = [h for h, doer in zip(groups, map(_DOER, groups), strict=True) if doer]
    if not told:
        return []
    kinds = zip(groups, map(_SORT, groups), map(_GROUP, groups), strict=True)
    heads = {h.last: h for h, sort, group in kinds if sort == "person" and group not in _IN_SERVICE}
    nations = {h.first for h in told if h.entry.id.startswith(_NATIONALITY)}
    known = {t for a in report.document.actors for t in range(a.first, a.last)}
    executing = _executing(report, told, nations - known) if nations else dict[int, str]()
    able = _able(report, told, heads, executing)
    if not able:
        return []
    counted = {t: c for c in report.document.casualties for t in range(c.first, c.last)}
    objects = _objects(report)
    found: list[Part] = []
    for noun in able:
        head = heads.get(noun.first)
        hit = noun if head is None else head._replace(entry=noun.entry, last=noun.last, end=noun.end)  # «شاب فلسطيني»
        hit = _with_number(report, hit)
        if noun.last in nations or not known.isdisjoint(range(hit.first, hit.last)):
            continue  # «سائق تونسي» is told of by his nationality
        if not (head or noun.first not in nations or _stands_alone(report, noun, counted)):
            continue
        reason = "actors.attacks" if noun.first in executing else _reason(report, hit, counted, objects)
        if reason:
            part = _part(report, hit, reason)
            found.append(part._replace(event=executing.get(noun.first, part.event)))
    return found


def _executing(report: Report, told: Sequence[GroupHit], nations: Set[int]) -> Mapping[int, str]:
    """«استشهد شاب فلسطيني بعد تنفيذه عملية طعن»: where those stand who are told to have stabbed or run
    over somebody, and which of the two."""
    found: dict[int, str] = {}
    for word in (h for part in _EXECUTES for h in report.words(part)):
        deeds = in_tokens(report.scan.of(EventWord), word.last, word.last + _DEED_REACH)
        events = [e for e in map(_EVENT, deeds) if e in BY_HAND]
        if events:
            floor = max(report.bounds(word.first)[0], word.first - _SUBJECT)
            found.update([(h.first, events[0]) for h in in_tokens(told, floor, word.first) if h.first in nations][-1:])
    return found


def itself(part: Part, casualty: Casualty) -> bool:
    """Whether somebody who did harm is the very one harmed («فلسطيني قتل بعد تنفيذه عملية طعن»)."""
    return PRIVATE in part.reasons and casualty.first <= part.actor.first < casualty.last


def _able(
    report: Report, told: Sequence[GroupHit], heads: Mapping[int, GroupHit], executing: Mapping[int, str]
) -> list[GroupHit]:
    """Those beside whom a word stands that can make them doers."""
    behind = {h.last for part in ("agent", "attack") for h in report.words(part)}
    behind.update([h.last for h in report.harms.values()])
    firsts = [heads[h.first].first if h.first in heads else _with_number(report, h).first for h in told]
    verbs, before = report.harms, {h.first for h in report.words("attack")}
    return [
        h for h, first in zip(told, firsts, strict=True)
        if first in behind or h.first in executing or h.clitic[:1] == _TO
        or h.last in verbs or h.last + 1 in verbs or h.last + 2 in verbs or h.last in before or h.last + 1 in before
    ]  # fmt: skip


def _with_number(report: Report, hit: GroupHit) -> GroupHit:
    """«قيام جمع من السكان بقتل»: the people with the word before them for how many they are."""
    at = hit.first
    if hit.clitic or at < _COUNTED or report.tokens[at - 1].form != _OF or report.tokens[at - 2].form not in _MANY_OF:
        return hit
    return hit._replace(first=at - _COUNTED, start=report.tokens[at - _COUNTED].start)


def _stands_alone(report: Report, noun: Hit, counted: Mapping[int, Casualty]) -> bool:
    """«إن فلسطينيا طعن», «على يد فلسطيني», not «الجيش الفلسطيني»: a nationality is of people only where it describes
    nothing else: it is counted, begins a sentence, or stands behind a word that a doer can stand behind."""
    if noun.clitic:
        return False
    harmed = counted.get(noun.first)
    before = report.tokens[noun.first - 1] if noun.first else None
    tied = before is None or not before.is_word or before.form in _OPENERS or noun.first - 1 in report.harms
    governed = any(report.before(noun.first, part, 0) is not None for part in ("agent", "attack"))
    return tied or governed or (harmed is not None and harmed.first == noun.first)


def of_harm(near: Sequence[Part], casualty: Casualty, goes_on: bool) -> tuple[Part, ...]:
    """The private people among `near` who are the subject of a harm's own verb, or of the one that it `goes_on` from
    («طعن فلسطيني رجلا، وأصاب أربعة آخرين»)."""
    first, last = casualty.harm
    subjects = [p for p in near if PRIVATE in p.reasons and "actors.kills" in p.reasons]
    own = [p for p in subjects
           if last <= p.actor.first < casualty.first or 0 <= first - p.actor.last <= _BEFORE_VERB]  # fmt: skip
    before = [p for p in subjects if p.actor.last <= first] if goes_on else []
    return tuple(own or before[-1:])


def _part(report: Report, hit: GroupHit, reason: str) -> Part:
    word = hit.entry
    start = report.scan.with_article(hit).start
    text = report.document.text[start : hit.end]
    actor = Actor(Span(start, hit.end), text, OTHER + word.doer, hit.first, hit.last, (word.id,))
    first, last = report.bounds(hit.first)
    return Part(actor, report.sentence_at(hit.first), _SCORE, (reason, PRIVATE), event_near(report, actor, first, last))


def _objects(report: Report) -> Mapping[int, int]:
    """Where those whom a verb harms begin behind it, by its first token."""
    found: dict[int, int] = {}
    for casualty in report.document.casualties:
        if casualty.first >= casualty.harm[1]:
            verb = casualty.harm[0]
            found[verb] = min(casualty.first, found.get(verb, casualty.first))
    return found


def _reason(report: Report, hit: Hit, counted: Mapping[int, Casualty], objects: Mapping[int, int]) -> str:
    """What makes these people doers; "" for nothing."""
    subject = (_behind_verb, _before_verb, _resorts)
    if any(rule(report, hit, counted, objects) for rule in subject):
        return "actors.kills"
    if hit.first in counted:
        return ""
    if _by_hand(report, hit):
        return "actors.agent_word"
    if _carries_out(report, hit) or _attacks(report, hit):
        return "actors.attacks"
    return "actors.with_event" if _strikes(report, hit) else ""


def _behind_verb(report: Report, hit: Hit, counted: Mapping[int, Casualty], objects: Mapping[int, int]) -> bool:
    """«قتل رجل زوجته»: right behind a verb whose harmed come after."""
    if hit.clitic or hit.first in counted:
        return False
    verb = next((v for n in (1, 2) if (v := report.harms.get(hit.first - n)) is not None and v.last == hit.first), None)
    return verb is not None and transitive(report, verb) and objects.get(verb.first, 0) >= hit.last


def _before_verb(report: Report, hit: Hit, counted: Mapping[int, Casualty], objects: Mapping[int, int]) -> bool:
    """«رجل يقتل زوجته», «أن شابا طعن حارسا», «اعتقلت رجلا قتل جاره»."""
    verb = next((v for at in range(hit.last, hit.last + _BEFORE_VERB + 1)
                 if (v := report.harms.get(at)) is not None), None)  # fmt: skip
    if verb is None or verb.clitic or verb.first not in objects or not transitive(report, verb):
        return False
    if verb.first >= report.bounds(hit.first)[1]:
        return False  # «إصابة سبعة رعاة. احتجاز تاجرين»
    between, harmed = [t.form for t in report.tokens[hit.last : verb.first]], counted.get(hit.first)
    links = _PARTICLES if harmed is None else _PARTICLES + _AFTER
    if report.clauses_between(hit.last, verb.first + 1) and not any(form in links for form in between):
        return False
    if any(report.within(hit.last, verb.first, part) for part in ("preposition", "cause")):
        return False  # «قتل حارسان في غارة استهدفت القاعدة», «مقتل رجل وزوجته نتيجة تهدم المنزل»
    if harmed is not None:
        return harmed.harm[0] != verb.first
    opened = any(t.form in _OPENERS for t in report.tokens[max(hit.first - 2, 0) : hit.first])
    return opened or report.tokens[verb.first].form.startswith(_PRESENT)


def _resorts(report: Report, hit: Hit, counted: Mapping[int, Casualty], objects: Mapping[int, int]) -> bool:
    """«أقدم رجل على قتل شقيقه», «قام شاب بقتل والدته»: between a verb that is no deed by itself, and the deed."""
    light = report.before(hit.first, "attack", 0)
    if light is None or light.entry.value != "light" or hit.first in counted:
        return False
    deed = next((v for at in range(hit.last, hit.last + _BEFORE_VERB)
                 if (v := report.harms.get(at)) is not None), None)  # fmt: skip
    return deed is not None and deed.first in objects


def _by_hand(report: Report, hit: Hit) -> bool:
    """«على يد زوجها», «برصاص شقيقه», but not «هاجم رجل بسكين مصلين», whose weapon is the subject's."""
    agent = report.before(hit.first, "agent", 0)
    if agent is None or hit.clitic or report.tokens[max(agent.first - 2, 0)].form.removeprefix("و") in _ASSAILS:
        return False
    value = agent.entry.value
    if value == HAND:
        return not of_no_harm(report, agent)  # «كتيبة مدربة على يد إيرانيين»
    return value is None and _harm_before(report, agent)


def _harm_before(report: Report, agent: Hit) -> bool:
    """«قتل شاب برصاص شقيقه», but not «سرق المنزل من قبل لصوص»."""
    harms = in_tokens(report.scan.of(HarmWord), agent.first - _DEED, agent.first)
    return any(report.clauses_between(h.last, agent.first) == 0 for h in harms)


def _carries_out(report: Report, hit: Hit) -> bool:
    """«هجوم نفذه رجل», «جريمة ارتكبها شقيقه»."""
    verb = report.before(hit.first, "attack", 0)
    if verb is None or verb.entry.value not in _CARRIED:
        return False
    return report.tokens[verb.last - 1].form.endswith(_ITSELF)


def _attacks(report: Report, hit: Hit) -> bool:
    """«هاجم لصوص القافلة», «شن رعاة هجوما», «إن مجرمين هاجموا السكان»: beside a verb of attack that is spelt so only of
    who attacks."""
    if hit.clitic:
        return False
    tokens = report.tokens
    if hit.first and tokens[hit.first - 1].form.removeprefix("و") in _ATTACKS:
        return _tells(report, hit.first - 1, hit.last)
    at = hit.last + (hit.last < len(tokens) and tokens[hit.last].form in _WHO)
    return at < len(tokens) and tokens[at].form in _ATTACKS and _tells(report, at, at + 1)


def _tells(report: Report, verb: int, behind: int) -> bool:
    """Whether a verb attacks by itself, or has the attack that is made behind it («أطلق رجل النار»)."""
    if report.tokens[verb].form.removeprefix("و").startswith(_BY_ITSELF):
        return True
    told = in_tokens(report.scan.of(EventWord), verb, behind + _SHOTS)
    return any(h.entry.names_attack or h.entry.event == "shooting" for h in told)


def _strikes(report: Report, hit: Hit) -> bool:
    """«هجوم لرعاة», «اعتداء مفترض للصوص», but «تمشيط للمزارع», «استهداف لمزارعين», which name whom it is done to."""
    if hit.clitic[:1] != _TO:
        return False
    events = report.scan.of(EventWord)
    at = bisect_left(events, hit.first - _BEFORE_VERB, key=attrgetter("first"))
    near = (h for h in events[at : at + _BEFORE_VERB + 1] if h.last in (hit.first, hit.first - 1))
    return any(h.entry.names_attack and h.entry.event != _MISHAP and not _done_to(report, h) for h in near)


def _done_to(report: Report, event: Hit) -> bool:
    return report.tokens[event.last - 1].form.removeprefix(_THE).startswith(_DONE_TO)


def by_people(scene: Scene) -> bool:
    """«فأحرق محتجون غاضبون ثلاث سيارات»: whether people of no side stand between a verb of wrecking and its object."""
    if scene.casualty.outcome not in _WRECKED:
        return False
    between = scene.report.scan.of(GroupWord)
    words = (h.entry for h in in_tokens(between, scene.casualty.harm[1], scene.casualty.first))
    return any(word.group in _PEOPLE and word.sort == "person" for word in words)
