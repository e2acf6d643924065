"""What a person writes to correct a claim -> the fields of the published contract."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from tawthiq.errors import UsageError, meant
from tawthiq.language import load
from tawthiq.language.entries.group import GroupWord
from tawthiq.language.eventtypes import event_types
from tawthiq.language.fold import fold_form
from tawthiq.language.registry import read_actors

OUTCOMES = (
    "killed", "injured", "casualties", "missing", "detained", "abducted", "displaced", "besieged", "trapped", "rescued",
    "destroyed", "damaged", "hit", "strikes",
)  # fmt: skip
STATUSES = ("asserted", "denied", "unconfirmed", "feared", "planned", "hypothetical")
FIELDS = ("outcome", "count", "group", "event", "actors", "place", "time", "status", "cumulative")
_COUNTS = (("≥", "at_least"), (">=", "at_least"), ("≤", "at_most"), ("<=", "at_most"), ("~", "about"))
# Digits of a count: more of them are a key held down.
_LONGEST = 9
_SHAPE = "write FIELD=VALUE, FIELD one of " + ", ".join(FIELDS)


def values_of(texts: Iterable[str]) -> Mapping[str, Any]:
    """The values of «field=value» texts. Raises UsageError naming the field and what it takes."""
    found: dict[str, Any] = {}
    for text in texts:
        field, equals, value = text.partition("=")
        if not equals or field not in FIELDS:
            raise UsageError(f"correct: {text!r}: {_SHAPE}")
        found[field] = _value(field, value.strip())
    if not found:
        raise UsageError(f"correct: nothing to correct; {_SHAPE}")
    return found


def _value(field: str, value: str) -> Any:
    if field == "count":
        return _count(value)
    if field == "time":
        return _time(value)
    if field == "place":
        return _place(value) if value else None
    if field == "cumulative":
        return _one_of(field, value, ("true", "false")) == "true"
    if field == "actors":
        known = read_actors(files("tawthiq") / "data" / "actors.toml")
        return [_one_of(field, actor.strip(), known) for actor in value.split(",") if actor.strip()]
    if field == "group":
        return _one_of(field, value, _groups())
    return _one_of(field, value, {"outcome": OUTCOMES, "status": STATUSES, "event": tuple(event_types())}[field])


def _groups() -> list[str]:
    entries = load().lexicon.entries("group")
    return sorted({entry.group for entry in entries if isinstance(entry, GroupWord)})


def _one_of(field: str, value: str, known: Collection[str]) -> str:
    if value not in known:
        raise UsageError(f"correct: {field}={value}{meant(value, known)}: it is one of {', '.join(known)}")
    return value


def _count(value: str) -> dict[str, Any]:
    """91, 30-35, >=12, <=12 or ~12."""
    modifier, number = next(
        ((m, value[len(sign) :]) for sign, m in _COUNTS if value.startswith(sign)), ("exact", value)
    )
    ends = [end.strip() for end in number.replace("–", "-").split("-")]
    is_range = len(ends) == 2 and modifier in ("exact", "about")
    if not (len(ends) == 1 or is_range) or not all(end.isdecimal() and len(end) <= _LONGEST for end in ends):
        raise UsageError(f"correct: count={value}: write 91, 30-35, >=12, <=12 or ~12")
    known = sorted(int(end) for end in ends)
    return {
        "low": None if modifier == "at_most" else known[0],
        "high": None if modifier == "at_least" else known[-1],
        "modifier": "between" if is_range else modifier, "vague": None,
    }  # fmt: skip


def _time(value: str) -> dict[str, Any]:
    """2016-09-23, or 2016-09-23..2016-09-25."""
    start, dots, end = value.partition("..")
    first, last = sorted(_day(day) for day in (start, end if dots else start))
    return {"start": first, "end": last, "text": value, "precision": "day" if first == last else "period"}


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"correct: time={text}: write 2016-09-23 or 2016-09-23..2016-09-25") from error


def _place(value: str) -> dict[str, Any]:
    """A name in Arabic, with the country's code after a comma where several countries have it; or
    «name, CC, lat, lon» for a place that no list has."""
    name, *rest = (part.strip() for part in value.split(","))
    country = rest[0].upper() if rest else None
    unknown = f"correct: place={value}: no list has it; write its name in Arabic, or NAME, CC, LAT, LON"
    if country is not None and load().gazetteer.country(country) is None:
        raise UsageError(unknown)
    if len(rest) == 3:
        return {"text": name, "name": name, "admin1": None, "country": country, "lat": _degrees(rest[1], 90, value),
                "lon": _degrees(rest[2], 180, value), "level": "site", "id": None}  # fmt: skip
    rows = [row for row in load().gazetteer.rows(fold_form(name)) if country in (None, row.country)]
    if not rows:
        raise UsageError(unknown)
    best = max(rows, key=lambda row: row.weight)
    return {"text": name, "name": best.name, "admin1": best.admin1, "country": best.country, "lat": best.lat,
            "lon": best.lon, "level": best.level, "id": best.id}  # fmt: skip


def _degrees(text: str, most: int, value: str) -> float:
    try:
        found = float(text)
    except ValueError as error:
        raise UsageError(f"correct: place={value}: {text!r} is no number of degrees") from error
    if not -most <= found <= most:
        raise UsageError(f"correct: place={value}: {text!r} is beyond {most} degrees")
    return found
