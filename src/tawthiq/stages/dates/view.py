"""What the readers of dates look at: tokens with their date words, and the publication date."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tawthiq.language.entries import DateWord, SourceWord
from tawthiq.language.lists import words
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token

_SENTENCE_END = frozenset({".", "\n", "!"})
_OPENING = frozenset({"(", "[", ",", "،", "-", "–", "/"})
_REACH = 14
_MOST_DIGITS = 9
_TODAY, _IN, _FOR = "اليوم", "في", "ل"
_OF_TODAY = "date.today"
_NAMED = words("daily_begins") | {_FOR}


class Found(NamedTuple):
    """A date at tokens first ≤ t < last. `rule` is the reader that found it, `pending` what an
    earlier date must still settle: same_year, a day that lies `shift` days from the one told last (day), the days
    from there up to it (days), its month (of_month), the whole date told last (then), or its
    beginning (since; since_day that of a day)."""

    first: int
    last: int
    start: date | None
    end: date | None
    precision: str
    kind: str = "point"
    rule: str = ""
    pending: str = ""
    shift: int = 0


class Word(NamedTuple):
    """A date word at tokens first ≤ t < last; `joined` is whether a clitic other than the article was split off."""

    last: int
    part: str
    value: int
    unit: str
    number: str
    definite: bool
    joined: bool
    entry: DateWord


NO_WORD = Word(0, "", 0, "", "", False, False, DateWord("", "", ""))


@dataclass(frozen=True, slots=True)
class View:
    """A report as dates see it. `end` is how many tokens it has, `words` holds the date word that begins at one;
    `counted` are those at which a counted noun begins, `wars` the war cues of the report, the most frequent first."""

    tokens: tuple[Token, ...]
    end: int
    words: dict[int, Word]
    counted: frozenset[int]
    published: date | None
    wars: tuple[DateWord, ...] = ()

    def word(self, index: int) -> Word:
        """The date word at a token; NO_WORD (part "") where there is none."""
        return self.words.get(index, NO_WORD)

    def part(self, index: int) -> str:
        return self.words[index].part if index in self.words else ""

    def form(self, index: int) -> str:
        """The folded token, "" outside the text."""
        return self.tokens[index].form if 0 <= index < self.end else ""

    def digits(self, index: int) -> int | None:
        """The value of a token that is a plain run of at most nine digits."""
        form = self.tokens[index].form if 0 <= index < self.end else ""
        return int(form) if form.isdecimal() and len(form) <= _MOST_DIGITS else None

    def about(self, war: str) -> bool:
        """Whether a word of the report points to a war."""
        return any(entry.id == war for entry in self.wars)

    def skip(self, index: int, *parts: str, most: int = 3) -> int:
        """The token after at most `most` words of these parts."""
        while most and index in self.words and self.words[index].part in parts:
            index, most = self.words[index].last, most - 1
        return index

    def opened(self, index: int) -> tuple[int, bool]:
        """Past an opening mark or comma: the next token, and whether it was a bracket."""
        form = self.form(index)
        return (index + 1, form in "([") if form in _OPENING else (index, False)

    def closed(self, index: int, bracket: bool) -> int:
        """Past the bracket that closes an opened one."""
        return index + 1 if bracket and self.form(index) in (")", "]") else index

    def future(self, first: int, last: int) -> bool:
        """Whether a verb or word of the future governs the date at these tokens within its sentence."""
        if self.part(last) == "future":
            return True
        for index in range(first - 1, max(first - _REACH, -1), -1):
            if self.tokens[index].form in _SENTENCE_END:
                return False
            word = self.words.get(index)
            if word is not None and word.part in ("told", "future"):
                return word.part == "future"
        return False


def wars_of(words: Iterable[Word]) -> tuple[DateWord, ...]:
    """The war cues among words, the most frequent first."""
    count = Counter(word.entry for word in words if word.part == "war_cue")
    return tuple(entry for entry, _ in count.most_common())


def words_of(scan: Scan) -> dict[int, Word]:
    """The date words by first token, but not the «اليوم» of an outlet's name («المصري اليوم», «صرح لـ«اليوم»»)."""
    words: dict[int, Word] = {}
    names = {hit.last - 1 for hit in scan.of(SourceWord)
             if scan.tokens[hit.last - 1].form == _TODAY and scan.tokens[hit.first - 1].form != _IN}  # fmt: skip
    for hit in scan.of(DateWord):
        entry = hit.entry
        if entry.id == _OF_TODAY and _daily(scan, hit.first):
            continue
        if hit.first not in words and hit.first not in names:
            definite = hit.definite
            words[hit.first] = Word(
                hit.last, entry.part, entry.value or 0, entry.unit or "",
                "two" if entry.part == "unit" and entry.value == 2 else hit.number, definite,
                bool(hit.clitic) and not (definite and len(hit.clitic) == 2), entry,
            )  # fmt: skip
    return words


def _daily(scan: Scan, at: int) -> bool:
    """«تصريح لـ اليوم», «ذكرت «اليوم» أن», «عين اليوم»: whether «اليوم» is a daily's name: told to it, between marks,
    or behind the word that such a name begins with."""
    token = scan.tokens[at]
    if token.form != _TODAY:
        return token.form == _FOR + _TODAY
    quotes = scan.cut.quotes
    marked = token.end in quotes and token.start - 1 in quotes
    return marked or (at > 0 and scan.tokens[at - 1].form in _NAMED)
