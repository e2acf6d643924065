"""What stood before a decision, by today's reading and the decisions that held then."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple

from tawthiq import contract
from tawthiq.incidents import Judgement, Told
from tawthiq.judging import OTHER_PERSON, SAME_PERSON, VERDICTS, WHO, Identities, holding, judged
from tawthiq.ledger import told
from tawthiq.ledger.connect import opened
from tawthiq.ledger.moved import Move, moves

_TOGETHER = ("same", "different")


class Part(NamedTuple):
    """An incident with how many claims of it were told together."""

    incident: str
    claims: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """`states`: what was decided about the claims (a verdict), or about who is who, "" for nothing, and of how many
    claims or pairs; `fields` that a correction changed, by the published contract; and the incidents `before` and
    `after` a merge or a split."""

    states: tuple[tuple[str, int], ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    before: tuple[Part, ...] = ()
    after: tuple[Part, ...] = ()


def before(ledger: str, judgements: Iterable[Judgement]) -> Mapping[str, Earlier]:
    """For each of these decisions about claims and who is who, by its id, what stood before it. The fields of a
    correction whose claim is there no more are left out."""
    asked = [one for one in judgements if one.kind in (*VERDICTS, *_TOGETHER, *WHO)]
    if not asked:
        return {}
    corrected = sorted({claim for one in asked if one.kind == "correct" for claim in one.subjects})
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        known = told.of_claims(connection, corrected)
        past = _Past(told.judgements_on(connection, {subject for one in asked for subject in one.subjects}))
        joined = [one for one in asked if one.kind in _TOGETHER]
        moved = moves(connection, {one.id: one.subjects for one in joined})
    return {one.id: _earlier(one, known, past, moved.get(one.id, {})) for one in asked}


def taken_back(ledger: str, judgements: Iterable[Judgement]) -> Mapping[str, tuple[Judgement, ...]]:
    """For each undo among these, by its id, the decisions that it took back."""
    undos = [one for one in judgements if one.kind == "undo"]
    if not undos:
        return {}
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        known = {one.id: one for one in told.judgements_named(connection, {id for one in undos for id in one.subjects})}
    return {one.id: tuple(known[id] for id in one.subjects if id in known) for one in undos}


class _Past:
    """The decisions on some subjects, to ask for those that held before another one."""

    def __init__(self, everything: Sequence[Judgement]) -> None:
        self._undos = [one for one in everything if one.kind == "undo"]
        self._about: dict[str, list[Judgement]] = {}
        for one in everything:
            for subject in one.subjects if one.kind != "undo" else ():
                self._about.setdefault(subject, []).append(one)

    def held(self, then: Judgement) -> tuple[Judgement, ...]:
        """The decisions on the subjects of one that held before it, oldest first."""
        about = {one.id: one for subject in then.subjects for one in self._about.get(subject, ())}
        return holding(one for one in (*about.values(), *self._undos) if (one.when, one.id) < (then.when, then.id))

    def with_it(self, then: Judgement) -> Iterator[Judgement]:
        """The decisions that were made in one go with this one."""
        about = {one.id: one for subject in then.subjects for one in self._about.get(subject, ())}
        return (one for one in about.values() if one.id != then.id and (one.who, one.when) == (then.who, then.when))


def _earlier(one: Judgement, known: Mapping[str, Told], past: _Past, moved: Mapping[str, Move]) -> Earlier:
    held = past.held(one)
    if one.kind in WHO:
        return Earlier(_pairs(one, held))
    if one.kind in _TOGETHER:
        return (_merged if one.kind == "same" else _split)(one, moved, past)
    fields = _fields(one, known[one.subjects[0]], held) if one.kind == "correct" and one.subjects[0] in known else {}
    return Earlier(_verdicts(one, held), fields)


def _fields(one: Judgement, read: Told, held: Iterable[Judgement]) -> Mapping[str, Any]:
    (then,), _ = judged((read,), held)
    fields = contract.claim(then.claim)
    return {field: fields[field] for field in one.values}


def _verdicts(one: Judgement, held: Iterable[Judgement]) -> tuple[tuple[str, int], ...]:
    """How many of the claims had which verdict."""
    states = dict.fromkeys(one.subjects, "")
    for other in held:
        states.update((claim, other.kind) for claim in other.subjects if claim in states and other.kind in VERDICTS)
    return _counted(states.values(), ("", *VERDICTS))


def _pairs(one: Judgement, held: Iterable[Judgement]) -> tuple[tuple[str, int], ...]:
    """How many pairs were said to be whom."""
    then = Identities(held)
    first, *rest = dict.fromkeys(one.subjects)
    pairs = list(combinations((first, *rest), 2)) if one.kind == SAME_PERSON else [(first, other) for other in rest]
    states = (SAME_PERSON if then.same(*pair) else OTHER_PERSON if then.apart(*pair) else "" for pair in pairs)
    return _counted(states, ("", *WHO))


def _counted(states: Iterable[str], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(states)
    return tuple((state, counts[state]) for state in order if counts[state])


def _merged(one: Judgement, moved: Mapping[str, Move], _: _Past) -> Earlier:
    """Nothing where the claims were in one incident already, as those that were split off together are."""
    if not moved:
        return Earlier()
    into = next(iter(moved.values())).to
    others = Counter(move.origin for move in moved.values())
    before = (Part(into, len(one.subjects) - len(moved)), *(Part(id, others[id]) for id in sorted(others)))
    return Earlier(before=before, after=(Part(into, len(one.subjects)),))


def _split(one: Judgement, moved: Mapping[str, Move], past: _Past) -> Earlier:
    """The first subject went, and what was split off with it; the others stayed."""
    move = moved.get(one.subjects[0])
    if move is None:
        return Earlier()
    gone = max((len(other.subjects) for other in past.with_it(one)), default=1)
    stayed = len(one.subjects) - 1
    return Earlier(before=(Part(move.origin, stayed + gone),), after=(Part(move.origin, stayed), Part(move.to, gone)))
