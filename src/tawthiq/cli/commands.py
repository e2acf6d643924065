"""What each command does: arguments -> operation -> print -> exit status."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tawthiq import operations
from tawthiq.cli import completion
from tawthiq.cli.arguments import parser
from tawthiq.cli.dating import Dating
from tawthiq.cli.display import wants_colour
from tawthiq.cli.failed import report_failures
from tawthiq.cli.options import access_of
from tawthiq.cli.progress import Progress
from tawthiq.cli.table import Look
from tawthiq.cli.writers import WRITERS, Options
from tawthiq.errors import InputError, UsageError
from tawthiq.model import Document
from tawthiq.sources import read_paths, size
from tawthiq.sources.dates import published_option

_NO_TERMINAL = (160, 50)


def read(arguments: argparse.Namespace) -> int:
    """`tawthiq read`: claims to standard output, what could not be read to standard error at the end."""
    published = published_option(arguments.published) if arguments.published else None
    failures: list[InputError] = []
    dating = Dating([], [])
    progress = Progress(sys.stderr, size(arguments.paths) if sys.stderr.isatty() else 0)
    readings = operations.read_reports(
        read_paths(arguments.paths, sys.stdin.buffer, published, access_of(arguments)),
        jobs=arguments.jobs or os.cpu_count() or 1, layers=arguments.marks or arguments.why,
    )  # fmt: skip
    with _output(arguments.output, arguments.format) as stream:
        look = Look(shutil.get_terminal_size(_NO_TERMINAL).columns, wants_colour(stream), arguments.why)
        options = Options(arguments.why, arguments.marks, look)
        for piece in WRITERS[arguments.format](_documents(_noted(readings, dating), failures, progress), options):
            progress.clear()
            stream.write(piece)
    progress.clear()
    dating.report("read it")
    return report_failures(failures)


def complete(arguments: argparse.Namespace) -> int:
    """`tawthiq completion SHELL`."""
    sys.stdout.write(completion.script(arguments.shell, parser()))
    return 0


def _documents(
    readings: Iterator[operations.Reading | InputError], failures: list[InputError], progress: Progress
) -> Iterator[Document]:
    for reading in readings:
        if isinstance(reading, InputError):
            failures.append(reading)
        else:
            progress.advance(reading.size)
            yield reading.document


def _noted(
    readings: Iterator[operations.Reading | InputError], dating: Dating
) -> Iterator[operations.Reading | InputError]:
    """The readings, and in `dating` how those are dated to which nobody gave a date."""
    for reading in readings:
        if isinstance(reading, operations.Reading):
            dating.note(reading.document.id, reading.undated, reading.by_dateline)
        yield reading


@contextmanager
def _output(path: str | None, format: str) -> Iterator[TextIO]:
    """Standard output, or a file in UTF-8; a CSV file begins with the mark by which spreadsheets know UTF-8."""
    if path is None:
        yield sys.stdout
        return
    encoding = "utf-8-sig" if format == "csv" else "utf-8"
    try:
        stream = Path(path).open("w", encoding=encoding, errors="backslashreplace", newline="\n")  # noqa: SIM115
    except OSError as error:
        raise UsageError(f"--output: {path} cannot be written ({error.strerror}); give another file") from error
    with stream:
        yield stream
