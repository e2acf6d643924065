"""Watching feeds and folders, against a site on this machine and a clock of the test's own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.cli import main
from tawthiq.errors import LockedLedger, Unfetched, UsageError
from tawthiq.ledger.connect import opened
from tawthiq.ledger.records import Author, Held
from tawthiq.ledger.view import View
from tawthiq.operations import checking, watching
from tawthiq.operations.recording import ADDED, FAILED, KNOWN, Outcome
from tawthiq.operations.watching import Event, Pause, Visit
from tawthiq.sources import Access
from tawthiq.sources.feeds import feed_of
from tawthiq.sources.watchlist import watchlist
from tests.site import Answer, Request, Site, moved, page, serving

START = datetime(2026, 3, 1, tzinfo=UTC)
AUTHOR = Author("tester", "tawthiq test")
TEXTS = [f"قُتل {number} مدنيين في قصف على بلدة تلمنس" for number in ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة")]
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>وكالة الشاهد</title>
<link>/</link>{items}</channel></rss>"""
ITEM = """<item><title>خبر {n}</title><link>/news/{n}</link><pubDate>Mon, 22 Jul 2019 01:30:00 +0300</pubDate>
<description>&lt;p&gt;قتل ثلاثة مدنيين في الغارة رقم {n}&lt;/p&gt;</description></item>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


class Watching:
    """A watched site with a ledger, and a clock that moves when it is told to."""

    def __init__(self, folder: Path, site: Site, lines: str = "") -> None:
        self.site = site
        self.now = START
        self.ledger = str(folder / "tawthiq.db")
        self.file = folder / "feeds.toml"
        self.file.write_text(f'every = 10\n[[feed]]\nurl = "{site.url("/feed")}"\n{lines}', encoding="utf-8")

    def news(self, *numbers: int, headers: dict[str, str] | None = None) -> None:
        """The feed names these pages, the newest first, and they are there."""
        items = "".join(ITEM.format(n=n) for n in reversed(numbers))
        self.site.paths["/feed"] = Answer(RSS.format(items=items).encode(), kind="application/rss+xml",
                                          headers=headers or {})  # fmt: skip
        for n in numbers:
            self.site.paths.setdefault(f"/news/{n}", Answer(page(f"خبر {n}", TEXTS[n], "")))

    def look(self, minutes: int = 0) -> list[Event]:
        """What happens up to the next pause, so many minutes later."""
        self.now += timedelta(minutes=minutes)
        plan = watchlist(self.file, Access(private=True, pause=0))
        events = []
        for event in watching.watch(plan, self.ledger, AUTHOR, once=False, clock=lambda: self.now):
            events.append(event)
            if isinstance(event, Pause):
                break
        return events

    def held(self) -> list[Held]:
        with opened(self.ledger) as open_ledger:
            return View(open_ledger).documents()


def states(events: list[Event]) -> list[str]:
    return [event.state for event in events if isinstance(event, Outcome)]


def errors(events: list[Event]) -> list[str]:
    return [str(event.error) for event in events if isinstance(event, Outcome | Visit) and event.error]


@pytest.fixture
def watched(tmp_path: Path, site: Site) -> Watching:
    return Watching(tmp_path, site)


def test_what_a_feed_names_is_added_once(watched: Watching) -> None:
    watched.news(0, 1)
    assert states(watched.look()) == [ADDED, ADDED]
    assert states(watched.look(5)) == []
    assert watched.site.times("/feed") == 1
    watched.news(0, 1, 2)
    assert states(watched.look(5)) == [ADDED]
    assert watched.site.times("/feed") == 2
    assert [watched.site.times(f"/news/{n}") for n in range(3)] == [1, 1, 1]
    assert checking.verify(watched.ledger).problem is None


def test_a_page_without_date_and_outlet_has_those_of_its_feed(watched: Watching) -> None:
    watched.news(0)
    watched.site.paths["/news/0"] = Answer(page("خبر", TEXTS[0], "").replace(b"og:site_name", b"x"))
    watched.look()
    (held,) = watched.held()
    assert (held.published, held.outlet) == ("2019-07-22", "وكالة الشاهد")


def test_a_feed_that_did_not_change_is_not_sent_again(watched: Watching) -> None:
    watched.news(0, headers={"ETag": '"v1"', "Last-Modified": "Mon, 22 Jul 2019 00:00:00 GMT"})
    watched.look()
    feed = watched.site.paths["/feed"]
    assert isinstance(feed, Answer)

    def unchanged(request: Request, connection: object) -> None:
        same = request.headers.get("if-none-match") == '"v1"' and "if-modified-since" in request.headers
        connection.sendall(Answer(status="304 Not Modified").bytes() if same else b"")  # type: ignore[attr-defined]

    watched.site.paths["/feed"] = unchanged
    assert errors(watched.look(10)) == []
    assert errors(watched.look(10)) == [], "what was remembered outlives an answer of «nothing changed»"


def test_a_page_that_gives_no_answer_is_tried_again_later(watched: Watching) -> None:
    watched.news(0, 1)
    good = watched.site.paths["/news/0"]
    watched.site.paths["/news/0"] = Answer(status="503 Busy")
    first = watched.look()
    assert sorted(states(first)) == [ADDED, FAILED]
    assert first[-1] == Pause(START + timedelta(minutes=5), 1)
    watched.site.paths["/news/0"] = good
    assert states(watched.look(4)) == []
    assert states(watched.look(1)) == [ADDED]
    assert watched.look()[-1] == Pause(START + timedelta(minutes=10), 0)


def test_a_page_that_never_answers_is_given_up_and_recorded(watched: Watching) -> None:
    watched.news(0)
    watched.site.paths["/news/0"] = Answer(status="503 Busy")
    for _ in range(12):
        watched.look(60 * 24)
    assert watched.site.times("/news/0") == 8
    with opened(watched.ledger) as open_ledger:
        (reason,) = open_ledger.connection.exec_driver_sql("SELECT reason FROM failure").scalars()
    assert "/news/0" in reason


def test_a_page_that_is_refused_is_not_asked_for_again(watched: Watching) -> None:
    watched.news(0)
    watched.site.paths["/news/0"] = Answer(status="404 Not Found")
    assert states(watched.look()) == [FAILED]
    assert states(watched.look(60)) == []
    assert watched.site.times("/news/0") == 1


def test_a_feed_that_fails_is_left_alone_longer_each_time(watched: Watching) -> None:
    watched.site.paths["/feed"] = Answer(status="500 Oops")
    asked = []
    for _ in range(16):
        watched.look(5)
        asked.append(watched.site.times("/feed"))
    assert asked == [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4]
    watched.news(0)
    assert states(watched.look(60 * 24)) == [ADDED]
    assert watched.look()[-1] == Pause(watched.now + timedelta(minutes=10), 0)


def test_a_host_that_asks_for_rest_has_it(watched: Watching) -> None:
    watched.site.paths["/feed"] = Answer(status="429 Slow down", headers={"Retry-After": "7200"})
    assert watched.look()[-1] == Pause(START + timedelta(hours=2), 0)


BAD_FEEDS = [
    ("a page", Answer(page()), "is no feed"),
    ("nothing", Answer(b"", kind="application/rss+xml"), "is no feed"),
    ("a bomb of entities", Answer(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "xxxxxxxxxx">' + b"".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9)) + b"]><r>&j;</r>"),
     "is no feed"),
    ("not there", Answer(status="404 Not Found"), "is not there"),
    ("a loop", moved("/feed"), "leads round in a circle"),
    ("too large", Answer(b"<rss version='2.0'>" + b" " * (21 << 20)), "larger than 20 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("feed", "says"), [row[1:] for row in BAD_FEEDS], ids=[row[0] for row in BAD_FEEDS])
def test_a_feed_that_is_none_is_named_and_the_rest_goes_on(tmp_path: Path, site: Site, feed: Answer, says: str) -> None:
    watched = Watching(tmp_path, site, f'[[feed]]\nurl = "{site.url("/other")}"\n')
    watched.news(0)
    site.paths["/other"], site.paths["/feed"] = site.paths["/feed"], feed
    events = watched.look()
    assert states(events) == [ADDED]
    (error,) = errors(events)
    assert site.url("/feed") in error and says in error and ";" in error


@pytest.mark.parametrize(
    "markup",
    [
        RSS.format(items=ITEM.format(n=0)), RSS.format(items=ITEM.format(n=0))[:-20],
        RSS.format(items=ITEM.format(n=0)).replace("&lt;p&gt;", "& <p> &nbsp; "),
        RSS.format(items=ITEM.format(n=0)).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').replace("خبر", "x"),
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title><entry><title>خبر 0</title>'
        '<link href="/news/0"/><updated>2019-07-22T01:30:00+03:00</updated></entry></feed>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<item><title>خبر</title><link>/news/0</link></item></rdf:RDF>",
    ],
    ids=["RSS", "cut off", "not well-formed", "a wrong encoding", "Atom", "RDF"],
)  # fmt: skip
def test_feeds_of_many_makes(markup: str) -> None:
    found = feed_of(markup.encode(), "http://a.example/feed")
    assert [entry.link for entry in found.entries] == ["http://a.example/news/0"]
    assert found.entries[0].published in (date(2019, 7, 22), None)


def test_the_text_of_a_feed_itself(tmp_path: Path, site: Site) -> None:
    watched = Watching(tmp_path, site, "follow = false\n")
    watched.news(0, 1)
    assert states(watched.look()) == [ADDED, ADDED]
    assert states(watched.look(10)) == [KNOWN, KNOWN]
    assert watched.held()[0].text == "خبر 0\nقتل ثلاثة مدنيين في الغارة رقم 0"
    assert site.times("/news/0") == 0


def test_files_in_a_folder_are_added_when_they_are_complete(tmp_path: Path, site: Site) -> None:
    watched = Watching(tmp_path, site, '[[folder]]\npath = "in"\n')
    watched.news()
    folder = tmp_path / "in"
    assert any("there is no such folder" in error for error in errors(watched.look()))
    folder.mkdir()
    assert errors(watched.look(10)) == []
    (folder / "one.txt").write_text(TEXTS[0], encoding="utf-8")
    os.utime(folder / "one.txt", (1, 1))
    assert states(watched.look(10)) == [ADDED]
    assert states(watched.look(10)) == []
    (folder / "one.txt").write_text(TEXTS[1], encoding="utf-8")
    (folder / "bad.txt").write_text("no Arabic", encoding="utf-8")
    assert sorted(states(watched.look(10))) == [ADDED, FAILED]
    assert states(watched.look(10)) == []


def command(watched: Watching, *options: str) -> list[str]:
    return [sys.executable, "-m", "tawthiq", "watch", str(watched.file), "--ledger", watched.ledger,
            "--allow-private", *options]  # fmt: skip


def test_killed_at_any_moment_it_goes_on_and_adds_nothing_twice(watched: Watching) -> None:
    watched.file.write_text("pause = 0\n" + watched.file.read_text(encoding="utf-8"), encoding="utf-8")
    watched.news(*range(5))
    with subprocess.Popen(command(watched, "--once"), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(2)]
        process.send_signal(signal.SIGKILL)
    assert checking.verify(watched.ledger).problem is None
    assert len(watched.held()) >= len(told)
    subprocess.run(command(watched, "--once"), check=True, capture_output=True)
    assert sorted(held.url or "" for held in watched.held()) == [watched.site.url(f"/news/{n}") for n in range(5)]


def test_an_interrupt_ends_it_cleanly(watched: Watching) -> None:
    watched.news(0)
    with subprocess.Popen(command(watched), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("added")
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, "")
    assert "1 added" in out
    assert checking.verify(watched.ledger).problem is None


def test_once_says_what_failed(watched: Watching, capsys: pytest.CaptureFixture[str]) -> None:
    watched.news(0)
    assert main(command(watched, "--once")[3:]) == 0
    assert "1 added" in capsys.readouterr().out
    watched.site.paths["/feed"] = Answer(status="404 Not Found")
    assert main(command(watched, "--once")[3:]) == 2
    assert "/feed: is not there" in capsys.readouterr().err


def test_a_ledger_that_another_program_holds_is_waited_for(watched: Watching, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.news(0)

    def locked(*_: object) -> None:
        raise LockedLedger("another program holds it")

    with monkeypatch.context() as patch:
        patch.setattr(watching, "opened", locked)
        (pause,) = watched.look()
    assert isinstance(pause, Pause) and pause.until == START + timedelta(minutes=1)
    assert "another program holds it" in str(pause.error)
    assert states(watched.look(1)) == [ADDED]


WRONG = [
    ("", "names nothing to watch"),
    ("x = [", "is no valid TOML"),
    ("[[feeds]]\n", "'feeds' is not known; the names are"),
    ("[[feed]]\n", "feed 1: has no url"),
    ('[[feed]]\nurl = "ftp://x/"', "feed 1: ftp://x/ is no address"),
    ('[[feed]]\nurl = "https://x/"\nevery = "often"', "every is 'often'; it takes a number"),
    ('[[feed]]\nurl = "https://x/"\nevery = 0', "a number of minutes above 0"),
    ('[[feed]]\nurl = "https://x/"\nfollow = "no"', "it takes true or false"),
    ("[[folder]]\n", "folder 1: has no path"),
    ("[[channel]]\n", "channel 1: has no name"),
    ('feed = ["https://x/"]', "feed 1: is no table"),
    ("every = true", "it takes a number"),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_wrong_line_of_the_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "feeds.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        watchlist(tmp_path / "feeds.toml", Access())
    assert "feeds.toml" in str(raised.value) and says in str(raised.value)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: RSS.format(items=text).encode())))
def test_any_bytes_are_a_feed_or_named(data: bytes) -> None:
    try:
        assert all(entry.link is None or entry.link.startswith("http") for entry in feed_of(data, "http://a/f").entries)
    except Unfetched as error:
        assert "http://a/f" in str(error)
