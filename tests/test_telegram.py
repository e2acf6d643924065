"""Telegram: the public page of a channel, and the export of Telegram Desktop."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.errors import InputError, NothingToRead, Unfetched, UnreadableInput
from tawthiq.ledger.records import Author
from tawthiq.operations import watching
from tawthiq.operations.recording import ADDED, KNOWN, Outcome
from tawthiq.operations.watching import Pause
from tawthiq.sources import Access, Report, bounded, read_paths, tables
from tawthiq.sources.telegram import telegram_reports
from tawthiq.sources.watchlist import watchlist
from tawthiq.sources.web.channel import shown_at
from tests.memory import reading
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


NESTED = """<div class="tgme_widget_message_text js-message_text" dir="auto"><div class="tgme_widget_message_text
js-message_text" dir="auto">قُتل طفل<br/>في&nbsp;قصف على حلب</div></div>"""
ANSWER = """<a class="tgme_widget_message_reply user-color-default" href="https://t.me/shahed/1"><i class="thumb"></i>
<div class="tgme_widget_message_author"><span class="tgme_widget_message_author_name">قناة أخرى</span></div>
<div class="tgme_widget_message_text js-message_reply_text" dir="auto">نص سابق عن مقتل عشرة</div></a>
<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<span
class="tgme_widget_message_forwarded_from_name">مراسل حلب</span></div>"""
TODAY = """<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message
text_not_supported_wrap js-widget_message" data-post="shahed/4"><div class="tgme_widget_message_bubble">{before}
<div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap"><a class="tgme_widget_message_photo_wrap"
href="https://t.me/shahed/5?single"></a></div>{text}<a class="tgme_widget_message_link_preview" href="https://a.example">
<div class="link_preview_title">عنوان من صفحة أخرى</div></a><div class="tgme_widget_message_reactions">3</div>
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short">
<span class="tgme_widget_message_views">1.2K</span><span class="tgme_widget_message_meta">
<a class="tgme_widget_message_date" href="https://t.me/shahed/4"><time datetime="2026-09-30T07:37:00+00:00"
class="time">07:37</time></a></span></div></div></div></div></div>"""


def test_an_album_that_answers_and_forwards_as_pages_show_it_today(site: Site) -> None:
    site.paths["/s/shahed"] = channel(TODAY.format(before=ANSWER, text=NESTED))
    (report,) = read(site.url("/s/shahed"))
    assert isinstance(report, Report)
    assert report.text.replace("\xa0", " ") == "قُتل طفل\nفي قصف على حلب"
    assert (report.url, report.published) == ("https://t.me/shahed/4", date(2026, 9, 30))
    stated = dict(report.acquired.stated)
    assert (stated["forwarded from"], stated["reply to"]) == ("مراسل حلب", "https://t.me/shahed/1")


def test_a_single_post(site: Site) -> None:
    owner = '<a class="tgme_widget_message_owner_name" href="#"><span>شبكة الشاهد</span></a>'
    site.paths["/shahed/7?embed=1"] = Answer(f"<html><body>{post(7, before=owner)}</body></html>".encode())
    (report,) = read(site.url("/shahed/7?embed=1"))
    assert isinstance(report, Report)
    assert (report.url, report.outlet, report.published) == ("https://t.me/shahed/7", "شبكة الشاهد", date(2024, 5, 7))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://t.me/shahed/7", "https://t.me/shahed/7?embed=1&mode=tme"),
        ("http://telegram.me/s/shahed/7?single", "https://t.me/shahed/7?embed=1&mode=tme"),
        ("https://t.me/s/shahed", "https://t.me/s/shahed"), ("https://t.me/shahed", "https://t.me/shahed"),
        ("https://t.me.example/shahed/7", "https://t.me.example/shahed/7"),
    ],
)  # fmt: skip
def test_where_a_single_post_is_shown(url: str, shown: str) -> None:
    assert shown_at(url) == shown


def test_posts_without_arabic_words_are_left_out(site: Site) -> None:
    site.paths["/s/shahed"] = channel(post(1, ""), post(2, "https://example.org 🔴"), post(3))
    assert [one.url for one in read(site.url("/s/shahed")) if isinstance(one, Report)] == ["https://t.me/shahed/3"]


def test_a_channel_of_pictures_is_named(site: Site) -> None:
    site.paths["/s/shahed"] = channel(post(1, ""), post(2, "https://example.org 🔴"))
    (found,) = read(site.url("/s/shahed"))
    assert isinstance(found, InputError) and "/s/shahed: holds no report in Arabic" in str(found)


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
        found = read(site.url("/s/shahed"))
        assert found and all(isinstance(one, Report) or "/s/shahed" in str(one) for one in found)

    ask()


MESSAGE = {
    "id": 7, "type": "message", "date": "2023-10-10T22:30:00", "date_unixtime": "1696966200", "from": "شبكة الشاهد",
    "from_id": "channel11", "text": "قُتل ثلاثة مدنيين في قصف على تلمنس",
}  # fmt: skip
PARTS = ["عاجل: ", {"type": "bold", "text": "قُتل ثلاثة"}, " مدنيين في ", {"type": "hashtag", "text": "#تلمنس"}]


def export(*messages: dict[str, Any], chat: str = "شبكة الشاهد") -> dict[str, Any]:
    return {"name": chat, "type": "public_channel", "id": 11, "messages": [{**MESSAGE, **one} for one in messages]}


def account(*chats: dict[str, Any]) -> dict[str, Any]:
    return {"about": "an account", "personal_information": {"user_id": 1, "first_name": "x"},
            "chats": {"about": "its chats", "list": list(chats)}}  # fmt: skip


def exported(folder: Path, value: object, name: str = "result.json") -> list[Report | InputError]:
    (folder / name).write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1),
                               encoding="utf-8")  # fmt: skip
    return list(read_paths([str(folder / name)], io.BytesIO()))


def test_an_export_keeps_what_messages_say_of_themselves(tmp_path: Path) -> None:
    fields = {"edited": "2023-10-11T08:00:00", "edited_unixtime": "1697000400", "forwarded_from": "مراسل حلب",
              "forwarded_from_id": "channel12", "reply_to_message_id": 5, "reply_to_peer_id": "channel13",
              "text": PARTS, "photo": "photos/7.jpg", "media_type": "video_file"}  # fmt: skip
    (report,) = exported(tmp_path, export(fields))
    assert isinstance(report, Report)
    assert report.text == "عاجل: قُتل ثلاثة مدنيين في #تلمنس"
    assert (report.id, report.outlet, report.published) == ("شبكة الشاهد/7", "شبكة الشاهد", date(2023, 10, 10))
    assert dict(report.acquired.stated) == {
        "posted": "2023-10-10T22:30:00", "edited": "2023-10-11T08:00:00", "by": "شبكة الشاهد",
        "forwarded from": "مراسل حلب", "forwarded from id": "channel12", "reply to": "5", "reply in": "channel13",
        "media": "video_file", "photo": "photos/7.jpg",
    }  # fmt: skip
    assert json.loads(report.data)["message"]["text"] == PARTS


def test_what_is_no_message_in_arabic_is_left_out(tmp_path: Path) -> None:
    others = [{"type": "service", "action": "pin_message"}, {"text": ""}, {"text": "Only English"}, {"text": 7},
              {"text": [{"type": "link", "text": "https://example.org"}]}, {"text": None}]  # fmt: skip
    assert len(exported(tmp_path, export(*others, {}))) == 1


# Messages as exports have them that are told otherwise than by a plain text.
SHAPES: list[tuple[str, dict[str, Any], str | None]] = [
    ("its text twice, as entities too", {"text": PARTS, "text_entities": [{"type": "plain", "text": "عاجل: "}]},
     "عاجل: قُتل ثلاثة مدنيين في #تلمنس"),
    ("the rest of an album, which has no words", {"text": "", "text_entities": [], "photo": "photos/8.jpg"}, None),
    ("a poll", {"text": "", "poll": {"question": "هل سمعت القصف؟", "closed": False, "answers": []}}, None),
    ("a place", {"text": "", "location_information": {"latitude": 35.6, "longitude": 36.6}}, None),
    ("a link hidden under words", {"text": [{"type": "text_link", "text": "قُتل طفل", "href": "https://a.example/"}]},
     "قُتل طفل"),
    ("an emoji of its own among words", {"text": [{"type": "custom_emoji", "text": "🔴", "document_id": "x"},
                                                 " قُتل طفل في قصف"]}, "🔴 قُتل طفل في قصف"),
    ("a channel that was renamed", {"type": "service", "action": "edit_group_title", "title": "شبكة أخرى"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "text"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_messages_of_every_shape(tmp_path: Path, fields: dict[str, Any], text: str | None) -> None:
    found = exported(tmp_path, export({"id": 6, **fields}, {"id": 9}))
    texts = [one.text for one in found if isinstance(one, Report)]
    assert texts == [*([text] if text else []), MESSAGE["text"]]


def test_a_whole_account(tmp_path: Path) -> None:
    found = exported(tmp_path, account(export({}, chat="أولى"), export({"id": 8}, {"id": 9}, chat="ثانية")))
    assert [one.id for one in found if isinstance(one, Report)] == ["أولى/7", "ثانية/8", "ثانية/9"]
    left = {**account(export({}, chat="أولى")), "left_chats": {"list": [export({"id": 3}, chat="متروكة")]}}
    found = exported(tmp_path, left)
    assert [one.id for one in found if isinstance(one, Report)] == ["أولى/7", "متروكة/3"]


def test_an_export_is_known_again_whatever_was_counted_since(tmp_path: Path) -> None:
    (first,) = exported(tmp_path, export({"reactions": []}))
    (later,) = exported(tmp_path, export({"reactions": [{"count": 3}], "file": "moved.mp4"}))
    (edited,) = exported(tmp_path, export({"text": "قُتل أربعة مدنيين"}))
    assert isinstance(first, Report) and isinstance(later, Report) and isinstance(edited, Report)
    assert first.known_by == later.known_by != edited.known_by


WHOLE = json.dumps(export({}, {"id": 8}, {"id": 9}), ensure_ascii=False)
BAD_EXPORTS = [
    ("cut off", WHOLE[:-180], 2, UnreadableInput, "cut off after message 2"),
    ("cut off early", WHOLE[:90], 0, UnreadableInput, "cut off after message 0"),
    ("broken", WHOLE.replace('"id": 8', '"id": 8 8'), 1, UnreadableInput, "damaged or cut off after message 1"),
    ("no messages", json.dumps(export()), 0, NothingToRead, "holds no message"),
]


@pytest.mark.parametrize(("text", "before", "kind", "says"), [row[1:] for row in BAD_EXPORTS],
                         ids=[row[0] for row in BAD_EXPORTS])  # fmt: skip
def test_a_damaged_export(tmp_path: Path, text: str, before: int, kind: type[InputError], says: str) -> None:
    *found, error = exported(tmp_path, text)
    assert len(found) == before
    assert isinstance(error, kind)
    assert "result.json" in str(error) and says in str(error) and ";" in str(error)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
def test_memory_does_not_grow_with_the_export(tmp_path: Path) -> None:
    one = json.dumps({**MESSAGE, "text": MESSAGE["text"] * 20}, ensure_ascii=False)  # type: ignore[operator]
    used = []
    for count in (1000, 12000):
        path = tmp_path / f"{count}.json"
        path.write_text(f'{{"name": "x", "type": "x", "id": 1, "messages": [{", ".join([one] * count)}]}}', "utf-8")
        used.append(reading(path))
        assert used[-1].number == count
    assert used[1].memory < used[0].memory * 1.2, used


def test_a_large_list_of_reports_is_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LARGE", 100)
    rows = [{"id": str(n), "text": MESSAGE["text"]} for n in range(5)]
    found = exported(tmp_path, [*rows, {"text": 7}, *rows])
    assert [isinstance(one, Report) for one in found] == [True] * 5 + [False] + [True] * 5
    *before, error = exported(tmp_path, json.dumps(rows)[:-30])
    assert len(before) == 4
    assert "result.json: is no valid JSON after report 4" in str(error)
    assert "is no list of reports" in str(exported(tmp_path, {"x": "y" * 200})[0])


@pytest.mark.parametrize("chat", [True, False])
def test_a_text_that_does_not_end_ends_the_file(chat: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LARGE", 100)
    monkeypatch.setattr(bounded, "_LONGEST", 2 * bounded.PIECE)
    rows = [{**MESSAGE, "id": n} for n in range(3)]
    rows.insert(2, {**MESSAGE, "id": 9, "text": "س" * 3 * bounded.PIECE})
    *before, error = exported(tmp_path, {"name": "x", "type": "y", "id": 1, "messages": rows} if chat else rows)
    assert len(before) == 2
    assert "result.json: holds a text of over 2 MB, which is no report" in str(error)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(WHOLE.encode())), st.binary(max_size=9), st.booleans())
def test_any_damage_of_an_export_is_named(at: int, noise: bytes, cut: bool) -> None:
    data = WHOLE.encode()
    data = data[:at] + noise + (b"" if cut else data[at:])
    try:
        found = list(telegram_reports(io.BytesIO(data), "result.json", None))
    except InputError as error:
        found = [error]
    assert all(isinstance(one, Report) or "result.json" in str(one) for one in found)
