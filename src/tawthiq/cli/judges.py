"""The options of the commands by which people decide."""

import argparse

from tawthiq.cli.options import KEEP_LINES, Commands, author_option, ledger_option

_MERGE = """\
example:
  tawthiq merge i5f7a i90c2 --note "the same strike, told a day later"

The first incident keeps its id. The decision holds whatever is added or read again later.
"""
_SPLIT = """\
examples:
  tawthiq split i5f7a report-17               all claims of a report
  tawthiq split i5f7a report-17:c2 report-17:c3

What is named tells of another incident than the rest, which keeps the id.
"""
_ACCEPT = """\
examples:
  tawthiq accept report-17:c2
  tawthiq accept report-17 --note "checked against the hospital's list"
"""
_REJECT = """\
example:
  tawthiq reject report-17:c2 --note "the age of the victim, not a toll"

A rejected claim stays, is shown as rejected, and counts for nothing.
"""
_CORRECT = """\
examples:
  tawthiq correct report-17:c2 count=30-35
  tawthiq correct report-17:c2 "count=>=12" group=child
  tawthiq correct report-17:c2 place=دوما,SY time=2018-04-07
  tawthiq correct report-17:c2 "place=سوق الخضار, SY, 35.93, 36.63" event=airstrike actors=russia,syrian_government

FIELD is outcome, count, group, event, actors, place, time (DATE or DATE..DATE), status or
cumulative (true, false). The claim as it was read stays beneath.
"""
_SAME_PERSON = """\
examples:
  tawthiq names --doubtful                       who may be the same as somebody else, and why
  tawthiq same-person report-17:v2 report-40:v1
  tawthiq same-person report-17:v2 report-40:v1 --note "the family says so"

A NAME is the id of a naming in `tawthiq names` or `tawthiq show`. The reports may tell of different
incidents, which stay two; their tolls stay as they are.
"""
_OTHER_PERSON = """\
example:
  tawthiq other-person report-17:v2 report-40:v1 --note "two cousins of one name"

The first is another person than each of the others.
"""
_UNDO = """\
examples:
  tawthiq undo             take the latest decision back
  tawthiq undo j14a805     take this one back; undoing an undo brings it back
  tawthiq undo --list      every decision, and whether it holds
"""


def add_judges(commands: Commands) -> None:
    """`merge`, `split`, `accept`, `reject`, `correct`, `same-person`, `other-person` and `undo`."""
    merge = _judge(commands, "merge", "incidents are one and the same", _MERGE)
    merge.add_argument("incidents", metavar="INCIDENT", nargs="+", help="two or more, by id")
    split = _judge(commands, "split", "some claims tell of another incident", _SPLIT)
    split.add_argument("incident", metavar="INCIDENT", help="the incident, by id")
    split.add_argument("claims", metavar="CLAIM", nargs="+", help="claims, or reports for all their claims")
    for name, text, epilog in (("accept", "claims are checked and right", _ACCEPT),
                               ("reject", "claims count for nothing", _REJECT)):  # fmt: skip
        command = _judge(commands, name, text, epilog)
        command.add_argument("claims", metavar="CLAIM", nargs="+", help="claims, or reports for all their claims")
    correct = _judge(commands, "correct", "a claim should read otherwise", _CORRECT)
    correct.add_argument("claim", metavar="CLAIM", help="the claim, by id")
    correct.add_argument("values", metavar="FIELD=VALUE", nargs="+", help="what it should read")
    for name, text, epilog in (("same-person", "victims named here and there are one person", _SAME_PERSON),
                               ("other-person", "victims named alike are not one person", _OTHER_PERSON)):  # fmt: skip
        command = _judge(commands, name, text, epilog)
        command.add_argument("names", metavar="NAME", nargs="+", help="two or more namings, by id")
    undo = _judge(commands, "undo", "take a decision back", _UNDO)
    undo.add_argument("judgement", metavar="JUDGEMENT", nargs="?", help="its id (default: the latest that holds)")
    undo.add_argument("--list", action="store_true", help="list every decision instead")


def _judge(commands: Commands, name: str, text: str, epilog: str) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=text, formatter_class=KEEP_LINES, epilog=epilog,
        description=f"Record the decision: {text}." if name != "undo" else "Take a decision back; it stays in the log.",
    )  # fmt: skip
    command.add_argument("--note", metavar="TEXT", default="", help="why")
    ledger_option(command)
    author_option(command)
    command.set_defaults(run=f"tawthiq.cli.judging:{name.replace('-', '_')}")
    return command
