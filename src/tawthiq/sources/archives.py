"""Web archives (WARC, WACZ): the pages in Arabic, one record in memory at a time.

Most records of an archive are in other languages or no pages at all; a count of bytes tells, before anything is
parsed. Of a page that is read, the record is kept as it stands in the archive, compressed on its own.
"""

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import IO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tawthiq.errors import InputError, NothingToRead, UndecodableInput, UnreadableInput
from tawthiq.sources.decode import is_arabic
from tawthiq.sources.find import Source
from tawthiq.sources.report import Acquired, Report
from tawthiq.sources.web.article import UNKNOWN, article
from tawthiq.sources.web.pages import known_by

_LARGEST = 20 << 20
_KINDS = ("text/html", "application/xhtml+xml")
# In UTF-8 the first bytes of the letters U+0600 to U+06FF; in the single-byte encodings of Arabic all its letters.
_LEADS, _HIGH = bytes(range(0xD8, 0xDC)), bytes(range(0xC0, 0x100))
_ENTITIES = (b"&#15", b"&#16")
_ENOUGH = 40
_PIECE = 1 << 16
_GZIP, _GZIP_ONLY = b"\x1f\x8b", 31
_AGAIN = "what stands before is read; get the file again for the rest"


class _Record(NamedTuple):
    """A record that may be a page in Arabic: as it stands, and the page as it was sent and unpacked."""

    data: bytes
    sent: bytes
    content: bytes


def warc_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The pages of a .warc file, compressed or not."""
    with source.path.open("rb") as stream:
        yield from warc_reports(stream, source.name, published)


def wacz_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The pages of a .wacz file: a ZIP of WARC files."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = [one for one in archive.infolist() if one.filename.lower().endswith((".warc", ".warc.gz"))]
            if not members:
                raise NothingToRead(f"{source.name}: holds no WARC file; a WACZ has them in its folder archive/")
            for member in members:
                with archive.open(member) as stream:
                    yield from warc_reports(stream, f"{source.name}!{member.filename}", published)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UnreadableInput(f"{source.name}: is no whole WACZ file ({error}); get it again") from error


def warc_reports(stream: IO[bytes], name: str, published: date | None) -> Iterator[Report | InputError]:
    """The pages of a stream of WARC records. Where it is damaged or cut off, that comes last, as an error."""
    number = place = last = 0
    records = ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=True)
    while True:
        try:
            record = next(records, None)
            if record is None:
                _ended(stream, last)
                break
            last = record.stream_pos
            if "Content-Length" not in record.headers:
                raise EOFError("it ends in the head of a record")
            if record.record_type != WarcRecordType.response:
                _passed(record)
                continue
            number += 1
            found = _report(record, f"{name}#{number}", published)
        except (OSError, EOFError) as error:
            what = f"is damaged or cut off after page {number} ({error}); {_AGAIN}"
            yield UnreadableInput(f"{name}: {what if number else f'is no WARC file ({error}); look at what it is'}")
            return
        if isinstance(found, Report):
            found, place = replace(found, size=record.stream_pos - place), record.stream_pos
        if found is not None:
            yield found
    if not number:
        raise NothingToRead(f"{name}: holds no answer of a site; give a WARC file with response records")


def _report(record: WarcRecord, origin: str, published: date | None) -> Report | InputError | None:
    """The report of a record; None for what is no page in Arabic. Raises EOFError where the record is cut off."""
    headers = dict(record.headers.items())
    url = headers.get("WARC-Target-URI", "").strip("<>")
    if not _is_page(record):
        _passed(record)
        return None
    held = _held(record, int(headers["Content-Length"])) if record.content_length <= _LARGEST else None
    if held is None or len(held.content) > _LARGEST:
        return UnreadableInput(f"{origin}: {url} is larger than {_LARGEST >> 20} MB, which no report is; look at it")
    if not _may_be_arabic(held.content):
        return None
    try:
        page = article(held.content, origin, UNKNOWN)
    except UndecodableInput as error:  # most often it is simply another language
        return error if _count(held.content, _LEADS) >= _ENOUGH else None
    except InputError as error:
        return error
    if not is_arabic(page.text):
        return None
    data = gzip.compress(held.data, mtime=0)
    acquired = Acquired(
        "archive", headers.get("WARC-Date"), url, (), headers.get("WARC-IP-Address"),
        hashlib.sha256(held.sent).hexdigest(), origin.rpartition("#")[0],
    )  # fmt: skip
    return Report(
        url or None, page.text, origin, hashlib.sha256(data).hexdigest(), len(data), page.title, url or None,
        page.outlet, published or page.published, data, known_by=known_by(url, page.text), acquired=acquired,
    )  # fmt: skip


def _passed(record: WarcRecord) -> None:
    """Pass over a record. Raises EOFError where it is cut off."""
    length = record.content_length
    if (there := record.reader.consume()) < length:
        raise EOFError(f"{there} of {length} bytes of a record are there")


def _ended(stream: IO[bytes], last: int) -> None:
    """Raises EOFError where the stream ends inside its last record, or holds the beginning of another: FastWARC takes
    that for the end."""
    stream.seek(last)
    start = stream.read(_PIECE)
    if start.startswith(_GZIP):
        whole = _unpacks(start, stream)
    else:
        length = re.search(rb"(?i)^content-length: *(\d+)", start, re.MULTILINE)
        end = last + start.find(b"\r\n\r\n") + 4 + int(length[1] if length else 0)
        stream.seek(end)
        whole = not stream.read(_PIECE).strip()
    if start and not whole:
        raise EOFError("it ends inside a record")


def _unpacks(start: bytes, stream: IO[bytes]) -> bool:
    """Whether all that is left are whole gzip members."""
    member = zlib.decompressobj(_GZIP_ONLY)
    rest = start
    try:
        while rest or (rest := stream.read(_PIECE)):
            if member.eof:
                member = zlib.decompressobj(_GZIP_ONLY)
            member.decompress(rest, _PIECE)
            rest = member.unused_data if member.eof else member.unconsumed_tail
    except zlib.error:
        return False
    return member.eof


def _is_page(record: WarcRecord) -> bool:
    answer = record.http_headers
    kind = (record.http_content_type or _KINDS[0]).lower()
    return answer is not None and answer.status_code == 200 and kind in _KINDS


def _held(record: WarcRecord, length: int) -> _Record:
    """The record with its page. Raises EOFError where it is cut off."""
    packed = any(record.http_headers.get(name) for name in ("Content-Encoding", "Transfer-Encoding"))
    whole = io.BytesIO()
    record.write(whole)
    data = whole.getvalue()
    head = data.find(b"\r\n\r\n") + 4
    block = data[head : head + length]
    if len(block) < length or len(data) < head + length:
        raise EOFError(f"{len(block)} of {length} bytes of a record are there")
    sent = block.partition(b"\r\n\r\n")[2]
    if not packed:
        return _Record(data, sent, sent)
    again = next(iter(ArchiveIterator(io.BytesIO(data), auto_decode="all")))
    return _Record(data, sent, again.reader.read(_LARGEST + 1))


def _may_be_arabic(page: bytes) -> bool:
    """Whether there are letters of Arabic in a page, told from its bytes alone; also where in doubt."""
    if _count(page, _LEADS) >= _ENOUGH or sum(map(page.count, _ENTITIES)) >= _ENOUGH:
        return True
    if _count(page, _HIGH) < _ENOUGH:
        return False
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _count(data: bytes, of: bytes) -> int:
    return len(data) - len(data.translate(None, of))
