"""The accounts of a team: who may do what, signing in, sessions and tokens. No account is there by default."""

import secrets
import time
from collections.abc import Callable
from typing import NamedTuple

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tawthiq.errors import NotAllowed, UsageError
from tawthiq.ledger import access, chain, team
from tawthiq.ledger.connect import JUDGE, opened
from tawthiq.ledger.team import Account, Key
from tawthiq.operations.roles import ROLES

SESSION_IDLE, SESSION_MOST, RENEW = 12 * 3600, 7 * 24 * 3600, 60
_LEAST = 10
_NAME = 80
_HASHER = PasswordHasher()
# What a name that there is not is checked against, so that an answer takes as long.
_NOBODY = _HASHER.hash(secrets.token_hex())

Clock = Callable[[], float]


class Held(NamedTuple):
    """Who shows a session or a token."""

    name: str
    role: str
    is_token: bool


def add(ledger: str, name: str, password: str, role: str) -> Account:
    """Make an account. Raises UsageError for a name that is taken, a short password or an unknown role."""
    if not name.strip() or len(name) > _NAME or role not in ROLES:
        raise UsageError(
            f"account: a name of at most {_NAME} letters and a role, one of {', '.join(ROLES)}, are needed"
        )
    account = Account(name.strip(), role, _hashed(password))
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        team.make(connection)
        if any(other.name == account.name for other in team.accounts(connection)):
            raise UsageError(f"account: there is one called {account.name!r} already")
        team.keep(connection, account)
    return account


def change(ledger: str, name: str, *, role: str | None = None, password: str | None = None) -> Account:
    """Give an account another role or password; its sessions and tokens end. Raises UsageError."""
    if role is not None and role not in ROLES:
        raise UsageError(f"account: {role!r} is no role; it is one of {', '.join(ROLES)}")
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        account = _named(team.accounts(connection), name)
        changed = account._replace(
            role=role or account.role, password=_hashed(password) if password else account.password
        )
        team.keep(connection, changed)
        team.forget(connection, name)
    return changed


def remove(ledger: str, name: str) -> None:
    """Take an account away. What it decided stays, under its name. Raises UsageError."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        _named(team.accounts(connection), name)
        team.remove(connection, name)
        access.forget(connection, name)


def with_codes(ledger: str, name: str) -> str:
    """From now on the account needs a time code too; returns the address that an authenticator takes."""
    secret = pyotp.random_base32()
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        account = _named(team.accounts(connection), name)
        team.keep(connection, account._replace(secret=secret, last_code=None))
        team.forget(connection, name)
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="Tawthiq")


def accounts(ledger: str) -> tuple[Account, ...]:
    """Every account."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        return team.accounts(connection)


def sign_in(ledger: str, name: str, password: str, code: str, clock: Clock = time.time) -> str:
    """Begin a session; returns what its holder shows. Raises NotAllowed without saying what was wrong."""
    now = int(clock())
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        known = {account.name: account for account in team.accounts(connection)}
        account = known.get(name)
        fits = _fits(account.password if account else _NOBODY, password)
        if account is None or not fits or not _code_fits(account, code, now):
            raise NotAllowed("the name, the password or the code is not right")
        if account.secret:
            team.keep(connection, account._replace(last_code=code))
        token = secrets.token_urlsafe(32)
        team.add_key(connection, Key(_hash(token), name, None, now, now))
    return token


def sign_out(ledger: str, token: str) -> None:
    """End a session."""
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        team.end_key(connection, _hash(token))


def new_token(ledger: str, name: str, label: str, clock: Clock = time.time) -> str:
    """A token by which a program acts as the account; it is shown this once. Raises UsageError."""
    token, now = f"tw_{secrets.token_urlsafe(32)}", int(clock())
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        _named(team.accounts(connection), name)
        team.add_key(connection, Key(_hash(token), name, label or "token", now, now))
    return token


def held(ledger: str, token: str, clock: Clock = time.time) -> Held | None:
    """Who shows this session or token; None where it is unknown or has ended."""
    now = int(clock())
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        found = team.holder(connection, _hash(token)) if team.accounts(connection) else None
    if found is None:
        return None
    key, account = found
    if key.label is None and (now - key.used > SESSION_IDLE or now - key.begun > SESSION_MOST):
        return None
    if now - key.used > RENEW:
        with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
            team.used(connection, key.hash, now)
    return Held(account.name, account.role, key.label is not None)


def _named(known: tuple[Account, ...], name: str) -> Account:
    found = next((account for account in known if account.name == name), None)
    if found is None:
        raise UsageError(f"account: there is none called {name!r}; `tawthiq account list` names them")
    return found


def _hashed(password: str) -> str:
    if len(password) < _LEAST:
        raise UsageError(f"account: a password has at least {_LEAST} signs")
    return _HASHER.hash(password)


def _fits(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def _code_fits(account: Account, code: str, now: int) -> bool:
    if account.secret is None:
        return True
    return code != account.last_code and pyotp.TOTP(account.secret).verify(code, for_time=now, valid_window=1)


def _hash(token: str) -> str:
    return chain.sha256(token.encode())
