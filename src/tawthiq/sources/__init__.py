"""Files, folders, addresses and standard input -> reports, one after another, with what cannot be read as errors
among them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import IO

from tawthiq.errors import InputError, MissingInput, NothingToRead, UnreadableInput
from tawthiq.sources.access import OPEN, Access
from tawthiq.sources.find import ADDRESS, Source, find, size
from tawthiq.sources.loading import loaded
from tawthiq.sources.report import Acquired, Report
from tawthiq.sources.text import read_data

__all__ = ["Access", "Acquired", "Report", "read_data", "read_file", "read_paths", "size"]

STDIN = "-"
_WRITABLE = "check the name and its permissions"
_ADDRESSED = "tawthiq.sources.web.addressed:Addressed"


def read_paths(
    paths: Iterable[str], stdin: IO[bytes], published: date | None = None, access: Access = OPEN
) -> Iterator[Report | InputError]:
    """Every report of the paths in order. What cannot be read comes as an error, and the rest goes on.

    `published` is the date of texts and pages, where it wins over the date that the page states, and of
    rows of a table that have none. `access` says how addresses are visited.
    """
    addressed = None
    for path in paths:
        if path == STDIN:
            yield from _guarded(_standard_input(stdin, published), "standard input")
        elif path.startswith(ADDRESS):
            try:
                addressed = addressed or loaded(_ADDRESSED, path)(access)
            except InputError as error:
                yield error
                continue
            yield from _guarded(addressed.reports(path, published), path)
        else:
            for source in find(path):
                if isinstance(source, InputError):
                    yield source
                else:
                    yield from read_file(source, published)


def _guarded(reports: Iterator[Report | InputError], name: str) -> Iterator[Report | InputError]:
    """The reports, with an error on the way as the last of them; never nothing, which would pass for having read it."""
    nothing = True
    try:
        for found in reports:
            nothing = False
            yield found
        if nothing:
            yield NothingToRead(f"{name}: holds no report in Arabic; Tawthiq reads reports in Arabic")
    except InputError as error:
        yield error
    except FileNotFoundError:
        yield MissingInput(f"{name}: there is no such file; check the name")
    except PermissionError:
        yield UnreadableInput(f"{name}: may not be opened; change its permissions")
    except OSError as error:
        yield UnreadableInput(f"{name}: cannot be opened ({error.strerror or error}); {_WRITABLE}")


def _standard_input(stdin: IO[bytes], published: date | None) -> Iterator[Report | InputError]:
    for found in read_data(stdin.read(), "standard input", None, published):
        if isinstance(found, Report) and found.acquired.how == "file":
            found = replace(found, acquired=Acquired("standard input"))
        yield found


def read_file(source: Source, published: date | None = None) -> Iterator[Report | InputError]:
    """The reports of one file. What cannot be read comes as an error."""
    return _guarded(_file(source, published), source.name)


def _file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    yield from loaded(source.reader, source.name)(source, published)
