"""Roads called after their two ends: «طريق صور - الناقورة», «طريق دمشق السويداء», «الطريق الواصل بين حلب وإدلب»."""

from typing import NamedTuple

from tawthiq.distance import kilometres
from tawthiq.language.gazetteer import Row
from tawthiq.language.lists import words
from tawthiq.stages.places.mention import Mention, View, Word, rows_of
from tawthiq.stages.places.unknown import unquoted

ROAD = "places.road"
_DASHES = ("-", "–", "—", "/")
_BETWEEN, _AND = "بين", "و"
_LINKING = words("linking_road")
_ADJECTIVES, _BRACKET = 4, 6
_TOWNS = ("town", "district", "province")
_KM = 5.0  # so many weigh as much as a step of how well a place is known
_SHORT = 150.0  # the middle of a longer road says nothing of where on it something happened


class _End(NamedTuple):
    """A name at one end of a road: its candidates and where it ends."""

    rows: tuple[Row, ...]
    last: int
    end: int


def road(view: View, word: Word) -> Mention | None:
    """The road that a kind word begins, where both its ends are known and in one country. It lies midway between them,
    where they are not far from each other."""
    at, linked = _after_adjectives(view, word.last)
    one = _end(view, at, "")
    if one is None:
        return None
    behind = _behind_bracket(view, one.last)
    dashed = view.form(behind) in _DASHES
    if not (linked or dashed) and behind in view.words:
        return None  # «طريق دمشق القديم»
    two = _end(view, behind + dashed, _AND if linked else "")
    pair = _pair(one, two) if two is not None else None
    if two is None or pair is None:
        return None
    start = word.start - 2 * word.definite
    lat, lon = _middle(*pair)
    admin1 = pair[0].admin1 if pair[0].admin1 == pair[1].admin1 else None
    name = unquoted(view.text[start : two.end])
    row = Row("", name, "site", pair[0].country, admin1, lat, lon, pair[0].id, pair[0].weight)
    form = " ".join(view.form(t) for t in range(word.last, two.last))
    return Mention(word.first, two.last, start, two.end, form, (row,), "site", word.entry.id, prep=True,
                   flags=(ROAD,))  # fmt: skip


def _after_adjectives(view: View, at: int) -> tuple[int, bool]:
    """Where the first name begins behind «الطريق الدولي الواصل بين», and whether «بين» leads it."""
    for here in range(at, at + _ADJECTIVES):
        form = view.form(here)
        if form == _BETWEEN:
            return here + 1, True
        if form not in _LINKING:
            return here, False
    return at, False


def _behind_bracket(view: View, at: int) -> int:
    """Past «(عاصمة الولاية)»."""
    if view.form(at) != "(":
        return at
    return next((t + 1 for t in range(at, at + _BRACKET) if view.form(t) == ")"), at)


def _end(view: View, at: int, clitic: str) -> _End | None:
    """The name at `at`, a kind word before it or not; a country's name stands for its capital («طريق مصر - الفيوم»)."""
    kind = view.words.get(at)
    if kind is not None and kind.entry.part == "kind" and kind.entry.level == "town" and kind.clitic == clitic:
        at, clitic = kind.last, ""
    name = view.names.get(at)
    if name is None or name.clitic != clitic:
        return None
    rows = rows_of(name)
    lands = {row.country for row in rows if row.level == "country"}
    capitals = tuple(r for r in view.gazetteer.rows("العاصمه") if r.country in lands) if lands else ()
    found = capitals or tuple(row for row in rows if row.level in _TOWNS and row.lat is not None)
    return _End(found, name.last, name.end) if found else None


def _pair(one: _End, two: _End) -> tuple[Row, Row] | None:
    """The best known two ends in one country; of places called alike those that lie near each other."""
    both = [(a, b) for a in one.rows for b in two.rows if a.country == b.country and a.name != b.name]
    if not both[1:]:
        return both[0] if both else None
    return max(both, key=lambda pair: (_worth(*pair), pair[0].level == "town"))


def _worth(one: Row, two: Row) -> float:
    return one.weight + two.weight - (_apart(one, two) or 0.0) / _KM


def _middle(one: Row, two: Row) -> tuple[float | None, float | None]:
    apart = _apart(one, two)
    if apart is None or one.lat is None or one.lon is None or two.lat is None or two.lon is None or apart > _SHORT:
        return None, None
    return round((one.lat + two.lat) / 2, 3), round((one.lon + two.lon) / 2, 3)


def _apart(one: Row, two: Row) -> float | None:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    return kilometres(one.lat, one.lon, two.lat, two.lon)
