"""Sentences that are not the report inside lines that are: embedded posts, notices, key words, addresses."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tawthiq.language.entries import PageWord, SayWord, SourceWord
from tawthiq.language.scan import PART, Scan
from tawthiq.language.tokens import Token
from tawthiq.stages.sentences.bounds import Bound
from tawthiq.stages.sentences.lines import harms, is_end, part_of

_PROTOCOLS = frozenset({"http", "https", "www"})
_HANDLE = 8
_DATE = 7
_YEAR = 4
_SIGNED = 6
_AND, _COMMAS = "و", frozenset({"،", ","})
_TOLD, _HAD = ("was", "weak"), 2  # tokens of «قد نشر»


def embeds(tokens: tuple[Token, ...]) -> frozenset[int]:
    """The token after each embedded post's signature: «(@name) May 1, 2020»."""
    handles = [i for i, token in enumerate(tokens) if token[0] == "@"]
    return frozenset(end for at in handles for end in _signature(tokens, at))


def _signature(tokens: tuple[Token, ...], at: int) -> Iterator[int]:
    if at == 0 or tokens[at - 1].form != "(":
        return
    close = next((i for i in range(at + 1, min(at + _HANDLE, len(tokens))) if tokens[i].form == ")"), None)
    if close is None:
        return
    for i in range(close + 1, min(close + _DATE, len(tokens))):
        if tokens[i].is_number and len(tokens[i].form) == _YEAR:
            yield i + 1
            return
        if not (tokens[i].is_word or tokens[i].is_number or tokens[i].form in ",،"):
            return


def earlier_reports(scan: Scan) -> Iterator[int]:
    """The token at which «، وكان المرصد قد نشر أن», «، ونشر المرصد في الرابع من الشهر أن» tells of another incident."""
    says = scan.parts(SayWord)
    told = [h for part in _TOLD for h in says.get(part, ())
            if h.clitic == _AND and scan.tokens[h.first - 1].form in _COMMAS]  # fmt: skip
    bodies = scan.starting(SourceWord) if told else {}
    verbs = {h.first for part in ("verb", "weak") for h in says.get(part, ())} if told else set[int]()
    for hit in told:
        body = bodies.get(hit.last)
        if body is None or PART(body) != "body":
            continue
        if PART(hit) != "was" or any(at in verbs for at in range(body.last, body.last + _HAD)):
            yield hit.first


def addresses(text: str, tokens: tuple[Token, ...]) -> Mapping[int, int]:
    """Where each web address begins that spells words in Arabic, as those made of headlines do, and where it ends."""
    found: dict[int, int] = {}
    if not any(protocol in text for protocol in _PROTOCOLS):
        return found
    end = 0
    for first, token in enumerate(tokens):
        if token.form not in _PROTOCOLS or first < end:
            continue
        end = first + 1
        while end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end][0] != "\n":
            end += 1
        if any(t.is_word and not t.form.isascii() for t in tokens[first:end]):
            found[first] = end
    return found


def asides(
    scan: Scan, bounds: Sequence[Bound], posts: frozenset[int], addresses: Mapping[int, int]
) -> Iterator[tuple[int, str]]:
    """(number, reason) of every sentence that is aside whatever its line is."""
    page = [hit for hit in scan.of(PageWord) if part_of(hit) in ("also", "link", "tags", "notice", "sign")]
    starts = [hit.first for hit in page]
    harm = harms(scan)
    if posts:
        yield from _posts(scan.tokens, bounds, posts)
    if addresses:
        yield from ((n, "sentences.address") for n, bound in enumerate(bounds) if bound.first in addresses)
    if not page:
        return
    covered, reason = -1, ""
    for number, (first, last, line) in enumerate(bounds):
        if line == covered:
            yield number, reason
            continue
        low, high = bisect_left(starts, first), bisect_left(starts, last)
        if low == high:
            continue
        start = next(i for i in range(first, last) if scan.tokens[i].is_word)
        ends = number + 1 == len(bounds) or bounds[number + 1].line != line
        harmless = bisect_left(harm, first) == bisect_left(harm, last)
        for hit in page[low:high]:
            part = part_of(hit)
            leads = hit.first == start
            unfinished = ends and not is_end(scan.tokens[last - 1])
            if (
                (part == "notice" and harmless)
                or (part in ("also", "link") and leads)
                or (part == "tags" and leads and unfinished)
                or (part == "sign" and leads and unfinished and harmless and last - first <= _SIGNED)
            ):
                reason = hit.entry.id
                yield number, reason
                covered = line if part in ("link", "tags") else covered
                break


def _posts(tokens: tuple[Token, ...], bounds: Sequence[Bound], posts: frozenset[int]) -> Iterator[tuple[int, str]]:
    """The sentences of embedded posts: the one that is signed, and those before it that end in dots."""
    for number, bound in enumerate(bounds):
        if bound.last not in posts:
            continue
        yield number, "sentences.embedded"
        while number and bounds[number - 1].line == bound.line and tokens[bounds[number - 1].last - 1].form[:2] == "..":
            number -= 1
            yield number, "sentences.embedded"
