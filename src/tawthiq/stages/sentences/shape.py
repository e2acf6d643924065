"""Lines that are not the report, told by their place and shape: other headlines, cut-off leads, repeats."""

from collections.abc import Iterator, Sequence

from tawthiq.language.entries import DateWord
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token
from tawthiq.stages.sentences.body import is_link
from tawthiq.stages.sentences.cohesion import Cohesion
from tawthiq.stages.sentences.lines import LISTED, Line
from tawthiq.stages.sentences.titles import Head

_FULL = 8
_HEADLINE = 30
_LEAD = 12
_FIGURES = 8
_LEAST_LINK = 5
_SMALL = 10
_TEASERS = 8
_ALIEN = 0.15
_LEAST_REPORT = 3
_STAMPED = 2
_SAME = 40  # code points that a lead and the paragraph it was cut from begin with
_ENDINGS = ".…"
_DOTS, _NAMED = "..", 3  # tokens before the dots of «اليمن.. قتلى في غارة»


def is_stopped(lines: Sequence[Line]) -> bool:
    """Whether a report of these lines ends its paragraphs with a full stop, so that one without it stands out."""
    full = [line for line in lines if line.size >= _FULL]
    stops = sum(line.stop for line in full)
    return stops >= _LEAST_REPORT and stops >= 0.6 * len(full)


def repeats(scan: Scan, lines: Sequence[Line], title: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Lines that stand a second time, word for word, and cut-off leads of paragraphs that stand whole; not the title,
    which a page prints above its text too."""
    seen: set[str] = set()
    heads: set[str] = set()
    folded = scan.cut.folded.text
    spelt = [
        folded[scan.tokens[line.first].at : (last := scan.tokens[line.last - 1]).at + len(last.form)] for line in lines
    ]
    longest = {text[:_SAME]: text for text in sorted(spelt, key=len)}
    for number, (line, text) in enumerate(zip(lines, spelt, strict=True)):
        if number in title:
            heads.add(text)
        elif line.size > _LEAST_LINK and (
            text in seen - heads or (text[-1] in _ENDINGS and _cut_off(text, longest[text[:_SAME]]))
        ):
            yield number, "sentences.repeated"
        seen.add(text)


def _cut_off(lead: str, whole: str) -> bool:
    """«قتل ثلاثة مدنيين في غارة على سو...» above the paragraph that begins so."""
    if not lead.endswith((_DOTS, "…")):
        return False
    begun = lead.rstrip(".… ")
    return _SAME <= len(begun) < len(whole.rstrip(".… ")) and whole.startswith(begun)


def stamped(scan: Scan, lines: Sequence[Line], head: Head) -> Iterator[tuple[int, str]]:
    """A list of other headlines above the report, each with its time or day («23:00 قتيلان في حريق»)."""
    above = [n for n in range(min(head.body, len(lines))) if n not in head.title and _unfinished_item(lines[n])]
    if len(above) < _STAMPED:
        return
    months = {hit.first for hit in scan.of(DateWord) if hit.entry.part == "month"}
    found = [n for n in above if _dated(scan.tokens, lines[n], months)]
    if len(found) >= _STAMPED:
        yield from ((n, "sentences.header") for n in range(found[0], found[-1] + 1) if n not in head.title)


def _unfinished_item(line: Line) -> bool:
    return line.listed and not line.stop


def _dated(tokens: tuple[Token, ...], line: Line, months: set[int]) -> bool:
    """Whether a line begins with a clock time or with the day of a month."""
    at = line.first + (tokens[line.first].form in LISTED)
    clock = at + 2 < line.last and tokens[at + 1].form == ":" and tokens[at + 2].is_number
    return tokens[at].is_number and (clock or at + 1 in months)


class Shape:
    """The lines of a stopped report that are still its own (`left`), in order."""

    def __init__(self, scan: Scan, lines: Sequence[Line], left: list[int], single: frozenset[int]) -> None:
        self._tokens = scan.tokens
        self._lines = lines
        self._left = left
        self._single = single

    def links(self) -> Iterator[tuple[int, str]]:
        """Headlines of other stories between finished paragraphs. One alone that tells of harm is kept: it
        may be a sub-heading of the report."""
        end = self._end()
        found = [n for i, n in enumerate(self._left) if i < end and self._is_link(i)]
        for number in found:
            line = self._lines[number]
            if not line.figure or (len(found) > 1 and not self._figures(line)):
                yield number, "sentences.link"

    def tail(self, cohesion: Cohesion) -> Iterator[tuple[int, str]]:
        """Unfinished lines below the last finished paragraph, and the other stories' leads among which they stand."""
        end = self._end()
        if end >= len(self._left) or self._lines[self._left[end - 1]].colon:
            return
        tail = [self._lines[n] for n in self._left[end:]]
        if any(line.listed or line.colon for line in tail):
            return
        for number, line in zip(self._left[end:], tail, strict=True):
            small = line.size <= _SMALL and not line.harm
            listed = len(tail) > 1 and not line.carries and not self._figures(line)
            if small or listed or self._is_headline(line) or (not line.carries and _alien(line, cohesion)):
                yield number, "sentences.tail"
        if sum(line.size >= _LEAD for line in tail) > 1:
            yield from self._leads(end, cohesion)

    def _leads(self, end: int, cohesion: Cohesion) -> Iterator[tuple[int, str]]:
        """Finished leads of other stories, from position `end` upwards as far as one has nothing of the report."""
        top, at = end, end - 1
        while at >= _LEAST_REPORT and end - at <= _TEASERS and self._is_lead(at):
            if _alien(self._lines[self._left[at]], cohesion):
                top = at
            at -= 1
        yield from ((n, "sentences.other_story") for n in self._left[top:end])

    def appended(self, cohesion: Cohesion) -> Iterator[tuple[int, str]]:
        """Two or more finished leads at the end, none of which shares anything with the report."""
        at = len(self._left)
        while at > _LEAST_REPORT and self._is_lead(at - 1) and _strange(self._lines[self._left[at - 1]], cohesion):
            at -= 1
        if len(self._left) - at > 1:
            yield from ((n, "sentences.other_story") for n in self._left[at:])

    def _end(self) -> int:
        """The position after the last finished paragraph."""
        for at in range(len(self._left), 0, -1):
            line = self._lines[self._left[at - 1]]
            if line.stop and line.size >= _FULL and not is_link(line, self._tokens):
                return at
        return 0

    def _is_lead(self, at: int) -> bool:
        line = self._lines[self._left[at]]
        return line.size >= _LEAD and not line.carries and self._left[at] in self._single

    def _is_link(self, at: int) -> bool:
        """Whether the line at a position is a headline among finished paragraphs."""
        line = self._lines[self._left[at]]
        if at == 0 or line.size < _LEAST_LINK or line.listed or self._lines[self._left[at - 1]].colon:
            return False
        return is_link(line, self._tokens)

    def _is_headline(self, line: Line) -> bool:
        """«اليمن.. قتلى في غارة»: where, two dots, and what; no paragraph begins so."""
        begin = self._tokens[line.start + 1 : line.start + 1 + _NAMED]
        return line.size <= _HEADLINE and not line.carries and any(t.form[:2] == _DOTS for t in begin)

    def _figures(self, line: Line) -> bool:
        """Whether a short line is an item of a table of figures."""
        return line.size <= _FIGURES and any(t.is_number for t in self._tokens[line.first : line.last])


def _alien(line: Line, cohesion: Cohesion) -> bool:
    """Whether a line has little of the report."""
    shared, of = cohesion.shared(line)
    return line.size >= _LEAD and shared <= _ALIEN * of


def _strange(line: Line, cohesion: Cohesion) -> bool:
    """Whether a line has nothing of the report."""
    return line.size >= _LEAD and cohesion.shared(line)[0] == 0
