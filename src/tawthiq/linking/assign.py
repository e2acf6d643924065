"""Which incidents the claims of a new report belong to. Decisions of people win over likeness.

The best pair of a report's group and a known incident is taken first, then the next; two groups of one report go to
one incident only where they could be one group. What no known incident is like begins a new one."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from tawthiq.incidents import Likeness, Placing, Profile, Told
from tawthiq.judging import Decisions
from tawthiq.linking import blocks, features, own, profiles

_STRONG = 2.0
_BRIDGE = 0.5
_SPLIT = -1.0


class Option(NamedTuple):
    """A group that could go to an incident."""

    score: float
    group: int
    incident: str
    reasons: tuple[str, ...]


def place(
    groups: tuple[own.Group, ...], tolds: tuple[Told, ...], candidates: Mapping[str, Profile], decisions: Decisions
) -> tuple[Placing, ...]:
    """Place the claims of one report, in `groups` that it tells of one incident each, among candidate incidents. The
    order of `candidates` does not matter."""
    if decisions:
        groups = _decided(groups, tolds, decisions)
    forced = {at: home for at, group in enumerate(groups) if (home := _forced(group, decisions)) is not None}
    near = _near(groups, candidates)
    options = [
        option
        for at, group in enumerate(groups)
        if at not in forced
        for option in _options(at, group, near[at], decisions)
    ]
    taken: dict[int, Option] = {at: Option(9.0, at, home, ("decided: same",)) for at, home in forced.items()}
    for option in sorted(options, key=lambda o: (-o.score, o.group, o.incident)):
        if option.group not in taken and _free(option, groups, taken):
            taken[option.group] = option
    return _placings(groups, candidates, taken, _absorbed(groups, options, taken, candidates, decisions))


def new_id(claims: tuple[str, ...]) -> str:
    """The id of an incident that begins with these claims."""
    return "i" + blake2b(min(claims).encode(), digest_size=6).hexdigest()


def _near(groups: tuple[own.Group, ...], candidates: Mapping[str, Profile]) -> list[dict[str, Profile]]:
    """For each group the candidates that share a block with it: a report on many places compares each with its own."""
    if len(groups) == 1:
        return [dict(candidates)]
    by_key: dict[str, list[str]] = {}
    for incident, profile in candidates.items():
        for key in blocks.keys(profile):
            by_key.setdefault(key, []).append(incident)
    return [
        {incident: candidates[incident] for key in blocks.asked(group.profile) for incident in by_key.get(key, ())}
        for group in groups
    ]


def _options(at: int, group: own.Group, candidates: Mapping[str, Profile], decisions: Decisions) -> list[Option]:
    barred = {
        decisions.placed[other]
        for told in group.claims
        for other in decisions.apart(told.id)
        if other in decisions.placed
    } if decisions else set()  # fmt: skip
    found = []
    for incident, profile in candidates.items():
        if incident not in barred:
            likeness = features.compare(group.profile, profile)
            if likeness.score >= 0:
                found.append(Option(likeness.score, at, incident, _told(likeness)))
    return found


def _free(option: Option, groups: tuple[own.Group, ...], taken: Mapping[int, Option]) -> bool:
    """Whether no group of the report that is clearly of another incident went there before."""
    mates = [at for at, other in taken.items() if other.incident == option.incident]
    return all(option.score >= _STRONG and own.alike(groups[at], groups[option.group]) >= _SPLIT for at in mates)


def _absorbed(
    groups: tuple[own.Group, ...],
    options: list[Option],
    taken: Mapping[int, Option],
    candidates: Mapping[str, Profile],
    decisions: Decisions,
) -> dict[str, set[str]]:
    """By incident, the other known incidents that a report shows to be the same one."""
    absorbed: dict[str, set[str]] = {}
    gone: set[str] = set()
    barred = {decisions.placed[c] for c in decisions.placed if decisions.apart(c)}
    homes = {option.incident for option in taken.values()}
    for option in sorted(options, key=lambda o: (-o.score, o.group, o.incident)):
        home = taken[option.group].incident if option.group in taken else None
        if home is None or home in gone or option.incident in homes or option.incident in gone:
            continue
        if {home, option.incident} & barred or home not in candidates:
            continue
        if set(candidates[home].rivals) & set(candidates[option.incident].rivals):
            continue  # a report tells of both, as two
        grown = profiles.join(candidates[home], profiles.even(groups[option.group].profile))
        if features.compare(grown, candidates[option.incident]).score >= _BRIDGE:
            absorbed.setdefault(home, set()).add(option.incident)
            gone.add(option.incident)
    return absorbed


def _placings(
    groups: tuple[own.Group, ...],
    candidates: Mapping[str, Profile],
    taken: Mapping[int, Option],
    absorbed: Mapping[str, set[str]],
) -> tuple[Placing, ...]:
    together: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        home = taken[at].incident if at in taken else new_id(tuple(told.id for told in group.claims))
        together.setdefault(home, []).append(at)
    found = []
    for home, members in together.items():
        profile = groups[members[0]].profile
        for at in members[1:]:
            profile = replace(profiles.join(profile, groups[at].profile), documents=1)
        profile = profiles.even(profile)
        if len(together) > 1:
            profile = replace(profile, rivals=(groups[members[0]].claims[0].document,))
        for known in sorted({home, *absorbed.get(home, ())} & candidates.keys()):
            profile = profiles.join(candidates[known], profile)
        claims = tuple(told.id for at in members for told in groups[at].claims)
        because = tuple(reason for at in members if at in taken for reason in taken[at].reasons)
        found.append(
            Placing(home, claims, profile, home not in candidates, because, tuple(sorted(absorbed.get(home, ()))))
        )
    return tuple(found)


def _decided(groups: tuple[own.Group, ...], tolds: tuple[Told, ...], decisions: Decisions) -> tuple[own.Group, ...]:
    """The groups of a report with its own claims parted and joined as people decided."""
    home = {told.id: group for group in groups for told in group.claims}
    named = [told for told in tolds if decisions.together(told.id) or decisions.apart(told.id)]
    parts: list[list[Told]] = [list(group.claims) for group in groups]
    for told in named:
        mine = next((part for part in parts if told in part), None)
        if mine is None:
            mine = [told]
            parts.append(mine)
        outside = decisions.placed.get(told.id)
        if len(mine) > 1 and (
            outside or any(t.id in decisions.apart(told.id) for t in mine) or home.get(told.id) is None
        ):
            mine.remove(told)
            parts.append([told])
    for told in named:
        mine = next(part for part in parts if told in part)
        for other in [part for part in parts if part is not mine]:
            if any(t.id in decisions.together(told.id) for t in other):
                mine.extend(other)
                parts.remove(other)
    return tuple(own.group_of(part) for part in parts if part)


def _forced(group: own.Group, decisions: Decisions) -> str | None:
    """The incident that people put a group's claims in, if they did."""
    if not decisions:
        return None
    homes = sorted(
        decisions.placed[other]
        for told in group.claims
        for other in decisions.together(told.id)
        if other in decisions.placed
    )
    return homes[0] if homes else None


def _told(likeness: Likeness) -> tuple[str, ...]:
    return tuple(f"{name} {weight:+g}" for name, weight in likeness.reasons)
