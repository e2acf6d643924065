"""What the commands do that have the accounts of a team."""

import argparse
import sys
from getpass import getpass
from pathlib import Path

from tawthiq.errors import UsageError, reason
from tawthiq.operations import team


def add(arguments: argparse.Namespace) -> int:
    """`tawthiq account add`."""
    account = team.add(arguments.ledger, arguments.name, _password(arguments), arguments.role)
    return _say(f"{account.name}: {account.role}")


def role(arguments: argparse.Namespace) -> int:
    """`tawthiq account role`."""
    account = team.change(arguments.ledger, arguments.name, role=arguments.role)
    return _say(f"{account.name}: {account.role}; signed out everywhere")


def password(arguments: argparse.Namespace) -> int:
    """`tawthiq account password`."""
    account = team.change(arguments.ledger, arguments.name, password=_password(arguments))
    return _say(f"{account.name}: has another password; signed out everywhere")


def codes(arguments: argparse.Namespace) -> int:
    """`tawthiq account codes`."""
    return _say(team.with_codes(arguments.ledger, arguments.name))


def token(arguments: argparse.Namespace) -> int:
    """`tawthiq account token`."""
    return _say(team.new_token(arguments.ledger, arguments.name, arguments.label))


def remove(arguments: argparse.Namespace) -> int:
    """`tawthiq account remove`."""
    team.remove(arguments.ledger, arguments.name)
    return _say(f"{arguments.name}: removed; what it decided stays")


def list_(arguments: argparse.Namespace) -> int:
    """`tawthiq account list`."""
    accounts = team.accounts(arguments.ledger)
    if not accounts:
        _say("no accounts; `tawthiq account add NAME --role admin` makes the first one")
    for account in accounts:
        _say(f"{account.name}: {account.role}{', with time codes' if account.secret else ''}")
    return 0


def _password(arguments: argparse.Namespace) -> str:
    """The password, read from a file or asked for twice."""
    if arguments.password_file:
        try:
            text = Path(arguments.password_file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"--password-file: {arguments.password_file} cannot be read ({reason(error)})") from error
        return text.partition("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise UsageError("account: there is no terminal to ask for a password at; give --password-file FILE")
    first = getpass("Password: ")
    if getpass("Again: ") != first:
        raise UsageError("account: the two passwords are not the same")
    return first


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return 0
