"""Keeps a small ledger of the present version in each database, for the tests of upgrades.

Run it: `python tools/keep_ledger.py`.
Made from examples/, with a decision; once kept, the ledger of a released version is never made again. PostgreSQL has to
be installed, as for its tests.
"""

import gzip
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import chdir, closing
from pathlib import Path

from tawthiq.ledger.migrations import VERSION
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import judging, listing, recording
from tawthiq.sources import read_paths

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "ledgers"
AUTHOR = Author("tests", "tawthiq tests")
# Lines of a dump that only psql, or a server of the dump's own version, understands.
_ONLY_PSQL = re.compile(r"^(\\|SET |SELECT pg_catalog\.set_config).*\n", re.MULTILINE)

sys.path.insert(0, str(ROOT))
from tests import postgresql  # noqa: E402  the tests are no installed package


def main() -> None:
    kept = KEPT / f"{VERSION}.db.gz"
    if kept.exists() and "--again" not in sys.argv:
        sys.exit(f"{kept} is kept already; raise VERSION first, or give --again before its release")
    programs = postgresql.binaries()
    if programs is None:
        sys.exit("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    KEPT.mkdir(exist_ok=True)
    _keep(kept, _of_sqlite())
    _keep(KEPT / f"{VERSION}.sql.gz", _of_postgresql(programs))


def _of_sqlite() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "tawthiq.db"
        _fill(str(ledger))
        with closing(sqlite3.connect(ledger)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("VACUUM")
        return ledger.read_bytes()


def _of_postgresql(programs: Path) -> bytes:
    with postgresql.server(programs) as server, postgresql.database(server, "kept") as address:
        _fill(address)
        command = [str(programs / "pg_dump"), "--inserts", "--rows-per-insert=100", "--no-owner", address]
        dump = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()
    return _ONLY_PSQL.sub("", dump).encode()


def _fill(ledger: str) -> None:
    with chdir(ROOT):  # so that no path of this machine is kept
        for _ in recording.add(read_paths(["examples"], sys.stdin.buffer), ledger, AUTHOR):
            pass
    first = next(iter(listing.incidents(ledger, Wanted())))
    judging.reject(judging.Judge(ledger, AUTHOR, "a decision to keep"), first["claims"][:1])


def _keep(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data, mtime=0))
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
