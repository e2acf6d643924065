"""What the command does that serves a team."""

import argparse

from tawthiq.cli.serving import PORTS, say
from tawthiq.errors import UsageError
from tawthiq.web import team


def serve(arguments: argparse.Namespace) -> int:
    """`tawthiq serve`: until interrupted."""
    if not 0 < arguments.port <= PORTS:
        raise UsageError(f"--port: {arguments.port} is no port; give one up to {PORTS}")
    serving = team.Serving(arguments.ledger, arguments.host, arguments.port, arguments.behind_https)
    team.run(serving, lambda address: say(f"Serving {arguments.ledger} at {address}\nCtrl+C ends it."))
    return 0
