"""Rows of cells under headings, in the columns that a terminal has."""

from collections.abc import Container, Iterator, Sequence

from tawthiq.cli.display import cell, clean, paint, width

GAP = "  "
_LEAST = 6


def grid(
    headings: Sequence[str], rows: Sequence[Sequence[str]], columns: int, colour: bool, whole: Container[str] = ()
) -> Iterator[str]:
    """The lines of a table; the widest columns are squeezed until all fit, those under a heading of `whole` never: a
    figure, a day or an id that is cut says something else. Nothing where there are no rows."""
    if not rows:
        return
    cleaned = [tuple(clean(value) for value in row) for row in rows]
    full = [max(map(width, column)) for column in zip(headings, *cleaned, strict=True)]
    least = [size if name in whole else min(_LEAST, width(name)) for name, size in zip(headings, full, strict=True)]
    sizes = widths(least, [headings, *cleaned], columns - 2)
    yield paint(("  " + GAP.join(map(cell, headings, sizes))).rstrip(), "dim", colour)
    for row in cleaned:
        yield ("  " + GAP.join(map(cell, row, sizes))).rstrip()


def fits(headings: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> bool:
    """Whether a table of these rows has room in so many columns without a cell being cut."""
    longest = (max(map(width, column)) for column in zip(headings, *rows, strict=True))
    return 2 + sum(longest) + len(GAP) * (len(headings) - 1) <= columns


def widths(least: Sequence[int], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """A width for each column: as wide as its longest cell, the widest squeezed (to its least) until all fit."""
    sizes = [max(width(row[index]) for row in rows) for index in range(len(least))]
    over = sum(sizes) + len(GAP) * (len(sizes) - 1) - room
    while over > 0:
        spare = [size - small for size, small in zip(sizes, least, strict=True)]
        widest = max(range(len(sizes)), key=lambda index: (spare[index] > 0, sizes[index]))
        if spare[widest] <= 0:
            break
        sizes[widest] -= 1
        over -= 1
    return sizes
