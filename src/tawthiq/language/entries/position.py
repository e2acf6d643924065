"""Words for places that are held or lived in: an assault on one is a ground attack."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PositionWord:
    """`part` is held (a post, a camp, a patrol), lived (a village, an hotel), laid (an ambush, which is not always
    its owner's loss) or site (a word that also means other places, a position where it is attacked)."""

    layer: ClassVar[str] = "position"
    id: str
    example: str
    part: str
