"""Which village is meant by the large town near it? «قتل راع في نابلس. وهاجموا بيوتا في قرية كذا»"""

from collections.abc import Sequence

from tawthiq.model import Place
from tawthiq.stages.claims.holding import KIND, named_as_province, near_by, of_kind
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.places import located

_WAGED = frozenset({"armed_clash", "war", "ground_attack", "siege"})
_VILLAGES = frozenset({f"{KIND}qarya", f"{KIND}balda", f"{KIND}mukhayyam"})


def village_of(marks: Marks, sentences: Sequence[int], town: Place) -> Place | None:
    """The one village by its kind word, where sentences of an incident tell of an attack, near a town that has none and
    does not stand for its province."""
    if town.level != "town" or of_kind(town) or named_as_province(town):
        return None
    found = [(s, p) for s in sentences for p in marks.places.get(s, ()) if not _VILLAGES.isdisjoint(p.because)]
    if not found or any(c.event in _WAGED for s in sentences for c in marks.causes.get(s, ())):
        return None  # who fight in «عفرين» fight in many of its villages
    told = [p for s, p in found if _attacked(marks, s) and located(marks.report, p) and near_by(town, p)]
    return told[0] if told and len({p.name for p in told}) == 1 else None


def _attacked(marks: Marks, sentence: int) -> bool:
    here = marks.report.document.sentences[sentence]
    if sentence in marks.outcomes or sentence in marks.causes:
        return True
    return bool(marks.report.within(here.first, here.last, "attack"))
