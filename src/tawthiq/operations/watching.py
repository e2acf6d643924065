"""Watching feeds, channels and folders: what is new goes into the ledger, each report once.

What a feed names is queued in the same transaction that remembers the feed's state, and a link leaves the queue only
when its report is kept. A run that was ended at any moment goes on with the next.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tawthiq.errors import InputError, LedgerError, LockedLedger, NothingToRead, Unanswered, UnreachableLedger
from tawthiq.ledger import watching as memory
from tawthiq.ledger.connect import ADD, Ledger, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.watching import Due, Link, Looked
from tawthiq.operations import recording
from tawthiq.operations.recording import FAILED, Outcome
from tawthiq.operations.watched import Found, has_settled, look, visit
from tawthiq.sources import Report, read_file
from tawthiq.sources.find import find
from tawthiq.sources.watchlist import Place, Watchlist
from tawthiq.sources.web.visitor import Visitor

_FIRST_WAIT = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(days=1)
_LONGEST_REST = timedelta(days=7)
_TROUBLE = timedelta(minutes=1)
_MOST_TRIES = 8


class Visit(NamedTuple):
    """A place was looked at: how many addresses it named that are new, or why it could not be looked at."""

    place: Place
    new: int = 0
    error: InputError | None = None


class Pause(NamedTuple):
    """Nothing is to be done before then; so many links wait. `error` says why the ledger could not be used."""

    until: datetime
    links: int
    error: LedgerError | None = None


Event: TypeAlias = Outcome | Visit | Pause


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def watch(
    watchlist: Watchlist, ledger: str, author: Author, *, once: bool, clock: Callable[[], datetime] = now
) -> Iterator[Event]:
    """Look at every place whose time has come, visit what they name, and go on until the caller has enough.

    At a Pause the caller waits. With `once` there is one round, of all places but those that failed and rest.
    Raises LedgerError; but where another program holds the ledger, or its server is away, it is tried again.
    """
    watch_ = _Watch(watchlist, ledger, author, clock)
    while True:
        try:
            with opened(ledger, ADD) as open_ledger:
                yield from watch_.round(open_ledger, everything=once)
                pause = watch_.pause(open_ledger)
        except (LockedLedger, UnreachableLedger) as error:
            if once:
                raise
            pause = Pause(clock() + _TROUBLE, 0, error)
        yield pause
        if once:
            return


class _Watch:
    """One run of `watch`."""

    def __init__(self, watchlist: Watchlist, ledger: str, author: Author, clock: Callable[[], datetime]) -> None:
        self._places = watchlist.places
        self._names = [place.where for place in watchlist.places]
        self._visitor = Visitor(watchlist.access)
        self._ledger = ledger
        self._author = author
        self._clock = clock

    def round(self, ledger: Ledger, *, everything: bool) -> Iterator[Event]:
        """All that is due now."""
        for place in self._places:
            state = memory.looked(ledger, place.where)
            rests = state.failures and place.kind != "folder"
            if _text(self._clock()) >= state.next or (everything and not rests):
                yield from self._look(ledger, place, state)
        began = self._clock()
        while (due := memory.due(ledger, self._names, began)) is not None:
            yield self._visit(ledger, due)

    def pause(self, ledger: Ledger) -> Pause:
        """Until when there is nothing to do."""
        links, first = memory.waiting(ledger, self._names)
        times = [datetime.fromisoformat(memory.looked(ledger, name).next) for name in self._names]
        return Pause(min([*times, *filter(None, [first])]), links)

    def _look(self, ledger: Ledger, place: Place, state: Looked) -> Iterator[Event]:
        wait, failures, new, failure = place.every, 0, 0, None
        try:
            if place.kind == "folder":
                yield from self._folder(ledger, place)
                found = Found(Looked())
            else:
                found = look(self._visitor, place, state)
                yield from self._add(found.reports)
        except InputError as error:
            failures, failure, found = state.failures + 1, error, Found(state)
            wait = place.every if place.kind == "folder" else _backed_off(place.every, failures, error)
        at = self._clock()
        remembered = found.state._replace(next=_text(at + wait), failures=failures)
        new = memory.remember(ledger, place.where, remembered, found.links, at)
        yield Visit(place, new, failure)

    def _visit(self, ledger: Ledger, due: Due) -> Outcome:
        """Visit a link; one that gives no answer is tried again later, a few times."""
        link, tries = due.link, due.tries + 1
        try:
            found: Report | InputError = visit(self._visitor, link)
        except Unanswered as error:
            if tries < _MOST_TRIES:
                memory.later(ledger, link, tries, self._clock() + _backed_off(_FIRST_WAIT, tries, error))
                return Outcome(FAILED, link.url, error=error)
            found = error
        except InputError as error:
            found = error
        (outcome,) = self._add([found])
        memory.done(ledger, link)
        return outcome

    def _folder(self, ledger: Ledger, place: Place) -> Iterator[Outcome]:
        """The files of a folder that are new or were changed. Raises InputError where there is no such folder."""
        if not Path(place.where).is_dir():
            raise NothingToRead(f"{place.where}: there is no such folder; make it, or correct its path")
        for source in find(place.where):
            if isinstance(source, InputError):
                if not isinstance(source, NothingToRead):
                    yield Outcome(FAILED, place.where, error=source)
                continue
            state = source.path.stat()
            link = Link(f"{source.path.absolute()}?{state.st_size}-{state.st_mtime_ns}", place.where)
            if not memory.is_done(ledger, link) and has_settled(source.path):
                yield from self._add(read_file(source))
                memory.done(ledger, link)

    def _add(self, reports: Iterable[Report | InputError]) -> Iterator[Outcome]:
        return recording.add(iter(reports), self._ledger, self._author)


def _backed_off(first: timedelta, failures: int, error: InputError) -> timedelta:
    """How long to leave alone what failed so often in a row: twice as long each time, and as long as its host asks."""
    asked = error.after if isinstance(error, Unanswered) else None
    waits: timedelta = min(first * (1 << min(failures - 1, 16)), _LONGEST_WAIT)
    return max(waits, min(timedelta(seconds=asked or 0.0), _LONGEST_REST))


def _text(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
