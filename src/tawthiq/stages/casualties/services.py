"""Whose a rank is: officers and conscripts in a report of police are police («ضابط شرطة ومجند»)."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.scan import Scan
from tawthiq.model import Casualty
from tawthiq.stages.casualties.grouping import RANK

_RANKS = frozenset({
    RANK, "group.dabit", "group.saff", "group.mujannad", "group.rutba_awwal", "group.rutba_rukn", "group.amid",
    "group.aqid", "group.raid", "group.naqib", "group.mulazim", "group.raqib", "group.arif",
})  # fmt: skip
_ARMY = "group.force.jaysh"
_POLICE = "casualties.of_police"


def policemen(scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """A rank without a force is of the police where another is by its own words, and nobody is of the army."""
    soldiers = [c for c in found if c.group == "soldier"]
    if not soldiers or not any(c.group == "police" and not _RANKS.isdisjoint(c.because) for c in found):
        return list(found)
    if any(not _of_rank(c) for c in soldiers) or any(h.entry.id == _ARMY for h in scan.hits("group")):
        return list(found)
    return [replace(c, group="police", because=(*c.because, _POLICE)) if c.group == "soldier" else c for c in found]


def _of_rank(casualty: Casualty) -> bool:
    """Whether a rank, or another one of them, is all that makes somebody a soldier."""
    return not _RANKS.isdisjoint(casualty.because) or not any(b.startswith("group.") for b in casualty.because)
