"""Airwars: every count a range, from the lowest to the highest credible local claim.

Source: Airwars, Methodology note (airwars.org/about/methodology). An incident gathers all open accounts of one moment
in time and space; all counts are min to max; each group (civilians, children, women, men ...) has its own."""

from tawthiq.incidents import Toll
from tawthiq.reconciling.books import explained, range_of, toll
from tawthiq.reconciling.credible import credible
from tawthiq.reconciling.stated import EVERYBODY, OBJECTS, Case, alone

_PART = "tells only of some of the people harmed"


def tolls(case: Case) -> tuple[Toll, ...]:
    """The range of every outcome, of everybody and by group."""
    outcomes = sorted({told.claim.outcome for told in case.tolds if told.claim.outcome})
    found = []
    for outcome in outcomes:
        groups = sorted({told.claim.group or "person" for told in case.of(outcome)})
        if outcome not in OBJECTS or len(groups) == 1:
            found.append(_toll(case, outcome, None))
        found += [_toll(case, outcome, group) for group in groups if group != "person" or len(groups) > 1]
    return tuple(found)


def _toll(case: Case, outcome: str, group: str | None) -> Toll:
    said, aside = credible(case, outcome, group)
    counted = [one for one in said if group is not None or outcome in OBJECTS or not alone(one, said)]
    low, high = range_of(counted)
    uses = [*explained(said, counted, _PART), *aside]
    because = ["from the lowest to the highest figure of an account"] if counted else ["no account gives a number"]
    if group in EVERYBODY:
        because.append("as the sources call them")
    return toll((outcome, group), (low, None, high), counted, uses, because)
