"""Do two profiles show one incident? A short list of features, each with its weight and its reason.

The weights are set by hand: 0 is the line between one incident and two. A feature that neither side says anything
of gives no reason and no weight."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeVar

from tawthiq.incidents import Figure, Likeness, Profile
from tawthiq.language.registry import nameless
from tawthiq.linking import families, geography, times
from tawthiq.model import ClaimPlace

# What two reports must show together before they are taken to tell of one incident.
APART = ("two_reports", -3.0)

OTHER_DOERS = ("actors.other", -1.0)
_TOO_WIDE = ("place.too_wide", -2.0)
_TELLING = frozenset({"figures.equal", "names.shared"})
_WIDE = frozenset({"place.in_country", "place.same_country"})

_SHARE = 0.2
_CAUSE = {"same": 1.0, "family": 0.8, "general": 0.6, "near": 0.0, "open": 0.2, "foreign": -2.0, "chemical": -4.0}
_WHOLE = frozenset({"person", "civilian"})
_SMALL = 4
_GROWTH = 2

Reason = tuple[str, float]
T = TypeVar("T")


def compare(a: Profile, b: Profile) -> Likeness:
    """How alike two profiles of different reports are, with every reason."""
    return weigh(a, b, (APART,))


def weigh(a: Profile, b: Profile, before: tuple[Reason, ...] = ()) -> Likeness:
    """How alike two profiles are, starting from the reasons `before`."""
    reasons = (*before, *(reason for feature in FEATURES if (reason := feature(a, b)) is not None))
    if _too_wide({name for name, _ in reasons}, a, b):
        reasons = (*reasons, _TOO_WIDE)
    return Likeness(round(sum(weight for _, weight in reasons), 3), reasons)


def _too_wide(names: set[str], a: Profile, b: Profile) -> bool:
    """A country (or no place at all) and a cause are shared by many incidents of a day: an equal toll or a name is
    needed to take two for one."""
    if names & _TELLING:
        return False
    return not a.places or not b.places or not names.isdisjoint(_WIDE)


def place(a: Profile, b: Profile) -> Reason | None:
    """Containment and distance of the places that each side names most: of the towns where both name mostly towns,
    since many are in one countryside."""
    pairs = [(p, q) for p in main(a.places) for q in main(b.places)]
    if _of_towns(a) and _of_towns(b):
        pairs = [(p, q) for p, q in pairs if {p.level, q.level} <= geography.POINTS] or pairs
    return max((_places(p, q) for p, q in pairs), key=lambda reason: (reason[1], reason[0]), default=None)


def _of_towns(profile: Profile) -> bool:
    """Whether a profile names mostly towns whose position is known."""
    return 2 * sum(n for p, n in profile.places if geography.placed(p)) >= sum(n for _, n in profile.places) > 0


def time(a: Profile, b: Profile) -> Reason:
    """Overlap of the days told; fresh news without a day is of the day it appears or of the one before. Where
    nothing is known of when, a town and a cause alone show little."""
    first, second = _main_days(a), _main_days(b)
    if first and second:
        return max((times.related(p, q) for p in first for q in second), key=lambda reason: reason[1])
    if first and b.published:
        return max((times.fresh(p, b.published) for p in first), key=lambda reason: reason[1])
    if second and a.published:
        return max((times.fresh(q, a.published) for q in second), key=lambda reason: reason[1])
    if a.published and b.published:
        return times.both_fresh(a.published, b.published)
    return "time.unknown", -0.5


def cause(a: Profile, b: Profile) -> Reason | None:
    """Families of causes."""
    return by_cause(main(a.events), main(b.events), _CAUSE)


def actors(a: Profile, b: Profile) -> Reason | None:
    """Who is said to have done it."""
    first, second = ({id_ for id_ in main(p.actors) if not nameless(id_)} for p in (a, b))
    if not first or not second:
        return None
    return ("actors.shared", 1.0) if first & second else OTHER_DOERS


def figures(a: Profile, b: Profile) -> Reason | None:
    """Tolls that are equal, or that can be one toll that grows."""
    best: Reason | None = None
    for p, _ in a.figures:
        for q, _ in b.figures:
            reason = _figures(p, q)
            if reason is not None and (best is None or reason[1] > best[1]):
                best = reason
    return best


def names(a: Profile, b: Profile) -> Reason | None:
    """Names of single victims."""
    first, second = {word for word, _ in a.words}, {word for word, _ in b.words}
    if not first or not second:
        return None
    return ("names.shared", 2.5) if first & second else ("names.other", -0.5)


FEATURES: tuple[Callable[[Profile, Profile], Reason | None], ...] = (place, time, cause, actors, figures, names)


def by_cause(first: tuple[str, ...], second: tuple[str, ...], weights: Mapping[str, float]) -> Reason | None:
    """The best relation between two sets of causes, weighted."""
    kinds = {families.related(p, q) for p in first for q in second}
    if not kinds:
        return None
    best = max(kinds, key=lambda kind: (weights[kind], kind))
    return f"cause.{best}", weights[best]


def main(values: tuple[tuple[T, int], ...]) -> tuple[T, ...]:
    """The values that are told often enough to stand for the incident."""
    if len(values) < 2:
        return tuple(value for value, _ in values)
    most = max(n for _, n in values)
    return tuple(value for value, n in values if n >= _SHARE * most)


@lru_cache(maxsize=65536)
def _places(p: ClaimPlace, q: ClaimPlace) -> Reason:
    return geography.related(p, q)


def _main_days(profile: Profile) -> list[times.Days]:
    total = sum(n for _, _, n in profile.days)
    return [(start, end) for start, end, n in profile.days if n >= _SHARE * total]


def comparable(p: Figure, q: Figure) -> bool:
    """Whether two figures are of the same harm to the same people."""
    return p.outcome == q.outcome and (p.group == q.group or {p.group, q.group} <= _WHOLE)


def near(p: Figure, q: Figure) -> bool:
    """Whether two figures can be one toll that grows."""
    a, b = p.low or p.high or 0, q.low or q.high or 0
    return max(a, b) <= _GROWTH * min(a, b)


def _figures(p: Figure, q: Figure) -> Reason | None:
    if not comparable(p, q):
        return None
    a, b = p.low or p.high, q.low or q.high
    if a is None or b is None:
        return None
    if a == b:
        return ("figures.equal", 1.5) if a >= _SMALL else ("figures.equal_small", 0.4)
    if near(p, q):
        return "figures.growing", 0.5
    return ("figures.unlike", -0.5) if max(a, b) > 5 * max(min(a, b), 1) else None
