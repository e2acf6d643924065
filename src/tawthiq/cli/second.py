"""What the commands of the second reading do."""

import argparse
import json
import sys
from collections.abc import Iterator

from tawthiq.agreement import Agreement, Reading
from tawthiq.cli.display import clean, isolate
from tawthiq.cli.grid import grid
from tawthiq.cli.looking import wanted
from tawthiq.cli.recording import author_of
from tawthiq.cli.table import count_text, day_text
from tawthiq.judging import VERDICTS
from tawthiq.model import Claim
from tawthiq.operations import reviewing, telling
from tawthiq.operations import second as operation
from tawthiq.operations.corrections import values_of
from tawthiq.operations.judging import Judge
from tawthiq.operations.second import Board, Compared, Drawing
from tawthiq.plurals import counted

_COLUMNS = 160


def draw(arguments: argparse.Namespace) -> int:
    """`tawthiq second draw`."""
    drawing = Drawing(clean(arguments.reader), arguments.share, arguments.number, wanted(arguments))
    drawn = operation.draw(_judge(arguments), drawing)
    return _say([f"{drawn.id}: {counted(drawn.claims, 'claim')} for {isolate(drawn.reader)} to read second"])


def next_(arguments: argparse.Namespace) -> int:
    """`tawthiq second next`: the claim as it was read, and the text around it."""
    waiting = operation.pending(arguments.ledger, arguments.author)
    if not waiting:
        return _say([f"nothing waits for a second reading by {isolate(clean(arguments.author))}"])
    sheet = reviewing.sheet(arguments.ledger, waiting[0].rpartition(":")[0])
    claim = next(one.read.claim for one in sheet.claims if one.read.id == waiting[0])
    fields = [f"  {field}: {_value(claim, field)}" for field in _FIELDS if _value(claim, field)]
    text = [clean(line) for line in sheet.report.text.splitlines()]
    title = [f"{isolate(waiting[0])}  {isolate(clean(claim.quote))}  (1 of {len(waiting)})"]
    return _say([*title, *fields, "", *text])


def read(arguments: argparse.Namespace) -> int:
    """`tawthiq second read`."""
    values = values_of(arguments.values) if arguments.values else {}
    (one,) = operation.read(_judge(arguments), clean(arguments.claim), arguments.verdict, values).judgements
    left = len(operation.pending(arguments.ledger, arguments.author))
    return _say([f"{one.id}: {arguments.verdict}; {left} to read"])


def agreement(arguments: argparse.Namespace) -> int:
    """`tawthiq second agreement`."""
    found = operation.board(arguments.ledger)
    if arguments.format == "json":
        return _say([json.dumps(telling.board(found), ensure_ascii=False, indent=1)])
    return _say(_told(found))


def settle(arguments: argparse.Namespace) -> int:
    """`tawthiq second settle`."""
    (one,) = operation.settle(_judge(arguments), clean(arguments.claim), arguments.which).judgements
    return _say([f"{one.kind} {one.id}"])


def _told(found: Board) -> Iterator[str]:
    if not found.samples:
        yield "no sample was drawn yet; `tawthiq second draw` draws one"
        return
    rows = [
        (one.id, one.reader, f"{one.when:%Y-%m-%d}", one.who, str(one.claims), str(one.read))
        for one in found.samples
    ]  # fmt: skip
    yield from grid(("sample", "reader", "drawn", "by", "claims", "read"), rows, _COLUMNS, False)
    yield ""
    scored = [("verdict", found.verdicts), *found.fields.items()]
    yield from grid(("agreement", "compared", "agree", "percent", "kappa"),
                    [(name, *_scores(one)) for name, one in scored], _COLUMNS, False)  # fmt: skip
    yield ""
    seconds = [[str(found.table.get((first, second), 0)) for second in VERDICTS] for first in VERDICTS]
    yield from grid(("first \\ second", *VERDICTS), [(name, *row) for name, row in zip(VERDICTS, seconds, strict=True)],
                    _COLUMNS, False)  # fmt: skip
    yield ""
    yield f"{sum(one.settled is None for one in found.differences)} differ and are open"
    for difference in found.differences:
        yield from _difference(difference)


def _scores(one: Agreement) -> tuple[str, str, str, str]:
    if not one.compared:
        return "0", "0", "", ""
    return (
        str(one.compared), str(one.agreed), f"{one.share:.0%}", "undefined" if one.kappa is None else f"{one.kappa:.2f}"
    )  # fmt: skip


def _difference(one: Compared) -> Iterator[str]:
    state = f"; {one.settled.kind} by {isolate(clean(one.settled.who))}" if one.settled else ""
    yield f"  {isolate(one.read.id)}  {isolate(clean(one.read.claim.quote))}{state}"
    for name, reading in (("first", one.pair.first), ("second", one.pair.second)):
        yield f"    {name}: {_reading(reading, one.fields)}"


def _reading(one: Reading, fields: tuple[str, ...]) -> str:
    values = (f"{field} {_value(one.told.claim, field) or 'none'}" for field in fields)
    return "  ".join([isolate(clean(one.who)), one.verdict, *values])


def _value(claim: Claim, field: str) -> str:
    """A field as people write it."""
    value = getattr(claim, field)
    if value is None or value == ():
        return ""
    if field == "count":
        return count_text(claim.count)
    if field == "place":
        return isolate(clean(value.name))
    if field == "time":
        return day_text(value.start, value.end)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


_FIELDS = ("outcome", "count", "group", "event", "actors", "place", "time", "status")


def _judge(arguments: argparse.Namespace) -> Judge:
    return Judge(arguments.ledger, author_of(arguments), getattr(arguments, "note", ""))


def _say(lines: Iterator[str] | list[str]) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0
