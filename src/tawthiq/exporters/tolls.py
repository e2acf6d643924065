"""The figures of an incident as exporters take them."""

from typing import NamedTuple

from tawthiq.contract import Json

ADULTS_AND_CHILDREN = ("civilian", "child", "woman", "man")


class Ends(NamedTuple):
    """A toll: None where no number is given; `more` says that the highest figure may be more."""

    min: int | None = None
    best: int | None = None
    max: int | None = None
    more: bool = False

    @property
    def said(self) -> bool:
        """Whether there is a number."""
        return self.min is not None or self.max is not None


NONE = Ends()


def ends(incident: Json, codebook: str, outcome: str, group: str | None = None) -> Ends:
    """The toll of an outcome by a codebook, of everybody or of a group."""
    toll = incident["tolls"].get(codebook, {}).get(outcome)
    if toll is not None and group is not None:
        toll = toll["groups"].get(group)
    if toll is None:
        return NONE
    return Ends(toll["min"], toll["best"], toll["max"], bool(toll.get("open")))


def uses(incident: Json, codebook: str) -> dict[str, tuple[str, str]]:
    """What became of each claim in the codebook's tolls of everybody, and why."""
    return {
        use["claim"]: (use["state"], use["why"])
        for toll in incident["tolls"].get(codebook, {}).values()
        for use in toll.get("uses", ())
    }


def text(toll: Ends) -> str:
    """A toll in figures: 12–15, 12, ≥40, 40–60+ (it may be more); nothing where there is no number."""
    if not toll.said:
        return ""
    if toll.max is None or (toll.more and toll.min == toll.max):
        return f"≥{toll.min if toll.min is not None else toll.max:,}"
    if toll.min is None:
        return f"≤{toll.max:,}"
    if toll.min == toll.max:
        return f"{toll.max:,}"
    return f"{toll.min:,}–{toll.max:,}{'+' if toll.more else ''}"
