"""ACLED's columns, by ACLED's rules: one row a day, one figure of fatalities, the lowest until corroborated.

Source: ACLED, Codebook. Left out, as the codebook has it: accidents, what has no day, what is told of a country or a
region as a whole. A doer whom nobody names, or whom accounts name differently, is an unidentified armed group."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import IO, NamedTuple

from tawthiq.contract import Json
from tawthiq.exporters import rows
from tawthiq.exporters.countries import Country, country
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.sides import actors, armed, harmed, is_state, name, names, sides
from tawthiq.exporters.tables import Value, joined
from tawthiq.exporters.tolls import ends, text
from tawthiq.language.eventtypes import event_types
from tawthiq.plurals import counted

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
OURS = ("tawthiq_id", "tawthiq_grade", "tawthiq_codebook", "tawthiq_tool")
_PV, _DEMO, _SD = "Political violence", "Demonstrations", "Strategic developments"
_BATTLE = ("Battles", "Armed clash", _PV)
_ATTACK = ("Violence against civilians", "Attack", _PV)


def _far(kind: str) -> tuple[str, str, str]:
    return ("Explosions/Remote violence", kind, _PV)


# Event, sub-event and disorder type. Causes that are neither here nor below leave the three to a person.
_TYPES = {
    **dict.fromkeys(("airstrike", "drone_strike", "barrel_bomb"), _far("Air/drone strike")),
    **dict.fromkeys(("shelling", "missile", "bombardment"), _far("Shelling/artillery/missile attack")),
    **dict.fromkeys(("bombing", "landmine", "explosion"), _far("Remote explosive/landmine/IED")),
    "chemical_attack": _far("Chemical weapon"), "suicide_bombing": _far("Suicide bomb"), "grenade": _far("Grenade"),
    **dict.fromkeys(("armed_clash", "offensive"), _BATTLE),
    "abduction": ("Violence against civilians", "Abduction/forced disappearance", _PV),
    "arrest": (_SD, "Arrests", _SD), "protest": ("Protests", "Peaceful protest", _DEMO),
    "protest_repression": ("Protests", "Excessive force against protesters", f"{_PV}; {_DEMO}"),
    "riot": ("Riots", "Violent demonstration", _DEMO),
}  # fmt: skip
# Battles where those harmed carry arms, else violence against civilians.
_EITHER = frozenset(
    {"shooting", "sniper", "execution", "torture", "stabbing", "ramming", "attack", "ground_attack"}
)  # fmt: skip
_NOT_CODED = frozenset({"accident"})
_GEO = {"site": 1, "neighbourhood": 1, "town": 1, "district": 2, "province": 3}
_NEAR = 2
_MIDDLE = {"week": 2, "month": 3}
_MILITIAS = frozenset({"pmf", "iran_backed_militia"})
_STATE, _REBEL, _MILITIA, _CIVILIANS, _EXTERNAL = 1, 2, 3, 7, 8
_LONGEST = 31


class Day(NamedTuple):
    """A row's day, its time precision and its deaths."""

    day: date
    precision: int
    deaths: int


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A row a day of each incident under a row of column names."""
    found = chain.from_iterable(_rows(record, setting) for record in records)
    cells = ([row.get(name) for name in (*COLUMNS, *OURS)] for row in found)
    stream.writelines(rows.lines(chain([[*COLUMNS, *OURS]], cells)))


def _rows(record: Record, setting: Setting) -> Iterator[Mapping[str, Value]]:
    incident, place = record.incident, record.incident["place"]
    if place is None or place["level"] not in _GEO or incident["event"] in _NOT_CODED:
        return
    here = country(place["country"])
    shared = {
        **_types(record), **_parties(record, here), **_where(place, here, setting),
        "source": joined(dict.fromkeys(report.outlet for report in record.reports)), "timestamp": _stamp(setting),
        "tawthiq_id": incident["id"], "tawthiq_grade": incident["grade"], "tawthiq_codebook": "acled",
        "tawthiq_tool": setting.tool,
    }  # fmt: skip
    days = list(_days(record))
    for number, day in enumerate(days, 1):
        id = f"{here.iso3}-{incident['id']}" + (f"-{number}" if len(days) > 1 else "")
        yield {
            **shared, "event_id_cnty": id, "event_date": day.day.isoformat(), "year": day.day.year,
            "time_precision": day.precision, "fatalities": day.deaths, "notes": _notes(record, len(days)),
        }  # fmt: skip


def _days(record: Record) -> Iterator[Day]:
    """The days of an incident: one, the middle of a week or month, or each day of a period with its share."""
    incident = record.incident
    if incident["date"]["start"] is None:
        return
    start, end = (date.fromisoformat(incident["date"][key]) for key in ("start", "end"))
    deaths = ends(incident, "acled", "killed").best or 0
    number = (end - start).days + 1
    told = {told.claim.time.precision for told in record.claims if told.claim.time and _of(told.claim.time, incident)}
    loose = next((code for name, code in _MIDDLE.items() if told == {name}), 3 if number > _LONGEST else None)
    if loose is not None:
        yield Day(start + timedelta(days=(number - 1) // 2), loose, deaths)
        return
    each, rest = divmod(deaths, number)
    for at in range(number):
        yield Day(start + timedelta(days=at), 1, each + (rest if at == 0 else 0))


def _of(time: object, incident: Json) -> bool:
    return (getattr(time, "start", ""), getattr(time, "end", "")) == tuple(incident["date"].values())


def _types(record: Record) -> dict[str, Value]:
    event = record.incident["event"]
    found = _TYPES.get(event, ("", "", ""))
    if event in _EITHER:
        found = _BATTLE if armed(harmed(record)) else _ATTACK
    return {"event_type": found[0], "sub_event_type": found[1], "disorder_type": found[2]}


def _parties(record: Record, here: Country) -> dict[str, Value]:
    found, groups = sides(record), harmed(record)
    first = found.doers[0] if found.doers else None
    one = _inter(first, here)
    actor1 = f"Unidentified Armed Group ({here.name})" if first is None else name(first)
    if found.enemies:
        actor2, two, rest = name(found.enemies[0]), _inter(found.enemies[0], here), names(found.enemies[1:])
    elif groups and not armed(groups):
        actor2, two, rest = f"Civilians ({here.name})", _CIVILIANS, ""
    else:
        actor2, two, rest = "", 0, ""
    return {
        "actor1": actor1, "assoc_actor_1": names(found.doers[1:]), "inter1": one,
        "actor2": actor2, "assoc_actor_2": rest, "inter2": two,
        "interaction": "".join(map(str, sorted((one, two)))) if two else f"{one}0",
        "civilian_targeting": "Civilian targeting" if two == _CIVILIANS else "",
    }  # fmt: skip


def _inter(actor: str | None, here: Country) -> int:
    """Who an actor is to ACLED: armies abroad are external forces; of groups that nobody knows, political militias."""
    if actor is None or actor in _MILITIAS:
        return _MILITIA
    if not is_state(actor):
        return _REBEL
    return _STATE if actors()[actor].country == here.iso2 else _EXTERNAL


def _where(place: Json, here: Country, setting: Setting) -> dict[str, Value]:
    precision = _GEO[place["level"]]
    return {
        "iso": here.number, "region": here.acled_region, "country": here.name, "admin1": place["admin1"],
        "location": place["name"], "latitude": place["lat"], "longitude": place["lon"],
        "geo_precision": max(precision, _NEAR) if setting.public else precision,
    }  # fmt: skip


def _notes(record: Record, days: int) -> str:
    """A sentence in English: what is said, by how many, and what was divided."""
    incident = record.incident
    start, end, place = incident["date"]["start"], incident["date"]["end"], incident["place"]["name"]
    kind = event_types()[incident["event"]].en if incident["event"] in event_types() else incident["event"]
    killed, injured = (text(ends(incident, "airwars", outcome)) for outcome in ("killed", "injured"))
    parts = [f"{start if start == end else f'{start} to {end}'}: {kind} in {place}"]
    if incident["actors"]:
        parts.append(f"allegedly by {', '.join(map(name, incident['actors']))}")
    parts.append(f"{killed or 'an unstated number'} reported killed")
    parts += [f"{injured} reported injured"] if injured else []
    accounts = counted(incident["accounts"], "independent account")
    parts.append(f"{accounts}, graded {incident['grade']}")
    parts += [f"a total over {days} days, divided by day"] if days > 1 else []
    return "; ".join(parts) + "."


def _stamp(setting: Setting) -> int | None:
    """The time of the ledger's last entry in seconds."""
    return int(datetime.fromisoformat(setting.as_of).astimezone(UTC).timestamp()) if setting.as_of else None
