"""A table's columns -> which of them make a report: our own names, or those of an auto-archiver sheet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from tawthiq.errors import InputError, UnreadableInput
from tawthiq.sources.decode import is_arabic
from tawthiq.sources.report import Report
from tawthiq.sources.rows import FIELDS, reports_of

# Bellingcat's auto-archiver names its columns so by default, and lets them be renamed.
_ARCHIVER = frozenset({"link", "archive status"})
_OURS: Mapping[str, str] = {"link": "url", "upload title": "title", "upload timestamp": "published"}
_TEXTS = ("textual content", "text content", "text")
_STATED = ("archive status", "archive date", "archive location", "hash", "screenshot", "wacz", "replaywebpage")


class Columns:
    """The columns of one table. Raises UnreadableInput where none of them holds texts."""

    def __init__(self, names: Sequence[object], name: str, default: date | None) -> None:
        self.names = [str(column or "").strip().lower() for column in names]
        self._default = default
        self._archiver = set(self.names) >= _ARCHIVER
        if not self._archiver and "text" not in self.names:
            raise UnreadableInput(
                f"{name}: has no column named text; its columns are {', '.join(self.names)}; "
                f"the names that are read are {', '.join(FIELDS)}"
            )

    def report(self, row: Mapping[str, Any], origin: str, size: int | None = None) -> Report | InputError | None:
        """The report of a row. None for a row of an auto-archiver sheet that has no Arabic text (yet)."""
        values = {name: _plain(value) for name, value in row.items() if value is not None}
        if not self._archiver:
            return reports_of(values, origin, self._default, size)
        title = str(values.get("upload title") or "")
        text = str(next(filter(None, map(values.get, _TEXTS)), ""))
        ours: dict[str, Any] = {_OURS[name]: value for name, value in values.items() if name in _OURS}
        ours["text"] = text if not title or text.startswith(title) else f"{title}\n{text}".strip()
        if not is_arabic(ours["text"]):
            return None
        stated = tuple((name, str(values[name])) for name in _STATED if values.get(name))
        return reports_of(ours, origin, self._default, size, stated)


def _plain(value: object) -> object:
    """A cell as rows hold it: days and times as ISO text, whole numbers without a point."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
