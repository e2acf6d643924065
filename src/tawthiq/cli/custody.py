"""`tawthiq custody` and `tawthiq timestamp`."""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tawthiq.cli.display import clean, isolate, paint, wants_colour
from tawthiq.cli.grid import grid
from tawthiq.cli.options import UNSIGNED
from tawthiq.errors import UsageError
from tawthiq.operations.custody import Custody, as_object, custody, original
from tawthiq.sources.loading import loaded
from tawthiq.sources.report import HOWS

_NO_TERMINAL = (160, 50)
_UTC = "+00:00"
_WHOLE = ("when (UTC)", "entry")
_ANSWERS = {True: "yes", False: "NO"}


def show(arguments: argparse.Namespace) -> int:
    """`tawthiq custody ID`: 1 where something does not fit."""
    if arguments.original:
        _save(arguments.original, original(arguments.ledger, arguments.id))
    unsigned = loaded(UNSIGNED, "--roots")(arguments) if arguments.roots else None
    found = custody(arguments.ledger, arguments.id, unsigned)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(as_object(found), ensure_ascii=False, indent=1) + "\n")
    else:
        columns = shutil.get_terminal_size(_NO_TERMINAL).columns
        sys.stdout.write("\n".join(_lines(found, columns, wants_colour(sys.stdout))) + "\n")
    return 0 if all(check.fits for check in found.checks) else 1


def _save(path: str, data: bytes) -> None:
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise UsageError(f"--original: {path} cannot be written ({error.strerror}); give another file") from error


def _lines(found: Custody, columns: int, colour: bool) -> Iterator[str]:
    yield paint(isolate(clean(found.id)), "bold", colour)
    for name, value in _facts(found):
        text = clean(value)
        yield f"  {name:<16}{text if text.isascii() else isolate(text)}"
    yield ""
    yield paint("custody", "bold", colour)
    rows = [(step.at.removesuffix(_UTC), step.who, step.what, str(step.entry), step.tool) for step in found.steps]
    yield from grid(("when (UTC)", "who", "what", "entry", "with"), rows, columns, colour, _WHOLE)
    yield ""
    yield paint("checked now", "bold", colour)
    for check in found.checks:
        answer = _ANSWERS[check.fits]
        yield f"  {answer if check.fits else paint(answer, 'red', colour):<5}{clean(check.what)}"


def _facts(found: Custody) -> Iterator[tuple[str, str]]:
    """What is known, a name and a value a line."""
    about = (("title", found.title), ("outlet", found.outlet), ("address", found.url))
    yield from ((name, value) for name, value in about if value)
    yield "from", found.origin
    acquired = found.acquired
    if acquired is None:
        yield "come by", "not kept: it was added before this was recorded"
    else:
        yield "come by", HOWS.get(acquired.how, acquired.how)
        parts = (("in", acquired.within), ("taken (UTC)", acquired.at), ("asked for", acquired.asked),
                 *(("led through", one) for one in acquired.through), ("answered by", acquired.server),
                 ("sent, SHA-256", acquired.payload))  # fmt: skip
        yield from ((name, value) for name, value in parts if value)
        yield from acquired.stated
    yield "original", f"SHA-256 {found.sha256} ({found.kind}, {found.size:,} bytes)"
    yield "text", f"SHA-256 {found.text_sha256}"
