"""Every event word of a report, sharpened by the means told beside it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.language.entries import EventWord
from tawthiq.language.scan import EventHit
from tawthiq.stages.claims.aims import begun, in_held_land, on_position, on_town
from tawthiq.stages.claims.protests import harms_nobody
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.swept import sweeps, swept
from tawthiq.stages.claims.weapons import AIR as AIR
from tawthiq.stages.claims.weapons import (
    aimed,
    among_arms,
    exchanged,
    fired,
    fled_from,
    flown,
    in_support,
    of_launcher,
    of_unit,
    of_vehicle,
    posted,
    says_of,
    struck_with,
    worn,
)
from tawthiq.stages.claims.weapons import disarmed as disarmed
from tawthiq.stages.claims.weapons import no_weapon as no_weapon

GROUND = frozenset({"shelling", "missile"})
BY_HAND = frozenset({"stabbing", "ramming"})
GENERIC = {
    "attack": None,
    "bombardment": AIR | GROUND | {"chemical_attack"},
    "explosion": frozenset({"suicide_bombing", "bombing", "landmine", "grenade"}),
    "bombing": frozenset({"suicide_bombing"}),
    "shooting": frozenset({"protest_repression", "sniper"}),
    "armed_clash": frozenset({"protest_repression"}),
}
_FROM_AFAR = AIR | GROUND | {"bombardment"}
_NO_ATTACK = frozenset(
    {"arrest", "abduction", "siege", "torture", "execution", "accident", "riot", "war", "unspecified"}
)
_FLOWN = frozenset({"attack", "airstrike"})
_OPEN_TO_MODIFIERS = _FLOWN | {"bombardment"}
_BY_ONE = frozenset({"bombing", "shooting", "sniper", "explosion", "landmine", "grenade"})
_SELDOM_ALL, _RAID, _LEAD = _BY_ONE | {"drone_strike"}, "ground_attack", 1
_SET_OFF = frozenset({"bombing", "explosion", "landmine"})
_BY_MEANS = frozenset({"bombing", "shooting", "explosion"})
_ASSAULTS = frozenset({"assault", "assail", "series"})
_ONE_AIRCRAFT = frozenset({"drone_strike", "barrel_bomb", "chemical_attack"})
_ONE_WHO_FIRES = frozenset({"drone_strike", "sniper"})
_FROM_AIR = {
    "airstrike": _ONE_AIRCRAFT, "missile": frozenset({"drone_strike", "airstrike"}),
    "grenade": frozenset({"drone_strike"}),
}  # fmt: skip
_LEAVING = frozenset({"bombing", "explosion", "bombardment", "grenade"}) | GROUND
_BY_NO_GUNMEN = frozenset({"protest_repression", "bombing", "explosion", "landmine"})
_BLAST = ("تفجير", "تفجيرا")
_LAID, _ARMED = ("عبوة", "عبوات", "قنبلة", "قنابل"), "مسلح"  # what is no suicide bombing, what is by gunmen
_MEANS_REACH = 12
_ASIDE, _NAMED = 2, 3  # the commas around what is said by the way; from an attack's name to its verb
_EXPLODED_REACH, _DROPPED_REACH = 6, 18
_FIRED_IT = frozenset({"اطلقه", "اطلقها", "اطلقهما"})
_SELF_REACH, _LEFT_REACH = 7, 3
_MANY_KINDS = frozenset({"attack", "bombing", "suicide_bombing", "explosion", "landmine", "shooting"})
_BLASTS = frozenset({"bombing", "suicide_bombing", "explosion", "landmine"})
_PLURAL, _OTHERS, _AMID = "ات", "اخري", "وسط"
_OWNED_REACH = 4
_USED, _USED_REACH = ("استخدم", "استعمل"), 3
_TOLD_SO = {"fired": fired, "flown": flown, "operations": begun}  # what makes each an attack, and what none
_NONE_SO = {"suicide_bombing": worn, "sniper": posted, "arrest": of_vehicle, "shelling": of_unit, "missile": of_unit}
_PARTS = {"flown": "weapon", "operations": "campaign"}
_SETTLED = frozenset({"town", "neighbourhood", "district"})


class Cause(NamedTuple):
    """An event word in the text: the event with its modifiers taken in.

    `part` is that of its data entry, or "mixed" where several kinds are named together; `added` says that «و» joins it
    to what stands before («وتفجير»), `second` that this is another event («قصف واشتباكات»).
    """

    event: str
    text: str
    first: int
    last: int
    sentence: int
    weight: float
    part: str
    definite: bool
    added: bool = False
    second: bool = False


def causes(report: Report) -> tuple[Cause, ...]:
    """Every event word of the report in order, with what its own phrase and clause say of the means."""
    found = _found(report)
    told = tuple([_sharpened_in_clause(report, found, i) for i in range(len(found))])
    return _alike(report, told) if "alike" in report.parts else told


def _alike(report: Report, told: Sequence[Cause]) -> tuple[Cause, ...]:
    """«انفجار عبوة في السوق وانفجار مماثل»: an attack that is said to be like the one before is of its kind."""
    found: list[Cause] = []
    for cause in told:
        like = report.within(cause.last, cause.last + 1, "alike")
        before = found[-1] if like and found else None
        assault = cause.event == _RAID and cause.part != "raid"  # «تعرض الحي لهجمات مماثلة»
        if before and (assault or refines(cause.event, before.event) or before.event in _FROM_AIR.get(cause.event, ())):
            cause = cause._replace(event=before.event, weight=before.weight)
        found.append(cause)
    return tuple(found)


def refines(generic: str, specific: str) -> bool:
    """Whether `specific` is a kind of `generic`: an attack can turn out to be a bombing, a bombing no raid."""
    kinds = GENERIC.get(generic, frozenset())
    return specific != generic and (specific not in _NO_ATTACK if kinds is None else specific in kinds)


def can_be(cause: Cause, specific: str) -> bool:
    """Whether `specific` is a kind of the event that a word names: violence can turn out to be clashes, not that of
    peoples; an ambush is by several means, «ضربات» from afar, what was set off maybe a mine («تفجير لغم»)."""
    if cause.part in ("ambush", "peoples") or (cause.part == "blow" and specific not in _FROM_AFAR):
        return False
    if cause.definite and specific == "landmine" and cause.text.endswith(_BLAST):
        return True
    return refines(cause.event, specific) and (specific != "armed_clash" or cause.part == "strife")


def sharper(cause: Cause, specific: str) -> bool:
    """Whether a report's event sharpens a cause told in it; attacks in the plural are seldom all bombings or
    shots, and a sniper's shot is told of whom it hit."""
    passing = specific == _RAID and cause.sentence > _LEAD and not cause.definite  # «مئات القتلى في هجمات»
    several = cause.part == "series" and (specific in _SELDOM_ALL or passing)
    alone = several or (cause.part == "assail" and specific in _SET_OFF)  # «هاجم الجيش مواقع. وانفجرت عبوة»
    laid = specific == "suicide_bombing" and not cause.definite and any(w in cause.text for w in _LAID)
    armed = specific in _BY_NO_GUNMEN and _ARMED in cause.text
    return can_be(cause, specific) and not (alone or laid or armed or specific == "sniper")


def told_finer(cause: Cause, again: Cause) -> bool:
    """Whether what the same figure is told of again is a finer kind of its cause, such as of a raid, or an ambush."""
    of_raid = cause.event == "airstrike" and again.event in _ONE_AIRCRAFT and again.part != "mixed"
    return of_raid or (cause.part, again.part) == ("assault", "ambush") or sharper(cause, again.event)


def _found(report: Report) -> list[Cause]:
    sentence_of = _sentence_index(report)
    outlets = {t for s in report.document.speakers if s.kind == "media" for t in range(s.first, s.last)}  # «المسيرة»
    found: list[Cause] = []
    blocked = -1
    for hit in report.scan.of(EventWord):
        word = hit.entry
        sentence = sentence_of.get(hit.first)
        if sentence is None or hit.first < blocked or (found and hit.first < found[-1].last):
            continue
        if word.part == "none":
            blocked = hit.last
            continue
        town = in_tokens(report.document.places, hit.first - 1, hit.first)
        if any(p.last > hit.first and p.level in _SETTLED for p in town):
            continue  # «بلدة معركة»
        if word.event == "protest_repression" and harms_nobody(report, hit):
            continue
        if (word.event in AIR and in_support(report, hit)) or ("fled" in report.parts and fled_from(report, hit)):
            continue
        shots = word.event == "shooting" and exchanged(report, hit)
        idle = word.part == "weapon" and (hit.first in outlets or no_weapon(report, hit))
        if idle or ("disarmed" in report.parts and not shots and disarmed(report, hit.first)):
            blocked = hit.last
            continue
        if of_launcher(report, hit) or (word.event in _NONE_SO and _NONE_SO[word.event](report, hit)):
            continue
        if word.part in _TOLD_SO and not _TOLD_SO[word.part](report, hit):
            continue
        last = found[-1] if found and found[-1].sentence == sentence else None
        amid = word.event == "shooting" and last is not None and last.part in _ASSAULTS
        if amid and _AMID in [t.form for t in report.tokens[hit.first - 2 : hit.first]]:
            continue  # «هاجموا القرية وسط إطلاق الرصاص»: shots that only accompany the assault
        if (last and last.event == "accident" and swept(report, last.last, hit)) or sweeps(report, hit):
            continue
        if last and word.event == "attack" and last.event not in _NO_ATTACK and says_of(report, last.last, hit):
            continue
        before = last if last and hit.first - last.last <= _reach(report, last, hit, word) else None
        joined = _joined(report, before, hit, word) if before and word.part != "self" else None
        if joined:
            found[-1] = joined
        elif word.part == "self":
            found += _on_oneself(report, hit, word, sentence)
        elif word.part != "modifier":
            text = _text(report, hit.first, hit.last, hit.start)
            added = hit.clitic.startswith("و")
            second = _second(report, before, hit)
            part, event = _PARTS.get(word.part, word.part), "armed_clash" if shots else word.event
            found.append(Cause(event, text, hit.first, hit.last, sentence, float(word.weight), part, hit.definite,
                               added, second))  # fmt: skip
    return found


def _reach(report: Report, before: Cause, hit: EventHit, word: EventWord) -> int:
    """How many tokens may stand between two event words that are told as one: before a weapon also whose the
    other is («طائرات تابعة للجيش ومدفعيته»)."""
    if before.event == "armed_clash" and word.event in GROUND and _used(report, before.first, hit.first):
        return _OWNED_REACH
    armed = before.event in AIR | GROUND and word.part == "weapon" and hit.clitic.startswith("و")
    return _OWNED_REACH if armed else 1


def _second(report: Report, before: Cause | None, hit: EventHit) -> bool:
    """«قصف واشتباكات», «الاشتباكات وعمليات الإعدام», «نزاع دموي وهجمات»: whether «و» joins an event word to the attack
    named before it, or attacks to the war."""
    of_several = hit.entry.part == "series"
    if before is None or (before.event in _NO_ATTACK and not (before.event == "war" and of_several)):
        return False
    return any(t.form.startswith("و") for t in report.tokens[before.last : hit.first + 1])


def _joined(report: Report, before: Cause, hit: EventHit, word: EventWord) -> Cause | None:
    """The event word before with the one right behind it taken in; None where they stay two.

    «قصف جوي», «انفجار عبوة ناسفة», «قصف بقذائف الهاون» are the second, «غارات وقصف مدفعي» are a bombardment.
    """
    added = hit.clitic.startswith("و")
    weight = max(before.weight, float(word.weight))
    if added and word.part != "verb" and _mixed(before.event, word.event):
        text = _text(report, before.first, hit.last, report.tokens[before.first].start)
        return before._replace(event="bombardment", text=text, last=hit.last, weight=3.0, part="mixed")
    if before.event == "armed_clash" and word.event in GROUND and _used(report, before.first, hit.first):
        return before  # «استخدمت في الاشتباكات القذائف»
    text = report.scan.text[report.tokens[before.first].start : hit.end]
    if added and word.part != "verb" and _of_many_kinds(report, before, hit, word):
        return before._replace(event="attack", text=text, last=hit.last, weight=weight, part="mixed")
    if added and word.event == "war" and before.part == "strife":
        return before._replace(event="war", text=text, last=hit.last, weight=weight, part="noun")
    if word.part == "modifier":
        if added or before.part == "mixed" or (before.part != "campaign" and before.event not in _OPEN_TO_MODIFIERS):
            return before
        if before.event in AIR and word.event in GROUND:
            return before._replace(text=text, last=hit.last)  # «غارة صاروخية»
        return before._replace(event=word.event, text=text, last=hit.last, weight=weight)
    finer = refines(before.event, word.event) or (before.event == "airstrike" and word.event in _ONE_AIRCRAFT)
    finer = finer or (word.event == "landmine" and hit.first == before.last and before.text.endswith(_BLAST))
    if before.part != "mixed" and finer and word.part != "verb" and hit.clitic in ("", "ب", "ل", "ال", "لل", "بال"):
        return before._replace(event=word.event, text=text, last=hit.last, weight=weight)
    return None


def _used(report: Report, fight: int, weapon: int) -> bool:
    """Whether weapons are told to be used in a fight, by a verb before it or between."""
    return any(t.form.removeprefix("و").startswith(_USED) for t in report.tokens[max(fight - _USED_REACH, 0) : weapon])


def _of_many_kinds(report: Report, before: Cause, hit: EventHit, word: EventWord) -> bool:
    """«هجمات وتفجيرات», «57 عملية انتحارية واعتداءات أخرى»: whether attacks of several kinds are told as one."""
    kinds = {before.event, word.event}
    if len(kinds) == 1 or not kinds <= _MANY_KINDS or kinds <= _BLASTS:
        return False
    others = report.tokens[hit.last].form == _OTHERS if hit.last < len(report.tokens) else False
    several = (report.tokens[at].form.endswith(_PLURAL) for at in (before.first, hit.first))
    return others or all(several)


def _mixed(a: str, b: str) -> bool:
    """Raids and shelling named together are a bombardment, from the air and from the ground."""
    kinds = {a, b}
    return bool(kinds & AIR) and bool(kinds & (GROUND | {"bombardment"}))


def _on_oneself(report: Report, hit: EventHit, word: EventWord, sentence: int) -> Iterator[Cause]:
    """«فجر شاب نفسه»: the verb is an event only with «نفسه» behind it, and no part of a day («فجر اليوم نفسه»)."""
    own = report.within(hit.last, hit.last + _SELF_REACH, "self")
    dated = any(d.first <= hit.first < d.last for d in in_tokens(report.document.dates, hit.first - 6, hit.last))
    if own and not dated and not report.clauses_between(hit.last, own[0].first):
        text = _text(report, hit.first, own[0].last, hit.start)
        yield Cause(word.event, text, hit.first, own[0].last, sentence, float(word.weight), "noun", False)


def _sharpened_in_clause(report: Report, found: Sequence[Cause], index: int) -> Cause:
    """A general event with the means that its clause names apart from it («قصفت القوات الحي بالمدفعية»)."""
    cause = found[index]
    if cause.part == "campaign" and cause.event == "war":
        if in_held_land(report, cause.last):
            return cause._replace(event=_RAID, weight=3.0)
        if on_town(report, cause.first, cause.last):
            return cause._replace(event="attack", weight=1.0)
    if cause.event in _LEAVING and _left_behind(report, found, index):
        return cause._replace(event="landmine", weight=3.0)
    if cause.event == "bombing" and not cause.definite and _on_self(report, cause):
        return cause._replace(event="suicide_bombing", weight=3.0)
    if cause.part == "mixed" or (cause.event not in GENERIC and cause.event not in _FROM_AIR):
        return cause
    if cause.event == "explosion" and cause.part != "stored" and aimed(report, cause.text, cause.last):
        return cause._replace(event="bombing", weight=4.0)
    kinds = {other.event for other in _near(found, index) if _tells_means(report, cause, other)}
    if (
        not kinds
        and cause.part in _ASSAULTS
        and cause.event == "attack"
        and on_position(report, cause.first, cause.last, cause.part)
    ):
        return cause._replace(event="ground_attack", weight=3.0)
    if any(_mixed(a, b) for a in kinds for b in kinds):
        return cause._replace(event="bombardment", weight=3.0, part="mixed")
    return cause._replace(event=kinds.pop(), weight=max(cause.weight, 3.0)) if len(kinds) == 1 else cause


def _left_behind(report: Report, found: Sequence[Cause], index: int) -> bool:
    """«انفجار قنبلة من مخلفات قصف سابق»: what an earlier attack left is a mine."""
    left = found[index + 1] if index + 1 < len(found) else None
    if left is None or left.event != "landmine" or left.sentence != found[index].sentence:
        return False
    near = 0 <= left.first - found[index].last <= _LEFT_REACH
    return near and "من" in (report.tokens[left.first - 1].form, report.tokens[left.first].form)


def _on_self(report: Report, cause: Cause) -> bool:
    """«تفجير عنصر نفسه», but not «تفجير في المنزل نفسه»."""
    own = report.within(cause.last, cause.last + _SELF_REACH, "self")
    if cause.part != "noun" or not own or report.clauses_between(cause.last, own[0].first):
        return False
    return not report.tokens[own[0].first - 1].form.startswith("ال")


def _near(found: Sequence[Cause], index: int) -> Iterator[Cause]:
    """The event words of the same sentence within reach."""
    here = found[index]
    reach = _DROPPED_REACH if here.event in _FROM_AIR else _MEANS_REACH
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(found) and found[at].sentence == here.sentence:
            if max(found[at].first - here.last, here.first - found[at].last) > reach:
                break
            yield found[at]
            at += step


def _tells_means(report: Report, cause: Cause, other: Cause) -> bool:
    """Whether `other` says by what means `cause` was done."""
    if cause.event in _FROM_AIR:
        beside = other.added and other.first > cause.first
        if other.event not in _FROM_AIR[cause.event] or other.part == "verb" or beside:
            return False
    elif not refines(cause.event, other.event) and not (cause.event == "attack" and other.event in _BY_MEANS):
        return False
    if cause.part == "series" and report.within(cause.last, other.first, "breakdown"):
        return False  # «هجمات في العراق، بينها تفجير انتحاري»
    if (other.added and among_arms(report, other.first)) or (other.event == "armed_clash" and cause.part in _ASSAULTS):
        return False  # «هاجموا الحاجز واستمر القتال»
    if (cause.event, other.event) == ("shooting", "sniper") and report.tokens[other.first - 1].form in _FIRED_IT:
        return True  # «بعيار ناري في الكتف، أطلقه قناص»
    if cause.event == "attack" and other.last <= cause.first and report.before(cause.first, "including", 0):
        return True  # «تفجيرات، بما في ذلك هجوم كبير»
    boundaries = report.clauses_between(cause.first, other.first)
    gap = max(other.first - cause.last, cause.first - other.last)
    if other.event == "protest_repression":
        parts = ("preposition", "target", "cause", "cumulative")  # «بنيران الجيش منذ بدء الاحتجاجات»
        told = boundaries <= 1 and any(report.before(other.first, part, 2) for part in parts)
        return told and not _on_somebody(report, cause, other)
    raid = cause.event == "missile" and other.event == "airstrike" and other.part == "noun"
    if boundaries and not (boundaries == 1 and raid and struck_with(report, other.last, cause.first)):
        return boundaries <= _ASIDE and cause.event in _FLOWN and _opens(report, other) and 0 < gap <= _MEANS_REACH
    if cause.event in ("missile", "grenade"):
        return gap <= _DROPPED_REACH
    if cause.event == "explosion":
        return gap <= _EXPLODED_REACH
    if other.event == "suicide_bombing":
        return True
    if other.first < cause.first:
        return other.part == "weapon" and not report.before(other.first, "target")
    with_it = any(t.form.startswith("ب") for t in report.tokens[max(cause.last, other.first - 1) : other.first + 1])
    return with_it or report.before(other.first, "attack") is not None


def _opens(report: Report, weapon: Cause) -> bool:
    """«إن طائرة للتحالف، الذي يقاتل التنظيم، استهدفت تجمعا»: aircraft, or a sniper, that open what is said."""
    first, _ = report.bounds(weapon.first)
    opens = weapon.first - first <= 1 or report.before(weapon.first, "that", 0) is not None
    return opens and (weapon.event in _ONE_WHO_FIRES or (weapon.part == "weapon" and weapon.event in AIR))


def _on_somebody(report: Report, cause: Cause, other: Cause) -> bool:
    """«اعتداء مسلح استهدف قوات الأمن خلال احتجاجات»: what strikes forces at a protest does not put it down."""
    events = in_tokens(report.scan.of(EventWord), cause.first - _NAMED, other.first)
    for verb in report.within(cause.first, other.first, "attack"):
        told = verb.first >= cause.last or any(h.last == verb.first for h in events)
        if told and in_tokens(report.document.actors, verb.last, verb.last + 1):
            return True
    return False


def _text(report: Report, first: int, last: int, start: int) -> str:
    return report.scan.text[start : report.tokens[last - 1].end]


def _sentence_index(report: Report) -> dict[int, int]:
    return {t: i for i, s in enumerate(report.document.sentences) if s.part != "aside" for t in range(s.first, s.last)}
