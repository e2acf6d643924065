"""A document as JSON objects and as CSV rows.

`line` gives what `tawthiq read --format jsonl` prints on one line. Spans are
[start, end) in code points of the document's text; dates are ISO 8601.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from tawthiq.model import Claim, ClaimPlace, ClaimSource, ClaimTime, Count, Document, Kin, Span, Victim

Json = dict[str, Any]

COLUMNS = (
    "document", "title", "url", "outlet", "published", "claim", "start", "end", "quote", "outcome", "low", "high",
    "modifier", "vague", "of", "group", "group_text", "part_of", "cumulative", "event", "event_text", "actors",
    "actors_text", "place_text", "place_name", "admin1", "country", "lat", "lon", "level", "place_id", "time_start",
    "time_end", "time_text", "time_precision", "source_text", "source_role", "source_kind", "source_id", "source_via",
    "source_quoted", "status", "because", "victims",
)  # fmt: skip

_MARKS = {
    "sentences": ("span", "paragraph", "part"),
    "numbers": ("span", "low", "high", "modifier", "vague", "of", "value", "aside", "because"),
    "dates": ("span", "text", "start", "end", "precision", "kind", "because"),
    "places": ("span", "text", "name", "admin1", "country", "lat", "lon", "level", "id", "because"),
    "actors": ("span", "text", "id", "because"),
    "speakers": ("span", "text", "role", "kind", "id", "via", "quoted", "because"),
    "casualties": (
        "span", "outcome", "low", "high", "modifier", "vague", "of", "group", "group_text", "sentence", "part_of",
        "because",
    ),
    "aside": ("span", "text", "layer", "reason"),
}  # fmt: skip


def line(document: Document, *, aside: bool = False, marks: bool = False) -> Json:
    """The document, its claims and its named victims; with `aside`, what was set aside and why; with `marks`, every
    layer below."""
    found: Json = {
        "document": about(document), "claims": [claim(c) for c in document.claims],
        "victims": [victim(v) for v in document.victims],
    }  # fmt: skip
    if aside:
        found["aside"] = layer(document, "aside")
    if marks:
        found["marks"] = {name: layer(document, name) for name in _MARKS}
    return found


def about(document: Document) -> Json:
    """Which document it is; `sha256` is that of its text in UTF-8."""
    return {
        "id": document.id, "sha256": document.sha256, "url": document.url, "outlet": document.outlet,
        "title": document.title, "published": plain(document.published), "language": document.language,
    }  # fmt: skip


def claim(found: Claim) -> Json:
    """One claim."""
    return {field.name: plain(getattr(found, field.name)) for field in dataclasses.fields(found)}


def claim_of(found: Json) -> Claim:
    """The claim that `claim` gave. Raises KeyError or TypeError for an object that is none."""
    count, place, time, source = (found[name] for name in ("count", "place", "time", "source"))
    parts = {
        "span": Span(*found["span"]),
        "count": Count(**count) if count else None,
        "actors": tuple(found["actors"]),
        "actors_text": tuple(found["actors_text"]),
        "place": ClaimPlace(**place) if place else None,
        "time": ClaimTime(**time) if time else None,
        "source": _source_of(source),
        "because": tuple(found["because"]),
    }
    return Claim(**{**found, **parts})


def victim(found: Victim) -> Json:
    """One named victim."""
    return {field.name: plain(getattr(found, field.name)) for field in dataclasses.fields(found)}


def victim_of(found: Json) -> Victim:
    """The victim that `victim` gave. Raises KeyError or TypeError for an object that is none."""
    kin, source = found["kin"], found["source"]
    parts = {
        "span": Span(*found["span"]),
        "kin": Kin(**kin) if kin else None,
        "source": _source_of(source),
        "claims": tuple(found["claims"]),
        "because": tuple(found["because"]),
    }
    return Victim(**{**found, **parts})


def _source_of(source: Json | None) -> ClaimSource | None:
    return ClaimSource(**{**source, "via": tuple(source["via"])}) if source else None


def layer(document: Document, name: str) -> list[Json]:
    """One layer of marks, also what was set aside in it."""
    return [{key: plain(_value(mark, key)) for key in _MARKS[name]} for mark in getattr(document, name)]


def rows(document: Document) -> Iterator[tuple[str, ...]]:
    """One row a claim, in the order of COLUMNS; several values in a cell are separated by ; and a space."""
    about_it = (document.id, document.title, document.url, document.outlet, document.published)
    names: dict[str, list[str]] = {}
    for person in document.victims:
        for id in person.claims if person.name else ():
            names.setdefault(id, []).append(" ".join(str(person.name).split()))
    for found in document.claims:
        values = (
            *about_it, found.id, *found.span, found.quote, found.outcome, *_parts(found.count, 5), found.group,
            found.group_text, found.part_of, found.cumulative, found.event, found.event_text, found.actors,
            found.actors_text, *_parts(found.place, 8), *_parts(found.time, 4), *_parts(found.source, 6), found.status,
            found.because, tuple(names.get(found.id, ())),
        )  # fmt: skip
        yield tuple(_cell(value) for value in values)


def _parts(value: Any, length: int) -> tuple[Any, ...]:
    """The fields of a part of a claim in order, all None where the claim lacks it."""
    if value is None:
        return (None,) * length
    return tuple(getattr(value, field.name) for field in dataclasses.fields(value))


def _value(mark: Any, key: str) -> Any:
    """A field of a mark, or of its count."""
    return getattr(mark, key) if hasattr(mark, key) else getattr(mark.count, key)


def plain(value: Any) -> Any:
    """JSON values from the model's: dates as ISO text, shapes as objects, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value)
    return str(value)
