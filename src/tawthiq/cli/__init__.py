"""The command line."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO, cast

from tawthiq.cli.arguments import parser
from tawthiq.errors import TawthiqError
from tawthiq.sources.loading import loaded

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status: 0, 1 (below a floor), 2 (bad input or options), 130, 141."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    if not (sys.argv[1:] if argv is None else argv):
        parser().print_help(sys.stderr)
        return 2
    arguments = parser().parse_args(argv)
    try:
        status = command(arguments.run, arguments.command)(arguments)
        sys.stdout.flush()
    except TawthiqError as error:
        sys.stderr.write(f"tawthiq: {error}\n")
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What reads our output has enough; the rest goes nowhere, so that closing it complains of nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        sys.stderr.write(f"tawthiq: cannot write ({error.strerror or error}); make room or choose another --output\n")
        return 2
    return status


def command(name: str, called: str = "this command") -> Callable[[argparse.Namespace], int]:
    """The function that a command names as «module:function». Raises MissingExtra."""
    return cast("Callable[[argparse.Namespace], int]", loaded(name, called))


def _speak_utf8(stream: TextIO) -> None:
    """Arabic is printed whatever the locale; a lone surrogate as its JSON escape."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
