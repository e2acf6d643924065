"""Which claims of a later reading are those of the reading before, and what changed."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import count
from typing import NamedTuple

from tawthiq.model import Claim, Kin, Victim


class Change(NamedTuple):
    """A claim that a later reading adds, drops or sees in another way (`fields` names the fields that differ)."""

    before: Claim | None
    after: Claim | None
    fields: tuple[str, ...] = ()


def renumbered(claims: Sequence[Claim], before: Iterable[Claim], used: Iterable[str]) -> tuple[Claim, ...]:
    """The claims, each with the id that it had: the claim of the same figure at the same place in the text is the
    same claim. Others get ids that are not among `used`."""
    free = _free(set(used))
    known: dict[object, deque[str]] = defaultdict(deque)
    for claim in before:
        known[_mark(claim)].append(claim.id)
    ids = {claim.id: known[_mark(claim)].popleft() if known[_mark(claim)] else next(free) for claim in claims}
    return tuple(
        replace(claim, id=ids[claim.id], part_of=ids.get(claim.part_of) if claim.part_of else None) for claim in claims
    )


def named(
    victims: Sequence[Victim], claims: Mapping[str, str], before: Iterable[Victim], used: Iterable[str]
) -> tuple[Victim, ...]:
    """The named victims of a reading whose claims now have the ids that `claims` gives: each with the id that the same
    mention had, others with one that is not among `used`."""
    free = _free(set(used), "v")
    known = {(victim.span, victim.outcome, victim.count): victim.id for victim in before}
    ids = {v.id: known.pop((v.span, v.outcome, v.count), "") or next(free) for v in victims}
    return tuple(
        replace(
            victim, id=ids[victim.id], claims=tuple(claims[id] for id in victim.claims),
            kin=_kin(victim, ids),
        )
        for victim in victims
    )  # fmt: skip


def _kin(victim: Victim, ids: Mapping[str, str]) -> Kin | None:
    kin = victim.kin
    return replace(kin, of=ids[kin.of]) if kin is not None and kin.of else kin


def changes(before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Change, ...]:
    """What an earlier and a renumbered later reading do not say alike."""
    old, new = ({claim.id: claim for claim in claims} for claims in (before, after))
    gone = [Change(claim, None) for id, claim in old.items() if id not in new]
    added = [Change(None, claim) for id, claim in new.items() if id not in old]
    other = [Change(old[id], claim, _differing(old[id], claim)) for id, claim in new.items() if id in old]
    return (*gone, *added, *(change for change in other if change.fields))


def _mark(claim: Claim) -> object:
    return claim.span, claim.outcome, claim.count, claim.event if claim.outcome is None else None


def _differing(one: Claim, other: Claim) -> tuple[str, ...]:
    return tuple(field.name for field in fields(Claim) if getattr(one, field.name) != getattr(other, field.name))


def _free(used: set[str], letter: str = "c") -> "filter[str]":
    return filter(lambda id: id not in used, (f"{letter}{number}" for number in count(1)))
