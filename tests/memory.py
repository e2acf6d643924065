"""How much memory reading a file takes, in a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_SCRIPT = """
import io, sys
from pathlib import Path
from tawthiq.sources import Report, read_paths
found = sum(isinstance(one, Report) for one in read_paths(sys.argv[1:], io.BytesIO()))
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(found, peak.split()[1])
"""


class Reading(NamedTuple):
    """How many reports there were, and the most memory that was taken, in KiB."""

    reports: int
    memory: int


def reading(path: Path) -> Reading:
    done = subprocess.run([sys.executable, "-c", _SCRIPT, str(path)], capture_output=True, check=True, text=True)
    return Reading(*map(int, done.stdout.split()))
