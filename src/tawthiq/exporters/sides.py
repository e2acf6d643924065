"""Who is said to have done it, in the terms of the conflict data sets."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tawthiq.exporters.shapes import Record
from tawthiq.language.registry import OTHER, ActorInfo, read_actors

UNKNOWN = "unknown_gunmen"
_ARMED = frozenset({"fighter", "soldier", "police"})
_OBJECTS = frozenset({"hit", "destroyed", "damaged", "strikes"})


@cache
def actors() -> Mapping[str, ActorInfo]:
    """Every actor by its neutral id."""
    return read_actors(files("tawthiq") / "data" / "actors.toml")


class Sides(NamedTuple):
    """The doers by id, those on one side together; `enemies` are those of them that fight the first."""

    doers: tuple[str, ...]
    enemies: tuple[str, ...]


def sides(record: Record) -> Sides:
    """The alleged doers. None where accounts name different ones, or only gunmen whom nobody knows."""
    if record.incident["grade"] == "contested":
        return Sides((), ())
    ids = [id for id in record.incident["actors"] if id in actors() and id != UNKNOWN]
    ids.sort(key=lambda id: (not is_state(id), id))
    enemies = tuple(id for id in ids[1:] if id in actors()[ids[0]].against or ids[0] in actors()[id].against)
    return Sides(tuple(id for id in ids if id not in enemies), enemies)


def is_state(actor: str) -> bool:
    """Whether an actor is a state or fights as one: its own dead count as soldiers."""
    return actors()[actor].force == "soldier"


def names(ids: Sequence[str]) -> str:
    """The English names of actors in one cell."""
    return "; ".join(actors()[id].name for id in ids)


def name(id: str) -> str:
    """The English name of an actor; where the list lacks it, as it is called in its id («other:Libyan army»)."""
    return actors()[id].name if id in actors() else id.removeprefix(OTHER).replace("_", " ")


def harmed(record: Record) -> frozenset[str]:
    """The groups that any asserted claim says were harmed."""
    return frozenset(
        told.claim.group or "person"
        for told in record.claims
        if told.claim.outcome not in _OBJECTS and told.claim.status == "asserted" and told.id not in record.rejected
    )


def armed(groups: frozenset[str]) -> frozenset[str]:
    """Those of the groups that take part in fighting."""
    return groups & _ARMED
