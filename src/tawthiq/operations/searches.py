"""Questions to the list, kept by name for one person."""

from collections.abc import Mapping

from tawthiq.errors import UsageError
from tawthiq.ledger import searches
from tawthiq.ledger.connect import JUDGE, opened

_NAME = 80


def kept(ledger: str, who: str) -> Mapping[str, str]:
    """The addresses of somebody's questions, by name."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        return searches.searches(connection, who)


def keep(ledger: str, who: str, name: str, address: str) -> None:
    """Keep a question under a name. Raises UsageError for no name, or a long one."""
    if not name.strip() or len(name) > _NAME:
        raise UsageError(f"a search is kept under a name of 1 to {_NAME} letters")
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        searches.keep(connection, who, name.strip(), address)


def drop(ledger: str, who: str, name: str) -> None:
    """Keep it no longer."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        searches.drop(connection, who, name)
