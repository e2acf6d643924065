"""What the commands that fill, check and renew the ledger do."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from re import fullmatch

from tawthiq import __version__, contract
from tawthiq.cli.dating import Dating
from tawthiq.cli.display import clean, isolate
from tawthiq.cli.failed import report_failures
from tawthiq.cli.options import UNSIGNED, access_of
from tawthiq.cli.progress import Progress
from tawthiq.cli.table import count_text
from tawthiq.errors import InputError, UsageError
from tawthiq.ledger.records import Author
from tawthiq.model import Claim
from tawthiq.operations import checking, recording, rereading
from tawthiq.plurals import counted
from tawthiq.sources import read_paths, size
from tawthiq.sources.dates import published_option
from tawthiq.sources.loading import loaded

_AS_PRINTED = "give NUMBER HASH as verify printed them"


def add(arguments: argparse.Namespace) -> int:
    """`tawthiq add`: how many reports were added, were known or failed."""
    published = published_option(arguments.published) if arguments.published else None
    failures: list[InputError] = []
    dating = Dating([], [])
    progress = Progress(sys.stderr, size(arguments.paths) if sys.stderr.isatty() else 0)
    outcomes = recording.add(
        read_paths(arguments.paths, sys.stdin.buffer, published, access_of(arguments)), arguments.ledger,
        author_of(arguments), arguments.jobs or os.cpu_count() or 1,
    )  # fmt: skip
    told = _told(outcomes, failures, progress, arguments.format == "jsonl")
    counts = recording.tally(_noted(told, dating))
    progress.clear()
    if arguments.format == "table":
        sys.stdout.write(_summary(counts) + "\n")
    dating.report("add it")
    return report_failures(failures)


def reread(arguments: argparse.Namespace) -> int:
    """`tawthiq reread`: what changed."""
    progress = Progress(sys.stderr, 0)
    documents = changed = 0
    for one in rereading.reread(
        arguments.ledger, author_of(arguments), arguments.jobs or os.cpu_count() or 1, everything=arguments.all
    ):
        documents, changed = documents + 1, changed + bool(one.changes)
        progress.advance(one.size)
        if one.changes:
            progress.clear()
            sys.stdout.write("\n".join(_changes(one, arguments.format == "jsonl")) + "\n")
    progress.clear()
    if arguments.format == "table":
        sys.stdout.write(f"{counted(documents, 'report')} read again, {changed:,} with changes\n")
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """`tawthiq verify`: what was checked; 1 where something does not fit."""
    progress = Progress(sys.stderr, 0, "entry")
    unsigned = loaded(UNSIGNED, "--roots")(arguments) if arguments.roots else None
    expected = _expected(arguments.expect)
    verdict = checking.verify(arguments.ledger, expected, progress.advance, unsigned)
    progress.clear()
    if arguments.format == "json":
        sys.stdout.write(json.dumps(verdict._asdict()) + "\n")
    elif verdict.problem is None:
        checked = f"{counted(verdict.entries, 'entry')} with {counted(verdict.records, 'record')} fit"
        stamps = verdict.timestamps
        signed = "" if stamps is None else f", {counted(stamps, 'timestamp')} checked against the roots given"
        sys.stdout.write(f"{checked}{signed}; the last is {verdict.number} {verdict.hash}\n")
    if verdict.problem is not None:
        sys.stderr.write(f"tawthiq: {arguments.ledger}: {verdict.problem}\n")
        return 1
    return 0


def author_of(arguments: argparse.Namespace) -> Author:
    """In whose name the log is written."""
    return Author(arguments.author, f"tawthiq {__version__}")


def _told(
    outcomes: Iterator[recording.Outcome], failures: list[InputError], progress: Progress, lines: bool
) -> Iterator[recording.Outcome]:
    """The outcomes, told as they come."""
    for outcome in outcomes:
        if outcome.error is not None:
            failures.append(outcome.error)
        progress.advance(outcome.size)
        if lines:
            progress.clear()
            shown = {"state": outcome.state, "id": outcome.id, "origin": outcome.origin, "claims": outcome.claims}
            sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        yield outcome


def _noted(outcomes: Iterator[recording.Outcome], dating: Dating) -> Iterator[recording.Outcome]:
    """The outcomes, and in `dating` how the reports are dated to which nobody gave a date."""
    for outcome in outcomes:
        dating.note(outcome.id, outcome.undated, outcome.by_dateline)
        yield outcome


def _summary(counts: dict[str, int]) -> str:
    added, again, known = (counts[state] for state in (recording.ADDED, recording.AGAIN, recording.KNOWN))
    parts = [f"{counted(added, 'report')} added", counted(counts["claims"], "claim")]
    parts += [f"{again:,} read again with another date"] if again else []
    parts += [f"{known:,} known already"] if known else []
    return ", ".join(parts)


def _changes(one: rereading.Reread, lines: bool) -> Iterator[str]:
    """What a later reading of a report changed."""
    if lines:
        changes = [
            {"before": _claim(change.before), "after": _claim(change.after), "fields": list(change.fields)}
            for change in one.changes
        ]
        yield json.dumps({"id": one.id, "changes": changes}, ensure_ascii=False)
        return
    yield isolate(clean(one.id))
    for change in one.changes:
        claim = change.after or change.before
        if claim is not None:
            sign = "~" if change.fields else "+" if change.before is None else "-"
            what = f"{claim.id} {claim.outcome or 'statement'} {count_text(claim.count)}".rstrip()
            fields = f"  ({', '.join(change.fields)})" if change.fields else ""
            yield f"  {sign} {what}  {isolate(clean(claim.quote))}{fields}"


def _claim(claim: Claim | None) -> contract.Json | None:
    return None if claim is None else contract.claim(claim)


def _expected(values: list[str] | None) -> tuple[int, str] | None:
    if values is None:
        return None
    number, hash_ = values
    if not number.isdecimal():
        raise UsageError(f"--expect: {number!r} is not the number of an entry; {_AS_PRINTED}")
    if not fullmatch("[0-9a-f]{64}", hash_):
        raise UsageError(f"--expect: {hash_!r} is no hash, 64 digits and letters a to f; {_AS_PRINTED}")
    return int(number), hash_
