"""Visiting addresses: redirects followed one by one, each of them checked and asked for with manners."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tawthiq import __version__
from tawthiq.errors import Unanswered, Unfetched
from tawthiq.sources.access import Access
from tawthiq.sources.web.addresses import checked
from tawthiq.sources.web.exchange import Exchange, Headers, exchange, unpacked
from tawthiq.sources.web.robots import NAME, Manners

_MOVED = (301, 302, 303, 307, 308)
_FOUND, _UNCHANGED = 200, 304
_BUSY = (408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524)
_WHY = {
    401: "asks for a password; save the page in a browser and add the file",
    403: "refuses; save the page in a browser and add the file",
    404: "is not there; check the address",
    410: "was taken down; look for it in a web archive",
    451: "is withheld for legal reasons; look for it in a web archive",
}


@dataclass(frozen=True, slots=True)
class Capture:
    """What came of an address: the redirects and the answer as they went over the line, and the answer unpacked."""

    asked: str
    exchanges: tuple[Exchange, ...]
    content: bytes

    @property
    def answer(self) -> Exchange:
        """The last one."""
        return self.exchanges[-1]

    @property
    def unchanged(self) -> bool:
        """Whether the host says that nothing changed since it was last asked."""
        return self.answer.status == _UNCHANGED

    @property
    def kind(self) -> str:
        """The kind of content as the host calls it: text/html."""
        return self.answer.header("content-type").partition(";")[0].strip().lower()


class Visitor:
    """Visits addresses, one at a time."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._limits = access.limits
        self._headers = (
            ("User-Agent", f"{NAME}/{__version__}" + (f" ({access.contact})" if access.contact else "")),
            ("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9"),
            ("Accept-Language", "ar,en;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
        )
        self._manners = Manners(self._rules, access.pause)

    def get(self, url: str, headers: Headers = ()) -> Capture:
        """What is at an address. Raises Unfetched for anything but content (or "nothing changed"), Unanswered where
        it may come later."""
        try:
            exchanges = self._follow(checked(url), headers, mannered=True)
            answer = exchanges[-1]
            if answer.status != _UNCHANGED and not 200 <= answer.status < 300:
                raise self._refused(answer)
            return Capture(url, exchanges, unpacked(answer, self._limits))
        except Unfetched as error:
            raise error.named(url) from error

    def post(self, url: str, body: bytes, kind: str) -> Capture:
        """What an address answers to a body of some kind; no redirect is followed. Raises Unfetched, or Unanswered."""
        headers = (*self._headers, ("Content-Type", kind), ("Content-Length", str(len(body))))
        try:
            answer = exchange(checked(url), headers, self._limits, private=self._access.private, body=body)
            if answer.status != _FOUND:
                raise self._refused(answer)
            return Capture(url, (answer,), unpacked(answer, self._limits))
        except Unfetched as error:
            raise error.named(url) from error

    def _follow(self, url: str, headers: Headers, *, mannered: bool) -> tuple[Exchange, ...]:
        found: list[Exchange] = []
        for _ in range(self._limits.redirects + 1):
            if mannered:
                self._manners.allow(url)
            self._manners.wait(url)
            found.append(exchange(url, (*self._headers, *headers), self._limits, private=self._access.private))
            if found[-1].status not in _MOVED or not found[-1].header("location"):
                return tuple(found)
            target = checked(found[-1].header("location"), url)
            if any(target == one.url for one in found):
                raise Unfetched(f"leads round in a circle ({target}); check the address")
            url = target
        raise Unfetched(f"leads on more than {self._limits.redirects} times; give the address that it should end at")

    def _rules(self, url: str) -> tuple[int, bytes]:
        answer = self._follow(url, (), mannered=False)[-1]
        return answer.status, unpacked(answer, self._limits)

    def _refused(self, answer: Exchange) -> Unfetched:
        status, after = answer.status, _after(answer)
        if status in _BUSY:
            if after:
                self._manners.rest(answer.url, after)
            return Unanswered(f"is busy or out of order (it answers {status}); try again later", after)
        return Unfetched(f"{_WHY.get(status, 'gives no page; check the address')} (it answers {status})")


def _after(answer: Exchange) -> float | None:
    """The seconds for which the host asks to be left alone."""
    value = answer.header("retry-after").strip()
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
