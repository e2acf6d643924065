"""Manners: what robots.txt asks for (RFC 9309), and a pause between two requests to one host."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from tawthiq.errors import Unanswered, Unfetched

NAME = "tawthiq"
_LONGEST_PAUSE = 30.0
_MOST = 512 << 10

# Gives the status and the bytes at an address, following redirects. Raises Unfetched.
Get = Callable[[str], tuple[int, bytes]]


class Manners:
    """The rules of each site that was visited, and when it was last asked for something."""

    def __init__(self, get: Get, pause: float, sleep: Callable[[float], object] = time.sleep) -> None:
        self._get = get
        self._pause = pause
        self._sleep = sleep
        self._rules: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}
        self._rests: dict[str, float] = {}

    def allow(self, url: str) -> None:
        """Raise Unfetched where the site asks programs to leave the address alone, Unanswered where it cannot be
        asked."""
        left = self._rests.get(urlsplit(url).netloc, 0.0) - time.monotonic()
        if left > 0:
            raise Unanswered(f"its host asked to be left alone for {left:.0f} seconds; try again then", left)
        if not self._of(url).can_fetch(url, NAME):
            raise Unfetched("its robots.txt asks programs not to fetch it; save the page and add the file")

    def rest(self, url: str, seconds: float) -> None:
        """Leave the host of an address alone for so long."""
        self._rests[urlsplit(url).netloc] = time.monotonic() + seconds

    def wait(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host = urlsplit(url).netloc
        rules = self._rules.get(_origin(url))
        delay = max(self._pause, min(float((rules and rules.crawl_delay(NAME)) or 0), _LONGEST_PAUSE))
        left = self._asked.get(host, float("-inf")) + delay - time.monotonic()
        if left > 0 and self._pause:
            self._sleep(left)
        self._asked[host] = time.monotonic()

    def _of(self, url: str) -> Protego:
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = Protego.parse(self._fetched(f"{origin}/robots.txt"))
        return self._rules[origin]

    def _fetched(self, url: str) -> str:
        """The text of the rules; none (all is allowed) where the site says that there are none."""
        status, data = self._get(url)
        if status >= 500 or status == 429:
            raise Unanswered(f"its robots.txt answers {status}, so what may be fetched is not known; try again later")
        return data[:_MOST].decode("utf-8", "replace") if status == 200 else ""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
