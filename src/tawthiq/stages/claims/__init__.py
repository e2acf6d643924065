"""What does the report claim? Every harm with its cause, doers, place, time, source and status."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from tawthiq.language import Language
from tawthiq.language.entries import HarmWord
from tawthiq.language.registry import ActorInfo
from tawthiq.language.scan import Scan
from tawthiq.model import (
    Casualty,
    Claim,
    ClaimPlace,
    ClaimSource,
    ClaimTime,
    Date,
    Document,
    Place,
)
from tawthiq.speech import speaker_at
from tawthiq.stages.claims import agents, events, places, times
from tawthiq.stages.claims.choose import Choice, choose
from tawthiq.stages.claims.memory import Episode, departs, main_episode
from tawthiq.stages.claims.scene import Report, Scene, report_of, scene_of
from tawthiq.stages.claims.status import cumulative, doubted, status

_MANY = frozenset({"hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
_OF_WARS = frozenset({"attack", "armed_clash", "bombardment", "unspecified", "airstrike", "siege"})
_BOMBS = frozenset({"suicide_bombing", "bombing", "explosion", "landmine", "accident"})
_AT_PROTESTS = frozenset({"shooting", "armed_clash", "unspecified", "attack", "execution", "arrest"})
_BY_OUTCOME = {"detained": "arrest", "abducted": "abduction", "besieged": "siege"}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is worked out once a report."""

    report: Report
    causes: tuple[events.Cause, ...]
    parts: tuple[agents.Part, ...]
    main: Episode
    doubted: frozenset[int]
    places: list[tuple[int, Place]]
    registry: Mapping[str, ActorInfo]


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `claims`."""
    report = report_of(document, scan)
    causes, parts = events.causes(report), agents.parts(report)
    known = _Known(
        report,
        causes,
        parts,
        main_episode(report, causes, parts, language.actors),
        doubted(report),
        places.usable_places(report),
        language.actors,
    )
    claims: list[Claim] = []
    episode, paragraph = known.main, -1
    for index, casualty in enumerate(document.casualties):
        scene = scene_of(report, casualty)
        sentence = document.sentences[casualty.sentence]
        if sentence.paragraph != paragraph:
            episode, paragraph = known.main, sentence.paragraph
        claim, episode = _claim(known, scene, episode, index)
        claims.append(claim)
    return replace(document, claims=tuple(claims))


def _claim(known: _Known, scene: Scene, episode: Episode, index: int) -> tuple[Claim, Episode]:
    document, casualty = known.report.document, scene.casualty
    place = choose(scene, places.candidates(scene, known.places), places.FEATURES)
    time = choose(scene, times.candidates(scene), times.FEATURES, 0.6 if known.main.time else 0.0)
    own_place = places.finest(place.candidate.value, scene.sentence, known.places) if place else None
    own_time = time.candidate.value if time else None
    if departs(own_place, own_time, known.main):
        background = known.report.within(document.sentences[casualty.sentence].first, scene.end, "background")
        doers = agents.at_place(known.parts, own_place, known.places, known.registry)
        episode = Episode(None, own_place, own_time or (None if background else known.main.time), doers)
    event, event_text, event_why = _event(known, scene, episode)
    where = _where(own_place, episode, event)
    when = _when(time, episode)
    if _of_war(casualty, when, event):
        event = "war"
    if event == "war" and (when is None or when.kind == "point"):
        when = _war_period(document) or when
    if event == "war" and (own_place is None or own_place.level not in ("province", "region", "district")):
        where = _country(known, own_place or where)
    doers = _doers(known, scene, episode, event, where.country if where else None)
    what, status_why = status(scene)
    if casualty.sentence in known.doubted and what == "asserted":
        what = "unconfirmed"
    source = _source(known.report, scene)
    text = document.text[casualty.span.start : casualty.span.end]
    because = (*casualty.because, *event_why, *_reasons(place), *_reasons(time), *status_why)
    claim = Claim(
        id=f"c{index + 1}", span=casualty.span, quote=text, outcome=casualty.outcome, count=casualty.count,
        group=casualty.group, group_text=casualty.group_text,
        part_of=None if casualty.part_of is None else f"c{casualty.part_of + 1}",
        cumulative=cumulative(scene, when, event), event=event, event_text=event_text,
        actors=tuple(p.actor.id for p in doers), actors_text=tuple(p.actor.text for p in doers),
        place=_claim_place(where), time=_claim_time(when), source=source, status=what, because=because,
    )  # fmt: skip
    return claim, episode


def _event(known: _Known, scene: Scene, episode: Episode) -> tuple[str, str | None, tuple[str, ...]]:
    casualty = scene.casualty
    if casualty.outcome in _BY_OUTCOME:
        return _BY_OUTCOME[casualty.outcome], None, (f"event.of_{casualty.outcome}",)
    for hit in known.report.scan.hits("harm"):
        word = cast(HarmWord, hit.entry)
        if word.event and hit.first == casualty.harm[0]:
            return word.event, None, (hit.entry.id,)
    event, text, why = _caused(known, scene, episode)
    if casualty.group == "protester" and event in _AT_PROTESTS:
        return "protest_repression", text, (*why, "event.of_protesters")
    if event == "attack" and casualty.group in ("soldier", "police"):
        return "ground_attack", text, (*why, "event.on_forces")
    return event, text, why


def _caused(known: _Known, scene: Scene, episode: Episode) -> tuple[str, str | None, tuple[str, ...]]:
    choice = choose(scene, events.candidates(scene, known.causes), events.FEATURES)
    if choice is None:
        cause = episode.event
        if cause is None:
            return "unspecified", None, ()
        return cause.event, cause.text, ("event.of_episode",)
    cause = choice.candidate.value
    known_event = episode.event.event if episode.event is not None else ""
    if (
        cause.definite
        and cause.part == "weapon"
        and {cause.event, known_event} in ({"shelling", "missile"}, {"airstrike", "drone_strike"})
    ):
        return known_event, cause.text, (*choice.reasons, "event.refers_back")
    if episode.event is not None and events.refines(cause.event, episode.event.event):
        return episode.event.event, cause.text, (*choice.reasons, "event.refined_by_episode")
    return cause.event, cause.text, choice.reasons


def _where(own: Place | None, episode: Episode, event: str) -> Place | None:
    if own is None:
        return episode.place
    if episode.place is not None and event != "war" and places.holds(own, episode.place):
        return episode.place
    return own


def _when(choice: Choice[Date] | None, episode: Episode) -> Date | None:
    return choice.candidate.value if choice else episode.time


def _of_war(casualty: Casualty, when: Date | None, event: str) -> bool:
    """A toll of hundreds over months is the war's, whatever event word stands nearest."""
    long = when is not None and when.kind == "since" and when.start and when.end and (when.end - when.start).days > 60
    many = (casualty.count.low or 0) >= 300 or casualty.count.vague in _MANY
    return bool(long and many and event in _OF_WARS)


def _war_period(document: Document) -> Date | None:
    """The open period of months that the report gives anywhere («منذ اندلاع الحرب في 15 أبريل»)."""
    return next(
        (d for d in document.dates if d.kind == "since" and d.start and d.end and (d.end - d.start).days > 60), None
    )


def _country(known: _Known, place: Place | None) -> Place | None:
    """The mention of the country that a place lies in, or the place itself where there is none."""
    wide = (p for _, p in known.places if place is not None and p.level == "country" and p.country == place.country)
    return next(wide, place)


def _doers(known: _Known, scene: Scene, episode: Episode, event: str, country: str | None) -> tuple[agents.Part, ...]:
    registry = known.registry
    here = [p for p in agents.doers(scene, known.parts) if events.akin(event, p.event)]
    own = agents.victims(scene)
    if event == "armed_clash" and len(here) != 1:
        both = agents.sides(scene, known.parts, registry)
        if both:
            return tuple(both)
    main = [p for p in episode.doers if p.actor.id not in own]
    if event in _BOMBS:
        here, main = ([p for p in pool if not _only_near(p, event, registry)] for pool in (here, main))
    if scene.casualty.outcome == "displaced" or event == "war":
        main = []
    if event == "war" and not here:
        here = agents.sides(scene, [p for p in known.parts if p.sentence == scene.sentence], registry)
        return tuple(here)
    if here and any(agents.opposed(here[0].actor.id, p.actor.id, registry) for p in main):
        main = []
    if not here and not main and event == "protest_repression":
        main = agents.state_of(country, known.parts, registry)
    if not here and not main and own and event not in _BOMBS:
        main = agents.enemies(own, known.parts, registry)
    return agents.allied([*here, *main], registry)


def _only_near(part: agents.Part, event: str, registry: Mapping[str, ActorInfo]) -> bool:
    """A state's forces that merely act near a bombing (they cordon, they chase) are not its doers."""
    said = {"actors.accused", "actors.claims_it", "actors.denies", "actors.admits"} & set(part.reasons)
    named = "actors.with_event" in part.reasons and event in ("explosion", "landmine")
    near = set(part.reasons) <= {"actors.then_attacks", "actors.agent_word"} or (part.event not in _BOMBS and not named)
    return agents.of_state(part.actor.id, registry) and not said and near


def _source(report: Report, scene: Scene) -> ClaimSource | None:
    speaker = speaker_at(report.document, scene.casualty.first)
    if speaker is None:
        return None
    return ClaimSource(speaker.text, speaker.role, speaker.kind, speaker.id, speaker.via, speaker.quoted)


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
