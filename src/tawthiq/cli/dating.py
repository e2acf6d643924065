"""Reports whose day of publication nobody gave, named at the end."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.cli.display import clean

_NAMED = 3
_LACKS = "no publication date is known, so days such as «أمس» and «الجمعة» cannot be told"
_BY_LINE = "read as published on the day of the dateline"


class Dating(NamedTuple):
    """The ids of the reports whose days cannot be told, and of those that a dateline dates."""

    undated: list[str]
    by_dateline: list[str]

    def note(self, id: str | None, undated: bool, by_dateline: bool) -> None:
        """Keep a report in mind."""
        if id and undated:
            self.undated.append(id)
        elif id and by_dateline:
            self.by_dateline.append(id)

    def report(self, command: str) -> None:
        """Say on standard error which reports these are, and how to give their dates."""
        remedy = f"; {command} again with --published YYYY-MM-DD"
        for ids, message in (
            (self.undated, _LACKS + remedy),
            (self.by_dateline, f"{_BY_LINE}{remedy} if that is wrong"),
        ):
            if ids:
                sys.stderr.write(f"tawthiq: {_listed(ids)}: {message}\n")


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(map(clean, ids[:_NAMED])) + (f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else "")
