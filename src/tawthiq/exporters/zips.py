"""ZIP files of which the same content gives the same bytes, written as they come."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tawthiq.exporters import rows
from tawthiq.exporters.shapes import Setting
from tawthiq.exporters.tables import Value

# The earliest time that a ZIP can say: none of its files says when it was written.
_MADE = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o644 << 16


class Zip:
    """A ZIP file that is being written."""

    def __init__(self, zipped: ZipFile) -> None:
        self._zip = zipped

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """A file out of pieces, of which one is in memory at a time."""
        info = ZipInfo(name, _MADE)
        info.compress_type = ZIP_DEFLATED
        info.external_attr = _PLAIN_FILE
        with self._zip.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)

    def csv(self, name: str, heads: Iterable[str], cells: Iterable[Iterable[Value]], bom: bool = True) -> None:
        """A CSV file."""

        def found() -> Iterator[Iterable[Value]]:
            yield heads
            yield from cells

        self.add(name, rows.lines(found(), bom))

    def json(self, name: str, value: object) -> None:
        """A JSON file of a small value."""
        self.add(name, [json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"), b"\n"])

    def json_list(self, name: str, values: Iterable[object]) -> None:
        """A JSON file of a list of any length."""
        self._json(name, map(_json, values), "[]")

    def json_object(self, name: str, values: Iterable[tuple[str, object]]) -> None:
        """A JSON file of an object of any number of keys."""
        self._json(name, (f"{_json(key)}: {_json(value)}" for key, value in values), "{}")

    def _json(self, name: str, values: Iterable[str], brackets: str) -> None:
        def pieces() -> Iterator[bytes]:
            before = ""
            for value in values:
                yield f"{before or brackets[0]}\n{value}".encode("utf-8", "backslashreplace")
                before = ","
            yield f"\n{brackets[1]}\n".encode() if before else f"{brackets}\n".encode()

        self.add(name, pieces())

    def about(self, setting: Setting) -> None:
        """`about.json`: the codebook, the grades, the version, the ledger."""
        self.json("about.json", setting.about())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def zipped(stream: IO[bytes]) -> Iterator[Zip]:
    """A ZIP file on a stream."""
    with ZipFile(stream, "w", ZIP_DEFLATED) as found:
        yield Zip(found)
