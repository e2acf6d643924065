"""Everything in memory, report after report, as a ledger does it in a database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tawthiq.incidents import Judgement, Placing, Profile, Told
from tawthiq.judging import Decisions, holding, judged
from tawthiq.linking import blocks, own
from tawthiq.linking.assign import place


@dataclass
class Linked:
    """The incidents so far: claims and profile by incident id, the incident and the reasons of each claim.
    `compared` counts the incidents that reports were compared with."""

    claims: dict[str, list[str]] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    because: dict[str, tuple[str, ...]] = field(default_factory=dict)
    compared: int = 0
    _by_key: dict[str, set[str]] = field(default_factory=dict)
    _keys: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, tolds: tuple[Told, ...], decisions: Decisions | None = None) -> None:
        """Place the claims of one report."""
        groups = own.groups(tolds)
        wanted = {key for group in groups for key in blocks.asked(group.profile)}
        near = {incident for key in wanted for incident in self._by_key.get(key, ())}
        near.update(decisions.placed.values() if decisions else ())
        self.compared += len(near)
        candidates = {incident: self.profiles[incident] for incident in near}
        for placing in place(groups, tolds, candidates, decisions or Decisions()):
            self._record(placing)

    def _record(self, placing: Placing) -> None:
        for other in placing.absorbs:
            for claim in self.claims.pop(other):
                self.claims[placing.incident].append(claim)
                self.home[claim] = placing.incident
            self._index(other, ())
            del self.profiles[other]
        self.claims.setdefault(placing.incident, []).extend(placing.claims)
        self.profiles[placing.incident] = placing.profile
        for claim in placing.claims:
            self.home[claim] = placing.incident
            self.because[claim] = placing.because
        self._index(placing.incident, blocks.keys(placing.profile))

    def _index(self, incident: str, keys: tuple[str, ...]) -> None:
        """Let an incident be found by these keys and no others."""
        for key in self._keys.pop(incident, ()):
            self._by_key[key].discard(incident)
        for key in keys:
            self._by_key.setdefault(key, set()).add(incident)
        if keys:
            self._keys[incident] = keys


def link(reports: Iterable[tuple[Told, ...]], judgements: Iterable[Judgement] = ()) -> Linked:
    """Bring the claims of all reports together, as people corrected them; the order of `reports` does not matter."""
    judgements = tuple(judgements)
    held = tuple(j for j in holding(judgements) if j.kind in ("same", "different"))
    named = {claim for judgement in held for claim in judgement.subjects}
    linked = Linked()
    corrected = (judged(tolds, judgements)[0] for tolds in reports)
    for tolds in sorted((tolds for tolds in corrected if tolds), key=_age):
        placed = {claim: linked.home[claim] for claim in named if claim in linked.home}
        linked.add(tolds, Decisions(held, placed))
    return linked


def _age(tolds: tuple[Told, ...]) -> tuple[date, str]:
    return tolds[0].published or date.max, tolds[0].document
