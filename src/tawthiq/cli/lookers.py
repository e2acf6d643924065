"""The options of the commands that look at incidents and at who is named in them."""

import argparse

from tawthiq.cli.options import KEEP_LINES, Commands, count, ledger_option
from tawthiq.contract import GRADES

_INCIDENTS = """\
examples:
  tawthiq incidents
  tawthiq incidents --place إدلب --since 2019-05-01 --until 2019-08-31 --killed 10
  tawthiq incidents --text "سوق شعبي" --grade fair
  tawthiq incidents --actor russia --event airstrike --format json > incidents.json

Reports of one incident are one row: its toll is the range of what credible local sources
say (Airwars' rule; `tawthiq show` has the other codebooks), ≥ says that it may be more.

exit status: 0 listed, 2 the ledger cannot be used.
"""
_SHOW = """\
examples:
  tawthiq show i5f7a          the beginning of an id is enough
  tawthiq show i5f7a --why    what became of each figure under each codebook, and why
  tawthiq show i5f7a --format json

exit status: 0 shown, 2 there is no such incident or the ledger cannot be used.
"""
_NAMES = """\
examples:
  tawthiq names
  tawthiq names --name "سامر رباح"             in any spelling, also in Latin letters
  tawthiq names --doubtful --why              who may be the same as somebody else, and why
  tawthiq names --place إدلب --since 2019-05-01 --format jsonl

Each person stands with the reports that name them and every spelling. Nobody is taken for one with
somebody named in another incident before a person says so: `tawthiq same-person`, `tawthiq other-person`.
Names put people at risk: keep this list to yourself.

exit status: 0 listed, 2 the ledger cannot be used.
"""


def add_lookers(commands: Commands) -> None:
    """`incidents`, `show` and `names`."""
    _incidents(commands)
    _show(commands)
    _names(commands)


def wanted_options(command: argparse.ArgumentParser) -> None:
    """Which incidents: what `looking.wanted` takes."""
    command.add_argument(
        "--place",
        metavar="NAME",
        help="a piece of a place's name in any spelling, its province or country, or a country's code",
    )
    command.add_argument("--since", metavar="DATE", help="on this day (YYYY-MM-DD) or later")
    command.add_argument("--until", metavar="DATE", help="on this day (YYYY-MM-DD) or earlier")
    command.add_argument("--actor", metavar="ID", help="an alleged doer, by id, such as russia")
    command.add_argument("--event", metavar="TYPE", help="what happened, by event type, such as airstrike")
    command.add_argument("--grade", choices=GRADES, help="how sure it is")
    command.add_argument("--killed", metavar="N", type=count, help="with a highest toll of at least so many killed")
    command.add_argument("--text", metavar="WORDS", help="with a report that holds all these words")
    command.add_argument("--most", metavar="N", type=count, help="the first N")


def _incidents(commands: Commands) -> None:
    incidents = commands.add_parser(
        "incidents", help="the incidents that the reports tell of, with their tolls", formatter_class=KEEP_LINES,
        description="List the incidents of the ledger, the earliest first.", epilog=_INCIDENTS,
    )  # fmt: skip
    wanted_options(incidents)
    incidents.add_argument("--format", choices=("table", "json", "jsonl"), default="table",
                           help="how to print (default: table)")  # fmt: skip
    ledger_option(incidents)
    incidents.set_defaults(run="tawthiq.cli.looking:incidents")


def _show(commands: Commands) -> None:
    show = commands.add_parser(
        "show", formatter_class=KEEP_LINES, help="one incident: who says how many, and every claim with its quote",
        description="Show one incident with everything behind it.", epilog=_SHOW,
    )  # fmt: skip
    show.add_argument("id", metavar="ID", help="the incident, or the beginning of its id")
    show.add_argument("--why", action="store_true", help="what became of each figure, and why each claim is in it")
    show.add_argument("--format", choices=("table", "json"), default="table", help="how to print (default: table)")
    ledger_option(show)
    show.set_defaults(run="tawthiq.cli.looking:show")


def _names(commands: Commands) -> None:
    names = commands.add_parser(
        "names", help="the victims who are named, by whom, and what is in doubt", formatter_class=KEEP_LINES,
        description="List the persons whom the reports of incidents name, incident by incident.", epilog=_NAMES,
    )  # fmt: skip
    names.add_argument("--name", metavar="WORDS", help="with all these words in their name, in any spelling")
    names.add_argument("--doubtful", action="store_true", help="those who may be the same as somebody else")
    wanted_options(names)
    names.add_argument("--why", action="store_true", help="why namings are of one person, or may be")
    names.add_argument("--format", choices=("table", "json", "jsonl"), default="table",
                       help="how to print (default: table)")  # fmt: skip
    ledger_option(names)
    names.set_defaults(run="tawthiq.cli.looking:names")
