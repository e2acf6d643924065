"""Scoring how reports are brought together into incidents, with the reader's claims and with claims made by hand."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any, NamedTuple

from tawthiq import contract, evaluation
from tawthiq.errors import InputError, UnreadableInput
from tawthiq.evaluation import Gold, Hand, IncidentScores
from tawthiq.incidents import Told
from tawthiq.linking import copies, link, told
from tawthiq.model import Claim
from tawthiq.operations.reading import read_report
from tawthiq.reconciling import incident
from tawthiq.sources import Report, read_paths

_EMPTY: Mapping[str, Any] = {
    "count": None, "group": None, "group_text": None, "part_of": None, "cumulative": False, "event": "unspecified",
    "event_text": None, "actors_text": [], "place": None, "time": None, "source": None, "because": [],
}  # fmt: skip
_PARTS: Mapping[str, Mapping[str, Any]] = {
    "count": {"modifier": "exact", "vague": None, "of": None},
    "place": {"admin1": None, "country": None, "lat": None, "lon": None, "id": None},
    "time": {"text": ""},
    "source": {"role": None, "id": None, "via": [], "quoted": False},
}
_MONTH = timedelta(days=27)


class Grouping(NamedTuple):
    """The scores with the reader's claims, and with the claims made by hand: these measure the linking alone."""

    reader: IncidentScores
    hand: IncidentScores


def evaluate_incidents(docs: str, gold: str, incidents: str, stdin: IO[bytes]) -> Grouping:
    """Score the incidents made of the reports `docs` against `incidents`. Raises InputError for an unreadable file."""
    reports: dict[str, Report] = {}
    for report in read_paths([docs], stdin):
        if isinstance(report, InputError):
            raise report
        reports[report.id or report.origin] = report
    golds = evaluation.load_gold(Path(gold), {id: report.text for id, report in reports.items()})
    rows = {row["id"]: row for row in evaluation.load_rows(Path(gold))}
    hands = evaluation.load_incidents(Path(incidents))
    read = {one.id: _read(reports[one.id]) for one in golds}
    wanted = {id: home for one in golds for id, home in _paired(one, read[one.id], rows[one.id])}
    by_hand = {one.id: _by_hand(one, reports[one.id], rows[one.id]) for one in golds}
    told_by_hand = {
        t.id: claim["incident"]
        for id, tolds in by_hand.items()
        for t, claim in zip(tolds, _harm(rows[id]), strict=True)
        if claim.get("incident")
    }
    return Grouping(_score(hands, list(read.values()), wanted), _score(hands, list(by_hand.values()), told_by_hand))


def _read(report: Report) -> tuple[Told, ...]:
    document = read_report(report, layers=False).document
    return told(document, wire=copies.wire(document.text))


def _harm(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [claim for claim in row["claims"] if claim.get("outcome")]


def _by_hand(one: Gold, report: Report, row: Mapping[str, Any]) -> tuple[Told, ...]:
    """The claims made by hand as if they had been read."""
    published = date.fromisoformat(row["published"]) if row.get("published") else report.published
    spans = {claim["id"]: (a.start, a.end, a.quote) for claim, a in zip(row["claims"], one.claims, strict=True)}
    return tuple(
        Told(f"{one.id}:{claim['id']}", _claim(claim, spans[claim["id"]]), one.id, published, report.outlet, one.id)
        for claim in _harm(row)
    )


def _claim(row: Mapping[str, Any], at: tuple[int, int, str]) -> Claim:
    found = {**_EMPTY, **{key: value for key, value in row.items() if key not in ("anchor", "occurrence", "incident")}}
    for part, empty in _PARTS.items():
        if found[part]:
            found[part] = {**empty, **found[part]}
    if found["time"]:
        found["time"] = {"precision": _precision(found["time"]), **found["time"]}
    try:
        return contract.claim_of({**found, "span": at[:2], "quote": at[2]})
    except (KeyError, TypeError) as error:
        raise UnreadableInput(f"gold claim {row.get('id')}: {error}; see docs/guide.md") from error


def _precision(time: Mapping[str, Any]) -> str:
    start, end = date.fromisoformat(time["start"]), date.fromisoformat(time["end"])
    if start == end:
        return "day"
    return "month" if start.day == 1 and _MONTH <= end - start <= _MONTH + timedelta(days=3) else "period"


def _paired(one: Gold, tolds: Sequence[Told], row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The incident by hand of each claim read that is one of the gold claims."""
    answers = evaluation.answers([contract.claim(t.claim) for t in tolds])
    home = {id(a): claim.get("incident") for a, claim in zip(one.claims, row["claims"], strict=True)}
    name = {id(a): t.id for a, t in zip(answers, tolds, strict=True)}
    pairs = evaluation.pair([a for a in one.claims if a.outcome], answers)
    return [(name[id(p.read)], home[id(p.gold)]) for p in pairs if home[id(p.gold)]]


def _score(hands: Sequence[Hand], reports: list[tuple[Told, ...]], wanted: Mapping[str, str]) -> IncidentScores:
    linked = link(reports)
    by_id = {t.id: t for tolds in reports for t in tolds}
    killed: dict[str, evaluation.Range] = {}
    for id, claims in linked.claims.items():
        found = incident(id, [by_id[claim] for claim in claims])
        whole = [t for t in found.tolls["airwars"] if t.outcome == "killed" and t.group is None]
        killed[id] = (whole[0].min, whole[0].max) if whole else (None, None)
    return evaluation.score_incidents(hands, wanted, linked.home, killed)
