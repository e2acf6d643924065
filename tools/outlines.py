"""Make src/tawthiq/data/outlines.json, the outlines of countries that maps of reports are drawn on.

    python tools/outlines.py countries-50m.json

The file is the TopoJSON of Natural Earth's countries (public domain) in the npm package world-atlas. Kept are countries
within a window around the Arab states, points at least a twentieth of a degree off the straight line, two decimals.
"""

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src" / "tawthiq" / "data" / "outlines.json"
WEST, SOUTH, EAST, NORTH = -20.0, -12.0, 78.0, 50.0
_TOLERANCE = 0.05
_SMALLEST = 0.15
Point = tuple[float, float]


def main(source: str) -> None:
    """Write the file."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    found: dict[str, list[list[list[float]]]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        rings = [_simple(ring) for ring in _rings(country, arcs)]
        kept = [ring for ring in rings if len(ring) > 3 and _within(ring) and _extent(ring) > _SMALLEST]
        if kept:
            number = str(int(country.get("id", 0)))
            found.setdefault(number, []).extend([[round(x, 2), round(y, 2)] for x, y in ring] for ring in kept)
    text = json.dumps(found, separators=(",", ":"), sort_keys=True).replace(']],"', ']],\n"')
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(found)} countries, {len(text):,} bytes")


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    (width, height), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield x * width + left, y * height + bottom


def _rings(country: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for shape in shapes:
        for ring in shape[:1]:
            points: list[Point] = []
            for at in ring:
                points += arcs[at] if at >= 0 else arcs[~at][::-1]
            yield points


def _simple(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's simplification."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = math.hypot(x1 - x0, y1 - y0)

    def off(point: Point) -> float:
        if not length:
            return math.hypot(point[0] - x0, point[1] - y0)
        return abs((x1 - x0) * (y0 - point[1]) - (x0 - point[0]) * (y1 - y0)) / length

    far, at = max((off(point), index) for index, point in enumerate(points[1:-1], 1))
    if far < _TOLERANCE:
        return [points[0], points[-1]]
    return _simple(points[: at + 1])[:-1] + _simple(points[at:])


def _within(ring: list[Point]) -> bool:
    return any(WEST <= x <= EAST and SOUTH <= y <= NORTH for x, y in ring)


def _extent(ring: list[Point]) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main(sys.argv[1])
