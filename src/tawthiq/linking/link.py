"""Everything anew: all reports of a run, oldest first, in memory."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tawthiq.incidents import Judgement, Placing, Profile, Told
from tawthiq.judging import Decisions, holding, judged
from tawthiq.linking import blocks, own
from tawthiq.linking.assign import assign


@dataclass
class Linked:
    """The incidents so far: claims and profile by incident id, and the reasons of each claim's place."""

    claims: dict[str, list[str]] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    because: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_key: dict[str, set[str]] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    compared: int = 0


def link(reports: Iterable[tuple[Told, ...]], judgements: Iterable[Judgement] = ()) -> Linked:
    """Bring the claims of all reports together, as people corrected them; the order of `reports` does not matter."""
    judgements = tuple(judgements)
    reports = [judged(tolds, judgements)[0] for tolds in reports]
    held = tuple(j for j in holding(judgements) if j.kind in ("same", "different"))
    named = {claim for judgement in held for claim in judgement.subjects}
    linked = Linked()
    for tolds in sorted((tolds for tolds in reports if tolds), key=_age):
        decisions = Decisions(held, {claim: linked.home[claim] for claim in named if claim in linked.home})
        wanted = {key for group in own.groups(tolds) for key in blocks.asked(group.profile)}
        near = {incident for key in wanted for incident in linked.by_key.get(key, ())}
        near |= {decisions.placed[c] for c in decisions.placed}
        linked.compared += len(near)
        for placing in assign(tolds, {incident: linked.profiles[incident] for incident in near}, decisions):
            _record(linked, placing)
    return linked


def _record(linked: Linked, placing: Placing) -> None:
    for other in placing.absorbs:
        for claim in linked.claims.pop(other):
            linked.claims[placing.incident].append(claim)
            linked.home[claim] = placing.incident
        for key in blocks.keys(linked.profiles.pop(other)):
            linked.by_key.get(key, set()).discard(other)
    linked.claims.setdefault(placing.incident, []).extend(placing.claims)
    linked.profiles[placing.incident] = placing.profile
    for claim in placing.claims:
        linked.home[claim] = placing.incident
        linked.because[claim] = placing.because
    for key in blocks.keys(placing.profile):
        linked.by_key.setdefault(key, set()).add(placing.incident)


def _age(tolds: tuple[Told, ...]) -> tuple[date, str]:
    return tolds[0].published or date.max, tolds[0].document
