"""Which incident do a report's claims belong to? Asks linking, and keeps the answer in the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tawthiq import linking
from tawthiq.incidents import Judgement, Placing, Profile, Told
from tawthiq.judging import Decisions, holding, judged
from tawthiq.ledger import told
from tawthiq.ledger.moved import moved
from tawthiq.ledger.neighbours import Neighbours
from tawthiq.ledger.records import Arrival, Link
from tawthiq.ledger.writer import Writer

_FIRST = ("the first report of it",)
_JOINED = ("a report shows the two to be one",)
_TOGETHER = ("same", "different", "undo")
_NOWHERE = ("tells of no single incident",)


class _Decided(NamedTuple):
    """The judgements that hold on what belongs together, and the claims that these name."""

    decisions: Decisions
    named: frozenset[str]


class Placer:
    """Places claims, inside the batches of one writer; call `begin` in each of them first."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._connection = writer.ledger.connection
        self._neighbours = Neighbours(self._connection)
        self._decided: _Decided | None = None
        # Claims that are being placed anew and are in no incident meanwhile.
        self._floating: set[str] = set()

    def begin(self) -> None:
        """A batch has begun: take in what other programs added and people decided."""
        if self._writer.moved:
            self._neighbours.forget()
        self._decided = None

    def document(self, arrival: Arrival) -> list[Link]:
        """The links of the claims of a report that is about to be added."""
        origin = self._neighbours.origin(arrival.number, arrival.document.text)
        root = "" if origin.root == arrival.number else told.document_id(self._connection, origin.root)
        return self._placed(linking.told(arrival.document, root, origin.wire))

    def again(self, documents: Sequence[str], before: Iterable[str] = ()) -> None:
        """Place the claims of these documents anew, the oldest first: something was read or decided otherwise.
        `before` are incidents that they were in with claims that are no more."""
        tolds = told.of_documents(self._connection, documents)
        moving = {t.id for some in tolds.values() for t in some}
        homes = told.homes(self._connection, moving)
        members = told.of_incidents(self._connection, sorted({*homes.values(), *before}))
        empty = self._take_out(members, moving)
        self._floating = set(moving)
        for document in sorted(tolds, key=lambda id: (str(tolds[id][0].published if tolds[id] else ""), id)):
            self._writer.links(self._placed(tolds[document], homes, empty))

    def merge(self, incident: str, others: Sequence[str], judgement: str) -> None:
        """Make incidents one, as a judgement says."""
        members = told.of_incidents(self._connection, others)
        because = (f"decided: same, {judgement}",)
        self._writer.links([Link(t.id, incident, because) for some in members.values() for t in some])
        profile, *more = self._neighbours.profiles((incident, *others)).values()
        for other in more:
            profile = linking.join(profile, other)
        self._neighbours.keep({incident: profile, **dict.fromkeys(others)})

    def split(self, incident: str, claims: Sequence[str], judgement: str) -> str:
        """Make claims of an incident another one, as a judgement says; returns its id."""
        members = told.of_incidents(self._connection, [incident])[incident]
        chosen = set(claims)
        new = linking.new_id((judgement,))
        because = (f"decided: different, {judgement}",)
        self._writer.links([Link(claim, new, because) for claim in sorted(chosen)])
        self._keep({
            new: [t for t in members if t.id in chosen], incident: [t for t in members if t.id not in chosen],
        })  # fmt: skip
        return new

    def take_back(self, judgements: Sequence[str], claims: Sequence[str], undo: str) -> None:
        """Put claims back where they were before these judgements moved them; what came to their incidents later is
        placed anew."""
        homes = sorted(set(told.homes(self._connection, claims).values()))
        since = moved(self._connection, judgements, {*claims, *told.claims_of(self._connection, homes)})
        self._writer.links([Link(claim, home, (f"undone: {undo}",)) for claim, home in sorted(since.back.items())])
        self._keep(told.of_incidents(self._connection, sorted({*homes, *filter(None, since.back.values())})))
        self.again(told.documents_of(self._connection, since.later))

    def mark(self, claims: Iterable[str]) -> None:
        """The incidents of these claims have to be worked out anew."""
        self._neighbours.mark(told.homes(self._connection, claims).values())

    def _take_out(self, members: Mapping[str, list[Told]], moving: set[str]) -> set[str]:
        """Take claims out of their incidents; the incidents that are then empty."""
        rest = {incident: [t for t in some if t.id not in moving] for incident, some in members.items()}
        self._keep(rest)
        return {incident for incident, some in rest.items() if not some}

    def _keep(self, members: Mapping[str, Sequence[Told]]) -> None:
        """Incidents consist of these claims now."""
        rivals = told.rivals(self._connection, sorted(members))
        self._neighbours.keep({
            incident: linking.profile(some, rivals[incident]) if some else None for incident, some in members.items()
        })  # fmt: skip

    def _placed(
        self, tolds: tuple[Told, ...], homes: Mapping[str, str] | None = None, empty: set[str] | None = None
    ) -> list[Link]:
        """The links of the claims of one document; `homes` is where they were, `empty` the incidents that stand
        empty. What linking looks up is changed at once."""
        homes, empty = homes or {}, empty if empty is not None else set()
        placed = self._placings(tolds)
        links: list[Link] = []
        profiles: dict[str, Profile | None] = {}
        for placing in placed:
            placing = _as_before(placing, homes, empty)
            because = placing.because or _FIRST
            links += [Link(c, placing.incident, because) for c in placing.claims if homes.get(c) != placing.incident]
            links += self._absorbed(placing)
            profiles |= {placing.incident: placing.profile, **dict.fromkeys(placing.absorbs)}
        in_one = {claim for placing in placed for claim in placing.claims}
        links += [Link(t.id, None, _NOWHERE) for t in tolds if t.id in homes and t.id not in in_one]
        self._floating -= {t.id for t in tolds}
        if profiles:
            self._neighbours.keep(profiles)
        return links

    def _placings(self, tolds: tuple[Told, ...]) -> tuple[Placing, ...]:
        decided = self._decisions()
        tolds, _ = judged(tolds, told.judgements_on(self._connection, [t.id for t in tolds]))
        wanted: set[str] = set()
        decisions = decided.decisions
        if decided.named:
            placed = told.homes(self._connection, decided.named)
            decisions.placed = {claim: home for claim, home in placed.items() if claim not in self._floating}
            bound = {other for t in tolds for other in decisions.together(t.id)}
            wanted = {home for claim, home in decisions.placed.items() if claim in bound}
        groups = linking.groups(tolds)
        near = self._neighbours.near(linking.asked(groups)) | self._neighbours.profiles(wanted)
        return linking.place(groups, tolds, near, decisions)

    def _decisions(self) -> "_Decided":
        """What people decided, read at the first question of a batch: most decisions move nothing."""
        if self._decided is None:
            self._decided = _decided(told.judgements_of(self._connection, _TOGETHER))
        return self._decided

    def _absorbed(self, placing: Placing) -> list[Link]:
        """The claims of incidents that a placing shows to be the same one move to it."""
        claims = told.claims_of(self._connection, placing.absorbs)
        return [Link(claim, placing.incident, _JOINED) for claim in claims if claim not in self._floating]


def _as_before(placing: Placing, homes: Mapping[str, str], empty: set[str]) -> Placing:
    """A placing that begins an incident takes the id that its claims' incident had, where that stands empty."""
    before = next((homes[claim] for claim in placing.claims if homes.get(claim) in empty), None)
    if not placing.new or before is None:
        return placing
    empty.discard(before)
    return replace(placing, incident=before)


def _decided(judgements: Sequence[Judgement]) -> _Decided:
    named = frozenset(claim for judgement in holding(judgements) for claim in judgement.subjects)
    return _Decided(Decisions(judgements), named)
