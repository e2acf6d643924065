"""What does the report claim? Every harm with its cause, doers, place, time, source and status."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawthiq.language import Language
from tawthiq.language.lists import words
from tawthiq.language.scan import Scan
from tawthiq.model import (
    Aside,
    Casualty,
    Claim,
    ClaimPlace,
    ClaimSource,
    ClaimTime,
    Date,
    Document,
    Place,
    Speaker,
    claim_id,
)
from tawthiq.stages.claims import events, happened, times
from tawthiq.stages.claims.agents import COURT
from tawthiq.stages.claims.announced_day import announced
from tawthiq.stages.claims.asides import of_raised, of_raising
from tawthiq.stages.claims.captors import held_by
from tawthiq.stages.claims.choose import Choice
from tawthiq.stages.claims.deeds import doers_of, named
from tawthiq.stages.claims.disowned import disowned
from tawthiq.stages.claims.episodes import departed
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.gone_on import ELSEWHERE, gone_on
from tawthiq.stages.claims.kinds import (
    BLOWN_UP,
    BY_WHOM,
    OF_CAPTORS,
    OF_CHARGE,
    OF_FORCES,
    OWN_EVENTS,
    RESPONSIBLE,
    by_whom,
    event_of,
)
from tawthiq.stages.claims.known import Known, known_of
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.narrowed import narrowed
from tawthiq.stages.claims.outbreak import of_phase, since_outbreak
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.relations import armed_group, of_state
from tawthiq.stages.claims.restated import placed
from tawthiq.stages.claims.retold import retold
from tawthiq.stages.claims.scene import ARMED, Scene, in_tokens, report_of
from tawthiq.stages.claims.sole import accused, sole_doer
from tawthiq.stages.claims.status import PART_DENIED, carried_out, status, unmade
from tawthiq.stages.claims.sums import halved, summed
from tawthiq.stages.claims.totals import (
    beside,
    cumulative,
    headed,
    inherited,
    laid_out,
    of_attacks,
    of_bulletin,
    of_period,
    over_places,
    told_apart,
)
from tawthiq.stages.claims.towns import over_mines, over_towns
from tawthiq.stages.claims.undated import undated
from tawthiq.stages.claims.whereabouts import Toll, where_of

_HOLDING = frozenset({"harm.detained.asr", "harm.detained.ihtajaza", "harm.detained.iqtada", "harm.detained.iqtiyad"})
_OF_OTHERS = frozenset({OF_CAPTORS, OF_CHARGE})  # whose doers are not the report's main side
_UNKNOWN = frozenset({"hypothetical", "feared"})
_MANY = frozenset({"hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
_LARGE, _LAST_MONTH, _ONE = 20, "الشهر الماضي", "عملية"
_SETTLERS = "other:Israeli settlers"
_WEEK, _DAYS, _MONTHS = 6, 21, 60
_WHOSE = 5  # from «هجمات» over «نفذتها» to whose they are
_BEHIND = 2  # «أربعة من حراس السجن رهائن»
_HOSTAGES = words("hostages")
_UNSAID = frozenset({"attack", "unspecified"})
_WEAPONS = frozenset({"airstrike", "shelling", "missile", "barrel_bomb", "bombardment"})
_YEAR, _MURDER, _MEANT = "dates.year", "اغتيال", {"blow": "bombardment", "fire": "shooting"}  # «بنيران»
_MASSACRES = ("مجزرة", "مجازر", "المجزرة", "المجازر", "مذبحة", "مذابح", "المذبحة", "المذابح")
_THOUSAND, _THOUSANDS, _CARRIER = 1000, 5000, "event.carrier"
_WARFARE = frozenset({"armed_clash", "bombardment", "airstrike", "shelling", "missile", "ground_attack", "siege"})
_OF_WARS = frozenset({"attack", "armed_clash", "bombardment", "unspecified", "airstrike", "shelling", "siege"})


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `claims`."""
    report = report_of(document, scan)
    known = known_of(report, language)
    reasons = disowned(known)
    read = [_claim(known, own, i) for i, own in enumerate(known.own) if reasons[i] is None]
    told = summed(document, [c for c in read if c.status == "asserted" or not unmade(c)])
    titles = [s.span.end for s in document.sentences if s.part == "title"] or [0]
    claims = laid_out(inherited(headed(beside(told), max(titles))))
    claims = halved(announced(gone_on(retold(placed(claims, document.text[: titles[0]]), known), known), known))
    ids = {c.id: c for c in claims}
    left = [(known.own[i].scene.casualty.span, reason) for i, reason in enumerate(reasons) if reason is not None]
    aside = (Aside(span, document.text[span.start : span.end], "claims", reason) for span, reason in left)
    return replace(document, claims=tuple([_whole(c, ids) for c in claims]), aside=(*document.aside, *aside))


def _whole(claim: Claim, ids: Mapping[str, Claim]) -> Claim:
    """The claim, part of nothing where what it was part of is no claim; who is one of the abducted is abducted."""
    if claim.part_of is None:
        return claim
    whole = ids.get(claim.part_of)
    if whole is not None and whole.outcome == "abducted" and claim.outcome == "detained":
        return replace(
            claim, outcome=whole.outcome, event=whole.event, actors=whole.actors, actors_text=whole.actors_text
        )
    return claim if whole is not None else replace(claim, part_of=None)


def _claim(known: Known, own: Own, index: int) -> Claim:
    document, scene, casualty = known.report.document, own.scene, own.scene.casualty
    told = known.story.at(casualty.sentence)
    time = own.time if own.time is not None and happened.holds(scene, own.time, told.time) else None
    own_time = time.candidate.value if time else None
    compared = casualty.first in known.past
    episode = Episode() if compared else departed(told, own.where, own_time)
    if episode is not told and episode.time is None and not (compared or _background(known, scene)):
        episode = replace(episode, time=told.time)
    event, event_text, event_why = event_of(known, own, episode)
    period = known.story.periods.get(casualty.sentence) if time is None else None
    when = time.candidate.value if time else period or _told_day(known, scene, episode, (event, event_why))
    here = time is not None and time.candidate.sentence == casualty.sentence
    toll = _of_war(known, own, when, event) and (not here or cumulative(scene, when, event) or _monthly(own, when))
    if toll and event != "war":
        event = _of_weeks(known, own, when, episode)
    dated = _of_campaign(known, scene, time, when)
    campaign, when = dated is not None and dated is not when, dated
    moved = casualty.outcome == "displaced"
    phase = of_phase(known, own)
    if phase:
        when = when if here and when is not None and when.start != when.end else None
    elif event == "war" and not (here and moved):
        when = _over_war(known, when, here or moved)
    summed = cumulative(scene, when, event) or (when is not None and when is period and when.start != when.end)
    waged = _waged(own, episode, "war" if toll else event, event_why)
    spread = told_apart(scene) or (own.cause is not None and (over_towns(own) or over_mines(own)))
    where = where_of(known, own, episode, Toll("attack" if phase else event, own.when or period, summed or spread))
    told_of = named(episode) if summed else episode
    doers = _apart(known, scene, event_why, doers_of(known, scene, told_of, waged, where))
    if event == "war" and doers and all(p.actor.id == _SETTLERS for p in doers):
        event = _named(known, own)  # settlers attack and wage no war
    doers = doers or _of_one(known, scene, (event if toll else waged, event), event_why, when)
    if event in BY_WHOM:
        event, event_why = by_whom(known, own, (event, event_why), doers)
    outcome = _outcome(known, casualty, doers)
    event = event if outcome == casualty.outcome else OWN_EVENTS[outcome]
    what, status_why = status(scene)
    if casualty.sentence in known.doubted and what == "asserted":
        what = "unconfirmed"
    speaker = _speaker(known, casualty)
    tallied = campaign and (casualty.count.low or 0) >= _LARGE and casualty.outcome != "besieged"
    whole = (
        tallied or summed or spread or of_attacks(own) or of_period(told, own, when, where)
        or (what != "planned" and over_places(known.story, own, where)) or of_bulletin(known.story, own, when)
    )  # fmt: skip
    because = (
        *casualty.because, *event_why, *_named_by(doers, casualty.sentence), *_reasons(own.place), *_reasons(time),
        *(speaker.because if speaker is not None else ()), *status_why,
    )  # fmt: skip
    return Claim(
        id=claim_id(index), span=casualty.span, quote=document.text[casualty.span.start : casualty.span.end],
        outcome=outcome, count=casualty.count, group=casualty.group, group_text=casualty.group_text, event=event,
        part_of=None if casualty.part_of is None else claim_id(casualty.part_of), event_text=event_text,
        cumulative=whole and what not in _UNKNOWN and not casualty.count.low == casualty.count.high == 1,
        place=_claim_place(where), time=_claim_time(when if whole else narrowed(known, scene, when, event)),
        actors=tuple([p.actor.id for p in doers]), actors_text=tuple([p.actor.text for p in doers]),
        source=None if PART_DENIED in status_why else _source(speaker), status=what, because=because,
    )  # fmt: skip


def _of_one(known: Known, scene: Scene, waged: Sequence[str], why: Sequence[str], at: Date | None) -> tuple[Part, ...]:
    """Who alone attacks so, or stands accused, where a harm, by its doers' event and its own, is laid to nobody."""
    old = times.long_past(known.report, at)
    side = () if old or not _OF_OTHERS.isdisjoint(why) else sole_doer(known, scene, waged[0])
    return side or accused(known, scene, waged[1], old)


def _told_day(known: Known, scene: Scene, episode: Episode, event: tuple[str, Sequence[str]]) -> Date | None:
    """The day of a harm's episode, unless it is dated too loosely for any, or is what a sentence is for."""
    if episode.time is None:
        return None
    part = scene.casualty.part_of
    loose = known.report.loose and (undated(scene) or (part is not None and undated(known.own[part].scene)))
    hours = episode.time.precision == "hour" and "rise" in known.report.parts
    loose = loose or (hours and of_raising(scene, episode.time))
    return None if loose or _of_crime(known, *event) else episode.time


def _of_campaign(known: Known, scene: Scene, time: Choice[Date] | None, when: Date | None) -> Date | None:
    """When a harm was done: of one that only is said, over the campaign that it is told of; not over the open period
    of a toll which it raises."""
    if time is None and when is not None and of_raised(scene, when):
        return None
    over = known.campaign is not None and scene.casualty.outcome in OWN_EVENTS and _only_said(known, time, when)
    return known.campaign if over else when


def _apart(known: Known, scene: Scene, why: Sequence[str], doers: tuple[Part, ...]) -> tuple[Part, ...]:
    """The doers, but of the freed those who held them, and of what somebody is sentenced for never the state that
    carries out the sentence."""
    if OF_CAPTORS in why:
        return held_by(known, scene)
    return tuple([p for p in doers if not of_state(p.actor.id, known.registry)]) if OF_CHARGE in why else doers


def _waged(own: Own, episode: Episode, event: str, why: Sequence[str]) -> str:
    """The event whose doers a harm has: who hurt forces at a protest fought them; what is counted since an attack broke
    out is that attack's; who is the subject of a harm's verb did it by whatever means that verb implies («نسفوا»)."""
    if event == "bombing" and not BLOWN_UP.isdisjoint(why):
        return "unspecified"
    if since_outbreak(own) and episode.event is not None:
        return episode.event.event
    return "armed_clash" if OF_FORCES in why and event != "war" else event


def _outcome(known: Known, casualty: Casualty, doers: Sequence[Part]) -> str:
    """People whom an armed group holds are abducted, unless they fight («أسرت الحركة ثمانية مدنيين»); so are hostages,
    whoever holds them («احتجز أربعة من الحراس رهائن»)."""
    if casualty.outcome == "detained" and _hostages(known, casualty):
        return "abducted"
    held = casualty.outcome == "detained" and _HOLDING.intersection(casualty.because)
    if not held or not doers or casualty.group in ARMED:
        return casualty.outcome
    return "abducted" if all(armed_group(part.actor.id, known.registry) for part in doers) else "detained"


def _of_crime(known: Known, event: str, why: Sequence[str]) -> bool:
    """«نفذ حكم القتل أمس في الجاني، وكان قتل جاره»: whether a harm is what a sentence is for that the report begins
    with, and so no more recent than its trial, or what somebody is said to be responsible for («مسؤول عن مقتل 300»)."""
    first, main = known.own[0], known.story.main
    if RESPONSIBLE in why:
        return True
    if event == "execution" or main.event is None or main.event.event != "execution":
        return False
    if first.cause is None or first.cause.candidate.value.event != "execution":
        return False
    ruled = status(first.scene)[0] == "planned" or carried_out(first.scene)
    return ruled and COURT in known.by_actor and not times.long_past(known.report, main.time)


def _hostages(known: Known, casualty: Casualty) -> bool:
    forms = (t.form for t in known.report.tokens[casualty.first : casualty.last + _BEHIND])
    return any(form.removeprefix("ك").removeprefix("ال") in _HOSTAGES for form in forms)


def _background(known: Known, scene: Scene) -> bool:
    first, _ = scene.near
    return bool(known.report.within(first, scene.end, "background"))


def _over_war(known: Known, when: Date | None, told: bool) -> Date | None:
    """When a war's harm was done: since it began, where that is known, else when it is told to have been, but on no
    single day that is only told of another harm (not `told`). A month or year of its own is when it was («قتل 412 الشهر
    الماضي»)."""
    one_day = when is not None and when.start == when.end
    monthly = when is not None and told and _is_whole(when) and not one_day
    if when is not None and (when.kind != "point" or (monthly and not times.of_speech(known.report, when))):
        return when
    return known.since or (None if one_day and not told else when)


def _is_whole(when: Date) -> bool:
    """«الشهر الماضي», «عام 2019»; «العام الماضي» may only be compared with."""
    return when.precision == "month" or (when.precision == "year" and _YEAR in when.because)


def _monthly(own: Own, when: Date | None) -> bool:
    """«مقتل 300 مدني في شهر مارس جراء أعمال العنف»: a figure of a month by its name, and of no attack in it («في
    هجوم الشهر الماضي»)."""
    if when is None or when.precision != "month" or (when.kind == "point" and _LAST_MONTH in when.text):
        return False
    cause = own.cause.candidate.value if own.cause is not None else None
    several = cause is None or (cause.part in ("strife", "series") and _ONE not in cause.text)
    return several and (own.scene.casualty.count.low or 0) >= _LARGE


def _only_said(known: Known, time: Choice[Date] | None, when: Date | None) -> bool:
    """Whether nothing but the day of a statement dates a harm."""
    return when is None or (time is None and times.of_speech(known.report, when))


def _of_war(known: Known, own: Own, when: Date | None, event: str) -> bool:
    """A toll of a week whose sentence names no kind of attack is the war's; so is one of hundreds over months."""
    count = own.scene.casualty.count
    if when is None or when.start is None or when.end is None or (count.low or 0) == 1 or count.vague == "some":
        return False
    many = (count.low or 0) >= 300 or count.vague in _MANY
    days = (when.end - when.start).days
    if when.kind == "point" and when.precision in ("season", "year"):
        return event == "unspecified" and many and days > _MONTHS
    cause = _named(known, own)
    named = own.time is None and days <= _DAYS and events.refines("attack", event) and event not in _OF_WARS
    one = own.cause is not None and own.cause.candidate.value.part == "ambush"
    unsaid = cause in _UNSAID and not named and not one
    if own.scene.casualty.outcome in OWN_EVENTS:
        return False
    told = own.cause is not None and cause in _WEAPONS  # «منذ نيسان لقصف جوي أودى بحياة 860»
    waged = many and not told and days > _MONTHS and when.kind == "since" and event in _OF_WARS
    return (unsaid and days >= _WEEK) or waged


def _named(known: Known, own: Own) -> str:
    """The event that a harm's own sentence names, or the one that it goes on from."""
    if own.cause is not None:
        cause = own.cause.candidate.value
        return _MEANT.get(cause.part, cause.event) if cause.event in ("attack", "bombardment") else cause.event
    carried = known.story.causes.get(own.scene.sentence)
    return carried.event if carried is not None else "unspecified"


def _of_weeks(known: Known, own: Own, when: Date | None, episode: Episode) -> str:
    """What a toll of weeks is of: a war that the report names, or attacks of a war that go on since a day or are
    counted by the civilians that they killed, as monitors do month by month; else what its own sentence says."""
    named = _named(known, own)
    cause = own.cause.candidate.value if own.cause is not None else None
    murder = cause is not None and _MURDER in cause.text
    if named == "attack" and cause is not None and (murder or _of_somebody(known, cause) or _carrying(own)):
        return named
    if any(c.event == "war" for c in known.causes):
        return "war"
    if episode.weeks is not None and named == "unspecified":
        return named  # a list of violations is of no war
    told = cause or known.story.causes.get(own.scene.sentence) or episode.event
    if told is not None and told.event == "attack" and told.text.startswith(_MASSACRES) and not _thousands(own):
        return "attack"
    attacks = episode.event.event if episode.event is not None and named == "unspecified" else named
    if told is None and any(c.event not in _OF_WARS for c in known.causes):
        return named  # what mines, shots and torture did in the month is told of parts of it
    strife = cause is not None and cause.part == "strife" and _monthly(own, when)  # «أعمال عنف خلال الشهر الماضي»
    long = strife or (when is not None and (when.kind == "since" or own.scene.casualty.group == "civilian"))
    fought = strife or any(c.event in _WARFARE for c in known.causes) or (own.scene.casualty.count.low or 0) > _THOUSAND
    return "war" if long and fought and attacks in _OF_WARS else named  # «قتل 91 خلال آب على يد جهات مجهولة»


def _of_somebody(known: Known, cause: Cause) -> bool:
    """«في 16 هجوما», «في هجمات للتنظيم منذ مطلع العام»: attacks that are counted, or told of whose they are."""
    whose = in_tokens(known.report.document.actors, cause.first, cause.last + _WHOSE)
    return events.numbered(known.report, cause) or (cause.part == "series" and bool(whose))


def _carrying(own: Own) -> bool:
    """«الهجمات التي أسفرت عن مقتل 800»: whether attacks are told to have brought about a toll that is no war's."""
    count, choice = own.scene.casualty.count, own.cause
    slight = (count.low or 0) < _THOUSAND and count.vague not in _MANY
    return slight and choice is not None and _CARRIER in choice.reasons


def _thousands(own: Own) -> bool:
    count = own.scene.casualty.count
    return (count.low or 0) >= _THOUSANDS or count.vague in _MANY


def _source(speaker: Speaker | None) -> ClaimSource | None:
    if speaker is None:
        return None
    return ClaimSource(speaker.text, speaker.role, speaker.kind, speaker.id, speaker.via, speaker.quoted)


def _speaker(known: Known, part: Casualty) -> Speaker | None:
    """Who says it; of a part told before its whole the one who tells of the whole."""
    if part.part_of is None:
        return known.speakers.get(part.first)
    return known.speakers.get(max(part.first, known.own[part.part_of].scene.casualty.first))


def _named_by(doers: Sequence[Part], sentence: int) -> tuple[str, ...]:
    """What made each of the doers one: the entry of its name, what is said of it, whether another sentence says so."""
    because: dict[str, None] = {}
    for part in doers:
        because |= dict.fromkeys(part.actor.because + part.reasons)
        if part.sentence != sentence:
            because[ELSEWHERE] = None
    return tuple(because)


def _reasons(choice: Choice[Place] | Choice[Date] | None) -> tuple[str, ...]:
    return choice.reasons if choice else ()


def _claim_place(place: Place | None) -> ClaimPlace | None:
    if place is None:
        return None
    return ClaimPlace(place.text, place.name, place.admin1, place.country, place.lat, place.lon, place.level, place.id)


def _claim_time(date: Date | None) -> ClaimTime | None:
    if date is None or date.start is None or date.end is None:
        return None
    return ClaimTime(date.start.isoformat(), date.end.isoformat(), date.text, date.precision)
