"""What numbers are made of: words of the number layer and runs of digits, by token."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.entries import GroupWord, HarmWord, NumberWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import PART, Scan
from tawthiq.language.tokens import Token
from tawthiq.stages.numbers.digits import read_digits

AND = "و"
ARTICLE = "ال"
MARBUTA = "ة"
_PLURAL_VERB = "وا"
_ACCUSATIVE = "ا"
_BREAKS = frozenset(".:;؛?؟!…\n،,()[]")
_SCALES = frozenset({"scale", "scale_or_dual"})
_STARTS = frozenset({"number", "digits", "vague", "fraction", *_SCALES})
_ONE, _AND_ONE_OF = "number.one", "وأحد"  # which folding makes «واحد»
_ONE_OF = NumberWord("number.one_of", "مقتل أحد المتظاهرين", "one", 1)
_TWO, _MANY = "two", "many"
_DIGITS = NumberWord("number.digits", "30", "digits")
_SORT, _COUNTED, _FIRST = attrgetter("entry.sort"), attrgetter("entry.counted"), attrgetter("first")


class Piece(NamedTuple):
    """A number word or a run of digits at tokens first ≤ t < last; `start`, `end` in the original, without
    clitics other than the article.

    `value` is what it is worth; `aside` why digits count nothing by their own shape; `number` as in a hit.
    """

    first: int
    last: int
    word: NumberWord
    value: float | None
    clitic: str
    start: int
    end: int
    aside: str | None = None
    number: str = ""

    @property
    def part(self) -> str:
        return self.word.part

    @property
    def joined_by_and(self) -> bool:
        return self.clitic.startswith(AND)

    @property
    def definite(self) -> bool:
        return self.clitic.endswith((ARTICLE, "لل"))

    @property
    def is_scale(self) -> bool:
        return self.word.part in _SCALES

    @property
    def begins_number(self) -> bool:
        return self.word.part in _STARTS


@dataclass(frozen=True, slots=True)
class Marks:
    """The pieces of a text of `end` tokens by first token (`at`) and by the token after them (`ending`).

    `counted` holds the tokens at which a noun that is counted stands, `bare` those of them without a clitic,
    `dual` those for two, which no number counts, `many` plurals, `harmed` those of any harm word.
    """

    scan: Scan
    tokens: tuple[Token, ...]
    end: int
    at: Mapping[int, Piece]
    ending: Mapping[int, Piece]
    counted: frozenset[int]
    bare: frozenset[int]
    dual: frozenset[int]
    many: frozenset[int]
    harmed: frozenset[int]

    def breaks(self, index: int) -> bool:
        """Whether a clause cannot run over this token, or the text ends there."""
        return not 0 <= index < self.end or self.tokens[index].form in _BREAKS

    def part_at(self, index: int) -> str:
        return self.at[index].word.part if index in self.at else ""

    def is_counted(self, index: int) -> bool:
        """Whether a counted noun stands here: a known one, or an accusative after a number («شخصا»)."""
        if index in self.bare:
            return True
        if self.breaks(index) or index in self.at or index in self.harmed:
            return False
        form = self.tokens[index].form
        return len(form) > 3 and form.endswith(_ACCUSATIVE) and not form.endswith(_PLURAL_VERB) and form[0] != AND

    def touches(self, index: int) -> bool:
        """Whether no gap stands between this token and the one before it."""
        if not 0 < index < self.end:
            return False
        left, right = self.tokens[index - 1], self.tokens[index]
        return left.at + len(left.form) == right.at


def gather(scan: Scan) -> Marks:
    """The pieces of a scanned text. Pieces inside a longer one are left out."""
    at: dict[int, Piece] = {}
    ending: dict[int, Piece] = {}
    covered = 0
    for hit in scan.of(NumberWord):
        word = hit.entry
        if hit.first < covered or hit.first in at:
            continue
        if word.marbuta and hit.clitic and scan.text[hit.end - 1] != MARBUTA:
            continue
        value = None if word.value is None else float(word.value)
        start = hit.start
        if hit.clitic.endswith(ARTICLE):
            start = scan.cut.folded.origin(scan.tokens[hit.first].at + len(hit.clitic) - len(ARTICLE))
        clitic = hit.clitic
        if word.id == _ONE and scan.text.startswith(_AND_ONE_OF, hit.start):
            word, clitic, start = _ONE_OF, AND, start + 1
        piece = Piece(hit.first, hit.last, word, value, clitic, start, hit.end, None, hit.number)
        at[hit.first] = piece
        ending[hit.last] = piece
        covered = hit.last
    tokens = scan.tokens
    skip = 0
    for index in [i for i, token in enumerate(tokens) if "0" <= token.form[0] <= "9"]:
        if index < skip:
            continue
        run = read_digits(scan, index)
        piece = Piece(index, run.last, _DIGITS, run.value, "", tokens[index].start, tokens[run.last - 1].end, run.aside)
        at[index] = piece
        ending[run.last] = piece
        skip = run.last
    groups, harms = scan.of(GroupWord), scan.of(HarmWord)
    nouns: list[Hit] = [h for h, sort in zip(groups, map(_SORT, groups), strict=True) if sort != "adjective"]
    nouns += [h for h, part, counted in zip(harms, map(PART, harms), map(_COUNTED, harms), strict=True)
              if part == "victim" or counted]  # fmt: skip
    bare = frozenset([h.first for h in nouns if not h.clitic])
    dual = frozenset([h.first for h in nouns if h.number == _TWO])
    many = frozenset([h.first for h in nouns if h.number == _MANY])
    counted, harmed = frozenset(map(_FIRST, nouns)), frozenset(map(_FIRST, harms))
    return Marks(scan, tokens, len(tokens), at, ending, counted, bare, dual, many, harmed)
