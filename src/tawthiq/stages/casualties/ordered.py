"""Those who are the last of so many: «سادس صحفي يقتل هذا العام», «المسعف الثاني الذي استشهد»."""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.lists import words
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty, Count, Document, Number, Span

_NTH = words("in_order")  # not «طائرة ثانية جثمان الشهيد»
_HARMED = frozenset({"killed", "injured", "detained", "abducted"})
_ORDINAL, _THE, _WHO, _ORDER = "ordinal", "ال", frozenset({"الذي", "التي"}), "casualties.ordered"


def ordered(document: Document, scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """The casualties; one whom an ordinal counts tells of all up to that one."""
    numbers = [n for n in document.numbers if n.aside == _ORDINAL and (n.value or 0) > 1]
    if not numbers:
        return list(found)
    ahead = {n.last: n for n in numbers if scan.tokens[n.first].form in _NTH}
    behind = {n.last: n for n in numbers if scan.tokens[n.first].form.startswith(_THE)}
    return [_ordered(document, scan, c, ahead, behind) for c in found]


def _ordered(
    document: Document, scan: Scan, casualty: Casualty, ahead: dict[int, Number], behind: dict[int, Number]
) -> Casualty:
    if casualty.count.low != 1 or casualty.count.high != 1 or casualty.outcome not in _HARMED:
        return casualty
    number, first = ahead.get(casualty.first), casualty.first
    if number is not None:
        first = number.first
    elif casualty.last < len(scan.tokens) and scan.tokens[casualty.last].form in _WHO:
        number = behind.get(casualty.last)
    if number is None or number.value is None:
        return casualty
    value, span = int(number.value), Span(min(number.span.start, casualty.span.start), casualty.span.end)
    because = (*number.because, *casualty.because, _ORDER)
    return replace(casualty, count=Count(value, value), span=span, first=first, because=because)
