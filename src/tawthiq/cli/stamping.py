"""`tawthiq timestamp`, and the signatures that --roots checks."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tawthiq.cli.options import access_of
from tawthiq.cli.recording import author_of
from tawthiq.errors import UsageError
from tawthiq.ledger.custody import Stamp
from tawthiq.operations.signatures import Signatures
from tawthiq.operations.stamping import stamp


def timestamp(arguments: argparse.Namespace) -> int:
    """`tawthiq timestamp AUTHORITY`."""
    signatures = Signatures(_read(arguments.roots)) if arguments.roots else None
    found = stamp(arguments.ledger, author_of(arguments), arguments.authority, access_of(arguments), signatures)
    checked = "its signature leads to the roots given" if found.checked else "its signature was not checked (--roots)"
    sys.stdout.write(f"entry {found.entry} {found.hash} was there at {found.at}; {checked}\n")
    return 0


def unsigned(arguments: argparse.Namespace) -> Callable[[Stamp], str | None]:
    """What is wrong with a timestamp by the certificates of --roots."""
    return Signatures(_read(arguments.roots)).problem


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"--roots: {path} cannot be read ({error.strerror}); give a file of certificates") from error
