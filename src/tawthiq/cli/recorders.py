"""The options of the commands that fill, check and renew the ledger."""

from tawthiq.cli.options import (
    KEEP_LINES,
    Commands,
    access_option,
    author_option,
    jobs_option,
    ledger_option,
    roots_option,
)

_ADD = """\
examples:
  tawthiq add report.txt --published 2016-09-24
  tawthiq add reports/ --jobs 0
  tawthiq add https://example.org/news/7
  tawthiq add reports.jsonl --ledger postgresql://tawthiq@localhost/tawthiq
  tawthiq add reports/ --format jsonl            one line a report, once it is kept

A PATH is what `tawthiq read` takes. Adding a report again changes nothing. The run may be
ended at any moment: what was told to be added is kept, and running it again goes on.

exit status: 0 all was added or known, 2 something could not be read (it is recorded as
failed with its reason, the rest is added) or the ledger cannot be used, 130 interrupted.
"""
_WATCH = """\
examples:
  tawthiq watch feeds.toml
  */20 * * * *  tawthiq watch feeds.toml --once     (a line for cron)

FILE names what to look at:
  every = 20                            # minutes between two looks
  [[feed]]
  url = "https://example.org/rss.xml"   # RSS or Atom; its links are visited
  [[folder]]
  path = "incoming"                     # files that are put there

Nothing is added twice. The run may be ended at any moment and goes on when run again.

exit status: 0 all was looked at, 2 something could not be fetched or read (it is named),
130 interrupted.
"""
_VERIFY = """\
examples:
  tawthiq verify
  tawthiq verify --expect 41 315d6dc06788b4ce48f8d38e3ed40f060631e0af46f868a16fe6689d5f537118
  tawthiq verify --roots roots.pem       the signatures of timestamps too

Re-hashes every original, every record and every entry of the log, and names the first
that does not fit. It prints the number and hash of the last entry: keep them elsewhere,
and --expect tells later whether the log up to there is still the same.

exit status: 0 all fits, 1 something does not, 2 the ledger cannot be used.
"""


_REREAD = """\
examples:
  tawthiq reread                 after an upgrade, or after `tawthiq places install`
  tawthiq reread --format jsonl > changes.jsonl

Reads again what another version read. What it finds supersedes what was found, which
stays in the ledger; a claim of the same figure at the same place keeps its id and what
people decided about it. The run may be ended at any moment and goes on when run again.

exit status: 0 all was read, 2 the ledger cannot be used, 130 interrupted.
"""


def add_recorders(commands: Commands) -> None:
    """`add`, `watch`, `reread` and `verify`."""
    _add(commands)
    _watch(commands)
    _reread(commands)
    _verify(commands)


def _reread(commands: Commands) -> None:
    reread = commands.add_parser(
        "reread", help="read again, after an upgrade, what is in the ledger", formatter_class=KEEP_LINES,
        description="Read the reports of the ledger again and show what changed.", epilog=_REREAD,
    )  # fmt: skip
    reread.add_argument("--all", action="store_true", help="also what this very version read")
    reread.add_argument("--format", choices=("table", "jsonl"), default="table", help="how to print (default: table)")
    jobs_option(reread)
    ledger_option(reread)
    author_option(reread)
    reread.set_defaults(run="tawthiq.cli.recording:reread")


def _add(commands: Commands) -> None:
    add = commands.add_parser(
        "add", help="read reports into the ledger", formatter_class=KEEP_LINES,
        description="Read reports and record them, with their claims, in the ledger.", epilog=_ADD,
    )  # fmt: skip
    add.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, an address, or - for standard input")
    add.add_argument(
        "--published", metavar="DATE",
        help="publication date (YYYY-MM-DD) of texts and pages, and of rows of a table that have none",
    )  # fmt: skip
    add.add_argument("--format", choices=("table", "jsonl"), default="table", help="how to print (default: table)")
    access_option(add)
    jobs_option(add)
    ledger_option(add)
    author_option(add)
    add.set_defaults(run="tawthiq.cli.recording:add")


def _watch(commands: Commands) -> None:
    watch = commands.add_parser(
        "watch", help="look at feeds, channels and folders again and again", formatter_class=KEEP_LINES,
        description="Add to the ledger what is new in feeds, channels and folders.", epilog=_WATCH,
    )  # fmt: skip
    watch.add_argument("file", metavar="FILE", help="what to watch (.toml)")
    watch.add_argument("--once", action="store_true", help="look once and end, for cron")
    watch.add_argument("--format", choices=("table", "jsonl"), default="table", help="how to print (default: table)")
    access_option(watch)
    ledger_option(watch)
    author_option(watch)
    watch.set_defaults(run="tawthiq.cli.watching:watch")


def _verify(commands: Commands) -> None:
    verify = commands.add_parser(
        "verify", help="check every original, record and log entry of the ledger", formatter_class=KEEP_LINES,
        description="Check that the ledger is as it was written.", epilog=_VERIFY,
    )  # fmt: skip
    verify.add_argument("--expect", nargs=2, metavar=("NUMBER", "HASH"), help="an entry that must be in the log")
    roots_option(verify)
    verify.add_argument("--format", choices=("table", "json"), default="table", help="how to print (default: table)")
    ledger_option(verify)
    verify.set_defaults(run="tawthiq.cli.recording:verify")
