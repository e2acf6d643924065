"""How much memory reading a file or writing an export takes, in a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_PEAK = """
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(found, peak.split()[1])
"""
_READ = f"""
import io, sys
from pathlib import Path
from tawthiq.sources import Report, read_paths
found = sum(isinstance(one, Report) for one in read_paths(sys.argv[1:], io.BytesIO()))
{_PEAK}"""
_EXPORT = f"""
import sys
from pathlib import Path
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations.exporting import Order, export
ledger, format, most = sys.argv[1:]
with Path("/dev/null").open("wb") as stream:
    found = export(ledger, Order(format, Wanted(most=int(most))), stream)
{_PEAK}"""


class Taken(NamedTuple):
    """How many reports or incidents there were, and the most memory that was taken, in KiB."""

    number: int
    memory: int


def reading(path: Path) -> Taken:
    return _taken(_READ, str(path))


def exporting(ledger: str, format: str, most: int) -> Taken:
    return _taken(_EXPORT, ledger, format, str(most))


def _taken(script: str, *arguments: str) -> Taken:
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=True, text=True)
    return Taken(*map(int, done.stdout.split()))
