"""Reports whose days cannot be told, named at the end."""

import sys
from collections.abc import Sequence

from tawthiq.cli.display import clean

_NAMED = 3


def report_undated(ids: Sequence[str], command: str) -> None:
    """Say on standard error which reports lack days for want of a publication date, and how to give it."""
    if not ids:
        return
    names = ", ".join(map(clean, ids[:_NAMED])) + (f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else "")
    sys.stderr.write(
        f"tawthiq: {names}: no publication date is known, so days such as «أمس» and «الجمعة» cannot be told; "
        f"{command} again with --published YYYY-MM-DD\n"
    )
