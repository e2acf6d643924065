"""What people decided: which judgements hold, and what they make of claims.

Judgements are only added. One that is undone holds no longer; an undo that is itself undone brings it back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import combinations, groupby
from typing import Any

from tawthiq.incidents import Judgement, Told
from tawthiq.model import Claim, ClaimPlace, ClaimSource, ClaimTime, Count

# The kinds of decision about a claim itself.
VERDICTS = ("accept", "reject", "correct", "unsure")
# The kinds from which nothing follows for a claim: a sample for a second reading, and a second reading.
SAMPLE, SECOND = "sample", "second"
# The kinds of decision about who is who, whose subjects are namings of victims.
SAME_PERSON, OTHER_PERSON = "same_person", "other_person"
WHO = (SAME_PERSON, OTHER_PERSON)
_PARTS = {"count": Count, "place": ClaimPlace, "time": ClaimTime, "source": ClaimSource}
_CLAIM = frozenset(field.name for field in fields(Claim)) - {"id", "span", "quote", "because"}


class Decisions:
    """The judgements that hold on which claims belong together, and where their subjects are now. Of a merge and a
    split of the same claims the later one holds.

    `placed` gives the incident of each subject that is in one; ids that no judgement names are not needed.
    """

    def __init__(self, judgements: Iterable[Judgement] = (), placed: Mapping[str, str] | None = None) -> None:
        self._together: dict[str, frozenset[str]] = {}
        self._apart: dict[str, set[str]] = {}
        self.placed = dict(placed or {})
        for _, made in groupby(holding(judgements), key=lambda one: (one.when, one.who)):
            in_one_go = list(made)
            same = [one.subjects for one in in_one_go if one.kind == "same"]
            for subjects in same:
                self._tell_alike(subjects)
            for first, *rest in (one.subjects or ("",) for one in in_one_go if one.kind == "different"):
                self._tell_apart(first, rest, {first}.union(*(subjects for subjects in same if first in subjects)))

    def together(self, claim: str) -> frozenset[str]:
        """The claims that tell of the same incident by decision, also by way of others."""
        return self._together.get(claim, frozenset()) - {claim}

    def apart(self, claim: str) -> frozenset[str]:
        """The claims that tell of another incident by decision."""
        return frozenset(self._apart.get(claim, ()))

    def __bool__(self) -> bool:
        return bool(self._together or self._apart)

    def _tell_alike(self, claims: Sequence[str]) -> None:
        self._keep(frozenset(claims).union(*(self._together.get(claim, ()) for claim in claims)))
        for claim in claims:
            self._apart.get(claim, set()).difference_update(claims)

    def _tell_apart(self, first: str, rest: Sequence[str], chosen: set[str]) -> None:
        """The chosen claims, the first with them, leave those that they were with."""
        if self._together.get(first, frozenset()).intersection(rest):
            left = self._together[first] - chosen
            self._keep(left)
            self._keep(frozenset(chosen))
        for other in rest:
            self._apart.setdefault(first, set()).add(other)
            self._apart.setdefault(other, set()).add(first)

    def _keep(self, claims: frozenset[str]) -> None:
        self._together.update(dict.fromkeys(claims, claims))


class Identities:
    """The judgements that hold on which namings of victims are of one person. Of two about the same pair the later one
    holds; where others would still join two who were told apart, they stay apart."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        pairs: dict[tuple[str, str], Judgement] = {}
        for judgement in holding(judgements):
            for pair in _pairs(judgement):
                pairs.pop(pair, None)  # in the order of the latest
                pairs[pair] = judgement
        self._apart = {pair for pair, one in pairs.items() if one.kind == OTHER_PERSON}
        self._root: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._said: dict[str, Judgement] = {}
        for (one, other), judgement in pairs.items():
            if judgement.kind == SAME_PERSON and not self.apart(one, other):
                self._unite(self.root(one), self.root(other), judgement)

    def root(self, naming: str) -> str:
        """What all namings of one person by decision have in common: the first of their ids."""
        return self._root.get(naming, naming)

    def members(self, naming: str) -> frozenset[str]:
        """The namings of the same person by decision, this one with them."""
        return frozenset(self._members.get(self.root(naming), {naming}))

    def same(self, one: str, other: str) -> str | None:
        """Who decided that two namings are of one person; None where nobody did."""
        if one == other or self.root(one) != self.root(other):
            return None
        judgement = self._said[self.root(one)]
        return f"the same person, says {judgement.who}" + (f": {judgement.why}" if judgement.why else "")

    def apart(self, one: str, other: str) -> bool:
        """Whether two namings, or others of the same persons, were told apart."""
        if not self._apart:
            return False
        mine, theirs = self.members(one), self.members(other)
        return any(_ordered((a, b)) in self._apart for a in mine for b in theirs)

    def _unite(self, one: str, other: str, judgement: Judgement) -> None:
        root, moved = min(one, other), self.members(one) | self.members(other)
        self._said[root] = judgement
        self._members[root] = set(moved)
        self._root.update(dict.fromkeys(moved, root))


def _pairs(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """The pairs that a judgement about who is who decides, each in order."""
    first, *rest = judgement.subjects or ("",)
    if judgement.kind == SAME_PERSON:
        yield from (_ordered(pair) for pair in combinations(dict.fromkeys(judgement.subjects), 2))
    elif judgement.kind == OTHER_PERSON:
        yield from (_ordered((first, other)) for other in rest if other != first)


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)


def holding(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that are not undone, oldest first; undos left out."""
    ordered = sorted(judgements, key=lambda judgement: (judgement.when, judgement.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.kind == "undo" and judgement.id not in undone:
            undone.update(judgement.subjects)
    return tuple(judgement for judgement in ordered if judgement.kind != "undo" and judgement.id not in undone)


def judged(tolds: Sequence[Told], judgements: Iterable[Judgement]) -> tuple[tuple[Told, ...], dict[str, str]]:
    """The claims as people corrected them, and for each rejected one why. The latest judgement of a claim holds."""
    changes: dict[str, dict[str, Any]] = {}
    rejected: dict[str, str] = {}
    for judgement in holding(judgements):
        for claim in judgement.subjects:
            if judgement.kind == "correct":
                changes.setdefault(claim, {}).update(judgement.values)
            if judgement.kind == "reject":
                rejected[claim] = f"rejected by {judgement.who}" + (f": {judgement.why}" if judgement.why else "")
            elif judgement.kind in ("accept", "correct", "unsure"):
                rejected.pop(claim, None)
    return tuple(_corrected(told, changes.get(told.id)) for told in tolds), rejected


def _corrected(told: Told, values: Mapping[str, Any] | None) -> Told:
    if not values:
        return told
    known = {name: _part(told.claim, name, value) for name, value in values.items() if name in _CLAIM}
    if "actors" in known:  # words go on standing for the doers that were kept, in their order
        words = dict(zip(told.claim.actors, told.claim.actors_text, strict=False))
        known["actors_text"] = tuple(words[id] for id in known["actors"] if id in words)
    return replace(told, claim=replace(told.claim, **known))


def _part(claim: Claim, name: str, value: Any) -> Any:
    """A field's new value as the model has it; a part given in part keeps its other fields."""
    if name in _PARTS and isinstance(value, Mapping):
        old = getattr(claim, name)
        allowed = {field.name for field in fields(_PARTS[name])}
        given = {key: tuple(v) if isinstance(v, list) else v for key, v in value.items() if key in allowed}
        return replace(old, **given) if old is not None else _new(_PARTS[name], given)
    return tuple(value) if isinstance(value, list) else value


def _new(shape: type[Any], given: Mapping[str, Any]) -> Any:
    """A part that the claim lacked; what a correction leaves unsaid stays empty."""
    empty: dict[str, Any] = {field.name: None for field in fields(shape)}
    if shape is ClaimSource:
        empty.update(text="", kind="other", via=(), quoted=False)
    if shape is Count:
        empty.update(modifier="exact")
    return shape(**{**empty, **given})
