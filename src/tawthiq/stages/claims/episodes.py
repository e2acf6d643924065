"""Which incidents does the report tell? Sentence by sentence: one goes on, another begins, an earlier one returns."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from tawthiq.model import Date, Place, Sentence
from tawthiq.stages.claims.agents import NAMELESS
from tawthiq.stages.claims.carried import carried, onward, periods, spots
from tawthiq.stages.claims.dated import day_of, opens_on
from tawthiq.stages.claims.events import Cause, akin, refines, sharper
from tawthiq.stages.claims.extent import around, opening, scattered, totals
from tawthiq.stages.claims.holding import FINENESS, agree, holds, one_incident
from tawthiq.stages.claims.led_to import led_on
from tawthiq.stages.claims.marks import Episode, Marks, pointed_at
from tawthiq.stages.claims.memory import consensus, lead_worth
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.part import ANYWHERE, Part
from tawthiq.stages.claims.places import located
from tawthiq.stages.claims.scene import Report
from tawthiq.stages.claims.times import of_speech, same_day
from tawthiq.stages.claims.turning import apart, past, turned_to

_REMEMBERED = 8
_MAIN = 0
_SURE = 0.6
_CLAIM = "actors.claims_it"
_STORMED_WITH = frozenset({"suicide_bombing", "bombing", "explosion"})  # what may open a storming
_BY_ANYBODY = frozenset({"bombing", "suicide_bombing", "explosion", "shooting", "stabbing", "grenade"})
_PROVINCE = FINENESS["province"]
_VAGUE = frozenset({"places.near", "places.border"})


@dataclass(frozen=True, slots=True)
class Story:
    """The incidents of a report, which of them each sentence tells (0: the main one), and the cause, the period
    (`periods`) and the place (`spots`; `onward`, of what an attack led to) that a sentence goes on from. `scattered`:
    its harms lie in places apart, so that a total is of a wider one; `unheld`: title and lead name none that holds
    them. `borrowed`: no place is named but that of another matter told behind. `totals`: where the figures begin that
    sum up those of places apart, `lead`: titles, and the first sentence of the body that holds harm.
    """

    episodes: tuple[Episode, ...]
    told: Mapping[int, int]
    causes: Mapping[int, Cause]
    periods: Mapping[int, Date]
    spots: Mapping[int, Place]
    onward: Mapping[int, Place]
    scattered: bool
    unheld: bool
    borrowed: bool
    totals: frozenset[int]
    lead: frozenset[int]

    @property
    def main(self) -> Episode:
        return self.episodes[_MAIN]

    def at(self, sentence: int) -> Episode:
        """The incident that a sentence tells."""
        return self.episodes[self.told.get(sentence, _MAIN)]


class Draft(NamedTuple):
    """What is known of an incident while the report is read from its beginning."""

    place: Place | None = None
    time: Date | None = None
    event: Cause | None = None


class Said(NamedTuple):
    """What one sentence says by itself."""

    place: Place | None
    time: Date | None
    event: Cause | None
    harmed: bool
    apart: bool


def story_of(marks: Marks) -> Story:
    """Tell a report's incidents apart, then gather what the sentences of each say together."""
    worth = lead_worth(marks)
    sentences = [i for i, s in enumerate(marks.report.document.sentences) if s.part != "aside"]
    seed = consensus(marks, sentences, worth)
    borrowed = _borrowed(marks, sentences, seed.place)
    told = _thread(marks, sentences, replace(seed, place=None) if borrowed else seed)
    members: dict[int, list[int]] = {_MAIN: []}
    for sentence in sentences:
        members.setdefault(told[sentence], []).append(sentence)
    alone = len(members) == 1
    episodes = [replace(seed, main=True)] if alone else [
        consensus(marks, own, worth if number == _MAIN else _evenly(marks, own), number == _MAIN)
        for number, own in sorted(members.items())
    ]  # fmt: skip
    elsewhere = {n for n, e in enumerate(episodes) if n and not same_day(seed.time, e.time)}
    harmed = [s for s in marks.outcomes if told.get(s) in elsewhere]
    other_days = frozenset([*harmed, *(s + 1 for s in harmed if told.get(s + 1) == told[s])])
    whole, main = seed, episodes[_MAIN]
    if not alone and main.time is None and _day_of_other_matter(marks, told, members, seed.time):
        whole = replace(seed, time=None)
    main = _completed(marks, main, whole, other_days)
    spread = scattered(marks, seed.time)
    held = around(marks, spread) if spread else None
    main = replace(main, place=held or main.place)
    if main.tally is not None and main.tally.scene.sentence > marks.first_harm:
        main = replace(main, time=day_of(marks, members[_MAIN], worth))
    if _untold(marks, members[_MAIN], worth):
        main = replace(main, event=None, doers=(), clash=())
    return Story(
        (main, *(_inherited(marks, main, e, members[n]) for n, e in enumerate(episodes) if n)),
        told,
        carried(marks, sentences, told),
        periods(marks, sentences),
        spots(marks, sentences) if spread else {},
        onward(marks, sentences),
        bool(spread),
        bool(spread) and held is None,
        borrowed and not alone,
        totals(marks, [s for s in sentences if worth.get(s, 0) > 1]),
        frozenset(opening(marks)),
    )


def _borrowed(marks: Marks, sentences: Sequence[int], place: Place | None) -> bool:
    """«إلى ذلك، قتل أربعة في قصف على كذا»: whether all places of a report stand where its body turns to other harm, or
    behind it."""
    if place is None:
        return False
    harmed = False
    for sentence in sentences:
        if harmed and sentence in marks.outcomes and apart(marks, sentence):
            return True
        if any(FINENESS[p.level] > 0 for p in marks.places.get(sentence, ())):
            return False
        harmed = harmed or (sentence in marks.outcomes and marks.report.document.sentences[sentence].part == "body")
    return False


def _untold(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> bool:
    """«أعلن التنظيم مقتل أحد قادته دون ذكر تفاصيل»: whether a sentence of the lead says that it is not told how, and
    tells of no attack."""
    bounds = ((s, marks.report.document.sentences[s]) for s in sentences if worth.get(s, 0) > 1)
    return any(not marks.causes.get(s) and s in marks.outcomes and marks.report.within(b.first, b.last, "untold")
               for s, b in bounds)  # fmt: skip


def _completed(marks: Marks, episode: Episode, seed: Episode, other_days: Set[int]) -> Episode:
    """What the sentences of the main incident leave open, as the whole report has it; a statement's day dates it only
    where the report tells no other."""
    told = seed.time is not None and not of_speech(marks.report, seed.time)
    time = seed.time if told and episode.time is not None and of_speech(marks.report, episode.time) else episode.time
    return replace(episode, event=episode.event or seed.event, place=episode.place or seed.place,
                   time=time or seed.time, doers=episode.doers or _accused(seed, other_days),
                   clash=episode.clash or _named(seed))  # fmt: skip


def _day_of_other_matter(
    marks: Marks, told: Mapping[int, int], members: Mapping[int, Sequence[int]], time: Date | None
) -> bool:
    """«قتل ثلاثة في غارة على كذا. وفي سياق آخر، أصيب أمس جندي»: whether a day stands only with an incident that is told
    as another matter."""
    if time is None:
        return False
    number = told.get(marks.report.sentence_at(time.first), _MAIN)
    return number != _MAIN and (apart(marks, members[number][0]) or opens_on(marks, members[number][0], time))


def _named(episode: Episode) -> tuple[Part, ...]:
    """The sides of an incident's clash, where they are told by its own words."""
    return episode.clash if all("actors.clash" in p.reasons for p in episode.clash) else ()


def _accused(episode: Episode, other_days: Set[int]) -> tuple[Part, ...]:
    """Those who own up to an incident or are accused of it, wherever that is told, but where a sentence counts the harm
    of another day («وقتل عشرون الشهر الماضي في تفجير تبناه التنظيم»), or right behind it."""
    return tuple(p for p in episode.doers if ANYWHERE.intersection(p.reasons) and p.sentence not in other_days)


def _inherited(marks: Marks, main: Episode, episode: Episode, sentences: Sequence[int]) -> Episode:
    """What a lesser incident leaves unsaid, unless it is another matter: the day, the kind of attack and whose."""
    if main.tally is not None and episode.time is None:
        episode = replace(episode, time=main.time)
    if past(marks, sentences[0]) or not _one_country(main.place, episode.place):
        return episode
    clash = episode.clash or _named(main)
    time = _carries(marks, episode.time, sentences[0]) or main.time
    if apart(marks, sentences[0]) or not same_day(main.time, time):
        return replace(episode, time=time, clash=clash)
    event = episode.event or main.event
    if episode.event is not None and main.event is not None and _same_again(episode.event, main.event):
        event = main.event
    alike = event is not None and main.event is not None and akin(event.event, main.event.event)
    alike = alike and not (
        event is not None and event.event in _BY_ANYBODY and _provinces_apart(main.place, episode.place)
    )
    harmed = {v for s in sentences for v in marks.victims.get(s, ())}
    doers = episode.doers or tuple(
        p
        for p in main.doers
        if alike and p.actor.id not in harmed and p.actor.id not in NAMELESS and not ANYWHERE.intersection(p.reasons)
    )
    return replace(episode, event=event, time=time, doers=doers, clash=clash)


def _same_again(cause: Cause, main: Cause) -> bool:
    """«أدى القصف أيضا إلى»: an attack by a general word with the article is of the kind that was told before; what one
    drone did is seldom called so."""
    assault = cause.part == "assault" and main.event not in _STORMED_WITH
    return (
        cause.definite
        and (assault or cause.part == "noun")
        and sharper(cause, main.event)
        and main.event != "drone_strike"
    )


def _carries(marks: Marks, time: Date | None, opening: int) -> Date | None:
    """A stretch of time told behind the first sentence of an incident («توقف المركزان خلال أسبوع») is not its day."""
    first = marks.report.document.sentences[opening]
    return time if time is None or time.kind != "duration" or time.first < first.last else None


def _one_country(a: Place | None, b: Place | None) -> bool:
    return a is None or b is None or a.country == b.country


def _provinces_apart(a: Place | None, b: Place | None) -> bool:
    """«انفجار في البصرة» told behind one in Salah al-Din: whether two places lie in provinces apart."""
    return a is not None and b is not None and None not in (a.admin1, b.admin1) and a.admin1 != b.admin1


def _evenly(marks: Marks, sentences: Sequence[int]) -> dict[int, float]:
    """The worth of the sentences of a lesser incident: those with harm, and the one that opens it."""
    return {s: 1.5 if s == sentences[0] else 1.0 for s in sentences if s == sentences[0] or s in marks.outcomes}


def _thread(marks: Marks, sentences: Sequence[int], seed: Episode) -> dict[int, int]:
    """The incident that each sentence tells. Title and lead tell the main one."""
    drafts = [Draft(None, seed.time, seed.event)]
    told: dict[int, int] = {}
    current, leading = _MAIN, True
    others: set[int] = set()
    before: Sentence | None = None
    for index in sentences:
        sentence = marks.report.document.sentences[index]
        said = _said(marks, index)
        if leading:
            leading = sentence.part == "title" or not said.harmed
            if not leading and said.place is None and drafts[_MAIN].place is None:
                drafts[_MAIN] = drafts[_MAIN]._replace(place=seed.place)
        else:
            fresh = before is None or sentence.paragraph != before.paragraph
            stays = not fresh or _goes_on(marks, before, sentence) or _owned_up(marks, index, said, drafts[current])
            stays = stays or (current in others and _stays(marks, index, said, drafts[current], drafts[_MAIN]))
            current = _choose(drafts, said, current if stays else _MAIN)
        if current == len(drafts):
            others.update((current,) if turned_to(marks, index, seed.place, said.place) else ())
            drafts.append(Draft(said.place, said.time, said.event))
        else:
            drafts[current] = _learn(drafts[current], said)
        told[index] = current
        before = sentence
    return told


def _choose(drafts: Sequence[Draft], said: Said, current: int) -> int:
    """The number of the incident that a sentence tells; that of a new one where it fits none."""
    order: dict[int, None] = dict.fromkeys(
        [current, _MAIN, *range(len(drafts) - 1, max(0, len(drafts) - 1 - _REMEMBERED), -1)]
    )
    if said.place is not None:
        for number in order:
            same = _named_alike if said.apart else _same_place
            if same(drafts[number], said.place) and same_day(drafts[number].time, said.time):
                return number
        if current != _MAIN and _taken_up(drafts[current], said):
            return current
        known = said.apart or any(d.place is not None for d in drafts)
        return len(drafts) if known and said.harmed else current
    if said.apart and said.harmed:
        return len(drafts)
    if not same_day(drafts[current].time, said.time):
        dated = (n for n in order if drafts[n].time is not None and same_day(drafts[n].time, said.time))
        return next(dated, len(drafts))
    return current


def _taken_up(draft: Draft, said: Said) -> bool:
    """«قتل ثلاثة في غارة جنوب اليمن. وقال إن الغارة استهدفت سيارة في كذا»: whether the attack of an incident that is
    told of a land only, or of no place, is spoken of again, with where it was."""
    if draft.place is not None or draft.event is None or said.event is None or said.apart:
        return False
    return said.event.definite and akin(draft.event.event, said.event.event) and same_day(draft.time, said.time)


def _stays(marks: Marks, index: int, said: Said, other: Draft, main: Draft) -> bool:
    """Whether a new paragraph goes on with another matter («إلى ذلك، قتل شرطي في كذا», «ونقل المصاب إلى المستشفى»):
    not where it names another place of harm, a wide one, another kind of attack or what was counted over days."""
    if said.place is not None and (said.harmed or _same_place(main, said.place)):
        return False
    wide = any(p.level == "region" for p in marks.places.get(index, ()))
    if wide or any(d.start and d.end and d.start < d.end for d in marks.dates(index)):
        return False
    return other.event is None or said.event is None or akin(other.event.event, said.event.event)


def _owned_up(marks: Marks, index: int, said: Said, told: Draft) -> bool:
    """«وتبنى التنظيم إطلاق النار»: whether a new paragraph only says who claims the attack that was told last."""
    if said.place is not None or said.time is not None or said.harmed:
        return False
    claims = any(_CLAIM in p.reasons for p in marks.parts.get(index, ()))
    return claims and (told.event is None or said.event is None or akin(told.event.event, said.event.event))


def _led_on(marks: Marks, index: int) -> bool:
    """Whether an attack of the sentence is what the next one, which names no place, tells the harm of («سقطت قذائف على
    كذا. ونتج عن ذلك مقتل»)."""
    sentences = marks.report.document.sentences
    if index + 1 not in marks.outcomes or index not in marks.causes or marks.places.get(index + 1):
        return False
    here, following = sentences[index], sentences[index + 1]
    if here.paragraph != following.paragraph:
        return False
    return led_on(marks.report, following) or pointed_at(marks, index + 1)


def _said(marks: Marks, index: int) -> Said:
    report = marks.report
    elsewhere = apart(marks, index)
    harms = marks.own.get(index, ())
    if harms:
        placed = [o.where for o in harms if o.place is not None and o.place.candidate.sentence == index]
        place = next((p for p in placed if p is not None and _telling(p)), None)
        time = next((o.when for o in harms if o.when is not None and _of_incident(report, o)), None)
        event = next((o.cause.candidate.value for o in harms if o.cause is not None), None)
        return Said(place, time, event, True, elsewhere)
    places = [p for p in marks.places.get(index, ()) if _telling(p)
              and not any(s.first <= p.first < s.last + 4 for s in report.speakers_about(p.first))]  # fmt: skip
    here = [p for p in places if located(report, p)] or places
    times = [d for d in marks.dates(index) if d.start and d.kind == "point" and not of_speech(report, d)]
    causes = [c for c in marks.causes.get(index, ()) if c.event != "war" and c.part != "verb"]
    harmed = bool(causes) and _led_on(marks, index)
    return Said(next(iter(here), None), next(iter(times), None), next(iter(causes), None), harmed, elsewhere)


def _of_incident(report: Report, own: Own) -> bool:
    """Whether a harm's own day can tell its incident from another: no period, and not only that of a statement."""
    time = own.time
    if time is None or time.candidate.value.kind != "point":
        return False
    return time.score > _SURE or not of_speech(report, time.candidate.value)


def _telling(place: Place) -> bool:
    """A place that tells incidents apart: a province or finer, and not only near it."""
    return FINENESS[place.level] >= _PROVINCE and not _VAGUE.intersection(place.because)


def _goes_on(marks: Marks, before: Sentence | None, sentence: Sentence) -> bool:
    """«وأضاف», or who spoke at the end of the sentence before speaks on."""
    if not marks.continues.isdisjoint((sentence.first, sentence.first + 1)):
        return True
    if before is None:
        return False
    earlier, speaker = marks.voices.get(before.last - 1), marks.voices.get(sentence.last - 1)
    return earlier is not None and speaker is not None and earlier.text == speaker.text


def _same_place(draft: Draft, place: Place) -> bool:
    return draft.place is not None and one_incident(draft.place, place)


def _named_alike(draft: Draft, place: Place) -> bool:
    return draft.place is not None and draft.place.name == place.name


def _learn(draft: Draft, said: Said) -> Draft:
    place, event = draft.place, draft.event
    if said.place is not None and (place is None or holds(place, said.place)):
        place = said.place
    if said.event is not None and (event is None or refines(event.event, said.event.event)):
        event = said.event
    return draft._replace(place=place, event=event, time=draft.time or said.time)


def departed(told: Episode, place: Place | None, time: Date | None) -> Episode:
    """The incident of a harm whose own place or day is not that of its sentence; else `told` itself."""
    if place is not None and told.place is not None and FINENESS[place.level] >= 1 and not agree(place, told.place):
        summed = told.time is not None and told.time.kind != "point"
        return replace(told, place=place, time=told.time if time is None and summed else time, main=False)
    point = time is not None and time.kind == "point"
    if point and not same_day(told.time, time):
        return Episode(place=place, time=time)
    return told
