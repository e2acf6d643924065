"""Collections of reports: making them, and who may see or review which.

A report that no collection holds is for everybody. One that a collection holds is for the accounts that were let in to
it, and for admins. An incident is for whoever may see every report that tells of it."""

from collections.abc import Iterable, Sequence

from tawthiq.errors import UsageError
from tawthiq.ledger import access, team
from tawthiq.ledger.access import FIELDS, Collection, Member, Rule, Sight
from tawthiq.ledger.connect import JUDGE, Ledger, opened

_NAME = 80


def collections(ledger: str) -> tuple[Collection, ...]:
    """Every collection."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        if access.there(connection):
            access.sync(connection)
        return access.collections(connection)


def add(ledger: str, name: str, rules: Sequence[Rule]) -> Collection:
    """Make a collection, or add rules to it. Raises UsageError for a rule that says nothing."""
    name = name.strip()
    if not name or len(name) > _NAME:
        raise UsageError(f"collection: a name of at most {_NAME} letters is needed")
    if not rules or any(rule.field not in FIELDS or not rule.value.strip() for rule in rules):
        raise UsageError("collection: say which reports it holds: --report ID, --outlet NAME or --origin BEGINNING")
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        access.add(connection, name, rules)
        return _named(open_ledger, name)


def let(ledger: str, name: str, account: str, *, reviews: bool) -> None:
    """Let an account see the reports of a collection, or review them too. Raises UsageError."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        _named(open_ledger, name)
        if account not in {known.name for known in team.accounts(connection)}:
            raise UsageError(f"collection: there is no account {account!r}; `tawthiq account list` names them")
        access.let(connection, name, Member(account, reviews))


def refuse(ledger: str, name: str, account: str) -> None:
    """Let an account in no longer. Raises UsageError."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        if account not in {member.account for member in _named(open_ledger, name).members}:
            raise UsageError(f"collection: {account!r} was not let in to {name!r}")
        access.refuse(connection, name, account)


def remove(ledger: str, name: str) -> None:
    """Take a collection away. Raises UsageError."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        _named(open_ledger, name)
        access.remove(connection, name)


def limited(ledger: str) -> bool:
    """Whether there are collections. Reports that were added since are looked at first: none is shown before."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        there = access.there(connection)
        behind = there and access.behind(connection)
    if behind:
        with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
            access.sync(connection)
    return there


def refused(ledger: str, sight: Sight, names: Iterable[str]) -> bool:
    """Whether one of these is not for this account: reports, claims, or incidents (also by the beginning of the id)."""
    wanted = [name for name in dict.fromkeys(names) if name]
    if not wanted:
        return False
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        documents = [*wanted, *(name.rpartition(":")[0] for name in wanted if ":" in name)]
        if access.documents_among(connection, sight, documents):
            return True
        return access.incidents_among(connection, sight, wanted)


def claims_hidden(ledger: str, sight: Sight, claims: Iterable[str]) -> set[str]:
    """Of these claims those that are not for this account."""
    by_claim = {claim: claim.rpartition(":")[0] for claim in claims}
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        hidden = access.documents_among(connection, sight, sorted(set(by_claim.values())))
    return {claim for claim, document in by_claim.items() if document in hidden}


def _named(ledger: Ledger, name: str) -> Collection:
    found = next((one for one in access.collections(ledger.connection) if one.name == name), None)
    if found is None:
        raise UsageError(f"collection: there is none called {name!r}; `tawthiq collection list` names them")
    return found
