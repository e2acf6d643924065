"""The incidents of one report: which of its claims tell of the same one.

A report tells of one incident unless it says otherwise: another place, another day, another cause or another doer."""

from dataclasses import replace

from tawthiq.incidents import Profile, Told
from tawthiq.linking import features, profiles, times
from tawthiq.linking.told import apart

_ONE_REPORT = 1.0
_CAUSE = {"same": 1.0, "family": 0.8, "near": 0.3, "open": 0.3, "foreign": -2.0}
_NIGHT = -4.5
_REACH = 60


class Group:
    """Claims of one report and the profile that they make."""

    def __init__(self, told: Told) -> None:
        self.claims = [told]
        self.profile = profiles.of((told,))

    def take(self, other: "Group") -> None:
        """Add the claims of another group."""
        self.claims.extend(other.claims)
        self.profile = replace(profiles.join(self.profile, other.profile), documents=1)


def group_of(tolds: list[Told]) -> Group:
    """One group of these claims of one report."""
    group = Group(tolds[0])
    for told in tolds[1:]:
        group.take(Group(told))
    return group


def groups(tolds: tuple[Told, ...]) -> tuple[Group, ...]:
    """The claims of one report by the incident that they tell of, in the report's order; those of none left out."""
    found: list[Group] = []
    home: dict[str, Group] = {}
    for told in tolds:
        if apart(told.claim) is not None:
            continue
        single = Group(told)
        group = home.get(told.part_of or "") or _nearest(single, found[-_REACH:])
        if group is None:
            found.append(single)
            home[told.id] = single
        else:
            group.take(single)
            home[told.id] = group
    if len(found) <= _REACH:
        _settle(found)
    for group in found:
        group.claims.sort(key=lambda told: (told.claim.span, told.id))
    return tuple(found)


def _nearest(single: Group, found: list[Group]) -> Group | None:
    """The group that a claim goes to, the earliest among equals; None where it begins one."""
    scored = [(alike(single.profile, group.profile), -at) for at, group in enumerate(found)]
    score, at = max(scored, default=(-1.0, 0))
    return found[-at] if score >= 0 else None


def _settle(found: list[Group]) -> None:
    """Join groups where, now that all of them is known, nothing sets them apart."""
    at = 0
    while at < len(found):
        other = next((g for g in found[at + 1 :] if alike(found[at].profile, g.profile) >= 0), None)
        if other is None:
            at += 1
        else:
            found[at].take(other)
            found.remove(other)


def alike(a: Profile, b: Profile) -> float:
    """How alike two parts of one report are; below 0 they are two incidents."""
    events = features.by_cause(tuple(e for e, _ in a.events), tuple(e for e, _ in b.events), _CAUSE)
    reasons = (features.place(a, b), _when(a, b), events, features.actors(a, b))
    return _ONE_REPORT + sum(reason[1] for reason in reasons if reason is not None)


def _when(a: Profile, b: Profile) -> features.Reason | None:
    """Two days told in one report are two days."""
    first, second = [(s, e) for s, e, _ in a.days], [(s, e) for s, e, _ in b.days]
    if not first or not second:
        return None
    reason = max((times.related(p, q) for p in first for q in second), key=lambda r: r[1])
    return (reason[0], _NIGHT) if reason[0] == "time.next_day" else reason
