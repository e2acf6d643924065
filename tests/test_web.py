"""Pages at their addresses, against a site on this machine: what is captured, what is refused and why."""

import gzip
import hashlib
import io
import socket
import threading
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from tawthiq.cli import main
from tawthiq.errors import InputError, NothingToRead, Unanswered, Unfetched
from tawthiq.ledger.connect import opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.view import View
from tawthiq.operations import checking, recording
from tawthiq.sources import Access, Report, loading, read_paths
from tawthiq.sources.access import Limits
from tawthiq.sources.web.addresses import checked, is_public
from tawthiq.sources.web.robots import Manners
from tests.site import BODY, TITLE, Answer, Request, Site, moved, page, serving, zipped

HERE = Access(private=True, pause=0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def read(*urls: str, access: Access = HERE, published: date | None = None) -> list[Report | InputError]:
    return list(read_paths(urls, io.BytesIO(), published, access))


def one(url: str) -> Report:
    (found,) = read(url)
    assert isinstance(found, Report), found
    return found


def fault(url: str, access: Access = HERE) -> InputError:
    (found,) = read(url, access=access)
    assert isinstance(found, InputError), found
    return found


def records(data: bytes) -> list[tuple[str, str, dict[str, str], bytes]]:
    found = []
    for record in ArchiveIterator(io.BytesIO(data)):
        headers = dict(record.rec_headers.headers)
        found.append((record.rec_type, headers.get("WARC-Target-URI", ""), headers, record.content_stream().read()))
    return found


def test_a_page_gives_its_article_title_outlet_and_date(site: Site) -> None:
    site.paths["/news"] = Answer(page())
    report = one(site.url("/news#top"))
    assert report.text.startswith(f"{TITLE}\n{BODY}")
    assert "الرئيسية" not in report.text and "العاصمة" not in report.text
    assert (report.title, report.outlet, report.published) == (TITLE, "شام", date(2019, 7, 22))
    assert (report.url, report.origin) == (site.url("/news"), site.url("/news#top"))


def test_the_original_is_the_whole_exchange_as_warc(site: Site) -> None:
    site.paths["/old"] = moved("/new", "301 Moved Permanently")
    site.paths["/new"] = zipped(page())
    report = one(site.url("/old"))
    assert hashlib.sha256(report.data).hexdigest() == report.sha256
    found = records(report.data)
    assert [(kind, url) for kind, url, _, _ in found] == [
        ("warcinfo", ""), ("response", site.url("/old")), ("request", site.url("/old")),
        ("response", site.url("/new")), ("request", site.url("/new")),
    ]  # fmt: skip
    _, _, headers, content = found[3]
    assert content == page()
    assert headers["WARC-IP-Address"] == "127.0.0.1"
    assert headers["WARC-Payload-Digest"] == f"sha256:{report.acquired.payload}"
    assert headers["WARC-Date"] == report.acquired.at
    assert (report.acquired.asked, report.acquired.through) == (site.url("/old"), (site.url("/new"),))


def test_it_says_who_asks(site: Site) -> None:
    site.paths["/news"] = Answer(page())
    read(site.url("/news"), access=HERE._replace(contact="desk@example.org"))
    assert site.asked[-1].headers["user-agent"].startswith("tawthiq/")
    assert "desk@example.org" in site.asked[-1].headers["user-agent"]


def test_a_date_that_is_given_wins(site: Site) -> None:
    site.paths["/news"] = Answer(page())
    (report,) = read(site.url("/news"), published=date(2020, 1, 1))
    assert isinstance(report, Report) and report.published == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1256", "windows-1256"), ("cp1256", "utf-8"), ("utf-8", "windows-1256"), ("utf-16", "utf-8")],
)
def test_a_wrong_declaration_of_the_encoding_does_no_harm(site: Site, encoding: str, declared: str) -> None:
    site.paths["/news"] = Answer(page().decode().encode(encoding), kind=f"text/html; charset={declared}")
    assert one(site.url("/news")).text.startswith(f"{TITLE}\n{BODY}")


def test_one_broken_byte_does_not_lose_a_page(site: Site) -> None:
    site.paths["/news"] = Answer(page().replace("الحقوق".encode(), b"\xd8" + "لحقوق".encode()))
    report = one(site.url("/news"))
    assert report.text.startswith(f"{TITLE}\n{BODY}")


@pytest.mark.parametrize(
    "markup",
    [
        page()[:-120], page().replace(b"</p>", b""), b"<b><i><table>" + page(),
        page().replace(b"<body>", b"<body><div" + b" x" * 3000 + b">"), page().replace(b"<nav>", b"<div>" * 2000),
        page().replace(b"</head>", b""),
    ],
    ids=["cut off", "unclosed", "misnested", "attributes", "deep", "no end of head"],
)  # fmt: skip
def test_malformed_pages_are_read_as_browsers_do(site: Site, markup: bytes) -> None:
    site.paths["/news"] = Answer(markup)
    assert BODY in one(site.url("/news")).text


def drip(request: Request, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    _drip(connection)


def drip_headers(request: Request, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(connection)


def _drip(connection: socket.socket) -> None:
    stop = threading.Event()
    while not stop.wait(0.05):
        connection.sendall(b"x")


def silent(request: Request, connection: socket.socket) -> None:
    connection.recv(1)


def bomb() -> Answer:
    packed = zlib.compressobj(9, wbits=31)
    body = b"".join(packed.compress(b"\0" * (1 << 20)) for _ in range(80)) + packed.flush()
    return Answer(body, headers={"Content-Encoding": "gzip"})


def loop(site: Site) -> None:
    site.paths["/x"], site.paths["/y"] = moved("/y"), moved("/x")


def chain(site: Site) -> None:
    site.paths.update({"/x": moved("/0"), **{f"/{n}": moved(f"/{n + 1}") for n in range(20)}})


GZIP = gzip.compress(page())
BAD: list[tuple[str, object, type[InputError], str]] = [
    ("not there", Answer(status="404 Not Found"), Unfetched, "is not there; check the address"),
    ("taken down", Answer(status="410 Gone"), Unfetched, "web archive"),
    ("refused", Answer(status="403 Forbidden"), Unfetched, "save the page in a browser"),
    ("busy", Answer(status="503 Service Unavailable"), Unanswered, "try again later"),
    ("a loop", loop, Unfetched, "leads round in a circle"),
    ("a chain without end", chain, Unfetched, "leads on more than 8 times"),
    ("another scheme", moved("file:///etc/passwd"), Unfetched, "no address of a page"),
    ("a broken address", moved("http://[::1"), Unfetched, "no valid address"),
    ("a drip", drip, Unanswered, "gave no whole answer within 1 seconds"),
    ("a drip of headers", drip_headers, Unanswered, "gave no whole answer within 1 seconds"),
    ("silence", silent, Unanswered, "gave no whole answer"),
    ("no HTTP", b"SSH-2.0-OpenSSH_9.6\r\n", Unanswered, "the connection failed"),
    ("cut off", Answer(page()).bytes()[:-50], Unanswered, "the connection failed"),
    ("cut off gzip", Answer(GZIP[:-40], headers={"Content-Encoding": "gzip"}), Unanswered, "cut off"),
    ("damaged gzip", Answer(GZIP[:40] + b"\0\1\2\3" + GZIP[44:], headers={"Content-Encoding": "gzip"}), Unanswered,
     "damaged"),
    ("another packing", Answer(page(), headers={"Content-Encoding": "br"}), Unfetched, "packed as br"),
    ("a bomb", bomb(), Unfetched, "unpacks to more than 20 MB"),
    ("too large", Answer(b"x" * ((20 << 20) + 1)), Unfetched, "larger than 20 MB"),
    ("a video", Answer(b"\0\0\0", kind="video/mp4"), Unfetched, "is video/mp4, no page; save it"),
    ("a PDF", Answer(b"%PDF-1.7", kind="text/html"), InputError, "is a PDF file"),
    ("a feed", Answer(b"<?xml version='1.0'?><rss><channel/></rss>", kind="application/rss+xml"), Unfetched,
     "tawthiq watch"),
    ("an empty page", Answer(b""), NothingToRead, "is empty"),
    ("a page of another language", Answer(b"<html><body><p>Five killed</p></body></html>"), NothingToRead, "no Arabic"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "kind", "says"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_what_is_no_page_is_named_and_the_rest_goes_on(
    site: Site, answer: object, kind: type[InputError], says: str
) -> None:
    if answer in (loop, chain):
        answer(site)  # type: ignore[operator]
    else:
        site.paths["/x"] = answer  # type: ignore[assignment]
    site.paths["/good"] = Answer(page())
    hurried = HERE._replace(limits=Limits(seconds=1, silence=0.5))
    found, good = read(site.url("/x"), site.url("/good"), access=hurried)
    assert isinstance(good, Report)
    assert isinstance(found, kind)
    assert site.url("/x") in str(found) and says in str(found)


DEAD = [
    ("http://127.0.0.1:1/x", Unanswered, "the connection failed"),
    ("http://nowhere.invalid/x", Unanswered, "nowhere.invalid is not known"),
    ("http://user:secret@127.0.0.1/x", Unfetched, "given with a name or password"),
    ("http:///x", Unfetched, "no address of a page"),
    ("http://127.0.0.1:99999/", Unfetched, "no valid address"),
    ("http://" + "a" * 70 + ".example/", Unfetched, "no valid address"),
]


@pytest.mark.parametrize(("url", "kind", "says"), DEAD)
def test_addresses_that_lead_nowhere(
    url: str, kind: type[InputError], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    if "invalid" in url:
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = fault(url)
    assert isinstance(found, kind) and says in str(found)


PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "168.63.129.16", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::",
    "2002:a00:1::", "fe80::1%eth0",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/x", "http://localhost:{port}/x", "http://[::1]:{port}/x", "http://2130706433:{port}/x",
        "http://0x7f.1:{port}/x", "http://0:{port}/x", "http://[::ffff:127.0.0.1]:{port}/x",
    ],
)  # fmt: skip
def test_this_machine_is_not_visited_unasked(site: Site, url: str) -> None:
    found = fault(url.format(port=site.port), Access(pause=0))
    assert isinstance(found, Unfetched)
    assert "private network" in str(found) or "not known" in str(found)
    assert site.asked == []


def resolver(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Names answer as given, one after another; the last answer stays."""
    left, asked, resolve = list(answers), list[str](), socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[object]:
        if host[:1].isdecimal():
            return list(resolve(host, port, type=socket.SOCK_STREAM))
        asked.append(host)
        ips = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


def test_a_name_that_leads_to_this_machine_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    resolver(monkeypatch, ["127.0.0.1"])
    assert "leads to 127.0.0.1" in str(fault(site.url("/x", "rebound.example"), Access(pause=0)))
    assert site.asked == []


def test_a_name_is_asked_once_for_each_connection(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers well when it is checked and ill when it is used has no second chance: what was checked is
    what is connected to."""
    site.paths["/x"] = Answer(page())
    monkeypatch.setattr("tawthiq.sources.web.guard.is_public", lambda ip: ip == "127.0.0.1")
    asked = resolver(monkeypatch, ["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"])
    assert isinstance(read(site.url("/x", "rebound.example"), access=Access(pause=0))[0], Report)
    assert len(asked) == len(site.asked) == 2


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.paths["/x"] = moved("http://169.254.169.254/latest/meta-data/")
    monkeypatch.setattr("tawthiq.sources.web.guard.is_public", lambda ip: ip == "127.0.0.1")
    assert "leads to 169.254.169.254" in str(fault(site.url("/x"), Access(pause=0)))


def test_robots_are_asked_once_and_followed_at_every_step(site: Site) -> None:
    site.paths["/robots.txt"] = Answer(
        b"User-agent: *\nDisallow: /private\n\nUser-agent: tawthiq\nDisallow: /no*.html\n", kind="text/plain"
    )
    site.paths.update({"/private": Answer(page()), "/no/a.html": Answer(page()), "/go": moved("/no/b.html")})
    allowed, refused, led = read(*(site.url(path) for path in ("/private", "/no/a.html", "/go")))
    assert isinstance(allowed, Report)
    for found in (refused, led):
        assert isinstance(found, Unfetched) and "robots.txt asks programs not to fetch it; save the page" in str(found)
    assert site.times("/robots.txt") == 1
    assert site.times("/no/a.html") == site.times("/no/b.html") == 0


def test_a_host_that_asks_for_rest_is_left_alone(site: Site) -> None:
    site.paths.update({"/x": Answer(status="429 Slow down", headers={"Retry-After": "120"}), "/y": Answer(page())})
    for found in read(site.url("/x"), site.url("/y")):
        assert isinstance(found, Unanswered) and found.after is not None and 100 < found.after <= 120
    assert site.times("/y") == 0


def test_a_site_whose_rules_cannot_be_asked_is_left_alone(site: Site) -> None:
    site.paths.update({"/robots.txt": Answer(status="500 Oops"), "/x": Answer(page())})
    assert "robots.txt answers 500" in str(fault(site.url("/x")))
    assert site.times("/x") == 0


def test_requests_to_one_host_keep_their_distance() -> None:
    waits: list[float] = []
    rules = b"User-agent: *\nCrawl-delay: 7\n"
    manners = Manners(lambda url: (200, rules if "slow" in url else b""), 2.0, waits.append)
    for url in ("http://a/1", "http://b/1", "http://a/2", "http://slow/1", "http://slow/2"):
        manners.allow(url)
        manners.wait(url)
    assert [round(wait) for wait in waits] == [2, 7]


def test_a_page_is_added_once_and_kept_with_how_it_came(ledger: str, site: Site) -> None:
    site.paths["/x"] = Answer(page())
    states = []
    for extra in (b"", b"<!-- 17 readers -->"):
        site.paths["/x"] = Answer(page() + extra)
        reports = read_paths([site.url("/x")], io.BytesIO(), None, HERE)
        states += [outcome.state for outcome in recording.add(reports, ledger, Author("t", "t"))]
    assert states == [recording.ADDED, recording.KNOWN]
    with opened(ledger) as open_ledger:
        view = View(open_ledger)
        (held,) = view.documents()
        assert records(view.original(held.sha256))[1][3] == page()
        assert held.text.startswith(TITLE)
    assert checking.verify(ledger).problem is None


def test_a_page_that_says_something_else_is_another_report(ledger: str, site: Site) -> None:
    states = []
    for body in (BODY, BODY.replace("خمسة", "سبعة")):
        site.paths["/x"] = Answer(page(body=body))
        reports = read_paths([site.url("/x")], io.BytesIO(), None, HERE)
        states += [outcome.state for outcome in recording.add(reports, ledger, Author("t", "t"))]
    assert states == [recording.ADDED, recording.ADDED]


def test_the_command_reads_an_address_where_that_is_allowed(
    site: Site, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    site.paths["/x"] = Answer(page())
    assert main(["read", site.url("/x")]) == 2
    assert "--allow-private" in capsys.readouterr().err
    assert main(["read", site.url("/x"), "--allow-private", "--format", "csv"]) == 0
    assert "killed" in capsys.readouterr().out
    assert main(["add", site.url("/x"), "--allow-private", "--ledger", str(tmp_path / "l.db")]) == 0
    assert "1 report added" in capsys.readouterr().out


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name="httpcore")

    monkeypatch.setattr(loading, "import_module", missing)
    assert "pip install -e '.[web]'" in str(fault("https://example.org/"))


@settings(max_examples=200)
@given(st.text(max_size=60), st.sampled_from(["", "http://a.example/b/c"]))
def test_any_text_is_an_address_or_refused(text: str, base: str) -> None:
    try:
        found = checked(text, base)
    except Unfetched:
        return
    assert found.isascii() and found.startswith(("http://", "https://")) and "#" not in found
    assert checked(found) == found


def test_any_answer_of_a_host_is_a_report_or_named(site: Site) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.binary(max_size=400), st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", Answer(page()).bytes()[:900]]))
    def ask(data: bytes, start: bytes) -> None:
        site.paths["/x"] = start + data
        (found,) = read(site.url("/x"))
        assert isinstance(found, InputError | Report)
        assert site.url("/x") in str(found) or isinstance(found, Report)

    ask()
