"""«84 ضحية» in a report of killings, which tells of nobody hurt: the dead."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty

DEAD_ONLY, _VICTIM = "casualties.dead_only", "harm.casualties.dahiyya"
_BOTH = frozenset({"injured", "casualties"})


def dead_only(scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """The counted victims and those counted out of them, as killed where other words tell of the dead alone."""
    if not any(_counted(c) for c in found if _VICTIM in c.because) or _hurt(scan):
        return list(found)
    killed = [c for c in found if c.outcome == "killed"]
    if not killed or any(c.part_of is not None and found[c.part_of].outcome == "casualties" for c in killed):
        return list(found)
    return [replace(c, outcome="killed", because=(*c.because, DEAD_ONLY)) if _counted(c) else c for c in found]


def _counted(casualty: Casualty) -> bool:
    return casualty.outcome == "casualties" and bool(casualty.count.low)


def _hurt(scan: Scan) -> bool:
    """Whether any word of harm tells of the hurt, or of the dead and hurt together."""
    words = (h.entry for h in scan.of(HarmWord))
    return any(word.outcome in _BOTH and word.id != _VICTIM for word in words)
