"""UCDP's georeferenced events: the columns of GED, and our own after them.

Source: UCDP, Georeferenced Event Dataset Codebook. Only incidents with a death in `best`, `high` or `low` are events.
What only UCDP's coders decide (ids of conflicts, dyads and sides, `active_year`) stays empty, and `code_status` says
that every row is still to be checked."""

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import IO

from tawthiq.contract import Json
from tawthiq.exporters import rows
from tawthiq.exporters.countries import country
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.sides import Sides, actors, armed, harmed, is_state, names, sides
from tawthiq.exporters.tables import Value, joined
from tawthiq.exporters.tolls import Ends, ends

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
OURS = ("tawthiq_grade", "tawthiq_accounts", "tawthiq_high_may_be_more", "tawthiq_codebook", "tawthiq_tool")
_PRECISION = {"site": 1, "neighbourhood": 1, "town": 1, "district": 3, "province": 4, "region": 5, "country": 6}
_AROUND = 2
# Causes by which civilians alone are hit on purpose. Fire from afar may have had another aim: a person decides.
_ON_PURPOSE = frozenset({
    "suicide_bombing", "bombing", "shooting", "sniper", "execution", "torture", "stabbing", "ramming",
    "protest_repression",
})  # fmt: skip
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A row an event under a row of column names."""
    cells = (
        [row.get(name) for name in (*COLUMNS, *OURS)] for row in chain.from_iterable(_rows(r, setting) for r in records)
    )
    stream.writelines(rows.lines(chain([[*COLUMNS, *OURS]], cells)))


def _rows(record: Record, setting: Setting) -> Iterator[Mapping[str, Value]]:
    deaths = ends(record.incident, "ucdp", "killed")
    if any((deaths.min, deaths.best, deaths.max)):
        yield event(record, setting, deaths)


def event(record: Record, setting: Setting, deaths: Ends) -> Mapping[str, Value]:
    """The cells of an incident by column; columns that are not there are empty."""
    incident, found = record.incident, sides(record)
    kind = violence(record, found)
    other = names(found.enemies) or ("Civilians" if kind == _ONE_SIDED else "")
    return {
        "id": incident["id"], "code_status": "To check", "type_of_violence": kind,
        "dyad_name": f"{names(found.doers)} - {other}" if found.doers and other else "",
        "side_a": names(found.doers), "side_b": other, "gwnoa": _gw(found.doers), "gwnob": _gw(found.enemies),
        **_sources(record), **_where(incident, setting), **_when(incident), **_deaths(incident, deaths),
        "tawthiq_grade": incident["grade"], "tawthiq_accounts": incident["accounts"],
        "tawthiq_high_may_be_more": deaths.more, "tawthiq_codebook": "ucdp", "tawthiq_tool": setting.tool,
    }  # fmt: skip


def violence(record: Record, found: Sides) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None where the reports do not tell."""
    fighting = armed(harmed(record))
    if not found.doers:
        return None
    if found.enemies or fighting:
        state = any(map(is_state, (*found.doers, *found.enemies))) or bool(fighting & {"soldier", "police"})
        return _STATE_BASED if state else _NON_STATE
    return _ONE_SIDED if record.incident["event"] in _ON_PURPOSE else None


def _sources(record: Record) -> dict[str, Value]:
    reports = record.reports
    articles = (", ".join(filter(None, (one.outlet, one.published, one.title))) for one in reports)
    return {
        "number_of_sources": len(reports), "source_article": _each(articles),
        "source_office": _each(one.outlet for one in reports), "source_date": _each(one.published for one in reports),
        "source_headline": _each(one.title for one in reports),
        "source_original": joined(account["label"] for account in record.incident["sources"]),
    }  # fmt: skip


def _each(values: Iterable[str | None]) -> str:
    return joined(dict.fromkeys(values))


def _where(incident: Json, setting: Setting) -> dict[str, Value]:
    place = incident["place"]
    if place is None:
        return {}
    here = country(place["country"])
    latitude, longitude = place["lat"], place["lon"]
    precision = _PRECISION.get(place["level"])
    found: dict[str, Value] = {
        "where_prec": max(precision, _AROUND) if precision and setting.public else precision,
        "where_coordinates": place["name"], "where_description": place["text"], "adm_1": place["admin1"],
        "country": here.name, "country_id": here.gw, "region": here.ucdp_region,
    }  # fmt: skip
    if latitude is not None and longitude is not None:
        found |= {
            "latitude": latitude, "longitude": longitude, "geom_wkt": f"POINT ({longitude} {latitude})",
            "priogrid_gid": priogrid(latitude, longitude),
        }  # fmt: skip
    return found


def priogrid(latitude: float, longitude: float) -> int:
    """The cell of half a degree: rows of 720 from the south, columns from the west, counted from 1."""
    row = min(359, math.floor((latitude + 90) * 2))
    column = min(719, math.floor((longitude + 180) * 2))
    return row * 720 + column + 1


def _when(incident: Json) -> dict[str, Value]:
    start, end = incident["date"]["start"], incident["date"]["end"]
    if start is None:
        return {}
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    precision = next(code for most, code in ((1, 1), (6, 2), (7, 3), (31, 4), (10**6, 5)) if days <= most)
    return {
        "year": int(start[:4]), "date_start": start, "date_end": end, "date_prec": precision,
        "event_clarity": 1 if days == 1 else 2,
    }  # fmt: skip


def _deaths(incident: Json, deaths: Ends) -> dict[str, Value]:
    """Civilians as far as the lowest account says so; of the rest it is not known whose they were."""
    best = deaths.best or 0
    civilians = min(best, ends(incident, "airwars", "killed", "civilian").min or 0)
    return {
        "deaths_a": 0, "deaths_b": 0, "deaths_civilians": civilians, "deaths_unknown": best - civilians,
        "best": best, "high": deaths.max, "low": deaths.min or 0,
    }  # fmt: skip


def _gw(ids: Iterable[str]) -> str:
    """The numbers of the states among actors."""
    return joined(country(actors()[id].country).gw for id in ids if is_state(id) and actors()[id].country)
