"""A long text in blocks of whole lines: a browser need lay out only those that are in sight."""

import re

_LEAST = 4_000
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def blocks(text: str) -> list[str]:
    """The text cut behind ends of lines, each piece but the last of some thousand letters or more. A text without an
    end of line is one piece, as a short one is."""
    found: list[list[str]] = []
    letters = _LEAST
    for line in _LINE.findall(text):
        if letters >= _LEAST:
            found.append([])
            letters = 0
        found[-1].append(line)
        letters += len(line)
    return ["".join(lines) for lines in found]
