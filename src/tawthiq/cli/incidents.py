"""The list of incidents as a table for people."""

from collections.abc import Iterator, Sequence

from tawthiq.cli.grid import grid
from tawthiq.cli.table import Look, day_text
from tawthiq.contract import BY_DEFAULT, Json

_HEADINGS = ("id", "date", "place", "event", "killed", "injured", "other", "grade", "accounts", "reports", "doers")
_OWN_COLUMN = ("killed", "injured")


def listed(incidents: Sequence[Json], look: Look) -> Iterator[str]:
    """A row an incident, and how many there are."""
    yield from grid(_HEADINGS, [_row(incident) for incident in incidents], look.columns, look.colour)
    yield f"{len(incidents):,} incident{'' if len(incidents) == 1 else 's'}"


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
