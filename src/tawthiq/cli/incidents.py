"""The list of incidents as a table for people."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from tawthiq.cli.display import clean, paint, width
from tawthiq.cli.grid import fits, grid
from tawthiq.cli.table import Look, day_text
from tawthiq.contract import BY_DEFAULT, Json
from tawthiq.plurals import counted

_HEADINGS = ("id", "date", "place", "event", "killed", "injured", "other", "grade", "accounts", "reports", "doers")
_OWN_COLUMN = ("killed", "injured")
_WHOLE = ("id", "date", "killed", "injured", "other", "grade")
# In a narrower terminal, or where more is to be said of others, a second line says what is not told in the first.
_ONE_LINE = 130
_OTHER = 30
_FIRST_LINE = ("id", "date", "place", "event", "killed", "injured", "grade")
_NARROW = ("id", "date", "place", "killed", "injured", "grade")


def listed(incidents: Sequence[Json], look: Look) -> Iterator[str]:
    """A row an incident, and how many there are."""
    rows = [dict(zip(_HEADINGS, _row(incident), strict=True)) for incident in incidents]
    shown = _first_line(rows, look.columns)
    lines = grid(shown, _cells(shown, rows), look.columns, look.colour, _WHOLE)
    if rows:
        yield next(lines)
    for row, line in zip(rows, lines, strict=True):
        yield line
        below = () if shown == _HEADINGS else textwrap.wrap(_below(row, shown), look.columns, subsequent_indent="    ")
        for part in below:
            yield paint(part, "dim", look.colour)
    yield counted(len(incidents), "incident")


def _first_line(rows: Sequence[Mapping[str, str]], columns: int) -> tuple[str, ...]:
    """The columns that a terminal has room for."""
    if columns >= _ONE_LINE and all(width(row["other"]) <= _OTHER for row in rows):
        return _HEADINGS
    return _FIRST_LINE if fits(_FIRST_LINE, _cells(_FIRST_LINE, rows), columns) else _NARROW


def _cells(shown: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in shown) for row in rows]


def range_text(toll: Json | None) -> str:
    """A toll for people: 91–120, 12, ≥40, 40–60+ (it may be more), some (no number is given)."""
    if toll is None or not (toll["claims"] or toll["min"] is not None or toll["max"] is not None):
        return ""
    low, high, more = toll["min"], toll["max"], toll.get("open", False)
    if low is None and high is None:
        return "some"
    if high is None or (more and low == high):
        return f"≥{low if low is not None else high:,}"
    if low is None:
        return f"≤{high:,}"
    text = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{text}+" if more else text


def place_text(place: Json | None) -> str:
    """A place's name and country."""
    return ", ".join(str(place[key]) for key in ("name", "country") if place[key]) if place else ""


def _below(row: Mapping[str, str], shown: Sequence[str]) -> str:
    """What a narrow terminal has on a second line."""
    accounts, reports = (f"{row[name]} {name if row[name] != '1' else name[:-1]}" for name in ("accounts", "reports"))
    event = "" if "event" in shown else row["event"]
    parts = (event, row["other"], f"{accounts} in {reports}", row["doers"] and f"by {row['doers']} (alleged)")
    return "    " + "; ".join(clean(part) for part in parts if part)


def _row(incident: Json) -> tuple[str, ...]:
    tolls = incident["tolls"].get(BY_DEFAULT, {})
    others = (f"{outcome} {text}" for outcome, toll in tolls.items()
              if outcome not in _OWN_COLUMN and (text := range_text(toll)))  # fmt: skip
    return (
        incident["id"], day_text(incident["date"]["start"], incident["date"]["end"]), place_text(incident["place"]),
        incident["event"].replace("_", " "), range_text(tolls.get("killed")), range_text(tolls.get("injured")),
        ", ".join(others), incident["grade"], str(incident["accounts"]), str(len(incident["documents"])),
        ", ".join(incident["actors"]),
    )  # fmt: skip
