"""Which incident do a report's claims belong to? Asks linking, and keeps the answer in the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tawthiq import linking
from tawthiq.incidents import Judgement, Placing, Profile, Told
from tawthiq.judging import Decisions, holding, judged
from tawthiq.ledger import told
from tawthiq.ledger.neighbours import Neighbours
from tawthiq.ledger.records import Arrival, Link
from tawthiq.ledger.writer import Writer

_FIRST = ("the first report of it",)
_JOINED = ("a report shows the two to be one",)
_NOWHERE = ("tells of no single incident",)


class Placer:
    """Places claims, inside the batches of one writer; call `begin` in each of them first."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._connection = writer.ledger.connection
        self._neighbours = Neighbours(self._connection)
        self._judgements: dict[str, list[Judgement]] = {}
        self._decisions = Decisions()
        self._named: frozenset[str] = frozenset()
        # Claims that are being placed anew and are in no incident meanwhile.
        self._floating: set[str] = set()

    def begin(self) -> None:
        """A batch has begun: take in what other programs added and people decided."""
        if self._writer.moved:
            self._neighbours.forget()
        held = holding(told.judgements(self._connection))
        self._judgements = {}
        for judgement in held:
            for claim in judgement.subjects:
                self._judgements.setdefault(claim, []).append(judgement)
        self._decisions = Decisions(judgement for judgement in held if judgement.kind in ("same", "different"))
        self._named = frozenset(c for c, on in self._judgements.items() if any(_links(judgement) for judgement in on))

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
        parted = [t for t in members if t.id in chosen], [t for t in members if t.id not in chosen]
        rivals = told.rivals(self._connection, (new, incident))
        self._neighbours.keep({
            new: linking.profile(parted[0], rivals[new]), incident: linking.profile(parted[1], rivals[incident]),
        })  # fmt: skip
        return new

    def mark(self, claims: Iterable[str]) -> None:
        """The incidents of these claims have to be worked out anew."""
        self._neighbours.mark(told.homes(self._connection, claims).values())

    def _take_out(self, members: Mapping[str, list[Told]], moving: set[str]) -> set[str]:
        """Take claims out of their incidents; the incidents that are then empty."""
        rest = {incident: [t for t in some if t.id not in moving] for incident, some in members.items()}
        rivals = told.rivals(self._connection, sorted(rest))
        profiles = {
            incident: linking.profile(some, rivals[incident]) if some else None for incident, some in rest.items()
        }
        self._neighbours.keep(profiles)
        return {incident for incident, some in rest.items() if not some}

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
        on_them = [judgement for t in tolds for judgement in self._judgements.get(t.id, ())]
        if on_them:
            tolds, _ = judged(tolds, {judgement.id: judgement for judgement in on_them}.values())
        wanted: set[str] = set()
        if self._named:
            placed = told.homes(self._connection, self._named)
            self._decisions.placed = {claim: home for claim, home in placed.items() if claim not in self._floating}
            bound = {other for t in tolds for other in self._decisions.together(t.id)}
            wanted = {home for claim, home in self._decisions.placed.items() if claim in bound}
        groups = linking.groups(tolds)
        near = self._neighbours.near(linking.asked(groups)) | self._neighbours.profiles(wanted)
        return linking.place(groups, tolds, near, self._decisions)

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


def _links(judgement: Judgement) -> bool:
    return judgement.kind in ("same", "different")
