"""The chain of custody of one report: what a court, or a partner, asks of an original.

Who added it, when, from where and how it was come by, the SHA-256 of its bytes and of its text, all that was done with
it since, and whether all of that still fits.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from tawthiq.ledger import chain
from tawthiq.ledger import custody as ledger_custody
from tawthiq.ledger.connect import Ledger, opened
from tawthiq.ledger.custody import Kept, Logged, Stamp
from tawthiq.ledger.schema import ACQUISITION, DOCUMENT, ORIGINAL
from tawthiq.plurals import counted
from tawthiq.sources import Acquired


class Step(NamedTuple):
    """Something that was done: the log's entry, when (UTC), who, with which version, and what."""

    entry: int
    at: str
    who: str
    tool: str
    what: str


class Check(NamedTuple):
    """Something that was checked, and whether it fits."""

    what: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Custody:
    """The chain of custody of one report. `sha256` and `size` are of the original's bytes, `text_sha256` of the text in
    UTF-8 that claims count in; `acquired` is None for a report that was added before it was kept."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    origin: str
    sha256: str
    size: int
    kind: str
    text_sha256: str
    acquired: Acquired | None
    steps: tuple[Step, ...]
    stamps: tuple[Stamp, ...]
    checks: tuple[Check, ...]


def custody(ledger: str, name: str, unsigned: Callable[[Stamp], str | None] | None = None) -> Custody:
    """The chain of custody of a report by its id (or its beginning), a claim's id, or the SHA-256 of its original.

    `unsigned` says what is wrong with the signature of a timestamp, if anything; without it none is checked.
    Raises LedgerError.
    """
    with opened(ledger) as open_ledger, open_ledger.looking():
        kept = ledger_custody.kept(open_ledger, ledger_custody.named(open_ledger, name))
        about = chain.parsed(kept.document["about"], f"document {kept.document['id']}")
        data = bytes(kept.original["bytes"])
        stamps = tuple(ledger_custody.stamps(open_ledger, kept.number))
        return Custody(
            kept.document["id"], about["title"], about["url"], about["outlet"], kept.document["origin"],
            kept.document["original"], len(data), _kind(data), chain.sha256(kept.text), _acquired(kept),
            tuple(_steps(open_ledger, kept, stamps)), stamps,
            (*_checks(open_ledger, kept, stamps), *(_signed(stamp, unsigned(stamp)) for stamp in stamps if unsigned)),
        )  # fmt: skip


def original(ledger: str, name: str) -> bytes:
    """The original of a report, byte for byte. Raises LedgerError."""
    with opened(ledger) as open_ledger, open_ledger.looking():
        kept = ledger_custody.kept(open_ledger, ledger_custody.named(open_ledger, name))
        return bytes(kept.original["bytes"])


def _acquired(kept: Kept) -> Acquired | None:
    if kept.acquisition is None:
        return None
    body = chain.parsed(kept.acquisition["body"], f"acquisition of {kept.document['id']}")
    through, stated = tuple(body.pop("through", ())), tuple(map(tuple, body.pop("stated", ())))
    return Acquired(**body, through=through, stated=stated)


def _kind(data: bytes) -> str:
    """What an original is, told from how it begins."""
    if data.startswith(b"\x1f\x8b"):
        return "WARC, compressed"
    start = data[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    return "JSON" if start.startswith(b"{") else "text"


def _steps(ledger: Ledger, kept: Kept, stamps: Iterable[Stamp]) -> Iterable[Step]:
    """All that was done, in its order."""
    readings = ledger_custody.readings(ledger, kept.number)
    decisions = ledger_custody.decisions(ledger, kept.document["id"])
    first = int(kept.original["entry"])
    what: dict[int, list[str]] = {}
    if first != kept.number:
        what.setdefault(first, []).append("its original was kept with another report")
    what.setdefault(kept.number, []).append("added")
    for reading in readings:
        found = "as before" if reading.claims is None else counted(reading.claims, "claim")
        what.setdefault(reading.number, []).append(f"read by {reading.reader}: {found}")
    for number, judgement in decisions:
        note = f" ({judgement['why']})" if judgement["why"] else ""
        what.setdefault(number, []).append(f"{judgement['kind']} {' '.join(judgement['subjects'])}{note}")
    for stamp in stamps:
        what.setdefault(stamp.number, []).append(f"timestamp of entry {stamp.of} by {stamp.authority}: {stamp.at}")
    entries = ledger_custody.logged(ledger, list(what))
    for number in sorted(what):
        entry = entries[number].entry
        for one in what[number]:
            yield Step(number, entry.at, entry.actor, entry.tool, one)


def _checks(ledger: Ledger, kept: Kept, stamps: Iterable[Stamp]) -> Iterable[Check]:
    numbers = [kept.number, int(kept.original["entry"])]
    entries = ledger_custody.logged(ledger, numbers)
    yield Check(
        "the bytes of the original fit their SHA-256",
        chain.sha256(bytes(kept.original["bytes"])) == kept.document["original"],
    )
    for what, table, row in (
        ("the original", ORIGINAL, kept.original), ("the report", DOCUMENT, kept.document),
        ("how it was come by", ACQUISITION, kept.acquisition),
    ):  # fmt: skip
        if row is not None:
            entry = entries[int(row["entry"])].entry
            line = chain.line(table, row)
            yield Check(f"{what} is as entry {entry.number} says", line in entry.records.split("\n"))
    last, broken = _chain(ledger_custody.from_entry(ledger, min(numbers)))
    fits = f"the log fits from entry {min(numbers)} to the last, {last.entry.number} {last.hash}"
    yield Check(fits if broken is None else f"the log breaks at entry {broken}", broken is None)
    for stamp in stamps:
        yield Check(f"the timestamp of {stamp.at} is of entry {stamp.of}", broken is None or stamp.of < broken)


def _signed(stamp: Stamp, problem: str | None) -> Check:
    shown = f"the timestamp of {stamp.at} is signed, and leads to the roots given"
    return Check(shown if problem is None else f"{shown}: {problem}", problem is None)


def _chain(log: Iterable[Logged]) -> tuple[Logged, int | None]:
    """The last of these entries, and the first that does not fit the one before it, if any."""
    before: Logged | None = None
    for one in log:
        if before is not None and chain.entry_hash(before.hash, one.entry) != one.hash:
            return one, one.entry.number
        if before is None and one.entry.number == 1 and chain.entry_hash(chain.FIRST, one.entry) != one.hash:
            return one, 1
        before = one
    assert before is not None
    return before, None


def as_object(found: Custody) -> dict[str, Any]:
    """The chain of custody as one object, with the timestamps' answers in hexadecimal."""
    acquired = found.acquired
    return {
        "id": found.id, "title": found.title, "url": found.url, "outlet": found.outlet, "origin": found.origin,
        "original": {"sha256": found.sha256, "size": found.size, "kind": found.kind},
        "text": {"sha256": found.text_sha256},
        "acquired": None if acquired is None else {
            "how": acquired.how, "at": acquired.at, "asked": acquired.asked, "through": list(acquired.through),
            "server": acquired.server, "payload_sha256": acquired.payload, "within": acquired.within,
            "stated": dict(acquired.stated),
        },
        "steps": [step._asdict() for step in found.steps],
        "timestamps": [{**stamp._asdict(), "answer": stamp.answer.hex()} for stamp in found.stamps],
        "checks": [check._asdict() for check in found.checks],
    }  # fmt: skip
