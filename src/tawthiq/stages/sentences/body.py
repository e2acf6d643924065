"""Lines that are not the report, told by their words: menus, buttons, links, captions, comments."""

from dataclasses import dataclass, replace

from tawthiq.language.lexicon import Hit
from tawthiq.language.tokens import Token
from tawthiq.stages.sentences.cohesion import Cohesion
from tawthiq.stages.sentences.lines import Line, part_of
from tawthiq.stages.sentences.titles import Head

_FURNITURE = frozenset({"menu", "button", "sign", "more", "comments", "caption", "also", "tags", "notice"})
_SIGNS = ("sign", "tags")
_BAR = 12
_LINK = 30
_QUESTION = 20
_SIGNED = 10
_NAME = 4
_RETURN = 15
_KIN = 3


@dataclass(frozen=True, slots=True)
class _Open:
    """What a line above has opened: `kind` is links, story, rest, comments or names; `reason` the word that did."""

    kind: str
    reason: str


class Reader:
    """Goes down the lines of one text and says which are aside, and why."""

    def __init__(self, tokens: tuple[Token, ...], head: Head, cohesion: Cohesion, stopped: bool) -> None:
        self._tokens = tokens
        self._head = head
        self._cohesion = cohesion
        self._stopped = stopped

    def read(self, lines: list[Line]) -> dict[int, str]:
        """The reason for each line that is aside, by its number."""
        reasons: dict[int, str] = {}
        opened: _Open | None = None
        signed = False
        for number, line in enumerate(lines):
            if number in self._head.title:
                opened = None
                continue
            reason, opens = self._own(number, line)
            if reason is None and opened is not None:
                opened = self._still(opened, number, line) or (self._story(opened, line) if signed else None)
                reason = opened.reason if opened else None
            elif reason is not None and not (opened and opened.kind in ("rest", "comments")):
                opened = replace(opens, reason=reason) if opens else None
            if reason is not None:
                reasons[number] = reason
                signed = signed or (number > self._head.body and bool(line.page) and part_of(line.page[0]) in _SIGNS)
        return reasons

    def _own(self, number: int, line: Line) -> tuple[str | None, _Open | None]:
        """The reason that the line gives by itself, and what it opens for the lines below."""
        if line.ticker or not line.page:
            return self._bare(line), None
        lead = line.page[0]
        part = part_of(lead) if lead.first == line.start else ""
        covered, words = self._covered(line)
        reason = lead.entry.id
        if part in ("also", "more", "comments", "tags", "link") and line.size <= _LINK + _NAME:
            opens = self._heads(part, number, line, words - covered)
            if opens is not None:
                return reason, opens
        if (covered >= 0.6 * words and words <= _BAR) or covered >= 0.8 * words:
            kind = part_of(lead)
            return reason, _Open("names", "") if kind in ("sign", "caption") and covered == words else None
        if part == "sign" and line.size <= _SIGNED and not line.stop and not line.harm:
            return reason, None
        if not (line.harm or line.carries) and line.size <= _LINK + _BAR:
            caption = next((hit for hit in line.page if part_of(hit) == "caption"), None)
            if caption is not None:
                return caption.entry.id, None
        return self._bare(line), None

    def _heads(self, part: str, number: int, line: Line, extra: int) -> _Open | None:
        """What a heading at the line's start opens; None where it is no heading after all."""
        inside = number > self._head.body
        if part == "link":
            return _Open("none", "")
        if part == "tags":
            return None if line.stop else _Open("names", "")
        if part == "also":
            return _Open("links" if self._stopped or not extra else "none", "")
        if part == "comments":
            return None if extra > _NAME else _Open("comments" if inside else "none", "")
        if extra > _NAME:
            return _Open("links", "") if self._announces(line) else None
        return _Open("rest", "") if inside else _Open("links", "")

    def _announces(self, line: Line) -> bool:
        """Whether a colon follows the line's first page word."""
        after = line.page[0].last
        return after < line.last and self._tokens[after].form == ":"

    def _still(self, opened: _Open, number: int, line: Line) -> _Open | None:
        """What stays open over a line that has no reason of its own."""
        kept = False
        if opened.kind == "links":
            kept = is_link(line, self._tokens)
        elif opened.kind == "names":
            kept = line.size <= _NAME and not line.stop and not line.harm
            opened = opened if line.size <= _NAME and self._listing(opened) else _Open("none", opened.reason)
        elif opened.kind == "comments":
            kept = True
        elif opened.kind == "rest":
            kept = not self._returns(line)
        return opened if kept else None

    def _story(self, opened: _Open, line: Line) -> _Open | None:
        """Another story told below its headline, where the report has been signed off before («المصدر: وكالات»)."""
        if opened.kind not in ("links", "story") or (opened.kind == "links" and line.carries):
            return None
        return _Open("story", opened.reason) if self._cohesion.shared(line)[0] < _KIN else None

    def _listing(self, opened: _Open) -> bool:
        """Whether short lines may go on: key words come in any number, a name under a caption once."""
        return opened.reason.startswith("page.tags")

    def _returns(self, line: Line) -> bool:
        """Whether the line is clearly the report again, after a list of other stories."""
        if not line.stop or line.size < _RETURN:
            return False
        return line.carries or self._cohesion.shared(line)[0] >= _KIN

    def _covered(self, line: Line) -> tuple[int, int]:
        """(words of the line that page words of furniture cover, its words)."""
        words = {i for i in range(line.first, line.last) if (form := self._tokens[i].form)[1:] and form[0].isalpha()}
        covered = {i for hit in line.page if part_of(hit) in _FURNITURE for i in _reach(hit)}
        return len(words & covered), len(words)

    def _bare(self, line: Line) -> str | None:
        """The reason of a line without a word of the report's language."""
        if line.address or line.ticker:
            return "sentences.address" if line.address else "sentences.ticker"
        if line.size > _LINK:
            return None
        tokens = self._tokens[line.start : line.last]
        if any(len(form) > 1 and not form.isascii() and form[0].isalpha() for form, *_ in tokens):
            return None
        words = [t.form for t in tokens if t.is_word]
        if all(len(word) == 1 for word in words):
            return "sentences.stamp"
        return "sentences.foreign" if all(word.isascii() for word in words) else None


def _reach(hit: Hit) -> range:
    return range(hit.first, hit.last)


def is_link(line: Line, tokens: tuple[Token, ...]) -> bool:
    """Whether a line reads like the headline of another story: short, unfinished, going on from nothing."""
    if line.carries or line.colon:
        return False
    if line.stop:
        return line.size <= _QUESTION and tokens[line.last - 1].form in ("؟", "?")
    return line.size < _LINK
