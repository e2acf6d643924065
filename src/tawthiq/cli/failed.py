"""What could not be read, told at the end."""

import sys
from collections.abc import Sequence

from tawthiq.errors import InputError


def report_failures(failures: Sequence[InputError]) -> int:
    """Name what could not be read on standard error, and return the exit status."""
    if len(failures) > 1:
        sys.stderr.write(f"tawthiq: {len(failures)} inputs could not be read:\n")
    for failure in failures:
        sys.stderr.write(f"{'  ' if len(failures) > 1 else 'tawthiq: '}{failure}\n")
    return 2 if failures else 0
