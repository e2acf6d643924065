"""How the incidents that are wanted spread over time and over the map."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from tawthiq.ledger.schema import INCIDENT
from tawthiq.ledger.standing import DEGREE, UNDATED, parts
from tawthiq.ledger.wanted import Wanted, conditions

_I = INCIDENT.c
_MONTH, _DAY = 7, 10


class Cell(NamedTuple):
    """A field of the map: its middle in degrees, how many incidents lie in it, and the highest toll of killed."""

    lat: float
    lon: float
    incidents: int
    killed: int


def over_time(connection: Connection, wanted: Wanted, *, days: bool = False) -> dict[str, int]:
    """How many incidents begin in each month (2016-09) or on each day, the earliest first; those without a day not."""
    part = func.substr(_I.day, 1, _DAY if days else _MONTH)
    where = [*conditions(connection, wanted), _I.day != UNDATED]
    return dict(connection.execute(select(part, func.count()).where(*where).group_by(part).order_by(part)).all())


def over_map(connection: Connection, wanted: Wanted, step: float) -> tuple[Cell, ...]:
    """The fields of `step` degrees that incidents lie in; those without a position are in none."""
    size = max(1, parts(step))
    north, east = _I.north // size, _I.east // size
    where = [*conditions(connection, wanted), _I.north.is_not(None), _I.east.is_not(None)]
    statement = select(north, east, func.count(), func.max(_I.killed)).where(*where).group_by(north, east)
    return tuple(
        Cell(_middle(row, size, 90), _middle(column, size, 180), n, max(0, killed))
        for row, column, n, killed in connection.execute(statement.order_by(north, east))
    )


def _middle(number: int, size: int, from_zero: int) -> float:
    return round((number + 0.5) * size / DEGREE - from_zero, 5)
