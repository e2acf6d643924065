"""The words that bringing reports together needs: agencies, names of speakers, words that name nobody."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tawthiq.errors import DataError
from tawthiq.language.fold import fold_form

_PARTS = {
    "wire": ("id", "forms", "example"),
    "speaker": ("id", "forms", "example"),
    "generic": ("words",),
    "own": ("words",),
    "common": ("words",),
    "quoting": ("words",),
}
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE = re.compile("^[\u0648\u0641\u0628\u0644\u0643]?\u0627\u0644(?=..)|^\u0644\u0644(?=...)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker by all its names, longest first. `party` is the actor id of the side that it speaks for."""

    id: str
    names: tuple[frozenset[str], ...]
    party: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """Everything in `data/linking.toml`, folded."""

    wires: tuple[tuple[str, str], ...]
    agencies: Mapping[frozenset[str], str]
    quoting: tuple[str, ...]
    generic: frozenset[str]
    own: frozenset[str]
    common: frozenset[str]
    speakers: tuple[Speaker, ...]


@lru_cache(maxsize=16384)
def bare(text: str) -> tuple[str, ...]:
    """The words of a text in one spelling and without the article."""
    return tuple(_PARTICLE.sub("", word) for word in _WORD.findall(fold_form(text)))


@cache
def words() -> Words:
    """The packaged words. Raises DataError for a row that breaks a rule."""
    file = files("tawthiq") / "data" / "linking.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    for part, wanted in _PARTS.items():
        for row in _rows(rows.get(part)):
            missing = [key for key in wanted if not row.get(key)]
            if missing:
                raise DataError(f"{file}: {part} {row.get('id', '')}: lacks {missing[0]}; add it")
    wires = [(fold_form(form), row["id"]) for row in rows["wire"] for form in row["forms"]]
    return Words(
        wires=tuple(sorted(wires, key=lambda pair: (-len(pair[0]), pair))),
        agencies={frozenset(bare(form)): id for form, id in wires},
        quoting=tuple(fold_form(word) for word in rows["quoting"]["words"]),
        generic=_bare_set(rows["generic"]["words"]),
        own=_bare_set(rows["own"]["words"]),
        common=_bare_set(rows["common"]["words"]),
        speakers=tuple(_speaker(row) for row in rows["speaker"]),
    )


def _speaker(row: dict[str, Any]) -> Speaker:
    names = sorted((frozenset(bare(form)) for form in row["forms"]), key=lambda name: (-len(name), sorted(name)))
    return Speaker(row["id"], tuple(names), row.get("party"))


def _bare_set(forms: list[str]) -> frozenset[str]:
    return frozenset(word for form in forms for word in bare(form))


def _rows(part: Any) -> list[dict[str, Any]]:
    return part if isinstance(part, list) else [part or {}]
