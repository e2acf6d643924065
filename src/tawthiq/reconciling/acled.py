"""ACLED: one figure of reported deaths, the lowest until a higher one is corroborated.

Source: ACLED, Codebook. Where sources differ the lowest figure is kept until a more reliable or corroborated one
comes. «Several» and bare plurals are 3 (the codebook allows 10 by the scale of the attack, which a person may correct
to), «dozens» 12, «hundreds» 100; casualties that are not said to be deaths, and deaths without a figure, are 0. A total
of several days is divided by day, the remainder to the first."""

from collections import Counter
from datetime import date

from tawthiq.incidents import Toll, Use
from tawthiq.reconciling.books import explained, toll
from tawthiq.reconciling.credible import credible
from tawthiq.reconciling.stated import Case, Stated, alone

_VAGUE = {"some": 3, "dozens": 12, "hundreds": 100, "thousands": 1000}


def tolls(case: Case) -> tuple[Toll, ...]:
    """The one figure of deaths, as min, best and max."""
    if not case.of("killed"):
        return (toll(("killed", None), (0, 0, 0), (), (), ["no deaths are told: 0"]),)
    said, aside = credible(case, "killed")
    counted = [one for one in said if not alone(one, said)]
    if not counted:
        return (_vague(case, aside),)
    value, why = _value(counted)
    used = [one for one in counted if one.high == value]
    rest = "kept until corroborated" if value == min(one.least for one in counted) else "not corroborated"
    uses = [*explained(said, used, f"{rest}: {value} stands"), *aside]
    because = [why, *_by_day(case, value)]
    return (toll(("killed", None), (value, value, value), used, uses, because),)


def _value(counted: list[Stated]) -> tuple[int, str]:
    """The highest figure that two accounts give, else the lowest."""
    told = Counter(one.high for one in counted)
    shared = [figure for figure, n in told.items() if n > 1]
    lowest = min(one.least for one in counted)
    if shared and max(shared) > lowest:
        return max(shared), f"{max(shared)} is corroborated by {told[max(shared)]} accounts"
    return lowest, "the lowest figure, until a higher one is corroborated"


def _vague(case: Case, aside: tuple[Use, ...]) -> Toll:
    """The figure that stands for a vague word, the lowest where several are told."""
    words = {
        told.id: told.claim.count.vague
        for told in case.of("killed")
        if told.claim.count and told.claim.count.vague in _VAGUE and told.claim.status == "asserted"
        and told.id not in case.rejected
    }  # fmt: skip
    if not words:
        return toll(("killed", None), (0, 0, 0), (), aside, ["deaths told without a figure are 0"])
    told = sorted((_VAGUE[word or ""], claim, word) for claim, word in words.items())
    firm = [entry for entry in told if entry[2] != "some"] or told
    value, claim, word = firm[0]
    uses = [Use(claim, "used", f"«{word}» is {value}") if use.claim == claim else use for use in aside]
    return toll(("killed", None), (value, value, value), (), uses, [f"«{word}» is {value}"])


def _by_day(case: Case, value: int) -> list[str]:
    """How a total of several days falls to each of them."""
    spans = Counter((t.claim.time.start, t.claim.time.end) for t in case.of("killed") if t.claim.time)
    if not spans:
        return []
    start, end = max(spans, key=lambda span: (spans[span], span))
    from_day, to_day = _days(start), _days(end)
    number = to_day - from_day + 1
    if number < 2 or number > 31:
        return []
    each, rest = divmod(value, number)
    return [f"{number} days, {each + rest} on the first, {each} on each other"]


def _days(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()
