"""The kind of event that one harm is of: by its own sentence first, then by the incident that it belongs to."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tawthiq.language.entries import HarmWord, SayWord
from tawthiq.language.lists import edges, words
from tawthiq.stages.claims import agents, events, relations
from tawthiq.stages.claims.caused import FIRE, REFINED, TAKING, caused
from tawthiq.stages.claims.crowds import ARMS as CROWD_ARMS
from tawthiq.stages.claims.crowds import by_crowd_arms, of_crowd
from tawthiq.stages.claims.earlier import came_first
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.hands import finished_off, hand_behind
from tawthiq.stages.claims.idle import of_crime
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.repelled import beaten_off
from tawthiq.stages.claims.scene import ARMED, BODILY, FORCES, LOOSE, Scene, in_tokens
from tawthiq.stages.claims.scuffles import of_scuffle

_BEHIND = 8  # from a verb by hand to whom it hurt
_PRETEXT = 3  # «بزعم محاولتها تنفيذ عملية طعن»
BY_AIRCRAFT = frozenset({"airstrike", "barrel_bomb"})
_OF_ATTACKERS = frozenset({"suicide_bombing", "bombing", "grenade", "attack"})
_OUT_OF_SERVICE = "harm.damaged.khidma"
BLOWN_UP = frozenset({"harm.destroyed.nasafa", "harm.killed.fajjara_self"})
_RAZED = "هدم"  # not «انهار»
DEMOLISHED = "harm.destroyed.hadama"
_DOWNING = frozenset({"harm.destroyed.asqata", "harm.destroyed.isqat"})
_HURTING, _PRONOUNS = edges("hurting"), ("ه", "ها", "هما", "هم")  # «بزعم طعنهما»
_MANNER = words("manner")  # «قتل طعنا»: how one dies, and no attack of one's own
_THOUSAND, _HUNDRED, _OF_WAR = 1000, 100, 5000
_OF_MANY = frozenset({"accident", "protest_repression", "war"})
_VIOLENCE, _BESIDE = "عنف", "مع"
_MASSES = frozenset({"hundreds_of_thousands", "millions"})
_THOUSANDS = _MASSES | {"thousands", "tens_of_thousands"}
_FLED = events.AIR | events.GROUND | {"bombardment", "unspecified"}
_DRIVING = FIRE | {"ground_attack", "war"}
_AMID_WAR = frozenset({"torture", "execution", "shooting"})
_OFFENSIVE, _BATTLE = frozenset({"attack", "ground_attack"}), "معركة"
_GUILTY = words("guilty")
_CHARGES, _CHARGE = words("charge") | _GUILTY, 2
_FIRED = {
    "airstrike": ("airstrike", "drone_strike", "bombardment", "chemical_attack", "barrel_bomb", "war"),
    "missile": ("missile", "airstrike", "drone_strike", "bombardment", "chemical_attack", "shelling"),
    "shell": ("shelling", "bombardment", "chemical_attack"),
    "barrel_bomb": ("barrel_bomb", "chemical_attack", "airstrike"),
    "drone": ("drone_strike",),
}  # what fires each, the first where nothing else is told
_TOLD_FIRST, _TOLD = 6, 60
_RAIDS = frozenset({"غارة", "غارات", "غارتين", "غارتان"})
_HOSTAGE, _HELD_REACH = "group.rahina", 40
_CAPTIVES, _CAPTIVE_REACH = edges("captive"), 6
_FROM, _GRIP = "من", words("captors_grip")
OF_FORCES, OF_CHARGE, OF_CAPTORS = "event.of_forces", "event.of_charge", "event.of_captors"
RESPONSIBLE = "event.of_responsible"
_NO_ARSON = frozenset(
    {"shooting", "sniper", "suicide_bombing", "bombing", "landmine", "stabbing", "execution", "bombardment"}
)
BY_WHOM, _CLAIMS_IT = frozenset({"attack", "explosion", "ground_attack"}), "actors.claims_it"
OWN_EVENTS = {"detained": "arrest", "abducted": "abduction", "besieged": "siege"}


def event_of(known: Known, own: Own, episode: Episode) -> tuple[str, str | None, tuple[str, ...]]:
    """The event id, the words that say so and the reasons."""
    casualty = own.scene.casualty
    governing = known.report.harms.get(casualty.harm[0])
    word = governing.entry if governing is not None else None
    told = _by_outcome(known, own, word)
    if told is not None:
        return told
    behind = own.cause is not None and own.cause.candidate.first >= own.scene.end
    if not behind and agents.responsible(own.scene, known.parts) is not None:
        return "unspecified", None, (RESPONSIBLE,)
    event, text, why = caused(known, own, episode)
    cause = own.cause.candidate.value if own.cause is not None else episode.event
    if event == "attack" and cause is not None and cause.part == "blow":
        event, why = "bombardment", (*why, "event.of_blow")
    if word is not None and word.part == "masdar" and came_first(known, own):
        return "unspecified", None, ("event.of_later",)
    if event == "shooting" and casualty.group in ARMED and casualty.count.low != 1 and _in_battle(own, episode):
        return "armed_clash", text, (*why, REFINED)
    if casualty.group == "fighter" and event in _OF_ATTACKERS and _met_forces(known, own, event):
        return "ground_attack", text, (*why, "event.of_forces_met")
    if casualty.outcome in BODILY and event in TAKING:
        return "unspecified", None, ("event.of_taken",)
    munition = _FIRED.get(casualty.group) if casualty.outcome == "strikes" else None
    gas = event == "chemical_attack" and own.cause is None and casualty.group == "missile"  # of another sentence
    if munition is not None and (event not in munition or gas):
        return munition[0], text, (*why, "event.of_munition")
    if own.cause is not None and event in BY_AIRCRAFT and REFINED in why and _without_aircraft(known, own):
        event, why = own.cause.candidate.value.event, own.cause.reasons
    if event == "airstrike" and _by_gunmen(known, own, episode):
        return "ground_attack", text, (*why, "event.of_gunmen")
    if (event in events.AIR or event == "bombardment") and _downed(own, word):
        return "unspecified", None, ("event.of_downing",)  # what is shot down did not do it
    if _of_campaign(own, event):
        return "war", text, (*why, "event.of_campaign")
    if event in events.BY_HAND and _of_attacker(known, own):
        return "shooting", text, (*why, "event.of_attacker")
    crowd = of_crowd(known, own, event, text)
    if crowd is not None:
        return crowd[0], text, (*why, crowd[1])
    if own.cause is not None and own.cause.candidate.value.part == "throat" and _held(known, own):
        return "execution", text, (*why, "event.of_held")
    if event in events.BY_HAND and _in_assault(own, episode):
        return "ground_attack", text, (*why, "event.of_episode")
    if event == "execution" and (_charged(known, own) or of_crime(own.scene)):
        return "unspecified", None, (OF_CHARGE,)
    if casualty.outcome == "killed" and of_scuffle(event, text):
        event = "armed_clash"
    if casualty.group in FORCES and event == "protest_repression":
        met = "riot" if casualty.outcome == "injured" else "armed_clash"  # they are not hurt by their own repression
        return met, text, (*why, OF_FORCES)
    if casualty.outcome == "displaced" and own.cause is None and _evacuated(known, own):
        return "siege", None, ("event.of_evacuated",)
    if casualty.outcome == "displaced" and _fled(known, own, event):
        return "war", None, ("event.of_displaced",)
    other = word is not None and word.usual == "attack" and _by_other_means(own, event, why)
    if word is not None and word.usual and (other or (event == "unspecified" and own.cause is None)):
        return word.usual, None, (word.id,)  # «أحرقوا منزلا»
    return event, text, why


def _downed(own: Own, word: HarmWord | None) -> bool:
    """«أسقطوا طائرة»: whether aircraft were shot down, or destroyed with no cause told."""
    casualty = own.scene.casualty
    if casualty.group != "aircraft" or casualty.outcome != "destroyed":
        return False
    return own.cause is None or (word is not None and word.id in _DOWNING)


def _blown_up(own: Own) -> bool:
    """«وفي حين نسف الجيش منزلا», «نسفوا منزلا بعد اقتحام القرية», «نسف منازل، مع قصف مدفعي»: whether nothing else is
    told by which a house was blown up."""
    cause = own.cause
    if cause is None or cause.candidate.value.event == "ground_attack" or "event.taken" in cause.reasons:
        return True
    return own.scene.report.tokens[cause.candidate.first - 1].form == _BESIDE


def _by_gunmen(known: Known, own: Own, episode: Episode) -> bool:
    """«قتل مسلحون جنودا في غارتين على موقعين»: whether raids that nothing tells to be from the air are laid to armed
    groups alone."""
    doers = known.story.main.doers
    cause = own.cause.candidate.value if own.cause is not None else None
    told = cause if cause is not None and cause.event == "airstrike" else episode.event
    if not doers or told is None or _raid(told) not in _RAIDS:
        return False
    flown = (c for c in known.causes[:_TOLD] if c.event in events.AIR and _raid(c) not in _RAIDS)
    return all(relations.armed_group(p.actor.id, known.registry) for p in doers) and next(flown, None) is None


def _in_assault(own: Own, episode: Episode) -> bool:
    """«هاجموا القرية وذبحوا عشرة»: whether the throats of several were cut in the assault that a report tells of."""
    assault = episode.event is not None and episode.event.event == "ground_attack"
    several = assault and own.scene.casualty.count.low != 1
    return several and own.cause is not None and own.cause.candidate.value.part == "throat"


def _raid(cause: Cause) -> str:
    return cause.text.removeprefix("ب").removeprefix("ال")


def _in_battle(own: Own, episode: Episode) -> bool:
    """«60 مقاتلا سقطوا بنيران التنظيم»: whether armed people fell by the other side's fire in the battles that a report
    tells of."""
    fought = episode.event is not None and episode.event.event == "armed_clash"
    return fought and own.cause is not None and own.cause.candidate.value.part == "fire"


def _by_other_means(own: Own, event: str, why: Sequence[str]) -> bool:
    """«أطلقوا النار على الحراس. وأحرقوا منزلا»: whether what the report tells of the incident burns nothing, where a
    harm's own sentence names no more than an attack."""
    if own.cause is None:
        return event in _NO_ARSON
    return REFINED in why and own.cause.candidate.value.event == "attack" and event in _NO_ARSON


def _by_outcome(known: Known, own: Own, word: HarmWord | None) -> tuple[str, str | None, tuple[str, ...]] | None:
    """The event that the harm's word or outcome says by itself; None where it says none."""
    casualty = own.scene.casualty
    if word is not None and word.event and casualty.outcome == word.outcome:
        return word.event, None, (word.id,)
    if word is not None and word.id in BLOWN_UP and casualty.outcome == "destroyed" and _blown_up(own):
        return "bombing", None, (word.id,)
    least = _OF_WAR if casualty.outcome == "killed" else _OF_WAR * 4
    if own.cause is None and (casualty.count.low or 0) >= least and casualty.outcome in BODILY:
        main = known.story.main.event  # «تسبب تمرد الجماعة بمقتل 20 ألف شخص» in a report of one attack
        if main is not None and main.event not in _OF_MANY:
            return "war", None, ("event.of_war_toll",)
    if casualty.outcome in OWN_EVENTS:
        return OWN_EVENTS[casualty.outcome], None, (f"event.of_{casualty.outcome}",)
    if casualty.outcome == "rescued" and _from_captors(known, own):
        return "abduction", None, (OF_CAPTORS,)
    if own.cause is None and casualty.outcome == "missing" and (taken := _taken(known, own)) is not None:
        return taken, None, ("event.of_whole",)
    general = own.cause is None or own.cause.candidate.value.event == "attack"
    if casualty.outcome == "missing" and general and _among_abducted(known, casualty.group):
        return "abduction", None, ("event.of_abducted",)
    if own.cause is None and casualty.outcome == "damaged" and word is not None and word.id == _OUT_OF_SERVICE:
        return "unspecified", None, ("event.out_of_service",)  # told beside an attack, of many days
    if CROWD_ARMS in known.report.parts and by_crowd_arms(own.scene):
        return "protest_repression", None, ("event.of_crowd_arms",)
    razed = _RAZED in known.report.tokens[casualty.harm[0]].form
    if own.cause is None and razed and word is not None and word.id == DEMOLISHED:
        return "unspecified", None, ("event.demolished",)
    return None


def _from_captors(known: Known, own: Own) -> bool:
    """«تحرير 30 رهينة», «إنقاذ عشرة صيادين من أيدي القراصنة»: whether those who were freed had been abducted."""
    casualty, tokens = own.scene.casualty, known.report.tokens
    if casualty.part_of is not None:
        return _from_captors(known, known.own[casualty.part_of])
    around = [t.form for t in tokens[casualty.first : casualty.last + _CAPTIVE_REACH]]
    held = any(form.removeprefix("ك").removeprefix("ال").startswith(_CAPTIVES) for form in around)
    return held or any(a == _FROM and b in _GRIP for a, b in pairwise(around))


def _taken(known: Known, own: Own) -> str | None:
    """«46 حالة اعتقال، تحول 38 منهم إلى مختفين قسريا»: how those were taken of whom the missing are a part."""
    whole = own.scene.casualty.part_of
    return OWN_EVENTS.get(known.own[whole].scene.casualty.outcome) if whole is not None else None


def _among_abducted(known: Known, group: str) -> bool:
    """«خطف مسلحون 300 تلميذ. وما زال 287 تلميذا مفقودين»: whether title or lead tells of such people who were
    abducted."""
    lead = (o.scene.casualty for o in known.own[:_TOLD_FIRST] if o.scene.sentence in known.story.lead)
    return any(c.outcome == "abducted" and c.group == group for c in lead)


def _charged(known: Known, own: Own) -> bool:
    """«حكمت المحكمة بالإعدام على سائق بتهمة قتل طبيبة», «المدان بقتل 25 جنديا»: whether a harm is what somebody is
    sentenced for."""
    first = own.scene.casualty.harm[0]
    return any(t.form in _CHARGES for t in known.report.tokens[max(first - _CHARGE, 0) : first])


def _met_forces(known: Known, own: Own, event: str) -> bool:
    """«فيما قتل آخران على يد الشرطة», «القضاء على مهاجمين»: whether attackers fell by other hands than their own."""
    if finished_off(own.scene):
        return event != "attack" or own.cause is not None
    if event != "suicide_bombing":
        return False
    at = max(own.scene.casualty.last, own.scene.casualty.harm[1])
    return hand_behind(known.report, at) is not None


def _held(known: Known, own: Own) -> bool:
    """«ذبح التنظيم رهينتين», «اختطفوا ستة ثم ذبحوهم»: whether those killed were held, as their sentence tells before
    («وذبحوا تسعة وخطفوا عشر نساء» holds others)."""
    first, _ = known.report.bounds(own.scene.start)
    harms = in_tokens(known.report.scan.of(HarmWord), max(first, own.scene.start - _HELD_REACH), own.scene.end)
    held = own.scene.casualty.group == "prisoner" or _HOSTAGE in own.scene.casualty.because
    return held or any(h.entry.outcome in OWN_EVENTS for h in harms)


def by_whom(
    known: Known, own: Own, told: tuple[str, tuple[str, ...]], doers: Sequence[agents.Part]
) -> tuple[str, tuple[str, ...]]:
    """What kind of attack it is that armed people met with or thousands fell in, and what an explosion is that somebody
    owns up to: none that merely happened («انفجرت سيارته. وأعلنت الحركة مسؤوليتها»)."""
    event, why = told
    if event == "explosion":
        owned = any(_CLAIMS_IT in p.reasons for p in doers)
        return ("bombing", (*why, "event.owned_up")) if owned else told
    count = own.scene.casualty.count
    if ((count.low or 0) >= _THOUSAND or count.vague in _THOUSANDS) and _violence(own):
        return "war", (*why, "event.of_thousands")
    if event == "ground_attack":
        return ("bombardment", (*why, "event.from_afar")) if _from_afar(known, own, doers) else told
    return ("ground_attack", (*why, "event.of_forces_met")) if _met(known, own) else told


def _from_afar(known: Known, own: Own, doers: Sequence[agents.Part]) -> bool:
    """«هجمات الجيش على مدن وبلدات ... وشمل القصف الجوي»: whether attacks in the plural that harmed others than the
    armed are those of states alone, and the report tells of their fire."""
    series = own.cause is not None and own.cause.candidate.value.part == "series"
    if (
        not series
        or own.scene.casualty.outcome in LOOSE
        or own.scene.casualty.group in ARMED
        or not doers
        or not all(relations.of_state(p.actor.id, known.registry) for p in doers)
    ):
        return False
    return any(c.event in FIRE for c in known.causes[:_TOLD])


def _violence(own: Own) -> bool:
    """«أودت أعمال العنف بحياة أربعة آلاف», «هجمات أدت إلى مقتل الآلاف»: what took thousands and is no one attack."""
    cause = own.cause.candidate.value if own.cause is not None else None
    return cause is not None and (cause.part == "series" or (cause.part == "strife" and _VIOLENCE in cause.text))


def _met(known: Known, own: Own) -> bool:
    """«قتل تسعة جنود في كمين», «صد الجيش هجوما وقتل خمسة مسلحين»: whether armed people fell in an ambush, or in an
    attack that was beaten off: an assault, whoever fell in it."""
    casualty = own.scene.casualty
    if casualty.group not in ARMED:
        return False
    if own.cause is not None and own.cause.candidate.value.part == "ambush":
        return True
    attack = known.repelled.get(own.scene.sentence)
    return attack is not None and beaten_off(known.report, attack, casualty)


def _without_aircraft(known: Known, own: Own) -> bool:
    """«قصف لمقاتلي المعارضة»: whether all whom a harm's own sentence says to have done it are armed groups."""
    doers = agents.doers(own.scene, known.parts, victims(own.scene))
    return bool(doers) and all(relations.armed_group(p.actor.id, known.registry) for p in doers)


def _of_campaign(own: Own, event: str) -> bool:
    """«منذ بدء معركة الباب», «قتل في القتال نحو عشرة آلاف»: whether a war's or a campaign's battles are told."""
    casualty = own.scene.casualty
    if event == "armed_clash" and casualty.outcome in BODILY and (casualty.count.low or 0) >= _OF_WAR:
        return True
    return own.cause is not None and _since_campaign(own, own.cause.candidate.value)


def _since_campaign(own: Own, cause: Cause) -> bool:
    """«منذ بدء الهجوم على المدينة», «منذ انطلاق معركة الباب»: what is counted since an offensive began is the
    campaign's."""
    report = own.scene.report
    since = report.before(cause.first, "cumulative", 2)
    apart = since is None or bool(in_tokens(report.scan.of(SayWord), own.scene.end, since.first))
    offensive = cause.event in _OFFENSIVE and cause.part != "series" and not events.numbered(report, cause)
    offensive = offensive or cause.text.removeprefix("ال") == _BATTLE
    return offensive and not apart and since is not None and since.entry.value == "since"


def _of_attacker(known: Known, own: Own) -> bool:
    """«استشهد شاب بعد تنفيذه عملية طعن», «مقتل منفذ عملية الدهس», «أصيبت فتاة بزعم محاولتها الطعن»: who stabs or
    runs over is shot for it."""
    cause = own.cause.candidate if own.cause is not None else None
    pretext = known.report.before(cause.first, "pretext", _PRETEXT) if cause is not None else None
    if cause is not None and pretext is not None:
        words = (t.form for t in known.report.tokens[pretext.last : cause.last])
        stabbed = any(w.startswith(_HURTING) and w.endswith(_PRONOUNS) for w in words)
        return own.scene.casualty.outcome == "killed" or not stabbed
    told = known.report.tokens[cause.first - 1 : cause.last] if cause is not None else ()
    manner = not _MANNER.isdisjoint([t.form for t in told])
    if own.scene.casualty.outcome != "killed" or manner:
        return False
    if own.scene.casualty.group == "fighter":
        return True
    if cause is not None and _harmed_first(known, own.scene, cause.first):
        return True
    return (cause is not None and known.report.before(cause.first, "wielding", 1) is not None) or _martyr(known, own)


def _harmed_first(known: Known, scene: Scene, verb: int) -> bool:
    """«قتلت الشرطة شابا بعدما طعن حارسا»: whether the killed are the subject of the verb by hand behind them."""
    if agents.before_verb(scene.report, verb) != scene.casualty.last:
        return False
    behind = in_tokens(known.report.figures.get(scene.sentence, ()), verb, verb + _BEHIND)
    return any(agents.by_harmed(replace(scene, casualty=c)) for c in behind if c.harm[0] == verb)


def _martyr(known: Known, own: Own) -> bool:
    """«استشهاد شاب وإصابة مستوطنين في عملية دهس»: the one mourned beside those whose state is spared."""
    scene, registry = own.scene, known.registry
    if not scene.report.within(scene.start, scene.end, "mourned") or agents.spared(scene, registry):
        return False
    beside = (o.scene for o in known.own if o.scene.sentence == scene.sentence)
    return any(agents.spared(other, registry) for other in beside)


def _fled(known: Known, own: Own, event: str) -> bool:
    """Whether it is the war that people flee from: fire that the report tells of, for thousands its shots and
    executions, for a hundred thousand its battles («شردت المعارك نصف مليون»), which for fewer are clashes."""
    if event == "unspecified" and not any(c.event in _DRIVING for c in known.causes):
        return False
    count = own.scene.casualty.count
    low = count.low or 0
    thousands = low >= _THOUSAND or count.vague in _THOUSANDS
    masses = low >= _HUNDRED * _THOUSAND or count.vague in _MASSES
    amid = (thousands and event in _AMID_WAR) or (masses and event == "armed_clash")
    return (own.cause is None and event in _FLED) or amid


def _evacuated(known: Known, own: Own) -> bool:
    """«خرجوا من البلدة المحاصرة بموجب اتفاق إجلاء»: whether a deal that ends a siege is told in a harm's sentence or
    right before."""
    report, at = known.report, own.scene.sentence
    first, last = report.document.sentences[max(at - 1, 0)].first, report.document.sentences[at].last
    if not report.within(first, last, "deal"):
        return False
    told = any(c.event == "siege" and first <= c.first < last for c in known.causes)
    return told or any(h.entry.outcome == "besieged" for h in in_tokens(report.scan.of(HarmWord), first, last))
