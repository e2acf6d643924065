"""Which sentence announces the list that a sentence is an item of?"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.entries import NumberWord, SayWord
from tawthiq.language.scan import Scan
from tawthiq.model import Sentence
from tawthiq.stages.sentences.lines import LISTED

_BULLETS = frozenset("•●▪◾■◦·⁃✓☑")  # of no token
_COLON = ":"
_SAYING = frozenset({"verb", "continue", "participle"})
_COMMAS = frozenset("،,؛;")
_LABEL = 7  # tokens before the colon of «قوات النظام: 12 مدنيا»
_SHORT = 8  # tokens of a line that is no more than a name and its figure


def listed(scan: Scan, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, each item under the sentence that ends in the colon before it; a list goes on as long as lines
    that open with a mark, a number or a short label do, or go on from one that ends in a comma."""
    found: list[Sentence] = []
    marks = Marks(scan)
    head: int | None = None
    before: Sentence | None = None
    for index, sentence in enumerate(sentences):
        if sentence.part != "aside":
            fresh = before is None or (sentence.paragraph != before.paragraph and not marks.goes_on(before))
            before = sentence
            head = head if head is None or not fresh or marks.item(sentence) else None
            sentence = sentence if sentence.under == head else replace(sentence, under=head)
            head = index if marks.announces(sentence) else head
        found.append(sentence)
    return tuple(found)


class Marks:
    """What shows the shape of a list: its marks, numbers and labels."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.tokens = scan, scan.tokens
        self.says = {h.first for part in _SAYING for h in scan.parts(SayWord).get(part, ())}
        self.numbers = {h.first for h in scan.of(NumberWord)}

    def announces(self, sentence: Sentence) -> bool:
        """Whether it ends in a colon, or in a colon and a mark."""
        ends = [self.tokens[t] for t in range(max(sentence.first, sentence.last - 2), sentence.last)]
        return _COLON in [t.form for t in ends] and not (ends[-1].is_word or ends[-1].is_number)

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether its line breaks off at a comma."""
        return self.tokens[sentence.last - 1].form in _COMMAS

    def item(self, sentence: Sentence) -> bool:
        """Whether it opens as an item of a list does."""
        first, tokens = sentence.first, self.tokens
        start = tokens[first].start
        margin = self.scan.text[self.scan.text.rfind("\n", 0, start) + 1 : start].strip()
        if tokens[first].form in LISTED or _BULLETS.issuperset(margin[:1] or "x") or self._number(first):
            return True
        opening = range(first, min(sentence.last, first + _LABEL))
        colon = next((t for t in opening if tokens[t].form == _COLON), None)
        if colon is not None:
            return colon + 1 < sentence.last and not any(t in self.says for t in range(first, colon))
        return sentence.last - first <= _SHORT and any(self._number(t) for t in range(first, sentence.last))

    def _number(self, token: int) -> bool:
        return self.tokens[token].is_number or token in self.numbers
