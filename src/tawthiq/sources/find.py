"""Which files do the given paths mean?"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tawthiq.errors import InputError, MissingInput, NothingToRead, UnreadableInput

KINDS = (".txt", ".html", ".htm", ".json", ".jsonl", ".csv")


class Source(NamedTuple):
    """A file to read; `name` is what the user calls it, `id` what a report in it is called."""

    path: Path
    name: str
    id: str


def find(path: str) -> Iterator[Source | InputError]:
    """The file at `path`, or every file of a kind that is read in the folder there, in order."""
    place = Path(path)
    if place.is_dir():
        yield from _folder(place)
    elif path.startswith(("http://", "https://")) and not place.exists():
        yield MissingInput(f"{path}: is an address; save the page as .html and read the file")
    else:
        yield Source(place, path, place.name)


def size(paths: list[str]) -> int:
    """The bytes of all files that the paths mean; 0 for what cannot be told."""
    sources = (source for path in paths if path != "-" for source in find(path) if isinstance(source, Source))
    return sum(source.path.stat().st_size for source in sources if source.path.is_file())


def _folder(folder: Path) -> Iterator[Source | InputError]:
    errors: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in KINDS:
                found = True
                path = Path(root) / name
                yield Source(path, str(path), path.relative_to(folder).as_posix())
    for error in errors:
        yield UnreadableInput(f"{error.filename}: cannot be opened ({error.strerror}); change its permissions")
    if not found and not errors:
        yield NothingToRead(f"{folder}: holds no file of a kind that is read ({' '.join(KINDS)}); give one that does")
