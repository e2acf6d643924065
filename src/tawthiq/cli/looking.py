"""What the commands do that look at incidents."""

import argparse
import json
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from importlib.resources import files

from tawthiq.cli.display import clean, wants_colour
from tawthiq.cli.incident import shown_text
from tawthiq.cli.incidents import listed
from tawthiq.cli.persons import listed as persons_listed
from tawthiq.cli.progress import Progress
from tawthiq.cli.table import Look
from tawthiq.contract import Json
from tawthiq.errors import UsageError, meant
from tawthiq.language.eventtypes import event_types
from tawthiq.language.registry import OTHER, read_actors
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import listing, telling
from tawthiq.operations import names as who
from tawthiq.operations.names import Asked

_NO_TERMINAL = (160, 50)


def incidents(arguments: argparse.Namespace) -> int:
    """`tawthiq incidents`: one row an incident, or the published objects."""
    progress = Progress(sys.stderr, 0, "incident")
    found = listing.incidents(arguments.ledger, wanted(arguments), lambda done: progress.advance(number=done))
    if arguments.format == "table":
        for line in listed(list(found), _look()):
            progress.clear()
            sys.stdout.write(line + "\n")
        return 0
    return _objects(found, arguments.format, progress)


def names(arguments: argparse.Namespace) -> int:
    """`tawthiq names`: a line a person, or the published objects."""
    progress = Progress(sys.stderr, 0, "incident")
    asked = Asked(
        wanted(arguments)._replace(most=None), clean(arguments.name or ""), arguments.doubtful, arguments.most
    )
    found = who.names(arguments.ledger, asked, lambda done: progress.advance(number=done))
    if arguments.format != "table":
        return _objects(map(telling.listed, found), arguments.format, progress)
    for line in persons_listed(found, _look(arguments.why)):
        progress.clear()
        sys.stdout.write(line + "\n")
    return 0


def _objects(found: Iterable[Json], format: str, progress: Progress) -> int:
    """The published objects, one a line or as a list."""
    before = "[\n"
    for one in found:
        progress.clear()
        text = json.dumps(one, ensure_ascii=False)
        sys.stdout.write(f"{text}\n" if format == "jsonl" else before + text)
        before = ",\n"
    if format == "json":
        sys.stdout.write("[]\n" if before == "[\n" else "\n]\n")
    return 0


def show(arguments: argparse.Namespace) -> int:
    """`tawthiq show ID`."""
    shown = listing.show(arguments.ledger, clean(arguments.id))
    if arguments.format == "json":
        sys.stdout.write(json.dumps(telling.incident(shown), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(shown_text(shown, _look(arguments.why))) + "\n")
    return 0


def _look(why: bool = False) -> Look:
    return Look(shutil.get_terminal_size(_NO_TERMINAL).columns, wants_colour(sys.stdout), why)


def wanted(arguments: argparse.Namespace) -> Wanted:
    """Which incidents the options ask for. Raises UsageError."""
    if arguments.event and arguments.event not in event_types():
        mistyped = f"{arguments.event!r}{meant(arguments.event, event_types())}"
        raise UsageError(f"--event: there is no type {mistyped}; the types are {', '.join(event_types())}")
    since, until = _day("--since", arguments.since), _day("--until", arguments.until)
    if since and until and since > until:
        raise UsageError(f"--since: {since} is after {until}, the day of --until; no incident can be in between")
    return Wanted(
        arguments.place, since, until, _doer(arguments.actor), arguments.event, arguments.grade, arguments.killed,
        arguments.text, arguments.most,
    )  # fmt: skip


def _doer(id: str | None) -> str | None:
    """An id of the list, or one that a report gave («other:…»). A mistyped one would find nothing, and seem to say
    that nothing is told of the doer."""
    known = read_actors(files("tawthiq") / "data" / "actors.toml")
    if id is None or id in known or id.startswith(OTHER):
        return id
    listed = f"the ids are {', '.join(known)}, or one of an incident that begins with {OTHER}"
    raise UsageError(f"--actor: there is no doer {id!r}{meant(id.lower(), known)}; {listed}")


def _day(option: str, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"{option}: {value!r} is not a date; write it as YYYY-MM-DD") from error
