"""`tawthiq watch`: lines for what is new, and on a terminal one line for what goes on."""

import argparse
import json
import shutil
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TextIO

from tawthiq.cli.display import clean, cut, isolate
from tawthiq.cli.options import access_of
from tawthiq.cli.recording import author_of
from tawthiq.operations import watching
from tawthiq.operations.recording import ADDED, AGAIN, FAILED, Outcome
from tawthiq.operations.watching import Pause, Visit
from tawthiq.plurals import counted
from tawthiq.sources.watchlist import watchlist

_ERASE = "\r\x1b[K"
_STEP = 1.0


def watch(arguments: argparse.Namespace) -> int:
    """`tawthiq watch`: 2 where something failed in a run with --once; without, it goes on until it is interrupted."""
    plan = watchlist(Path(arguments.file), access_of(arguments))
    shown = _Shown(sys.stderr, lines=arguments.format == "jsonl")
    shown.status("looking")
    try:
        for event in watching.watch(plan, arguments.ledger, author_of(arguments), once=arguments.once):
            shown.event(event)
            if isinstance(event, Pause) and not arguments.once:
                _wait(event.until, shown)
    finally:
        shown.end()
    return 2 if shown.counts[FAILED] else 0


def _wait(until: datetime, shown: "_Shown") -> None:
    while (left := (until - watching.now()).total_seconds()) > 0:
        shown.status(f"next look in {_clock(left)} (Ctrl-C ends)")
        time.sleep(min(left, _STEP))


class _Shown:
    """What a person sees of a run."""

    def __init__(self, stream: TextIO, *, lines: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._stream = stream
        self._lines = lines
        self._links = 0

    def event(self, event: watching.Event) -> None:
        """Print what is worth a line, and renew the status."""
        if isinstance(event, Outcome):
            self.counts[event.state] += 1
            self._outcome(event)
            self.status(event.origin)
        elif isinstance(event, Visit):
            self.counts["looks"] += 1
            if event.error:
                self.counts[FAILED] += 1
                self._print(self._stream, f"tawthiq: {event.error}")
            self.status(event.place.where)
        else:
            self._links = event.links
            if event.error:
                self._print(self._stream, f"tawthiq: {event.error}")

    def status(self, what: str) -> None:
        """One line on a terminal: what was done so far, and what goes on."""
        if self._stream.isatty():
            columns = shutil.get_terminal_size().columns
            self._stream.write(_ERASE + cut(f"{self._summary()} · {isolate(clean(what))}", columns - 1))
            self._stream.flush()

    def end(self) -> None:
        """Take the line away and say what came of it."""
        if not self._lines:
            self._print(sys.stdout, self._summary())

    def _outcome(self, outcome: Outcome) -> None:
        if outcome.error:
            self._print(self._stream, f"tawthiq: {outcome.error}")
        elif outcome.state not in (ADDED, AGAIN):
            return
        elif self._lines:
            row = {"state": outcome.state, "id": outcome.id, "origin": outcome.origin, "claims": outcome.claims}
            self._print(sys.stdout, json.dumps(row, ensure_ascii=False))
        else:
            self._print(sys.stdout, f"{outcome.state}  {isolate(clean(outcome.id or outcome.origin))}  "
                                    f"{counted(outcome.claims, 'claim')}")  # fmt: skip

    def _print(self, stream: TextIO, line: str) -> None:
        if self._stream.isatty():
            self._stream.write(_ERASE)
            self._stream.flush()
        stream.write(line + "\n")
        stream.flush()

    def _summary(self) -> str:
        parts = [counted(self.counts["looks"], "look"), f"{self.counts[ADDED] + self.counts[AGAIN]:,} added"]
        parts += [f"{self.counts[FAILED]:,} failed"] if self.counts[FAILED] else []
        parts += [f"{self._links:,} to be tried again"] if self._links else []
        return ", ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.999), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
