"""How the incidents that are wanted spread over time and over the map."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, literal, select, union_all

from tawthiq.ledger.schema import INCIDENT
from tawthiq.ledger.standing import DEGREE, UNDATED, parts
from tawthiq.ledger.wanted import Box, Wanted, as_asked, bounds, where

_I = INCIDENT.c
_MONTH = 7
_FINEST = 100  # parts of a degree


class Cell(NamedTuple):
    """A field of the map: its middle in degrees, how many incidents lie in it, and the highest toll of killed."""

    lat: float
    lon: float
    incidents: int
    killed: int


class Spread(NamedTuple):
    """How many incidents begin in each month (2016-09), the earliest first; and the fields that incidents lie in."""

    months: Mapping[str, int]
    cells: tuple[Cell, ...]


def spread(connection: Connection, wanted: Wanted, view: Box | None, step: float) -> Spread:
    """The months are those of the whole time, whatever days are wanted; the fields, of `step` degrees (a hundredth or
    more), those of `view` in place of the box. What has no day or position is in none. Words are looked up once."""
    size = max(_FINEST, parts(step))
    columns = parts(360) // size + 1  # a field's row and column make one number: so they are grouped sooner
    wants, again = where(connection, wanted._replace(since=None, until=None, box=None))
    asked = as_asked(select(_I.day, _I.last, _I.north, _I.east, _I.killed).where(*wants), again).c
    of, wants = (asked, ()) if wanted.words else (_I, wants)
    field = of.north // size * columns + of.east // size
    days = select(literal(0), of.day, literal(0), func.count(), literal(0)).group_by(of.day)
    days = days.where(*wants, *bounds(of, wanted._replace(since=None, until=None)), of.day != UNDATED)
    fields = select(literal(1), literal(""), field, func.count(), func.max(of.killed)).group_by(field)
    fields = fields.where(*wants, *bounds(of, wanted._replace(box=view)), of.north.is_not(None), of.east.is_not(None))
    months: Counter[str] = Counter()
    cells: list[Cell] = []
    for is_field, day, number, n, killed in connection.execute(union_all(days, fields)):
        if is_field:
            row, column = divmod(number, columns)
            cells.append(Cell(_middle(row, size, 90), _middle(column, size, 180), n, max(0, killed)))
        else:
            months[day[:_MONTH]] += n
    return Spread(dict(sorted(months.items())), tuple(sorted(cells)))


def _middle(number: int, size: int, from_zero: int) -> float:
    return round((number + 0.5) * size / DEGREE - from_zero, 5)
