"""A capture -> the bytes of a WARC file: every redirect and the answer, each with its request."""

import hashlib
import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawthiq import __version__
from tawthiq.sources.web.exchange import Exchange, Headers
from tawthiq.sources.web.robots import NAME
from tawthiq.sources.web.visitor import Capture

# Bodies are kept without their division into chunks, so the header that announces one is kept under another name.
_CHUNKS = {"transfer-encoding": "X-Archive-Orig-Transfer-Encoding"}


def warc(capture: Capture) -> bytes:
    """A WARC 1.1 file, each record compressed on its own. Payload digests are SHA-256, in hexadecimal."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    writer.write_record(
        writer.create_warcinfo_record(None, {"software": f"{NAME}/{__version__}", "format": "WARC File Format 1.1"})
    )
    for one in capture.exchanges:
        _write(writer, one)
    return out.getvalue()


def _write(writer: WARCWriter, one: Exchange) -> None:
    head = {"WARC-Date": one.at, "WARC-IP-Address": one.server}
    digest = {"WARC-Payload-Digest": f"sha256:{hashlib.sha256(one.body).hexdigest()}"}
    answer = writer.create_warc_record(
        one.url, "response", io.BytesIO(one.body), len(one.body), warc_headers_dict={**head, **digest},
        http_headers=_lines(f"{one.status} {one.reason}", one.headers, one.version),
    )  # fmt: skip
    path = "/" + one.url.split("/", 3)[3]
    request = writer.create_warc_record(
        one.url, "request", io.BytesIO(), 0, warc_headers_dict=head,
        http_headers=_lines(f"{path} HTTP/1.1", one.asked, "GET"),
    )  # fmt: skip
    writer.write_request_response_pair(request, answer)


def _lines(line: str, headers: Headers, protocol: str) -> StatusAndHeaders:
    kept = [(_CHUNKS.get(name.lower(), name), value) for name, value in headers]
    return StatusAndHeaders(line, kept, protocol=protocol)
