"""The options of the commands that open the review page."""

from tawthiq.cli.options import KEEP_LINES, Commands, author_option, count, ledger_option

_REVIEW = """\
examples:
  tawthiq review
  tawthiq review --ledger cases.db --as "Nadia"
  tawthiq review --no-open --port 8020

Opens the review page in the browser: incidents, the words of the reports beside the figures,
and what people decide about them. It is for you alone, on this machine; nothing leaves it.
Ctrl+C ends it. Everything decided is kept at once.

exit status: 0 ended, 2 the ledger or the port cannot be used.
"""


def add_servers(commands: Commands) -> None:
    """`review`."""
    review = commands.add_parser(
        "review", help="check every figure beside its source, in the browser", formatter_class=KEEP_LINES,
        description="Open the review page in the browser.", epilog=_REVIEW,
    )  # fmt: skip
    review.add_argument(
        "--port", metavar="PORT", type=count, default=0, help="the port (default: 8461, or any that is free)"
    )
    review.add_argument("--no-open", action="store_true", help="print the address only, do not open the browser")
    ledger_option(review)
    author_option(review)
    review.set_defaults(run="tawthiq.cli.serving:review")
