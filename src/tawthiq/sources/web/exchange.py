"""One request and its answer, within limits of time and size."""

import ssl
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpcore

from tawthiq.errors import Unanswered, Unfetched
from tawthiq.sources.access import Limits
from tawthiq.sources.web.guard import Guard

Headers = Sequence[tuple[str, str]]
_LATER = "try again later"
_GZIP_OR_ZLIB, _RAW = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer as they went over the line. `at` is when it was asked (UTC), `server` the IP address
    that answered, `body` what it sent, still compressed."""

    url: str
    at: str
    server: str
    asked: Headers
    version: str
    status: int
    reason: str
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header of the answer; empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def exchange(url: str, headers: Headers, limits: Limits, *, private: bool, body: bytes = b"") -> Exchange:
    """Ask for an address (or send it a body), and read its answer whatever its status. Raises Unfetched, or
    Unanswered."""
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    guard = Guard(private=private, ends=time.monotonic() + limits.seconds)
    asked = [("Host", urlsplit(url).netloc), *headers, ("Connection", "close")]
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), limits.silence)
    try:
        with (
            httpcore.ConnectionPool(network_backend=guard, max_keepalive_connections=0) as pool,
            pool.stream(
                "POST" if body else "GET", url, headers=asked, content=body or None, extensions={"timeout": timeout}
            ) as answer,
        ):
            return Exchange(
                url, at, guard.server, asked, answer.extensions["http_version"].decode("ascii"), answer.status,
                answer.extensions.get("reason_phrase", b"").decode("latin-1"),
                [(key.decode("latin-1"), value.decode("latin-1")) for key, value in answer.headers],
                b"".join(_limited(answer.iter_stream(), limits.size)),
            )  # fmt: skip
    except httpcore.TimeoutException as error:
        raise Unanswered(f"gave no whole answer within {limits.seconds:.0f} seconds; {_LATER}") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
        raise Unanswered(f"{_failed(error)}; check the address, or {_LATER}") from error


def unpacked(answer: Exchange, limits: Limits) -> bytes:
    """The body without its compression. Raises Unfetched for one that is too large, damaged or packed otherwise."""
    body = answer.body
    for coding in reversed([part.strip().lower() for part in answer.header("content-encoding").split(",")]):
        if coding in ("", "identity"):
            continue
        if coding not in ("gzip", "x-gzip", "deflate"):
            raise Unfetched(f"is packed as {coding}, which was not asked for; save the page and add the file")
        body = _inflated(body, limits.unpacked)
    return body


def _limited(chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise Unfetched(f"is larger than {most >> 20} MB, which no report is; save it and add the file")
        yield chunk


def _inflated(data: bytes, most: int) -> bytes:
    wbits = _GZIP_OR_ZLIB if data[:2] == b"\x1f\x8b" or (data[:1] == b"\x78") else _RAW
    parts, size = [], 0
    while data:
        packed = zlib.decompressobj(wbits)
        try:
            part = packed.decompress(data, most - size + 1)
        except zlib.error as error:
            raise Unanswered(f"was sent damaged ({error}); {_LATER}") from error
        size += len(part)
        if size > most:
            raise Unfetched(f"unpacks to more than {most >> 20} MB, which no report is; look at it before you open it")
        if not packed.eof:
            raise Unanswered(f"was sent cut off; {_LATER}")
        parts.append(part)
        data = packed.unused_data.lstrip(b"\0")
    return b"".join(parts)


def _failed(error: Exception) -> str:
    """What the library below says of a connection that failed, and what a certificate that is refused means."""
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__context__) is not None:  # the pool raises «from None», which leaves no cause
        causes.append(cause)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = cause.verify_message.rstrip(".")
            return f"shows a certificate that cannot be trusted ({why}): another host may answer in its place"
    return f"the connection failed ({next(filter(None, map(str, causes)), type(error).__name__)})"
