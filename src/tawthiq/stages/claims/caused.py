"""What caused one harm, by its own sentence and by what the report tells of the incident?"""

from bisect import bisect_right

from tawthiq.language.lists import words
from tawthiq.stages.claims import agents, events, relations
from tawthiq.stages.claims.choose import Choice
from tawthiq.stages.claims.earlier import UNREST, led_to_unrest, long_before
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.idle import mourned
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.led_to import burnt_down
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.meanwhile import beside_harm
from tawthiq.stages.claims.own import Own, slight
from tawthiq.stages.claims.scene import BODILY, FORCES, NEAR, Report, Scene, in_tokens
from tawthiq.stages.claims.taken_up import taken_up

REFINED = "event.refined_by_episode"
_TO_ONE = frozenset({"stabbing", "execution", "torture", "sniper"})  # told of whom it was done to
_SHELLS = ("قذيفة", "قذائف", "قذيفتين", "قذيفتان")
_WEEK = 6
_BREAK_OUT = events.AIR | events.GROUND | {"bombardment", "bombing", "suicide_bombing", "explosion"}
FIRE = events.AIR | events.GROUND | {"bombardment"}
_OF_DAYS = FIRE | {"ground_attack", "shooting"}
_OF_ONE = (
    events.AIR | events.GROUND | {"suicide_bombing", "bombing", "explosion", "landmine", "grenade", "ground_attack"}
)
_MANY, _SCATTERED_REACH, _TOLD = 10, 12, 60
_THE = "ال"
TAKING, _DONE_OTHERWISE = frozenset({"arrest", "abduction"}), BODILY | {"damaged", "destroyed"}
_SEPARATE = frozenset({"منفصل", "منفصله", "منفصلين", "منفصلان"})
_SEVERAL, _ASSAULTS = frozenset({"series", "mixed"}), frozenset({"assault", "assail"})
_INDEFINITE = "ا"
_FOUND, _FOUND_REACH, _APART_REACH = ("عثر", "العثور"), 5, 4
_OF_OTHERS = "event.of_other_harm"
_LASTING, _LASTING_REACH = words("lasting"), 3
_GAS, _BORNE = "chemical_attack", 6  # tokens from the gas to what bore it
_GENERAL = frozenset({"bombardment", "attack"})
_MANNER = words("manner")
_SIDES = 10  # from a clash to those who fight in it


def caused(known: Known, own: Own, episode: Episode) -> tuple[str, str | None, tuple[str, ...]]:
    """The event of a harm, the words that say so and the reasons, before what its victims and outcome rule out."""
    if _by_unrest(own, episode) and led_to_unrest(known, own):
        return _behind(own)
    choice, carried = _own_cause(known, own), known.story.causes.get(own.scene.sentence)
    if carried is not None and carried.event in TAKING and own.scene.casualty.outcome in _DONE_OTHERWISE:
        carried = None  # «خطفوا ستة. وأحرقوا مدرستين»
    whole = own.scene.casualty.part_of
    if choice is None and carried is None and whole is not None and known.own[whole].cause is not None:
        return caused(known, known.own[whole], episode)  # «... 73 شخصا أعدمهم التنظيم. ومن بين الرفات عشرون امرأة»
    if choice is None and burnt_down(own.scene):
        return "attack", None, ("event.of_arson",)
    if choice is None:
        apart = _found_dead(known, own) or _told_of_one(known, own, episode) or _buried(known, own)
        cause = carried or (None if apart else episode.event)
        if cause is None or (carried is None and cause.event in _TO_ONE and not _one_deed(known, own, episode)):
            return "unspecified", None, ()
        if cause.event in own.others:
            return "unspecified", None, ("event.of_several",)
        several = carried is None and cause.event in _OF_ONE and (
            _of_days(own) or _in_weeks(known, own, episode) or _of_kinds(known, own, cause.event))  # fmt: skip
        if several or (carried is None and events.raids_counted(known.report, cause)):
            return "unspecified", None, ("event.of_several",)  # «أصيب تسعة، واعتقل 60 خلال 45 عملية توغل»
        if _of_drone(cause, episode):
            return "drone_strike", cause.text, ("event.of_episode",)
        if cause.part != "mixed" and episode.event is not None and events.can_be(cause, episode.event.event):
            return episode.event.event, cause.text, ("event.of_episode",)
        return cause.event, cause.text, ("event.carried" if carried else "event.of_episode",)
    cause = choice.candidate.value
    if _answered(known, own.scene, cause) or long_before(known.report, own):
        return cause.event, cause.text, choice.reasons
    known_event = episode.event.event if episode.event is not None else ""
    if cause.part == "fire" and cause.event == "attack":
        cause = cause._replace(event="shooting")
    if cause.event == "war" and known_event in _OF_DAYS and _of_a_day(own, cause, episode):
        return known_event, cause.text, (*choice.reasons, REFINED)
    if (
        (cause.definite or _of_rockets(known, cause, episode))
        and cause.part == "weapon"
        and {cause.event, known_event} in ({"shelling", "missile"}, {"airstrike", "drone_strike"})
    ):
        return known_event, cause.text, (*choice.reasons, "event.refers_back")
    struck = taken_up(known.report, known.causes, cause, known_event)
    if struck is not None:
        return struck, cause.text, (*choice.reasons, "event.refers_back")
    if episode.event is not None and episode.event.part == "stored" and events.refines("explosion", cause.event):
        return known_event, cause.text, (*choice.reasons, "event.of_episode")
    if cause.part == "raid" and own.scene.casualty.group not in FORCES and _shot(known, own, known_event):
        return "shooting", cause.text, (*choice.reasons, REFINED)
    if cause.part == "outcome" and known_event in _BREAK_OUT:
        return known_event, cause.text, (*choice.reasons, "event.brought_about")
    if _of_drone(cause, episode) or _of_drone_before(known, cause):
        return "drone_strike", cause.text, (*choice.reasons, REFINED)
    before = _just_told(known, own, cause)
    if before is not None and not events.can_be(before, known_event):
        return before.event, cause.text, (*choice.reasons, "event.of_sentence_before")
    finer = episode.event is not None and events.sharper(cause, episode.event.event)
    if finer and not _of_several(known, own, cause, episode):
        return known_event, cause.text, (*choice.reasons, REFINED)
    return cause.event, cause.text, choice.reasons


def _one_deed(known: Known, own: Own, episode: Episode) -> bool:
    """«ثلاثة جرحى في عملية طعن. وقالت الشرطة إن الجرحى الثلاثة نقلوا», «توفي تحت التعذيب. وتسلمت الأسرة الجثة»: whether
    a harm is that of the stabbing, or one man's torture, which title or lead tell; how one died is no attack on others
    («قتل طعنا»), and those whose throats were cut were held («ذبحوا عشرة»)."""
    cause, casualty = episode.event, own.scene.casualty
    if cause is None or not episode.main or cause.sentence not in known.story.lead:
        return False
    if cause.part == "throat" or cause.text in _MANNER:
        return False
    if cause.event == "torture":
        return casualty.outcome == "killed" and casualty.count.low == 1
    return cause.event == "stabbing" and casualty.outcome in BODILY


def _of_several(known: Known, own: Own, cause: Cause, episode: Episode) -> bool:
    """Whether a cause is of several attacks, or of another than the report's, so that this is no finer kind of it."""
    told = episode.event.event if episode.event is not None else ""
    if known.beside and episode.event is not None and beside_harm(own.scene, episode.event, known.beside):
        return True
    if told == "drone_strike" and cause.event == "bombardment" and _goes_on(known.report, cause):
        return True
    if told in own.others or cause.part == "mixed" or (episode.mixed and cause.event == "bombardment"):
        return True
    if cause.part == "series" and events.in_places_apart(known.report, cause):
        return True  # «هجمات متفرقة»
    if events.broken_down(known.report, cause) or _another(known.report, cause):
        return True
    if cause.definite and cause.event in _GENERAL and _of_both(known, cause):
        return True
    hostile = cause.part in _ASSAULTS or cause.event == "shooting"
    if told in UNREST and own.scene.casualty.group in FORCES and hostile:
        return True  # «هجوم على دورية», «جندي برصاص مجهولين»: forces are not hurt by their own repression
    protests = told == "protest_repression"
    if _of_kinds(known, own, told) or (not protests and _of_weeks(known, own)):
        return True
    return protests and _no_protest(known, own, cause)


def _own_cause(known: Known, own: Own) -> Choice[Cause] | None:
    """The cause that a harm's own sentence tells, but for one behind it that is told of the other side's harm
    («24 شهيدا، في حين قتل 3 إسرائيليين إثر سقوط صواريخ»); of gas, where an attack is told to have borne it."""
    if own.cause is None:
        return None
    if own.cause.candidate.first not in known.theirs:
        gas = _gas(known, own.cause.candidate.value)
        return own.cause if gas is None else own.cause._replace(candidate=own.cause.candidate._replace(value=gas))
    return None if _OF_OTHERS in own.cause.reasons else own.cause


def _gas(known: Known, cause: Cause) -> Cause | None:
    """«استهداف المدينة ببرميل يحوي غازات سامة ألقته مروحية»: the gas told in one breath with what bore it, and of which
    no «بسبب» makes another attack."""
    if cause.event not in FIRE:
        return None
    told = (c for c in in_tokens(known.causes, cause.first - _BORNE, cause.last + _BORNE) if c.event == _GAS)
    return next((c for c in told if not _set_apart(known, c.first, cause.first)), None)


def _set_apart(known: Known, one: int, two: int) -> bool:
    report, first, last = known.report, min(one, two), max(one, two)
    apart = report.clauses_between(first, last) or report.within(first, last, "cause")
    return bool(apart) or report.sentence_at(first) != report.sentence_at(last)


def _by_unrest(own: Own, episode: Episode) -> bool:
    told = own.cause is not None and own.cause.candidate.value.event in UNREST
    return told or (episode.event is not None and episode.event.event in UNREST)


def _behind(own: Own) -> tuple[str, str | None, tuple[str, ...]]:
    """The cause that stands behind a harm, as it is told."""
    cause = own.cause.candidate.value if own.cause is not None else None
    if own.cause is None or cause is None or cause.event in UNREST or cause.first < own.scene.end:
        return "unspecified", None, ("event.led_to_unrest",)
    return cause.event, cause.text, (*own.cause.reasons, "event.led_to_unrest")


def _no_protest(known: Known, own: Own, cause: Cause) -> bool:
    """Whether an attack told of a report on protests is none on them: armed groups fought in it, or those whom the
    harm's own sentence says to have done it are no state's («أعيرة نارية أطلقها مجهولون على الحراس»)."""
    doers = agents.doers(own.scene, known.parts, victims(own.scene))
    others = bool(doers) and not any(relations.of_state(p.actor.id, known.registry) for p in doers)
    return others or _between_sides(known, cause)


def _between_sides(known: Known, cause: Cause) -> bool:
    """«اشتباكات بين الجيش وكتيبة كذا»: whether an armed group fights in a clash, which is none at a protest."""
    sides = in_tokens(known.report.document.actors, cause.last, cause.last + _SIDES)
    return cause.event == "armed_clash" and any(relations.armed_group(a.id, known.registry) for a in sides)


def _told_of_one(known: Known, own: Own, episode: Episode) -> bool:
    """«قتل خمسة مسلحين، أحدهم فجر نفسه»: whether the report's attack is told of one of the harmed by their sentence."""
    told = in_tokens(known.causes, own.scene.end, own.scene.near[1])
    one = [c for c in told if events.of_one(own.scene, c)]
    return bool(one) and episode.event is not None and episode.event.event in {c.event for c in one}


def _found_dead(known: Known, own: Own) -> bool:
    """«من جهة أخرى، عثر على جثتي شابين»: whether the dead were found, as a matter apart."""
    report, scene = known.report, own.scene
    first, _ = report.bounds(scene.start)
    if scene.casualty.outcome != "killed" or not report.within(first, first + _APART_REACH, "apart"):
        return False
    return any(t.form.startswith(_FOUND) for t in report.tokens[max(first, scene.start - _FOUND_REACH) : scene.end])


def _buried(known: Known, own: Own) -> bool:
    """«انفجار خلال تشييع مقاتلين قتلوا أمس»: whether an attack that is told of a funeral is not what killed those who
    were buried at it."""
    scene = own.scene
    first, _ = known.report.bounds(scene.start)
    return bool(in_tokens(known.causes, first, scene.casualty.first)) and mourned(scene)


def _shot(known: Known, own: Own, told: str) -> bool:
    """«أطلقت القوات النار على شاب وقتلته خلال اقتحام»: whether who is harmed in a raid is told to be shot, by the
    incident or the harm's own sentence."""
    told_here = in_tokens(known.causes, *known.report.bounds(own.scene.start)) if told != "shooting" else ()
    return told == "shooting" or any(c.event == "shooting" for c in told_here)


def _goes_on(report: Report, cause: Cause) -> bool:
    """«القصف الإسرائيلي المستمر»: whether fire is said to go on, by which no one drone's is meant."""
    return any(t.form in _LASTING for t in report.tokens[cause.last : cause.last + _LASTING_REACH])


def _another(report: Report, cause: Cause) -> bool:
    """«أصاب قصف منفصل مدرسة»: an attack that is said to be another than the report's."""
    return any(t.form in _SEPARATE for t in report.tokens[cause.last : cause.last + 1])


def _just_told(known: Known, own: Own, cause: Cause) -> Cause | None:
    """«وقصفت المليشيات القرية بقذائف الهاون. وتسبب القصف في سقوط قتلى»: the attack of the sentence before, in the same
    paragraph, that a general word takes up; else one of its own («قتل جندي بصاروخ ما رفع قتلى الهجوم إلى أربعة»)."""
    at, sentences = own.scene.sentence, known.report.document.sentences
    if cause.part in _SEVERAL or cause.added or not (cause.definite or _of_somebody(known.report, cause)):
        return None
    begin = max(sentences[at].first, cause.first - NEAR)
    here = in_tokens(known.causes, begin, cause.first) if cause.definite else ()
    fresh = not at or sentences[at - 1].paragraph != sentences[at].paragraph
    before = () if fresh else in_tokens(known.causes, sentences[at - 1].first, sentences[at - 1].last)
    told = here if any(events.can_be(cause, c.event) for c in here) else before
    told = [c for c in told if c.first not in known.theirs] if known.theirs else told
    kinds = {c.event for c in told if events.can_be(cause, c.event)}
    others = {c.event for c in told} - kinds - {cause.event, "attack", "war"}
    return next((c for c in told if c.event in kinds), None) if len(kinds) == 1 and not others else None


def _of_somebody(report: Report, cause: Cause) -> bool:
    """«قصف المليشيات»: whether an attack is definite by whose it is."""
    owners = in_tokens(report.document.actors, cause.last, cause.last + 1)
    return bool(owners) and not report.tokens[cause.last - 1].form.endswith(_INDEFINITE)


def _of_drone(cause: Cause, episode: Episode) -> bool:
    """«قتل ثلاثة في غارة لطائرة مسيرة. وقضى رابع في الغارة»: whether a raid is the drone's that the report tells of."""
    drone = episode.event is not None and episode.event.event == "drone_strike"
    return cause.event == "airstrike" and drone and episode.main and not _raids(cause)


def _of_drone_before(known: Known, cause: Cause) -> bool:
    """«قتل قيادي في غارة لطائرة بدون طيار. وقال إن الغارة دمرت سيارة»: whether the raid that one with the article goes
    back to, told not long before it, is a drone's."""
    if cause.event != "airstrike" or not cause.definite or _raids(cause):
        return False
    told = in_tokens(known.causes, cause.first - _TOLD, cause.first)
    raids = [c.event for c in told if not c.definite and c.event in ("airstrike", "drone_strike")]
    return raids[-1:] == ["drone_strike"]


def _of_rockets(known: Known, cause: Cause, episode: Episode) -> bool:
    """«سقطت قذائف صاروخية. وقال إن قذيفة سقطت على مدرسة»: whether a shell is one of the rockets told of, by the
    incident or not long before."""
    if episode.event is None or episode.event.event != "missile" or cause.text.removeprefix("ب") not in _SHELLS:
        return False
    before = in_tokens(known.causes, cause.first - _TOLD, cause.first)
    told = (episode.event, *(c for c in before if c.event == "missile"))
    return any(c.text.removeprefix(_THE).startswith(_SHELLS) for c in told)


def _raids(cause: Cause) -> bool:
    """«غارات»: more than one, of which some may be of another kind."""
    return cause.text.split(None, 1)[0].endswith("ات")


def _answered(known: Known, scene: Scene, cause: Cause) -> bool:
    """«ضربة جاءت ردا على هجوم أوقع قتلى»: the attack that another answers is not what the report tells of."""
    return 0 < answer_in(known, scene) <= cause.first + 1 and not scene.after(cause)


def answer_in(known: Known, scene: Scene) -> int:
    """Where «ردا على» ends before a harm, which is told of the attack that is answered; 0 where it does not stand."""
    before = bisect_right(known.answers, scene.start)
    if not before:
        return 0
    first, _ = scene.report.bounds(scene.start)
    return known.answers[before - 1] if known.answers[before - 1] > first else 0


def _of_both(known: Known, cause: Cause) -> bool:
    """«شنت غارات، كما قصفت بالمدفعية القرية، وأوقع القصف قتلى»: whether a general word takes up fire from the air and
    from the ground that its sentence tells before it."""
    begin, _ = known.report.bounds(cause.first)
    kinds = {c.event for c in in_tokens(known.causes, begin, cause.first)}
    return not kinds.isdisjoint(events.AIR) and not kinds.isdisjoint(events.GROUND)


def _of_weeks(known: Known, own: Own) -> bool:
    """Whether a harm's own sentence counts it over a week or more, or «خلال أربعة أيام», or goes on from one that
    does."""
    when = own.when or known.story.periods.get(own.scene.sentence)
    if when is None or when.start is None or when.end is None:
        return False
    return (when.end - when.start).days >= (1 if when.kind == "duration" else _WEEK)


def _in_weeks(known: Known, own: Own, episode: Episode) -> bool:
    """Whether a harm is counted over a week or more, by its own words or those of its incident."""
    when = episode.time if own.when is None else None
    long = (
        when is not None and when.start is not None and when.end is not None and (when.end - when.start).days >= _WEEK
    )
    return long or _of_weeks(known, own)


def _of_days(own: Own) -> bool:
    """«قتل 157 مدنيا بين 17 و19 تموز»: whether a harm's own sentence counts many over several days, which no one attack
    told elsewhere killed."""
    when, low = own.when, own.scene.casualty.count.low or 0
    days = (when.end - when.start).days if when is not None and when.start and when.end else 0
    return days >= 1 and when is not None and when.kind != "until" and low >= _MANY


def _of_kinds(known: Known, own: Own, event: str) -> bool:
    """«لقي ستة مصرعهم في حوادث أمنية متفرقة»: whether a harm is told of incidents apart, right behind it or before, and
    the report tells of more than one kind."""
    scene = own.scene
    if "scattered" not in known.report.parts or scene.casualty.count.low == 1:
        return False
    low, high = max(scene.near[0], scene.start - _SCATTERED_REACH), min(scene.near[1], scene.end + _SCATTERED_REACH)
    words = scene.report.within(low, high, "scattered")
    gaps = ((scene.end, w.first) if w.first >= scene.end else (w.last, scene.start) for w in words)
    told = any(not scene.report.clauses_between(*gap) for gap in gaps)
    others = (o.cause.candidate.value for o in known.own[:_TOLD] if o.cause and o.scene.casualty.outcome in BODILY)
    return told and any(events.apart(c.event, event) for c in others)


def _of_a_day(own: Own, cause: Cause, episode: Episode) -> bool:
    """«عشرة قتلى في عدوان على المدينة»: a toll of a day, or a small one that is told of none, is not a whole war's, but
    where it is counted since that began («منذ بدء العمليات العسكرية في 3 مايو»)."""
    if cause.part == "outbreak" or own.scene.report.before(cause.first, "cumulative", 1) is not None:
        return False
    when = own.when or episode.time
    told = when is not None and when.start == when.end
    return told and (own.when is not None or slight(own.scene.casualty))
