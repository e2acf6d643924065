"""What a line has in common with the report's title and lead: shared stems of content words."""

from collections.abc import Iterable
from functools import cached_property

from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token
from tawthiq.stages.sentences.lines import Line

_BEFORE = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_AFTER = ("ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ي", "ا")
_LEAST = 3
_TELLING = ("harm", "event")
_IDLE = ("structure", "say", "date", "number", "page")


class Cohesion:
    """The stems of the report's own lines, gathered when first asked for."""

    def __init__(self, scan: Scan, own: Iterable[Line]) -> None:
        self._scan = scan
        self._lines = tuple(own)

    def shared(self, line: Line) -> tuple[int, int]:
        """(how many of the line's stems the report shares, how many the line has)."""
        stems = self._stems(line)
        return len(stems & self._own), len(stems)

    @cached_property
    def _own(self) -> set[str]:
        return {stem for line in self._lines for stem in self._stems(line)}

    @cached_property
    def _idle(self) -> set[int]:
        hits = [hit for layer in _IDLE for hit in self._scan.hits(layer)]
        told = {hit.first for layer in _TELLING for hit in self._scan.hits(layer)}
        return {t for hit in hits for t in range(hit.first, hit.last)} - told

    def _stems(self, line: Line) -> set[str]:
        words = (self._scan.tokens[i] for i in range(line.first, line.last) if i not in self._idle)
        return {stem for stem in map(_stem, words) if stem}


def _stem(token: Token) -> str:
    """A word without clitics and endings; empty for short words, which say little."""
    form = token.form
    if not token.is_word or len(form) < _LEAST:
        return ""
    for prefix in _BEFORE:
        if form.startswith(prefix) and len(form) - len(prefix) >= _LEAST:
            form = form[len(prefix) :]
            break
    for suffix in _AFTER:
        if form.endswith(suffix) and len(form) - len(suffix) >= _LEAST:
            return form[: -len(suffix)]
    return form
