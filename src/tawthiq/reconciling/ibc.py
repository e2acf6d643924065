"""Iraq Body Count: minimum and maximum of deaths and injuries of civilians, from at least two independent sources.

Source: Iraq Body Count, Methods. Deaths documented by fewer than two independent sources are tagged provisional;
nothing is inferred; the minimum is 0 where it is in doubt that those killed were civilians. Police count as
civilians, armed fighters and soldiers do not."""

from tawthiq.incidents import Told, Toll
from tawthiq.reconciling.books import explained, range_of, toll
from tawthiq.reconciling.credible import credible
from tawthiq.reconciling.stated import Case, Stated, alone

_ARMED = frozenset({"fighter", "soldier"})
_OUTCOMES = ("injured", "killed")


def tolls(case: Case) -> tuple[Toll, ...]:
    """The ranges of civilians killed and injured."""
    return tuple(_toll(case, outcome) for outcome in _OUTCOMES if case.of(outcome))


def _toll(case: Case, outcome: str) -> Toll:
    armed = [told for told in case.tolds if told.claim.outcome == outcome and told.claim.group in _ARMED]
    said, aside = credible(case, outcome)
    told = {t.id: t for t in case.tolds}
    civil = [one for one in said if not _armed(one, told)]
    counted = [one for one in civil if not alone(one, civil)]
    low, high = range_of(counted)
    because = ["lowest and highest figure of civilians"]
    disputed = [
        one for one in said if one not in civil and any(abs(one.high - c.high) <= 0.5 * c.high for c in counted)
    ]
    if counted and disputed:
        low = 0
        because.append(f"minimum 0: {disputed[0].account.label} says that they were fighters or soldiers")
    elif armed and not counted:
        because.append("only fighters or soldiers are told of")
    if len(counted) == 1:
        because.append("provisional: one independent source")
    uses = [*explained(said, counted, "not told as civilians, or only some of those harmed"), *aside]
    return toll((outcome, None), (low, None, high), counted, uses, because)


def _armed(one: Stated, told: dict[str, Told]) -> bool:
    used = [told[use.claim].claim.group for use in one.uses if use.state == "used"]
    return bool(used) and all(group in _ARMED for group in used)
