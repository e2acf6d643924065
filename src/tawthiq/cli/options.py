"""What the options of several commands share."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn, TypeAlias

from tawthiq.errors import meant
from tawthiq.sources.access import Access

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
LEDGER = "tawthiq.db"
FORMATS = ("table", "jsonl", "json", "csv")
# What --roots calls, by name, since its libraries need not be there.
UNSIGNED = "tawthiq.cli.stamping:unsigned"


class _KeepLines(argparse.RawDescriptionHelpFormatter):
    """Examples keep their lines, and each command stands on one line with what it does."""

    def add_argument(self, action: argparse.Action) -> None:
        """Takes an option or a list of commands in, with the indent of the latter, which argparse forgets."""
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):
            self._action_max_length += self._indent_increment


KEEP_LINES = _KeepLines


class Parser(argparse.ArgumentParser):
    """A mistake in the options is told with what may have been meant, and where they are explained."""

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """The options. Ends the program where one is wrong."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            known = [option for parser in self._parsers() for option in parser._option_string_actions]
            named = ((word, word.partition("=")[0]) for word in unknown)
            told = (word if name in known else f"{word}{meant(name, known)}" for word, name in named)
            self.error(f"unrecognized arguments: {' '.join(told)}")
        return found

    def _parsers(self) -> Iterator[argparse.ArgumentParser]:
        yield self
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                for command in action.choices.values():
                    yield from command._parsers()

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        # As argparse itself does from Python 3.14 on: one name that is near says more than twenty that are not.
        if action.choices is not None and value not in action.choices:
            names = [str(choice) for choice in action.choices]
            listed = f" (choose from {', '.join(names)})"
            raise argparse.ArgumentError(action, f"invalid choice: {value}{meant(str(value), names) or listed}")

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


def roots_option(command: argparse.ArgumentParser) -> None:
    """`--roots`, of the commands that check timestamps which are kept."""
    command.add_argument(
        "--roots",
        metavar="FILE",
        help="check the signatures of timestamps too: they must lead to these certificates (PEM)",
    )


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
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f"{value!r} is no whole number; give 0 or more")
    return int(value)


def jobs(value: str) -> int:
    """A number of processes."""
    number = count(value)
    if number > 512:
        raise argparse.ArgumentTypeError("at most 512 processes")
    return number
