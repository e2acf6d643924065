"""What is worked out once a report, so that each of its claims costs no more than its own surroundings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tawthiq.language import Language
from tawthiq.language.entries import PlaceWord
from tawthiq.language.gazetteer.index import Gazetteer
from tawthiq.language.registry import ActorInfo
from tawthiq.language.scan import PART
from tawthiq.model import Date, Place, Speaker
from tawthiq.speech import speakers_by_token
from tawthiq.stages.claims import agents, events, holding
from tawthiq.stages.claims.agents import STRONG, Part
from tawthiq.stages.claims.bombers import of_bombers
from tawthiq.stages.claims.compared import compared
from tawthiq.stages.claims.episodes import Story, story_of
from tawthiq.stages.claims.facing import facing
from tawthiq.stages.claims.guilty import Guilty, guilty
from tawthiq.stages.claims.items import announced
from tawthiq.stages.claims.laid import laid
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.marks import Found, marks_of
from tawthiq.stages.claims.meanwhile import told_beside
from tawthiq.stages.claims.own import Own, chosen, completed
from tawthiq.stages.claims.part import PRIVATE, SEIZES
from tawthiq.stages.claims.parties import by_parties
from tawthiq.stages.claims.prominence import Prominence, lead_of, prominence_of
from tawthiq.stages.claims.repelled import Repelled, repelled
from tawthiq.stages.claims.scene import LOOSE, Report
from tawthiq.stages.claims.scuffles import YOUTHS, scuffles
from tawthiq.stages.claims.slain import holders, slayers
from tawthiq.stages.claims.status import doubted
from tawthiq.stages.claims.subheads import told_below
from tawthiq.stages.claims.theirs import of_theirs
from tawthiq.stages.claims.unclaimed import claimed_elsewhere, those_in_general
from tawthiq.stages.claims.usable import usable_places
from tawthiq.stages.claims.violator import violator_of

_LONG_PERIOD, _WEEK = 60, 6
_LEAD = 5
_PARTED = "PS"
_MACHINES, _ADJECTIVES = ("vehicle", "aircraft"), 2
_WRECKED = frozenset({"destroyed", "damaged"})


@dataclass(frozen=True, slots=True)
class Known:
    """The report's marks in order and by what is asked of them.

    `own` is what the sentence of each harm says of it, `places` each place below a country once, the widest first,
    `demonyms` the report's first word for each country's people («السورية»), `by_actor` are the mentions of each actor,
    `since` an open period of more than a week («منذ بدء الحرب»),
    `campaign` one that title or lead tell, `answers` where each «ردا على» ends, `arresting` the
    sentences that tell of arrests and of no other harm, `slayers` where those are named who only killed the attackers,
    `holders` who only hold somebody,
    `unclaimed` that nobody is said to have claimed its attack, and somebody another, `by_people` that people of no
    side are among the doers, `seizing` that some are told only to seize somebody,
    `repelled` the attacks that were beaten off, by sentence, `past` the tokens of attacks told only to compare,
    `told_at` each sentence with the first token of a place that it gives a figure of the harmed,
    `by_hand` that a stabbing or ramming is told of, `violator` the side whose violations the report lists, `gunners`
    whom it names for fire from the ground, `theirs` where attacks are told that struck the other side, or the
    attackers, alone, `laid` the doers of figures, by their first token, that a sentence lays to doers one by one,
    `beside` who is named for another attack «meanwhile», with where that is told, `by_parties` that a
    monitor reckons its figures by those to whom it lays them, `guilty` who stands accused, `faced` whom the fallen did,
    `lost` the actors whose own people each figure counts, by its first token and its word of harm.
    """

    report: Report
    causes: tuple[events.Cause, ...]
    parts: tuple[Part, ...]
    own: tuple[Own, ...]
    story: Story
    doubted: frozenset[int]
    places: tuple[Place, ...]
    registry: Mapping[str, ActorInfo]
    speakers: Mapping[int, Speaker]
    by_actor: Mapping[str, list[Part]]
    countries: Mapping[str, Place]
    demonyms: Mapping[str, str]
    gazetteer: Gazetteer
    joint: Mapping[str, set[str]]
    prominence: Prominence
    since: Date | None
    campaign: Date | None
    answers: Sequence[int]
    arresting: frozenset[int]
    slayers: frozenset[int]
    holders: frozenset[int]
    unclaimed: bool
    by_people: bool
    seizing: bool
    repelled: Mapping[int, Repelled]
    past: frozenset[int]
    told_at: frozenset[tuple[int, int]]
    by_hand: bool
    violator: Part | None
    gunners: tuple[Part, ...]
    theirs: frozenset[int]
    laid: Mapping[int, tuple[Part, ...]]
    beside: Mapping[int, int]
    by_parties: bool
    guilty: Guilty
    faced: tuple[Part, ...]
    lost: Mapping[tuple[int, tuple[int, int]], frozenset[str]]

    def wide_of(self, place: Place | None) -> Place | None:
        """Where a war's toll is told: the country of a place, where the report speaks of it, else the widest mention
        that holds the place. Palestine's wars are told of the Gaza Strip or the West Bank."""
        if place is None or not place.country or place.level == "country":
            return place
        named = place.country in self.countries or place.country in self.demonyms
        if named and place.country != _PARTED:
            return self.over_all(place)
        return next((p for p in self.places if holding.holds(p, place)), place)

    def over_all(self, place: Place | None) -> Place | None:
        """What holds a place and others apart from it: its country by the report's words, else the widest mention."""
        if place is None or not place.country or place.level == "country":
            return place
        if place.country in self.countries:
            return self.countries[place.country]
        around = next((p for p in self.places if holding.holds(p, place)), None)
        return around or self.country_of(place)

    def sum_over(self, place: Place | None) -> Place | None:
        """Where a sum of weeks is told that has no place of its own, in a report that names `place` by the way: its
        region or country; of Palestine's two parts not the one that a lesser item is told of."""
        if place is None or not place.country or place.level == "country":
            return place
        if place.country == _PARTED:
            return None
        region = next((p for p in self.places if p.level == "region" and holding.holds(p, place)), None)
        return self.countries.get(place.country) or region or self.country_of(place)

    def country_of(self, place: Place) -> Place:
        """The country that a place lies in, by the word for its people where the report has one."""
        row = self.gazetteer.country(place.country) if place.country and place.country != _PARTED else None
        if row is None:
            return place
        text = self.demonyms.get(place.country or "", place.text)
        return replace(place, text=text, name=row.name, admin1=None, lat=row.lat, lon=row.lon, level="country",
                       id=row.id)  # fmt: skip


def known_of(report: Report, language: Language) -> Known:
    """Work a report out."""
    registry = language.actors
    causes, parts, found = _causes(report), agents.parts(report), usable_places(report)
    by_actor: dict[str, list[Part]] = {}
    for part in parts:
        by_actor.setdefault(part.actor.id, []).append(part)
    countries: dict[str, Place] = {}
    for _, place in found:
        if place.level == "country" and place.country:
            countries.setdefault(place.country, place)
    voices = speakers_by_token(report.document)
    past = compared(report, causes)
    own = completed(told_below(report, announced(report, chosen(report, causes, [p for _, p in found], past))))
    against = slayers(report, parts, registry)
    elsewhere = claimed_elsewhere(report, parts)
    apart = against | elsewhere | those_in_general(report, parts)
    doing = [p for p in parts if p.actor.first not in apart] if apart else parts
    theirs = of_theirs(own, causes, parts, registry) | of_bombers(report, causes)
    main: Sequence[events.Cause] = [c for c in causes if c.first not in theirs] if theirs else causes
    there = found
    if past:
        main, there = [c for c in main if c.first not in past], [(s, p) for s, p in found if p.first not in past]
        doing = [p for p in doing if p.actor.first not in past]
    reasons = {r for p in parts for r in p.reasons}
    lost = {(o.scene.casualty.first, o.scene.casualty.harm): victims(o.scene) for o in own}
    marks = marks_of(report, Found(main, doing, there, own, lost), registry, voices)
    story = story_of(marks)
    return Known(
        report, causes, parts, own, story, doubted(report),
        _widest_first([p for _, p in found]), registry, voices, by_actor,
        countries, _demonyms(report), language.gazetteer, agents.joint(report, parts),
        prominence_of(report.document, doing), _since(report, _WEEK), _since(report, _LONG_PERIOD, _LEAD),
        sorted([h.last for h in report.words("looking_back") if h.entry.value == "answer"]),
        frozenset([s for s, told in report.figures.items() if all(c.outcome == "detained" for c in told)]), against,
        holders(report, parts), bool(elsewhere), PRIVATE in reasons, SEIZES in reasons,
        repelled(report, parts), past,
        frozenset([(o.scene.sentence, o.where.first) for o in own
                   if o.where is not None and o.scene.casualty.outcome not in LOOSE]),
        any(c.event in events.BY_HAND for c in causes), violator_of(report, doing),
        tuple({p.actor.id: p for p in parts if p.event in events.GROUND and p.score >= STRONG}.values()),
        theirs, laid(report, parts), told_beside(report), by_parties(report, parts, own),
        guilty(report, story.told, lead_of(report.document)), facing(report, parts), lost,
    )  # fmt: skip


def _widest_first(places: Sequence[Place]) -> tuple[Place, ...]:
    """Each place below a country once, as it is first named."""
    once = {(p.name, p.admin1, p.country, p.lat, p.lon, p.level, p.because): p for p in reversed(places)}
    return tuple(
        sorted((p for p in once.values() if p.level != "country"), key=lambda p: (holding.FINENESS[p.level], p.first))
    )


def _demonyms(report: Report) -> dict[str, str]:
    hits, first = report.scan.of(PlaceWord), dict[str, str]()
    for hit in [h for h, part in zip(hits, map(PART, hits), strict=True) if part == "demonym"]:
        country = hit.entry.value
        if country:
            first.setdefault(country, report.document.text[hit.start : hit.end])
    return first


def _causes(report: Report) -> tuple[events.Cause, ...]:
    """What the report names as causes; «ثلاث دبابات», «سيارتان مفخختان» that were destroyed struck nobody, nor did
    «طائرة أميركية مسيرة» that was shot down."""
    told = [c for c in report.document.casualties if c.outcome in _WRECKED and c.group in _MACHINES]
    wrecked = {t for c in told for t in range(c.first, c.last + _ADJECTIVES * (c.group == "aircraft"))}
    causes = events.causes(report)
    causes = scuffles(report, causes) if YOUTHS in report.parts else causes
    return tuple([c for c in causes if c.first not in wrecked])


def _since(report: Report, days: int, most: int | None = None) -> Date | None:
    """The first open period of more than `days`, down to the first `most` sentences of the body where given."""
    lead = [s for s in report.document.sentences if s.part == "body"][:most]
    last = lead[-1].last if lead else 0
    dates = [d for d in report.document.dates if d.first < last and d.kind == "since" and d.start and d.end]
    return next((d for d in dates if d.start and d.end and (d.end - d.start).days > days), None)
