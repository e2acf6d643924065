"""What each command does: arguments -> operation -> print -> exit status."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tawthiq import operations, placepacks
from tawthiq.cli import completion, groups, report
from tawthiq.cli.arguments import parser
from tawthiq.cli.display import wants_colour
from tawthiq.cli.failed import report_failures
from tawthiq.cli.options import access_of
from tawthiq.cli.progress import Progress
from tawthiq.cli.table import Look
from tawthiq.cli.writers import FORMATS, Options
from tawthiq.errors import InputError, UsageError
from tawthiq.model import Document
from tawthiq.sources import read_paths, size
from tawthiq.sources.dates import published_option

_NO_TERMINAL = (160, 50)


def read(arguments: argparse.Namespace) -> int:
    """`tawthiq read`: claims to standard output, what could not be read to standard error at the end."""
    published = published_option(arguments.published) if arguments.published else None
    failures: list[InputError] = []
    progress = Progress(sys.stderr, size(arguments.paths) if sys.stderr.isatty() else 0)
    readings = operations.read_reports(
        read_paths(arguments.paths, sys.stdin.buffer, published, access_of(arguments)),
        jobs=arguments.jobs or os.cpu_count() or 1, layers=arguments.marks or arguments.why,
    )  # fmt: skip
    with _output(arguments.output, arguments.format) as stream:
        look = Look(shutil.get_terminal_size(_NO_TERMINAL).columns, wants_colour(stream), arguments.why)
        options = Options(arguments.why, arguments.marks, look)
        for piece in FORMATS[arguments.format](_documents(readings, failures, progress), options):
            progress.clear()
            stream.write(piece)
    progress.clear()
    return report_failures(failures)


def evaluate(arguments: argparse.Namespace) -> int:
    """`tawthiq evaluate`: the figures; 1 where one is below its floor."""
    if arguments.incidents:
        return _evaluate_incidents(arguments)
    scores = operations.evaluate(arguments.docs, arguments.gold, sys.stdin.buffer, arguments.read)
    show = report.as_json if arguments.format == "json" else report.as_text
    return _scored(arguments, scores.figures(), show(scores, arguments.errors))


def _evaluate_incidents(arguments: argparse.Namespace) -> int:
    if arguments.read:
        raise UsageError("--read goes with claims; incidents are made of the reports themselves: leave it out")
    grouping = operations.evaluate_incidents(arguments.docs, arguments.gold, arguments.incidents, sys.stdin.buffer)
    show = groups.as_json if arguments.format == "json" else groups.as_text
    return _scored(arguments, groups.figures(grouping), show(grouping, arguments.errors))


def _scored(arguments: argparse.Namespace, figures: Mapping[str, float], lines: Iterable[str]) -> int:
    """Print the scores and hold them against their floors."""
    floors = dict(_floor(text) for text in arguments.floor)
    unknown = sorted(set(floors) - set(figures))
    if unknown:
        raise UsageError(f"--floor: there is no figure {unknown[0]!r}; the figures are {', '.join(figures)}")
    sys.stdout.write("\n".join(lines) + "\n")
    below = [name for name, least in floors.items() if figures[name] < least]
    for name in below:
        sys.stderr.write(f"tawthiq: {name} is {figures[name]:.3f}, below its floor of {floors[name]:g}\n")
    return 1 if below else 0


def places_install(arguments: argparse.Namespace) -> int:
    """`tawthiq places install CC`."""
    return _installed(placepacks.install(arguments.country, Path(arguments.source) if arguments.source else None))


def places_add(arguments: argparse.Namespace) -> int:
    """`tawthiq places add FILE`."""
    return _installed(placepacks.add(Path(arguments.file), arguments.country, arguments.name))


def places_list(arguments: argparse.Namespace) -> int:
    """`tawthiq places list`."""
    packs = placepacks.list_packs()
    for pack in packs:
        print(f"{pack.kind:<5} {pack.name:<24} {pack.places:>8,} places  {pack.path}")
    if not packs:
        print("No packs are installed; the built-in places are always there. `tawthiq places install SY` adds a pack.")
    return 0


def places_remove(arguments: argparse.Namespace) -> int:
    """`tawthiq places remove NAME`."""
    pack = placepacks.remove(arguments.name)
    print(f"removed {pack.name}")
    return 0


def complete(arguments: argparse.Namespace) -> int:
    """`tawthiq completion SHELL`."""
    sys.stdout.write(completion.script(arguments.shell, parser()))
    return 0


def _installed(pack: placepacks.Pack) -> int:
    print(f"{pack.name}: {pack.places:,} places in {pack.path}")
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


def _floor(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError as error:
        raise UsageError(f"--floor: {text!r} is not FIELD=VALUE, such as found=0.9") from error
