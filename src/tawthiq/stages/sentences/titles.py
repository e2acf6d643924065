"""Which lines are the report's title."""

from typing import NamedTuple

from tawthiq.language.tokens import Token, cut
from tawthiq.stages.sentences.lines import Line

_LONGEST = 30
_BODY = 12
_ALIKE = 0.75
_NEAR = 3


class Head(NamedTuple):
    """The lines of the title, by number, and the line at which the body begins."""

    title: frozenset[int]
    body: int


def find(title: str | None, tokens: tuple[Token, ...], lines: list[Line]) -> Head:
    """The report's head. A given title is looked for; else it is the short lines above the first full paragraph."""
    lead = next((n for n, line in enumerate(lines) if is_body(line)), len(lines))
    named = _named(title, tokens, lines) if title else None
    if named is not None:
        body = next((n for n in range(named + 1, len(lines)) if is_body(lines[n])), named + 1)
        return Head(frozenset(_around(lines, named, body)), body)
    if not 0 < lead < len(lines):
        return Head(frozenset(), lead if lead < len(lines) else 0)
    able = [n for n in range(lead) if _able(lines[n])]
    if not able:
        return Head(frozenset(), lead)
    return Head(frozenset(able if len(able) <= _NEAR else able[-1:]), lead)


def is_body(line: Line) -> bool:
    """A full paragraph: long, or a finished sentence."""
    return line.size >= _LONGEST or (line.stop and line.size >= _BODY)


def _able(line: Line) -> bool:
    """Whether a line could be a title."""
    return line.size <= _LONGEST and not (line.page or line.colon or line.listed)


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
    if named and _able(lines[named - 1]) and not lines[named - 1].stop:
        found.append(named - 1)
    for number in range(named + 1, min(body, named + _NEAR)):
        if not _able(lines[number]) or lines[number].stop:
            break
        found.append(number)
    return found


def _words(tokens: tuple[Token, ...]) -> list[str]:
    return [token.form for token in tokens if token.is_word or token.is_number]
