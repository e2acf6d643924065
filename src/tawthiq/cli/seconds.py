"""The options of the commands of the second reading."""

import argparse

from tawthiq.cli.lookers import wanted_options
from tawthiq.cli.options import KEEP_LINES, Commands, author_option, ledger_option
from tawthiq.judging import VERDICTS

_SECOND = """\
examples:
  tawthiq second draw --reader rima --share 10      a tenth of what others decided about
  tawthiq second draw --reader rima --number 50 --place إدلب
  tawthiq second next --as rima                     the next claim for her, as it was read
  tawthiq second read report-17:c2 accept --as rima
  tawthiq second read report-17:c2 correct count=30-35 --as rima
  tawthiq second agreement                          how far both agree, and where not
  tawthiq second settle report-17:c2 second         her reading holds

The reader is not shown what others decided. Drawing again draws the same claims first, so a
larger share adds to a smaller one. `tawthiq undo` takes a sample or a reading back.

exit status: 0 done, 2 there is nothing to draw or to read, or the ledger cannot be used.
"""


def add_seconds(commands: Commands) -> None:
    """`second`."""
    second = commands.add_parser(
        "second", help="a second, blind reading of a sample, and how far both agree", formatter_class=KEEP_LINES,
        description="Have a sample of decided claims read by a second person, who does not see the decisions.",
        epilog=_SECOND,
    )  # fmt: skip
    actions = second.add_subparsers(title="actions", metavar="ACTION", required=True)
    draw = _action(actions, "draw", "draw a sample for a reader")
    draw.add_argument("--reader", metavar="NAME", required=True, help="who reads it: a name as in --as, or an account")
    size = draw.add_mutually_exclusive_group(required=True)
    size.add_argument("--share", metavar="PERCENT", type=_percent, help="so many of a hundred claims")
    size.add_argument("--number", metavar="N", type=_number, help="so many claims")
    wanted_options(draw)
    author_option(draw)
    author_option(_action(actions, "next", "the next claim that waits for --as"))
    read = _action(actions, "read", "read a claim second")
    read.add_argument("claim", metavar="CLAIM", help="the claim, by id")
    read.add_argument("verdict", choices=VERDICTS, help="what it is")
    read.add_argument("values", metavar="FIELD=VALUE", nargs="*", help="with correct: what it should read")
    read.add_argument("--note", metavar="TEXT", default="", help="why")
    author_option(read)
    agreement = _action(actions, "agreement", "samples, agreement and differences")
    agreement.add_argument("--format", choices=("table", "json"), default="table",
                           help="how to print (default: table)")  # fmt: skip
    settle = _action(actions, "settle", "let one of two readings that differ hold")
    settle.add_argument("claim", metavar="CLAIM", help="the claim, by id")
    settle.add_argument("which", choices=("first", "second"), help="whose reading")
    settle.add_argument("--note", metavar="TEXT", default="", help="why")
    author_option(settle)


def _action(actions: Commands, name: str, text: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=text, description=f"{text.capitalize()}.")
    ledger_option(action)
    action.set_defaults(run=f"tawthiq.cli.second:{'next_' if name == 'next' else name}")
    return action


def _percent(text: str) -> float:
    return float(text.removesuffix("%"))


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_percent.__name__, _number.__name__ = "percent", "number"
