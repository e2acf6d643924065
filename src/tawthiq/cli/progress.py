"""A progress bar on standard error: only on a terminal, and only when the work is long."""

import time
from typing import TextIO

from tawthiq.plurals import counted

_PATIENCE = 1.0
_EVERY = 0.1
_WIDTH = 30
_ERASE = "\r\x1b[K"


class Progress:
    """Counts reports, or what `what` names (in the singular), and the bytes of input they stand for. Call `clear`
    before anything else is printed."""

    def __init__(self, stream: TextIO, total: int, what: str = "report") -> None:
        self._what = what
        self._stream = stream
        self._total = total
        self._on = stream.isatty()
        self._start = self._last = time.monotonic()
        self._number = self._bytes = 0
        self._shown = False

    def advance(self, size: int = 0, number: int = 1) -> None:
        """One more report is read, or so many more of what is counted."""
        self._number += number
        self._bytes += size
        now = time.monotonic()
        if self._on and now - self._start > _PATIENCE and now - self._last > _EVERY:
            self._last = now
            self._stream.write(_ERASE + self._bar(now - self._start))
            self._stream.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._shown = False

    def _bar(self, seconds: float) -> str:
        speed = f"{counted(self._number, self._what)}, {self._number / seconds:.0f}/s"
        if not self._total:
            return speed
        share = min(1.0, self._bytes / self._total)
        full = round(_WIDTH * share)
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] {share:4.0%}  {speed}"
