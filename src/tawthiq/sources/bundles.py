"""A bundle of another ledger -> reports and decisions, once everything in it is checked.

Nothing is given out of a bundle in which one byte is not as its list of hashes says."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

from tawthiq.errors import InputError, UnreadableInput
from tawthiq.sources.report import Acquired, Report

VERSION = 1
_MANIFEST, _REPORTS, _INCIDENTS, _JUDGEMENTS, _SUMS = (
    "bundle.json", "reports.jsonl", "incidents.jsonl", "judgements.jsonl", "SHA256SUMS",
)  # fmt: skip
_PIECE = 1 << 20
# The most that one file of a bundle may unpack to.
MOST = 1 << 30
_AGAIN = "ask for the bundle again, and compare its SHA-256 with the sender's"


class Bundle:
    """An open bundle that was checked. `sha256` is that of the file."""

    def __init__(self, files: zipfile.ZipFile, name: str, sha256: str) -> None:
        self._files = files
        self._name = name
        self.sha256 = sha256

    def reports(self) -> Iterator[Report | InputError]:
        """The reports, each with its original, known by what it was known by where it comes from."""
        for row in self._rows(_REPORTS):
            try:
                yield self._report(row)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                yield UnreadableInput(f"{self._name}: a report in {_REPORTS} lacks or misstates {error}; {_AGAIN}")

    def claims(self) -> Iterator[dict[str, Any]]:
        """The claims as they read where the bundle comes from."""
        for incident in self._rows(_INCIDENTS):
            yield from incident["claims"]

    def namings(self) -> Iterator[dict[str, Any]]:
        """Who is named where, as read where the bundle comes from; older bundles have none."""
        for incident in self._rows(_INCIDENTS):
            for person in incident.get("victims", ()):
                yield from person["namings"]

    def judgements(self) -> Iterator[dict[str, Any]]:
        """The decisions."""
        return self._rows(_JUDGEMENTS)

    def _rows(self, name: str) -> Iterator[dict[str, Any]]:
        with self._files.open(name) as stream:
            for line in stream:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise UnreadableInput(f"{self._name}: {name} holds a line that is no object; {_AGAIN}")
                yield row

    def _report(self, row: dict[str, Any]) -> Report:
        data = self._files.read(row["original"])
        text = row["text"] if row["text"] is not None else data.decode("utf-8", "surrogatepass")
        stated = tuple((f"bundle.{key}", str(value)) for key, value in sorted(row["acquired"].items()))
        acquired = Acquired("bundle", within=f"{Path(self._name).name} {self.sha256}", stated=stated)
        published = date.fromisoformat(row["published"]) if row["published"] else None
        return Report(
            row["id"], text, row["origin"], row["sha256"], len(data), row["title"], row["url"], row["outlet"],
            published, data, same=row["same"], acquired=acquired,
        )  # fmt: skip


@contextmanager
def opened(path: str) -> Iterator[Bundle]:
    """A bundle, checked. Raises InputError naming the file and what is wrong in it."""
    try:
        with Path(path).open("rb") as stream:
            sha256 = _digest(stream)
            stream.seek(0)
            with zipfile.ZipFile(stream) as files:
                _check(files, path)
                yield Bundle(files, path, sha256)
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise UnreadableInput(f"{path}: is no bundle, or damaged ({error}); {_AGAIN}") from error
    except OSError as error:
        raise UnreadableInput(f"{path}: cannot be opened ({error.strerror or error}); check the name") from error


def _check(files: zipfile.ZipFile, path: str) -> None:
    """Everything in the ZIP is listed, everything that is listed is there and as it was written."""
    names = [info.filename for info in files.infolist()]
    if _SUMS not in names or _MANIFEST not in names:
        raise UnreadableInput(f"{path}: is no bundle; `tawthiq export bundle` writes one")
    manifest = json.loads(_small(files, _MANIFEST, path))
    if manifest.get("bundle") != VERSION:
        raise UnreadableInput(f"{path}: is a bundle of version {manifest.get('bundle')}; update Tawthiq")
    listed = dict(_listed(_small(files, _SUMS, path)))
    if sorted(names) != sorted([*listed, _SUMS]):
        odd = sorted({*names} ^ {*listed, _SUMS}) or ["a file that stands twice"]
        raise UnreadableInput(f"{path}: {odd[0]} is missing, or not in {_SUMS}; {_AGAIN}")
    for name, expected in listed.items():
        if files.getinfo(name).file_size > MOST:
            raise UnreadableInput(f"{path}: {name} is larger than {MOST >> 20:,} MiB; {_AGAIN}")
        with files.open(name) as stream:
            if _digest(stream) != expected:
                raise UnreadableInput(f"{path}: {name} is not as it was written; {_AGAIN}")
        if name.startswith("originals/") and name != f"originals/{expected}":
            raise UnreadableInput(f"{path}: {name} is not the original that its name says; {_AGAIN}")


def _listed(sums: bytes) -> Iterator[tuple[str, str]]:
    for line in sums.decode("utf-8", "replace").splitlines():
        hash_, _, name = line.partition("  ")
        yield name, hash_


def _small(files: zipfile.ZipFile, name: str, path: str) -> bytes:
    if files.getinfo(name).file_size > MOST:
        raise UnreadableInput(f"{path}: {name} is larger than {MOST >> 20:,} MiB; {_AGAIN}")
    return files.read(name)


def _digest(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()
