"""Which files do the given paths mean?"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tawthiq.errors import InputError, MissingInput, NothingToRead, UnreadableInput

# What reads a file, by the end of its name; a file of another name is known by how it begins.
KINDS: Mapping[str, str] = {
    ".txt": "tawthiq.sources.text:text_reports",
    ".html": "tawthiq.sources.html:html_reports",
    ".htm": "tawthiq.sources.html:html_reports",
    ".xhtml": "tawthiq.sources.html:html_reports",
    ".json": "tawthiq.sources.tables:json_file",
    ".jsonl": "tawthiq.sources.tables:jsonl_file",
    ".ndjson": "tawthiq.sources.tables:jsonl_file",
    ".csv": "tawthiq.sources.tables:csv_file",
    ".tsv": "tawthiq.sources.tables:csv_file",
    ".xlsx": "tawthiq.sources.workbooks:xlsx_file",
    ".xlsm": "tawthiq.sources.workbooks:xlsx_file",
    ".parquet": "tawthiq.sources.parquet:parquet_file",
    ".warc": "tawthiq.sources.archives:warc_file",
    ".warc.gz": "tawthiq.sources.archives:warc_file",
    ".wacz": "tawthiq.sources.archives:wacz_file",
}
OTHER = "tawthiq.sources.text:any_reports"
ADDRESS = ("http://", "https://")


class Source(NamedTuple):
    """A file to read; `name` is what the user calls it, `id` what a report in it is called."""

    path: Path
    name: str
    id: str

    @property
    def reader(self) -> str:
        """What reads it, as `loading.loaded` takes it."""
        return next((KINDS[end] for end in ends(self.path.name)), OTHER)

    def bytes(self) -> bytes:
        """All of it."""
        with self.path.open("rb") as stream:
            return stream.read()


def ends(name: str) -> tuple[str, ...]:
    """The ends of names of a kind that is read with which this one ends."""
    return tuple(end for end in KINDS if name.lower().endswith(end))


def find(path: str) -> Iterator[Source | InputError]:
    """The file at `path`, or every file of a kind that is read in the folder there, in order; an empty name is an
    error, where a path of its own would make it the working folder."""
    place = Path(path)
    if not path:
        yield MissingInput('"": an empty name; give a file, a folder or an address (. is the working folder)')
    elif place.is_dir():
        yield from _folder(place)
    else:
        yield Source(place, path, place.name)


def size(paths: list[str]) -> int:
    """The bytes of all files that the paths mean; 0 for what cannot be told."""
    sources = (
        source
        for path in paths
        if path != "-" and not path.startswith(ADDRESS)
        for source in find(path)
        if isinstance(source, Source)
    )
    return sum(source.path.stat().st_size for source in sources if source.path.is_file())


def _folder(folder: Path) -> Iterator[Source | InputError]:
    errors: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and ends(name):
                found = True
                path = Path(root) / name
                yield Source(path, str(path), path.relative_to(folder).as_posix())
    for error in errors:
        yield UnreadableInput(f"{error.filename}: cannot be opened ({error.strerror}); change its permissions")
    if not found and not errors:
        yield NothingToRead(f"{folder}: holds no file of a kind that is read ({' '.join(KINDS)}); give one that does")
