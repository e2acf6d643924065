"""What the commands do that have collections of reports."""

import argparse
import sys

from tawthiq.cli.display import clean, isolate
from tawthiq.ledger.access import FIELDS, Collection, Rule
from tawthiq.operations import access
from tawthiq.plurals import counted


def add(arguments: argparse.Namespace) -> int:
    """`tawthiq collection add`."""
    rules = [Rule(field, value) for field in FIELDS for value in getattr(arguments, field)]
    return _say(_line(access.add(arguments.ledger, arguments.name, rules)))


def let(arguments: argparse.Namespace) -> int:
    """`tawthiq collection let`."""
    access.let(arguments.ledger, arguments.name, arguments.account, reviews=arguments.may == "review")
    return _say(f"{isolate(clean(arguments.name))}: {isolate(arguments.account)} may {arguments.may}")


def refuse(arguments: argparse.Namespace) -> int:
    """`tawthiq collection refuse`."""
    access.refuse(arguments.ledger, arguments.name, arguments.account)
    return _say(f"{isolate(clean(arguments.name))}: {isolate(arguments.account)} may see it no longer")


def remove(arguments: argparse.Namespace) -> int:
    """`tawthiq collection remove`."""
    access.remove(arguments.ledger, arguments.name)
    return _say(f"{isolate(clean(arguments.name))}: removed; its reports stay")


def list_(arguments: argparse.Namespace) -> int:
    """`tawthiq collection list`."""
    found = access.collections(arguments.ledger)
    for one in found:
        _say(_line(one))
        for rule in one.rules:
            _say(f"  {rule.field} {isolate(clean(rule.value))}")
        for member in one.members:
            _say(f"  {isolate(member.account)} may {'review' if member.reviews else 'see'}")
    return 0 if found else _say("no collections: every account may see every report")


def _line(one: Collection) -> str:
    return f"{isolate(clean(one.name))}: {counted(one.reports, 'report')}"


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return 0
