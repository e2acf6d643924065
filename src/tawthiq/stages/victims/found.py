"""What the stage knows of the claims, and what it has found of a person."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.model import Claim
from tawthiq.stages.victims.people import Person
from tawthiq.stages.victims.view import View

OUTCOMES = frozenset({"killed", "injured", "casualties", "missing", "detained", "abducted", "rescued", "trapped"})
_UNSURE = "casualties"
_AROUND, _BEFORE, _BEHIND = 6, 80, 30


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim that tells of harm to people, on tokens first ≤ t < last."""

    first: int
    last: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody harmed, with the claim that tells of them; `own`: of them alone, not of those that they are one of."""

    person: Person
    outcome: str
    telling: Telling | None
    because: str
    own: bool = True

    @property
    def claim(self) -> Claim | None:
        return self.telling.claim if self.telling is not None else None


class Tellings:
    """Those of a report, in order."""

    def __init__(self, view: View) -> None:
        starts = [t.start for t in view.tokens]
        ends = [t.end for t in view.tokens]
        found = []
        for claim in view.document.claims:
            if claim.outcome in OUTCOMES and claim.count is not None:
                first, last = bisect_left(ends, claim.span.start + 1), bisect_left(starts, claim.span.end)
                found.append(Telling(first, max(last, first + 1), claim))
        self.all: Sequence[Telling] = sorted(found, key=lambda t: (t.first, t.last))
        self._firsts = [t.first for t in self.all]

    def before(self, at: int, floor: int) -> Telling | None:
        """The last one that begins in floor ≤ t < at."""
        index = bisect_left(self._firsts, at) - 1
        return self.all[index] if index >= 0 and self.all[index].first >= floor else None

    def near(self, at: int, outcome: str, several: bool) -> Telling | None:
        """The last one before a token, else the first behind it, that tells of one incident's harm of this kind, to
        `several` people; none where it stands far off."""
        index = bisect_left(self._firsts, at)
        around = (*reversed(self.all[max(0, index - _AROUND) : index]), *self.all[index : index + _AROUND])
        for telling in around:
            claim = telling.claim
            alone = claim.count is not None and claim.count.high == 1
            close = not (several and alone) and at - _BEFORE <= telling.first <= at + _BEHIND
            if close and claim.outcome == outcome and not claim.cumulative and claim.status == "asserted":
                return telling
        return None

    def of(self, person: Person) -> Telling | None:
        """The one whose words a person's touch."""
        return self.over(person.first, person.last)

    def over(self, first: int, last: int) -> Telling | None:
        """The one on a token first ≤ t < last."""
        index = bisect_left(self._firsts, last) - 1
        for telling in self.all[max(0, index - 1) : index + 1][::-1]:
            if telling.last > first:
                return telling
        return None


def found_of(person: Person, telling: Telling | None, outcome: str | None, because: str) -> Found:
    """A person with what became of them: by the claim on them, else by the word of what they are called."""
    claim = telling.claim if telling is not None else None
    said = claim.outcome if claim is not None and claim.outcome != _UNSURE else None
    what = said or person.outcome or outcome
    if what is None or what == _UNSURE:
        what = "killed" if person.outcome == "killed" else _UNSURE
    return Found(person, what, telling, because)
