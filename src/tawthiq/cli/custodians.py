"""The options of `custody` and `timestamp`."""

from tawthiq.cli.options import KEEP_LINES, Commands, access_option, author_option, ledger_option, roots_option

_CUSTODY = """\
examples:
  tawthiq custody report.txt            a report's id, or the beginning of it; a claim's id names its report
  tawthiq custody 5f2ab1c9              the beginning of the SHA-256 of its original
  tawthiq custody report.txt --format json > custody.json
  tawthiq custody report.txt --original report.warc.gz
  tawthiq custody report.txt --roots roots.pem      check the signatures of its timestamps too

Who added the report, when, from where and how it was come by, the SHA-256 of its bytes
and of its text, everything that was done with it since, and whether all of that fits.

exit status: 0 all fits, 1 something does not, 2 there is no such report or the ledger cannot be used.
"""
_TIMESTAMP = """\
examples:
  tawthiq timestamp https://tsa.example.org
  tawthiq timestamp https://tsa.example.org --roots roots.pem

Sends the hash of the log's last entry to the authority, and nothing else, and keeps its
signed answer (RFC 3161): proof that everything in the ledger was there at that time.

exit status: 0 stamped, 2 the authority gave no proper answer or the ledger cannot be used.
"""


def add_custodians(commands: Commands) -> None:
    """`custody` and `timestamp`."""
    custody = commands.add_parser(
        "custody", help="the chain of custody of a report", formatter_class=KEEP_LINES,
        description="Show where a report came from and all that was done with it.", epilog=_CUSTODY,
    )  # fmt: skip
    custody.add_argument("id", metavar="ID", help="a report, a claim, or the SHA-256 of an original")
    custody.add_argument("--original", metavar="FILE", help="write the original to a file as well, byte for byte")
    roots_option(custody)
    custody.add_argument("--format", choices=("table", "json"), default="table", help="how to print (default: table)")
    ledger_option(custody)
    custody.set_defaults(run="tawthiq.cli.custody:show")
    timestamp = commands.add_parser(
        "timestamp", help="have an authority sign that the ledger is there now", formatter_class=KEEP_LINES,
        description="Keep the timestamp of an authority for all that the ledger holds.", epilog=_TIMESTAMP,
    )  # fmt: skip
    timestamp.add_argument("authority", metavar="AUTHORITY", help="its address")
    timestamp.add_argument("--roots", metavar="FILE", help="certificates (PEM) that its signature must lead to")
    access_option(timestamp)
    ledger_option(timestamp)
    author_option(timestamp)
    timestamp.set_defaults(run="tawthiq.cli.stamping:timestamp")
