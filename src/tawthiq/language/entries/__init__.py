"""What one entry of each data file says. A layer is a file of `data/ar`, a class here and a word everywhere else."""

from tawthiq.language.entries.actor import ActorWord
from tawthiq.language.entries.date import DateWord
from tawthiq.language.entries.event import EventWord
from tawthiq.language.entries.graphic import GraphicWord
from tawthiq.language.entries.group import GroupWord
from tawthiq.language.entries.harm import HarmWord
from tawthiq.language.entries.list import ListWord
from tawthiq.language.entries.number import NumberWord
from tawthiq.language.entries.page import PageWord
from tawthiq.language.entries.place import PlaceWord
from tawthiq.language.entries.position import PositionWord
from tawthiq.language.entries.say import SayWord
from tawthiq.language.entries.source import SourceWord
from tawthiq.language.entries.spelling import SpellingWord
from tawthiq.language.entries.statement import StatementWord
from tawthiq.language.entries.structure import StructureWord
from tawthiq.language.entries.victim import VictimWord

LAYERS = (
    NumberWord, DateWord, PlaceWord, ActorWord, SourceWord, SayWord, GroupWord, HarmWord, EventWord, StructureWord,
    PageWord, StatementWord, PositionWord, VictimWord, SpellingWord,
)  # fmt: skip
# Words that no stage looks for.
BESIDE = (GraphicWord, ListWord)

__all__ = [
    "BESIDE", "LAYERS", "ActorWord", "DateWord", "EventWord", "GraphicWord", "GroupWord", "HarmWord", "ListWord",
    "NumberWord", "PageWord", "PlaceWord", "PositionWord", "SayWord", "SourceWord", "SpellingWord", "StatementWord",
    "StructureWord", "VictimWord",
]  # fmt: skip
