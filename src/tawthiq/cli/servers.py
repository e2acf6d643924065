"""The options of the commands that open the review page, and of those that have its accounts."""

from tawthiq.cli.options import KEEP_LINES, Commands, author_option, count, ledger_option
from tawthiq.operations.roles import ROLES

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

_SERVE = """\
examples:
  tawthiq account add nadia --role admin
  tawthiq serve --ledger postgresql://tawthiq@localhost/tawthiq
  tawthiq serve --behind-https review.example.org

The review page for a team, and its JSON API (/api/openapi.json). It listens on this machine
only; for others put a proxy with https in front and name the host that it answers to.

exit status: 0 ended, 2 there is no account, or the ledger or the port cannot be used.
"""
_ACCOUNT = """\
examples:
  tawthiq account add nadia --role editor      asks for a password; --password-file FILE reads it
  tawthiq account role nadia reviewer
  tawthiq account codes nadia                  a time code too: prints the address for an authenticator
  tawthiq account token nadia --label sheet    a token for a program, shown this once
  tawthiq account list

viewer looks; reviewer decides about claims; editor merges, splits and takes back what others
decided; admin reads the log.
"""
_PASSWORD = "the file whose first line is the password (default: ask)"


def add_servers(commands: Commands) -> None:
    """`review`, `serve` and `account`."""
    _review(commands)
    _serve(commands)
    _account(commands)


def _review(commands: Commands) -> None:
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


def _serve(commands: Commands) -> None:
    serve = commands.add_parser(
        "serve", help="the review page for a team: accounts, roles, JSON API", formatter_class=KEEP_LINES,
        description="Serve the review page to a team.", epilog=_SERVE,
    )  # fmt: skip
    serve.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help="where to listen (default: 127.0.0.1)")
    serve.add_argument("--port", metavar="PORT", type=count, default=8462, help="the port (default: 8462)")
    serve.add_argument("--behind-https", metavar="NAME", help="the name under which a proxy with https answers for it")
    ledger_option(serve)
    serve.set_defaults(run="tawthiq.cli.teaming:serve")


def _account(commands: Commands) -> None:
    account = commands.add_parser(
        "account", help="the accounts of a team", formatter_class=KEEP_LINES,
        description="The accounts by which a team signs in to `tawthiq serve`.", epilog=_ACCOUNT,
    )  # fmt: skip
    actions = account.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, text in (
        ("add", "make an account"), ("role", "give another role"), ("password", "give another password"),
        ("codes", "ask for a time code too"), ("token", "make a token for a program"),
        ("remove", "take an account away"),
    ):  # fmt: skip
        action = actions.add_parser(name, help=text, description=f"{text.capitalize()}.")
        action.add_argument("name", metavar="NAME", help="the account")
        if name == "add":
            action.add_argument("--role", choices=ROLES, default="viewer", help="what it may do (default: viewer)")
        if name == "role":
            action.add_argument("role", choices=ROLES, help="what it may do")
        if name in ("add", "password"):
            action.add_argument("--password-file", metavar="FILE", help=_PASSWORD)
        if name == "token":
            action.add_argument("--label", metavar="TEXT", default="token", help="what it is for (default: token)")
        ledger_option(action)
        action.set_defaults(run=f"tawthiq.cli.accounts:{name}")
    listing = actions.add_parser("list", help="name all accounts", description="Name all accounts, with their roles.")
    ledger_option(listing)
    listing.set_defaults(run="tawthiq.cli.accounts:list_")
