"""Sides of a place: how they are called, and which way they lie («ريف حمص الشمالي», Northern Homs Countryside)."""

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "n": "Northern", "s": "Southern", "e": "Eastern", "w": "Western", "c": "Central",
    "ne": "North-eastern", "nw": "North-western", "se": "South-eastern", "sw": "South-western",
}  # fmt: skip
COUNTRYSIDE = " Countryside"
_WAYS = {"n": (1, 0), "s": (-1, 0), "e": (0, 1), "w": (0, -1)}
_BEARINGS = {name: bearing for bearing, name in NAMES.items()}


def ways(bearing: str) -> tuple[tuple[int, int], ...]:
    """The ways of a bearing as steps north and east: one of "n", two of "ne", none of "c"."""
    return tuple(_WAYS[point] for point in bearing if point in _WAYS)


def side_of(name: str) -> tuple[tuple[int, int], ...]:
    """The ways of an English name that begins with a side, none of another."""
    return ways(_BEARINGS.get(name.partition(" ")[0], ""))
