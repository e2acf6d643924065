"""Where an export is written to: the same for a file and a pipe, so that the same bytes go to both."""

import io
from typing import IO, Any


class Sink(io.RawIOBase):
    """A stream that is only written to, from its beginning to its end. After a write that failed (a full disk, a closed
    pipe) nothing more is tried, whatever libraries still write as they are taken down."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._failed = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        size = memoryview(data).nbytes
        if not self._failed:
            try:
                self._stream.write(data)
            except OSError:
                self._failed = True
                raise
        return size
