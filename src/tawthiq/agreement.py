"""How far two people agree who read the same claims, neither knowing what the other decided."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tawthiq.incidents import Judgement, Told
from tawthiq.judging import VERDICTS, judged
from tawthiq.model import Claim

# The verdicts by which a claim counts, so that its fields can be compared.
_COUNTS = ("accept", "correct")


class Reading(NamedTuple):
    """What one person made of a claim: who, the verdict, and the claim as they left it."""

    who: str
    verdict: str
    told: Told


class Pair(NamedTuple):
    """Two readings of one claim."""

    first: Reading
    second: Reading


class Agreement(NamedTuple):
    """Of how many that were compared how many agree; `kappa` is Cohen's, None where chance alone agrees always."""

    compared: int
    agreed: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share that agrees, 0 where nothing is compared."""
        return self.agreed / self.compared if self.compared else 0.0


def reading(read: Told, judgements: Iterable[Judgement]) -> Reading | None:
    """What these judgements, oldest first, make of a claim as it was read; None without a verdict among them."""
    on_it = [one for one in judgements if one.kind in VERDICTS and read.id in one.subjects]
    if not on_it:
        return None
    (told,), _ = judged((read,), on_it)
    return Reading(on_it[-1].who, on_it[-1].kind, told)


def agreement(pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    """Cohen's kappa: (observed - expected) / (1 - expected), the expected share being that of two people who use each
    value as often as these and know nothing of the claims (J. Cohen, "A coefficient of agreement for nominal scales",
    Educational and Psychological Measurement 20, 1960)."""
    n, agreed = len(pairs), sum(one == other for one, other in pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[value] * second[value] for value in first)
    if by_chance == n * n:  # also where there are no pairs
        return Agreement(n, agreed, None)
    return Agreement(n, agreed, (agreed * n - by_chance) / (n * n - by_chance))


def of_verdicts(pairs: Iterable[Pair]) -> Agreement:
    """How far the verdicts agree."""
    return agreement([(pair.first.verdict, pair.second.verdict) for pair in pairs])


def of_fields(pairs: Iterable[Pair]) -> dict[str, Agreement]:
    """How far each field agrees in claims that both let count."""
    both = [pair for pair in pairs if _counts(pair)]
    return {field: agreement([_values(field, pair) for pair in both]) for field in FIELDS}


def unlike(pair: Pair) -> tuple[str, ...]:
    """The fields that two readings, both of which let the claim count, leave differently."""
    if not _counts(pair):
        return ()
    return tuple(field for field in FIELDS if len(set(_values(field, pair))) > 1)


def differs(pair: Pair) -> bool:
    """Whether the verdicts or the fields differ. Accepted as it stands, and corrected to the same, do not: what is
    left to say of the claim is the same."""
    if _counts(pair):
        return bool(unlike(pair))
    return pair.first.verdict != pair.second.verdict


def _counts(pair: Pair) -> bool:
    return all(one.verdict in _COUNTS for one in pair)


def _values(field: str, pair: Pair) -> tuple[Hashable, Hashable]:
    of = FIELDS[field]
    return of(pair.first.told.claim), of(pair.second.told.claim)


def _count(claim: Claim) -> Hashable:
    count = claim.count
    return count and (count.low, count.high, count.modifier, count.vague)


def _place(claim: Claim) -> Hashable:
    place = claim.place
    return place and (place.id or (place.name, place.country))


def _time(claim: Claim) -> Hashable:
    return claim.time and (claim.time.start, claim.time.end)


# What is compared of a claim, by field.
FIELDS: Mapping[str, Callable[[Claim], Hashable]] = {
    "outcome": lambda claim: claim.outcome, "count": _count, "group": lambda claim: claim.group,
    "event": lambda claim: claim.event, "actors": lambda claim: frozenset(claim.actors), "place": _place, "time": _time,
    "status": lambda claim: claim.status, "cumulative": lambda claim: claim.cumulative,
}  # fmt: skip
