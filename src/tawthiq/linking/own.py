"""The incidents of one report: which of its claims tell of the same one.

A report tells of one incident unless it says otherwise: another place, another day, another cause or another doer."""

from collections.abc import Hashable
from dataclasses import replace

from tawthiq.incidents import Profile, Told
from tawthiq.linking import features, geography, profiles, times
from tawthiq.linking.told import apart

_ONE_REPORT, _SAME_PLACE, _OTHER_PLACE = 1.0, 1.0, 2.0
_CAUSE = {"same": 0.0, "family": 0.0, "general": 0.0, "near": 0.0, "open": 0.0, "foreign": -2.0, "chemical": -4.0}
_NEXT_DAY, _NIGHT = -6.0, -2.0
_HOURS = frozenset({"hour", "part_of_day"})
_TOLD_APART = -5.0
# Other doers by another cause in another place are another attack, such as one that answers the first; else they may
# be two accusations over one.
_ANSWER = -2.0
_ONE_CAUSE = frozenset({"cause.same", "cause.family"})
_INSIDE = frozenset({
    "place.in_province", "place.about_province", "place.in_countryside", "place.within", "place.in_country",
    "place.unlike",
})  # fmt: skip
_REACH = 60


class Group:
    """Claims of one report and the profile that they make. `times` gives the precision of each time told."""

    def __init__(self, told: Told) -> None:
        self.claims = [told]
        self.times = _times(told)
        self._profile = profiles.of((told,))
        self._more: list[Told] = []

    @property
    def profile(self) -> Profile:
        """What the claims show together."""
        if self._more:
            self._profile = replace(profiles.join(self._profile, profiles.of(self._more)), documents=1)
            self._more = []
        return self._profile

    def add(self, told: Told) -> None:
        """Add a claim."""
        self.claims.append(told)
        self.times.update(_times(told))
        self._more.append(told)

    def take(self, other: "Group") -> None:
        """Add the claims of another group."""
        for told in other.claims:
            self.add(told)


def _times(told: Told) -> dict[times.Days, str]:
    when = times.days(told.claim.time)
    return {when: told.claim.time.precision} if when and told.claim.time else {}


def group_of(tolds: list[Told]) -> Group:
    """One group of these claims of one report."""
    group = Group(tolds[0])
    for told in tolds[1:]:
        group.add(told)
    return group


def groups(tolds: tuple[Told, ...]) -> tuple[Group, ...]:
    """The claims of one report by the incident that they tell of, in the report's order; those of none left out."""
    found: list[Group] = []
    home: dict[str, Group] = {}
    seen: dict[Hashable, Group] = {}
    for told in tolds:
        if apart(told.claim) is not None:
            continue
        claim = told.claim
        slots = (claim.place, claim.time, claim.event, claim.actors)
        group = home.get(told.part_of or "") or seen.get(slots)
        if group is None:
            single = Group(told)
            group = _nearest(single, found[-_REACH:])
            if group is None:
                found.append(single)
        if group is not None:
            group.add(told)
        seen[slots] = home[told.id] = group or single
    if len(found) <= _REACH:
        _settle(found)
    for group in found:
        group.claims.sort(key=lambda told: (told.claim.span, told.id))
    return tuple(found)


def _nearest(single: Group, found: list[Group]) -> Group | None:
    """The group that a claim goes to, the earliest among equals; None where it begins one."""
    scored = [(alike(single, group), -at) for at, group in enumerate(found)]
    score, at = max(scored, default=(-1.0, 0))
    return found[-at] if score >= 0 else None


def _settle(found: list[Group]) -> None:
    """Join groups where, now that all of them is known, nothing sets them apart."""
    at = 0
    while at < len(found):
        other = next((g for g in found[at + 1 :] if alike(found[at], g) >= 0), None)
        if other is None:
            at += 1
        else:
            found[at].take(other)
            found.remove(other)


def alike(one: Group, other: Group) -> float:
    """How alike two parts of one report are; below 0 they are two incidents."""
    a, b = one.profile, other.profile
    events = features.by_cause(tuple(e for e, _ in a.events), tuple(e for e, _ in b.events), _CAUSE)
    where = _where(a, b)
    doers = features.actors(a, b)
    score = _ONE_REPORT + _place(where)
    for reason in (_when(one, other), events, doers):
        score += min(0.0, reason[1]) if reason is not None else 0.0
    if doers == features.OTHER_DOERS and not _one_place(where) and events is not None and events[0] not in _ONE_CAUSE:
        score += _ANSWER
    return score + (_TOLD_APART if where is not None and where[0] in _INSIDE and _other_toll(a, b) else 0.0)


def _where(a: Profile, b: Profile) -> features.Reason | None:
    """How the places of two parts stand to each other: of towns whose position is known the worst, since one report
    tells its towns apart; else the best."""
    towns = [
        geography.related(p, q) for p, _ in a.places for q, _ in b.places if geography.placed(p) and geography.placed(q)
    ]
    return min(towns, key=lambda reason: (reason[1], reason[0])) if towns else features.place(a, b)


def _one_place(where: features.Reason | None) -> bool:
    return where is None or where[0] == "place.same"


def _place(where: features.Reason | None) -> float:
    """That day, cause and doer are the same shows little in one report; that the place is another shows much."""
    if where is None:
        return 0.0
    return min(_SAME_PLACE, where[1]) if where[1] > 0 else _OTHER_PLACE * where[1]


def _other_toll(a: Profile, b: Profile) -> bool:
    """Whether two places of one report have tolls of their own: «20 killed ..., while four died in X»."""
    pairs = [(p, q) for p, _ in a.figures for q, _ in b.figures if p.outcome == q.outcome and features.comparable(p, q)]
    return bool(pairs) and not any(features.near(p, q) for p, q in pairs)


def _when(one: Group, other: Group) -> features.Reason | None:
    """Two days told in one report are two days; an hour of the next day may be when somebody spoke of it."""
    first, second = one.times, other.times
    if not first or not second:
        return None
    reason = max((times.related(p, q) for p in first for q in second), key=lambda r: r[1])
    if reason[0] != "time.next_day":
        return reason
    return reason[0], _NIGHT if _HOURS & {*first.values(), *second.values()} else _NEXT_DAY
