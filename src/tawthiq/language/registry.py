"""The neutral actor ids: what the data says of each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from tawthiq.errors import DataError

# What an id begins with that the list lacks: «other:Libyan army».
OTHER, ATTACKERS = "other:", " attackers"
_UNKNOWN = "unknown_gunmen"


@dataclass(frozen=True, slots=True)
class ActorInfo:
    """`name` in English; `force`: the group that its own members count as; `country` ISO code or "";
    `against`: the ids that it fights; `spares`: its own citizens are not those whom it strikes."""

    id: str
    name: str
    force: str
    country: str = ""
    against: tuple[str, ...] = ()
    spares: bool = False


def nameless(id_: str) -> bool:
    """Whether an id is for people of no known side, whom a word describes and no name: gunmen, «other:relative»,
    «other:jihadists», in small letters, but not «other:Libyan army». In two incidents they need not be the same."""
    return id_ == _UNKNOWN or (id_.startswith(OTHER) and id_.removeprefix(OTHER)[:1].islower())


def described(id_: str) -> bool:
    """Whether an id is for people whom a word describes and no name: `nameless` ones, and attackers of whom only the
    nationality is told («other:Tunisian attackers»), who are no body that acts in several incidents."""
    return nameless(id_) or (id_.startswith(OTHER) and id_.endswith(ATTACKERS))


def read_actors(file: Traversable) -> Mapping[str, ActorInfo]:
    """Every actor by id. Raises DataError for an unknown key or an id that stands twice."""
    actors: dict[str, ActorInfo] = {}
    for row in tomllib.loads(file.read_text(encoding="utf-8")).get("actor", []):
        values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}
        try:
            info = ActorInfo(**values)
        except TypeError as error:
            raise DataError(f"{file}: {row.get('id', '(no id)')}: {error}") from error
        if info.id in actors:
            raise DataError(f"{file}: the id {info.id!r} stands twice; keep one")
        actors[info.id] = info
    for info in actors.values():
        stray = set(info.against) - set(actors)
        if stray:
            raise DataError(f"{file}: {info.id}: against names {sorted(stray)[0]!r}, which is no id")
    return actors
