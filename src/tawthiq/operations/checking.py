"""Is the ledger as it was written?"""

from collections.abc import Callable
from typing import NamedTuple

from tawthiq.incidents import Judgement
from tawthiq.ledger import custody, told
from tawthiq.ledger.connect import opened
from tawthiq.ledger.custody import Stamp
from tawthiq.ledger.records import Logged
from tawthiq.ledger.verify import verify as checked
from tawthiq.ledger.view import View


class Verdict(NamedTuple):
    """How much was checked, the last entry's number and hash, the first thing that does not fit, if any, and how many
    timestamps' signatures were checked (None: not asked for)."""

    entries: int
    records: int
    number: int
    hash: str
    problem: str | None
    timestamps: int | None = None


def verify(
    ledger: str,
    expect: tuple[int, str] | None = None,
    progress: Callable[[], object] = lambda: None,
    unsigned: Callable[[Stamp], str | None] | None = None,
) -> Verdict:
    """Re-hash the whole ledger. `expect` is the number and hash of an entry that must be in it; `unsigned` says what is
    wrong with the signature of a timestamp, if anything, and without it none is checked.

    Raises LedgerError for a ledger that cannot be opened.
    """
    entries = records = number = 0
    hash_, problem = "", None
    seen = False
    with opened(ledger) as open_ledger:
        for found in checked(open_ledger):
            progress()
            entries, records, number, hash_ = entries + 1, records + found.records, found.number, found.hash
            seen = seen or (number, hash_) == expect
            problem = found.problem
        stamps = custody.stamps(open_ledger, 0) if unsigned else []
    if expect and not seen and problem is None:
        problem = (
            f"the log ends at entry {number}, before entry {expect[0]}; entries are gone, or it is another ledger"
            if expect[0] > number
            else f"entry {expect[0]} of the log is not the one with the hash {expect[1]}; the log was written anew"
        )
    for stamp in stamps:
        if problem is None and unsigned and (wrong := unsigned(stamp)):
            problem = f"the timestamp of entry {stamp.of} by {stamp.authority}: {wrong}"
    return Verdict(entries, records, number, hash_, problem, len(stamps) if unsigned else None)


class Entry(NamedTuple):
    """An entry of the log, the report that it added or read again, and the judgements that it added."""

    logged: Logged
    document: str | None
    judgements: tuple[Judgement, ...]


def entries(ledger: str, before: int | None, most: int) -> tuple[Entry, ...]:
    """Entries of the log, the latest first; those before a number. Raises LedgerError."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        found = View(open_ledger).entries(before, most)
        numbers = [one.number for one in found]
        documents, judgements = told.documents_in(connection, numbers), told.judgements_in(connection, numbers)
    return tuple(Entry(one, documents.get(one.number), tuple(judgements.get(one.number, ()))) for one in found)
