"""What an incident looks like: made from claims, joined with another, written down and read again.

Every part keeps the few things told most often, so that a profile never grows."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import astuple, replace
from datetime import date
from functools import reduce
from typing import Any, TypeVar

from tawthiq.incidents import Figure, Profile, Told
from tawthiq.linking import names, times
from tawthiq.model import ClaimPlace

_PLACES, _DAYS, _EVENTS, _ACTORS, _FIGURES, _WORDS, _RIVALS = 6, 6, 5, 6, 24, 8, 40
_WEIGHT = 10
_LOOSE = frozenset({"hit", "strikes"})

T = TypeVar("T", bound=Hashable)


def of(claims: Iterable[Told], rivals: Iterable[str] = ()) -> Profile:
    """The profile of claims that tell of one incident; `rivals` are the reports of them that tell of others as well."""
    told = tuple(claims)
    firm = [t for t in told if t.claim.status == "asserted" and t.claim.outcome not in _LOOSE] or told
    when = [t for t in told if t.published is not None]
    return Profile(
        places=_most((_spot(t.claim.place) for t in told if t.claim.place is not None), _PLACES),
        days=_days(Counter(days for t in told if (days := times.days(t.claim.time)) is not None)),
        published=(min(t.published for t in when if t.published), max(t.published for t in when if t.published))
        if when
        else None,
        events=_most((t.claim.event for t in told), _EVENTS),
        actors=_most((actor for t in told for actor in t.claim.actors), _ACTORS),
        figures=_most((figure for t in firm if (figure := _figure(t)) is not None), _FIGURES),
        words=_most((word for t in told for word in names.of(t)), _WORDS),
        documents=len({t.document for t in told}),
        rivals=tuple(sorted(set(rivals))[:_RIVALS]),
    )


def even(report: Profile) -> Profile:
    """The profile of what one report tells of an incident, told as often as every other report's: a report that says
    a place in each of its many claims is one report that says so."""
    days = _evened(((start, end), n) for start, end, n in report.days)
    return replace(
        report,
        places=_evened(report.places),
        days=tuple((start, end, n) for (start, end), n in days),
        events=_evened(report.events),
        actors=_evened(report.actors),
    )


def together(claims: Iterable[Told], rivals: Iterable[str] = ()) -> Profile:
    """The profile of claims of any reports that tell of one incident, each report told as often as every other."""
    by_report: dict[str, list[Told]] = {}
    for told in claims:
        by_report.setdefault(told.document, []).append(told)
    found = [even(of(mine)) for _, mine in sorted(by_report.items())]
    return replace(reduce(join, found), rivals=tuple(sorted(set(rivals))[:_RIVALS])) if found else of(())


def join(a: Profile, b: Profile) -> Profile:
    """The profile of two sets of claims, of different reports, taken together."""
    published = [day for profile in (a, b) if profile.published for day in profile.published]
    days = Counter({(start, end): n for start, end, n in a.days})
    for start, end, n in b.days:
        days[start, end] += n
    return Profile(
        places=_sum(a.places, b.places, _PLACES),
        days=_days(days),
        published=(min(published), max(published)) if published else None,
        events=_sum(a.events, b.events, _EVENTS),
        actors=_sum(a.actors, b.actors, _ACTORS),
        figures=_sum(a.figures, b.figures, _FIGURES),
        words=_sum(a.words, b.words, _WORDS),
        documents=a.documents + b.documents,
        rivals=a.rivals if a.rivals == b.rivals else tuple(sorted({*a.rivals, *b.rivals})[:_RIVALS]),
    )


def to_json(profile: Profile) -> str:
    """The profile as text to store."""
    return json.dumps(
        {
            "places": [(astuple(place), n) for place, n in profile.places],
            "days": [[start.isoformat(), end.isoformat(), n] for start, end, n in profile.days],
            "published": [day.isoformat() for day in profile.published] if profile.published else None,
            "events": profile.events, "actors": profile.actors, "figures": profile.figures, "words": profile.words,
            "documents": profile.documents, "rivals": profile.rivals,
        },
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def from_json(text: str) -> Profile:
    """The profile that `to_json` wrote."""
    row: Mapping[str, Any] = json.loads(text)
    day = date.fromisoformat
    return Profile(
        places=tuple((ClaimPlace(*values), n) for values, n in row["places"]),
        days=tuple((day(start), day(end), n) for start, end, n in row["days"]),
        published=(day(row["published"][0]), day(row["published"][1])) if row["published"] else None,
        events=tuple((event, n) for event, n in row["events"]),
        actors=tuple((actor, n) for actor, n in row["actors"]),
        figures=tuple((Figure(*values), n) for values, n in row["figures"]),
        words=tuple((word, n) for word, n in row["words"]),
        documents=row["documents"],
        rivals=tuple(row.get("rivals", ())),
    )


def _spot(place: ClaimPlace) -> ClaimPlace:
    """The place without the words of one text, so that mentions of it count together."""
    return ClaimPlace(place.name, place.name, place.admin1, place.country, place.lat, place.lon, place.level, place.id)


def _figure(told: Told) -> Figure | None:
    claim = told.claim
    if claim.outcome is None or claim.count is None or claim.count.modifier == "vague" or claim.part_of:
        return None
    return Figure(claim.outcome, claim.group or "person", claim.count.low, claim.count.high, claim.count.modifier)


def _evened(values: Iterable[tuple[T, int]]) -> tuple[tuple[T, int], ...]:
    """The same values, so often that all together make `_WEIGHT`; those told seldom stay."""
    values = tuple(values)
    total = sum(n for _, n in values)
    return tuple((value, max(1, round(_WEIGHT * n / total))) for value, n in values)


def _most(values: Iterable[T], keep: int) -> tuple[tuple[T, int], ...]:
    return _first(Counter(values), keep)


def _sum(a: Iterable[tuple[T, int]], b: Iterable[tuple[T, int]], keep: int) -> tuple[tuple[T, int], ...]:
    total: Counter[T] = Counter(dict(a))
    for value, n in b:
        total[value] += n
    return _first(total, keep)


def _first(counts: Counter[T], keep: int) -> tuple[tuple[T, int], ...]:
    """The most frequent first; among equals a fixed order, whatever order they came in."""
    if len(counts) == 1:
        return tuple(counts.items())
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], repr(pair[0])))[:keep])


def _days(counts: Counter[times.Days]) -> tuple[tuple[date, date, int], ...]:
    return tuple((start, end, n) for (start, end), n in _first(counts, _DAYS))
