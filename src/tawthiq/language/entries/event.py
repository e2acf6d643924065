"""Words for what caused the harm."""

from dataclasses import dataclass
from typing import ClassVar

_NAMES = frozenset({"noun", "mixed", "assault", "ambush", "raid", "series", "stored", "blow", "peoples"})


@dataclass(frozen=True, slots=True)
class EventWord:
    """`event` as in a claim; `weight` says how specific the word is. `part`:

    noun, verb; mixed: several kinds at once; weapon: names the means; modifier: sharpens the event word before it
    («انتحاري», «جوي»).
    assault, assail: a noun or verb that «على» and a position behind it make a ground attack.
    raid: troops enter a place, where those hit by their shots are shot. ambush: an attack from hiding, by many means.
    strife: violence that may turn out to be clashes.
    series: attacks in the plural, seldom all of one kind. outcome: a fire or a collapse, which may follow an attack.
    fired: shots where a word for firing stands before them («أطلق الجنود النار»).
    flown: an aircraft, the means where it is the subject of an attack («استهدفت طائرة السوق»).
    self: a verb that is an event with «نفسه» only. none: holds an event word and is no event.
    campaign: a war, but an attack where it is aimed at a town or a quarter.
    outbreak: with «منذ», what a war's figures are counted from («منذ بدء التصعيد»).
    stored: an explosion of what is kept somewhere, which no bomb set off however else the report calls it.
    fire: whose fire it was («بنيران»), which is shooting where no other is told.
    blow: an attack that is fire from afar where nothing else is told of it («ضربة إسرائيلية»).
    peoples: violence between peoples, which is fighting whoever else fires («أعمال عنف عرقية»).
    throat: a killing with the knife, an execution where the killed were held («ذبح التنظيم الرهائن»).
    """

    layer: ClassVar[str] = "event"
    id: str
    example: str
    event: str
    part: str = "noun"
    weight: int = 1

    @property
    def names_attack(self) -> bool:
        """Whether it is a noun for what was done («غارة», «هجوم»), neither its means nor a verb."""
        return self.part in _NAMES
