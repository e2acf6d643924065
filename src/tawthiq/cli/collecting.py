"""The options of the commands that have collections of reports."""

import argparse

from tawthiq.cli.options import KEEP_LINES, Commands, ledger_option

_COLLECTION = """\
examples:
  tawthiq collection add idlib --origin reports/idlib/ --outlet "وكالة الفجر"
  tawthiq collection let idlib rima review
  tawthiq collection let idlib walid see
  tawthiq collection list

Reports that a collection holds, also those that are added later, are for the accounts that
were let in to it, and for admins; what no collection holds is for everybody. An incident is for
whoever may see all its reports. This is for `tawthiq serve`: who can open the ledger itself
sees all of it.
"""


def add_collections(commands: Commands) -> None:
    """`collection`."""
    collection = commands.add_parser(
        "collection", help="which accounts of a team may see or review which reports", formatter_class=KEEP_LINES,
        description="Collections of reports, and which accounts may see or review each.", epilog=_COLLECTION,
    )  # fmt: skip
    actions = collection.add_subparsers(title="actions", metavar="ACTION", required=True)
    add = _action(actions, "add", "make a collection, or let it hold more")
    for name, meta, text in (
        ("report", "ID", "this report"), ("outlet", "NAME", "the reports of this outlet"),
        ("origin", "BEGINNING", "the reports whose file or address begins so"),
    ):  # fmt: skip
        add.add_argument(f"--{name}", metavar=meta, action="append", default=[], help=f"{text}; may be given again")
    let = _action(actions, "let", "let an account in")
    refuse = _action(actions, "refuse", "let an account in no longer")
    for action in (let, refuse):
        action.add_argument("account", metavar="ACCOUNT", help="the account")
    let.add_argument("may", choices=("see", "review"), help="look only, or decide as its role may")
    _action(actions, "remove", "take a collection away; its reports stay")
    listing = actions.add_parser("list", help="name all collections", description="Name all collections.")
    ledger_option(listing)
    listing.set_defaults(run="tawthiq.cli.access:list_")


def _action(actions: Commands, name: str, text: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=text, description=f"{text.capitalize()}.")
    action.add_argument("name", metavar="NAME", help="the collection")
    ledger_option(action)
    action.set_defaults(run=f"tawthiq.cli.access:{name}")
    return action
