"""A site on this machine for the tests: what each path answers is said by the test, down to the bytes."""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

ARTICLE = """<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title} | شام</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="شام">{dated}</head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>{title}</h1>
<p>{body} وقع ذلك صباح اليوم في سوق البلدة، بحسب الدفاع المدني الذي أرسل فرقه إلى المكان فورا لإسعاف المصابين.</p>
<p>وأضاف المصدر أن فرق الإنقاذ ما زالت تبحث عن مفقودين تحت الأنقاض في المكان نفسه حتى ساعة كتابة الخبر.</p></article>
<aside><a href="/2">انفجار في العاصمة يوقع عشرين قتيلا</a></aside><footer>الحقوق محفوظة</footer></body></html>"""
DATED = '<meta property="article:published_time" content="2019-07-22T08:00:00+03:00">'
TITLE = "مقتل خمسة مدنيين في تلمنس"
BODY = "قتل خمسة مدنيين وأصيب عشرة آخرون بجروح في قصف على بلدة تلمنس."


def page(title: str = TITLE, body: str = BODY, dated: str = DATED) -> bytes:
    return ARTICLE.format(title=title, body=body, dated=dated).encode()


@dataclass(frozen=True)
class Answer:
    """An answer of a well-behaved host."""

    body: bytes = b""
    status: str = "200 OK"
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)

    def bytes(self) -> bytes:
        headers = {"Content-Type": self.kind, "Content-Length": str(len(self.body)), **self.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"HTTP/1.1 {self.status}\r\n{lines}\r\n".encode() + self.body


def moved(to: str, status: str = "302 Found") -> Answer:
    return Answer(status=status, headers={"Location": to})


def zipped(body: bytes) -> Answer:
    return Answer(gzip.compress(body), headers={"Content-Encoding": "gzip"})


# Called with the request; sends what it likes.
Behaviour = Callable[["Request", socket.socket], None]


@dataclass(frozen=True)
class Request:
    path: str
    headers: dict[str, str]
    body: bytes = b""


class Site:
    """What the paths answer, and what was asked."""

    def __init__(self, port: int, secured: ssl.SSLContext | None = None) -> None:
        self.port = port
        self._secured = secured
        self.paths: dict[str, Answer | bytes | Behaviour] = {}
        self.asked: list[Request] = []
        self.stopped = threading.Event()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http{'s' if self._secured else ''}://{host}:{self.port}{path}"

    def times(self, path: str) -> int:
        return sum(request.path == path for request in self.asked)

    def serve(self, connection: socket.socket) -> None:
        connection.settimeout(20)
        with connection, suppress(OSError), self._speaking(connection) as connection:
            request = _request(connection)
            if request is None:
                return
            self.asked.append(request)
            answer = self.paths.get(request.path, Answer(b"nothing here", "404 Not Found"))
            if isinstance(answer, Answer):
                connection.sendall(answer.bytes())
            elif isinstance(answer, bytes):
                connection.sendall(answer)
            else:
                answer(request, connection)

    def _speaking(self, connection: socket.socket) -> socket.socket:
        return self._secured.wrap_socket(connection, server_side=True) if self._secured else connection


def _request(connection: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return None
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    return Request(first.split(" ")[1], headers, body)


@contextmanager
def serving(secured: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A running site, under HTTPS where it has a certificate."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        site = Site(server.getsockname()[1], secured)
        threads: list[threading.Thread] = []

        def accept() -> None:
            while not site.stopped.is_set():
                with suppress(TimeoutError):
                    connection, _ = server.accept()
                    threads.append(threading.Thread(target=site.serve, args=(connection,), daemon=True))
                    threads[-1].start()

        main = threading.Thread(target=accept, daemon=True)
        main.start()
        try:
            yield site
        finally:
            site.stopped.set()
            main.join()
            for thread in threads:
                thread.join(5)
