"""The toll over time as a drawing: each account's figure on the day it was published, the range so far behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.operations.listing import Step

WIDTH, HEIGHT = 640, 150
_INSET, _TOP, _BOTTOM = 34, 24, 22
_ROOM = (34, 13)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: where its low and high ends are drawn (`y_low` is below `y_high` on the page, so it is the larger), and
    whether there is room for its number."""

    x: float
    y_low: float
    y_high: float
    step: Step
    named: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The points, the first and last day, where they stand, the highest figure, and the outcome drawn."""

    outcome: str
    points: tuple[Point, ...]
    days: tuple[tuple[float, str], ...]
    most: int


def chart(timeline: Sequence[Step], direction: str) -> Chart | None:
    """The drawing of the figures of the killed (else of the first outcome told); None for those of a single day.
    Time runs as the language of the interface does."""
    outcomes = [step.outcome for step in timeline]
    outcome = "killed" if "killed" in outcomes else next(iter(outcomes), "")
    steps = [step for step in timeline if step.outcome == outcome and step.published]
    if len({step.published for step in steps}) < 2:
        return None
    days = [date.fromisoformat(step.published or "").toordinal() for step in steps]
    most = max(_ends(step)[1] for step in steps) or 1
    first, last = min(days), max(days)

    def across(day: int) -> float:
        part = (day - first) / (last - first)
        part = 1 - part if direction == "rtl" else part
        return round(_INSET + part * (WIDTH - 2 * _INSET), 1)

    def up(figure: int) -> float:
        return round(HEIGHT - _BOTTOM - figure / most * (HEIGHT - _TOP - _BOTTOM), 1)

    points = [
        Point(across(day), up(_ends(step)[0]), up(_ends(step)[1]), step, False)
        for day, step in zip(days, steps, strict=True)
    ]
    ends = {first: date.fromordinal(first).isoformat(), last: date.fromordinal(last).isoformat()}
    return Chart(outcome, _named(points), tuple((across(day), text) for day, text in ends.items()), most)


def _named(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points, those with their number that are the highest of what lies close together: no number stands over
    another one or under a point."""
    kept: list[Point] = []
    alone: set[int] = set()
    for at in sorted(range(len(points)), key=lambda at: points[at].y_high):
        point = points[at]
        if not any(abs(point.x - o.x) < _ROOM[0] and abs(point.y_high - o.y_high) < _ROOM[1] for o in kept):
            alone.add(at)
        kept.append(point)
    return tuple(replace(point, named=at in alone) for at, point in enumerate(points))


def _ends(step: Step) -> tuple[int, int]:
    """The figures between which a step lies."""
    ends = [end for end in (step.low, step.high) if end is not None]
    return min(ends), max(ends)
