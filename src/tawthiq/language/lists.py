"""The lists of `data/ar/list.toml`, each asked for by name where the rule that compares words with it is set up."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from tawthiq.errors import DataError
from tawthiq.language.data import build, forms_of, tables
from tawthiq.language.entries import ListWord

_WHOLE, _EDGE = "whole", "edge"


def words(name: str) -> frozenset[str]:
    """The folded words of the list «list.NAME». Raises DataError for a list that is missing, of edges, or broken."""
    return frozenset(_forms(name, _WHOLE))


def edges(name: str) -> tuple[str, ...]:
    """The folded beginnings (or ends) of the list «list.NAME», as `str.startswith` takes them. Raises DataError."""
    return _forms(name, _EDGE)


def _forms(name: str, part: str) -> tuple[str, ...]:
    found = lists().get(f"{ListWord.layer}.{name}")
    if found is None or found[0].part != part:
        raise DataError(f"{_file()}: list.{name}: a rule asks for it with part = {part!r}; put it back")
    return found[1]


@cache
def lists() -> Mapping[str, tuple[ListWord, tuple[str, ...]]]:
    """Every list by id with its folded forms. Raises DataError for data that breaks a rule."""
    file, found = _file(), dict[str, tuple[ListWord, tuple[str, ...]]]()
    for row in tables(file):
        entry = build(file, row, ListWord)
        if entry.id in found:
            raise DataError(f"{file}: the id {entry.id!r} stands twice; give one of them another id")
        if entry.part not in (_WHOLE, _EDGE):
            raise DataError(f"{file}: {entry.id}: part is {entry.part!r}; known: {_WHOLE}, {_EDGE}")
        found[entry.id] = entry, tuple(forms_of(file, row))
    return found


def _file() -> Traversable:
    return files("tawthiq") / "data" / "ar" / f"{ListWord.layer}.toml"
