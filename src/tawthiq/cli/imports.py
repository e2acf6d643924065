"""The options of `import`."""

from tawthiq.cli.options import KEEP_LINES, Commands, author_option, jobs_option, ledger_option

_BUNDLE = """\
examples:
  tawthiq import bundle partner.zip
  tawthiq import bundle partner.zip --ledger joint.db --as Layla

Every hash in the bundle is checked before anything is added. Reports that are known change
nothing; a decision is taken over, with its author's name and time, where the claims that it is
about read the same here. Importing again is harmless.

exit status: 0 imported, 2 the bundle is damaged or the ledger cannot be used.
"""


def add_imports(commands: Commands) -> None:
    """`import`."""
    imports = commands.add_parser(
        "import", help="take in what another ledger exported", description="Take in what another ledger exported."
    )
    kinds = imports.add_subparsers(title="kinds", metavar="KIND", required=True)
    bundle = kinds.add_parser(
        "bundle", help="the ZIP of `tawthiq export bundle`", formatter_class=KEEP_LINES,
        description="Check a bundle, and add the reports and decisions that this ledger lacks.", epilog=_BUNDLE,
    )  # fmt: skip
    bundle.add_argument("file", metavar="FILE", help="the bundle")
    jobs_option(bundle)
    ledger_option(bundle)
    author_option(bundle)
    bundle.set_defaults(run="tawthiq.cli.importing:bundle")
