"""UCDP: deaths as low, best and high.

Source: UCDP, Georeferenced Event Dataset Codebook and Methodology. low is the lowest and high the highest reliable
figure, best the most likely one. What a side of the conflict claims, and nobody else supports, goes to high only.
Best here is the figure that most accounts give, then the newest, then the lower."""

from collections import Counter
from datetime import date

from tawthiq.incidents import Toll
from tawthiq.reconciling.accounts import side
from tawthiq.reconciling.books import explained, range_of, shown, toll
from tawthiq.reconciling.credible import credible
from tawthiq.reconciling.stated import Case, Stated, alone


def tolls(case: Case) -> tuple[Toll, ...]:
    """Low, best and high of the deaths."""
    if not case.of("killed"):
        return ()
    said, aside = credible(case, "killed")
    full = [one for one in said if not alone(one, said)]
    sides = [one for one in full if side(one.account) and not _supported(one, full)]
    reliable = [one for one in full if one not in sides]
    uses = [*explained(said, full, "tells only of some of those killed"), *aside]
    if not full:
        return (toll(("killed", None), (None, None, None), full, uses, ["no account gives a number"]),)
    high = range_of(full)[1]
    if not reliable:
        because = ["only sides of the conflict say so: to high only"]
        return (toll(("killed", None), (0, 0, high), full, uses, because),)
    low, _ = range_of(reliable)
    best = _best(reliable)
    because = ["lowest reliable, most likely and highest figure", f"best: {shown(best)}"]
    because += [f"to high only, a side of the conflict: {shown(one)}" for one in sides]
    return (toll(("killed", None), (low, best.high, high), full, uses, because),)


def _supported(one: Stated, full: list[Stated]) -> bool:
    """Whether an account that is no side of the conflict gives the figure as well."""
    return any(not side(other.account) and other.least <= one.high <= other.high for other in full)


def _best(reliable: list[Stated]) -> Stated:
    told = Counter(one.high for one in reliable)
    return max(reliable, key=lambda one: (told[one.high], one.published or date.min, -one.high, one.account.id))
