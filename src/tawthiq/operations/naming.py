"""What a user names: an incident by its id or the beginning of it, claims by their ids or by their report's, and
namings of victims by their ids."""

from collections.abc import Iterable

from tawthiq.errors import NotInLedger
from tawthiq.ledger import named, standing, told
from tawthiq.ledger.connect import Ledger


def incident_named(ledger: Ledger, id: str) -> str:
    """The id of the incident. Raises NotInLedger where there is none, or where several begin so."""
    found = standing.by_ids(ledger.connection, id)
    if id in found:
        return id
    if len(found) == 1:
        return found[0]
    if found:
        raise NotInLedger(f"{ledger.where}: several incidents begin with {id!r}: {', '.join(found)}")
    raise NotInLedger(f"{ledger.where}: there is no incident {id!r}; `tawthiq incidents` lists them")


def claims_named(ledger: Ledger, names: Iterable[str]) -> list[str]:
    """The claims, in order and each once; the id of a report names all its claims. Raises NotInLedger."""
    found: dict[str, None] = {}
    for name in names:
        claims = told.claims_like(ledger.connection, name)
        if not claims:
            raise NotInLedger(f"{ledger.where}: there is no claim or report {name!r}; `tawthiq show ID` lists them")
        found.update(dict.fromkeys(claims))
    return list(found)


def namings_named(ledger: Ledger, ids: Iterable[str]) -> list[str]:
    """The namings of victims, in order and each once. Raises NotInLedger."""
    wanted = list(dict.fromkeys(ids))
    there = named.of_ids(ledger.connection, wanted)
    for id in wanted:
        if id not in there:
            raise NotInLedger(f"{ledger.where}: no victim is named by {id!r}; `tawthiq names` lists those who are")
    return wanted
