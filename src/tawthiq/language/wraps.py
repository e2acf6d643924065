"""Line breaks in the midst of sentences: texts set to a width, as mail, office programs and old sites set them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_STOPS = (".", "!", "?", "؟", ":", "؛", "…")
_COMMAS = ("،", ",")
_ITEMS = frozenset("-–—•*▪●#|+0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_OPENS = re.compile("[(«“[]")
_CLOSES = re.compile("[)»”\\]]")
_LEADING = frozenset((
    "في", "من", "على", "إلى", "الى", "عن", "مع", "بين", "عند", "بعد", "قبل", "خلال", "منذ", "حتى", "أن", "ان", "إن",
    "أنه", "أنها", "التي", "الذي", "الذين", "اللذين", "وسط", "ضد", "نحو", "كل", "أو", "ثم", "لم", "لن", "قد", "سوف",
    "بينما", "فيما", "حيث", "وفي", "ومن", "وعلى", "وإلى", "وعن", "ومع", "وأن", "تحت", "فوق", "أمام", "قرب", "داخل",
    "خارج", "جراء", "إثر", "بسبب", "أكثر", "كما", "لدى", "غير", "دون", "بأن", "وقد", "وقال", "وقالت", "وأضاف", "واضاف",
    "وأضافت", "وأشار", "واشار", "وأشارت", "وأوضح", "واوضح", "وأوضحت", "وأكد", "واكد", "وأكدت", "وتابع", "وذكر", "وذكرت",
))  # fmt: skip
_GOVERNING = _LEADING | frozenset((
    "مدينة", "بلدة", "قرية", "محافظة", "منطقة", "ولاية", "إقليم", "قضاء", "ناحية", "حي", "مخيم", "ريف", "شمال", "جنوب",
    "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "تنظيم", "حركة", "جماعة", "حزب", "وزارة", "حصيلة", "عدد", "قوات",
))  # fmt: skip
_LEAST, _MOST = 20, 140  # code points of a line that may go on, and of the width of a text that is set to one
_ENOUGH = 3  # lines that surely go on, in a text set to a width
_SHARE = 3  # of so many lines that may go on one surely does
_LINKS = 2  # lines of a paragraph that govern the next, where it is broken at its links
_PART, _FULL = 0.4, 0.75  # of the width: a line of a paragraph that surely goes on somewhere, and of another


class _Line(NamedTuple):
    """A line from `start` to `end`: whether it may go on in the next one, whether it surely does, and whether its last
    word governs what follows («في مدينة»)."""

    start: int
    end: int
    open: bool
    sure: bool
    governs: bool

    @property
    def width(self) -> int:
        """Its length in code points."""
        return self.end - self.start


def wraps(text: str) -> frozenset[int]:
    """The positions of the line breaks at which a sentence goes on; none in a text whose lines are paragraphs.

    A line goes on where it ends in a comma, a preposition or an open bracket. A text with enough of these among its
    unfinished lines is set to a width, and its other unfinished lines go on too; its first line may be its title. In
    any text a paragraph may be broken at its links: two lines of it end in words that govern what follows.
    """
    if text.count("\n") < _ENOUGH:
        return frozenset()
    paragraphs = list(_paragraphs(text))
    may = [line for paragraph in paragraphs for line in paragraph if line.open]
    sure = sum(line.sure for line in may)
    width = sorted(line.width for line in may)[len(may) * 9 // 10] if may else 0
    linked = frozenset(line.end for paragraph in paragraphs for line in _at_links(paragraph))
    if sure < _ENOUGH or sure * _SHARE < len(may) or width > _MOST:
        return linked
    first = paragraphs[0][0].start
    return linked | frozenset(
        line.end for paragraph in paragraphs for line in _going_on(paragraph, width)
        if line.sure or line.start != first
    )  # fmt: skip


def _going_on(paragraph: Sequence[_Line], width: int) -> Iterator[_Line]:
    """The lines of a paragraph that go on: of one with none that surely does, those that fill the width."""
    least = width * (_PART if any(line.sure for line in paragraph) else _FULL)
    return (line for line in paragraph if line.sure or (line.open and line.width >= least))


def _at_links(paragraph: Sequence[_Line]) -> Sequence[_Line]:
    """The lines of a paragraph from the first to the last whose last word governs the next, where nothing ends
    between."""
    governing = [i for i, line in enumerate(paragraph) if line.governs]
    run = paragraph[governing[0] : governing[-1] + 1] if len(governing) >= _LINKS else ()
    return run if all(line.open or line.width < _LEAST for line in run) else ()


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Lines that stand together, without an empty one between."""
    found: list[_Line] = []
    lines, start = text.split("\n"), 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        end = start + len(line)
        if line and not line.isspace():
            found.append(_line(line, below, start, end))
        elif found:
            yield found
            found = []
        start = end + 1
    if found:
        yield found


def _line(line: str, below: str, start: int, end: int) -> _Line:
    line, below = line.strip(), below.lstrip()
    if not below or below[0] in _ITEMS or line.endswith(_STOPS):
        return _Line(start, end, False, False, False)
    sure = _unfinished(line)
    return _Line(start, end, sure or len(line) >= _LEAST, sure, line.rsplit(None, 1)[-1] in _GOVERNING)


def _unfinished(line: str) -> bool:
    """Whether a line cannot be the end of a sentence."""
    if line.endswith(_COMMAS) or line.rsplit(None, 1)[-1] in _LEADING or line.count('"') % 2:
        return True
    return len(_OPENS.findall(line)) > len(_CLOSES.findall(line))
