"""Signing in gets slower for whoever fails: by name and by address, in this process."""

import time
from collections.abc import Callable
from threading import Lock

_FREE, _FIRST, _MOST = 5, 10.0, 900.0
_REMEMBERED = 10_000


class Throttle:
    """After some failures a key has to wait, twice as long after each further one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    def wait(self, *keys: str) -> float:
        """How many seconds these keys have to wait yet."""
        with self._lock:
            return max((self._wait(key) for key in keys), default=0.0)

    def failed(self, *keys: str) -> None:
        """These keys failed once more."""
        with self._lock:
            for key in keys:
                number, _ = self._failed.pop(key, (0, 0.0))
                self._failed[key] = number + 1, self._clock()
            while len(self._failed) > _REMEMBERED:
                del self._failed[next(iter(self._failed))]

    def passed(self, key: str) -> None:
        """This key is right: its failures are forgotten."""
        with self._lock:
            self._failed.pop(key, None)

    def _wait(self, key: str) -> float:
        number, when = self._failed.get(key, (0, 0.0))
        if number < _FREE:
            return 0.0
        seconds = min(_MOST, _FIRST * float(2 ** min(number - _FREE, 20)))
        return max(0.0, when + seconds - self._clock())
