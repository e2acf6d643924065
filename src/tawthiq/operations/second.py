"""The second reading: a sample of claims that were decided about is read by another person, who does not see what was
decided. Samples and second readings are judgements beside the others; nothing about a claim follows from them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from tawthiq import contract
from tawthiq.agreement import FIELDS, Agreement, Pair, Reading, differs, of_fields, of_verdicts, reading, unlike
from tawthiq.errors import NotAllowed, NotInLedger, UsageError
from tawthiq.incidents import Judgement, Told
from tawthiq.judging import SAMPLE, SECOND, VERDICTS, holding
from tawthiq.ledger import told
from tawthiq.ledger.connect import Ledger, opened
from tawthiq.ledger.wanted import Wanted
from tawthiq.ledger.wanted import ids as wanted_ids
from tawthiq.operations.judging import Decided, Judge, correct, deciding, give

FIRST, OTHER = "first", "second"
_EVERYTHING = Wanted()
_WHOLE = 100.0


class Drawing(NamedTuple):
    """What to draw: for whom, `share` in percent or else `number` of the claims that others decided about, in the
    incidents that are wanted."""

    reader: str
    share: float | None = None
    number: int | None = None
    wanted: Wanted = _EVERYTHING


class Sample(NamedTuple):
    """Claims that somebody reads second: who drew them and when, how many of them are there today and how many are
    read, and how far the verdicts agree so far."""

    id: str
    reader: str
    who: str
    when: datetime
    claims: int
    read: int
    verdicts: Agreement


class Compared(NamedTuple):
    """A claim that both readings leave differently: in which fields, or in the verdict where there are none; and who
    decided about it since, None while it is open."""

    read: Told
    incident: str | None
    pair: Pair
    fields: tuple[str, ...]
    settled: Judgement | None


class Board(NamedTuple):
    """The samples, and of all claims that were read twice: how many have which first and second verdict, how far the
    verdicts and each field agree, and which differ."""

    samples: tuple[Sample, ...]
    verdicts: Agreement
    table: Mapping[tuple[str, str], int]
    fields: Mapping[str, Agreement]
    differences: tuple[Compared, ...]


def draw(judge: Judge, drawing: Drawing) -> Sample:
    """Draw a sample. The same claims are drawn for everybody and each time, and those that were drawn for this reader
    before count with the rest: a larger share holds a smaller one. Raises UsageError where nothing new is drawn."""
    if not drawing.reader.strip() or (drawing.share is None) == (drawing.number is None):
        raise UsageError("second draw: name the reader, and either a share in percent or a number")
    if drawing.share is not None and not 0 < drawing.share <= _WHOLE:
        raise UsageError(f"second draw: a share of {drawing.share:g} % cannot be drawn; give more than 0, at most 100")
    reader = drawing.reader.strip()
    with deciding(judge) as bench:
        everything = told.judgements(bench.connection)
        held = holding(everything)
        open_to = _open_to(bench.ledger, held, drawing._replace(reader=reader))
        most = drawing.number if drawing.share is None else math.ceil(len(open_to) * drawing.share / _WHOLE)
        before = {claim for one in held if _is_of(one, reader) for claim in one.subjects}
        new = [claim for claim in sorted(open_to, key=_order)[:most] if claim not in before]
        if not new:
            raise UsageError(
                f"second draw: nothing new to draw for {reader}: others decided about {len(open_to)} of the claims "
                f"asked for, {len(before & open_to)} of them are drawn already; name a larger share or number"
            )
        asked = {"number": drawing.number} if drawing.share is None else {"share": drawing.share}
        judgement = bench.add(SAMPLE, new, {"reader": reader, "of": len(open_to), **asked})
    return Sample(judgement.id, reader, judgement.who, judgement.when, len(new), 0, Agreement(0, 0, None))


def pending(ledger: str, reader: str) -> tuple[str, ...]:
    """The claims that this person has yet to read second, as they were drawn."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        held = holding(told.judgements_of(connection, (SAMPLE, SECOND, "undo")))
        drawn = [claim for one in held if _is_of(one, reader) for claim in one.subjects]
        done = {claim for one in held if one.kind == SECOND and one.who == reader for claim in one.subjects}
        there = told.there(connection, [claim for claim in drawn if claim not in done])
    return tuple(dict.fromkeys(claim for claim in drawn if claim in there))


def read(judge: Judge, claim: str, kind: str, values: Mapping[str, Any] | None = None) -> Decided:
    """Read a claim second. Raises NotAllowed where it is not waiting for this person; the same again is harmless."""
    if kind not in VERDICTS or (kind == "correct") != bool(values):
        raise UsageError(f"second: {kind!r}: it is one of {', '.join(VERDICTS)}, and correct takes the fields")
    kept = {"verdict": kind, "values": dict(values or {})}
    if claim not in pending(judge.ledger, judge.author.who):
        with opened(judge.ledger) as ledger, ledger.looking() as connection:
            same = [one for one in holding(told.judgements_on(connection, [claim])) if one.kind == SECOND
                    and one.subjects == (claim,) and one.who == judge.author.who and one.values == kept]  # fmt: skip
        if same:
            return Decided((same[-1],), ())
        raise NotAllowed(f"{claim}: does not wait for a second reading by {judge.author.who}")
    with deciding(judge) as bench:
        return Decided((bench.add(SECOND, [claim], kept),), ())


def board(ledger: str) -> Board:
    """The samples, the agreement and the differences."""
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        drawn = [one for one in holding(told.judgements_of(connection, (SAMPLE, "undo"))) if one.kind == SAMPLE]
        claims = {claim for one in drawn for claim in one.subjects}
        on_claims = _on(claims, told.judgements_on(connection, claims))
        tolds = told.of_claims(connection, sorted(on_claims))
        homes = told.homes(connection, tolds)
    by_sample = {one.id: _pairs(one, tolds, on_claims) for one in drawn}
    samples = tuple(_sample(one, tolds, by_sample[one.id]) for one in reversed(drawn))
    pairs = {(id, claim): pair for id, some in by_sample.items() for claim, pair in some.items()}
    found = [
        Compared(tolds[claim], homes.get(claim), pair, unlike(pair), _settled(pair, holding(on_claims[claim])))
        for (_, claim), pair in pairs.items() if differs(pair)
    ]  # fmt: skip
    table = Counter((pair.first.verdict, pair.second.verdict) for pair in pairs.values())
    return Board(
        samples, of_verdicts(pairs.values()), table, of_fields(pairs.values()),
        tuple(sorted(found, key=lambda one: one.settled is not None)),
    )  # fmt: skip


def settle(judge: Judge, claim: str, which: str) -> Decided:
    """Let the first or the second reading of a claim hold, as a decision of this person. Raises NotInLedger where its
    readings do not differ."""
    found = next((one for one in board(judge.ledger).differences if one.read.id == claim), None)
    if found is None or which not in (FIRST, OTHER):
        raise NotInLedger(f"{claim}: has no two readings that differ; `tawthiq second agreement` lists those that do")
    chosen = found.pair.first if which == FIRST else found.pair.second
    if chosen.verdict not in ("accept", "correct"):
        return give(judge, chosen.verdict, [claim])
    now, wanted = (contract.claim(one.told.claim) for one in (_now(judge.ledger, found.read), chosen))
    values = {field: wanted[field] for field in wanted if field in FIELDS and wanted[field] != now[field]}
    return correct(judge, claim, values) if values else give(judge, chosen.verdict, [claim])


def _now(ledger: str, read: Told) -> Reading:
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        held = holding(told.judgements_on(connection, [read.id]))
    return reading(read, held) or Reading("", "", read)


def _open_to(ledger: Ledger, held: Sequence[Judgement], drawing: Drawing) -> set[str]:
    """The claims that somebody else decided about last, in the incidents that are wanted."""
    last = {claim: one.who for one in held if one.kind in VERDICTS for claim in one.subjects}
    others = {claim for claim, who in last.items() if who != drawing.reader}
    if drawing.wanted == _EVERYTHING:
        return told.there(ledger.connection, sorted(others))
    within = set(wanted_ids(ledger.connection, drawing.wanted))
    return {claim for claim, home in told.homes(ledger.connection, others).items() if home in within}


def _is_of(one: Judgement, reader: str) -> bool:
    return one.kind == SAMPLE and one.values.get("reader") == reader


def _order(claim: str) -> str:
    """A claim's place in the draw, as good as by chance and always the same."""
    return sha256(claim.encode()).hexdigest()


def _on(claims: set[str], everything: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements on these claims, with the undos of any."""
    found: dict[str, list[Judgement]] = {claim: [] for claim in claims}
    undos = [one for one in everything if one.kind == "undo"]
    for one in everything:
        for claim in claims.intersection(one.subjects):
            found[claim].append(one)
    return {claim: [*some, *undos] for claim, some in found.items()}


def _pairs(
    sample: Judgement, tolds: Mapping[str, Told], on_claims: Mapping[str, Sequence[Judgement]]
) -> dict[str, Pair]:
    """The claims of a sample that were read twice. The first reading is what held when the sample was drawn."""
    found: dict[str, Pair] = {}
    reader = str(sample.values["reader"])
    for claim in sample.subjects:
        if claim not in tolds:
            continue
        first = reading(tolds[claim], holding(one for one in on_claims[claim] if one.when <= sample.when))
        mine = [one for one in holding(on_claims[claim]) if one.kind == SECOND and one.who == reader]
        if first and mine:
            found[claim] = Pair(first, _second(tolds[claim], mine[-1]))
    return found


def _second(read: Told, judgement: Judgement) -> Reading:
    kept = judgement.values
    alike = Judgement(judgement.id, kept["verdict"], (read.id,), judgement.who, judgement.when, kept["values"])
    found = reading(read, [alike])
    assert found is not None
    return found


def _sample(one: Judgement, tolds: Mapping[str, Told], pairs: Mapping[str, Pair]) -> Sample:
    there = sum(claim in tolds for claim in one.subjects)
    verdicts = of_verdicts(pairs.values())
    return Sample(one.id, str(one.values["reader"]), one.who, one.when, there, len(pairs), verdicts)


def _settled(pair: Pair, held: Sequence[Judgement]) -> Judgement | None:
    """The latest verdict on the claim that came after the second reading."""
    second = next(one for one in reversed(held) if one.kind == SECOND and one.who == pair.second.who)
    after = [one for one in held if one.kind in VERDICTS and one.when > second.when]
    return after[-1] if after else None
