"""The report's memory: its incidents as it tells them, so that a slot left open by a sentence can be filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tawthiq.language.registry import ActorInfo
from tawthiq.model import Date, Place
from tawthiq.stages.claims.agents import NAMELESS, STRONG, Part, allied, joint, victims
from tawthiq.stages.claims.events import GENERIC, Cause, akin, refines
from tawthiq.stages.claims.places import FINENESS, agree, holds, located, usable_places
from tawthiq.stages.claims.scene import Report, in_tokens, scene_of
from tawthiq.stages.claims.times import announced, of_speech

_FINER_STEPS = 3
_ENOUGH = 120
FINER_SHARE = (0.3, 0.08)
_OWN_OUTCOME = {"arrest": "detained", "abduction": "abducted", "siege": "besieged"}
_ANYWHERE = frozenset({"actors.accused", "actors.claims_it", "actors.denies", "actors.admits"})


@dataclass(frozen=True, slots=True)
class Episode:
    """What the report has said of one incident so far."""

    event: Cause | None = None
    place: Place | None = None
    time: Date | None = None
    doers: tuple[Part, ...] = ()

    def with_event(self, cause: Cause | None) -> "Episode":
        """Sharpen the event: a kind of what is known replaces it."""
        if cause is None or (self.event is not None and not refines(self.event.event, cause.event)):
            return self
        return replace(self, event=cause)

    def with_place(self, place: Place | None) -> "Episode":
        """Sharpen the place: a finer one inside replaces it."""
        if place is None or (self.place is not None and not holds(self.place, place)):
            return self
        return replace(self, place=place)


def main_episode(
    report: Report, causes: Sequence[Cause], parts: Sequence[Part], registry: Mapping[str, ActorInfo]
) -> Episode:
    """The incident that the report is about: title, lead, and the sentences that hold harm."""
    sentences = report.document.sentences
    harmed = {c.sentence for c in report.document.casualties}
    body = [i for i, s in enumerate(sentences) if s.part == "body"][:3]
    worth = dict.fromkeys(harmed, 1.0)
    for i, sentence in enumerate(sentences):
        if sentence.part == "title":
            worth[i] = worth.get(i, 0) + 3.0
    for rank, i in enumerate(body):
        worth[i] = worth.get(i, 0) + 2.0 - 0.5 * rank
    event = _main_event(report, causes, worth)
    place = _main_place(report, worth)
    time = _main_time(report, worth)
    return Episode(event, place, time, _main_doers(report, parts, worth, event, registry))


def harmed_actors(report: Report) -> tuple[str, ...]:
    """The actors whose own people the report counts among the harmed, once for each harm."""
    return tuple(id_ for c in report.document.casualties for id_ in victims(scene_of(report, c)))


def _main_event(report: Report, causes: Sequence[Cause], worth: dict[int, float]) -> Cause | None:
    votes: dict[str, float] = {}
    first: dict[str, Cause] = {}
    for cause in causes:
        if cause.event == "war" or cause.part == "verb" or _long_ago(report, cause):
            continue
        votes[cause.event] = votes.get(cause.event, 0) + worth.get(cause.sentence, 0.3) * (0.4 + 0.2 * cause.weight)
        first.setdefault(cause.event, cause)
    told = {c.outcome for c in report.document.casualties}
    for event, outcome in _OWN_OUTCOME.items():
        if outcome not in told or len(told) > 1:
            votes.pop(event, None)
    if not votes:
        return None
    best = max(votes, key=lambda e: votes[e])
    if votes.get("protest_repression", 0) >= 0.5 * votes[best] and best in (
        "armed_clash",
        "shooting",
        "attack",
        "unspecified",
    ):
        best = "protest_repression"
    if best in GENERIC:
        finer = [e for e in votes if refines(best, e) and votes[e] >= FINER_SHARE[best == "attack"] * votes[best]]
        best = max(finer, key=lambda e: votes[e], default=best)
    return first[best]


def _long_ago(report: Report, cause: Cause) -> bool:
    """An event word with a day of another year or month beside it is background («الهجوم الكيماوي عام 2013»)."""
    published = report.document.published
    return published is not None and any(
        d.start is not None and (published - d.start).days > 40
        for d in in_tokens(report.document.dates, cause.last, cause.last + 6)
    )


def _main_place(report: Report, worth: dict[int, float]) -> Place | None:
    every = usable_places(report)[:_ENOUGH]
    places = [(i, p) for i, p in every if worth.get(i, 0) >= 1]
    scores = {id(p): _weigh(report, i, p, places, worth) for i, p in places}
    best = max((p for _, p in places), key=lambda p: scores[id(p)], default=None)
    for _ in range(_FINER_STEPS):
        if best is None:
            break
        pool = every if best.level in ("country", "region") else places
        inside = [p for _, p in pool if holds(best, p) and located(report, p) and p.lat is not None]
        if not inside or any(not agree(a, b) for a in inside for b in inside):
            break
        best = max(inside, key=lambda p: scores.get(id(p), 0.0) + 0.1 * FINENESS[p.level])
    return best


def _weigh(
    report: Report, sentence: int, place: Place, places: Sequence[tuple[int, Place]], worth: dict[int, float]
) -> float:
    score = worth[sentence] * 0.5 + 0.35 * FINENESS[place.level] + (0.8 if located(report, place) else 0.0)
    if place.lat is None:
        score -= 1.5
    if "places.near" in place.because or (place.level == "region" and place.country is None):
        score -= 1.2
    if any(s.first <= place.first < s.last for s in report.speakers_about(place.first)):
        score -= 1.5
    support = (0.3 * min(worth[j], 2) for j, other in places
               if other is not place and (other.id == place.id or holds(other, place)))  # fmt: skip
    return score + sum(support)


def _main_time(report: Report, worth: dict[int, float]) -> Date | None:
    best, top = None, 0.0
    published = report.document.published
    for i, sentence in enumerate(report.document.sentences):
        for date in in_tokens(report.document.dates, sentence.first, sentence.last):
            if date.start is None or date.end is None or worth.get(i, 0) < 1 or (date.end - date.start).days > 8:
                continue
            score = worth[i] * (1.0 if date.kind == "point" and date.start == date.end else 0.4)
            if of_speech(report, date):
                score *= 0.8 if announced(report, date, sentence.last) else 0.15
            elif any(h.last <= date.first for h in in_tokens(report.scan.hits("event"), date.first - 4, date.first)):
                score *= 1.4
            if published is not None and (published - date.start).days > 60:
                score *= 0.2
            if score > top:
                best, top = date, score
    return best


def _main_doers(
    report: Report,
    parts: Sequence[Part],
    worth: dict[int, float],
    event: Cause | None,
    registry: Mapping[str, ActorInfo],
) -> tuple[Part, ...]:
    votes: dict[str, float] = {}
    first: dict[str, Part] = {}
    for part in parts:
        aside = part.actor.id in NAMELESS and worth.get(part.sentence, 0) < 1
        if part.reasons == ("actors.speaks",) or aside:
            continue
        here = worth.get(part.sentence, 0.5)
        if _ANYWHERE.intersection(part.reasons):
            here = max(here, 1.5)
        fit = 1.2 if event is None or akin(event.event, part.event) else 0.35
        score = part.score * fit if part.score > 0 else max(part.score, -0.3)
        votes[part.actor.id] = votes.get(part.actor.id, 0) + score * min(here, 2.5)
        if part.score >= STRONG:
            first.setdefault(part.actor.id, part)
    for id_ in harmed_actors(report):
        votes[id_] = votes.get(id_, 0) - 1.5
    ranked = sorted((a for a in first if votes[a] > 0), key=lambda a: -votes[a])
    if not ranked:
        return ()
    together = joint(report, [p for p in parts if worth.get(p.sentence, 0) >= 1]).get(ranked[0], set())
    for part in parts:
        if part.actor.id in together and part.actor.id not in ranked:
            ranked.append(part.actor.id)
            first[part.actor.id] = part
            votes[part.actor.id] = votes[ranked[0]]
    return allied(
        [
            first[a]
            for a in ranked
            if votes[a] >= (0.2 if _ANYWHERE & set(first[a].reasons) else 0.3) * votes[ranked[0]]
        ],
        registry,
    )


def departs(place: Place | None, time: Date | None, main: Episode) -> bool:
    """Whether a sentence's own place or day cannot be the main incident's."""
    if place is not None and main.place is not None and FINENESS[place.level] >= 1 and not agree(place, main.place):
        return True
    if time is None or main.time is None or None in (time.start, time.end, main.time.start, main.time.end):
        return False
    assert time.start and time.end and main.time.start and main.time.end
    return time.kind == "point" and (time.end < main.time.start or time.start > main.time.end) and abs(
        (time.start - main.time.start).days
    ) > 1  # fmt: skip
