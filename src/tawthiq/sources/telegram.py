"""The export of Telegram Desktop (`result.json`), one chat or a whole account -> each message with Arabic words.

Streamed: one message is in memory at a time. Needs the extra `telegram`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import IO, Any, NamedTuple

import ijson

from tawthiq.errors import InputError, NothingToRead, UnreadableInput
from tawthiq.sources.bounded import PIECE, Bounded
from tawthiq.sources.dates import published_of
from tawthiq.sources.decode import is_arabic
from tawthiq.sources.find import Source
from tawthiq.sources.report import Acquired, Report

_MESSAGE = "messages.item"
_NAMES = ("name", "type", "id")
# What a message says of itself, by the export's name for it.
_STATED = (
    ("date", "posted"), ("edited", "edited"), ("from", "by"), ("author", "signed"), ("via_bot", "by way of"),
    ("forwarded_from", "forwarded from"), ("forwarded_from_id", "forwarded from id"), ("saved_from", "saved from"),
    ("reply_to_message_id", "reply to"), ("reply_to_peer_id", "reply in"), ("media_type", "media"),
    ("photo", "photo"), ("file", "file"),
)  # fmt: skip


class _Chat(NamedTuple):
    """The chat that a message stands in."""

    name: str | None = None
    type: str | None = None
    id: int | None = None


def telegram_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The messages of an export's file."""
    with source.path.open("rb") as stream:
        yield from telegram_reports(stream, source.name, published)


def telegram_reports(stream: IO[bytes], name: str, published: date | None) -> Iterator[Report | InputError]:
    """The messages of an export. Where it is damaged or cut off, that comes last, as an error; `published` is the day
    of messages that have none."""
    number = place = 0
    try:
        for chat, message in _messages(Bounded(stream, name)):
            number += 1
            text = _text(message.get("text"))
            if message.get("type", "message") == "message" and is_arabic(text):
                yield _report(chat, message, (name, published, stream.tell() - place))
                place = stream.tell()
    except UnreadableInput as error:
        yield error
        return
    except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
        detail = " ".join(str(error).split())[:120]
        what = f"is damaged or cut off after message {number} ({detail}); what stands before is read; export it again"
        yield UnreadableInput(f"{name}: {what}")
        return
    if not number:
        raise NothingToRead(f"{name}: holds no message; export the chat again, as machine-readable JSON")


def _messages(stream: Bounded) -> Iterator[tuple[_Chat, Mapping[str, Any]]]:
    """Every message with its chat, whose name stands before its messages."""
    chat = _Chat()
    builder, start = None, ""
    for prefix, event, value in ijson.parse(stream, use_float=True, buf_size=PIECE):
        if builder is not None:
            builder.event(event, value)
            if event == "end_map" and prefix == start:
                if isinstance(builder.value, dict):
                    yield chat, builder.value
                builder = None
        elif event == "start_map" and prefix.endswith(_MESSAGE):
            builder, start = ijson.ObjectBuilder(), prefix
            builder.event(event, value)
        elif event == "start_map":
            chat = _Chat()
        elif event in ("string", "number") and (field := prefix.rpartition(".")[2]) in _NAMES:
            chat = chat._replace(**{field: value})


def _report(chat: _Chat, message: Mapping[str, Any], given: tuple[str, date | None, int]) -> Report:
    name, published, size = given
    text = _text(message.get("text"))
    whole = json.dumps({"chat": chat._asdict(), "message": message}, ensure_ascii=False)
    data = whole.encode("utf-8", "backslashreplace")
    id = f"{chat.name or chat.id or name}/{message.get('id')}"
    mark = hashlib.sha256(json.dumps([chat.id, message.get("id"), text]).encode()).hexdigest()
    stated = ((ours, str(message[theirs])) for theirs, ours in _STATED if message.get(theirs))
    return Report(
        id, text, f"{name}#{message.get('id')}", hashlib.sha256(data).hexdigest(), size,
        outlet=str(chat.name) if chat.name else None, published=published_of(str(message.get("date", ""))) or published,
        data=data, known_by=mark, acquired=Acquired("telegram export", within=name, stated=tuple(stated)),
    )  # fmt: skip


def _text(parts: Any) -> str:
    """A message's text: a string, or a list of strings and of objects for what is bold, a link …"""
    if isinstance(parts, str):
        return parts
    if not isinstance(parts, list):
        return ""
    pieces = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(piece for piece in pieces if isinstance(piece, str))
