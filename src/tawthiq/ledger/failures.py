"""What databases raise -> the errors of the ledger, each with what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy.exc

from tawthiq.errors import (
    DamagedLedger,
    FullLedger,
    LedgerError,
    LockedLedger,
    NoLedger,
    ReadOnlyLedger,
    UnreachableLedger,
)  # fmt: skip

_LOCKED = "{where}: another program holds the ledger; wait until it is done and run this again"
_READ_ONLY = "{where}: may not be written to; change its permissions, or copy the ledger to a folder of your own"
_FULL = "{where}: there is no room left; make room and run this again, what was acknowledged is kept"
_DAMAGED = "{where}: is damaged ({detail}); keep it, restore a copy of the ledger, and add the later reports again"
_NO_LEDGER = "{where}: is not a ledger ({detail}); name another file with --ledger"
_NOT_OPENED = "{where}: cannot be opened; check that its folder is there and may be written to"
_UNREACHABLE = "{where}: the server cannot be used ({detail}); check the address, the account and that the server runs"
_OTHER = "{where}: the database refused ({detail})"

Known = tuple[type[LedgerError], str]

# SQLite's primary result codes, https://sqlite.org/rescode.html
_SQLITE: dict[int, Known] = {
    3: (ReadOnlyLedger, _READ_ONLY),
    5: (LockedLedger, _LOCKED),
    6: (LockedLedger, _LOCKED),
    8: (ReadOnlyLedger, _READ_ONLY),
    10: (
        FullLedger,
        "{where}: the disk fails or is full ({detail}); make room or use another disk, and run this again",
    ),
    11: (DamagedLedger, _DAMAGED),
    13: (FullLedger, _FULL),
    14: (NoLedger, _NOT_OPENED),
    23: (ReadOnlyLedger, _READ_ONLY),
    26: (NoLedger, _NO_LEDGER),
}
# PostgreSQL's classes and codes of errors, https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: dict[str, Known] = {
    "53100": (FullLedger, _FULL),
    "53": (UnreachableLedger, _UNREACHABLE),
    "55P03": (LockedLedger, _LOCKED),
    "40": (LockedLedger, _LOCKED),
    "25006": (ReadOnlyLedger, _READ_ONLY),
    "42501": (ReadOnlyLedger, _READ_ONLY),
    "08": (UnreachableLedger, _UNREACHABLE),
    "28": (UnreachableLedger, _UNREACHABLE),
    "3D": (UnreachableLedger, _UNREACHABLE),
    "57": (UnreachableLedger, _UNREACHABLE),
    "XX": (DamagedLedger, _DAMAGED),
}


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Raises LedgerError for what the database raises inside; `where` is how the user named the ledger."""
    try:
        yield
    except sqlalchemy.exc.DBAPIError as error:
        raise explain(error.orig, where) from error


def explain(error: BaseException | None, where: str) -> LedgerError:
    """The error of the ledger for one of the database's driver."""
    kind, text = _known(error)
    detail = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return kind(text.format(where=where, detail=detail))


def _known(error: BaseException | None) -> Known:
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _SQLITE.get(code & 0xFF, (LedgerError, _OTHER))
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2]) or (LedgerError, _OTHER)
    if type(error).__name__ == "OperationalError":  # a driver's word for a server that is not there
        return UnreachableLedger, _UNREACHABLE
    return LedgerError, _OTHER
