"""The figures of `tawthiq evaluate --incidents` for people and for programs."""

import json
from collections.abc import Iterator
from typing import Any

from tawthiq.evaluation import IncidentScores, Range, WrongRange
from tawthiq.operations.grouping import Grouping
from tawthiq.plurals import counted


def figures(grouping: Grouping) -> dict[str, float]:
    """Every figure by the name that `--floor` knows it by; `hand_` those with claims made by hand."""
    return {
        **grouping.reader.figures(),
        **{f"hand_{name}": value for name, value in grouping.hand.figures().items()},
    }


def as_text(grouping: Grouping, errors: int) -> Iterator[str]:
    """One figure a line, first with the reader's claims, then with claims made by hand."""
    yield "with the claims that are read:"
    yield from _lines(grouping.reader, errors)
    yield "with the claims made by hand:"
    yield from _lines(grouping.hand, errors)


def as_json(grouping: Grouping, errors: int) -> Iterator[str]:
    """One object."""
    found: dict[str, Any] = {name: _object(scores, errors) for name, scores in grouping._asdict().items()}
    yield json.dumps(found, ensure_ascii=False, indent=1)


def _lines(scores: IncidentScores, errors: int) -> Iterator[str]:
    named = scores.figures()
    yield f"  claims: {scores.claims}"
    yield f"  grouping (B-cubed) precision: {named['grouping_precision']:.3f}"
    yield f"  grouping (B-cubed) recall: {named['grouping_recall']:.3f}"
    yield f"  grouping (B-cubed) F1: {named['grouping']:.3f}"
    for label, ranges in (("two or more reports", scores.several), ("all", scores.all)):
        of = f"of {counted(ranges.incidents, 'incident')} ({label})"
        yield f"  killed range equal: {ranges.equal} {of}, overlapping: {ranges.overlapping}"
    if errors:
        yield from (f"    {_wrong(wrong)}" for wrong in scores.wrong[:errors])
        yield from (f"    together: {', '.join(mixed)}" for mixed in scores.mixed[:errors])
        yield from (f"    in parts: {incident}" for incident in scores.split[:errors])


def _object(scores: IncidentScores, errors: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "claims": scores.claims,
        "figures": {name: round(value, 4) for name, value in scores.figures().items()},
        "several": scores.several._asdict(), "all": scores.all._asdict(),
    }  # fmt: skip
    if errors:
        found["wrong"] = [wrong._asdict() for wrong in scores.wrong[:errors]]
        found["mixed"] = [list(mixed) for mixed in scores.mixed[:errors]]
        found["split"] = list(scores.split[:errors])
    return found


def _wrong(wrong: WrongRange) -> str:
    told = counted(wrong.reports, "report")
    return f"{wrong.incident} ({told}): {_range(wrong.hand)} by hand, {_range(wrong.found)} found"


def _range(ends: Range) -> str:
    low, high = ends
    if low is None or high is None:
        return "no number"
    return f"{low}" if low == high else f"{low} to {high}"
