"""Connections that go where they may, and end when their time is over."""

import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from tawthiq.errors import Unanswered, Unfetched
from tawthiq.sources.web.addresses import is_public

_PRIVATE = (
    "leads to {address}, on this machine or a private network; --allow-private allows it, if you trust the address"
)


class Guard(httpcore.NetworkBackend):
    """Connects to the very address that it has checked, so that a name which answers otherwise the next time leads
    nowhere. `ends` is when all must be over, on the clock of `time.monotonic`."""

    def __init__(self, *, private: bool, ends: float) -> None:
        self._private = private
        self._ends = ends
        self._backend = httpcore.SyncBackend()
        self.server = ""

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first of the host's addresses that may be visited and answers."""
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._backend.connect_tcp(address, port, self._left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            self.server = stream.get_extra_info("server_addr")[0]
            if not self._private and not is_public(self.server):
                stream.close()
                raise Unfetched(_PRIVATE.format(address=self.server))
            return _Timed(stream, self._ends)
        raise failed or httpcore.ConnectError(f"{host} has no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unanswered(f"the host {host} is not known; check the address and your connection") from error
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        if self._private:
            return addresses
        public = [address for address in addresses if is_public(address)]
        if not public:
            raise Unfetched(_PRIVATE.format(address=", ".join(addresses)))
        return public

    def _left(self, timeout: float | None) -> float:
        return _left(self._ends, timeout)


class _Timed(httpcore.NetworkStream):
    """A stream on which every step has to be done before the end of all."""

    def __init__(self, stream: httpcore.NetworkStream, ends: float) -> None:
        self._stream = stream
        self._ends = ends

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._ends, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._ends, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, _left(self._ends, timeout))
        return _Timed(stream, self._ends)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(ends: float, timeout: float | None) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is over")
    return left if timeout is None else min(left, timeout)
