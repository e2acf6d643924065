"""A file that says what to watch (TOML) -> feeds, folders and channels; what it gets wrong is named."""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tawthiq.errors import Unfetched, UsageError, reason
from tawthiq.sources.access import Access
from tawthiq.sources.web.addresses import checked

_CHANNEL = "https://t.me/s/{name}"
_LISTS = ("feed", "channel", "folder")
_TOP: Mapping[str, type] = {"every": float, "pause": float, "contact": str, **dict.fromkeys(_LISTS, list)}
_FEED: Mapping[str, type] = {"url": str, "outlet": str, "every": float, "follow": bool}
_CHANNEL_KEYS: Mapping[str, type] = {"name": str, "url": str, "outlet": str, "every": float}
_FOLDER: Mapping[str, type] = {"path": str, "every": float}


class Place(NamedTuple):
    """A place to look at again and again: an address or a folder, by its `kind` («feed», «channel», «folder»).

    `every` is how long to wait in between; `outlet` whose it is; `follow` whether the addresses that a feed names are
    visited, or the text that stands in the feed is taken.
    """

    kind: str
    where: str
    every: timedelta
    outlet: str | None = None
    follow: bool = True


class Watchlist(NamedTuple):
    """All places, in the order of the file, and how they are visited."""

    places: tuple[Place, ...]
    access: Access


def watchlist(path: Path, access: Access) -> Watchlist:
    """What the file at `path` says; folders are relative to it. Raises UsageError naming the entry and the remedy."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({reason(error)}); docs/sources.md shows such a file") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is no valid TOML: {error}; correct it, docs/sources.md shows one") from error
    _check(table, _TOP, str(path))
    every = _every(table, 15.0, str(path))
    places = (
        *(_feed(entry, where, every) for entry, where in _entries(table, "feed", _FEED, path)),
        *(_channel(entry, where, every) for entry, where in _entries(table, "channel", _CHANNEL_KEYS, path)),
        *(_folder(entry, where, every, path) for entry, where in _entries(table, "folder", _FOLDER, path)),
    )
    if not places:
        raise UsageError(f'{path}: names nothing to watch; write [[feed]] and url = "https://…" below it')
    pause, contact = table.get("pause", access.pause), table.get("contact", access.contact)
    return Watchlist(places, access._replace(pause=max(0.0, float(pause)), contact=contact))


def _entries(table: Mapping[str, Any], key: str, known: Mapping[str, type], path: Path) -> list[tuple[Any, str]]:
    found = []
    for number, entry in enumerate(table.get(key, ()), 1):
        where = f"{path}: {key} {number}"
        if not isinstance(entry, dict):
            raise UsageError(f"{where}: is no table; write [[{key}]] above its lines")
        _check(entry, known, where)
        found.append((entry, where))
    return found


def _check(table: Mapping[str, Any], known: Mapping[str, type], where: str) -> None:
    for key, value in table.items():
        if key not in known:
            raise UsageError(f"{where}: {key!r} is not known; the names are {', '.join(known)}")
        wanted = known[key]
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not (number if wanted is float else isinstance(value, wanted)):
            raise UsageError(f"{where}: {key} is {value!r}; it takes {_TAKES[wanted]}")


_TAKES: Mapping[type, str] = {float: "a number", str: "a text in quotation marks", bool: "true or false", list: "[[…]]"}


def _every(table: Mapping[str, Any], default: float, where: str) -> timedelta:
    minutes = float(table.get("every", default))
    if not 0 < minutes <= 60 * 24 * 366:
        raise UsageError(f"{where}: every is {minutes:g}; it is a number of minutes above 0")
    return timedelta(minutes=minutes)


def _feed(entry: Mapping[str, Any], where: str, every: timedelta) -> Place:
    if "url" not in entry:
        raise UsageError(f'{where}: has no url; write url = "https://…"')
    url = _address(entry["url"], where)
    return Place("feed", url, _own(entry, every, where), entry.get("outlet"), entry.get("follow", True))


def _channel(entry: Mapping[str, Any], where: str, every: timedelta) -> Place:
    name = str(entry.get("name", "")).strip().removeprefix("@")
    if not name and "url" not in entry:
        raise UsageError(f'{where}: has no name; write name = "the channel\'s name"')
    url = _address(entry.get("url") or _CHANNEL.format(name=name), where)
    return Place("channel", url, _own(entry, every, where), entry.get("outlet"))


def _folder(entry: Mapping[str, Any], where: str, every: timedelta, path: Path) -> Place:
    if "path" not in entry:
        raise UsageError(f'{where}: has no path; write path = "folder"')
    return Place("folder", str(path.parent / entry["path"]), _own(entry, every, where))


def _own(entry: Mapping[str, Any], every: timedelta, where: str) -> timedelta:
    return _every(entry, 0.0, where) if "every" in entry else every


def _address(url: str, where: str) -> str:
    try:
        return checked(url)
    except Unfetched as error:
        raise UsageError(f"{where}: {error}") from error
