"""Everything that Tawthiq raises on purpose.

TawthiqError                 anything a user can act on; its text names the remedy
├── DataError                language data or a gazetteer file that breaks a rule
├── StaleBuild               a compiled module that is older than its source
├── InputError               a report that cannot be read
│   ├── UnreadableInput      no permission, not a supported kind of file
│   │   ├── MissingInput     no such file
│   │   └── MissingExtra     a library that reads this kind is not installed
│   ├── Unfetched            an address that gave nothing to read
│   │   └── Unanswered       …and may do so later: no answer, or the host is busy
│   ├── UndecodableInput     bytes in no encoding that is recognised
│   └── NothingToRead        empty, or no Arabic in it
├── LedgerError              a ledger that cannot be used as asked
│   ├── NoLedger             nothing there, or something that is no ledger
│   ├── NewerLedger          made by a newer version
│   ├── ReadOnlyLedger       may be looked into, not added to
│   ├── FullLedger           no room where it stands
│   ├── LockedLedger         another program holds it
│   ├── DamagedLedger        a record or the file itself is not as it was written
│   ├── UnreachableLedger    the server does not answer or refuses
│   ├── NotInLedger          no such incident, claim, document or judgement
│   └── DecidedMeanwhile     somebody decided about the claim since it was looked at
├── NotAllowed               signing in, or deciding, as somebody who may not
└── UsageError               options that do not fit together
"""

from collections.abc import Iterable
from pathlib import Path


def installs(extra: str, code: Path = Path(__file__)) -> str:
    """The command that installs an extra: in a copy of the project it is that copy's own."""
    is_copy = (code.parents[2] / "pyproject.toml").is_file()
    return f"pip install -e '.[{extra}]'" if is_copy else f"pip install 'tawthiq[{extra}]'"


class TawthiqError(Exception):
    """The root of the tree. `str(error)` is a sentence for a person."""


class DataError(TawthiqError):
    """Language data or a gazetteer file breaks a rule; names the file and the entry."""


class StaleBuild(TawthiqError):
    """A source was changed since it was compiled; names it and the commands."""


class InputError(TawthiqError):
    """A report cannot be read; names the file and the remedy."""


class UnreadableInput(InputError):
    """The file is missing, not permitted, or of a kind that is not read."""


class MissingInput(UnreadableInput):
    """There is no such file."""


class MissingExtra(UnreadableInput):
    """A library that reads this kind of input is not installed; names the extra."""


class Unfetched(InputError):
    """An address gave nothing to read: refused, not there, too large, or no page."""

    def named(self, address: str) -> "Unfetched":
        """The same, naming the address that was asked for."""
        return Unfetched(f"{address}: {self}")


class Unanswered(Unfetched):
    """An address gave no answer this time; `after` is for how many seconds its host asks to be left alone."""

    def __init__(self, text: str, after: float | None = None) -> None:
        super().__init__(text)
        self.after = after

    def named(self, address: str) -> "Unanswered":
        """The same, naming the address that was asked for."""
        return Unanswered(f"{address}: {self}", self.after)


class UndecodableInput(InputError):
    """The bytes fit no encoding that is recognised."""


class NothingToRead(InputError):
    """The input is empty or holds no Arabic."""


class LedgerError(TawthiqError):
    """A ledger cannot be used as asked; what was acknowledged before stays."""


class NoLedger(LedgerError):
    """Nothing is there, or something that is no ledger."""


class NewerLedger(LedgerError):
    """The ledger was made by a newer version."""


class ReadOnlyLedger(LedgerError):
    """The ledger may be looked into but not added to."""


class FullLedger(LedgerError):
    """There is no room where the ledger stands."""


class LockedLedger(LedgerError):
    """Another program holds the ledger."""


class DamagedLedger(LedgerError):
    """A record or the file itself is not as it was written."""


class UnreachableLedger(LedgerError):
    """The server does not answer, or refuses."""


class NotInLedger(LedgerError):
    """There is no such incident, claim, document or judgement."""


class DecidedMeanwhile(LedgerError):
    """Somebody decided about the claim since it was looked at; nothing was added."""


class NotAllowed(TawthiqError):
    """Somebody may not come in, or may not do this."""


class UsageError(TawthiqError):
    """Options that do not fit together."""


def meant(word: str, known: Iterable[str]) -> str:
    """« (did you mean …?)» with the known name that is nearest to a mistyped one, or nothing."""
    from difflib import get_close_matches  # only who errs waits for it

    near = get_close_matches(word, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def reason(error: OSError | UnicodeDecodeError) -> str:
    """Why a file could not be read, without the number that the system gives it."""
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
