"""How well an incident is established, by Airwars' grades.

Source: Airwars, Methodology note. confirmed: a side has accepted responsibility · fair: two or more credible
independent accounts · weak: one, or only sides of the conflict · contested: accounts name different sides as doers ·
discounted: those harmed were fighters or soldiers."""

from tawthiq.incidents import Account, Grade, Told, Toll
from tawthiq.language.registry import nameless
from tawthiq.reconciling.accounts import own_voice, side
from tawthiq.reconciling.stated import Case

_HARM = frozenset({"killed", "injured", "casualties"})
_ARMED = frozenset({"fighter", "soldier"})


def grade(case: Case, headline: Toll | None) -> Grade:
    """The grade of an incident by its claims and the accounts of its main toll."""
    harm = [t for t in case.tolds if t.claim.outcome in _HARM and t.claim.status == "asserted"]
    harm = [t for t in harm if t.id not in case.rejected]
    if harm and all(t.claim.group in _ARMED for t in harm):
        return Grade("discounted", ("those harmed are told as fighters or soldiers only",))
    doers = _doers(case, harm)
    conflict = _conflict(doers)
    if conflict is not None:
        return Grade("contested", (conflict,))
    admitted = _admitted(case, harm)
    if admitted is not None:
        return Grade("confirmed", (admitted,))
    ids = set(headline.accounts) if headline else {case.account_of[t.id] for t in harm}
    counted = [account for account in case.accounts if account.id in ids]
    credible = [account for account in counted if not side(account)]
    if len(credible) >= 2:
        return Grade("fair", (f"{len(credible)} independent accounts: {_labels(credible)}",))
    if not credible:
        return Grade("weak", ("only sides of the conflict say so" if counted else "no account gives a figure",))
    return Grade("weak", (f"one independent account: {_labels(credible)}",))


def _doers(case: Case, harm: list[Told]) -> dict[str, tuple[Account, frozenset[str]]]:
    """Whom each account that is no text's own voice names as doers."""
    named: dict[str, set[str]] = {}
    for told in harm:
        named.setdefault(case.account_of[told.id], set()).update(id_ for id_ in told.claim.actors if not nameless(id_))
    return {
        account.id: (account, frozenset(named[account.id]))
        for account in case.accounts
        if named.get(account.id) and not own_voice(account)
    }


def _conflict(doers: dict[str, tuple[Account, frozenset[str]]]) -> str | None:
    found = sorted(doers.values(), key=lambda pair: pair[0].id)
    for at, (first, one) in enumerate(found):
        for second, other in found[at + 1 :]:
            if not one & other and (first.kind != second.kind or side(first)):
                return f"{first.label} names {', '.join(sorted(one))}; {second.label} names {', '.join(sorted(other))}"
    return None


def _admitted(case: Case, harm: list[Told]) -> str | None:
    """A side that says of itself that it harmed people who were not fighting."""
    for told in harm:
        account = case.account(told.id)
        if account.party and account.party in told.claim.actors and told.claim.group not in _ARMED:
            return f"{account.label} says so of its own side"
    return None


def _labels(accounts: list[Account]) -> str:
    return ", ".join(account.label for account in accounts[:4])
