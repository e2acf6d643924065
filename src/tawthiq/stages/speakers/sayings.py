"""An act of saying, and what is known of a sentence while its acts of saying are found."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tawthiq.model import Sentence
from tawthiq.stages.speakers.memory import Memory
from tawthiq.stages.speakers.names import name_at
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.view import View

RECENT = 12  # statements and quotations of a sentence that are looked back at


class Statement(NamedTuple):
    """Somebody says something over tokens reach[0] ≤ t < reach[1]. `rank` orders statements of one sentence:
    what corrects comes later."""

    phrase: Phrase
    reach: tuple[int, int]
    because: str
    rank: int = 0
    via: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(slots=True)
class Sayings:
    """The statements of one sentence as they are found, and who spoke before. `clause` is the stretch last looked
    through, in which no clause ends before its last token."""

    view: View
    sentence: Sentence
    memory: Memory
    found: list[Statement] = field(default_factory=list)
    crossing: list[tuple[int, int]] = field(init=False)
    clause: tuple[int, int] = (0, -1)

    def __post_init__(self) -> None:
        """The last quotations that open in this sentence and close behind it."""
        first, last, closes = self.sentence.first, self.sentence.last, self.view.closes
        self.crossing = [(t, closes[t]) for t in range(first, last) if t in closes and closes[t] > last][-RECENT:]

    @property
    def limit(self) -> int:
        return self.sentence.last

    def phrase(self, at: int) -> Phrase | None:
        """The known or remembered speaker that begins at `at`."""
        known = phrase_at(self.view, at, self.limit)
        if known is not None:
            told = self._is(known) if known.back else None
            return self.memory.resolve(known) if told is None else told
        bare = name_at(self.view, at, self.limit)
        return self.memory.surname(bare) if bare is not None else None

    def _is(self, known: Phrase) -> Phrase | None:
        """«ضابط برتبة عميد» in «أفاد المصدر، وهو ضابط برتبة عميد، بأن»: who a speaker without a name is said to be."""
        at = known.end + 1
        if at >= self.limit or self.view.said(at) != "is":
            return None
        told = phrase_at(self.view, self.view.say[at].last, self.limit)
        return told if told is not None and told.kind is not None and not told.back else None

    def add(self, statement: Statement) -> None:
        """Keep a statement and remember who spoke."""
        if statement.phrase.kind is None and self.found:  # «المتحدث باسمه»
            statement = statement._replace(phrase=statement.phrase._replace(kind=self.found[-1].phrase.kind))
        last = len(self.view.tokens)
        first, end = statement.reach
        self.found.append(statement._replace(reach=(min(first, last), min(end, last))))
        self.memory.spoke(statement.phrase)
