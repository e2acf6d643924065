"""What a brief says of all incidents together: one pass over them, and little kept of each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tawthiq.exporters.report.words import Words
from tawthiq.exporters.shapes import Record
from tawthiq.exporters.tolls import Ends, ends
from tawthiq.seen import seen

_POINTS = frozenset({"site", "neighbourhood", "town", "district", "province"})
# So many circles are drawn at most, those with the highest tolls.
_MOST_POINTS = 2000
_DAYS = 45


class Point(NamedTuple):
    """An incident on the map: the highest figure of killed first."""

    killed: int
    latitude: float
    longitude: float
    grade: str
    name: str
    id: str


class Bar(NamedTuple):
    """A day or a month: incidents by grade, and the sums of the lowest and highest figures of killed."""

    grades: Counter[str]
    low: int
    high: int


@dataclass(slots=True)
class Survey:
    """`sums` has the sum of the lowest and the highest figure by grade and outcome."""

    incidents: int = 0
    reports: int = 0
    first: str = ""
    last: str = ""
    grades: Counter[str] = field(default_factory=Counter)
    sums: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    off_map: int = 0
    days: dict[str, Bar] = field(default_factory=dict)

    @property
    def monthly(self) -> bool:
        """Whether bars are months."""
        return len({*self.days}) > _DAYS or self.first[:7] != self.last[:7]

    def bars(self) -> dict[str, Bar]:
        """The bars in order, by day or by month."""
        if not self.monthly:
            return dict(sorted(self.days.items()))
        months: dict[str, Bar] = {}
        for day, bar in sorted(self.days.items()):
            months[day[:7]] = _added(months.get(day[:7]), bar)
        return months


def survey(records: Iterable[Record], codebook: str, words: Words) -> Survey:
    """Go through the records once."""
    found = Survey()
    with seen() as reports:
        for record in records:
            found.reports += sum(reports.add(report.id) for report in record.reports)
            _count(found, record, codebook)
            _place(found, record, ends(record.incident, codebook, "killed"), words.town(record))
    found.points = sorted(found.points, reverse=True)[:_MOST_POINTS]
    return found


def _count(found: Survey, record: Record, codebook: str) -> None:
    incident = record.incident
    grade, start = incident["grade"], incident["date"]["start"]
    found.incidents += 1
    found.grades[grade] += 1
    for outcome in ("killed", "injured"):
        toll = ends(incident, codebook, outcome)
        if toll.said:
            low, high = found.sums.get((grade, outcome), (0, 0))
            found.sums[grade, outcome] = low + (toll.min or 0), high + (toll.max or toll.min or 0)
    killed = ends(incident, codebook, "killed")
    if start:
        found.first = min(found.first or start, start)
        found.last = max(found.last, incident["date"]["end"])
        mine = Bar(Counter({grade: 1}), killed.min or 0, killed.max or killed.min or 0)
        found.days[start] = _added(found.days.get(start), mine)


def _place(found: Survey, record: Record, killed: Ends, town: str) -> None:
    place = record.incident["place"]
    if place is None or place["lat"] is None or place["level"] not in _POINTS:
        found.off_map += 1
        return
    point = Point(killed.max or killed.min or 0, place["lat"], place["lon"], record.incident["grade"], town,
                  record.incident["id"])  # fmt: skip
    found.points.append(point)
    if len(found.points) > 2 * _MOST_POINTS:
        found.points = sorted(found.points, reverse=True)[:_MOST_POINTS]


def _added(one: Bar | None, other: Bar) -> Bar:
    if one is None:
        return other
    return Bar(one.grades + other.grades, one.low + other.low, one.high + other.high)
