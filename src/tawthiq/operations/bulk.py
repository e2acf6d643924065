"""One decision about the claims of many incidents: what it would change first, then the decision itself."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tawthiq.contract import Json
from tawthiq.incidents import Told
from tawthiq.judging import VERDICTS, holding, judged
from tawthiq.ledger import told
from tawthiq.ledger.connect import opened
from tawthiq.ledger.wanted import bodies
from tawthiq.operations.judging import seen_of
from tawthiq.operations.reviewing import on_claims

# How many claims one decision may be about: as many as a person can look through.
MOST = 1_000


class Change(NamedTuple):
    """A claim that would change: as it reads now, and its verdict before ("" for none)."""

    now: Told
    before: str


class Part(NamedTuple):
    """An incident, and its claims that would change."""

    incident: Json
    changes: tuple[Change, ...]


class Preview(NamedTuple):
    """What a verdict on all claims of some incidents would change; how many claims have that verdict already, and how
    many another that is left as it is. `seen` is for `judging.Judge`."""

    parts: tuple[Part, ...]
    alike: int
    left: int
    seen: str

    @property
    def claims(self) -> list[str]:
        """The ids of the claims that would change."""
        return [change.now.id for part in self.parts for change in part.changes]


class Choice(NamedTuple):
    """The incidents, the verdict, the claims to leave out, and whether claims change that have another verdict."""

    incidents: Sequence[str]
    verdict: str
    without: frozenset[str] = frozenset()
    anew: bool = False


def preview(ledger: str, choice: Choice) -> Preview | None:
    """What the verdict would change; None where the incidents have more claims than a person can look through."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        members = told.of_incidents(connection, choice.incidents)
        claims = [t.id for tolds in members.values() for t in tolds if t.id not in choice.without]
        if len(claims) > MOST:
            return None
        by_claim = on_claims(holding(told.judgements_on(connection, claims)))
        shown = list(bodies(connection, [id for id in choice.incidents if members[id]]))
    verdicts = {
        claim: next((one.kind for one in reversed(by_claim.get(claim, ())) if one.kind in VERDICTS), "")
        for claim in claims
    }
    left = {claim for claim, before in verdicts.items() if before not in ("", choice.verdict) and not choice.anew}
    alike = sum(before == choice.verdict for before in verdicts.values())
    parts = []
    for incident in shown:
        new = [t for t in members[incident["id"]] if verdicts.get(t.id, choice.verdict) != choice.verdict]
        new = sorted((t for t in new if t.id not in left), key=attrgetter("order"))
        reads = judged(new, {one.id: one for t in new for one in by_claim.get(t.id, ())}.values())[0]
        parts.append(Part(incident, tuple(Change(now, verdicts[now.id]) for now in reads)))
    changed = [change.now.id for part in parts for change in part.changes]
    held = {one.id: one for claim in changed for one in by_claim.get(claim, ())}
    seen = seen_of(sorted(held.values(), key=lambda one: (one.when, one.id)), changed)
    return Preview(tuple(part for part in parts if part.changes), alike, len(left), seen)
