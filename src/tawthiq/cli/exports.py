"""The options of `export`."""

from tawthiq.cli.lookers import wanted_options
from tawthiq.cli.options import KEEP_LINES, Commands, ledger_option
from tawthiq.exporters import EXPORTERS

CODEBOOKS = ("airwars", "ibc", "ucdp", "acled")
TABLES = ("incidents", "claims", "reports", "victims")
LANGUAGES = ("en", "ar")
_FORMATS = "\n".join(f"  {name:<15} {exporter.says}" for name, exporter in EXPORTERS.items())
_EXPORT = f"""\
formats:
{_FORMATS}

examples:
  tawthiq export csv --output incidents.csv
  tawthiq export csv --table claims --place إدلب --since 2019-05-01 --output claims.csv
  tawthiq export report --language ar --since 2019-07-01 --until 2019-07-31 --output july.html
  tawthiq export bundle --place YE --output yemen.zip
  tawthiq export csv --public --grade fair --output public.csv

Incidents are chosen as with `tawthiq incidents`. The same ledger gives the same bytes. Each
file says by which codebook its figures are, how sure each incident is, and which version
wrote it. What each format holds, and what --public leaves out, is in docs/exports.md.

exit status: 0 written, 2 the ledger or a library cannot be used, or the options are wrong.
"""


def add_exports(commands: Commands) -> None:
    """`export`."""
    export = commands.add_parser(
        "export", help="incidents in the formats of the field's other tools", formatter_class=KEEP_LINES,
        description="Write the incidents of the ledger in a format.", epilog=_EXPORT,
    )  # fmt: skip
    export.add_argument("format", metavar="FORMAT", choices=EXPORTERS, help="one of the formats below")
    wanted_options(export)
    export.add_argument("--codebook", choices=CODEBOOKS,
                        help="whose rules the figures follow, where there is a choice (default: airwars)")  # fmt: skip
    export.add_argument("--table", choices=TABLES, default="incidents",
                        help="what a row is in csv and parquet (default: incidents)")  # fmt: skip
    export.add_argument("--language", choices=LANGUAGES, default="en", help="of the report (default: en)")
    export.add_argument("--public", action="store_true",
                        help="leave out names, quotations and exact positions, for publication")  # fmt: skip
    export.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")
    ledger_option(export)
    export.set_defaults(run="tawthiq.cli.exporting:export")
