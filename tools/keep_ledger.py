"""Keeps a small ledger of the present version for the tests of upgrades: `python tools/keep_ledger.py`.

Made from examples/, with a decision; once kept, the ledger of a released version is never made again.
"""

import gzip
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tawthiq.ledger.migrations import VERSION
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import judging, listing, recording
from tawthiq.sources import read_paths

ROOT = Path(__file__).resolve().parent.parent
AUTHOR = Author("tests", "tawthiq tests")


def main() -> None:
    kept = ROOT / "tests" / "ledgers" / f"{VERSION}.db.gz"
    if kept.exists() and "--again" not in sys.argv:
        sys.exit(f"{kept} is kept already; raise VERSION first, or give --again before its release")
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "tawthiq.db"
        for _ in recording.add(read_paths([str(ROOT / "examples")], sys.stdin.buffer), str(ledger), AUTHOR):
            pass
        first = next(iter(listing.incidents(str(ledger), Wanted())))
        judging.reject(judging.Judge(str(ledger), AUTHOR, "a decision to keep"), first["claims"][:1])
        with closing(sqlite3.connect(ledger)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("VACUUM")
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(gzip.compress(ledger.read_bytes(), mtime=0))
    print(f"{kept}: {kept.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
