"""What `tawthiq export` does: a file that is whole or not there, or standard output."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tawthiq.cli.looking import wanted
from tawthiq.cli.progress import Progress
from tawthiq.errors import UsageError
from tawthiq.exporters import EXPORTERS
from tawthiq.operations import exporting
from tawthiq.plurals import counted


def export(arguments: argparse.Namespace) -> int:
    """`tawthiq export FORMAT`: with --output, how many incidents were written, on standard error."""
    exporter = EXPORTERS[arguments.format]
    if arguments.output is None and not exporter.text and sys.stdout.isatty():
        raise UsageError(
            f"export {arguments.format}: a terminal cannot show it; add --output incidents{exporter.suffix}"
        )
    order = exporting.Order(
        arguments.format, wanted(arguments), arguments.codebook or "", arguments.table, arguments.language,
        arguments.public,
    )  # fmt: skip
    progress = Progress(sys.stderr, 0, "record")
    with _output(arguments.output, exporter.text) as stream:
        count = exporting.export(arguments.ledger, order, stream, lambda done: progress.advance(number=done))
    progress.clear()
    if arguments.output is not None:
        sys.stderr.write(f"{arguments.output}: {counted(count, 'incident')}\n")
    return 0


@contextmanager
def _output(path: str | None, text: bool) -> Iterator[IO[bytes]]:
    """Standard output, for what is no text once it is whole; or a file that takes its name when it is whole."""
    if path is None and not text:
        with TemporaryFile() as whole:
            yield whole
            whole.seek(0)
            shutil.copyfileobj(whole, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = Path(f"{path}.part")
    try:
        stream = part.open("wb")
    except OSError as error:
        raise UsageError(f"--output: {path} cannot be written ({error.strerror}); give another file") from error
    try:
        with stream:
            yield stream
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
