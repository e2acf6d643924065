"""The commands and their options.

A command names its function, «module:function», and does not import it: `tawthiq read`
starts without the libraries of databases. `cli.main` imports what is asked for.
"""

import argparse

from tawthiq import __version__
from tawthiq.cli.collecting import add_collections
from tawthiq.cli.completion import SHELLS
from tawthiq.cli.custodians import add_custodians
from tawthiq.cli.exports import add_exports
from tawthiq.cli.imports import add_imports
from tawthiq.cli.judges import add_judges
from tawthiq.cli.lookers import add_lookers
from tawthiq.cli.options import FORMATS, KEEP_LINES, Commands, Parser, access_option, count, jobs
from tawthiq.cli.recorders import add_recorders
from tawthiq.cli.seconds import add_seconds
from tawthiq.cli.servers import add_servers

_READ = """\
examples:
  tawthiq read report.txt --published 2016-09-24
  tawthiq read reports/ --format jsonl --output claims.jsonl
  tawthiq read page.html --why
  tawthiq read https://example.org/news/7
  cat report.txt | tawthiq read - --format csv

A PATH is a text file (.txt), a page (.html .htm), a table of reports (.json .jsonl .csv
.xlsx .parquet with a text and, where known, id title url outlet published), an export of
Telegram (result.json), a web archive (.warc .wacz), a folder of such files, the address of
a page or of a Telegram channel (https://t.me/s/NAME), or - for standard input.

exit status: 0 all was read, 2 something could not be read or the options are wrong
(it is named on standard error, the rest is read), 130 interrupted.
"""
_EVALUATE = """\
examples:
  tawthiq evaluate gold/docs.json gold/gold.json
  tawthiq evaluate docs.json gold.json --errors 20
  tawthiq evaluate docs.json gold.json --floor found=0.9 --floor whole=0.6
  tawthiq evaluate docs.json gold.json --incidents incidents.json --floor grouping=0.9

exit status: 0 scored, 1 a figure is below its floor, 2 a file could not be read.
"""
_PLACES = """\
examples:
  tawthiq places install SY                 fetch the country's list and compile it
  tawthiq places install SY --from SY.zip   the same from a file, offline
  tawthiq places add villages.csv           your own list (CSV, GeoJSON, P-code sheets)
  tawthiq places list                       what is installed
"""
_COMPLETION = """\
examples:
  eval "$(tawthiq completion bash)"       in ~/.bashrc
  eval "$(tawthiq completion zsh)"        in ~/.zshrc
  tawthiq completion fish | source        in ~/.config/fish/config.fish
"""
_TOP = """\
examples:
  tawthiq read examples/
  tawthiq read report.txt --published 2016-09-24 --why
  tawthiq add examples/
  tawthiq incidents --place إدلب
  tawthiq export csv --output incidents.csv
  tawthiq review
  tawthiq verify
  tawthiq evaluate gold/docs.json gold/gold.json
  tawthiq places install SY

`tawthiq COMMAND --help` says more of a command.
"""

_COMMANDS = "tawthiq.cli.commands:"
_PACKS = "tawthiq.cli.packs:"


def parser() -> argparse.ArgumentParser:
    """The whole command line. Each command sets `run`, the name of a function of the parsed arguments."""
    top = Parser(
        prog="tawthiq", formatter_class=KEEP_LINES, epilog=_TOP,
        description="Reads Arabic reports of armed conflict into attributed casualty claims.",
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"tawthiq {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    _add_read(commands)
    add_recorders(commands)
    add_lookers(commands)
    add_judges(commands)
    add_seconds(commands)
    add_custodians(commands)
    add_exports(commands)
    add_imports(commands)
    add_servers(commands)
    add_collections(commands)
    _add_evaluate(commands)
    _add_places(commands)
    completion = commands.add_parser(
        "completion", help="print a completion script for a shell", formatter_class=KEEP_LINES,
        description="Print a script by which a shell completes commands and options.", epilog=_COMPLETION,
    )  # fmt: skip
    completion.add_argument("shell", choices=SHELLS, help="the shell")
    completion.set_defaults(run=_COMMANDS + "complete")
    return top


def _add_read(commands: Commands) -> None:
    read_ = commands.add_parser(
        "read", help="what reports say: every harm claim with who says it", formatter_class=KEEP_LINES,
        description="Print every harm claim of the reports.", epilog=_READ,
    )  # fmt: skip
    read_.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, an address, or - for standard input")
    read_.add_argument(
        "--published",
        metavar="DATE",
        help="publication date (YYYY-MM-DD) of texts and pages, and of rows of a table that have none",
    )
    read_.add_argument("--format", choices=FORMATS, default="table", help="how to print (default: table)")
    read_.add_argument("--why", action="store_true", help="show what made each claim, and what was set aside and why")
    read_.add_argument("--marks", action="store_true", help="print also the numbers, dates, places … below the claims")
    read_.add_argument("--jobs", metavar="N", type=jobs, default=1, help="processes; 0 for all cores (default: 1)")
    access_option(read_)
    read_.add_argument("--output", metavar="FILE", help="write to a file instead of standard output")
    read_.set_defaults(run=_COMMANDS + "read")


def _add_evaluate(commands: Commands) -> None:
    evaluate_ = commands.add_parser(
        "evaluate", help="scores against claims made by hand", formatter_class=KEEP_LINES,
        description="Read reports and score the claims against gold.", epilog=_EVALUATE,
    )  # fmt: skip
    evaluate_.add_argument("docs", metavar="DOCS", help="the reports (.json or .jsonl with id and text)")
    evaluate_.add_argument("gold", metavar="GOLD", help="the claims made by hand (.json)")
    evaluate_.add_argument("--read", metavar="READ.jsonl", help="score this output of `read` instead of reading now")
    evaluate_.add_argument("--incidents", metavar="INCIDENTS",
                           help="score the incidents instead, against those made by hand (.json)")  # fmt: skip
    evaluate_.add_argument(
        "--errors", metavar="N", type=count, default=0, help="list the first N errors of each sort (default: 0)"
    )
    evaluate_.add_argument("--format", choices=("table", "json"), default="table",
                           help="how to print (default: table)")  # fmt: skip
    evaluate_.add_argument("--floor", metavar="FIELD=VALUE", action="append", default=[],
                           help="exit with 1 where a figure is lower; may be given again")  # fmt: skip
    evaluate_.set_defaults(run="tawthiq.cli.scoring:evaluate")


def _add_places(commands: Commands) -> None:
    places = commands.add_parser(
        "places", help="add place names: country packs and your own lists", formatter_class=KEEP_LINES,
        description="More place names than the built-in ones.", epilog=_PLACES,
    )  # fmt: skip
    actions = places.add_subparsers(title="actions", metavar="ACTION", required=True)
    install = actions.add_parser(
        "install", help="compile a country's full list of places",
        description="Compile a country's full list of places, fetched from GeoNames or read from a file.",
    )  # fmt: skip
    install.add_argument("country", metavar="CC", help="the country's ISO code, such as SY")
    install.add_argument("--from", dest="source", metavar="FILE", help="a file fetched before (.zip .txt .csv)")
    install.set_defaults(run=_PACKS + "install")
    add = actions.add_parser(
        "add", help="compile a list of your own", description="Compile a list of places of your own (docs/places.md)."
    )
    add.add_argument("file", metavar="FILE", help="CSV, GeoJSON or a table of administrative units with P-codes")
    add.add_argument("--country", metavar="CC", help="the country of places that name none")
    add.add_argument("--name", metavar="NAME", help="what to call the list (default: the file's name)")
    add.set_defaults(run=_PACKS + "add")
    listing = actions.add_parser("list", help="what is installed", description="List the packs and lists installed.")
    listing.set_defaults(run=_PACKS + "list_")
    remove = actions.add_parser(
        "remove", help="take an installed pack or list away", description="Take an installed pack or list away."
    )
    remove.add_argument("name", metavar="NAME", help="its name in `tawthiq places list`")
    remove.set_defaults(run=_PACKS + "remove")
