"""Lines of a text, and what can be seen of each without reading it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tawthiq.language.entries import GroupWord, HarmWord, PageWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token

_DOTS = ".."
ENDS = frozenset({".", "!", "?", "؟", "…"})
_ADDRESS = frozenset({"http", "https", "www"})
_GAP = "   "
_GAPS = 3  # wide gaps of a ticker at least
_TICKER, _HEADLINES = 20, range(5, 31)  # tokens of a ticker at least, and of each headline in it on average
LISTED = frozenset({"-", "–", "—", "*", "+", "|"})


class Line(NamedTuple):
    """Tokens first ≤ t < last of one line that holds a word, without its line break.

    `start` is its first word. `stop`: it ends as sentences do; `colon`: it announces what follows;
    `harm`: it holds a harm word; `figure`: that, a number or a pair; `carries`: it goes on from the
    line before; `listed`: it is an item of a list; `address`: it is a page's address; `ticker`: wide
    gaps or clock times, not full stops, part its many headlines; `page` are its page words, but those of carrying on.
    """

    first: int
    last: int
    start: int
    stop: bool
    colon: bool
    harm: bool
    figure: bool
    carries: bool
    listed: bool
    address: bool
    ticker: bool
    page: tuple[Hit, ...]

    @property
    def size(self) -> int:
        """Its length in tokens."""
        return self.last - self.first


def is_end(token: Token) -> bool:
    """Whether the token is a mark that can end a sentence."""
    return bool(ends((token,)))


def ends(tokens: Sequence[Token]) -> frozenset[int]:
    """Which of some tokens are such marks."""
    return frozenset([i for i, token in enumerate(tokens) if token.form in ENDS or token.form[:2] == _DOTS])


def ranges(tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    """(first, last) of every line that holds a word."""
    breaks = [i for i, token in enumerate(tokens) if token[0] == "\n"]
    breaks.append(len(tokens))
    found, first = [], 0
    for end in breaks:
        if any(token.is_word for token in tokens[first:end]):
            found.append((first, end))
        first = end + 1
    return found


def look(scan: Scan, spans: list[tuple[int, int]]) -> list[Line]:
    """What can be seen of each line."""
    harm = harms(scan)
    pairs = [hit.first for hit in scan.of(GroupWord) if hit.number == "two"]
    page = scan.of(PageWord)
    starts = [hit.first for hit in page]
    gaps, clocks = _gaps(scan), _clocks(scan.tokens)
    stops = [i for i, token in enumerate(scan.tokens) if token.form == "."]
    found = []
    for first, last in spans:
        hits = page[bisect_left(starts, first) : bisect_left(starts, last)]
        told = _between(harm, first, last), _between(pairs, first, last)
        wide, times = _count(gaps, first, last - 1), _count(clocks, first, last)
        ticker = (wide >= _GAPS or times > _GAPS) and last - first >= _TICKER
        ticker = ticker and _count(stops, first, last) < max(wide, times)
        ticker = ticker and (last - first) // max(wide, times) in _HEADLINES
        found.append(_line(scan.tokens, (first, last), hits, told, ticker))
    return found


def harms(scan: Scan) -> list[int]:
    """The first tokens of the words that say themselves what harm was done."""
    return [hit.first for hit in scan.of(HarmWord) if hit.entry.outcome]


def _gaps(scan: Scan) -> list[int]:
    """The tokens behind which a wide gap stands."""
    if _GAP not in scan.text:
        return []
    return [i for i, (token, after) in enumerate(pairwise(scan.tokens)) if after.start - token.end >= len(_GAP)]


def _clocks(tokens: tuple[Token, ...]) -> list[int]:
    """The colons of clock times («09:33»)."""
    colons = (i for i in range(1, len(tokens) - 1) if tokens[i][0] == ":")
    return [i for i in colons if tokens[i - 1].is_number and tokens[i + 1].is_number]


def _count(places: list[int], first: int, last: int) -> int:
    """How many of some places, in order, lie in first ≤ t < last."""
    return bisect_left(places, last) - bisect_left(places, first) if places else 0


def _between(places: list[int], first: int, last: int) -> bool:
    return _count(places, first, last) > 0


def _line(
    tokens: tuple[Token, ...], span: tuple[int, int], hits: tuple[Hit, ...], told: tuple[bool, bool], ticker: bool
) -> Line:
    first, last = span
    start = next(i for i in range(first, last) if tokens[i].is_word)
    end = last - 1
    while end > start and tokens[end].form in (")", "]", "#"):
        end -= 1
    listed = tokens[first].form in LISTED or tokens[first].is_number
    parts = {hit.first: part_of(hit) for hit in hits}
    others = tuple([hit for hit in hits if parts[hit.first] not in ("carry", "plain")])
    figure = any(told) or any(tokens[i].is_number for i in range(first, last))
    return Line(
        first, last, start, is_end(tokens[end]), tokens[end].form == ":", told[0], figure,
        _carries(tokens[start], start, parts), listed,
        tokens[start].form.lower() in _ADDRESS, ticker, others,
    )  # fmt: skip


def part_of(hit: Hit) -> str:
    """The part of a page word."""
    entry = hit.entry
    return entry.part if isinstance(entry, PageWord) else ""


def _carries(token: Token, start: int, parts: Mapping[int, str]) -> bool:
    """«وأضاف», «كما», «من جهته» go on from the paragraph before; «وزارة» does not."""
    part = parts.get(start)
    if part in ("carry", "plain"):
        return part == "carry" or token.form.startswith(("وو", "فو"))
    return len(token.form) > 2 and token.form[0] == "و"
