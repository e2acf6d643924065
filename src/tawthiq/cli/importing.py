"""What `tawthiq import` does."""

import argparse
import os
import sys

from tawthiq.cli.failed import report_failures
from tawthiq.cli.progress import Progress
from tawthiq.cli.recording import author_of
from tawthiq.operations import importing, recording
from tawthiq.plurals import counted


def bundle(arguments: argparse.Namespace) -> int:
    """`tawthiq import bundle FILE`: what was added, known and left."""
    progress = Progress(sys.stderr, 0)
    found = importing.bundle(
        arguments.file, arguments.ledger, author_of(arguments), arguments.jobs or os.cpu_count() or 1, progress.advance
    )
    progress.clear()
    sys.stdout.write(_summary(found) + "\n")
    return report_failures(found.failures)


def _summary(found: importing.Imported) -> str:
    parts = [f"{counted(found.reports[recording.ADDED], 'report')} added"]
    known = found.reports[recording.KNOWN] + found.reports[recording.AGAIN]
    parts += [f"{known:,} known already"] if known else []
    parts += [f"{counted(found.added, 'decision')} taken over"] if found.added else []
    parts += [f"{counted(found.known, 'decision')} known already"] if found.known else []
    parts += [f"{counted(found.left, 'decision')} left: their claims read otherwise here"] if found.left else []
    return ", ".join(parts)
