"""Telegram: the public page of a channel, and the export of Telegram Desktop."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.errors import InputError, Unfetched
from tawthiq.ledger.records import Author
from tawthiq.operations import watching
from tawthiq.operations.recording import ADDED, KNOWN, Outcome
from tawthiq.operations.watching import Pause
from tawthiq.sources import Access, Report, read_paths
from tawthiq.sources.watchlist import watchlist
from tests.site import Answer, Site, serving

HERE = Access(private=True, pause=0)
CHANNEL = """<!DOCTYPE html><html><head><meta property="og:title" content="شبكة الشاهد"></head><body>
<header><div class="tgme_channel_info_header_title"><span dir="auto">شبكة الشاهد</span></div></header>
<section class="tgme_channel_history js-message_history">{posts}</section></body></html>"""
POST = """<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message js-widget_message" data-post="shahed/{number}"><div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author"><a href="#"><span>شبكة الشاهد</span></a></div>
{before}<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>
<span class="tgme_widget_message_meta">{edited}<a class="tgme_widget_message_date" href="https://t.me/shahed/{number}">
<time datetime="2024-05-0{number}T10:10:10+00:00" class="time">10:10</time></a></span></div></div></div></div>"""
FORWARD = (
    '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from '
    '<a class="tgme_widget_message_forwarded_from_name" href="#"><span>مراسل حلب</span></a></div>'
)
REPLY = (
    '<a class="tgme_widget_message_reply" href="https://t.me/shahed/1"><div class="tgme_widget_message_text '
    'js-message_reply_text">نص سابق</div></a>'
)
URGENT = '<b>عاجل</b><br/>قُتل ثلاثة مدنيين في قصف على <a href="?q=%23x">#تلمنس</a><i class="emoji"><b>🔴</b></i>'


def post(number: int, text: str = URGENT, before: str = "", edited: str = "") -> str:
    return POST.format(number=number, text=text, before=before, edited=edited)


def channel(*posts: str) -> Answer:
    return Answer(CHANNEL.format(posts="".join(posts)).encode())


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def read(url: str) -> list[Report | InputError]:
    return list(read_paths([url], io.BytesIO(), None, HERE))


def test_each_post_of_a_channel_is_a_report(site: Site) -> None:
    site.paths["/s/shahed"] = channel(post(1), post(2, "أصيب طفل", FORWARD), post(3, "توفي الطفل", REPLY, "edited "))
    first, second, third = (one for one in read(site.url("/s/shahed")) if isinstance(one, Report))
    assert first.text == "عاجل\nقُتل ثلاثة مدنيين في قصف على #تلمنس🔴"
    assert (first.url, first.outlet, first.published) == ("https://t.me/shahed/1", "شبكة الشاهد", date(2024, 5, 1))
    assert dict(second.acquired.stated)["forwarded from"] == "مراسل حلب"
    assert dict(third.acquired.stated) == {
        "posted": "2024-05-03T10:10:10+00:00", "reply to": "https://t.me/shahed/1", "edited": "yes",
    }  # fmt: skip
    assert first.sha256 == second.sha256, "one capture is the original of all"


def test_posts_without_arabic_words_are_left_out(site: Site) -> None:
    site.paths["/s/shahed"] = channel(post(1, ""), post(2, "https://example.org 🔴"), post(3))
    assert [one.url for one in read(site.url("/s/shahed")) if isinstance(one, Report)] == ["https://t.me/shahed/3"]


def test_a_channel_is_watched_and_each_post_added_once(tmp_path: Path, site: Site) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[channel]]\nurl = "{site.url("/s/shahed")}"\noutlet = "الشاهد"\n', encoding="utf-8")
    found = []
    for posts in ([post(1)], [post(1), post(2)], [post(2), post(3)]):
        site.paths["/s/shahed"] = channel(*posts)
        events = watching.watch(watchlist(file, HERE), str(tmp_path / "l.db"), Author("t", "t"), once=True)
        found.append([event.state for event in events if isinstance(event, Outcome)])
    assert found == [[ADDED], [KNOWN, ADDED], [KNOWN, ADDED]]


def test_a_channel_that_shows_nothing_is_named(tmp_path: Path, site: Site) -> None:
    site.paths["/s/closed"] = Answer(b"<html><body><p>tgme_widget_message</p></body></html>")
    (found,) = read(site.url("/s/closed"))
    assert isinstance(found, Unfetched) and "/s/closed: shows no posts; there is no such channel" in str(found)
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[channel]]\nurl = "{site.url("/s/closed")}"\n', encoding="utf-8")
    *_, visit, pause = watching.watch(watchlist(file, HERE), str(tmp_path / "l.db"), Author("t", "t"), once=True)
    assert isinstance(visit, watching.Visit) and "shows no posts" in str(visit.error)
    assert isinstance(pause, Pause)


def test_any_page_of_posts_is_read_or_named(site: Site) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=80), st.integers(0, 2000))
    def ask(text: str, cut: int) -> None:
        whole = CHANNEL.format(posts=post(1, text) + post(2)).encode("utf-8", "replace")
        site.paths["/s/shahed"] = Answer(whole[: len(whole) - cut])
        assert all(str(one) for one in read(site.url("/s/shahed")))

    ask()
