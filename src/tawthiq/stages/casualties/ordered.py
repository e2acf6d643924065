"""Those who are the last of so many: «سادس صحفي يقتل هذا العام», «ثالث حالة وفاة في السجن»."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawthiq.language.lists import words
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty, Count, Document, Number, Span

_NTH = words("in_order")  # not «طائرة ثانية جثمان الشهيد»
_HARMED = frozenset({"killed", "injured", "detained", "abducted"})
_ORDINAL, _ORDER = "ordinal", "casualties.ordered"


def ordered(document: Document, scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """The casualties; one whom an ordinal right before counts tells of all up to that one."""
    ordinals = [n for n in document.numbers if n.aside == _ORDINAL and scan.tokens[n.first].form in _NTH]
    ahead = {n.last: n for n in ordinals}
    return [_ordered(c, ahead) if c.first in ahead else c for c in found] if ahead else list(found)


def _ordered(casualty: Casualty, ahead: Mapping[int, Number]) -> Casualty:
    number, count = ahead[casualty.first], casualty.count
    if number.value is None or (count.low, count.high) != (1, 1) or casualty.outcome not in _HARMED:
        return casualty
    value, span = int(number.value), Span(number.span.start, casualty.span.end)
    because = (*number.because, *casualty.because, _ORDER)
    return replace(casualty, count=Count(value, value), span=span, first=number.first, because=because)
