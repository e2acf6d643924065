"""What the commands do that open the review page."""

import argparse
import sys

from tawthiq.errors import UsageError
from tawthiq.web import local

PORTS = 65_535


def review(arguments: argparse.Namespace) -> int:
    """`tawthiq review`: until interrupted."""
    if arguments.port > PORTS:
        raise UsageError(f"--port: {arguments.port} is no port; give one up to {PORTS}")
    opening = local.Opening(arguments.ledger, arguments.author, arguments.port, not arguments.no_open)
    local.run(opening, lambda address: say(f"Review {arguments.ledger} at {address}\nCtrl+C ends it."))
    return 0


def say(text: str) -> None:
    """Print at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
