"""What the options of several commands share."""

import argparse
import os
import sys
from typing import NoReturn, TypeAlias

from tawthiq.sources.access import Access

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
KEEP_LINES = argparse.RawDescriptionHelpFormatter
LEDGER = "tawthiq.db"
FORMATS = ("table", "jsonl", "json", "csv")


class Parser(argparse.ArgumentParser):
    """A mistake in the options is told with where they are explained."""

    def error(self, message: str) -> NoReturn:
        """Usage and the mistake on standard error; exit status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n`{self.prog} --help` explains the options\n")


def ledger_option(command: argparse.ArgumentParser) -> None:
    """`--ledger`, with what TAWTHIQ_LEDGER says as its default."""
    command.add_argument(
        "--ledger", metavar="LEDGER", default=os.environ.get("TAWTHIQ_LEDGER") or LEDGER,
        help="a file, or postgresql://user@host/database (default: $TAWTHIQ_LEDGER or tawthiq.db)",
    )  # fmt: skip


def author_option(command: argparse.ArgumentParser) -> None:
    """`--as`, the name that the log keeps, with what TAWTHIQ_NAME or the system says as its default."""
    known = (os.environ.get(name) for name in ("TAWTHIQ_NAME", "USER", "LOGNAME", "USERNAME"))
    command.add_argument(
        "--as", dest="author", metavar="NAME", default=next(filter(None, known), "unknown"),
        help="the name that the log keeps (default: $TAWTHIQ_NAME or your account's)",
    )  # fmt: skip


def access_option(command: argparse.ArgumentParser) -> None:
    """`--allow-private`."""
    command.add_argument(
        "--allow-private", action="store_true", help="visit also addresses of this machine and of private networks"
    )


def access_of(arguments: argparse.Namespace) -> Access:
    """How addresses are visited."""
    return Access(private=arguments.allow_private, contact=os.environ.get("TAWTHIQ_CONTACT") or None)


def jobs_option(command: argparse.ArgumentParser) -> None:
    """`--jobs`."""
    command.add_argument("--jobs", metavar="N", type=jobs, default=1, help="processes; 0 for all cores (default: 1)")


def count(value: str) -> int:
    """A number that is not negative."""
    number = int(value)
    if number < 0:
        raise ValueError
    return number


def jobs(value: str) -> int:
    """A number of processes."""
    number = count(value)
    if number > 512:
        raise argparse.ArgumentTypeError("at most 512 processes")
    return number


count.__name__ = jobs.__name__ = "number"
