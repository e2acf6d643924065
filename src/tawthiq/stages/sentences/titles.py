"""Which lines are the report's title."""

from typing import NamedTuple

from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token, cut
from tawthiq.stages.sentences.cohesion import Cohesion
from tawthiq.stages.sentences.lines import Line

_LONGEST = 30
_BODY = 12
_ALIKE = 0.75
_NEAR = 3
_KICKER = 8
_KIN = 2


class Head(NamedTuple):
    """The lines of the title, by number; the line at which the body begins; and the number of lines above it
    and the title that are neither."""

    title: frozenset[int]
    body: int
    above: frozenset[int] = frozenset()


def find(title: str | None, scan: Scan, lines: list[Line]) -> Head:
    """The report's head. A given title is looked for; else it is the short lines above the first full paragraph,
    or of many such lines the one that has most in common with it."""
    named = _named(title, scan.tokens, lines) if title else None
    if named is not None:
        body = next((n for n in range(named + 1, len(lines)) if is_body(lines[n])), named + 1)
        found = frozenset(_around(lines, named, body))
        begun = _begun(scan, lines, min(found))
        return Head(found, body if begun is None else begun, frozenset(range(min(found) if begun is None else begun)))
    lead = next((n for n, line in enumerate(lines) if is_body(line)), 0)
    able = [n for n in range(lead) if _able(lines[n]) and scan.tokens[lines[n].last - 1].form != "."]
    if len(able) <= _NEAR:
        return Head(frozenset(n for n in able if n == able[0] or not _dateline(lines[n])), lead)
    lead_stems = Cohesion(scan, (lines[lead],))
    kin = {n: lead_stems.shared(lines[n])[0] for n in able}
    best = max(able, key=lambda n: (kin[n], n))
    if kin[best] < _KIN:
        return Head(frozenset(), lead, frozenset(able))
    return Head(frozenset({best}), lead, frozenset(n for n in able if n != best and (n < best or kin[n] < _KIN)))


def _begun(scan: Scan, lines: list[Line], title: int) -> int | None:
    """The first line above the title, which a report prints as a sub-heading too, that is a paragraph on its matter."""
    if not any(map(is_body, lines[:title])):
        return None
    stems = Cohesion(scan, (lines[title],))
    return next((n for n in range(title) if is_body(lines[n]) and stems.shared(lines[n])[0] >= _KIN), None)


def is_body(line: Line) -> bool:
    """A full paragraph: long, or a finished sentence."""
    return not (line.address or line.ticker) and (line.size >= _LONGEST or (line.stop and line.size >= _BODY))


def _able(line: Line) -> bool:
    """Whether a line could be a title."""
    return line.size <= _LONGEST and not (line.page or line.colon or line.listed or line.address or line.ticker)


def _named(title: str, tokens: tuple[Token, ...], lines: list[Line]) -> int | None:
    """The first line that is the given title, in the first half of the text."""
    wanted = _words(cut(title).tokens)
    half = len(tokens) // 2 + 1
    for number, line in enumerate(lines):
        if line.first > half:
            break
        if line.size <= 2 * len(wanted) + 6:
            words = _words(tokens[line.first : line.last])
            common = len(set(words) & set(wanted))
            if wanted and common >= _ALIKE * max(len(set(words)), len(set(wanted))):
                return number
    return None


def end_in_line(title: str | None, tokens: tuple[Token, ...], span: tuple[int, int]) -> int | None:
    """The token after the title where a text's first line begins with it and goes on."""
    if not title:
        return None
    wanted = _words(cut(title).tokens)
    first, last = span
    at = matched = 0
    for at in range(first, last):
        if matched == len(wanted):
            break
        if tokens[at].is_word or tokens[at].is_number:
            if tokens[at].form != wanted[matched]:
                return None
            matched += 1
    if matched < len(wanted) or not wanted:
        return None
    while at < last and not (tokens[at].is_word or tokens[at].is_number or tokens[at].form in "(["):
        at += 1
    return at if last - at >= _BODY else None


def _around(lines: list[Line], named: int, body: int) -> list[int]:
    """The title and the unfinished short lines next to it: a kicker, a second headline, a dateline."""
    found = [named]
    if 0 < named <= _NEAR and lines[named - 1].size <= _KICKER and _able(lines[named - 1]):
        found.append(named - 1)
    for number in range(named + 1, min(body, named + _NEAR)):
        if not _able(lines[number]) or lines[number].stop:
            break
        if not _dateline(lines[number]):
            found.append(number)
    return found


def _dateline(line: Line) -> bool:
    """Whether a line below a title is a dateline or by-line: read as body, since its day and place are the desk's."""
    return line.size <= _KICKER and not line.harm


def _words(tokens: tuple[Token, ...]) -> list[str]:
    return [token.form for token in tokens if token.is_word or token.is_number]
