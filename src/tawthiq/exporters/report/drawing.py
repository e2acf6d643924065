"""A map and charts as SVG: shapes and text alone, readable without colour too."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from tawthiq.contract import GRADES
from tawthiq.exporters.report.survey import Bar, Point

COLOURS = {
    "confirmed": "#7f1d1d", "fair": "#b45309", "weak": "#a3a3a3", "contested": "#6d28d9", "discounted": "#475569",
}  # fmt: skip
_WIDTH, _MAP_HEIGHT, _CHART_HEIGHT = 720.0, 460.0, 210.0
_LEFT, _BOTTOM, _TOP = 64.0, 26.0, 12.0
_LABELS = 14
_MARGIN = 0.18
_LEAST_SPAN = 1.2
_STEPS = (1, 2, 5)


@cache
def _outlines() -> Mapping[str, list[list[list[float]]]]:
    found: Mapping[str, list[list[list[float]]]] = json.loads(
        (files("tawthiq") / "data" / "outlines.json").read_text(encoding="utf-8")
    )
    return found


def draw_map(points: Sequence[Point], label: str) -> Iterator[str]:
    """The circles over the outlines of countries, the largest below. Nothing where there are no points."""
    if not points:
        return
    view = _View(points)
    yield (f'<div class="map" dir="ltr"><svg viewBox="0 0 {_WIDTH:g} {_MAP_HEIGHT:g}" role="img" aria-label="{label}" '
           f'direction="ltr"><rect width="{_WIDTH:g}" height="{_MAP_HEIGHT:g}" fill="#e8eef2"/>')  # fmt: skip
    for rings in _outlines().values():
        shown = [ring for ring in rings if view.sees(ring)]
        if shown:
            path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(view.at, ring)) + "Z" for ring in shown)
            yield f'<path d="{path}" fill="#fafaf7" stroke="#9aa5ad" stroke-width="0.8"/>'
    most = max(point.killed for point in points)
    for point in points:
        x, y = view.at((point.longitude, point.latitude))
        radius = 3 + 17 * math.sqrt(point.killed / most) if most else 4
        colour = COLOURS.get(point.grade, "#000")
        yield (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.45" '
               f'stroke="{colour}"><title>{escape(point.name)}: {point.killed}</title></circle>')  # fmt: skip
    yield "</svg>"
    yield from _labels(points, view)
    yield "</div>"


def _labels(points: Sequence[Point], view: "_View") -> Iterator[str]:
    """The names of the places with the highest tolls, each once, where there is room. They stand over the drawing,
    since not every reader of SVG joins Arabic letters."""
    taken: list[tuple[float, float]] = []
    named: set[str] = set()
    for point in points:
        x, y = view.at((point.longitude, point.latitude))
        clear = all(abs(x - a) > 90 or abs(y - b) > 13 for a, b in taken)
        if point.name in named or not clear or len(taken) >= _LABELS:
            continue
        named.add(point.name)
        taken.append((x, y))
        left, top = 100 * x / _WIDTH, 100 * y / _MAP_HEIGHT
        yield f'<span style="left:{left:.1f}%;top:{top:.1f}%"><bdi>{escape(point.name)}</bdi></span>'


class _View:
    """From degrees to the picture: Mercator's projection of what the points span, with a margin."""

    def __init__(self, points: Sequence[Point]) -> None:
        xs = [point.longitude for point in points]
        ys = [_mercator(point.latitude) for point in points]
        span = max(max(xs) - min(xs), (max(ys) - min(ys)) * _WIDTH / _MAP_HEIGHT, _LEAST_SPAN) * (1 + 2 * _MARGIN)
        self._scale = _WIDTH / span
        self._west = (min(xs) + max(xs) - span) / 2
        self._north = (min(ys) + max(ys)) / 2 + span * _MAP_HEIGHT / _WIDTH / 2

    def at(self, position: Sequence[float]) -> tuple[float, float]:
        longitude, latitude = position
        return (longitude - self._west) * self._scale, (self._north - _mercator(latitude)) * self._scale

    def sees(self, ring: Sequence[Sequence[float]]) -> bool:
        corners = [self.at(point) for point in ring]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return max(xs) >= 0 and min(xs) <= _WIDTH and max(ys) >= 0 and min(ys) <= _MAP_HEIGHT


def _mercator(latitude: float) -> float:
    """The height of a latitude, in degrees at the equator."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(max(-85.0, min(85.0, latitude))) / 2)))


def incident_bars(bars: Mapping[str, Bar], label: str) -> Iterator[str]:
    """Incidents by day or month, by grade from below."""
    chart = _Chart(bars, max((bar.grades.total() for bar in bars.values()), default=0))
    yield from chart.begin(label)
    for key, bar in bars.items():
        below = 0
        for grade in GRADES:
            if bar.grades[grade]:
                yield chart.bar(key, below, below + bar.grades[grade], COLOURS[grade])
                below += bar.grades[grade]
    yield "</svg>"


def killed_bars(bars: Mapping[str, Bar], label: str) -> Iterator[str]:
    """The killed by day or month: dark up to the lowest, light up to the highest figure."""
    chart = _Chart(bars, max((bar.high for bar in bars.values()), default=0))
    yield from chart.begin(label)
    for key, bar in bars.items():
        yield chart.bar(key, 0, bar.low, "#7f1d1d")
        yield chart.bar(key, bar.low, bar.high, "#d9a3a3")
    yield "</svg>"


class _Chart:
    """Bars over names, with lines at round numbers."""

    def __init__(self, bars: Mapping[str, Bar], most: int) -> None:
        self._names = list(bars)
        self._step = _round_step(most)
        self._most = max(self._step * math.ceil(most / self._step), self._step)
        self._room = (_WIDTH - _LEFT - 8) / max(len(self._names), 1)

    def begin(self, label: str) -> Iterator[str]:
        yield (f'<svg class="chart" viewBox="0 0 {_WIDTH:g} {_CHART_HEIGHT:g}" role="img" aria-label="{label}" '
               'direction="ltr">')  # fmt: skip
        for value in range(0, self._most + 1, self._step):
            y = self._y(value)
            yield f'<line x1="{_LEFT:g}" y1="{y:.1f}" x2="{_WIDTH - 8:g}" y2="{y:.1f}" stroke="#ddd"/>'
            yield f'<text x="{_LEFT - 6:g}" y="{y + 4:.1f}" text-anchor="end">{value:,}</text>'
        every = math.ceil(len(self._names) * 76 / (_WIDTH - _LEFT))
        for at in range(0, len(self._names), max(every, 1)):
            x = _LEFT + (at + 0.5) * self._room
            yield f'<text x="{x:.1f}" y="{_CHART_HEIGHT - 8:g}" text-anchor="middle">{self._names[at]}</text>'

    def bar(self, name: str, low: int, high: int, colour: str) -> str:
        """A piece of a bar between two values."""
        width = min(self._room * 0.8, 46)
        x = _LEFT + (self._names.index(name) + 0.5) * self._room - width / 2
        top, bottom = self._y(high), self._y(low)
        return f'<rect x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{bottom - top:.1f}" fill="{colour}"/>'

    def _y(self, value: int) -> float:
        return _CHART_HEIGHT - _BOTTOM - (_CHART_HEIGHT - _BOTTOM - _TOP) * value / self._most


def _round_step(most: int) -> int:
    """A round step (1, 2 or 5 times a power of ten) that divides up to `most` into at most five."""
    power = 1
    while True:
        for step in _STEPS:
            if most <= 5 * step * power:
                return step * power
        power *= 10
