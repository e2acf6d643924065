"""Where did the harm of a claim happen, once its cause and time are known?"""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.distance import kilometres_between
from tawthiq.language.scan import StructureHit
from tawthiq.model import Date, Place
from tawthiq.stages.claims import events, holding, places, times
from tawthiq.stages.claims.agents import COURT
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import Report
from tawthiq.stages.claims.status import status

_TOWNS = frozenset({"town", "district"})
_SMALL = frozenset({"neighbourhood", "site"})
_LANDS = frozenset({"country", "region"})
_SIDED, _AND, _MIDDLE = frozenset({"places.direction", "places.rural"}), " و", " وسط"
_OF_A_PLACE = frozenset({"besieged", "trapped", "displaced"})
_A_COUNTRYS, _THOUSAND, _SCALE = 100_000, 1000, 20
_WEEK, _MONTHS = 6, 60
_QUARTER = 1.5  # kilometres from the middle of a part of a city to what lies in it


class Toll(NamedTuple):
    """What is known of a figure: what caused it, when, and whether it sums up several incidents."""

    event: str
    when: Date | None
    summed: bool


def where_of(known: Known, own: Own, episode: Episode, toll: Toll) -> Place | None:
    """A figure's own place, made finer by its incident's, or the wider one that a sum is of; courts sentence where they
    are told to, not where the deed was done."""
    told, first, count = known.story.at(own.scene.sentence), own.scene.casualty.first, own.scene.casualty.count
    listed = own.place.candidate.value if own.place is not None else None
    if listed is not None and listed.last == first:
        listed = None  # «إدلب 12 مدنيا، ودير الزور 6 وحمص 6»: each figure has the place right before it
    sides = count.low != 1 and listed is not None and _AND in listed.text and _of_sides(own, listed)
    apart = sides or (count.low != 1 and listed is not None and places.joined_apart(known.report, listed))
    wide = toll.summed or apart or known.story.scattered or first in known.story.totals or _since(own)
    wide = wide or (own.cause is not None and _of_several(known.report, own.cause.candidate.value))
    wide = wide or (toll.event == "execution" and status(own.scene)[0] == "planned")
    widely = known.report.within(*own.scene.near, "widely") if "widely" in known.report.parts else ()
    wide = wide or bool(widely) or _beside(known, own, episode)
    fled = own.scene.casualty.outcome == "displaced" and own.scene.casualty.group != "prisoner"
    wide = wide or fled  # «نزح ستون ألفا من جنوب سوريا»: of a wider area than the spot that was struck
    wide = wide or (listed is not None and "rise" in known.report.parts and places.risen(own.scene, listed))
    if own.where is None and (spot := _spot(known, own, told)) is not None:
        return spot
    where = _where(own.where, episode, wide) or _of_report(known, toll.when)
    if toll.event == "execution" and _sentenced(known, own):
        before = own.place.candidate.value if own.place is not None else None
        return before if before is not None and before.first < own.scene.start else known.over_all(where)
    summed = toll.summed or own.scene.casualty.part_of is not None
    beyond = own.where is None and ((summed and _beyond(toll.when, told)) or _of_another_scale(known, own))
    if beyond or (toll.event == "war" and not _local(own)):
        where = known.wide_of(where)
    elif own.where is None and told.main and (_of_weeks(told) or known.story.borrowed):
        where = known.sum_over(where)
    elif own.where is None and (_of_apart(known, first, where) or _unplaced(known, told) or _of_provinces(widely)):
        where = known.over_all(where)
    if own.where is not None and listed is not None and places.spread(known.report, listed):
        where = known.over_all(own.where)
    return where


def _of_sides(own: Own, place: Place) -> bool:
    """«مناطق شرق وجنوب البلاد», «ريفي إدلب الجنوبي والغربي»: whether a figure's own sentence tells it of two sides of a
    place, so of no spot in one of them."""
    if own.place is None or own.place.candidate.sentence != own.scene.sentence:
        return False
    return _MIDDLE not in place.text and not _SIDED.isdisjoint(place.because)


def _of_apart(known: Known, first: int, where: Place | None) -> bool:
    """Whether a figure sums up those of places apart, over more than `where`, which does not hold them all."""
    story = known.story
    return first in story.totals and not (story.scattered and not story.unheld and where is story.main.place)


def _beside(known: Known, own: Own, episode: Episode) -> bool:
    """«قتل 12 في غارات على ريف حماة، وقتلت طفلتان في غارة على اللطامنة»: whether the finer place of a figure's incident
    is told in its own sentence, of another figure."""
    fine, mine = episode.place, own.where
    if fine is None or mine is None or fine is mine or mine.level in _LANDS:
        return False
    sentence = known.report.sentence_at(fine.first)
    if (sentence, fine.first) not in known.told_at:
        return False
    return sentence == own.scene.sentence or _anothers(known, own, sentence)


def _anothers(known: Known, own: Own, sentence: int) -> bool:
    """«قتل اثنان في أبو غريب. وقتل خمسة في سبع البور»: whether no figure of a sentence below the lead is told again
    where the finer place is."""
    if own.scene.sentence in known.story.lead:
        return False
    mine, theirs = ({c.count.low for c in known.report.figures.get(s, ())} for s in (own.scene.sentence, sentence))
    return own.scene.sentence < sentence and mine.isdisjoint(theirs)


def _of_several(report: Report, cause: events.Cause) -> bool:
    return events.broken_down(report, cause) or events.in_places_apart(report, cause)


def _spot(known: Known, own: Own, told: Episode) -> Place | None:
    """«أدى تفجير في كذا إلى مقتل 19. وكانت حصيلة سابقة للتفجير 17»: where the attack told right before was, in a report
    of attacks in places apart."""
    story, sentence = known.story, own.scene.sentence
    led = story.onward.get(sentence) if told.main and own.scene.casualty.first not in story.totals else None
    if led is not None and not _roughly(led, story.main.place):
        return led
    if not story.spots or not told.main or sentence in story.lead or own.scene.casualty.first in story.totals:
        return None
    return story.spots.get(sentence)


def _roughly(place: Place, main: Place | None) -> bool:
    """Whether the main incident's place lies in another, which so says no more."""
    return main is not None and (holding.holds(place, main) or place.name == main.name)


def _of_provinces(widely: Sequence[StructureHit]) -> bool:
    """«قتلت الألغام في عدة محافظات ثلاثين»: whether a figure sums up provinces that are not named."""
    return any(h.entry.value is None for h in widely)


def _sentenced(known: Known, own: Own) -> bool:
    """«حكمت محكمة بإعدام عشرة»: a court sentences in its country, wherever the crime was."""
    return COURT in known.by_actor and status(own.scene)[0] == "planned"


def _of_report(known: Known, when: Date | None) -> Place | None:
    """Where the report's main incident is, for what it tells of the same month; for what lies far back its country."""
    main = known.story.main.place
    return known.over_all(main) if times.long_past(known.report, when) else main


def _where(own: Place | None, episode: Episode, wide: bool) -> Place | None:
    if own is None:
        return episode.place
    if episode.place is not None and not wide and _within(own, episode.place):
        return own if holding.on_another_side(own, episode.place) else episode.place
    scene = episode.scene if not wide and own.level in _TOWNS else None
    return scene if scene is not None and holding.near_by(own, scene) else own


def _within(own: Place, finer: Place) -> bool:
    """Whether a place can hold a finer one of its incident: «في حي كذا» no mosque of another quarter of the city."""
    apart = set(own.name.split()).isdisjoint(finer.name.split())  # «المزة», «مطار المزة»
    if apart and own.level == "neighbourhood" and (kilometres_between(own, finer) or 0.0) > _QUARTER:
        return False
    return holding.holds(own, finer) and not holding.of_next_province(own, finer)


def _local(own: Own) -> bool:
    """A war's toll with a place of its own, such as that of a campaign for a town, or people of one place who fled."""
    if own.scene.casualty.outcome == "displaced":
        return own.where is not None or (own.scene.casualty.count.low or 0) < _A_COUNTRYS
    campaign = own.cause is not None and own.cause.candidate.value.part == "campaign"
    return own.where is not None and (campaign or own.where.level not in _SMALL)


def _since(own: Own) -> bool:
    """«64 شهيدا في القطاع منذ فجر اليوم»: a count of more than one incident."""
    return own.time is not None and own.time.candidate.value.kind == "since"


def _beyond(when: Date | None, told: Episode) -> bool:
    """A toll of many months is a country's, and so is one of weeks in a report of one incident."""
    if when is None or when.start is None or when.end is None:
        return False
    if when.kind == "since":
        return (when.end - when.start).days > (_WEEK if told.tally is None else _MONTHS)
    same = told.time is not None and (told.time.start, told.time.end) == (when.start, when.end)
    return not same and told.tally is None and (when.end - when.start).days > _MONTHS


def _of_another_scale(known: Known, own: Own) -> bool:
    """«قتل خمسة بقصف على مأرب. ومنذ بدء النزاع قتل عشرة آلاف يمني»: whether a figure without a place is of thousands,
    behind a lead that counts nothing near as many: no town's, but the conflict's."""
    low, lead = own.scene.casualty.count.low or 0, known.story.lead
    if low < _THOUSAND or own.scene.sentence in lead or own.scene.casualty.outcome in _OF_A_PLACE:
        return False
    told = [c.count.low or c.count.high or 0 for s in lead for c in known.report.figures.get(s, ())]
    return bool(told) and max(told) * _SCALE <= low


def _unplaced(known: Known, told: Episode) -> bool:
    """Whether a report sums up harms in places apart over no place of its own: what it names by the way is not
    where."""
    return told.main and known.story.unheld


def _of_weeks(told: Episode) -> bool:
    """«قضى الجيش على عشرة مسلحين خلال الشهر المنصرم»: whether a report sums up weeks over no place of its own."""
    return told.tally is not None and told.tally.where is None
