"""A bundle for another ledger: originals byte for byte, what is known of them, incidents, decisions, hashes.

`SHA256SUMS` names the hash of every other file, so that `sha256sum -c SHA256SUMS` checks a bundle without Tawthiq.
`tawthiq import bundle` checks the same and adds what another ledger lacks."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import IO

from tawthiq.contract import Json
from tawthiq.errors import UsageError
from tawthiq.exporters import once
from tawthiq.exporters.jsonl import line, whole
from tawthiq.exporters.shapes import Archive, Record, Report, Setting
from tawthiq.exporters.zips import Zip, zipped
from tawthiq.seen import seen

VERSION = 1
MANIFEST, REPORTS, INCIDENTS, JUDGEMENTS, SUMS = (
    "bundle.json", "reports.jsonl", "incidents.jsonl", "judgements.jsonl", "SHA256SUMS",
)  # fmt: skip
ORIGINALS = "originals/"


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """The ZIP. Raises UsageError where it is to be public: originals cannot be."""
    if setting.public:
        raise UsageError("export bundle: it holds the originals, which name people; --public cannot go with it")
    archive = setting.archive
    if archive is None:
        raise UsageError("export bundle: there is no ledger to take originals from")
    with zipped(stream) as files:
        hashed = _Hashed(files)
        hashed.add(MANIFEST, [_manifest(setting)])
        hashed.add(INCIDENTS, (line(whole(record)) for record in records))
        hashed.add(JUDGEMENTS, map(line, _judgements(records, archive)))
        hashed.add(REPORTS, (line(_report(report, archive)) for report, _ in once.reports(records)))
        with seen() as done:
            for report, _ in once.reports(records):
                if done.add(report.sha256):
                    hashed.add(ORIGINALS + report.sha256, [archive.original(report.id).data])
        files.add(SUMS, hashed.lines())


class _Hashed:
    """Files of a ZIP with the hash of each."""

    def __init__(self, files: Zip) -> None:
        self._files = files
        self._hashes: dict[str, str] = {}

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        digest = hashlib.sha256()

        def passing() -> Iterator[bytes]:
            for piece in pieces:
                digest.update(piece)
                yield piece

        self._files.add(name, passing())
        self._hashes[name] = digest.hexdigest()

    def lines(self) -> Iterator[bytes]:
        """As sha256sum writes and reads them."""
        return (f"{hash_}  {name}\n".encode() for name, hash_ in self._hashes.items())


def _manifest(setting: Setting) -> bytes:
    about = setting.about()
    del about["codebook"]
    return (json.dumps({"bundle": VERSION, **about}, ensure_ascii=False, indent=1) + "\n").encode()


def _judgements(records: Iterable[Record], archive: Archive) -> Iterator[Json]:
    """The decisions that are all about what the bundle holds: its claims, its namings of victims."""
    with seen() as held:
        for record in records:
            for told in record.claims:
                held.add(told.id)
            for person in record.people:
                for naming in person.namings:
                    held.add(naming.id)
        yield from archive.judgements(held)


def _report(report: Report, archive: Archive) -> Json:
    """What is known of a report. `text` is null where it is the original in UTF-8; `same` tells it from others."""
    held = archive.original(report.id)
    return {
        "id": report.id, "title": report.title, "outlet": report.outlet, "url": report.url,
        "published": report.published, "origin": held.origin, "sha256": report.sha256, "same": held.same,
        "original": ORIGINALS + report.sha256, "text": held.text, "acquired": held.acquired,
    }  # fmt: skip
